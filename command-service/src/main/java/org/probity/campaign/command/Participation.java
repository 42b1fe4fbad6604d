package org.probity.campaign.command;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;
import static org.probity.campaign.command.CampaignRule.*;

import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;
import org.probity.campaign.command.NominationCommand.ApplyForPost;
import org.probity.campaign.command.NominationCommand.NominateLead;
import org.probity.campaign.event.PanelCapacity;
import org.probity.campaign.event.ParticipationEvent;
import org.probity.campaign.event.ParticipationEvent.*;
import org.probity.id.CampaignId;
import org.probity.id.PersonId;

/**
 * One person's part in one campaign: candidate, or member of the panel, or nominator. It protects that nobody judges
 * where they are judged, and holds what concerns this person alone: as a candidate where they stand, as an assessor
 * what they disclosed and how they scored.
 */
@Aggregate
public class Participation {

    @AggregateIdentifier
    private String stream;

    private @Nullable Candidate candidate;
    private @Nullable PanelMember panelMember;
    private boolean nominator;

    Participation() {}

    /** Whether the person is or was a nominee or candidate; a declined nomination is none. */
    boolean isCandidate() {
        return stream != null && candidate != null && !candidate.hasDeclinedNomination();
    }

    boolean isNominator() {
        return nominator;
    }

    boolean wasOnPanel() {
        return panelMember != null;
    }

    /** Whether the person applied, or accepted a nomination. */
    boolean hasEntered() {
        return candidate != null && !candidate.isNominated() && !candidate.hasDeclinedNomination();
    }

    /** The candidate; a refusal if the person is none, or has only been nominated. */
    Candidate candidate() {
        if (candidate == null || !hasEntered()) {
            throw NOT_A_CANDIDATE.refusal();
        }
        return candidate;
    }

    /** The member of the panel, also after leaving it; a refusal if the person never was one. */
    PanelMember panelMember() {
        if (panelMember == null) {
            throw NOT_ON_PANEL.refusal();
        }
        return panelMember;
    }

    void nominate(NominateLead command, PersonId by) {
        CANDIDATE_ON_PANEL.refuseIf(wasOnPanel());
        ALREADY_A_CANDIDATE.refuseIf(candidate != null);
        apply(new LeadNominated(command.campaign(), command.person(), by, command.strands(), command.statement()));
    }

    void nominateOther(CampaignId campaign, PersonId person, PersonId nominee) {
        NOMINATOR_ON_PANEL.refuseIf(wasOnPanel());
        apply(new NominationMade(campaign, person, nominee));
    }

    void applyForPost(ApplyForPost command) {
        CANDIDATE_ON_PANEL.refuseIf(wasOnPanel());
        ALREADY_A_CANDIDATE.refuseIf(isCandidate());
        apply(new AppliedForPost(command.campaign(), command.person(), command.strands(), command.statement()));
    }

    void acceptNomination() {
        nominee().acceptNomination();
    }

    void declineNomination(@Nullable String reason) {
        nominee().declineNomination(reason);
    }

    private Candidate nominee() {
        if (candidate == null || !candidate.isNominated()) {
            throw NOT_NOMINATED.refusal();
        }
        return candidate;
    }

    void takePanelSeat(CampaignId campaign, PersonId person, PanelCapacity capacity) {
        CANDIDATE_ON_PANEL.refuseIf(isCandidate());
        NOMINATOR_ON_PANEL.refuseIf(nominator);
        apply(new PanelSeatTaken(campaign, person, capacity));
    }

    @EventSourcingHandler
    void on(ParticipationEvent event) {
        stream = event.stream();
        switch (event) {
            case LeadNominated e -> candidate = Candidate.nominated(e);
            case NominationMade e -> nominator = true;
            case AppliedForPost e -> candidate = Candidate.applied(e);
            case PanelSeatTaken e -> {
                panelMember = panelMember == null ? new PanelMember(e.campaign(), e.person()) : panelMember;
                panelMember.on(e);
            }
            case PanelSeatLeft e -> panelMember().on(e);
            case PanelConnectionDisclosed e -> panelMember().on(e);
            case PanelConnectionMitigated e -> panelMember().on(e);
            case PanelMemberRecused e -> panelMember().on(e);
            case ScorecardSubmitted e -> panelMember().on(e);
            case ScorecardSuperseded e -> panelMember().on(e);
            case OthersScoresSeen e -> panelMember().on(e);
            case NominationAccepted e -> known().on(e);
            case NominationDeclined e -> known().on(e);
            case EligibilityChecked e -> known().on(e);
            case EligibilityLost e -> known().on(e);
            case CandidateWithdrew e -> known().on(e);
            case CandidateAssessorRecused e -> known().on(e);
            case ScorecardReceived e -> known().on(e);
            case ScorecardReplaced e -> {}
            case CandidateLonglisted e -> known().on(e);
            case CandidateNotLonglisted e -> known().on(e);
            case CandidateShortlisted e -> known().on(e);
            case CandidateNotShortlisted e -> known().on(e);
            case InterviewRecorded e -> known().on(e);
            case ScoresModerated e -> known().on(e);
            case FoundAppointable e -> known().on(e);
            case FoundNotAppointable e -> known().on(e);
            case CandidateRecommended e -> known().on(e);
            case ImpartialityStated e -> known().on(e);
            case ImpartialityConfirmed e -> known().on(e);
            case ImpartialityWithheld e -> known().on(e);
            case AppointmentOffered e -> known().appointee().on(e);
            case OfferAccepted e -> known().appointee().on(e);
            case OfferDeclined e -> known().appointee().on(e);
            case OfferWithdrawn e -> known().appointee().on(e);
            case OfferLapsed e -> known().appointee().on(e);
            case PlacedOnReserve e -> known().appointee().on(e);
            case LeftReserve e -> known().appointee().on(e);
            case NotAppointed e -> known().appointee().on(e);
            case AppointmentConfirmed e -> known().appointee().on(e);
        }
    }

    private Candidate known() {
        if (candidate == null) {
            throw new IllegalStateException("A stream tells of a candidate who was neither nominated nor applied");
        }
        return candidate;
    }
}
