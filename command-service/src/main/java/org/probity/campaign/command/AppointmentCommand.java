package org.probity.campaign.command;

import static org.probity.people.event.Authority.APPOINTING_AUTHORITY;
import static org.probity.people.event.Authority.APPOINTMENTS_OFFICER;
import static org.probity.people.event.Authority.CLINICIAN;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.probity.command.By;
import org.probity.command.Command;
import org.probity.event.Term;
import org.probity.id.CampaignId;
import org.probity.id.ParticipationId;
import org.probity.id.PersonId;
import org.probity.id.StrandCode;

/** From the panel's recommendation to the confirmed appointment. */
public sealed interface AppointmentCommand extends Command {

    CampaignId campaign();

    /**
     * Decides on the recommendation for one strand; again when another post falls vacant.
     *
     * @param offers who is offered a post
     * @param reserve who is listed to be offered next, in this order
     * @param term of the posts offered
     * @param reason required when offers and reserve depart from the order of merit; part of the decision's record, so it
     *     argues by the criteria and names nobody
     */
    @By(APPOINTING_AUTHORITY)
    record DecideAppointment(
            CampaignId campaign,
            StrandCode strand,
            List<PersonId> offers,
            List<PersonId> reserve,
            Term term,
            @Nullable String reason)
            implements AppointmentCommand {
        @Override
        public String subject() {
            return campaign.stream();
        }
    }

    @By(CLINICIAN)
    record AcceptOffer(CampaignId campaign, PersonId person) implements AppointmentCommand {
        @Override
        public String subject() {
            return new ParticipationId(campaign, person).stream();
        }
    }

    @By(CLINICIAN)
    record DeclineOffer(
            CampaignId campaign, PersonId person, @Nullable String reason) implements AppointmentCommand {
        @Override
        public String subject() {
            return new ParticipationId(campaign, person).stream();
        }
    }

    @By(APPOINTING_AUTHORITY)
    record WithdrawOffer(CampaignId campaign, PersonId person, String reason) implements AppointmentCommand {
        @Override
        public String subject() {
            return new ParticipationId(campaign, person).stream();
        }
    }

    /** The service's own: the last day to answer has passed. */
    @By
    record LapseOffer(CampaignId campaign, PersonId person) implements AppointmentCommand {
        @Override
        public String subject() {
            return new ParticipationId(campaign, person).stream();
        }
    }

    /**
     * The service's own: a held post was let go, so the next on the reserve list of the strand is offered it, for what is
     * left of its term. Without a term, which the events of earlier versions do not tell, nobody is called.
     */
    @By
    record OfferFromReserve(
            CampaignId campaign,
            StrandCode strand,
            @Nullable Term term) implements AppointmentCommand {
        @Override
        public String subject() {
            return campaign.stream();
        }
    }

    @By(APPOINTMENTS_OFFICER)
    record ConfirmAppointment(CampaignId campaign, PersonId person) implements AppointmentCommand {
        @Override
        public String subject() {
            return new ParticipationId(campaign, person).stream();
        }
    }

    /** Adds a recommended candidate to the end of the reserve list of a strand that was decided on. */
    @By(APPOINTMENTS_OFFICER)
    record HoldInReserve(CampaignId campaign, PersonId person, StrandCode strand) implements AppointmentCommand {
        @Override
        public String subject() {
            return new ParticipationId(campaign, person).stream();
        }
    }
}
