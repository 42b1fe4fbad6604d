package org.probity.audit.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.probity.query.Story.ACUTE;
import static org.probity.query.Story.STROKE;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.probity.audit.event.FindingEvent.FindingRecorded;
import org.probity.audit.event.FindingGrade;
import org.probity.audit.event.FindingSubject;
import org.probity.audit.event.RefusalEvent.CommandRejected;
import org.probity.campaign.event.AssessmentStage;
import org.probity.campaign.event.CampaignEvent.*;
import org.probity.campaign.event.CampaignOutcome;
import org.probity.campaign.event.ConnectionKind;
import org.probity.campaign.event.MeritPlace;
import org.probity.campaign.event.PanelCapacity;
import org.probity.campaign.event.ParticipationEvent.*;
import org.probity.establishment.event.EstablishmentEvent.HoldReleased;
import org.probity.establishment.event.EstablishmentEvent.PostFilled;
import org.probity.establishment.event.EstablishmentEvent.PostHeld;
import org.probity.establishment.event.HoldReleaseReason;
import org.probity.id.FindingId;
import org.probity.id.ParticipationId;
import org.probity.id.PersonId;
import org.probity.id.RefusalId;
import org.probity.interests.event.Mitigation;
import org.probity.people.event.Authority;
import org.probity.people.event.Profession;
import org.probity.query.ReadFixture;
import org.probity.query.ReadFixture.Somebody;
import org.probity.query.Story;
import tools.jackson.databind.JsonNode;

/** The log opens nothing of a campaign that the campaign itself keeps from somebody. */
class WithheldLinesTest {

    private static final BigDecimal TOTAL = new BigDecimal("71.00");

    private final ReadFixture fixture = new ReadFixture();
    private final Story story = new Story(fixture).posts().campaign();
    private final PersonId candidate = story.candidate(ACUTE);
    private final PersonId elsewhere = story.candidate(STROKE);
    private final PersonId chair = story.seat(PanelCapacity.CHAIR);
    private final PersonId member = story.seat(PanelCapacity.MEMBER);
    private final Somebody reviewer = fixture.login(fixture.person(Profession.OTHER), Authority.GOVERNANCE_REVIEWER);
    private final Somebody asMember = fixture.login(member, Authority.GOVERNANCE_REVIEWER);

    private String of(PersonId person) {
        return new ParticipationId(story.campaign, person).stream();
    }

    /** The last event of a subject. */
    private JsonNode last(Somebody by, String subject) {
        JsonNode events =
                fixture.asks(by, "/api/log?limit=200&subject=" + subject).ok().path("events");
        return events.get(events.size() - 1);
    }

    private void assertWithheld(Somebody by, String subject) {
        JsonNode line = last(by, subject);
        assertThat(line.path("payload").isNull()).as(line.toString()).isTrue();
        assertThat(line.path("withheld").asBoolean()).isTrue();
        assertThat(line.path("type").asString()).isNotEmpty();
        assertThat(line.path("position").asLong()).isPositive();
    }

    private void assertOpen(Somebody by, String subject) {
        JsonNode line = last(by, subject);
        assertThat(line.path("payload").isObject()).as(line.toString()).isTrue();
        assertThat(line.path("withheld").asBoolean()).isFalse();
    }

    private void recused(@Nullable PersonId only) {
        fixture.given(new PanelMemberRecused(
                story.campaign,
                member,
                Mitigation.WITHDRAW,
                only == null ? List.of(ACUTE) : List.of(),
                only,
                "Knows them"));
    }

    @Test
    void aReviewerOnThePanelReadsTheScoresOfOthersOnceTheirOwnAreIn() {
        story.discloses(member, candidate);
        story.scores(chair, candidate, AssessmentStage.SIFT, 3);
        assertWithheld(asMember, of(chair));
        assertOpen(reviewer, of(chair));

        story.scores(member, candidate, AssessmentStage.SIFT, 2);
        assertOpen(asMember, of(member));
        assertWithheld(asMember, of(chair));

        fixture.given(new OthersScoresSeen(story.campaign, member, candidate, AssessmentStage.SIFT));
        assertOpen(asMember, of(chair));
    }

