package org.probity.interests.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.probity.query.Story.ACUTE;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.probity.board.event.BoardCapacity;
import org.probity.board.event.BoardEvent.BoardEstablished;
import org.probity.board.event.BoardEvent.BoardMemberAssigned;
import org.probity.board.event.BoardEvent.ChairAppointed;
import org.probity.board.event.BoardKind;
import org.probity.board.event.QuorumFloor;
import org.probity.board.event.QuorumRule;
import org.probity.campaign.event.CampaignEvent.CampaignClosed;
import org.probity.campaign.event.CampaignOutcome;
import org.probity.campaign.event.PanelCapacity;
import org.probity.campaign.event.ParticipationEvent.PanelSeatLeft;
import org.probity.establishment.event.EstablishmentEvent.PostVacated;
import org.probity.establishment.event.VacancyCause;
import org.probity.event.Term;
import org.probity.id.DutyId;
import org.probity.id.InterestId;
import org.probity.id.PersonId;
import org.probity.id.RulePackVersion;
import org.probity.interests.event.InterestCategory;
import org.probity.interests.event.InterestsEvent.*;
import org.probity.interests.event.NamedBody;
import org.probity.people.event.Authority;
import org.probity.people.event.DutyEvent.DutyGranted;
import org.probity.people.event.DutyScope;
import org.probity.people.event.PersonEvent.PersonErased;
import org.probity.people.event.Profession;
import org.probity.policy.event.RulePack;
import org.probity.policy.event.RulePacksEvent.RulePackAdopted;
import org.probity.query.ReadFixture;
import org.probity.query.ReadFixture.Somebody;
import org.probity.query.Story;
import tools.jackson.databind.JsonNode;

/** The register of interests, and who has not declared. */
class InterestReadsTest {

    private final ReadFixture fixture = new ReadFixture();
    private final Story story = new Story(fixture).posts();
    private final Somebody reviewer = fixture.login(fixture.person(Profession.OTHER), Authority.GOVERNANCE_REVIEWER);
    private final Somebody anybody = fixture.login(fixture.person(Profession.GP), Authority.CLINICIAN);
    private final PersonId holder = story.incumbent(3, ACUTE, Profession.NURSE, story.endingIn(2_000));
    private final InterestId interest = new InterestId(UUID.randomUUID());

    private long declared() {
        return fixture.given(shares(new Term(fixture.today().minusDays(3), null)));
    }

    private InterestDeclared shares(Term inForce) {
        return new InterestDeclared(
                holder,
                interest,
                InterestCategory.FINANCIAL,
                null,
                new NamedBody("Invented Devices Ltd", null),
                "Shares",
                fixture.today().minusDays(3),
                fixture.today(),
                inForce,
                false,
                null);
    }

    private JsonNode interests(String query) {
        return fixture.asks(reviewer, "/api/people/" + holder.value() + "/interests" + query)
                .ok();
    }

    private JsonNode register(String more) {
        return fixture.asks(reviewer, "/api/interests?limit=200&body=" + story.body.value() + more)
                .ok();
    }

    /** What the register of the body lists of the holder; null without an entry. */
    private @Nullable JsonNode listed(Somebody by, String more) {
        return find(
                        fixture.asks(by, "/api/interests?limit=200&body=" + story.body.value() + more)
                                .ok()
                                .path("items"),
                        holder)
                .map(entry -> entry.path("interests"))
                .orElse(null);
    }

    private String nonResponders() {
        return "/api/interests/non-responders?limit=200&body=" + story.body.value();
    }

    private Optional<JsonNode> nonResponder(PersonId person) {
        return find(fixture.asks(reviewer, nonResponders()).ok().path("items"), person);
    }

    private Optional<JsonNode> dueSoon(PersonId person) {
        return find(fixture.asks(reviewer, nonResponders()).ok().path("dueSoon"), person);
    }

    private static Optional<JsonNode> find(JsonNode items, PersonId person) {
        return items.values().stream()
                .filter(one ->
                        one.path("person").asString().equals(person.value().toString()))
                .findFirst();
    }

