package org.probity.board.event;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * How often a board reports to the one it is accountable to. Its reports are numbered on from one cycle to the next.
 *
 * @param first the number of the first report of this cycle
 * @param months how many months there are from one report to the next
 * @param firstDue the day on which the first report is due
 */
public record ReportingCycle(int first, int months, LocalDate firstDue) {

    /**
     * @throws IllegalArgumentException when numbers do not begin with 1 or later, or there is no month between reports
     */
    public ReportingCycle {
        if (first < 1) {
            throw new IllegalArgumentException("reports are numbered from 1");
        }
        mustBeMonths(months);
    }

    /**
     * Demands a number of months that a cycle can have.
     *
     * @throws IllegalArgumentException when it is not at least one
     */
    public static void mustBeMonths(int months) {
        if (months < 1) {
            throw new IllegalArgumentException("there is at least a month from one report to the next");
        }
    }

    /** When a report of this cycle is due: on the same day of the month as the first, or the last if there is none. */
    public LocalDate due(int report) {
        return firstDue.plusMonths((long) months * (report - first));
    }

    /** The number of the last report that is due on a day or earlier; one less than the first while none is. */
    public int lastDue(LocalDate day) {
        if (day.isBefore(firstDue)) {
            return first - 1;
        }
        int report = first + Math.toIntExact(ChronoUnit.MONTHS.between(firstDue, day) / months);
        return due(report + 1).isAfter(day) ? report : report + 1;
    }
}
