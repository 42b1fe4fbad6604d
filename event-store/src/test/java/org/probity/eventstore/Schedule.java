package org.probity.eventstore;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;

/**
 * What happens to a log by one seed: writers who meet each other on a few streams of two nodes, units of work that are
 * rolled back, keys that many send at once, and meanwhile connections that are ended, answers that are lost after the
 * COMMIT, stalls, and nodes that are stopped and started again. What each attempt was told is kept; how the threads take turns is up to the machine.
 */
final class Schedule implements AutoCloseable {

    private static final int WRITERS = 6;
    private static final int ATTEMPTS = 30;
    private static final List<String> STREAMS =
            IntStream.range(0, 5).mapToObj(n -> "story/" + n).toList();

    final Queue<Attempt> attempts = new ConcurrentLinkedQueue<>();

    private final TestLog keeper = new TestLog();
    private final long seed;
    private final CuttingProxy proxy = new CuttingProxy(TestLog.port());
    private final TestLog[] nodes = {new TestLog(keeper, proxy.port()), new TestLog(keeper, proxy.port())};
    private final CountDownLatch writersLeft = new CountDownLatch(WRITERS);

    Schedule(long seed) {
        this.seed = seed;
    }

    /** What an attempt to append was told. */
    enum Told {
        RECORDED,
        REFUSED,
        UNKNOWN
    }

    /**
     * An attempt to append.
     *
     * @param events the ids of its events, in order
     * @param receipt what it was given if it was recorded
     */
    record Attempt(
            List<String> events,
            @Nullable CommandKey key,
            Told told,
            @Nullable Receipt receipt) {}

    /** Returns how many answers of the database were lost. */
    int run() throws InterruptedException {
        List<Thread> threads = new ArrayList<>();
        for (int writer = 0; writer < WRITERS; writer++) {
            var random = new Random(seed * WRITERS + writer);
            threads.add(Thread.ofVirtual().start(() -> {
                try {
                    write(random);
                } finally {
                    writersLeft.countDown();
                }
            }));
        }
        disturb(new Random(seed));
        for (Thread thread : threads) {
            thread.join();
        }
        return proxy.cuts();
    }

    private void write(Random random) {
        for (int i = 0; i < ATTEMPTS; i++) {
            int dice = random.nextInt(20);
            if (dice == 0) {
                sendAtOnce(random);
            } else {
                CommandKey key = dice < 8 ? TestLog.key("a command") : null;
                attempts.add(attempt(node(random), key, next(random), dice > 16));
            }
        }
    }

    /** The same key from 1 to 50 callers, each with an event of its own. */
    private void sendAtOnce(Random random) {
        CommandKey key = TestLog.key("the same command");
        List<Thread> callers = IntStream.rangeClosed(1, 1 + random.nextInt(50))
                .mapToObj(caller -> {
                    TestLog node = node(random);
                    return Thread.ofVirtual()
                            .start(() -> attempts.add(attempt(
                                    node,
                                    key,
                                    List.of(TestLog.event("story/" + key.id() + "/" + caller, 0, "mine")),
                                    false)));
                })
                .toList();
        for (Thread caller : callers) {
            try {
                caller.join();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    /** One to three streams, each from where it ended a moment ago. */
    private List<DomainEventMessage<?>> next(Random random) {
        List<String> streams = new ArrayList<>(STREAMS);
        Collections.shuffle(streams, random);
        List<DomainEventMessage<?>> events = new ArrayList<>();
        for (String stream : streams.subList(0, 1 + random.nextInt(3))) {
            Map<String, Long> ends = insist(() -> keeper.log.lastSequences(List.of(stream)));
            long next = ends.getOrDefault(stream, -1L) + 1;
            for (int i = 0; i <= random.nextInt(2); i++) {
                events.add(TestLog.event(stream, next + i, "one more"));
            }
        }
        return events;
    }

    private TestLog node(Random random) {
        synchronized (nodes) {
            return nodes[random.nextInt(nodes.length)];
        }
    }

    private static Attempt attempt(
            TestLog node, @Nullable CommandKey key, List<DomainEventMessage<?>> events, boolean rolledBack) {
        List<String> ids = events.stream().map(EventMessage::getIdentifier).toList();
        try {
            var unitOfWork = DefaultUnitOfWork.startAndGet(null);
            if (key != null) {
                key.attachTo(unitOfWork);
            }
            if (rolledBack) {
                node.store.publish(events);
                unitOfWork.rollback();
                return new Attempt(ids, key, Told.REFUSED, null);
            }
            unitOfWork.execute(() -> node.store.publish(events));
            return new Attempt(ids, key, Told.RECORDED, Receipt.of(unitOfWork));
        } catch (ConcurrencyException | AggregateStreamCreationException | CommandKeyTakenException e) {
            return new Attempt(ids, key, Told.REFUSED, null);
        } catch (LogUnavailableException e) {
            return new Attempt(ids, key, Told.UNKNOWN, null);
        }
    }

    private void disturb(Random random) throws InterruptedException {
        while (writersLeft.getCount() > 0) {
            try {
                proxy.cutAnswerTo("one more");
                switch (random.nextInt(4)) {
                    case 0 -> nodes[random.nextInt(nodes.length)].endConnections();
                    case 1 -> stall("lock table log.event in share row exclusive mode");
                    case 2 -> stall("select pg_advisory_xact_lock(log.turn())");
                    default -> restart(random.nextInt(nodes.length));
                }
                stall("select 1");
            } catch (SQLException e) {
                // The disturber's own connection was cut by itself: there is another.
            }
        }
    }

    /** Holds something for a moment. */
    private void stall(String hold) throws SQLException {
        try (var connection = keeper.connections.pool().getConnection();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            try {
                statement.execute(hold);
                statement.execute("select pg_sleep(0.05)");
                connection.commit();
            } finally {
                connection.setAutoCommit(true);
            }
        }
    }

    /** Stops a node as a service is stopped, and starts another. */
    private void restart(int which) {
        var fresh = new TestLog(keeper, proxy.port());
        TestLog stopped;
        synchronized (nodes) {
            stopped = nodes[which];
            nodes[which] = fresh;
        }
        stopped.close();
    }

    /** Asks again when the connection of a pool turns out to have been ended. */
    private static <T> T insist(Callable<T> question) {
        for (int attempt = 1; ; attempt++) {
            try {
                return question.call();
            } catch (LogUnavailableException e) {
                if (attempt == 50) {
                    throw e;
                }
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }
    }

    /** The whole log, as it is stored. */
    List<StoredEvent> log() {
        return insist(keeper::all);
    }

    /** The ids of all events by position, as a reader is given them who begins at the first. */
    Map<Long, String> readAll(long head) {
        return insist(() -> readOnce(head));
    }

    private Map<Long, String> readOnce(long head) throws InterruptedException {
        Map<Long, String> read = new TreeMap<>();
        try (var stream = keeper.store.openStream(null)) {
            while (read.size() < head) {
                var event = stream.nextAvailable();
                long position = event.trackingToken().position().orElseThrow();
                if (read.put(position, event.getIdentifier()) != null) {
                    throw new AssertionError("Read twice: " + position);
                }
            }
        }
        return read;
    }

    @Override
    public void close() {
        for (TestLog node : nodes) {
            node.close();
        }
        keeper.close();
        try {
            proxy.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
