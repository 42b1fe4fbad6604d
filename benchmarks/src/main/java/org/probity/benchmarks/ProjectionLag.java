package org.probity.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;

/**
 * How long it takes from the answer to a command, which says that it is committed, until what it did is seen by a query of
 * another process: commands are given at a steady pace, whether or not those before have been answered, and the
 * {@link ProjectingNode} says when it has committed each row. Both run on one machine and read the same clock.
 */
final class ProjectionLag implements AutoCloseable {

    private static final int COMMANDS_A_SECOND = 500;
    private static final int SECONDS_TO_WARM_UP = 20;
    private static final int SECONDS = 30;
    private static final int COMMANDS = COMMANDS_A_SECOND * (SECONDS_TO_WARM_UP + SECONDS);

    private final Store store;
    private final Process node;
    private final CountDownLatch ready = new CountDownLatch(1);
    private final CountDownLatch seenAll = new CountDownLatch(COMMANDS);
    private final Map<String, Long> seen = new ConcurrentHashMap<>();

    ProjectionLag(String url) {
        store = new Store(url);
        try {
            node = new ProcessBuilder(
                            ProcessHandle.current().info().command().orElseThrow(),
                            "-Xmx1g",
                            "-cp",
                            System.getProperty("java.class.path"),
                            ProjectingNode.class.getName(),
                            url)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofPlatform().daemon().start(this::listen);
    }

    private void listen() {
        try (BufferedReader lines = node.inputReader()) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.equals(ProjectingNode.READY)) {
                    ready.countDown();
                } else if (line.matches("\\S+ \\d+")) {
                    String[] parts = line.split(" ", -1);
                    seen.put(parts[0], Long.parseLong(parts[1]));
                    seenAll.countDown();
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The 99th percentile in milliseconds. */
    double p99() {
        try {
            if (!ready.await(1, TimeUnit.MINUTES)) {
                throw new IllegalStateException("The other process does not start");
            }
            Map<String, Long> answered = give();
            if (!seenAll.await(1, TimeUnit.MINUTES)) {
                throw new IllegalStateException(seenAll.getCount() + " commands were never seen");
            }
            List<Long> lags = answered.entrySet().stream()
                    .map(command -> Objects.requireNonNull(seen.get(command.getKey())) - command.getValue())
                    .sorted()
                    .toList();
            return lags.get(lags.size() * 99 / 100) / 1_000.0;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** When each of those that count was answered, in microseconds. */
    private Map<String, Long> give() throws InterruptedException {
        Map<String, Long> answered = new ConcurrentHashMap<>();
        long start = System.nanoTime();
        List<Thread> threads = new ArrayList<>();
        IntStream.range(0, COMMANDS)
                .forEach(number -> threads.add(Thread.startVirtualThread(() -> {
                    long due = start + number * (TimeUnit.SECONDS.toNanos(1) / COMMANDS_A_SECOND);
                    while (System.nanoTime() < due) {
                        LockSupport.parkNanos(due - System.nanoTime());
                    }
                    String id = Sample.newStream();
                    store.append(id);
                    if (number >= COMMANDS_A_SECOND * SECONDS_TO_WARM_UP) {
                        answered.put(id, now());
                    }
                })));
        for (Thread thread : threads) {
            thread.join();
        }
        return answered;
    }

    static long now() {
        return ChronoUnit.MICROS.between(Instant.EPOCH, Instant.now());
    }

    @Override
    public void close() {
        node.destroy();
        store.close();
    }
}
