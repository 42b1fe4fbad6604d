package org.probity.dashboard.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.probity.query.Story.ACUTE;
import static org.probity.query.Story.STROKE;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.probity.campaign.event.CampaignEvent.AppointmentDecided;
import org.probity.campaign.event.PanelCapacity;
import org.probity.campaign.event.ParticipationEvent.*;
import org.probity.establishment.event.EstablishmentEvent.*;
import org.probity.establishment.event.HoldReleaseReason;
import org.probity.establishment.event.VacancyCause;
import org.probity.event.Term;
import org.probity.id.PersonId;
import org.probity.interests.event.InterestsEvent.NilDeclarationMade;
import org.probity.people.event.Authority;
import org.probity.people.event.Profession;
import org.probity.policy.event.RulePacksEvent.RulePackAdopted;
import org.probity.query.ReadFixture;
import org.probity.query.ReadFixture.Somebody;
import org.probity.query.Story;
import tools.jackson.databind.JsonNode;

/** Recruitment at a glance. */
class RecruitmentDashboardTest {

    private final ReadFixture fixture = new ReadFixture();
    private final Story story = new Story(fixture).posts();
    private Somebody officer = fixture.serving(story.body, Authority.APPOINTMENTS_OFFICER);

    @BeforeEach
    void someTimePasses() {
        fixture.later(Duration.ofHours(1));
    }

    private JsonNode dashboard(String query) {
        return mine(fixture.asks(officer, "/api/dashboards/recruitment" + query).ok());
    }

    private JsonNode mine(JsonNode all) {
        return all.path("establishments").values().stream()
                .filter(one -> one.path("id")
                        .asString()
                        .equals(story.establishment.value().toString()))
                .findFirst()
                .orElseThrow();
    }

    private static void assertPosts(JsonNode of, int filled, int held, int vacant) {
        assertThat(List.of(
                        of.path("filled").asInt(),
                        of.path("held").asInt(),
                        of.path("vacant").asInt()))
                .as("filled, held, vacant")
                .containsExactly(filled, held, vacant);
    }