    @Test
    void aDeclaredInterestIsListedUnderThePersonAndInTheRegister() {
        declared();

        JsonNode listed = interests("").path("interests").get(0);
        assertThat(listed.path("namedBody").path("name").asString()).isEqualTo("Invented Devices Ltd");
        assertThat(listed.path("declared").asString()).isEqualTo(fixture.today().toString());
        assertThat(register("").toString())
                .contains(interest.value().toString())
                .doesNotContain("@example.org")
                .doesNotContain("contact", "employer", "registration");
    }

    @Test
    void theRegisterOfABodyListsItsOfficeHoldersOnly() {
        Story other = new Story(fixture).posts();
        PersonId elsewhere = other.incumbent(3, ACUTE, Profession.NURSE, other.endingIn(2_000));
        PersonId chair = fixture.person(Profession.MANAGER);
        fixture.given(
                new BoardEstablished(story.board, story.body, BoardKind.STATUTORY_BOARD, "Board", null, Story.terms()),
                new ChairAppointed(story.board, chair, new Term(fixture.today(), null)));
        Somebody secretary = fixture.serving(story.body, Authority.BOARD_SECRETARY);
        Somebody applicant = fixture.serving(story.body, Authority.CLINICIAN);
        PersonId secretaryOfBoard = onDuty(DutyScope.of(story.board), Authority.BOARD_SECRETARY, null);
        for (PersonId person :
                List.of(holder, elsewhere, chair, secretary.person(), applicant.person(), secretaryOfBoard)) {
            fixture.given(new NilDeclarationMade(person, fixture.today()));
        }

        for (Somebody by : List.of(anybody, reviewer)) {
            assertThat(ReadFixture.each(
                            fixture.asks(by, "/api/interests?limit=200&body=" + story.body.value())
                                    .ok()
                                    .path("items"),
                            "person"))
                    .contains(id(holder), id(chair), id(secretary.person()), id(secretaryOfBoard))
                    .doesNotContain(id(elsewhere), id(applicant.person()));
        }
    }

    @Test
    void whoDeclaredNothingIsNotInTheRegisterAndWhoHasNothingToDeclareIs() {
        assertThat(listed(anybody, "")).isNull();
        fixture.given(new NilDeclarationMade(holder, fixture.today()));
        assertThat(listed(anybody, "")).isEmpty();
    }

    @Test
    void theRegisterListsWhoHeldAnOfficeOnTheDay() {
        LocalDate leaves = fixture.today().plusDays(10);
        fixture.given(
                new NilDeclarationMade(holder, fixture.today()),
                new PostVacated(story.establishment, 3, ACUTE, holder, leaves, VacancyCause.RESIGNED, null));

        assertThat(listed(reviewer, "&inForceOn=" + leaves.minusDays(1))).isNotNull();
        assertThat(listed(reviewer, "&inForceOn=" + leaves)).isNull();
    }

    @Test
    void theRegisterAsAtAnEarlierMomentShowsWhatWasKnownThen() {
        long before = fixture.given(new NilDeclarationMade(holder, fixture.today()));
        fixture.daysLater(2);
        long known = declared();
        fixture.daysLater(2);
        LocalDate ceased = fixture.today();
        fixture.given(new InterestCeased(holder, interest, ceased));

        assertThat(listed(anybody, "&atPosition=" + before)).isEmpty();
        assertThat(listed(anybody, "&atPosition=" + known))
                .singleElement()
                .satisfies(one -> assertThat(one.path("until").isNull()).isTrue());
        assertThat(listed(anybody, ""))
                .singleElement()
                .satisfies(one -> assertThat(one.path("until").asString()).isEqualTo(ceased.toString()));
    }

    @Test
    void aCeasedInterestStaysInTheRegisterForAsManyMonthsAsTheRulePackSays() {
        long known = declared();
        LocalDate ceased = fixture.today().plusDays(4);
        fixture.given(new InterestCeased(holder, interest, ceased));

        assertThat(listed(anybody, "&inForceOn=" + ceased.plusMonths(6))).hasSize(1);
        assertThat(listed(anybody, "&inForceOn=" + ceased.plusMonths(6).plusDays(1)))
                .isEmpty();
        fixture.given(new RulePackAdopted(story.body, pack("longer", 12, 12), "decision", null));
        assertThat(listed(anybody, "&inForceOn=" + ceased.plusMonths(12))).hasSize(1);
        fixture.daysLater(4 + 380);

        assertThat(listed(anybody, "")).as("today").isEmpty();
        assertThat(listed(anybody, "&atPosition=" + known))
                .as("no longer public")
                .isEmpty();
        assertThat(listed(reviewer, "&atPosition=" + known)).hasSize(1);
        assertThat(fixture.asks(anybody, of(holder)).ok().path("interests")).isEmpty();
        assertThat(interests("").path("interests")).as("all that was declared").hasSize(1);
    }

