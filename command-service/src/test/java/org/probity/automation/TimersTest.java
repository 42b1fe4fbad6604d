package org.probity.automation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.probity.command.DomainFixture.newBody;
import static org.probity.command.DomainFixture.newPerson;

import com.github.kagkarlsson.scheduler.SchedulerName;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.probity.board.command.BoardCommand.EndSeat;
import org.probity.board.event.BoardCapacity;
import org.probity.board.event.BoardEvent.*;
import org.probity.board.event.BoardKind;
import org.probity.board.event.QuorumRule;
import org.probity.board.event.TermsOfReference;
import org.probity.event.Term;
import org.probity.eventstore.EventLog;
import org.probity.id.BoardId;
import org.probity.id.PersonId;
import org.probity.id.StrandCode;

/** The timers of the running service; the command they give here ends a seat. */
class TimersTest {

    private static final StrandCode STROKE = new StrandCode("stroke");
    private static final Instant MIDDLE_OF_MARCH = Instant.parse("2026-03-15T00:00:00Z");

    private final RunningService service = new RunningService();
    private final BoardId board = new BoardId(UUID.randomUUID());
    private final PersonId lead = newPerson();

    @BeforeEach
    void a_seat_in_an_example_log() {
        service.exampleStartsAt("2026-03-01T09:00:00Z")
                .given(
                        new BoardEstablished(
                                board,
                                newBody(),
                                BoardKind.PATHWAY_DELIVERY_BOARD,
                                "Stroke delivery board",
                                null,
                                new TermsOfReference(
                                        List.of(), List.of(), new QuorumRule(1, 3), List.of(), true, 3, true)),
                        new BoardMemberAssigned(
                                board,
                                lead,
                                BoardCapacity.CLINICAL_LEAD,
                                true,
                                new Term(LocalDate.of(2026, 1, 1), null),
                                STROKE));
    }

    @AfterEach
    void stop() {
        service.close();
    }

    @Test
    void a_timer_waits_for_the_logs_clock_and_not_for_the_systems() {
        service.the(Timers.class).set(timer(MIDDLE_OF_MARCH, "offer"));

        service.clockAdvancesTo("2026-03-14T23:59:59Z");
        assertThat(service.the(Timers.class).next()).contains(MIDDLE_OF_MARCH);
        assertThat(ends()).isEmpty();

        service.clockAdvancesTo("2026-03-16T09:00:00Z").whenTimersHaveFired();
        assertThat(ends()).hasSize(1);
        EventLog log = service.the(EventLog.class);
        assertThat(log.recordedAt(log.head().position())).isEqualTo(Instant.parse("2026-03-16T09:00:00Z"));
    }

    @Test
    void a_timer_survives_a_restart() {
        service.the(Timers.class).set(timer(MIDDLE_OF_MARCH, "offer"));

        service.stop().start();
        assertThat(ends()).isEmpty();

        service.clockAdvancesTo("2026-03-15T00:00:00Z").whenTimersHaveFired();
        assertThat(ends()).hasSize(1);
    }

    @Test
    void a_timer_that_was_firing_when_the_service_died_fires_when_it_starts() {
        service.the(Timers.class).set(timer(MIDDLE_OF_MARCH, "offer"));
        service.stop();
        service.database()
                .sql("update timers.scheduled_tasks set picked = true, picked_by = ?, last_heartbeat = execution_time")
                .param(new SchedulerName.Hostname().getName())
                .update();

        service.start().clockAdvancesTo("2026-03-15T00:00:00Z").whenTimersHaveFired();

        assertThat(ends()).hasSize(1);
    }

    @Test
    void a_timer_set_again_after_it_has_fired_acts_once() {
        service.clockAdvancesTo("2026-03-15T00:00:00Z");
        service.the(Timers.class).set(timer(MIDDLE_OF_MARCH, "offer"));
        service.whenTimersHaveFired();
        long head = service.head();

        service.the(Timers.class).set(timer(MIDDLE_OF_MARCH, "offer"));
        service.whenTimersHaveFired();

        assertThat(service.head()).isEqualTo(head);
        assertThat(ends()).hasSize(1);
    }

    @Test
    void a_timer_that_is_taken_back_does_not_fire() {
        Timers timers = service.the(Timers.class);
        timers.set(timer(MIDDLE_OF_MARCH, "offer"));
        timers.cancel("WhenTested", "seat");
        timers.cancel("WhenTested", "seat");

        assertThat(timers.next()).isEmpty();
    }

    @Test
    void a_timer_set_again_is_replaced() {
        Timers timers = service.the(Timers.class);
        timers.set(timer(MIDDLE_OF_MARCH, "offer"));
        timers.set(timer(Instant.parse("2026-05-01T00:00:00Z"), "a later offer"));

        service.clockAdvancesTo("2026-03-20T00:00:00Z");
        assertThat(timers.next()).contains(Instant.parse("2026-05-01T00:00:00Z"));

        service.clockAdvancesTo("2026-05-01T00:00:00Z").whenTimersHaveFired();
        assertThat(ends()).hasSize(1);
    }

    private Timer timer(Instant due, String cause) {
        return new Timer("WhenTested", "seat", due, new EndSeat(board, lead, STROKE, LocalDate.of(2026, 3, 15)), cause);
    }

    private List<Object> ends() {
        return service.eventsOf(board.stream()).stream()
                .filter(BoardMembershipEnded.class::isInstance)
                .toList();
    }
}
