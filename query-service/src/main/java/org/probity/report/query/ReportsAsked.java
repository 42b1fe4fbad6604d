package org.probity.report.query;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.probity.board.event.ReportingCycle;
import org.probity.board.query.BoardTables.Cycle;
import org.probity.report.query.ReportQuery.ReportDue;

/**
 * Which reports are asked of a board, by the cycles that were set for it, and which of them it has yet to submit. What is
 * overdue follows from the days; nothing has to happen for it.
 *
 * @param cycles in the order of their reports; each lasts until the next begins
 * @param submitted the numbers of the reports that are submitted
 */
record ReportsAsked(List<ReportingCycle> cycles, Set<Integer> submitted) {

    static ReportsAsked of(List<Cycle> cycles, Set<Integer> submitted) {
        return new ReportsAsked(
                cycles.stream()
                        .map(Cycle::cycle)
                        .sorted(Comparator.comparing(ReportingCycle::first))
                        .toList(),
                submitted);
    }

    /** What was due before a day and is not submitted, the longest due first. */
    List<ReportDue> overdue(LocalDate day) {
        return IntStream.range(0, cycles.size())
                .boxed()
                .flatMap(i -> dueBefore(day, i))
                .filter(due -> !submitted.contains(due.report()))
                .toList();
    }

    /** The first report that is due on a day or later and is not submitted. */
    Optional<ReportDue> upcoming(LocalDate day) {
        return last().map(cycle -> IntStream.iterate(cycle.lastDue(day.minusDays(1)) + 1, report -> report + 1)
                .filter(report -> !submitted.contains(report))
                .mapToObj(report -> new ReportDue(report, cycle.due(report), 0))
                .findFirst()
                .orElseThrow());
    }

    /** The cycle that goes on. */
    Optional<ReportingCycle> last() {
        return cycles.isEmpty() ? Optional.empty() : Optional.of(cycles.getLast());
    }

    private Stream<ReportDue> dueBefore(LocalDate day, int i) {
        ReportingCycle cycle = cycles.get(i);
        int due = cycle.lastDue(day.minusDays(1));
        int last = i + 1 < cycles.size() ? Math.min(due, cycles.get(i + 1).first() - 1) : due;
        return IntStream.rangeClosed(cycle.first(), last)
                .mapToObj(report ->
                        new ReportDue(report, cycle.due(report), ChronoUnit.DAYS.between(cycle.due(report), day)));
    }
}
