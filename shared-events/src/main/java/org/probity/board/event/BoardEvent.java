package org.probity.board.event;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.probity.event.Event;
import org.probity.event.Personal;
import org.probity.event.Term;
import org.probity.id.BoardId;
import org.probity.id.MeetingId;
import org.probity.id.OrganisationCode;
import org.probity.id.PersonId;
import org.probity.id.StrandCode;

/** The story of one board: what it may do and who sits on it. */
public sealed interface BoardEvent extends Event {

    BoardId board();

    @Override
    default String stream() {
        return board().stream();
    }

    record BoardEstablished(
            BoardId board,
            OrganisationCode body,
            BoardKind kind,
            String name,
            @Nullable BoardId accountableTo,
            TermsOfReference terms)
            implements BoardEvent {}

    /** Replaces the terms of reference as a whole. */
    record TermsOfReferenceAdopted(BoardId board, TermsOfReference terms) implements BoardEvent {}

    /**
     * Somebody has a seat for a term.
     *
     * @param strand the strand whose post brought the seat, if one did
     * @param post that post: others who sit by it at the same time share the seat
     * @param sharesWith who else has this seat, throughout the term
     */
    record BoardMemberAssigned(
            BoardId board,
            PersonId person,
            BoardCapacity capacity,
            boolean voting,
            Term term,
            @Nullable StrandCode strand,
            @Nullable Post post,
            @Nullable PersonId sharesWith)
            implements BoardEvent {

        /** Names the seat among those of the board, unless it is one that somebody else has already. */
        public String place() {
            return post == null
                    ? person.value() + "/" + term.from()
                    : post.establishment().value() + "/" + post.slot();
        }
    }

    /** A seat that came with a post lasts as long as the post: its term ends later than it was to. */
    record BoardMembershipExtended(BoardId board, PersonId person, LocalDate oldUntil, LocalDate newUntil)
            implements BoardEvent {}

    /**
     * {@code on} is the first day without the seat; a seat that would begin on that day or later is never taken.
     * Whoever chairs or deputises ceases to on that day as well, unless another seat remains for that term.
     *
     * @param strand whose post brought the seat that ends; absent if all seats and offices end
     */
    record BoardMembershipEnded(
            BoardId board,
            PersonId person,
            LocalDate on,
            @Personal @Nullable String reason,
            @Nullable StrandCode strand)
            implements BoardEvent {}

    record ChairAppointed(BoardId board, PersonId person, Term term) implements BoardEvent {}

    record DeputyAppointed(BoardId board, PersonId person, Term term) implements BoardEvent {}

    /** A meeting opened and its roll was read, as seats stood on that day. */
    record BoardRollTaken(BoardId board, MeetingId meeting, LocalDate on) implements BoardEvent {}
}
