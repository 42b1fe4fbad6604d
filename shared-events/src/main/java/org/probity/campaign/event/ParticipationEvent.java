package org.probity.campaign.event;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.probity.event.Event;
import org.probity.event.Personal;
import org.probity.event.Term;
import org.probity.id.CampaignId;
import org.probity.id.EstablishmentId;
import org.probity.id.ParticipationId;
import org.probity.id.PersonId;
import org.probity.id.StrandCode;
import org.probity.interests.event.Mitigation;

/**
 * The story of one person in one campaign, as candidate, panel member or nominator. {@code person} is whose stream it is;
 * anybody else is named by their part.
 */
public sealed interface ParticipationEvent extends Event {

    CampaignId campaign();

    PersonId person();

    @Override
    default String stream() {
        return new ParticipationId(campaign(), person()).stream();
    }

    /** A nominee is not yet a candidate. Strands by preference. */
    record LeadNominated(
            CampaignId campaign,
            PersonId person,
            PersonId nominator,
            List<StrandCode> strands,
            @Personal @Nullable String statement)
            implements ParticipationEvent {
        public LeadNominated {
            strands = List.copyOf(strands);
        }
    }

    /** On the stream of the nominator. */
    record NominationMade(CampaignId campaign, PersonId person, PersonId nominee) implements ParticipationEvent {}

    record NominationAccepted(CampaignId campaign, PersonId person) implements ParticipationEvent {}

    record NominationDeclined(
            CampaignId campaign,
            PersonId person,
            @Personal @Nullable String reason) implements ParticipationEvent {}

    /** Strands by preference. */
    record AppliedForPost(
            CampaignId campaign,
            PersonId person,
            List<StrandCode> strands,
            @Personal @Nullable String statement) implements ParticipationEvent {
        public AppliedForPost {
            strands = List.copyOf(strands);
        }
    }

    record EligibilityChecked(
            CampaignId campaign,
            PersonId person,
            boolean inPractice,
            boolean registered,
            boolean employerReleased,
            boolean eligible,
            @Personal @Nullable String notes)
            implements ParticipationEvent {}

    /** The campaign closed while the employer's release was lacking, which now brings the candidate back no more. */
    record EligibilityLost(CampaignId campaign, PersonId person) implements ParticipationEvent {}

    /** {@code releases} is the post that an open offer held, if there was one. */
    record CandidateWithdrew(
            CampaignId campaign,
            PersonId person,
            Stage stage,
            @Nullable HeldPost releases,
            @Personal @Nullable String reason)
            implements ParticipationEvent {}

    record PanelSeatTaken(CampaignId campaign, PersonId person, PanelCapacity capacity) implements ParticipationEvent {}

    record PanelSeatLeft(
            CampaignId campaign,
            PersonId person,
            @Personal @Nullable String reason) implements ParticipationEvent {}

    /** On the stream of the panel member; a null kind says that there is no connection. */
    record PanelConnectionDisclosed(
            CampaignId campaign,
            PersonId person,
            PersonId candidate,
            @Nullable ConnectionKind kind,
            @Personal(of = "candidate") @Nullable String description)
            implements ParticipationEvent {}

    /** On the stream of the panel member. */
    record PanelConnectionMitigated(
            CampaignId campaign,
            PersonId person,
            PersonId candidate,
            Mitigation mitigation,
            @Personal(of = "candidate") @Nullable String background,
            @Personal(of = "candidate") @Nullable String discussion,
            @Personal(of = "candidate") @Nullable String outcome,
            PersonId decidedBy)
            implements ParticipationEvent {}

    /** From these strands as a whole, unless narrowed to one candidate, which the reason must justify. */
    record PanelMemberRecused(
            CampaignId campaign,
            PersonId person,
            Mitigation mitigation,
            List<StrandCode> strands,
            @Nullable PersonId candidate,
            @Personal @Nullable String reason)
            implements ParticipationEvent {
        public PanelMemberRecused {
            strands = List.copyOf(strands);
        }
    }

    /** On the stream of the candidate: this assessor no longer scores them. */
    record CandidateAssessorRecused(
            CampaignId campaign, PersonId person, PersonId assessor, Mitigation mitigation, List<StrandCode> strands)
            implements ParticipationEvent {
        public CandidateAssessorRecused {
            strands = List.copyOf(strands);
        }
    }

    /** On the stream of the assessor. */
    record ScorecardSubmitted(
            CampaignId campaign,
            PersonId person,
            PersonId candidate,
            AssessmentStage stage,
            @Personal(of = "candidate") @Nullable List<Score> scores)
            implements ParticipationEvent {
        public ScorecardSubmitted {
            scores = scores == null ? null : List.copyOf(scores);
        }
    }

