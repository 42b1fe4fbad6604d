package org.probity.report.query;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.probity.board.event.Document;
import org.probity.id.BoardId;
import org.probity.id.MatterId;
import org.probity.id.MeetingId;
import org.probity.id.OrganisationCode;
import org.probity.identity.Actor;
import org.probity.meeting.query.Closed;
import org.probity.query.Answer;
import org.probity.query.Moment;
import org.probity.query.PageAsked;

/** What can be asked about the reports of boards to those they are accountable to. */
public sealed interface ReportQuery {

    /** The reports of one board. */
    record FindReports(BoardId board, Moment moment, PageAsked page, Actor actor) implements ReportQuery {}

    /**
     * The boards that have not submitted by a day what was due before it.
     *
     * @param body whose boards they are, or the boards they report to; all if null
     */
    record FindOverdueReports(
            @Nullable OrganisationCode body,
            Moment moment,
            @Nullable LocalDate inForceOn,
            PageAsked page) implements ReportQuery {}

    /**
     * What a board has submitted, the last report first, and what is asked of it.
     *
     * @param months how many months there are from one report to the next; null while none is asked for
     * @param upcoming the next report to fall due, today or later, that is not submitted; null while none is asked for
     * @param overdue what was due before today and is not submitted, the longest due first
     */
    record ReportsFound(
            List<ReportFound> items,
            @Nullable String next,
            @Nullable BoardId accountableTo,
            @Nullable Integer months,
            @Nullable ReportDue upcoming,
            List<ReportDue> overdue,
            long position,
            Instant asAt)
            implements Answer {}

    /**
     * A report that is asked of a board.
     *
     * @param daysOverdue since when it is due; zero until the day after
     */
    record ReportDue(int report, LocalDate due, long daysOverdue) {}

    /**
     * A report.
     *
     * @param until the first day that it does not cover
     * @param closed why the asker reads neither documents nor summary nor note: for a matter it is about; null if they do
     * @param received null while the other board has not taken note of it
     */
    record ReportFound(
            int report,
            LocalDate due,
            LocalDate from,
            @Nullable LocalDate until,
            LocalDate submitted,
            boolean late,
            List<MatterId> matters,
            @Nullable Closed closed,
            @Nullable List<Document> documents,
            @Nullable String summary,
            @Nullable Receipt received) {}

    /** That a report was received; the note of a closed one is null. */
    record Receipt(
            LocalDate on,
            @Nullable MeetingId meeting,
            @Nullable String note) {}

    /** Boards with overdue reports, the longest due first. */
    record OverdueReportsFound(
            List<BoardOverdue> items, @Nullable String next, LocalDate inForceOn, long position, Instant asAt)
            implements Answer {}

    /**
     * A board that has not reported.
     *
     * @param report the number of the report that is due longest
     * @param reports how many are overdue
     */
    record BoardOverdue(
            BoardId board,
            String name,
            OrganisationCode body,
            BoardId accountableTo,
            @Nullable String accountableToName,
            int report,
            LocalDate due,
            long daysOverdue,
            int reports) {}
}
