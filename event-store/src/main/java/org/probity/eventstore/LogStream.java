package org.probity.eventstore;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Stream;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.TrackedEventData;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.jspecify.annotations.Nullable;

/**
 * The log from a position on, as Axon's processors read it. Positions are gapless and appear in order, so the
 * stream needs no memory but the last position it fetched. It queries only when the watch knows of more.
 */
final class LogStream implements BlockingStream<TrackedEventMessage<?>> {

    private static final int PAGE = 500;

    /** How far behind a reader is for whom it is worth reading ahead. */
    private static final int FAR = 4 * PAGE;

    private static final long LOOK_AGAIN_NANOS = TimeUnit.MILLISECONDS.toNanos(LogWatch.POLL_MILLIS);

    private final EventLog log;
    private final LogWatch watch;
    private final UnknownEvents unknown;
    private final Function<Stream<TrackedEventData<byte[]>>, Stream<TrackedEventMessage<?>>> decode;
    private final Deque<TrackedEventMessage<?>> page = new ArrayDeque<>();
    private final Semaphore grown = new Semaphore(0);
    private final Runnable listener = this::onGrowth;
    private volatile @Nullable Runnable callback;
    private @Nullable ReadAhead ahead;
    private long fetched;

    LogStream(
            EventLog log,
            LogWatch watch,
            UnknownEvents unknown,
            long after,
            Function<Stream<TrackedEventData<byte[]>>, Stream<TrackedEventMessage<?>>> decode) {
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
        stopReadingAhead();
    }

    private void onGrowth() {
        grown.release();
        Runnable onAvailable = callback;
        if (onAvailable != null) {
            onAvailable.run();
        }
    }

    /**
     * Fetches the next page, if there is one: a database that was replaced by an older copy may not reach the head that
     * was known before.
     */
    private boolean fetch() throws InterruptedException {
        if (ahead == null && watch.head() - fetched > FAR) {
            ahead = new ReadAhead(fetched, watch.head(), this::read, this::decodedAhead);
        }
        Optional<LogPage> next = ahead == null ? readNext() : nextOf(ahead);
        next.ifPresent(found -> {
            page.addAll(found.events());
            fetched = found.last();
        });
        return next.isPresent();
    }

    private Optional<LogPage> nextOf(ReadAhead reading) throws InterruptedException {
        try {
            Optional<LogPage> next = reading.next();
            if (next.isEmpty()) {
                stopReadingAhead();
            }
            return next;
        } catch (UnknownEventException e) {
            stopReadingAhead();
            return readNext();
        } catch (RuntimeException e) {
            stopReadingAhead();
            throw e;
        }
    }

    private void stopReadingAhead() {
        if (ahead != null) {
            ahead.close();
            ahead = null;
        }
    }

    private List<TrackedEventData<byte[]>> read(long after) {
        return log.trackedAfter(after, PAGE);
    }

    private Optional<LogPage> readNext() {
        List<TrackedEventData<byte[]>> stored = read(fetched);
        return stored.isEmpty() ? Optional.empty() : Optional.of(decodedUpToUnknown(stored));
    }

    /** What comes before an event that is not known is read; at that event the stream ends, each time it is tried. */
    private LogPage decodedUpToUnknown(List<TrackedEventData<byte[]>> stored) {
        List<TrackedEventMessage<?>> events = new ArrayList<>(stored.size());
        try {
            decode.apply(stored.stream()).forEach(events::add);
            return new LogPage(events, position(stored.getLast().trackingToken()));
        } catch (UnknownEventException e) {
            unknown.meet(e);
            if (events.isEmpty()) {
                throw e;
            }
            return new LogPage(events, position(events.getLast().trackingToken()));
        }
    }

    /** Deserialises what is otherwise deserialised when it is handled. What cannot be, its handler will meet. */
    private LogPage decodedAhead(List<TrackedEventData<byte[]>> stored) {
        List<TrackedEventMessage<?>> events = decode.apply(stored.stream()).toList();
        for (TrackedEventMessage<?> event : events) {
            try {
                event.getPayload();
                event.getMetaData();
            } catch (RuntimeException e) {
                break;
            }
        }
        return new LogPage(events, position(stored.getLast().trackingToken()));
    }

    private static long position(TrackingToken token) {
        return token.position().orElseThrow();
    }
}
