package org.probity.board.command;

import static org.probity.people.event.Authority.APPOINTMENTS_OFFICER;
import static org.probity.people.event.Authority.BOARD_CHAIR;
import static org.probity.people.event.Authority.BOARD_SECRETARY;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.probity.board.event.BoardCapacity;
import org.probity.board.event.BoardKind;
import org.probity.board.event.Document;
import org.probity.board.event.ReportingCycle;
import org.probity.board.event.TermsOfReference;
import org.probity.command.By;
import org.probity.command.Command;
import org.probity.event.Term;
import org.probity.id.BoardId;
import org.probity.id.EstablishmentId;
import org.probity.id.MatterId;
import org.probity.id.MeetingId;
import org.probity.id.OrganisationCode;
import org.probity.id.PersonId;
import org.probity.id.StrandCode;

/** What can be done with a board outside its meetings. */
public sealed interface BoardCommand extends Command {

    BoardId board();

    @Override
    default String subject() {
        return board().stream();
    }

    /** {@code accountableTo} is the board it reports to, which must exist. */
    @By({BOARD_SECRETARY, APPOINTMENTS_OFFICER})
    record EstablishBoard(
            BoardId board,
            OrganisationCode body,
            BoardKind kind,
            String name,
            @Nullable BoardId accountableTo,
            TermsOfReference terms)
            implements BoardCommand {}

    /** Replaces the terms of reference as a whole. */
    @By({BOARD_SECRETARY, APPOINTMENTS_OFFICER})
    record AdoptTermsOfReference(BoardId board, TermsOfReference terms) implements BoardCommand {}

    /**
     * Gives a seat. Leads and champions get theirs from {@link SeatLead}; this command gives them one only where they
     * are in post and confirmed impartial throughout the term, and then says where.
     *
     * @param strand the strand whose post brings the seat of a lead or champion
     * @param establishment where a lead or champion holds that post
     * @param sharesWith who has the voting seat that the two are to share
     */
    @By({BOARD_SECRETARY, APPOINTMENTS_OFFICER})
    record AssignToBoard(
            BoardId board,
            PersonId person,
            BoardCapacity capacity,
            boolean voting,
            Term term,
            @Nullable StrandCode strand,
            @Nullable EstablishmentId establishment,
            @Nullable PersonId sharesWith)
            implements BoardCommand {}

    /** {@code on} is the first day without the seat, and without the office of somebody who needs no seat. */
    @By({BOARD_SECRETARY, APPOINTMENTS_OFFICER})
    record EndBoardMembership(BoardId board, PersonId person, LocalDate on, String reason) implements BoardCommand {}

    /** The chair has a seat throughout the term; that of a clinical advisory group needs none. */
    @By({BOARD_SECRETARY, APPOINTMENTS_OFFICER})
    record AppointChair(BoardId board, PersonId person, Term term) implements BoardCommand {}

    /** Likewise the deputy, who is not the chair. */
    @By({BOARD_SECRETARY, APPOINTMENTS_OFFICER})
    record AppointDeputy(BoardId board, PersonId person, Term term) implements BoardCommand {}

    /**
     * Asks a board for reports, for the board it is accountable to. Replaces an earlier cycle, except for what has fallen
     * due by then or is submitted.
     *
     * @param months how many months there are from one report to the next
     */
    @By({BOARD_SECRETARY, BOARD_CHAIR})
    record SetReportingCycle(BoardId board, int months, LocalDate firstDue) implements BoardCommand {

        /**
         * @throws IllegalArgumentException when there is not at least a month from one report to the next
         */
        public SetReportingCycle {
            ReportingCycle.mustBeMonths(months);
        }
    }

    /**
     * Reports to the board that the board is accountable to.
     *
     * @param report its number: of one that is due, or of the next
     * @param summary what it says in short; names nobody
     * @param matters the matters it is about, which close it to whoever withdrew from one of them
     */
    @By({BOARD_SECRETARY, BOARD_CHAIR})
    record SubmitReport(
            BoardId board, int report, Term period, List<Document> documents, String summary, List<MatterId> matters)
            implements BoardCommand {

        /**
         * @throws IllegalArgumentException when a matter is named twice
         */
        public SubmitReport {
            documents = List.copyOf(documents);
            matters = List.copyOf(matters);
            if (matters.stream().distinct().count() < matters.size()) {
                throw new IllegalArgumentException("a matter is named once");
            }
        }
    }

    /**
     * Takes note of a report, for the board that it was submitted to.
     *
     * @param board that has submitted it
     * @param meeting of the receiving board at which it was received; null if at none
     * @param note what that board has to say about it; names nobody
     */
    @By({BOARD_SECRETARY, BOARD_CHAIR})
    record ReceiveReport(
            BoardId board,
            int report,
            @Nullable MeetingId meeting,
            @Nullable String note) implements BoardCommand {}

    /** Gives a lead the seat that comes with the post, once they are confirmed impartial. Given by the service only. */
    @By
    record SeatLead(BoardId board, PersonId person, EstablishmentId establishment, StrandCode strand, Term term)
            implements BoardCommand {}

    /**
     * The term of the post was extended. A seat that ended before the post would have stays ended. Given by the service
     * only.
     *
     * @param oldUntil the first day after the term before, and after the seat
     * @param until the first day after the longer term
     */
    @By
    record ExtendSeat(BoardId board, PersonId person, StrandCode strand, LocalDate oldUntil, LocalDate until)
            implements BoardCommand {}

    /** The post was vacated; {@code on} is the first day without the seat. Given by the service only. */
    @By
    record EndSeat(BoardId board, PersonId person, StrandCode strand, LocalDate on) implements BoardCommand {}
}
