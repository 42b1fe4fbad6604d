package org.probity.benchmarks;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/** Callers that do something over and over, each waiting for its own answer before it asks again. */
final class Load {

    private Load() {}

    /** One operation of one caller. */
    @FunctionalInterface
    interface Operation {
        /**
         * Does it once.
         *
         * @param caller number of the caller, from 0
         * @param turn how many this caller has done before
         * @return whether it counts
         */
        boolean run(int caller, long turn) throws Exception;
    }

    /**
     * How many operations a second the callers complete together.
     *
     * @throws IllegalStateException if an operation fails
     */
    static double perSecond(int callers, Duration duration, Operation operation) {
        var done = new LongAdder();
        AtomicReference<@Nullable Exception> failure = new AtomicReference<>();
        List<Thread> threads = new ArrayList<>();
        long start = System.nanoTime();
        long end = start + duration.toNanos();
        for (int c = 0; c < callers; c++) {
            int caller = c;
            threads.add(Thread.ofVirtual().start(() -> {
                try {
                    for (long turn = 0; System.nanoTime() < end; turn++) {
                        if (operation.run(caller, turn)) {
                            done.increment();
                        }
                    }
                } catch (Exception e) {
                    failure.compareAndSet(null, e);
                }
            }));
        }
        for (Thread thread : threads) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                throw new IllegalStateException("A measurement was interrupted", e);
            }
        }
        Exception failed = failure.get();
        if (failed != null) {
            throw new IllegalStateException("An operation failed, so there is nothing to measure", failed);
        }
        return done.sum() / ((System.nanoTime() - start) / 1e9);
    }
}
