package org.probity.campaign.command;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;
import static org.probity.campaign.command.CampaignRule.*;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.probity.campaign.command.AssessmentCommand.SubmitScorecard;
import org.probity.campaign.command.AssessmentCommand.SupersedeScorecard;
import org.probity.campaign.command.PanelCommand.DisclosePanelConnection;
import org.probity.campaign.command.PanelCommand.MitigatePanelConnection;
import org.probity.campaign.event.AssessmentStage;
import org.probity.campaign.event.ParticipationEvent.*;
import org.probity.campaign.event.Score;
import org.probity.id.CampaignId;
import org.probity.id.PersonId;
import org.probity.id.StrandCode;
import org.probity.interests.event.Mitigation;

/** A participation as member of the panel: connections, recusals and the member's own scorecards. */
final class PanelMember {

    private final CampaignId campaign;
    private final PersonId person;
    private boolean seated;
    private final Set<PersonId> disclosed = new HashSet<>();
    private final Set<PersonId> connected = new HashSet<>();
    private final Map<PersonId, Mitigation> mitigated = new HashMap<>();
    private final Set<StrandCode> recusedStrands = new HashSet<>();
    private final Set<PersonId> recusedCandidates = new HashSet<>();
    private final Map<Scorecard, List<Score>> scorecards = new HashMap<>();
    private final Set<Scorecard> othersSeen = new HashSet<>();

    /** Which scorecard: for whom, at what stage. */
    private record Scorecard(PersonId candidate, AssessmentStage stage) {}

    PanelMember(CampaignId campaign, PersonId person) {
        this.campaign = campaign;
        this.person = person;
    }

    void leave(String reason) {
        mustBeSeated();
        apply(new PanelSeatLeft(campaign, person, reason));
    }

    void disclose(DisclosePanelConnection command) {
        mustBeSeated();
        apply(new PanelConnectionDisclosed(
                campaign, person, command.candidate(), command.kind(), command.description()));
    }

    void mitigate(MitigatePanelConnection command, PersonId decidedBy) {
        mustBeSeated();
        MITIGATING_OWN_CONNECTION.refuseIf(person.equals(decidedBy));
        CONNECTION_NOT_DISCLOSED.refuseIf(!connected.contains(command.candidate()));
        apply(new PanelConnectionMitigated(
                campaign,
                person,
                command.candidate(),
                command.mitigation(),
                command.background(),
                command.discussion(),
                command.outcome(),
                decidedBy));
    }

    void recuse(PanelMemberRecused recusal) {
        mustBeSeated();
        apply(recusal);
    }

    /** Everybody whose scorecard by the member is in. */
    Set<PersonId> scored() {
        return scorecards.keySet().stream().map(Scorecard::candidate).collect(Collectors.toUnmodifiableSet());
    }

    /** Whether the member is out of a candidate, or of a merit list the candidate may be on. */
    boolean isRecusedFrom(PersonId candidate, List<StrandCode> strands) {
        return recusedCandidates.contains(candidate) || strands.stream().anyMatch(recusedStrands::contains);
    }

    void mustNotBeRecusedFrom(PersonId candidate, List<StrandCode> strands) {
        RECUSED.refuseIf(isRecusedFrom(candidate, strands));
    }

    /** Demands that the member is out of nothing at all. */
    void mustNotBeRecused() {
        RECUSED.refuseIf(!recusedStrands.isEmpty() || !recusedCandidates.isEmpty());
    }

    void mustNotBeRecusedFrom(List<StrandCode> strands) {
        RECUSED.refuseIf(strands.stream().anyMatch(recusedStrands::contains));
    }

    /** Demands the same, and that the member is off no candidate: which strands such a one applied for is not known here. */
    void mustNotBeRecusedFromAnybodyOn(List<StrandCode> strands) {
        mustNotBeRecusedFrom(strands);
        RECUSED.refuseIf(!recusedCandidates.isEmpty());
    }

