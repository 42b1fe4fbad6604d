package org.probity.board.command;

import static org.probity.board.command.BoardRule.*;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.probity.board.event.BoardEvent.ReportReceived;
import org.probity.board.event.BoardEvent.ReportSubmitted;
import org.probity.board.event.BoardEvent.ReportingCycleSet;
import org.probity.board.event.ReportingCycle;
import org.probity.event.Term;
import org.probity.id.MatterId;

/** Which reports are asked of a board, and which it has submitted. */
final class Reports {

    private final List<ReportingCycle> cycles = new ArrayList<>();
    private final NavigableMap<Integer, Submitted> submitted = new TreeMap<>();

    /** The number at which a cycle that is set on a day begins: after all that fell due or was submitted. */
    int next(LocalDate today) {
        int last = submitted.isEmpty() ? 0 : submitted.lastKey();
        return Math.max(lastDue(today), last) + 1;
    }

    /** When a report is due that can be submitted on a day: those that fell due, and one ahead. */
    LocalDate mustBeAskedFor(int report, LocalDate today) {
        return cycles.reversed().stream()
                .filter(cycle -> report >= cycle.first() && report <= lastDue(today) + 1)
                .findFirst()
                .orElseThrow(() -> REPORT_NOT_ASKED_FOR.refusal("report", report))
                .due(report);
    }

    /** Refuses a second report of the same number, or about the same days, and one about days that are not over. */
    void mustBeNew(int report, Term period, LocalDate today) {
        REPORT_SUBMITTED_ALREADY.refuseIf(submitted.containsKey(report), "report", report);
        LocalDate until = period.until();
        PERIOD_NOT_OVER.refuseIf(until == null || until.isAfter(today));
        submitted.entrySet().stream()
                .filter(other -> other.getValue().period().overlaps(period))
                .map(Map.Entry::getKey)
                .findFirst()
                .ifPresent(other -> {
                    throw PERIOD_REPORTED_ALREADY.refusal("report", other);
                });
    }

    /** The day on which a report was submitted that nobody has received yet. */
    LocalDate mustAwaitReceipt(int report) {
        Submitted found = submitted.get(report);
        if (found == null) {
            throw NO_SUCH_REPORT.refusal("report", report);
        }
        REPORT_RECEIVED_ALREADY.refuseIf(found.received(), "report", report);
        return found.on();
    }

    List<MatterId> matters(int report) {
        Submitted found = submitted.get(report);
        return found == null ? List.of() : found.matters();
    }

    private int lastDue(LocalDate day) {
        return cycles.isEmpty() ? 0 : cycles.getLast().lastDue(day);
    }

    /** A cycle that is replaced before any report of it fell due or was submitted never was. */
    void on(ReportingCycleSet event) {
        cycles.removeIf(cycle -> cycle.first() >= event.cycle().first());
        cycles.add(event.cycle());
    }

    void on(ReportSubmitted event) {
        submitted.put(event.report(), new Submitted(event.period(), event.on(), event.matters(), false));
    }

    void on(ReportReceived event) {
        submitted.computeIfPresent(event.report(), (report, found) -> found.asReceived());
    }

    private record Submitted(Term period, LocalDate on, List<MatterId> matters, boolean received) {

        Submitted asReceived() {
            return new Submitted(period, on, matters, true);
        }
    }
}
