package org.probity.eventstore;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.jetbrains.lincheck.Lincheck;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * What happens between those who append and the flusher, in whatever order Lincheck lets their steps follow one another.
 * Lincheck sees every step of every thread, so it cannot look at a database: batches go to a list. It does not notice that
 * somebody is not woken, because it lets threads wake by themselves; that hangs {@link GroupCommitTest}.
 */
class GroupCommitInterleavingsTest {

    private static final int SCHEDULES = Integer.getInteger("probity.interleavings", 300);

    @Test
    void every_unit_of_work_is_written_once_and_answered_and_never_two_batches_at_once() {
        Lincheck.runConcurrentTest(SCHEDULES, () -> {
            var log = new ListedLog();
            var commit = new GroupCommit(log, 3, Duration.ZERO);
            var writers = List.of(new Writer(commit, 1, "a"), new Writer(commit, 2, "b"), new Writer(commit, 3, "a"));
            writers.forEach(Writer::join);
            commit.close();
            mustHold(log.written.size() == 3 && Set.copyOf(log.written).size() == 3, "each is written once");
            for (Writer writer : writers) {
                mustHold(writer.receipt != null, "each is answered");
            }
            mustHold(log.closed, "the writer is closed");
        });
    }

    @Test
    void what_was_taken_before_closing_is_written_and_the_rest_refused() {
        Lincheck.runConcurrentTest(SCHEDULES, () -> {
            var log = new ListedLog();
            var commit = new GroupCommit(log, 3, Duration.ZERO);
            var writers = List.of(new Writer(commit, 1, "a"), new Writer(commit, 2, "b"));
            commit.close();
            writers.forEach(Writer::join);
            for (Writer writer : writers) {
                mustHold((writer.receipt != null) == log.written.contains(writer.id), "it was written or refused");
            }
        });
    }

    /** Lincheck does not follow what an assertion library does. */
    private static void mustHold(boolean condition, String what) {
        if (!condition) {
            throw new AssertionError(what);
        }
    }

    /** Somebody who appends one event. */
    private static final class Writer {

        private final UUID id;
        private final Thread thread;
        private @Nullable Receipt receipt;

        Writer(GroupCommit commit, int number, String subject) {
            id = new UUID(0, number);
            var row = new Append.Row(id, "Story", subject, 0, true, "Told", "1", "{}", "{}");
            thread = new Thread(() -> {
                try {
                    receipt = commit.append(new Append(List.of(row), null, null));
                } catch (LogUnavailableException e) {
                    receipt = null;
                }
            });
            thread.start();
        }

        void join() {
            try {
                thread.join();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    /** Keeps what is written in order, and does not take two batches at once nor two of one stream together. */
    private static final class ListedLog implements BatchWriter {

        private final List<UUID> written = new ArrayList<>();
        private final AtomicInteger inside = new AtomicInteger();
        private volatile boolean closed;

        @Override
        public void write(Batch batch, BooleanSupplier closing) {
            boolean alone = inside.incrementAndGet() == 1 && !closed;
            var subjects = new HashSet<String>();
            for (Append unit : batch.units()) {
                written.add(unit.rows().getFirst().id());
                if (alone && subjects.add(unit.rows().getFirst().subject())) {
                    unit.succeed(new Receipt(written.size(), List.of("Told"), Instant.EPOCH));
                } else {
                    unit.fail(new IllegalStateException("Two at once"));
                }
            }
            inside.decrementAndGet();
        }

        @Override
        public void close() {
            closed = true;
        }
    }
}