    /** On the stream of the assessor; the earlier scorecard stays readable beside it. */
    record ScorecardSuperseded(
            CampaignId campaign,
            PersonId person,
            PersonId candidate,
            AssessmentStage stage,
            @Personal(of = "candidate") @Nullable List<Score> scores,
            @Personal(of = "candidate") @Nullable String reason)
            implements ParticipationEvent {
        public ScorecardSuperseded {
            scores = scores == null ? null : List.copyOf(scores);
        }
    }

    /** On the stream of the candidate, without the scores. */
    record ScorecardReceived(CampaignId campaign, PersonId person, PersonId assessor, AssessmentStage stage)
            implements ParticipationEvent {}

    /** On the stream of the candidate, without the scores. */
    record ScorecardReplaced(CampaignId campaign, PersonId person, PersonId assessor, AssessmentStage stage)
            implements ParticipationEvent {}

    /** On the stream of the assessor, whose own scorecard is final from now on. */
    record OthersScoresSeen(CampaignId campaign, PersonId person, PersonId candidate, AssessmentStage stage)
            implements ParticipationEvent {}

    record CandidateLonglisted(CampaignId campaign, PersonId person) implements ParticipationEvent {}

    record CandidateNotLonglisted(
            CampaignId campaign,
            PersonId person,
            @Personal @Nullable String reason) implements ParticipationEvent {}

    record CandidateShortlisted(CampaignId campaign, PersonId person) implements ParticipationEvent {}

    record CandidateNotShortlisted(
            CampaignId campaign,
            PersonId person,
            @Personal @Nullable String reason) implements ParticipationEvent {}

    record InterviewRecorded(CampaignId campaign, PersonId person, LocalDate on) implements ParticipationEvent {}

    /** Beside the original scorecards, never instead of them. */
    record ScoresModerated(
            CampaignId campaign,
            PersonId person,
            AssessmentStage stage,
            @Personal @Nullable List<Score> moderated,
            @Personal @Nullable String reason)
            implements ParticipationEvent {
        public ScoresModerated {
            moderated = moderated == null ? null : List.copyOf(moderated);
        }
    }

    record FoundAppointable(CampaignId campaign, PersonId person, List<StrandCode> strands, BigDecimal total)
            implements ParticipationEvent {
        public FoundAppointable {
            strands = List.copyOf(strands);
        }
    }

    record FoundNotAppointable(
            CampaignId campaign,
            PersonId person,
            @Personal @Nullable String reason) implements ParticipationEvent {}

    record CandidateRecommended(CampaignId campaign, PersonId person, StrandCode strand, int rank, BigDecimal total)
            implements ParticipationEvent {}

    record ImpartialityStated(
            CampaignId campaign,
            PersonId person,
            @Personal @Nullable String statement) implements ParticipationEvent {}

    /** By another person, never by the candidate. */
    record ImpartialityConfirmed(CampaignId campaign, PersonId person, PersonId confirmedBy, List<StrandCode> strands)
            implements ParticipationEvent {
        public ImpartialityConfirmed {
            strands = List.copyOf(strands);
        }
    }

    /** {@code releases} is the post that an open offer held, if there was one. */
    record ImpartialityWithheld(
            CampaignId campaign,
            PersonId person,
            PersonId withheldBy,
            @Nullable HeldPost releases,
            @Personal @Nullable String reason)
            implements ParticipationEvent {}

    record AppointmentOffered(
            CampaignId campaign,
            PersonId person,
            EstablishmentId establishment,
            StrandCode strand,
            int slot,
            Term term,
            LocalDate respondBy,
            boolean fromReserve)
            implements ParticipationEvent {}

    record OfferAccepted(
            CampaignId campaign, PersonId person, EstablishmentId establishment, StrandCode strand, int slot)
            implements ParticipationEvent {}

    record OfferDeclined(
            CampaignId campaign,
            PersonId person,
            EstablishmentId establishment,
            StrandCode strand,
            int slot,
            @Personal @Nullable String reason)
            implements ParticipationEvent {}

    record OfferWithdrawn(
            CampaignId campaign,
            PersonId person,
            EstablishmentId establishment,
            StrandCode strand,
            int slot,
            @Personal @Nullable String reason)
            implements ParticipationEvent {}

    /** The offer was not answered in time. */
    record OfferLapsed(CampaignId campaign, PersonId person, EstablishmentId establishment, StrandCode strand, int slot)
            implements ParticipationEvent {}

    /** {@code until} is the first day on which the place counts no longer. */
    record PlacedOnReserve(CampaignId campaign, PersonId person, StrandCode strand, int order, LocalDate until)
            implements ParticipationEvent {}

    record LeftReserve(CampaignId campaign, PersonId person, StrandCode strand, LeftReserveReason reason)
            implements ParticipationEvent {}

    /** The campaign closed without an offer to this candidate. */
    record NotAppointed(CampaignId campaign, PersonId person) implements ParticipationEvent {}

    record AppointmentConfirmed(
            CampaignId campaign, PersonId person, EstablishmentId establishment, StrandCode strand, int slot, Term term)
            implements ParticipationEvent {}
}
