package org.probity.board.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReportingCycleTest {

    private final ReportingCycle endOfQuarter = new ReportingCycle(4, 3, LocalDate.parse("2026-08-31"));

    @Test
    void reports_are_due_on_the_day_of_the_first_or_the_last_of_a_shorter_month() {
        assertThat(endOfQuarter.due(4)).isEqualTo("2026-08-31");
        assertThat(endOfQuarter.due(5)).isEqualTo("2026-11-30");
        assertThat(endOfQuarter.due(6)).isEqualTo("2027-02-28");
        assertThat(endOfQuarter.due(7)).isEqualTo("2027-05-31");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-08-30, 3",
        "2026-08-31, 4",
        "2026-11-29, 4",
        "2026-11-30, 5",
        "2027-02-27, 5",
        "2027-02-28, 6",
        "2027-05-30, 6",
        "2027-05-31, 7"
    })
    void a_report_has_fallen_due_from_its_day_on(LocalDate day, int report) {
        assertThat(endOfQuarter.lastDue(day)).isEqualTo(report);
    }

    @Test
    void a_cycle_has_a_month_at_least_and_numbers_from_one() {
        LocalDate due = LocalDate.parse("2026-08-31");

        assertThatThrownBy(() -> new ReportingCycle(1, 0, due)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new ReportingCycle(0, 1, due)).isInstanceOf(IllegalArgumentException.class);
        assertThat(new ReportingCycle(1, 1, due).due(1)).isEqualTo(due);
    }
}
