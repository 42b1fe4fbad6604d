package org.probity.eventstore;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.jspecify.annotations.Nullable;

/**
 * The log from a position on, as Axon's processors read it. Positions are gapless and appear in order, so the
 * stream needs no memory but the last position it fetched. It queries only when the watch knows of more.
 */
final class LogStream implements BlockingStream<TrackedEventMessage<?>> {

    /** How far behind a reader is for whom it is worth reading ahead. */
    private static final int FAR = 4 * LogPages.SIZE;

    private static final long LOOK_AGAIN_NANOS = TimeUnit.MILLISECONDS.toNanos(LogWatch.POLL_MILLIS);

    private final LogPages pages;
    private final LogWatch watch;
    private final Deque<TrackedEventMessage<?>> page = new ArrayDeque<>();
    private final Semaphore grown = new Semaphore(0);
    private final Runnable listener = this::onGrowth;
    private volatile @Nullable Runnable callback;
    private @Nullable ReadAhead ahead;
    private long fetched;

    LogStream(LogPages pages, LogWatch watch, long after) {
        this.pages = pages;
        this.watch = watch;
        this.fetched = after;
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
            ahead = new ReadAhead(fetched, watch.head(), pages::stored, pages::decodedAhead);
        }
        Optional<LogPage> next = ahead == null ? pages.after(fetched) : nextOf(ahead);
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
            return pages.after(fetched);
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
}
