package org.probity.campaign.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.probity.query.Story.ACUTE;
import static org.probity.query.Story.STROKE;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.probity.campaign.event.AssessmentStage;
import org.probity.campaign.event.CampaignEvent.*;
import org.probity.campaign.event.CampaignOutcome;
import org.probity.campaign.event.ConnectionKind;
import org.probity.campaign.event.MeritPlace;
import org.probity.campaign.event.PanelCapacity;
import org.probity.campaign.event.ParticipationEvent.*;
import org.probity.id.PersonId;
import org.probity.interests.event.Mitigation;
import org.probity.people.event.Authority;
import org.probity.people.event.PersonEvent.PersonErased;
import org.probity.people.event.Profession;
import org.probity.query.ReadFixture;
import org.probity.query.ReadFixture.Somebody;
import org.probity.query.Story;
import tools.jackson.databind.JsonNode;

/** Who sees which scores, and when: nobody's judgement may lean on another's. */
class ScoresTest {

    private static final BigDecimal TOTAL = new BigDecimal("71.00");

    private final ReadFixture fixture = new ReadFixture();
    private final Story story = new Story(fixture).posts().campaign();
    private final PersonId candidate = story.candidate(ACUTE);
    private final PersonId chair = story.seat(PanelCapacity.CHAIR);
    private final PersonId member = story.seat(PanelCapacity.MEMBER);

    @BeforeEach
    void nobodyOnThePanelIsConnected() {
        story.discloses(chair, candidate);
        story.discloses(member, candidate);
    }

    private JsonNode campaign(Somebody by, String query) {
        return fixture.asks(by, "/api/campaigns/" + story.campaign.value() + query)
                .ok();
    }

    private @Nullable JsonNode seenBy(Somebody by, PersonId of) {
        return campaign(by, "").path("candidates").values().stream()
                .filter(one -> one.path("person").asString().equals(of.value().toString()))
                .findFirst()
                .orElse(null);
    }

    private JsonNode assessment(Somebody by, AssessmentStage stage) {
        return Objects.requireNonNull(seenBy(by, candidate)).path("assessments").values().stream()
                .filter(one -> one.path("stage").asString().equals(stage.name()))
                .findFirst()
                .orElseThrow();
    }

    private Somebody asChair() {
        return fixture.login(chair, Authority.PANEL_MEMBER);
    }

    private Somebody asMember(Authority... more) {
        Authority[] all = new Authority[more.length + 1];
        IntStream.range(0, more.length).forEach(i -> all[i] = more[i]);
        all[more.length] = Authority.PANEL_MEMBER;
        return fixture.login(member, all);
    }

    private void assertHidden(JsonNode assessment, String why, PersonId... shown) {
        assertThat(assessment.path("hidden").asString()).isEqualTo(why);
        assertThat(ReadFixture.each(assessment.path("scorecards"), "assessor"))
                .containsExactlyElementsOf(List.of(shown).stream()
                        .map(one -> one.value().toString())
                        .toList());
    }

    private static void assertShown(JsonNode assessment, int scorecards) {
        assertThat(assessment.path("hidden").isNull()).isTrue();
        assertThat(assessment.path("scorecards").size()).isEqualTo(scorecards);
    }

    @Test
    void scoresOfOthersAreHiddenUntilTheOwnScorecardIsInFromTheChairToo() {
        story.scores(member, candidate, AssessmentStage.SIFT, 3);

        JsonNode seen = assessment(asChair(), AssessmentStage.SIFT);
        assertHidden(seen, "OWN_SCORECARD_MISSING");
        assertThat(seen.path("received").asInt()).isEqualTo(1);
    }

    @Test
    void theOwnScorecardIsAlwaysShown() {
        story.scores(chair, candidate, AssessmentStage.SIFT, 2);
        story.scores(member, candidate, AssessmentStage.SIFT, 3);

        assertHidden(assessment(asMember(), AssessmentStage.SIFT), "OTHERS_NOT_OPENED", member);
    }

