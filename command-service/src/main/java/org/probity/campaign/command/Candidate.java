package org.probity.campaign.command;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;
import static org.probity.campaign.command.CampaignRule.*;
import static org.probity.campaign.event.Stage.*;
import static org.probity.establishment.command.EstablishmentRule.ALREADY_CONFIRMED;
import static org.probity.establishment.command.EstablishmentRule.CONFIRMING_OWN_IMPARTIALITY;
import static org.probity.establishment.command.EstablishmentRule.IMPARTIALITY_NOT_STATED;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.probity.campaign.command.AssessmentCommand.ModerateScores;
import org.probity.campaign.command.NominationCommand.CheckEligibility;
import org.probity.campaign.event.AssessmentStage;
import org.probity.campaign.event.LeftReserveReason;
import org.probity.campaign.event.MeritPlace;
import org.probity.campaign.event.ParticipationEvent.*;
import org.probity.campaign.event.Score;
import org.probity.campaign.event.Stage;
import org.probity.id.CampaignId;
import org.probity.id.PersonId;
import org.probity.id.StrandCode;
import org.probity.interests.event.Mitigation;

/** A participation as candidate: nomination or application, eligibility, assessment, impartiality. */
final class Candidate {

    private final CampaignId campaign;
    private final PersonId person;
    private final List<StrandCode> strands;
    private final Standing standing;
    private final Appointee appointee;
    private Stage stageBefore;
    private boolean eligible;
    private boolean onlyReleaseLacking;
    private final Map<AssessmentStage, Set<PersonId>> assessors = new EnumMap<>(AssessmentStage.class);
    private final Set<PersonId> recused = new HashSet<>();
    private final Map<AssessmentStage, List<Score>> moderated = new EnumMap<>(AssessmentStage.class);
    private final List<StrandCode> appointableFor = new ArrayList<>();
    private boolean interviewReopened;
    private boolean stated;
    private boolean confirmed;

    private Candidate(CampaignId campaign, PersonId person, List<StrandCode> strands, Stage stage) {
        this.campaign = campaign;
        this.person = person;
        this.strands = strands;
        this.standing = new Standing(campaign, person, stage);
        this.appointee = new Appointee(standing);
        this.stageBefore = stage;
    }

    static Candidate nominated(LeadNominated event) {
        return new Candidate(event.campaign(), event.person(), event.strands(), NOMINATED);
    }

    static Candidate applied(AppliedForPost event) {
        return new Candidate(event.campaign(), event.person(), event.strands(), CANDIDATE);
    }

    /** The strands applied for, by preference. */
    List<StrandCode> strands() {
        return strands;
    }

    /** The same candidate from the recommendation on. */
    Appointee appointee() {
        return appointee;
    }

    boolean isNominated() {
        return standing.isAt(NOMINATED);
    }

    boolean hasDeclinedNomination() {
        return standing.isAt(NOMINATION_DECLINED);
    }

    void acceptNomination() {
        apply(new NominationAccepted(campaign, person));
    }

    void declineNomination(@Nullable String reason) {
        apply(new NominationDeclined(campaign, person, reason));
    }

    void checkEligibility(CheckEligibility command, boolean inActivePractice) {
        boolean releaseMayHaveCome = standing.isAt(INELIGIBLE) && onlyReleaseLacking;
        if (!releaseMayHaveCome) {
            appointee.mustHaveNoOffer();
        }
        boolean inPractice = command.inPractice() && inActivePractice;
        boolean found = inPractice && command.registered() && command.employerReleased();
        apply(new EligibilityChecked(
                campaign,
                person,
                inPractice,
                command.registered(),
                command.employerReleased(),
                found,
                command.notes()));
        if (!found) {
            appointee.leaveEveryReserve(LeftReserveReason.NOT_ELIGIBLE);
        }
    }

    void withdraw(@Nullable String reason) {
        standing.mustNotHaveEnded();
        apply(new CandidateWithdrew(campaign, person, standing.stage(), appointee.heldPost(), reason));
        appointee.leaveEveryReserve(LeftReserveReason.WITHDREW);
    }

    void receiveScorecard(PersonId assessor, AssessmentStage at) {
        mustBeScorable(at);
        apply(new ScorecardReceived(campaign, person, assessor, at));
    }

    void replaceScorecard(PersonId assessor, AssessmentStage at) {
        SCORECARD_FINAL.refuseIf(standing.isPast(scoredAt(at)));
        mustBeScorable(at);
        apply(new ScorecardReplaced(campaign, person, assessor, at));
    }

    private void mustBeScorable(AssessmentStage at) {
        if (!isReopened(at)) {
            standing.mustBeAt(scoredAt(at));
        }
        STAGE_NOT_REACHED.refuseIf(!eligible, "stage", standing.stage());
    }