    @Test
    void anInterestThatIsStillToBeginIsNotListedYet() {
        LocalDate begins = fixture.today().plusDays(10);
        fixture.given(shares(new Term(begins, null)));

        assertThat(listed(anybody, "")).isEmpty();
        assertThat(listed(reviewer, "&inForceOn=" + begins.minusDays(1))).isEmpty();
        assertThat(listed(reviewer, "&inForceOn=" + begins)).hasSize(1);
    }

    @Test
    void aGiftIsListedWithWhatItIsWorthUntilThePersonIsErased() {
        fixture.given(new InterestDeclared(
                holder,
                interest,
                InterestCategory.GIFTS_AND_HOSPITALITY,
                null,
                new NamedBody("Invented Devices Ltd", null),
                "Dinner",
                fixture.today(),
                fixture.today(),
                new Term(fixture.today(), fixture.today().plusDays(1)),
                false,
                120));
        assertThat(listed(anybody, "")).singleElement().satisfies(one -> assertThat(
                        one.path("estimatedPounds").asInt())
                .isEqualTo(120));

        fixture.given(new PersonErased(holder, "Invented Person"));
        assertThat(listed(anybody, "")).singleElement().satisfies(one -> {
            assertThat(one.path("estimatedPounds").isNull()).isTrue();
            assertThat(one.path("namedBody").isNull()).isTrue();
            assertThat(one.path("description").isNull()).isTrue();
        });
    }

    @Test
    void theRegisterComesInPages() {
        PersonId another = story.incumbent(4, ACUTE, Profession.NURSE, story.endingIn(2_000));
        fixture.given(
                new NilDeclarationMade(holder, fixture.today()), new NilDeclarationMade(another, fixture.today()));
        String path = "/api/interests?limit=1&body=" + story.body.value();

        JsonNode first = fixture.asks(anybody, path).ok();
        assertThat(ReadFixture.each(first.path("items"), "person")).containsExactly(id(holder));
        JsonNode second = fixture.asks(
                        anybody, path + "&after=" + first.path("next").asString())
                .ok();
        assertThat(ReadFixture.each(second.path("items"), "person")).containsExactly(id(another));
        assertThat(second.path("next").isNull()).isTrue();
    }

    private static String id(PersonId person) {
        return person.value().toString();
    }

    private PersonId onDuty(DutyScope scope, Authority role, @Nullable LocalDate until) {
        PersonId person = fixture.person(Profession.MANAGER);
        fixture.given(
                new DutyGranted(person, new DutyId(UUID.randomUUID()), role, scope, new Term(fixture.today(), until)));
        return person;
    }

    @Test
    void whatIsSaidOfFamiliesIsNotForEverybody() {
        declared();
        fixture.given(new InterestDeclared(
                holder,
                new InterestId(UUID.randomUUID()),
                InterestCategory.INDIRECT,
                null,
                new NamedBody("Invented Hospital Trust", null),
                "A close relative works there",
                fixture.today().minusDays(3),
                fixture.today(),
                new Term(fixture.today().minusDays(3), null),
                false,
                null));
        String ofHolder = "/api/people/" + holder.value() + "/interests";
        String all = "/api/interests?limit=200";

        for (String path : List.of(ofHolder, all)) {
            assertThat(fixture.asks(anybody, path).ok().toString())
                    .contains("Invented Hospital Trust", "Shares")
                    .doesNotContain("A close relative works there");
            Somebody officer = fixture.serving(story.body, Authority.APPOINTMENTS_OFFICER);
            for (Somebody open : List.of(reviewer, officer, fixture.login(holder, Authority.CLINICIAN))) {
                assertThat(fixture.asks(open, path).ok().toString()).contains("A close relative works there");
            }
        }
    }

