package org.probity.eventstore;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import java.util.function.LongFunction;
import org.axonframework.eventhandling.TrackedEventData;

/**
 * A stretch of the log for a reader that is far behind: while it works on one page the next ones are read, by one thread,
 * and decoded, each by a thread of its own. No connection is kept from one page to the next, and no snapshot, so a reader
 * that takes its time holds up nobody; to find the next page by its position costs next to nothing.
 */
final class ReadAhead implements AutoCloseable {

    private static final int PAGES = 6;

    private final BlockingQueue<CompletableFuture<Optional<LogPage>>> pages = new ArrayBlockingQueue<>(PAGES);
    private final LongFunction<List<TrackedEventData<byte[]>>> read;
    private final Function<List<TrackedEventData<byte[]>>, LogPage> decode;
    private volatile boolean closed;

    /**
     * Begins to read.
     *
     * @param after the position after which to begin
     * @param until the position at which there is nothing more to do
     * @param read reads the page after a position; one without events ends it, too
     * @param decode makes of it what the reader gets
     */
    ReadAhead(
            long after,
            long until,
            LongFunction<List<TrackedEventData<byte[]>>> read,
            Function<List<TrackedEventData<byte[]>>, LogPage> decode) {
        this.read = read;
        this.decode = decode;
        Thread.ofVirtual().name("log-read-ahead").start(() -> read(after, until));
    }

    /**
     * The next page, in order; empty when there is none.
     *
     * @throws RuntimeException whatever reading or decoding it threw
     */
    Optional<LogPage> next() throws InterruptedException {
        try {
            return pages.take().join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException known ? known : e;
        }
    }

    private void read(long after, long until) {
        try {
            long last = after;
            while (last < until && !closed) {
                List<TrackedEventData<byte[]>> page;
                try {
                    page = read.apply(last);
                } catch (RuntimeException e) {
                    pages.put(CompletableFuture.failedFuture(e));
                    return;
                }
                if (page.isEmpty()) {
                    break;
                }
                last = page.getLast().trackingToken().position().orElseThrow();
                pages.put(CompletableFuture.supplyAsync(
                        () -> Optional.of(decode.apply(page)), Thread::startVirtualThread));
            }
            pages.put(CompletableFuture.completedFuture(Optional.empty()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Makes room, so that the thread that reads sees that nobody waits for more. To interrupt it would cut its connection. */
    @Override
    public void close() {
        closed = true;
        pages.clear();
    }
}
