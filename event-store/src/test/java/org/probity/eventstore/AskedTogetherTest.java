package org.probity.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** One query for many, which none of them can tell from one of their own. */
@Timeout(60)
class AskedTogetherTest {

    @Test
    void no_answer_is_older_than_its_question() throws Exception {
        var written = new AtomicLong();
        var asked = new AskedTogether<String, Long>(questions -> {
            long seen = written.get();
            for (int i = 0; i < 1_000; i++) {
                Thread.onSpinWait();
            }
            return seen;
        });
        List<Future<?>> callers = new ArrayList<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int caller = 0; caller < 64; caller++) {
                callers.add(threads.submit(() -> {
                    for (int turn = 0; turn < 500; turn++) {
                        long before = written.incrementAndGet();
                        assertThat(asked.ask(Set.of("how far"))).isGreaterThanOrEqualTo(before);
                    }
                }));
            }
        }
        for (Future<?> caller : callers) {
            caller.get();
        }
        assertThat(written).hasValue(64 * 500);
    }

    @Test
    void what_is_asked_while_a_query_runs_is_asked_by_the_next_one_together() throws Exception {
        var queries = new AtomicInteger();
        var mayAnswer = new CountDownLatch(1);
        var asked = new AskedTogether<Integer, Set<Integer>>(questions -> {
            if (queries.incrementAndGet() == 1) {
                awaitOpen(mayAnswer);
            }
            return Set.copyOf(questions);
        });
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Set<Integer>> first = threads.submit(() -> asked.ask(Set.of(0)));
            await().until(() -> queries.get() == 1);
            List<Future<Set<Integer>>> others = new ArrayList<>();
            var begun = new CountDownLatch(50);
            for (int question = 1; question <= 50; question++) {
                int mine = question;
                others.add(threads.submit(() -> {
                    begun.countDown();
                    return asked.ask(Set.of(mine));
                }));
            }
            begun.await();
            mayAnswer.countDown();

            assertThat(first.get()).containsExactly(0);
            for (int i = 0; i < others.size(); i++) {
                assertThat(others.get(i).get()).contains(i + 1);
            }
        }
        assertThat(queries).hasValueLessThan(25);
    }

    @Test
    void a_failure_is_told_to_all_who_asked_together_and_the_next_query_is_a_new_one() throws Exception {
        var queries = new AtomicInteger();
        var mayAnswer = new CountDownLatch(1);
        var asked = new AskedTogether<Integer, Set<Integer>>(questions -> {
            if (queries.incrementAndGet() == 1) {
                awaitOpen(mayAnswer);
            }
            if (questions.contains(1)) {
                throw new LogUnavailableException("The log cannot be read", new SQLException("lost"));
            }
            return Set.copyOf(questions);
        });
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Set<Integer>> first = threads.submit(() -> asked.ask(Set.of(0)));
            await().until(() -> queries.get() == 1);
            List<Thread> callers = new ArrayList<>();
            List<RuntimeException> failures = Collections.synchronizedList(new ArrayList<>());
            for (int caller = 0; caller < 10; caller++) {
                callers.add(Thread.startVirtualThread(() -> {
                    try {
                        asked.ask(Set.of(1));
                    } catch (RuntimeException e) {
                        failures.add(e);
                    }
                }));
            }
            await().until(() -> callers.stream().allMatch(caller -> caller.getState() == Thread.State.WAITING));
            mayAnswer.countDown();
            for (Thread caller : callers) {
                caller.join();
            }

            assertThat(first.get()).containsExactly(0);
            assertThat(failures).hasSize(10).allMatch(LogUnavailableException.class::isInstance);
            assertThat(queries).hasValue(2);
        }
        assertThat(asked.ask(Set.of(2))).containsExactly(2);
        assertThat(queries).hasValue(3);
    }

    @Test
    void who_is_interrupted_disturbs_nobody_who_asked_with_them() throws Exception {
        var disturbed = new CompletableFuture<Boolean>();
        var asking = new CountDownLatch(1);
        var mayAnswer = new CountDownLatch(1);
        var asked = new AskedTogether<Integer, String>(questions -> {
            asking.countDown();
            try {
                mayAnswer.await();
                disturbed.complete(false);
            } catch (InterruptedException e) {
                disturbed.complete(true);
            }
            return "answer";
        });
        Thread first = Thread.startVirtualThread(() -> asked.ask(Set.of(0)));
        asking.await();

        first.interrupt();
        mayAnswer.countDown();

        assertThat(disturbed.get()).isFalse();
        first.join();
    }

    private static void awaitOpen(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