    @Test
    void whoHasNotDeclaredIsForSecretariesOfficersAndReviewersOfTheBody() {
        fixture.given(
                new BoardEstablished(story.board, story.body, BoardKind.STATUTORY_BOARD, "Board", null, Story.terms()));
        PersonId secretary = onDuty(DutyScope.of(story.board), Authority.BOARD_SECRETARY, null);

        for (Somebody open : List.of(
                reviewer,
                fixture.serving(story.body, Authority.APPOINTMENTS_OFFICER),
                fixture.serving(story.body, Authority.BOARD_SECRETARY),
                fixture.login(secretary, Authority.BOARD_SECRETARY))) {
            assertThat(find(fixture.asks(open, nonResponders()).ok().path("items"), holder))
                    .isPresent();
        }
        for (Somebody closed : List.of(
                anybody,
                fixture.login(holder, Authority.CLINICIAN),
                fixture.login(secretary, Authority.BOARD_CHAIR),
                fixture.serving(story.body, Authority.BOARD_CHAIR),
                fixture.serving(ReadFixture.newBody(), Authority.APPOINTMENTS_OFFICER),
                fixture.serving(ReadFixture.newBody(), Authority.BOARD_SECRETARY))) {
            fixture.asks(closed, nonResponders()).isProblem(403, "not-permitted");
        }
        fixture.asks(reviewer, "/api/interests/non-responders").isProblem(400, "parameter-missing");
        fixture.asks(reviewer, "/api/interests?body=no+code").isProblem(400, "parameter-malformed");
    }

    @Test
    void nonRespondersAreThoseOfOneBodyTheLongestDueFirst() {
        Story other = new Story(fixture).posts();
        PersonId elsewhere = other.incumbent(3, ACUTE, Profession.NURSE, other.endingIn(2_000));
        PersonId later = story.incumbent(4, ACUTE, Profession.NURSE, story.fromToday());
        String page = "/api/interests/non-responders?limit=1&body=" + story.body.value();

        assertThat(nonResponder(elsewhere)).isEmpty();
        JsonNode first = fixture.asks(reviewer, page).ok();
        assertThat(ReadFixture.each(first.path("items"), "person")).containsExactly(id(holder));
        assertThat(ReadFixture.each(
                        fixture.asks(
                                        reviewer,
                                        page + "&after=" + first.path("next").asString())
                                .ok()
                                .path("items"),
                        "person"))
                .containsExactly(id(later));
    }

    @Test
    void whoWasMissingAtAnEarlierMomentIsMissingThen() {
        long before = fixture.given(new NilDeclarationMade(fixture.person(Profession.GP), fixture.today()));
        fixture.given(new NilDeclarationMade(holder, fixture.today()));

        assertThat(nonResponder(holder)).isEmpty();
        assertThat(find(
                        fixture.asks(reviewer, nonResponders() + "&atPosition=" + before)
                                .ok()
                                .path("items"),
                        holder))
                .isPresent();
    }

    @Test
    void aDutyAsksForADeclarationWhileItLastsButNotThatOfAClinician() {
        PersonId officer = onDuty(
                DutyScope.of(story.body),
                Authority.APPOINTMENTS_OFFICER,
                fixture.today().plusDays(10));
        PersonId clinician = onDuty(DutyScope.of(story.body), Authority.CLINICIAN, null);

        assertThat(nonResponder(officer).orElseThrow().path("because").toString())
                .isEqualTo("[\"DUTY\"]");
        assertThat(nonResponder(clinician)).isEmpty();
        fixture.daysLater(10);
        assertThat(nonResponder(officer)).isEmpty();
    }

    @Test
    void whoDeclaredBeforeAndTookAnOfficeLaterIsMissingSinceThen() {
        PersonId late = story.incumbent(4, ACUTE, Profession.NURSE, story.fromToday());
        fixture.given(new NilDeclarationMade(late, fixture.today().minusYears(3)));

        assertThat(nonResponder(late).orElseThrow().path("due").asString())
                .isEqualTo(fixture.today().toString());
    }