    @Test
    void whatFollowsFromScoresIsWithheldLikeThem() {
        story.discloses(member, candidate);
        story.interviewed(candidate);
        fixture.given(new FoundAppointable(story.campaign, candidate, List.of(ACUTE), TOTAL));
        assertWithheld(asMember, of(candidate));

        fixture.given(
                new CandidatesRecommended(story.campaign, ACUTE, List.of(new MeritPlace(candidate, 1, TOTAL)), null));
        assertWithheld(asMember, story.campaign.stream());
        assertOpen(reviewer, story.campaign.stream());
    }

    @Test
    void aRecusedReviewerReadsNothingThatNamesWhoIsClosedToThemWhereverItIsSaid() {
        story.discloses(member, elsewhere);
        recused(null);
        assertWithheld(asMember, of(candidate));
        assertOpen(asMember, of(elsewhere));
        assertOpen(asMember, of(member));

        fixture.given(
                new PanelConnectionDisclosed(story.campaign, chair, candidate, ConnectionKind.PROFESSIONAL, "Wrote"));
        assertWithheld(asMember, of(chair));
        fixture.given(new CandidatesLonglisted(story.campaign, List.of(candidate), List.of()));
        assertWithheld(asMember, story.campaign.stream());
        assertOpen(reviewer, story.campaign.stream());
    }

    @Test
    void aFindingAboutACampaignIsWithheldFromWhoCompetesInItAndWhoIsRecused() {
        story.discloses(member, elsewhere);
        var finding = new FindingId(UUID.randomUUID());
        fixture.given(new FindingRecorded(
                finding,
                new FindingSubject(story.campaign.stream()),
                story.body,
                null,
                null,
                FindingGrade.CONCERN,
                "No evidence",
                story.owner));
        assertOpen(reviewer, finding.stream());
        assertOpen(asMember, finding.stream());
        assertWithheld(fixture.login(candidate, Authority.GOVERNANCE_REVIEWER), finding.stream());

        recused(null);
        assertWithheld(asMember, finding.stream());
    }

    @Test
    void aRecusalClosesTheLogAtOnceHoweverFarTheReadSideHasCome() throws SQLException {
        story.discloses(member, candidate);
        assertOpen(asMember, of(candidate));

        try (var connection = ReadFixture.bean(DataSource.class).getConnection();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("lock table read_1.panel_seat in exclusive mode");
            ReadFixture.append(new PanelMemberRecused(
                    story.campaign, member, Mitigation.WITHDRAW, List.of(), candidate, "Knows them"));

            assertWithheld(asMember, of(candidate));
            assertWithheld(asMember, of(elsewhere));
            connection.rollback();
        }
        fixture.given(new PanelConnectionDisclosed(story.campaign, member, elsewhere, null, null));
        assertWithheld(asMember, of(candidate));
        assertOpen(asMember, of(elsewhere));
    }

    @Test
    void aRecusalStaysWithWhoeverHasLeftThePanel() {
        recused(candidate);
        fixture.given(new PanelSeatLeft(story.campaign, member, "Replaced"));

        assertWithheld(asMember, of(candidate));
        assertOpen(asMember, of(elsewhere));
    }

    @Test
    void whatWasDecidedAboutWhoIsClosedIsOpenOnceTheCampaignHasEnded() {
        recused(candidate);
        fixture.given(new AppointmentDecided(
                story.campaign, ACUTE, List.of(candidate), List.of(), story.fromToday(), false, null, story.owner));
        assertWithheld(asMember, story.campaign.stream());

        fixture.given(new CampaignClosed(story.campaign, CampaignOutcome.APPOINTMENTS_MADE));
        JsonNode events = fixture.asks(asMember, "/api/log?limit=200&subject=" + story.campaign.stream())
                .ok()
                .path("events");
        assertThat(events.get(events.size() - 2).path("type").asString()).isEqualTo("AppointmentDecided");
        assertThat(events.get(events.size() - 2).path("withheld").asBoolean()).isFalse();
    }

