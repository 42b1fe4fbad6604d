package org.probity.report.query;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.axonframework.queryhandling.QueryHandler;
import org.jspecify.annotations.Nullable;
import org.probity.board.event.ReportingCycle;
import org.probity.board.query.BoardProjection;
import org.probity.board.query.BoardTables;
import org.probity.board.query.BoardTables.Board;
import org.probity.board.query.BoardTables.Cycle;
import org.probity.board.query.BoardTables.Report;
import org.probity.id.BoardId;
import org.probity.id.MatterId;
import org.probity.id.OrganisationCode;
import org.probity.identity.Actor;
import org.probity.meeting.query.Closed;
import org.probity.meeting.query.MatterProjection;
import org.probity.meeting.query.MatterQueries;
import org.probity.meeting.query.MeetingProjection;
import org.probity.query.PageAsked.Page;
import org.probity.query.UnknownSubject;
import org.probity.query.View;
import org.probity.query.Views;
import org.probity.report.query.ReportQuery.*;
import org.springframework.stereotype.Component;

/**
 * Answers about what boards report. Everybody within the service reads that there is a report; of what it says whoever
 * withdrew from a matter it is about reads nothing, and of what is taken in private only those who belong to the boards.
 */
@Component
class ReportQueries {

    private final BoardTables tables;
    private final MatterQueries matters;
    private final Views views;

    ReportQueries(BoardTables tables, MatterQueries matters, Views views) {
        this.tables = tables;
        this.matters = matters;
        this.views = views;
    }

    @QueryHandler
    ReportsFound find(FindReports query) {
        View view = views.of(query.moment(), BoardProjection.NAME, MatterProjection.NAME, MeetingProjection.NAME);
        long at = view.position();
        Board board =
                tables.boards().at(at, query.board()).orElseThrow(() -> new UnknownSubject(query.board().stream()));
        List<Report> all = tables.reports().where(at, "board = ? order by report desc", board.id());
        ReportsAsked asked = ReportsAsked.of(
                tables.cycles().where(at, "board = ?", board.id()),
                all.stream().map(Report::report).collect(toSet()));
        Page<Report> page = query.page().of(all, one -> Integer.toString(one.report()));
        Function<Report, @Nullable Closed> closed = closedTo(query.actor(), board, view);
        return new ReportsFound(
                page.items().stream().map(one -> found(one, closed.apply(one))).toList(),
                page.next(),
                board.accountableTo(),
                asked.last().map(ReportingCycle::months).orElse(null),
                asked.upcoming(view.today()).orElse(null),
                asked.overdue(view.today()),
                at,
                view.moment());
    }

    /** Why whoever asks does not read what a report says, null if they do: the one place that decides it. */
    private Function<Report, @Nullable Closed> closedTo(Actor actor, Board board, View view) {
        List<Board> boards = Stream.concat(
                        Stream.of(board),
                        Stream.ofNullable(board.accountableTo())
                                .flatMap(other -> tables.boards().at(view.position(), other).stream()))
                .toList();
        Function<MatterId, Optional<Closed>> ofMatter = matters.closedTo(actor, boards, view);
        return report -> report.matters().stream()
                .flatMap(matter -> ofMatter.apply(matter).stream())
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    private static ReportFound found(Report one, @Nullable Closed closed) {
        LocalDate received = one.received();
        return new ReportFound(
                one.report(),
                one.due(),
                one.termFrom(),
                one.termUntil(),
                one.submitted(),
                one.submitted().isAfter(one.due()),
                one.matters(),
                closed,
                closed == null ? one.documents() : null,
                closed == null ? one.summary() : null,
                received == null ? null : new Receipt(received, one.meeting(), closed == null ? one.note() : null));
    }

    @QueryHandler
    OverdueReportsFound find(FindOverdueReports query) {
        View view = views.of(query.moment(), BoardProjection.NAME);
        long at = view.position();
        LocalDate day = query.inForceOn() == null ? view.today() : query.inForceOn();
        Map<BoardId, Board> boards = tables.boards().all(at).stream().collect(toMap(Board::id, Function.identity()));
        Map<BoardId, Set<Integer>> submitted = tables.reports().where(at, "submitted <= ?", day).stream()
                .collect(groupingBy(Report::board, mapping(Report::report, toSet())));
        Map<BoardId, List<Cycle>> cycles = tables.cycles().all(at).stream().collect(groupingBy(Cycle::board));
        List<BoardOverdue> all = cycles.entrySet().stream()
                .flatMap(one -> overdue(
                        boards,
                        one.getKey(),
                        ReportsAsked.of(one.getValue(), submitted.getOrDefault(one.getKey(), Set.of())),
                        day))
                .filter(one -> isOf(one, query.body(), boards))
                .sorted(Comparator.comparing(BoardOverdue::due)
                        .thenComparing(BoardOverdue::name)
                        .thenComparing(one -> one.board().value()))
                .toList();
        Page<BoardOverdue> page =
                query.page().of(all, one -> one.board().value().toString());
        return new OverdueReportsFound(page.items(), page.next(), day, at, view.moment());
    }

    private static Stream<BoardOverdue> overdue(
            Map<BoardId, Board> boards, BoardId id, ReportsAsked asked, LocalDate day) {
        Board board = boards.get(id);
        BoardId accountableTo = board == null ? null : board.accountableTo();
        List<ReportDue> overdue = asked.overdue(day);
        if (board == null || accountableTo == null || overdue.isEmpty()) {
            return Stream.empty();
        }
        ReportDue longest = overdue.getFirst();
        Board other = boards.get(accountableTo);
        return Stream.of(new BoardOverdue(
                id,
                board.name(),
                board.body(),
                accountableTo,
                other == null ? null : other.name(),
                longest.report(),
                longest.due(),
                longest.daysOverdue(),
                overdue.size()));
    }

    private static boolean isOf(BoardOverdue one, @Nullable OrganisationCode body, Map<BoardId, Board> boards) {
        Board other = boards.get(one.accountableTo());
        return body == null
                || one.body().equals(body)
                || (other != null && other.body().equals(body));
    }
}
