package org.probity.eventstore;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Stream;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.jspecify.annotations.Nullable;

/**
 * The log from a position on, as Axon's processors read it. Positions are gapless and appear in order, so the
 * stream needs no memory but the last position it fetched. It queries only when the watch knows of more.
 */
final class LogStream implements BlockingStream<TrackedEventMessage<?>> {

    private static final int PAGE = 500;
    private static final long LOOK_AGAIN_NANOS = TimeUnit.MILLISECONDS.toNanos(LogWatch.POLL_MILLIS);

    private final EventLog log;
    private final LogWatch watch;
    private final UnknownEvents unknown;
    private final Function<Stream<StoredEvent>, Stream<TrackedEventMessage<?>>> decode;
    private final Deque<TrackedEventMessage<?>> page = new ArrayDeque<>();
    private final Semaphore grown = new Semaphore(0);
    private final Runnable listener = this::onGrowth;
    private volatile @Nullable Runnable callback;
    private long fetched;

    LogStream(
            EventLog log,
            LogWatch watch,
            UnknownEvents unknown,
            long after,
            Function<Stream<StoredEvent>, Stream<TrackedEventMessage<?>>> decode) {
        this.log = log;
        this.watch = watch;
        this.unknown = unknown;
        this.fetched = after;
        this.decode = decode;
        watch.listen(listener);
    }

    @Override
    public Optional<TrackedEventMessage<?>> peek() {
        return hasNextAvailable() ? Optional.of(page.element()) : Optional.empty();
    }

    @Override
    public boolean hasNextAvailable(int timeout, TimeUnit unit) throws InterruptedException {
        long deadline = System.nanoTime() + unit.toNanos(timeout);
        while (page.isEmpty()) {
            grown.drainPermits();
            if (watch.head() <= fetched || !fetch()) {
                long left = deadline - System.nanoTime();
                if (left <= 0) {
                    return false;
                }
                grown.tryAcquire(Math.min(left, LOOK_AGAIN_NANOS), TimeUnit.NANOSECONDS);
            }
        }
        return true;
    }

    @Override
    public TrackedEventMessage<?> nextAvailable() throws InterruptedException {
        while (!hasNextAvailable(1, TimeUnit.HOURS)) {
            // nothing has been appended for an hour: go on waiting
        }
        return page.remove();
    }

    @Override
    public boolean setOnAvailableCallback(Runnable onAvailable) {
        callback = onAvailable;
        return true;
    }

    @Override
    public void close() {
        watch.forget(listener);
        callback = null;
    }

    private void onGrowth() {
        grown.release();
        Runnable onAvailable = callback;
        if (onAvailable != null) {
            onAvailable.run();
        }
    }

    /**
     * Reads the next page, if there is one: a database that was replaced by an older copy may not reach the head that was
     * known before. What comes before an event that is not known is read; at that event the stream ends, each time it is
     * tried.
     */
    private boolean fetch() {
        List<StoredEvent> stored = log.after(fetched, PAGE);
        if (stored.isEmpty()) {
            return false;
        }
        try {
            decode.apply(stored.stream()).forEach(page::add);
            fetched = stored.getLast().position();
        } catch (UnknownEventException e) {
            unknown.meet(e);
            if (page.isEmpty()) {
                throw e;
            }
            fetched = page.getLast().trackingToken().position().orElseThrow();
        }
        return true;
    }
}