    @Test
    void aCandidateWhoIsAReviewerReadsOnlyTheirOwnParticipation() {
        Somebody competing = fixture.login(candidate, Authority.CLINICIAN, Authority.GOVERNANCE_REVIEWER);
        story.scores(chair, candidate, AssessmentStage.SIFT, 3);

        assertOpen(competing, of(candidate));
        assertWithheld(competing, of(chair));
        assertWithheld(competing, of(elsewhere));
        assertWithheld(competing, story.campaign.stream());
        assertOpen(competing, story.establishment.stream());
        fixture.given(
                new ScoresModerated(story.campaign, candidate, AssessmentStage.SIFT, Story.points(2), "Moderated"));
        assertWithheld(competing, of(candidate));
    }

    @Test
    void aNomineeReadsNothingOfRivalsUntilTheyDecline() {
        fixture.given(new LeadNominated(story.campaign, reviewer.person(), story.owner, List.of(STROKE), null));
        assertWithheld(reviewer, of(candidate));
        assertOpen(reviewer, of(reviewer.person()));

        fixture.given(new NominationDeclined(story.campaign, reviewer.person(), null));
        assertOpen(reviewer, of(candidate));
    }

    @Test
    void aHeldPostIsWithheldLikeTheCandidacyItIsHeldForUntilThePostIsFilled() {
        recused(candidate);
        String posts = story.establishment.stream();
        fixture.given(held(elsewhere));
        assertWithheld(asMember, posts);
        story.discloses(member, elsewhere);
        assertOpen(asMember, posts);

        fixture.given(held(candidate));
        assertWithheld(asMember, posts);
        assertOpen(reviewer, posts);
        fixture.given(new HoldReleased(
                story.establishment,
                1,
                ACUTE,
                candidate,
                story.campaign,
                story.fromToday(),
                HoldReleaseReason.OFFER_DECLINED));
        assertWithheld(asMember, posts);
        fixture.given(
                new PostFilled(story.establishment, 1, ACUTE, candidate, story.campaign, story.fromToday(), null));
        assertOpen(asMember, posts);
    }

    private PostHeld held(PersonId person) {
        return new PostHeld(story.establishment, 1, ACUTE, person, story.campaign, story.fromToday());
    }

    @Test
    void aRefusedCommandIsWithheldLikeWhatItWasAbout() {
        recused(null);
        var about = new RefusalId(UUID.randomUUID());
        var naming = new RefusalId(UUID.randomUUID());
        var other = new RefusalId(UUID.randomUUID());
        fixture.given(
                rejected(about, of(candidate), Map.of("points", "7")),
                rejected(
                        naming,
                        story.campaign.stream(),
                        Map.of("candidate", candidate.value().toString())),
                rejected(other, story.campaign.stream(), Map.of("closing", "2026-03-01")));

        assertWithheld(asMember, about.stream());
        assertWithheld(asMember, naming.stream());
        assertOpen(asMember, other.stream());
        assertOpen(reviewer, about.stream());
    }

    @Test
    void whatWasRefusedToOthersOnThePanelIsWithheldFromItsMembers() {
        var own = new RefusalId(UUID.randomUUID());
        var others = new RefusalId(UUID.randomUUID());
        fixture.given(
                rejected(own, of(member), Map.of("points", "7")), rejected(others, of(chair), Map.of("points", "7")));

        assertOpen(asMember, own.stream());
        assertWithheld(asMember, others.stream());
        assertOpen(reviewer, others.stream());
    }

    private static CommandRejected rejected(RefusalId id, String subject, Map<String, String> details) {
        return new CommandRejected(id, "SubmitScorecard", null, subject, "score-out-of-range", details);
    }

    @Test
    void positionsHaveNoGapWhereSomethingIsWithheld() {
        long before = ReadFixture.append(
                new ScorecardSubmitted(story.campaign, chair, candidate, AssessmentStage.SIFT, Story.points(3)));
        fixture.given(new CandidateLonglisted(story.campaign, candidate));

        JsonNode events = fixture.asks(asMember, "/api/log?limit=2&after=" + (before - 1))
                .ok()
                .path("events");
        assertThat(ReadFixture.each(events, "position"))
                .containsExactly(Long.toString(before), Long.toString(before + 1));
        assertThat(events.get(0).path("withheld").asBoolean()).isTrue();
        assertThat(events.toString()).doesNotContain("Reason of 3");
    }
}
