package org.probity.automation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.probity.command.DomainFixture.newBody;
import static org.probity.command.DomainFixture.newPerson;

import com.github.kagkarlsson.scheduler.SchedulerName;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
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
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The timers of the running service; the command they give here ends a seat. */
@ExtendWith(OutputCaptureExtension.class)
class TimersTest {

    private static final StrandCode STROKE = new StrandCode("stroke");
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int SETTERS = 4;
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
                                        List.of(), List.of(), new QuorumRule(1, 3), List.of(), true, 3, true, 10)),
                        new BoardMemberAssigned(
                                board,
                                lead,
                                BoardCapacity.CLINICAL_LEAD,
                                true,
                                new Term(LocalDate.of(2026, 1, 1), null),
                                STROKE,
                                null,
                                null));
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

    @Test
    void a_timer_that_is_firing_is_taken_back_without_an_error() {
        Timers timers = service.the(Timers.class);
        whileItFires(() -> timers.cancel("WhenTested", "seat"));

        service.whenTimersHaveFired();
        assertThat(ends()).describedAs("its command decides").hasSize(1);
    }

    @Test
    void a_timer_that_is_set_again_while_it_fires_stays(CapturedOutput output) {
        Instant later = Instant.parse("2026-05-01T00:00:00Z");
        Timers timers = service.the(Timers.class);
        whileItFires(() -> timers.set(timer(later, "a later offer")));

        await().atMost(PATIENCE).until(() -> ends().size() == 1);
        assertThat(timers.next()).contains(later);
        service.stop().start();
        assertThat(service.the(Timers.class).next()).contains(later);
        assertThat(output).doesNotContain("ERROR");
    }

    @Test
    void a_timer_is_set_by_several_at_once_without_an_error() {
        Timers timers = service.the(Timers.class);
        var transaction = new TransactionTemplate(service.the(PlatformTransactionManager.class));
        var together = new CyclicBarrier(SETTERS);

        for (int round = 0; round < 20; round++) {
            atOnce(setter -> transaction.executeWithoutResult(begun -> {
                timers.next();
                pass(together);
                timers.set(timer(MIDDLE_OF_MARCH, "offer of " + setter));
            }));
            timers.cancel("WhenTested", "seat");
        }

        assertThat(timers.next()).isEmpty();
    }

    @Test
    void timers_are_set_and_taken_back_while_they_fire_without_an_error(CapturedOutput output) {
        Timers timers = service.the(Timers.class);
        service.clockAdvancesTo("2026-03-20T00:00:00Z");

        atOnce(setter -> {
            for (int i = 0; i < 200; i++) {
                timers.set(timer(MIDDLE_OF_MARCH, "offer"));
                timers.cancel("WhenTested", "seat");
            }
            timers.set(timer(MIDDLE_OF_MARCH, "offer"));
        });

        service.whenTimersHaveFired();
        assertThat(ends()).hasSize(1);
        service.stop();
        assertThat(output).doesNotContain("ERROR");
    }

    @Test
    void a_timer_whose_command_cannot_be_given_fires_again_until_it_can() {
        service.the(Timers.class).set(timer(MIDDLE_OF_MARCH, "offer"));
        renameCommand("EndSeat", "Unheard");

        service.clockAdvancesTo("2026-03-15T00:00:00Z");
        await().atMost(PATIENCE).until(() -> service.database()
                .sql("select coalesce(consecutive_failures, 0) > 1 from timers.scheduled_tasks")
                .query(Boolean.class)
                .single());
        assertThat(ends()).isEmpty();

        renameCommand("Unheard", "EndSeat");
        service.whenTimersHaveFired();
        assertThat(ends()).hasSize(1);
    }

    private void renameCommand(String from, String to) {
        service.database()
                .sql("update timers.scheduled_tasks set task_data ="
                        + " convert_to(replace(convert_from(task_data, 'UTF8'), ?, ?), 'UTF8')")
                .params(from, to)
                .update();
    }

    /** Holds the log's head, which the timer's command needs, until something is done. */
    private void whileItFires(Runnable action) {
        Timers timers = service.the(Timers.class);
        service.clockAdvancesTo("2026-03-20T00:00:00Z");
        new TransactionTemplate(service.the(PlatformTransactionManager.class)).executeWithoutResult(begun -> {
            JdbcClient.create(service.the(DataSource.class))
                    .sql("select 1 from pg_advisory_xact_lock(log.turn())")
                    .query(Long.class)
                    .single();
            fromElsewhere(() -> timers.set(timer(MIDDLE_OF_MARCH, "offer")));
            await().atMost(PATIENCE).until(() -> service.database()
                    .sql("select exists (select from timers.scheduled_tasks where picked)")
                    .query(Boolean.class)
                    .single());
            fromElsewhere(action);
        });
    }

    /** In another thread, and so in another transaction. */
    private static void fromElsewhere(Runnable action) {
        CompletableFuture.runAsync(action, Thread::startVirtualThread).join();
    }

    private static void atOnce(IntConsumer action) {
        CompletableFuture.allOf(IntStream.range(0, SETTERS)
                        .mapToObj(i -> CompletableFuture.runAsync(() -> action.accept(i), Thread::startVirtualThread))
                        .toArray(CompletableFuture[]::new))
                .join();
    }

    private static void pass(CyclicBarrier barrier) {
        try {
            barrier.await(30, TimeUnit.SECONDS);
        } catch (InterruptedException | BrokenBarrierException | TimeoutException e) {
            throw new IllegalStateException(e);
        }
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
