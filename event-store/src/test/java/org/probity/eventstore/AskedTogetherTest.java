package org.probity.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
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
    void a_failure_is_told_to_all_who_asked_and_the_next_query_is_a_new_one() throws Exception {
        var queries = new AtomicInteger();
        var fails = new CompletableFuture<Void>();
        var asked = new AskedTogether<String, String>(questions -> {
            queries.incrementAndGet();
            fails.join();
            return "answer";
        });
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<String> one = threads.submit(() -> asked.ask(Set.of("a")));
            await().until(() -> queries.get() == 1);
            Future<String> other = threads.submit(() -> asked.ask(Set.of("b")));
            fails.completeExceptionally(new LogUnavailableException("The log cannot be read", new Exception()));

            assertThatThrownBy(one::get)
                    .isInstanceOf(ExecutionException.class)
                    .rootCause()
                    .isInstanceOf(Exception.class);
            assertThatThrownBy(other::get).isInstanceOf(ExecutionException.class);
        }
        assertThat(queries).hasValue(2);
        assertThatThrownBy(() -> asked.ask(Set.of("c"))).hasMessageContaining("The log cannot be read");
        assertThat(queries).hasValue(3);
    }

    private static void awaitOpen(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
