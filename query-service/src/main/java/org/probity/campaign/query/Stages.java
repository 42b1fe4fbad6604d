package org.probity.campaign.query;

import static org.probity.campaign.event.Stage.*;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.probity.campaign.event.AssessmentStage;
import org.probity.campaign.event.LeftReserveReason;
import org.probity.campaign.event.ParticipationEvent;
import org.probity.campaign.event.ParticipationEvent.*;
import org.probity.campaign.event.Stage;
import org.probity.campaign.query.CampaignTables.Candidacy;
import org.probity.campaign.query.CampaignTables.Step;

/** Which stage a candidacy is at. It carries one stage for all strands: the furthest. */
final class Stages {

    /** At these, time is passing: the others are ends. */
    static final Set<Stage> ON_THE_WAY = EnumSet.of(
            NOMINATED,
            CANDIDATE,
            LONGLISTED,
            SHORTLISTED,
            INTERVIEWED,
            APPOINTABLE,
            RECOMMENDED,
            OFFERED,
            ACCEPTED,
            RESERVE);

    private static final Set<Stage> FURTHER_THAN_RECOMMENDED = EnumSet.of(OFFERED, ACCEPTED, APPOINTED, RESERVE);

    private Stages() {}

    /** The stage after an event that may move a candidacy, which has taken in the rest of it. */
    static Stage after(ParticipationEvent event, Candidacy candidacy) {
        Stage now = candidacy.stage();
        return switch (event) {
            case LeadNominated e -> NOMINATED;
            case AppliedForPost e -> CANDIDATE;
            case NominationAccepted e -> CANDIDATE;
            case NominationDeclined e -> NOMINATION_DECLINED;
            case EligibilityChecked e -> e.eligible() ? again(now, candidacy.steps()) : INELIGIBLE;
            case EligibilityLost e -> now;
            case CandidateWithdrew e -> WITHDRAWN;
            case CandidateLonglisted e -> LONGLISTED;
            case CandidateNotLonglisted e -> NOT_LONGLISTED;
            case CandidateShortlisted e -> SHORTLISTED;
            case CandidateNotShortlisted e -> NOT_SHORTLISTED;
            case InterviewRecorded e -> INTERVIEWED;
            case FoundAppointable e -> APPOINTABLE;
            case FoundNotAppointable e -> NOT_APPOINTABLE;
            case CandidateRecommended e -> FURTHER_THAN_RECOMMENDED.contains(now) ? now : RECOMMENDED;
            case ImpartialityWithheld e -> WITHHELD;
            case AppointmentOffered e -> OFFERED;
            case OfferAccepted e -> ACCEPTED;
            case OfferDeclined e -> DECLINED;
            case OfferWithdrawn e -> OFFER_WITHDRAWN;
            case OfferLapsed e -> LAPSED;
            case PlacedOnReserve e -> now == OFFERED || now == ACCEPTED || now == APPOINTED ? now : RESERVE;
            // The offer that follows ends the time on the reserve list.
            case LeftReserve e ->
                e.reason() != LeftReserveReason.OFFERED
                                && now == RESERVE
                                && candidacy.reserves().isEmpty()
                        ? RECOMMENDED
                        : now;
            case NotAppointed e -> NOT_APPOINTED;
            case AppointmentConfirmed e -> APPOINTED;
            case ImpartialityStated e -> now;
            case ImpartialityConfirmed e -> now;
            case NominationMade e -> now;
            case PanelSeatTaken e -> now;
            case PanelSeatLeft e -> now;
            case PanelConnectionDisclosed e -> now;
            case PanelConnectionMitigated e -> now;
            case PanelMemberRecused e -> now;
            case CandidateAssessorRecused e -> now;
            case ScorecardSubmitted e -> now;
            case ScorecardSuperseded e -> now;
            case ScorecardReceived e -> now;
            case ScorecardReplaced e -> now;
            case OthersScoresSeen e -> now;
            case ScoresModerated e -> now;
        };
    }

    /**
     * Whether scorecards of a stage of assessment can no longer change, because the candidate is past it. Who is found
     * ineligible is where they were before: an employer's late release may bring them back.
     */
    static boolean isScored(AssessmentStage assessed, Candidacy candidacy) {
        Stage stage = again(candidacy.stage(), candidacy.steps());
        return switch (assessed) {
            case SIFT -> stage != NOMINATED && stage != CANDIDATE;
            case INTERVIEW ->
                stage != NOMINATED
                        && stage != CANDIDATE
                        && stage != LONGLISTED
                        && stage != SHORTLISTED
                        && stage != INTERVIEWED;
        };
    }

    /** Found eligible after all, a candidate is back where they were; a place on a reserve list is not given back. */
    private static Stage again(Stage now, List<Step> steps) {
        if (now != INELIGIBLE) {
            return now;
        }
        Stage before =
                steps.size() < 2 ? CANDIDATE : steps.get(steps.size() - 2).stage();
        return before == RESERVE ? RECOMMENDED : before;
    }
}
