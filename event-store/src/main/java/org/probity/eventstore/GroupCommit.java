package org.probity.eventstore;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Queue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Collects the units of work that come while others are being written, and writes them together: one statement and one
 * flush of the disk for all of them. Whoever appends waits for its own outcome.
 *
 * <p>There is room for so many and no more. When it is taken, {@link #append} waits a little and then refuses, which
 * sheds load instead of piling it up.
 */
final class GroupCommit implements AutoCloseable {

    static final Duration PATIENCE = Duration.ofSeconds(2);

    private static final Duration LINGER = Duration.ofNanos(150_000);

    private final int capacity;
    private final Semaphore room;

    /** Nobody blocks on it, but it knows its size, which others count. */
    private final Queue<Append> queue = new LinkedBlockingQueue<>();

    private final BatchWriter writer;
    private final Duration linger;
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
        this(new ReconnectingWriter(dataSource, clock), capacity, LINGER);
    }

    /**
     * @param linger how long it looks for more before it sleeps or writes
     */
    GroupCommit(BatchWriter writer, int capacity, Duration linger) {
        this.capacity = capacity;
        this.writer = writer;
        this.linger = linger;
        room = new Semaphore(capacity);
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
                LockSupport.unpark(flusher);
            }
            return unit.await();
        } finally {
            room.release();
            if (closing) {
                LockSupport.unpark(flusher);
            }
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
            write(batch);
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
        LockSupport.unpark(flusher);
        try {
            flusher.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        try (writer) {
            while (!isDone()) {
                Append first = held.isEmpty() ? poll() : held.poll();
                if (first != null) {
                    writing.lock();
                    try {
                        write(batchFrom(first));
                    } finally {
                        writing.unlock();
                    }
                }
            }
        }
    }

    private boolean isDone() {
        return closing && pending() == 0;
    }

    private void write(Batch batch) {
        writer.write(batch, this::isClosing);
        answered = batch.units().size();
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
        Append next = queue.poll();
        while (next == null && !isDone()) {
            LockSupport.park(this);
            next = queue.poll();
        }
        return next;
    }

    /** Gives way to whoever wants to run meanwhile: they are those it waits for. To sleep for so short a time takes longer. */
    @SuppressWarnings("ThreadPriorityCheck")
    private void lingerWhile(BooleanSupplier missing) {
        long until = System.nanoTime() + linger.toNanos();
        while (missing.getAsBoolean() && System.nanoTime() < until) {
            Thread.yield();
        }
    }
}