    @Test
    void thePublicRegisterIsOfThoseWhoHoldAPostOrASeatToday() {
        story.campaign();
        PersonId assessor = story.seat(PanelCapacity.MEMBER);
        PersonId seated = fixture.person(Profession.MANAGER);
        PersonId applicant = story.candidate(ACUTE);
        fixture.given(
                new BoardEstablished(story.board, story.body, BoardKind.STATUTORY_BOARD, "Board", null, Story.terms()),
                new BoardMemberAssigned(
                        story.board,
                        seated,
                        BoardCapacity.MEMBER,
                        true,
                        new Term(fixture.today(), null),
                        null,
                        null,
                        null));
        for (PersonId person : List.of(holder, assessor, seated, applicant)) {
            fixture.given(new NilDeclarationMade(person, fixture.today()));
        }
        Somebody nobody = fixture.login(fixture.person(Profession.GP));

        for (PersonId open : List.of(holder, assessor, seated)) {
            assertThat(registered(nobody)).contains(open.value().toString());
            fixture.asks(nobody, of(open)).ok();
        }
        assertThat(registered(nobody)).doesNotContain(applicant.value().toString());
        fixture.asks(nobody, of(applicant)).isProblem(403, "not-permitted");
        for (Somebody open : List.of(reviewer, fixture.login(applicant))) {
            assertThat(registered(open)).contains(applicant.value().toString());
            fixture.asks(open, of(applicant)).ok();
        }

        long before = fixture.given(new PanelSeatLeft(story.campaign, assessor, "Replaced"));
        assertThat(registered(nobody)).doesNotContain(assessor.value().toString());
        fixture.asks(nobody, of(assessor) + "?atPosition=" + (before - 1)).isProblem(403, "not-permitted");
    }

    private static String of(PersonId person) {
        return "/api/people/" + person.value() + "/interests";
    }

    private List<String> registered(Somebody by) {
        return ReadFixture.each(
                fixture.asks(by, "/api/interests?limit=200").ok().path("items"), "person");
    }

    @Test
    void allThatWasDeclaredIsForThoseWithADutyInForceForABody() {
        PersonId applicant = fixture.person(Profession.GP);
        fixture.given(new NilDeclarationMade(applicant, fixture.today()));

        for (Authority open : List.of(
                Authority.APPOINTMENTS_OFFICER,
                Authority.APPOINTING_AUTHORITY,
                Authority.BOARD_SECRETARY,
                Authority.BOARD_CHAIR)) {
            fixture.asks(fixture.serving(story.body, open), of(applicant)).ok();
            fixture.asks(fixture.login(fixture.person(Profession.MANAGER), open), of(applicant))
                    .isProblem(403, "not-permitted");
        }
        fixture.asks(fixture.serving(story.body, Authority.PANEL_MEMBER), of(applicant))
                .isProblem(403, "not-permitted");
        Somebody ofOneCampaign = fixture.login(fixture.person(Profession.MANAGER), Authority.APPOINTMENTS_OFFICER);
        fixture.given(new DutyGranted(
                ofOneCampaign.person(),
                new DutyId(UUID.randomUUID()),
                Authority.APPOINTMENTS_OFFICER,
                DutyScope.of(story.campaign),
                new Term(fixture.today(), null)));
        fixture.asks(ofOneCampaign, of(applicant)).isProblem(403, "not-permitted");
    }

    @Test
    void aCeasedInterestStaysListedAndIsNotInForceAfterwards() {
        declared();
        LocalDate ceased = fixture.today().plusDays(4);
        fixture.given(new InterestCeased(holder, interest, ceased));

        assertThat(interests("").path("interests").get(0).path("until").asString())
                .isEqualTo(ceased.toString());
        assertThat(interests("?inForceOn=" + ceased.minusDays(1))
                        .path("interests")
                        .size())
                .isEqualTo(1);
        assertThat(interests("?inForceOn=" + ceased).path("interests").size()).isZero();
    }