    @Test
    void scoresOfOthersAreShownOnceTheOwnIsInAndTheyHaveBeenOpened() {
        story.scores(chair, candidate, AssessmentStage.SIFT, 2);
        story.scores(member, candidate, AssessmentStage.SIFT, 3);
        fixture.given(new OthersScoresSeen(story.campaign, member, candidate, AssessmentStage.SIFT));

        JsonNode seen = assessment(asMember(), AssessmentStage.SIFT);
        assertShown(seen, 2);
        assertThat(seen.path("scorecards").values().stream()
                        .map(card -> card.path("scores").get(0).path("points").asInt()))
                .containsExactlyInAnyOrder(2, 3);
    }

    @Test
    void scoresOfOthersAreShownOnceTheOwnIsInAndTheCandidateIsPastThatStage() {
        story.scores(chair, candidate, AssessmentStage.SIFT, 2);
        story.scores(member, candidate, AssessmentStage.SIFT, 3);
        fixture.given(new CandidateLonglisted(story.campaign, candidate));

        assertShown(assessment(asMember(), AssessmentStage.SIFT), 2);
    }

    @Test
    void ineligibilityOpensNothingBecauseALateReleaseMayUndoIt() {
        story.scores(member, candidate, AssessmentStage.SIFT, 3);
        story.scores(chair, candidate, AssessmentStage.SIFT, 1);
        fixture.given(new EligibilityChecked(story.campaign, candidate, true, true, false, false, null));

        assertHidden(assessment(asChair(), AssessmentStage.SIFT), "OTHERS_NOT_OPENED", chair);
    }

    @Test
    void oneStageDoesNotOpenAnother() {
        story.scores(member, candidate, AssessmentStage.SIFT, 3);
        story.interviewed(candidate);
        story.scores(chair, candidate, AssessmentStage.INTERVIEW, 4);

        assertHidden(assessment(asMember(), AssessmentStage.INTERVIEW), "OWN_SCORECARD_MISSING");
    }

    @Test
    void noOtherAuthorityOpensScoresToAMemberOfThePanel() {
        story.scores(chair, candidate, AssessmentStage.SIFT, 3);

        assertHidden(
                assessment(
                        asMember(Authority.GOVERNANCE_REVIEWER, Authority.APPOINTMENTS_OFFICER), AssessmentStage.SIFT),
                "OWN_SCORECARD_MISSING");
    }

    @Test
    void anEarlierMomentOpensNothingThatIsHiddenNow() {
        long position = fixture.given(
                new ScorecardSubmitted(story.campaign, chair, candidate, AssessmentStage.SIFT, Story.points(3)));
        fixture.daysLater(1);
        fixture.given(new CandidateLonglisted(story.campaign, story.candidate(STROKE)));

        JsonNode then = campaign(asMember(), "?atPosition=" + position);
        assertThat(then.toString()).doesNotContain("Reason of 3");
    }

    @Test
    void aSupersededScorecardStaysBesideItsReplacement() {
        story.scores(member, candidate, AssessmentStage.SIFT, 3);
        fixture.given(new ScorecardSuperseded(
                story.campaign, member, candidate, AssessmentStage.SIFT, Story.points(1), "Misread"));

        JsonNode cards = assessment(asMember(), AssessmentStage.SIFT).path("scorecards");
        assertThat(ReadFixture.each(cards, "superseded")).containsExactly("true", "false");
        assertThat(ReadFixture.each(cards, "number")).containsExactly("1", "2");
    }

    @Test
    void totalsAndRanksAreHiddenLikeTheScoresTheyComeFrom() {
        story.interviewed(candidate);
        story.scores(chair, candidate, AssessmentStage.INTERVIEW, 3);
        recommended();

        Somebody asMember = asMember();
        assertThat(Objects.requireNonNull(seenBy(asMember, candidate))
                        .path("total")
                        .isNull())
                .isTrue();
        assertThat(campaign(asMember, "").toString()).doesNotContain("71.0").doesNotContain("\"rank\"");
        assertThat(campaign(asChair(), "").toString()).contains("71.0").contains("\"rank\":1");
    }

