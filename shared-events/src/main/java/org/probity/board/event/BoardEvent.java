package org.probity.board.event;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.probity.event.Event;
import org.probity.event.Personal;
import org.probity.event.Term;
import org.probity.id.BoardId;
import org.probity.id.DecisionId;
import org.probity.id.MatterId;
import org.probity.id.MeetingId;
import org.probity.id.OrganisationCode;
import org.probity.id.PersonId;
import org.probity.id.StrandCode;

/** The story of one board: what it may do, who sits on it and what it reports to the board it is accountable to. */
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

    /** From now on the board reports so often; what had fallen due before, or was submitted, stays as it was. */
    record ReportingCycleSet(BoardId board, BoardId accountableTo, ReportingCycle cycle) implements BoardEvent {}

    /**
     * The board reported to the one it is accountable to.
     *
     * @param report its number
     * @param due when it was due
     * @param period what it covers
     * @param on the day on which it was submitted
     * @param summary what it says in short; names nobody
     * @param matters the matters it is about: whoever withdrew from one of them reads neither documents nor summary
     */
    record ReportSubmitted(
            BoardId board,
            BoardId accountableTo,
            int report,
            LocalDate due,
            Term period,
            LocalDate on,
            List<Document> documents,
            String summary,
            List<MatterId> matters)
            implements BoardEvent {
        public ReportSubmitted {
            documents = List.copyOf(documents);
            matters = List.copyOf(matters);
        }
    }

    /**
     * The board that it was for has taken note of it.
     *
     * @param on the day on which that was recorded
     * @param meeting at which it was received, if at one
     * @param note what the receiving board has to say about it; names nobody
     * @param matters those that the report is about
     */
    record ReportReceived(
            BoardId board,
            BoardId accountableTo,
            int report,
            LocalDate on,
            @Nullable MeetingId meeting,
            @Nullable String note,
            List<MatterId> matters)
            implements BoardEvent {
        public ReportReceived {
            matters = List.copyOf(matters);
        }
    }

    /** A chair's action awaits ratification by the next meeting that opens at {@code since} or later. */
    record RatificationAwaited(BoardId board, DecisionId decision, MatterId matter, Instant since)
            implements BoardEvent {}

    /** A meeting opened and has to ratify it, or refuse to. */
    record RatificationHandedOver(BoardId board, DecisionId decision, MatterId matter, MeetingId meeting)
            implements BoardEvent {}
}
