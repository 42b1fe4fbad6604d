package org.probity.board.query;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.probity.board.event.BoardCapacity;
import org.probity.board.event.BoardKind;
import org.probity.board.event.Document;
import org.probity.board.event.ReportingCycle;
import org.probity.board.event.TermsOfReference;
import org.probity.event.Term;
import org.probity.id.BoardId;
import org.probity.id.MatterId;
import org.probity.id.MeetingId;
import org.probity.id.OrganisationCode;
import org.probity.id.PersonId;
import org.probity.id.StrandCode;
import org.probity.query.ReadTables;
import org.probity.query.VersionedTable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** The read tables of boards. */
@Component
public record BoardTables(
        VersionedTable<Board> boards,
        VersionedTable<Member> members,
        VersionedTable<Officer> officers,
        VersionedTable<Cycle> cycles,
        VersionedTable<Report> reports) {

    @Autowired
    BoardTables(ReadTables tables) {
        this(
                tables.versioned("board", Board.class, "id"),
                tables.versioned("board_member", Member.class, "board", "person", "termFrom"),
                tables.versioned("board_office", Officer.class, "board", "office", "person", "termFrom"),
                tables.versioned("board_reporting_cycle", Cycle.class, "board", "first"),
                tables.versioned("board_report", Report.class, "board", "report"));
    }

    /** The two offices of a board. */
    public enum Office {
        CHAIR,
        DEPUTY
    }

    /** A board. */
    public record Board(
            BoardId id,
            OrganisationCode body,
            BoardKind kind,
            String name,
            @Nullable BoardId accountableTo,
            TermsOfReference terms) {}

    /**
     * A seat.
     *
     * @param strand the strand whose post brought it, if one did
     * @param place the same for two who share the seat
     */
    public record Member(
            BoardId board,
            PersonId person,
            LocalDate termFrom,
            @Nullable LocalDate termUntil,
            BoardCapacity capacity,
            boolean voting,
            @Nullable StrandCode strand,
            String place) {

        /** When the seat is held. */
        public Term term() {
            return new Term(termFrom, termUntil);
        }

        Member until(LocalDate until) {
            return new Member(board, person, termFrom, until, capacity, voting, strand, place);
        }
    }

    /** Who holds an office, and when. */
    public record Officer(
            BoardId board,
            Office office,
            PersonId person,
            LocalDate termFrom,
            @Nullable LocalDate termUntil) {

        /** When the office is held. */
        public Term term() {
            return new Term(termFrom, termUntil);
        }
    }

    /** How often a board reports, from the report numbered {@code first} on. */
    public record Cycle(BoardId board, int first, int months, LocalDate firstDue) {

        /** The same as a cycle that tells when reports are due. */
        public ReportingCycle cycle() {
            return new ReportingCycle(first, months, firstDue);
        }
    }

    /**
     * What a board reported.
     *
     * @param received the day on which it was received; null while it is not
     */
    public record Report(
            BoardId board,
            int report,
            LocalDate due,
            LocalDate termFrom,
            @Nullable LocalDate termUntil,
            LocalDate submitted,
            List<Document> documents,
            String summary,
            List<MatterId> matters,
            @Nullable LocalDate received,
            @Nullable MeetingId meeting,
            @Nullable String note) {

        Report received(LocalDate on, @Nullable MeetingId at, @Nullable String noted) {
            return new Report(
                    board, report, due, termFrom, termUntil, submitted, documents, summary, matters, on, at, noted);
        }
    }
}