    private void recommended() {
        fixture.given(
                new FoundAppointable(story.campaign, candidate, List.of(ACUTE), TOTAL),
                new CandidateRecommended(story.campaign, candidate, ACUTE, 1, TOTAL),
                new CandidatesRecommended(story.campaign, ACUTE, List.of(new MeritPlace(candidate, 1, TOTAL)), null));
    }

    @Test
    void officersSeeScoresOnlyAfterThePanelsFinding() {
        Somebody officer = fixture.serving(story.body, Authority.APPOINTMENTS_OFFICER);
        story.scores(chair, candidate, AssessmentStage.SIFT, 3);
        story.interviewed(candidate);
        assertHidden(assessment(officer, AssessmentStage.SIFT), "NO_FINDING");

        recommended();
        assertShown(assessment(officer, AssessmentStage.SIFT), 1);
    }

    @Test
    void anOfficerOfAnotherBodySeesThePublicPart() {
        Somebody officer = fixture.serving(ReadFixture.newBody(), Authority.APPOINTMENTS_OFFICER);

        JsonNode campaign = campaign(officer, "");
        assertThat(campaign.path("seenAs").asString()).isEqualTo("PUBLIC");
        assertThat(campaign.path("candidates").size()).isZero();
        assertThat(campaign.path("specification").asString()).isEqualTo("Leads a pathway");
    }

    @Test
    void aReviewerSeesEverything() {
        story.scores(chair, candidate, AssessmentStage.SIFT, 3);
        Somebody reviewer = fixture.login(fixture.person(Profession.OTHER), Authority.GOVERNANCE_REVIEWER);

        assertShown(assessment(reviewer, AssessmentStage.SIFT), 1);
    }

    @Test
    void aNomineeSeesNothingOfRivalsUntilTheyDecline() {
        Somebody reviewer = fixture.serving(story.body, Authority.GOVERNANCE_REVIEWER);
        assertThat(seenBy(reviewer, candidate)).isNotNull();

        fixture.given(new LeadNominated(story.campaign, reviewer.person(), member, List.of(STROKE), null));
        assertThat(seenBy(reviewer, candidate)).isNull();
        assertThat(seenBy(reviewer, reviewer.person())).isNotNull();
    }

    @Test
    void aNominationThatWasDeclinedTakesNoReadAccessAway() {
        Somebody reviewer = fixture.serving(story.body, Authority.GOVERNANCE_REVIEWER);
        fixture.given(
                new LeadNominated(story.campaign, reviewer.person(), member, List.of(STROKE), null),
                new NominationDeclined(story.campaign, reviewer.person(), null));

        assertThat(seenBy(reviewer, candidate)).isNotNull();
    }

    @Test
    void aNomineeSeesTheirOwnNominationOnly() {
        Somebody nominee = fixture.login(fixture.person(Profession.GP), Authority.CLINICIAN);
        fixture.given(new LeadNominated(story.campaign, nominee.person(), member, List.of(STROKE), null));

        assertThat(ReadFixture.each(campaign(nominee, "").path("candidates"), "person"))
                .containsExactly(nominee.person().value().toString());
    }

    @Test
    void aCandidateSeesOnlyTheOwnParticipationWithoutScoresWhateverElseTheyAre() {
        PersonId other = story.candidate(ACUTE);
        story.scores(chair, candidate, AssessmentStage.SIFT, 3);
        Somebody asCandidate = fixture.login(candidate, Authority.CLINICIAN, Authority.GOVERNANCE_REVIEWER);

        JsonNode campaign = campaign(asCandidate, "");
        assertThat(ReadFixture.each(campaign.path("candidates"), "person"))
                .containsExactly(candidate.value().toString());
        assertThat(campaign.toString()).doesNotContain(other.value().toString()).doesNotContain("Reason of");
        assertThat(campaign.path("progress").path("stages").size()).isZero();
    }