    /**
     * Whether scores are taken after the finding: the interview's are, up to the next recommendation, once an assessor of
     * it was recused, so that others can take their place. What was scored before stays final.
     */
    private boolean isReopened(AssessmentStage at) {
        return at == AssessmentStage.INTERVIEW && interviewReopened && isWithoutOffer();
    }

    private static Stage scoredAt(AssessmentStage at) {
        return switch (at) {
            case SIFT -> CANDIDATE;
            case INTERVIEW -> INTERVIEWED;
        };
    }

    void loseAssessor(PersonId assessor, Mitigation mitigation, List<StrandCode> recusedStrands) {
        apply(new CandidateAssessorRecused(campaign, person, assessor, mitigation, recusedStrands));
    }

    /** Demands enough scorecards of members who are not recused. */
    private void mustHaveScorecards(AssessmentStage at, int minimum) {
        long counting = assessors.getOrDefault(at, Set.of()).stream()
                .filter(assessor -> !recused.contains(assessor))
                .count();
        SCORECARDS_MISSING.refuseIf(counting < minimum, "scorecards", counting, "minimum", minimum);
    }

    void longlist(int assessorsPerCandidate) {
        mustBeSiftable(assessorsPerCandidate);
        apply(new CandidateLonglisted(campaign, person));
    }

    void doNotLonglist(String reason, int assessorsPerCandidate) {
        mustBeSiftable(assessorsPerCandidate);
        apply(new CandidateNotLonglisted(campaign, person, reason));
    }

    private void mustBeSiftable(int assessorsPerCandidate) {
        standing.mustBeAt(CANDIDATE);
        NOT_ELIGIBLE.refuseIf(!eligible);
        mustHaveScorecards(AssessmentStage.SIFT, assessorsPerCandidate);
    }

    void shortlist(int assessorsPerCandidate) {
        mustBeShortlistable(assessorsPerCandidate);
        apply(new CandidateShortlisted(campaign, person));
    }

    void doNotShortlist(String reason, int assessorsPerCandidate) {
        mustBeShortlistable(assessorsPerCandidate);
        apply(new CandidateNotShortlisted(campaign, person, reason));
    }

    /** The scorecards of the sift count here too; one may have ceased to since the longlist. */
    private void mustBeShortlistable(int assessorsPerCandidate) {
        standing.mustBeAt(LONGLISTED);
        mustHaveScorecards(AssessmentStage.SIFT, assessorsPerCandidate);
    }

    void recordInterview(LocalDate on) {
        standing.mustBeAt(SHORTLISTED);
        apply(new InterviewRecorded(campaign, person, on));
    }

    void moderate(ModerateScores command, int assessorsPerCandidate) {
        SCORECARD_FINAL.refuseIf(standing.isPast(scoredAt(command.stage())) && !isReopened(command.stage()));
        mustBeScorable(command.stage());
        mustHaveScorecards(command.stage(), assessorsPerCandidate);
        apply(new ScoresModerated(campaign, person, command.stage(), command.moderated(), command.reason()));
    }

    /**
     * The moderated scores of the interview in place of the originals, if there are any. They rest on all the scorecards
     * that were in: when one of the assessors is recused they no longer stand, until the chair moderates again.
     */
    @Nullable
    List<Score> moderatedInterview() {
        return moderated.get(AssessmentStage.INTERVIEW);
    }

    /** Demands what a finding rests on: the application, the interview, and enough scorecards of it. */
    void mustBeReadyForFinding(List<StrandCode> forStrands, int assessorsPerCandidate) {
        standing.mustNotBePast(INTERVIEWED);
        NOT_INTERVIEWED.refuseIf(!standing.isAt(INTERVIEWED));
        for (StrandCode strand : forStrands) {
            STRAND_NOT_APPLIED_FOR.refuseIf(!strands.contains(strand), "strand", strand.value());
        }
        mustHaveScorecards(AssessmentStage.INTERVIEW, assessorsPerCandidate);
    }

    void findAppointable(List<StrandCode> forStrands, BigDecimal withTotal) {
        apply(new FoundAppointable(campaign, person, forStrands, withTotal));
    }

    void findNotAppointable(String reason) {
        apply(new FoundNotAppointable(campaign, person, reason));
    }

    /**
     * Whether the order of merit of a strand must name the candidate. The reserve list of one strand does not keep anybody
     * out of another's; who is on that of the strand itself may be named again.
     */
    boolean belongsInMeritOrder(StrandCode strand) {
        return appointableFor.contains(strand) && isWithoutOffer() && !appointee.isOnReserve(strand);
    }

