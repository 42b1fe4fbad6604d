package org.probity.eventstore;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import javax.sql.DataSource;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Collects the units of work that come while others are being written, and writes them together: one statement and one
 * flush of the disk for all of them. Whoever appends waits for its own outcome.
 *
 * <p>There is room for so many and no more. When it is taken, {@link #append} waits a little and then refuses, which
 * sheds load instead of piling it up. When the database is gone, what has not been sent is refused after the same time;
 * what has been sent waits until its outcome is known.
 */
final class GroupCommit implements AutoCloseable {

    static final Duration PATIENCE = Duration.ofSeconds(2);

    private static final Duration PATIENCE_AT_THE_END = Duration.ofSeconds(10);
    private static final Duration LINGER = Duration.ofNanos(150_000);
    private static final Duration RECONNECT = Duration.ofMillis(100);
    private static final String UNKNOWN = "It is not known whether the log took it";
    private static final Logger LOG = LoggerFactory.getLogger(GroupCommit.class);

    private final int capacity;
    private final Semaphore room;
    private final BlockingQueue<Append> queue = new LinkedBlockingQueue<>();
    private final LogWriter writer;
    private final Deque<Append> held = new ArrayDeque<>();
    private final Thread flusher;
    private final ReentrantLock writing = new ReentrantLock();
    private volatile int answered;
    private volatile boolean closing;

    /**
     * @param dataSource gives a connection to the writer, which keeps it
     * @param capacity how many units of work may be waiting or being written
     */
    GroupCommit(DataSource dataSource, Clock clock, int capacity) {
        this.capacity = capacity;
        room = new Semaphore(capacity);
        writer = new LogWriter(dataSource, clock);
        flusher = Thread.ofPlatform().daemon().name("log-flusher").start(this::run);
    }

    /**
     * Appends a unit of work, and returns when it is on disk.
     *
     * @throws org.axonframework.modelling.command.ConcurrencyException if a stream has moved on since it was read
     * @throws CommandKeyTakenException if the key is in the log already
     * @throws LogUnavailableException if there is no room or the database cannot be reached
     */
    Receipt append(Append unit) {
        enter();
        try {
            if (closing) {
                throw new LogUnavailableException("The log takes no more");
            }
            if (!writesAlone(unit)) {
                queue.add(unit);
            }
            return unit.await();
        } finally {
            room.release();
        }
    }

    private void enter() {
        try {
            if (!room.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new LogUnavailableException("The log takes no more at the moment");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LogUnavailableException("Interrupted before anything was sent to the log", e);
        }
    }

    /**
     * Where nobody else appends, there is nothing to wait for: the caller writes by itself, which saves two changes of
     * thread.
     */
    private boolean writesAlone(Append unit) {
        if (answered > 1 || !queue.isEmpty() || !writing.tryLock()) {
            return false;
        }
        try {
            var batch = new Batch();
            batch.take(unit);
            flush(batch);
            return true;
        } finally {
            writing.unlock();
        }
    }

    /** How many units of work are waiting to be written or being written. */
    int pending() {
        return capacity - room.availablePermits();
    }

    boolean isClosing() {
        return closing;
    }

    /** Takes no more, and writes what has been taken. */
    @Override
    public void close() {
        closing = true;
        try {
            flusher.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        try (writer) {
            while (!closing || pending() > 0) {
                Append first = held.isEmpty() ? poll() : held.poll();
                if (first != null) {
                    writing.lock();
                    try {
                        flush(batchFrom(first));
                    } finally {
                        writing.unlock();
                    }
                }
            }
        }
    }

    /** What is held over comes first, in its order. What does not get along with a batch waits for the next one. */
    private Batch batchFrom(Append first) {
        var batch = new Batch();
        batch.take(first);
        held.removeIf(batch::take);
        awaitTheOthers();
        while (!batch.isFull()) {
            Append more = queue.poll();
            if (more == null) {
                break;
            }
            if (!batch.take(more)) {
                held.add(more);
            }
        }
        return batch;
    }

    /**
     * Whoever was answered by the last flush is likely to come again at once. To wait for them for the fraction of a
     * flush saves the flush that the first of them would have had to itself.
     */
    private void awaitTheOthers() {
        lingerWhile(() -> 1 + held.size() + queue.size() < answered);
    }

    /** To be woken takes longer than most of them need, so it looks for itself first. */
    private @Nullable Append poll() {
        lingerWhile(() -> answered > 1 && queue.isEmpty());
        try {
            return queue.poll(100, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            return null; // nobody interrupts the flusher; it ends when the log is closed
        }
    }

    /** Gives way to whoever wants to run meanwhile: they are those it waits for. To sleep for so short a time takes longer. */
    @SuppressWarnings("ThreadPriorityCheck")
    private static void lingerWhile(BooleanSupplier missing) {
        long until = System.nanoTime() + LINGER.toNanos();
        while (missing.getAsBoolean() && System.nanoTime() < until) {
            Thread.yield();
        }
    }

    /** Until the outcome is known. What fails before a batch was ever sent can be refused; afterwards it is sent again. */
    private void flush(Batch batch) {
        boolean sent = false;
        long started = System.nanoTime();
        while (true) {
            boolean connected = false;
            try {
                writer.connect();
                connected = true;
                sent = true;
                writer.write(batch);
                answered = batch.units().size();
                return;
            } catch (SQLException e) {
                writer.disconnect();
                if (connected && isAboutTheBatch(e)) {
                    refuse(batch, e);
                    return;
                }
                Duration waited = Duration.ofNanos(System.nanoTime() - started);
                if (waited.compareTo(closing ? PATIENCE_AT_THE_END : PATIENCE) > 0 && (!sent || closing)) {
                    fail(batch, new LogUnavailableException(sent ? UNKNOWN : "The log cannot be reached", e));
                    return;
                }
                LOG.warn("The log's connection is lost and opened again: {}", e.getMessage());
                LockSupport.parkNanos(RECONNECT.toNanos());
            } catch (RuntimeException | Error e) {
                // A fault of this program. Whoever waits is told, and the next batch finds a flusher that still runs.
                writer.disconnect();
                fail(batch, new EventStoreException(UNKNOWN, e));
                return;
            }
        }
    }

    /**
     * Whether the database answered, and will answer the same again: not so when the connection is lost (SQLSTATE class
     * 08), the server takes no changes just now (25), transactions meet (40), resources are short (53), an operator
     * intervenes (57) or the system fails (58).
     */
    private static boolean isAboutTheBatch(SQLException e) {
        String state = e.getSQLState();
        return state != null && !state.matches("(08|25|40|53|57|58).*");
    }

    /** One unit of work that the database cannot take must not take the others down with it. */
    private void refuse(Batch batch, SQLException e) {
        if (batch.units().size() == 1) {
            fail(batch, new EventStoreException("The database refuses a unit of work", e));
            return;
        }
        for (Append unit : batch.units()) {
            var alone = new Batch();
            alone.take(unit);
            flush(alone);
        }
    }

    private static void fail(Batch batch, RuntimeException failure) {
        batch.units().forEach(unit -> unit.fail(failure));
    }
}
