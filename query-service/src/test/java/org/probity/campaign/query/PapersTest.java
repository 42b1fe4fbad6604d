package org.probity.campaign.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.probity.query.Story.ACUTE;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.probity.campaign.event.AssessmentStage;
import org.probity.campaign.event.CampaignEvent.CandidatesRecommended;
import org.probity.campaign.event.ConnectionKind;
import org.probity.campaign.event.MeritPlace;
import org.probity.campaign.event.PanelCapacity;
import org.probity.campaign.event.ParticipationEvent.*;
import org.probity.id.ParticipationId;
import org.probity.id.PersonId;
import org.probity.interests.event.Mitigation;
import org.probity.people.event.Authority;
import org.probity.people.event.Profession;
import org.probity.query.ReadFixture;
import org.probity.query.ReadFixture.Somebody;
import org.probity.query.Story;
import tools.jackson.databind.JsonNode;

/** Nobody on a panel reads papers before they have said whom they know. */
class PapersTest {

    private final ReadFixture fixture = new ReadFixture();
    private final Story story = new Story(fixture).posts().campaign();
    private final PersonId candidate = story.candidate(ACUTE);
    private final PersonId member = story.seat(PanelCapacity.MEMBER);
    private final Somebody asMember = fixture.login(member, Authority.PANEL_MEMBER, Authority.GOVERNANCE_REVIEWER);

    private JsonNode seenBy(Somebody by) {
        return fixture.asks(by, "/api/campaigns/" + story.campaign.value()).ok().path("candidates").values().stream()
                .filter(one ->
                        one.path("person").asString().equals(candidate.value().toString()))
                .findFirst()
                .orElseThrow();
    }

    private void assertClosed() {
        JsonNode seen = seenBy(asMember);
        assertThat(seen.path("connectionNotSettled").asBoolean()).isTrue();
        assertThat(seen.path("name").asString()).startsWith("Invented Person");
        assertThat(seen.path("profession").asString()).isEqualTo("GP");
        assertThat(seen.path("strands").toString()).isEqualTo("[\"acute\"]");
        for (String paper : List.of("stage", "statement", "eligible", "impartiality", "interview", "total", "offer")) {
            assertThat(seen.path(paper).isNull()).as(paper).isTrue();
        }
        for (String papers : List.of("steps", "reserves", "assessments")) {
            assertThat(seen.path(papers).size()).as(papers).isZero();
        }
        assertThat(logged().path("withheld").asBoolean()).isTrue();
    }

    private void assertOpen() {
        JsonNode seen = seenBy(asMember);
        assertThat(seen.path("connectionNotSettled").asBoolean()).isFalse();
        assertThat(seen.path("statement").asString()).isEqualTo("I would like to");
        assertThat(seen.path("stage").asString()).isEqualTo("CANDIDATE");
        assertThat(seen.path("assessments").size()).isEqualTo(2);
        assertThat(logged().path("withheld").asBoolean()).isFalse();
    }

    private JsonNode logged() {
        String path = "/api/log?subject=" + new ParticipationId(story.campaign, candidate).stream();
        return fixture.asks(asMember, path).ok().path("events").get(0);
    }

    @Test
    void aMemberWhoHasNotDisclosedSeesOnlyWhoCompetes() {
        assertClosed();
    }

    @Test
    void aMemberWhoSaidThatThereIsNoConnectionSeesThePapers() {
        story.discloses(member, candidate);
        assertOpen();
    }

    @Test
    void aConnectionOpensNothingUntilItIsDecidedWhatFollows() {
        fixture.given(new PanelConnectionDisclosed(
                story.campaign, member, candidate, ConnectionKind.PROFESSIONAL, "Wrote together"));
        assertClosed();

        fixture.given(new PanelConnectionMitigated(
                story.campaign, member, candidate, Mitigation.NOTE_ONLY, "b", "d", "o", story.owner));
        assertOpen();
    }

    @Test
    void aConnectionRememberedLaterClosesThePapersAndTheOrderOfMeritAgain() {
        story.discloses(member, candidate);
        story.interviewed(candidate);
        story.scores(member, candidate, AssessmentStage.INTERVIEW, 3);
        BigDecimal total = new BigDecimal("71.00");
        fixture.given(
                new FoundAppointable(story.campaign, candidate, List.of(ACUTE), total),
                new CandidatesRecommended(story.campaign, ACUTE, List.of(new MeritPlace(candidate, 1, total)), null));
        String path = "/api/campaigns/" + story.campaign.value();
        assertThat(fixture.asks(asMember, path).ok().toString()).contains("71.0");

        fixture.given(new PanelConnectionDisclosed(
                story.campaign, member, candidate, ConnectionKind.PROFESSIONAL, "Wrote together"));
        assertClosed();
        assertThat(fixture.asks(asMember, path).ok().toString()).doesNotContain("71.0");
    }

    @Test
    void whoIsNotOnThePanelDisclosesNothing() {
        for (Somebody open : List.of(
                fixture.serving(story.body, Authority.APPOINTMENTS_OFFICER),
                fixture.login(fixture.person(Profession.OTHER), Authority.GOVERNANCE_REVIEWER),
                fixture.login(candidate, Authority.CLINICIAN))) {
            assertThat(seenBy(open).path("statement").asString()).isEqualTo("I would like to");
        }
    }
}