    /** Found appointable, and since then neither offered a post nor out. */
    private boolean isWithoutOffer() {
        return standing.isAt(APPOINTABLE) || standing.isAt(RECOMMENDED) || standing.isAt(RESERVE);
    }

    /** Demands that the order of merit of a strand must or may name the candidate. */
    void mustBeForMeritOrder(StrandCode strand) {
        CampaignRule.NOT_APPOINTABLE.refuseIf(!belongsInMeritOrder(strand) && !appointee.isOnReserve(strand));
    }

    void recommend(StrandCode strand, MeritPlace place, LocalDate today) {
        appointee.leaveReserveThatIsOver(strand, today);
        apply(new CandidateRecommended(campaign, person, strand, place.rank(), place.total()));
    }

    void stateImpartiality(String statement) {
        standing.mustNotHaveEnded();
        ALREADY_CONFIRMED.refuseIf(confirmed);
        apply(new ImpartialityStated(campaign, person, statement));
    }

    void confirmImpartiality(PersonId by) {
        CONFIRMING_OWN_IMPARTIALITY.refuseIf(person.equals(by));
        standing.mustNotHaveEnded();
        IMPARTIALITY_NOT_STATED.refuseIf(!stated);
        ALREADY_CONFIRMED.refuseIf(confirmed);
        apply(new ImpartialityConfirmed(campaign, person, by, appointableFor.isEmpty() ? strands : appointableFor));
    }

    void withholdImpartiality(PersonId by, String reason) {
        CONFIRMING_OWN_IMPARTIALITY.refuseIf(person.equals(by));
        standing.mustNotHaveEnded();
        apply(new ImpartialityWithheld(campaign, person, by, appointee.heldPost(), reason));
        appointee.leaveEveryReserve(LeftReserveReason.IMPARTIALITY_WITHHELD);
    }

    /** Whether an employer's late release would bring the candidate back. */
    boolean mayReturn() {
        return standing.isAt(INELIGIBLE) && onlyReleaseLacking;
    }

    void loseEligibility() {
        apply(new EligibilityLost(campaign, person));
    }

    void confirmAppointment() {
        appointee.confirmAppointment(confirmed);
    }

    void on(NominationAccepted event) {
        standing.moveTo(CANDIDATE);
    }

    void on(NominationDeclined event) {
        standing.moveTo(NOMINATION_DECLINED);
    }

    void on(EligibilityChecked event) {
        eligible = event.eligible();
        onlyReleaseLacking = event.inPractice() && event.registered() && !event.employerReleased();
        if (eligible && standing.isAt(INELIGIBLE)) {
            standing.moveTo(stageBefore);
        } else if (!eligible && !standing.isAt(INELIGIBLE)) {
            stageBefore = standing.isAt(RESERVE) ? RECOMMENDED : standing.stage();
            standing.moveTo(INELIGIBLE);
        }
    }

    void on(EligibilityLost event) {
        onlyReleaseLacking = false;
    }

    void on(CandidateWithdrew event) {
        standing.moveTo(WITHDRAWN);
    }

    void on(CandidateAssessorRecused event) {
        boolean counted = recused.add(event.assessor());
        assessors.forEach((stage, all) -> {
            if (counted && all.contains(event.assessor())) {
                moderated.remove(stage);
                interviewReopened |= stage == AssessmentStage.INTERVIEW;
            }
        });
    }

    void on(ScorecardReceived event) {
        assessors.computeIfAbsent(event.stage(), key -> new HashSet<>()).add(event.assessor());
    }

    void on(CandidateLonglisted event) {
        standing.moveTo(LONGLISTED);
    }

    void on(CandidateNotLonglisted event) {
        standing.moveTo(NOT_LONGLISTED);
    }

    void on(CandidateShortlisted event) {
        standing.moveTo(SHORTLISTED);
    }

    void on(CandidateNotShortlisted event) {
        standing.moveTo(NOT_SHORTLISTED);
    }

    void on(InterviewRecorded event) {
        standing.moveTo(INTERVIEWED);
    }

    void on(ScoresModerated event) {
        List<Score> scores = event.moderated();
        if (scores != null) {
            moderated.put(event.stage(), scores);
        }
    }

    void on(FoundAppointable event) {
        standing.moveTo(APPOINTABLE);
        appointableFor.addAll(event.strands());
        interviewReopened = false;
    }

    void on(CandidateRecommended event) {
        interviewReopened = false;
        appointee.on(event);
    }

    void on(FoundNotAppointable event) {
        standing.moveTo(Stage.NOT_APPOINTABLE);
    }

    void on(ImpartialityStated event) {
        stated = true;
    }

    void on(ImpartialityConfirmed event) {
        confirmed = true;
    }

    void on(ImpartialityWithheld event) {
        confirmed = false;
        standing.moveTo(WITHHELD);
    }
}
