package org.probity.establishment.event;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.probity.event.Event;
import org.probity.event.Personal;
import org.probity.event.Term;
import org.probity.id.BoardId;
import org.probity.id.CampaignId;
import org.probity.id.EstablishmentId;
import org.probity.id.MeetingId;
import org.probity.id.OrganisationCode;
import org.probity.id.PersonId;
import org.probity.id.StrandCode;

/** The story of the funded posts of one role for one body. A post is a numbered slot with a home strand. */
public sealed interface EstablishmentEvent extends Event {

    EstablishmentId establishment();

    @Override
    default String stream() {
        return establishment().stream();
    }

    /** {@code posts} is the cap of the whole establishment. */
    record PostsEstablished(
            EstablishmentId establishment,
            OrganisationCode body,
            String name,
            Programme programme,
            int posts,
            String commitment,
            PersonId seniorOwner)
            implements EstablishmentEvent {}

    /** Who fills a post of the strand sits on the board, if it has one. */
    record StrandAdded(
            EstablishmentId establishment,
            StrandCode strand,
            String name,
            int target,
            int cap,
            List<Integer> slots,
            @Nullable BoardId board)
            implements EstablishmentEvent {
        public StrandAdded {
            slots = List.copyOf(slots);
        }
    }

    record StrandCapChanged(
            EstablishmentId establishment,
            StrandCode strand,
            int cap,
            List<Integer> addedSlots,
            List<Integer> removedSlots,
            String reason)
            implements EstablishmentEvent {
        public StrandCapChanged {
            addedSlots = List.copyOf(addedSlots);
            removedSlots = List.copyOf(removedSlots);
        }
    }

    record StrandClosed(EstablishmentId establishment, StrandCode strand, String reason)
            implements EstablishmentEvent {}

    /** {@code posts} is the new cap of the whole establishment. */
    record CapChanged(EstablishmentId establishment, int posts, String reason) implements EstablishmentEvent {}

    /** A holder without competition: the reason says why there was none. In post, but without a seat until confirmed impartial. */
    record IncumbentCarriedOver(
            EstablishmentId establishment,
            int slot,
            StrandCode strand,
            PersonId person,
            Term term,
            String authorisingDecision,
            @Personal @Nullable String reason,
            boolean jobShare)
            implements EstablishmentEvent {}

    record IncumbentImpartialityStated(
            EstablishmentId establishment,
            PersonId person,
            @Personal @Nullable String statement) implements EstablishmentEvent {}

    /** The appointing authority is satisfied; the incumbent may take the seat on the board of the strand. */
    record IncumbentImpartialityConfirmed(
            EstablishmentId establishment,
            PersonId person,
            PersonId confirmedBy,
            int slot,
            StrandCode strand,
            @Nullable BoardId board,
            Term term)
            implements EstablishmentEvent {}

    record IncumbentImpartialityWithheld(
            EstablishmentId establishment,
            PersonId person,
            PersonId withheldBy,
            @Personal @Nullable String reason) implements EstablishmentEvent {}

    /** The slot is kept for a candidate who was offered it. */
    record PostHeld(
            EstablishmentId establishment, int slot, StrandCode strand, PersonId person, CampaignId campaign, Term term)
            implements EstablishmentEvent {}

    /** {@code term} is the one the post was held for, so that it can be offered to somebody else; events of before lack it. */
    record HoldReleased(
            EstablishmentId establishment,
            int slot,
            StrandCode strand,
            PersonId person,
            CampaignId campaign,
            @Nullable Term term,
            HoldReleaseReason reason)
            implements EstablishmentEvent {}

    /** The hold became an incumbency. */
    record PostFilled(
            EstablishmentId establishment,
            int slot,
            StrandCode strand,
            PersonId person,
            CampaignId campaign,
            Term term,
            @Nullable BoardId board)
            implements EstablishmentEvent {}

    /** A board gave a lead a seat by hand for a term, relying on the post. */
    record LeadSeated(EstablishmentId establishment, PersonId person, StrandCode strand, BoardId board, Term term)
            implements EstablishmentEvent {}

    /** {@code on} is the first day without the holder. */
    record PostVacated(
            EstablishmentId establishment,
            int slot,
            StrandCode strand,
            PersonId person,
            LocalDate on,
            VacancyCause cause,
            @Personal @Nullable String reason)
            implements EstablishmentEvent {}

    record TermExtended(
            EstablishmentId establishment,
            int slot,
            StrandCode strand,
            PersonId person,
            LocalDate oldUntil,
            LocalDate newUntil,
            @Personal @Nullable String reason)
            implements EstablishmentEvent {}

    /** A meeting of a board whose voting members are the leads in post opened: its roll was read, as posts stood on that day. */
    record LeadsRollTaken(EstablishmentId establishment, BoardId board, MeetingId meeting, LocalDate on)
            implements EstablishmentEvent {}
}
