package org.probity.interests.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.probity.query.Story.ACUTE;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.probity.board.event.BoardCapacity;
import org.probity.board.event.BoardEvent.BoardEstablished;
import org.probity.board.event.BoardEvent.BoardMemberAssigned;
import org.probity.board.event.BoardKind;
import org.probity.campaign.event.CampaignEvent.CampaignClosed;
import org.probity.campaign.event.CampaignOutcome;
import org.probity.campaign.event.PanelCapacity;
import org.probity.campaign.event.ParticipationEvent.PanelSeatLeft;
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

    private void declared() {
        fixture.given(new InterestDeclared(
                holder,
                interest,
                InterestCategory.FINANCIAL,
                null,
                new NamedBody("Invented Devices Ltd", null),
                "Shares",
                fixture.today().minusDays(3),
                fixture.today(),
                new Term(fixture.today().minusDays(3), null),
                false));
    }

    private JsonNode interests(String query) {
        return fixture.asks(reviewer, "/api/people/" + holder.value() + "/interests" + query)
                .ok();
    }

    private JsonNode register() {
        return fixture.asks(reviewer, "/api/interests?limit=200").ok();
    }

    private Optional<JsonNode> nonResponder(PersonId person) {
        return register().path("nonResponders").values().stream()
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
        assertThat(register().toString())
                .contains(interest.value().toString())
                .doesNotContain("@example.org")
                .doesNotContain("contact");
    }

    @Test
    void whatIsSaidOfFamiliesAndWhoHasNotDeclaredIsNotForEverybody() {
        PersonId late = story.incumbent(4, ACUTE, Profession.NURSE, story.endingIn(2_000));
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
                false));
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
        assertThat(fixture.asks(anybody, all).ok().path("nonResponders").size()).isZero();
        assertThat(nonResponder(late)).isPresent();
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

        assertThat(missing.path("declared").isNull()).isTrue();
        assertThat(missing.path("because").toString()).isEqualTo("[\"POST\"]");
    }

    @Test
    void aDeclarationCountsForTwelveMonthsAndARenewalForTwelveMore() {
        fixture.given(new NilDeclarationMade(holder, fixture.today()));
        assertThat(nonResponder(holder)).isEmpty();

        fixture.daysLater(366);
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
        String before = "/api/interests?inForceOn=" + made;
        assertThat(fixture.asks(reviewer, before).ok().path("nonResponders").toString())
                .contains(holder.value().toString());
    }

    @Test
    void theRulePackOfTheBodySaysHowLongADeclarationCounts() {
        fixture.given(new NilDeclarationMade(holder, fixture.today()));
        RulePack pack = Story.pack("own", fixture.today());
        fixture.given(new RulePackAdopted(
                story.body,
                new RulePack(
                        new RulePackVersion("own"),
                        pack.from(),
                        3,
                        1,
                        List.of(),
                        2,
                        4,
                        14,
                        12,
                        1,
                        28,
                        6,
                        3,
                        3,
                        6,
                        2,
                        2,
                        5),
                "decision"));
        fixture.daysLater(32);

        assertThat(nonResponder(holder)).isPresent();
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