    private JsonNode strand(JsonNode dashboard, String code) {
        return dashboard.path("strands").values().stream()
                .filter(one -> one.path("code").asString().equals(code))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void postsWithoutHoldersAreVacant() {
        assertPosts(dashboard(""), 0, 0, 4);
    }

    @Test
    void anIncumbentFillsAPostAndCountsAsIncumbent() {
        story.incumbent(3, ACUTE, Profession.NURSE, story.endingIn(200));

        JsonNode dashboard = dashboard("");
        assertPosts(dashboard, 1, 0, 3);
        assertThat(dashboard.path("incumbents").asInt()).isEqualTo(1);
        assertPosts(strand(dashboard, "acute"), 1, 0, 1);
        assertPosts(strand(dashboard, "stroke"), 0, 0, 2);
        assertThat(dashboard.path("professions").path("NURSE").asInt()).isEqualTo(1);
    }

    @Test
    void strandsComeInTheOrderInWhichTheyWereAdded() {
        assertThat(ReadFixture.each(dashboard("").path("strands"), "code")).containsExactly("stroke", "acute");
    }

    @Test
    void aHeldPostIsHeldUntilItIsFilledWhicheverDayItsTermBegins() {
        PersonId person = fixture.person(Profession.GP);
        var future = new Term(fixture.today().plusDays(30), fixture.today().plusYears(3));
        fixture.given(new PostHeld(story.establishment, 3, ACUTE, person, story.campaign, future));
        assertPosts(dashboard(""), 0, 1, 3);

        fixture.given(new PostFilled(story.establishment, 3, ACUTE, person, story.campaign, future, story.board));
        assertPosts(dashboard(""), 1, 0, 3);
    }

    @Test
    void aReleasedHoldLeavesThePostVacant() {
        PersonId person = fixture.person(Profession.GP);
        fixture.given(
                new PostHeld(story.establishment, 3, ACUTE, person, story.campaign, story.fromToday()),
                new HoldReleased(
                        story.establishment,
                        3,
                        ACUTE,
                        person,
                        story.campaign,
                        story.fromToday(),
                        HoldReleaseReason.OFFER_DECLINED));

        assertPosts(dashboard(""), 0, 0, 4);
    }

    @Test
    void aTermThatHasEndedLeavesThePostVacantThoughNobodySaidSo() {
        story.incumbent(3, ACUTE, Profession.NURSE, story.endingIn(10));
        assertPosts(dashboard(""), 1, 0, 3);

        fixture.daysLater(10);
        assertPosts(dashboard(""), 0, 0, 4);
    }

    @Test
    void aPostThatTwoShareCountsOnceAndBothProfessionsAreSeen() {
        story.incumbent(3, ACUTE, Profession.NURSE, story.endingIn(200));
        fixture.given(new IncumbentCarriedOver(
                story.establishment,
                3,
                ACUTE,
                fixture.person(Profession.PHARMACIST),
                story.endingIn(200),
                "decision",
                "Shares",
                true));

        JsonNode dashboard = dashboard("");
        assertPosts(dashboard, 1, 0, 3);
        assertThat(dashboard.path("professions").size()).isEqualTo(2);
    }

    @Test
    void aVacatedPostIsVacantFromThatDay() {
        PersonId person = story.incumbent(3, ACUTE, Profession.NURSE, story.endingIn(200));
        fixture.given(new PostVacated(
                story.establishment, 3, ACUTE, person, fixture.today().plusDays(5), VacancyCause.RESIGNED, "Moves"));

        assertPosts(dashboard(""), 1, 0, 3);
        fixture.daysLater(5);
        assertPosts(dashboard(""), 0, 0, 4);
    }

    @Test
    void termsThatEndSoonAreListed() {
        PersonId soon = story.incumbent(3, ACUTE, Profession.NURSE, story.endingIn(89));
        story.incumbent(4, ACUTE, Profession.GP, story.endingIn(400));

        JsonNode expiring = dashboard("").path("expiringTerms");
        assertThat(ReadFixture.each(expiring, "person"))
                .containsExactly(soon.value().toString());
        assertThat(expiring.get(0).path("days").asInt()).isEqualTo(89);

        fixture.given(new RulePackAdopted(story.body, Story.pack("own-1", fixture.today(), 88), "decision 2", null));
        assertThat(dashboard("").path("expiringTerms").size()).isZero();
    }

    @Test
    void declarationsThatAreMissingOrEndSoonAreListed() {
        PersonId never = story.incumbent(3, ACUTE, Profession.NURSE, story.endingIn(400));
        PersonId lately = story.incumbent(4, ACUTE, Profession.GP, story.endingIn(400));
        fixture.given(new NilDeclarationMade(lately, fixture.today()));

        assertThat(ReadFixture.each(dashboard("").path("expiringDeclarations"), "person"))
                .containsExactly(never.value().toString());
        fixture.daysLater(300);
        assertThat(ReadFixture.each(dashboard("").path("expiringDeclarations"), "person"))
                .contains(lately.value().toString());
    }

    @Test
    void incumbentsAreCountedByTheDaysTheyAreUnconfirmed() {
        PersonId confirmed = story.incumbent(3, ACUTE, Profession.NURSE, story.endingIn(400));
        PersonId waiting = story.incumbent(4, ACUTE, Profession.GP, story.endingIn(400));
        fixture.given(new IncumbentImpartialityConfirmed(
                story.establishment, confirmed, story.owner, 3, ACUTE, story.board, story.endingIn(400)));
        fixture.daysLater(41);

        JsonNode unconfirmed = dashboard("").path("unconfirmedIncumbents");
        assertThat(ReadFixture.each(unconfirmed, "person"))
                .containsExactly(waiting.value().toString());
        assertThat(unconfirmed.get(0).path("days").asInt()).isEqualTo(41);
    }

    @Test
    void candidatesAreCountedByStageAndStagesInDays() {
        story.campaign();
        PersonId first = story.candidate(ACUTE);
        PersonId second = story.candidate(ACUTE);
        story.candidate(STROKE);
        fixture.daysLater(4);
        fixture.given(
                new CandidateLonglisted(story.campaign, first),
                new CandidateNotLonglisted(story.campaign, second, "Too early"));
        fixture.daysLater(2);

        JsonNode dashboard = dashboard("");
        assertThat(dashboard.path("stages").toString())
                .isEqualTo("{\"CANDIDATE\":1,\"LONGLISTED\":1,\"NOT_LONGLISTED\":1}");
        JsonNode campaign = dashboard.path("campaigns").get(0);
        assertThat(campaign.path("stages")).isEqualTo(dashboard.path("stages"));
        assertThat(campaign.path("daysPerStage").path("CANDIDATE").asDouble()).isEqualTo(4.0);
        assertThat(campaign.path("daysPerStage").path("LONGLISTED").asDouble()).isEqualTo(2.0);
        assertThat(campaign.path("daysPerStage").has("NOT_LONGLISTED")).isFalse();
        assertThat(campaign.path("daysPerStage").path("ADVERT").asDouble()).isEqualTo(6.0);
        assertThat(campaign.path("daysFromCloseToDecision").isNull()).isTrue();
    }

    @Test
    void aCampaignIsOverdueThreeMonthsAfterClosingUntilEveryStrandIsDecided() {
        story.campaign();
        fixture.daysLater(10 + 100);
        JsonNode late = dashboard("").path("campaigns").get(0);
        assertThat(late.path("daysFromCloseToDecision").asLong()).isEqualTo(100);
        assertThat(late.path("targetDays").asLong()).isBetween(89L, 92L);
        assertThat(late.path("overdue").asBoolean()).isTrue();
        assertThat(late.path("status").asString()).isEqualTo("ASSESSING");

        Stream.of(ACUTE, STROKE)
                .forEach(strand -> fixture.given(new AppointmentDecided(
                        story.campaign, strand, List.of(), List.of(), story.fromToday(), false, null, story.owner)));
        fixture.daysLater(50);
        assertThat(dashboard("")
                        .path("campaigns")
                        .get(0)
                        .path("daysFromCloseToDecision")
                        .asLong())
                .isEqualTo(100);
    }

    @Test
    void anEarlierMomentShowsWhatWasKnownThen() {
        Instant before = fixture.now();
        fixture.daysLater(1);
        story.incumbent(3, ACUTE, Profession.NURSE, story.endingIn(200));

        assertPosts(dashboard("?asAt=" + before), 0, 0, 4);
        assertPosts(dashboard("?asAt=" + fixture.today()), 1, 0, 3);
        assertPosts(dashboard(""), 1, 0, 3);
    }

    @Test
    void todayIsTheAskedMoment() {
        story.incumbent(3, ACUTE, Profession.NURSE, story.endingIn(10));
        var day = fixture.today();
        fixture.daysLater(20);

        assertPosts(dashboard(""), 0, 0, 4);
        assertPosts(dashboard("?asAt=" + day), 1, 0, 3);
        assertThat(dashboard("?asAt=" + day)
                        .path("expiringTerms")
                        .get(0)
                        .path("days")
                        .asInt())
                .isEqualTo(10);
    }

    @Test
    void candidatesAreCountedOnlyForWhoeverSeesThemInTheCampaign() {
        story.campaign();
        PersonId candidate = story.candidate(ACUTE);
        PersonId member = story.seat(PanelCapacity.MEMBER);

        for (Somebody closed : List.of(
                fixture.login(candidate, Authority.CLINICIAN, Authority.BOARD_MEMBER),
                fixture.login(fixture.person(Profession.GP), Authority.PANEL_MEMBER),
                fixture.serving(ReadFixture.newBody(), Authority.APPOINTMENTS_OFFICER))) {
            JsonNode seen = seenBy(closed);
            assertThat(seen.path("stages").size()).isZero();
            assertThat(seen.path("campaigns").get(0).path("stages").size()).isZero();
            assertThat(seen.path("campaigns").get(0).path("daysPerStage").size())
                    .isZero();
        }
        for (Somebody open : List.of(
                fixture.login(member, Authority.PANEL_MEMBER),
                officer,
                fixture.login(fixture.person(Profession.OTHER), Authority.GOVERNANCE_REVIEWER))) {
            JsonNode seen = seenBy(open);
            assertThat(seen.path("stages").path("CANDIDATE").asInt()).isEqualTo(1);
            assertThat(seen.path("campaigns").get(0).path("daysPerStage").has("CANDIDATE"))
                    .isTrue();
        }
    }

    @Test
    void whoIsNotConfirmedIsForThoseWhoServeTheBody() {
        PersonId holder = story.incumbent(3, ACUTE, Profession.NURSE, story.endingIn(400));

        for (Somebody closed : List.of(
                fixture.serving(ReadFixture.newBody(), Authority.APPOINTMENTS_OFFICER),
                fixture.login(fixture.person(Profession.GP), Authority.BOARD_MEMBER))) {
            JsonNode seen = seenBy(closed);
            assertThat(seen.path("unconfirmedIncumbents").size()).isZero();
            assertThat(seen.path("expiringDeclarations").size()).isZero();
            assertThat(onlyHolder(seen).path("impartiality").isNull()).isTrue();
        }
        for (Somebody open : List.of(
                officer,
                fixture.serving(story.body, Authority.BOARD_SECRETARY),
                fixture.login(fixture.person(Profession.OTHER), Authority.GOVERNANCE_REVIEWER))) {
            JsonNode seen = seenBy(open);
            assertThat(ReadFixture.each(seen.path("unconfirmedIncumbents"), "person"))
                    .containsExactly(holder.value().toString());
            assertThat(onlyHolder(seen).path("impartiality").asString()).isEqualTo("NOT_STATED");
        }
        assertThat(onlyHolder(seenBy(fixture.login(holder, Authority.CLINICIAN)))
                        .path("impartiality")
                        .asString())
                .isEqualTo("NOT_STATED");
    }

    private JsonNode seenBy(Somebody by) {
        return mine(fixture.asks(by, "/api/dashboards/recruitment").ok());
    }

    private JsonNode onlyHolder(JsonNode dashboard) {
        return Objects.requireNonNull(strand(dashboard, "acute").path("holders").get(0));
    }

    @Test
    void cliniciansSeePostsButNoCountsOfCandidates() {
        story.campaign();
        story.candidate(ACUTE);
        officer = fixture.login(fixture.person(Profession.GP), Authority.CLINICIAN);

        JsonNode dashboard = dashboard("");
        assertPosts(dashboard, 0, 0, 4);
        assertThat(dashboard.path("stages").size()).isZero();
        assertThat(Objects.requireNonNull(dashboard.path("campaigns").get(0))
                        .path("stages")
                        .size())
                .isZero();
    }
}