    /** Demands of whoever judges a candidate, as assessor or as chair, that nothing between the two is unsaid or undecided. */
    void mustBeFreeToJudge(PersonId candidate, List<StrandCode> strands) {
        mustNotBeRecusedFrom(candidate, strands);
        CONNECTION_NOT_DISCLOSED.refuseIf(!disclosed.contains(candidate));
        CONNECTION_NOT_MITIGATED.refuseIf(isConnectionUndecided(candidate));
    }

    private boolean isConnectionUndecided(PersonId candidate) {
        return connected.contains(candidate) && !mitigated.containsKey(candidate);
    }

    void submit(SubmitScorecard command, List<StrandCode> strands) {
        mustScore(command.candidate(), strands);
        SCORECARD_SUBMITTED.refuseIf(scorecards.containsKey(new Scorecard(command.candidate(), command.stage())));
        apply(new ScorecardSubmitted(campaign, person, command.candidate(), command.stage(), command.scores()));
    }

    void supersede(SupersedeScorecard command, List<StrandCode> strands) {
        mustScore(command.candidate(), strands);
        var scorecard = new Scorecard(command.candidate(), command.stage());
        OWN_SCORECARD_MISSING.refuseIf(!scorecards.containsKey(scorecard));
        SCORECARD_FINAL.refuseIf(othersSeen.contains(scorecard));
        apply(new ScorecardSuperseded(
                campaign, person, command.candidate(), command.stage(), command.scores(), command.reason()));
    }

    private void mustScore(PersonId candidate, List<StrandCode> strands) {
        mustBeSeated();
        mustBeFreeToJudge(candidate, strands);
    }

    void seeOthers(PersonId candidate, AssessmentStage stage, List<StrandCode> strands) {
        mustBeSeated();
        mustNotBeRecusedFrom(candidate, strands);
        OWN_SCORECARD_MISSING.refuseIf(!scorecards.containsKey(new Scorecard(candidate, stage)));
        apply(new OthersScoresSeen(campaign, person, candidate, stage));
    }

    /**
     * The member's scores, if they count: a member who is recused is out of the whole merit list, and one who is connected
     * with the candidate counts only once something was decided about it.
     */
    Optional<List<Score>> countingScores(PersonId candidate, AssessmentStage stage, List<StrandCode> strands) {
        return isRecusedFrom(candidate, strands) || isConnectionUndecided(candidate)
                ? Optional.empty()
                : Optional.ofNullable(scorecards.get(new Scorecard(candidate, stage)));
    }

    void mustBeSeated() {
        NOT_ON_PANEL.refuseIf(!seated);
    }

    void on(PanelSeatTaken event) {
        seated = true;
    }

    void on(PanelSeatLeft event) {
        seated = false;
    }

    /** A connection once disclosed stays: saying later that there is none does not undo what was decided on it. */
    void on(PanelConnectionDisclosed event) {
        disclosed.add(event.candidate());
        if (event.kind() != null) {
            connected.add(event.candidate());
        }
    }

    void on(PanelConnectionMitigated event) {
        mitigated.put(event.candidate(), event.mitigation());
    }

    void on(PanelMemberRecused event) {
        recusedStrands.addAll(event.strands());
        PersonId candidate = event.candidate();
        if (candidate != null) {
            recusedCandidates.add(candidate);
        }
    }

    void on(ScorecardSubmitted event) {
        keep(event.candidate(), event.stage(), event.scores());
    }

    void on(ScorecardSuperseded event) {
        keep(event.candidate(), event.stage(), event.scores());
    }

    /** Scores read as absent once the candidate is erased; nothing is decided about such a candidate any more. */
    private void keep(PersonId candidate, AssessmentStage stage, @Nullable List<Score> scores) {
        scorecards.put(new Scorecard(candidate, stage), scores == null ? List.of() : scores);
    }

    void on(OthersScoresSeen event) {
        othersSeen.add(new Scorecard(event.candidate(), event.stage()));
    }
}