    @Test
    void aRecusalThatClosesThePapersClosesTheWholeListOfTheStrandUnderEveryAuthority() {
        PersonId elsewhere = story.candidate(STROKE);
        story.scores(member, candidate, AssessmentStage.SIFT, 3);
        fixture.given(new PanelMemberRecused(
                story.campaign, member, Mitigation.WITHDRAW, List.of(ACUTE), null, "Knows them"));

        Somebody asMember = asMember(Authority.GOVERNANCE_REVIEWER);
        assertThat(seenBy(asMember, candidate)).isNull();
        assertThat(seenBy(asMember, elsewhere)).isNotNull();

        fixture.given(new PanelSeatLeft(story.campaign, member, "Replaced"));
        assertThat(seenBy(asMember, candidate)).isNull();
    }

    @Test
    void aRecusedMemberSeesNoConnectionOrDecisionThatNamesWhoIsClosedToThem() {
        PersonId elsewhere = story.candidate(STROKE);
        fixture.given(
                new PanelConnectionDisclosed(story.campaign, chair, candidate, ConnectionKind.PROFESSIONAL, "Wrote"),
                new PanelConnectionDisclosed(story.campaign, chair, elsewhere, ConnectionKind.PROFESSIONAL, "Wrote"),
                new PanelMemberRecused(
                        story.campaign, chair, Mitigation.DISCUSS_NO_VOTE, List.of(), candidate, "Close"),
                new PanelMemberRecused(story.campaign, member, Mitigation.WITHDRAW, List.of(), candidate, "Knows them"),
                new AppointmentDecided(
                        story.campaign,
                        ACUTE,
                        List.of(candidate),
                        List.of(),
                        story.fromToday(),
                        false,
                        null,
                        story.owner));

        JsonNode seen = campaign(asMember(), "");
        assertThat(panelMember(seen, chair).toString())
                .doesNotContain(candidate.value().toString())
                .contains(elsewhere.value().toString());
        assertThat(panelMember(seen, member).path("recusals").toString())
                .contains(candidate.value().toString());
        assertThat(seen.path("strands").toString())
                .doesNotContain(candidate.value().toString());
        assertThat(campaign(asChair(), "").path("strands").toString())
                .contains(candidate.value().toString());

        fixture.given(new CampaignClosed(story.campaign, CampaignOutcome.APPOINTMENTS_MADE));
        assertThat(campaign(asMember(), "").path("strands").toString())
                .contains(candidate.value().toString());
    }

    private static JsonNode panelMember(JsonNode campaign, PersonId person) {
        return campaign.path("panel").values().stream()
                .filter(one ->
                        one.path("person").asString().equals(person.value().toString()))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void feedbackIsReadByTheCandidateAndOfficersAndNotByThePanel() {
        fixture.given(
                new FeedbackGiven(story.campaign, candidate, "You did well"),
                new FeedbackGiven(story.campaign, candidate, "Apply again"));

        for (Somebody open : List.of(
                fixture.login(candidate, Authority.CLINICIAN),
                fixture.serving(story.body, Authority.APPOINTMENTS_OFFICER))) {
            assertThat(Objects.requireNonNull(seenBy(open, candidate))
                            .path("feedback")
                            .toString())
                    .isEqualTo("[\"You did well\",\"Apply again\"]");
        }
        assertThat(Objects.requireNonNull(seenBy(asMember(), candidate))
                        .path("feedback")
                        .size())
                .isZero();
    }

    @Test
    void whatIsPersonalIsGoneFromEveryVersionOnceTheCandidateIsErased() {
        Somebody reviewer = fixture.login(fixture.person(Profession.OTHER), Authority.GOVERNANCE_REVIEWER);
        story.scores(chair, candidate, AssessmentStage.SIFT, 3);
        long before = fixture.given(
                new FeedbackGiven(story.campaign, candidate, "You did well"),
                new CandidateLonglisted(story.campaign, candidate));
        fixture.given(new PersonErased(candidate, null));

        for (String query : List.of("", "?atPosition=" + before)) {
            assertThat(campaign(reviewer, query).toString())
                    .doesNotContain("Reason of 3")
                    .doesNotContain("You did well")
                    .doesNotContain("I would like to");
        }
    }
}