    @Test
    void whoHoldsAPostAndNeverDeclaredIsANonResponder() {
        JsonNode missing = nonResponder(holder).orElseThrow();

        assertThat(missing.path("due").asString())
                .as("since they took the post")
                .isEqualTo(fixture.today().minusYears(1).toString());
        assertThat(missing.path("declared").isNull()).isTrue();
        assertThat(missing.path("because").toString()).isEqualTo("[\"POST\"]");
    }

    @Test
    void aDeclarationCountsForTwelveMonthsAndARenewalForTwelveMore() {
        fixture.given(new NilDeclarationMade(holder, fixture.today()));
        assertThat(nonResponder(holder)).isEmpty();

        LocalDate due = fixture.today().plusYears(1).plusDays(1);
        fixture.daysLater(Math.toIntExact(ChronoUnit.DAYS.between(fixture.today(), due)) - 29);
        assertThat(dueSoon(holder)).isEmpty();
        fixture.daysLater(1);
        assertThat(dueSoon(holder).orElseThrow().path("due").asString()).isEqualTo(due.toString());
        assertThat(nonResponder(holder)).isEmpty();
        fixture.daysLater(28);
        assertThat(nonResponder(holder).orElseThrow().path("due").asString()).isEqualTo(due.toString());
        assertThat(dueSoon(holder)).isEmpty();

        fixture.given(new DeclarationRenewed(holder, fixture.today()));
        assertThat(nonResponder(holder)).isEmpty();
        fixture.daysLater(367);
        assertThat(nonResponder(holder)).isPresent();
    }

    @Test
    void aDeclarationCountsFromTheDayItWasMadeHoweverLateItIsEntered() {
        LocalDate made = fixture.today();
        fixture.daysLater(30);
        fixture.given(
                new NilDeclarationMade(holder, fixture.today()), new NilDeclarationMade(holder, made.minusDays(400)));

        assertThat(interests("").path("declared").asString())
                .isEqualTo(fixture.today().toString());
        assertThat(find(
                        fixture.asks(reviewer, nonResponders() + "&inForceOn=" + made)
                                .ok()
                                .path("items"),
                        holder))
                .isPresent();
    }

    @Test
    void theRulePackOfTheBodySaysHowLongADeclarationCounts() {
        fixture.given(new NilDeclarationMade(holder, fixture.today()));
        fixture.given(new RulePackAdopted(story.body, pack("own", 1, 6), "decision", null));
        fixture.daysLater(32);

        assertThat(nonResponder(holder)).isPresent();
    }

    private RulePack pack(String version, int declarationMonths, int ceasedInterestMonths) {
        return new RulePack(
                new RulePackVersion(version),
                fixture.today(),
                3,
                1,
                List.of(),
                2,
                4,
                14,
                12,
                declarationMonths,
                28,
                ceasedInterestMonths,
                3,
                3,
                6,
                2,
                2,
                5,
                90,
                new QuorumFloor(new QuorumRule(1, 3), 1, 1));
    }

    @Test
    void seatsOnPanelsAndBoardsAskForADeclarationToo() {
        story.campaign();
        PersonId assessor = story.seat(PanelCapacity.MEMBER);
        fixture.given(
                new BoardEstablished(story.board, story.body, BoardKind.STATUTORY_BOARD, "Board", null, Story.terms()),
                new BoardMemberAssigned(
                        story.board,
                        holder,
                        BoardCapacity.MEMBER,
                        true,
                        new Term(fixture.today(), null),
                        null,
                        null,
                        null));

        assertThat(nonResponder(assessor).orElseThrow().path("because").toString())
                .isEqualTo("[\"PANEL\"]");
        assertThat(nonResponder(holder).orElseThrow().path("because").toString())
                .isEqualTo("[\"POST\",\"BOARD\"]");
        fixture.given(new CampaignClosed(story.campaign, CampaignOutcome.NO_APPOINTMENT_MADE));
        assertThat(nonResponder(assessor)).as("the campaign is over").isEmpty();
    }

    @Test
    void whatAnErasedPersonDeclaredNamesNoBodyAnyMore() {
        declared();
        fixture.given(new PersonErased(holder, null));

        for (String query : List.of("", "?asAt=" + fixture.today())) {
            assertThat(interests(query).toString())
                    .doesNotContain("Invented Devices")
                    .doesNotContain("Shares");
        }
    }
}
