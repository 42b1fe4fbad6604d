package org.probity.eventstore;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;

/**
 * Streams as they were read or appended to lately, kept in memory as they are stored.
 *
 * <p>Invariant: what is kept of a stream is its beginning, without a gap. It may lack what other nodes have appended since,
 * so whoever decides on it keeps account of its {@link Reads} and has them confirmed before anybody believes the decision.
 * A stream that does not exist is kept as well, as one without events.
 *
 * <p>Invariant: a state never takes the place of a later one. A stream only grows, so of two states the longer is the later.
 *
 * <p>No query runs while a place in the cache is locked.
 */
final class StreamCache {

    /** The sequence number before the first. */
    static final long NONE = -1;

    /** What an event or a stream takes beside its payload and metadata: rather too much than too little. */
    private static final int OVERHEAD_BYTES = 512;

    private final EventLog log;
    private final Cache<String, List<StoredEvent>> streams;

    /**
     * @param bytes how much memory the streams may take, by an estimate that is rather too high
     */
    StreamCache(EventLog log, long bytes) {
        this.log = log;
        streams = Caffeine.newBuilder()
                .maximumWeight(bytes)
                .weigher(StreamCache::weight)
                .executor(Runnable::run)
                .build();
    }

    /** What a unit of work has read from memory instead of asking the log: the last sequence number of each stream. */
    static final class Reads {
        private final Map<String, Long> last = new HashMap<>();

        /** The first reading counts: a later one may have found the stream longer. */
        private void add(String stream, List<StoredEvent> events) {
            last.putIfAbsent(stream, lastSequence(events));
        }
    }

    /** A stream from memory, or else from the log. */
    List<StoredEvent> read(String stream, Reads reads) {
        List<StoredEvent> kept = streams.getIfPresent(stream);
        if (kept != null) {
            reads.add(stream, kept);
            return kept;
        }
        List<StoredEvent> stored = log.ofStream(stream, 0);
        streams.asMap().merge(stream, stored, StreamCache::later);
        return stored;
    }

    /** Adds what this node has appended to what it continues. */
    void appended(Collection<StoredEvent> events) {
        for (StoredEvent event : events) {
            streams.asMap().compute(event.subject(), (stream, kept) -> with(event, kept == null ? List.of() : kept));
        }
    }

    /**
     * Asks the log whether what was read is all there is.
     *
     * @param ends where the append expects some streams to end; it finds out by itself whether they do
     * @throws ConcurrencyException if a stream has moved on; memory has let go of it
     */
    void confirm(Reads reads, Map<String, Long> ends) {
        Map<String, Long> asked = new HashMap<>(reads.last);
        asked.entrySet().removeAll(ends.entrySet());
        if (asked.isEmpty()) {
            return;
        }
        Map<String, Long> now = log.lastSequences(asked.keySet());
        asked.entrySet().removeIf(read -> now.getOrDefault(read.getKey(), NONE).equals(read.getValue()));
        if (!asked.isEmpty()) {
            forget(asked.keySet());
            throw new ConcurrencyException("A stream has moved on since it was kept in memory");
        }
    }

    /** Lets go of streams of which more may be in the log than here. */
    void forget(Collection<String> which) {
        streams.invalidateAll(which);
    }

    static long lastSequence(List<StoredEvent> events) {
        return events.isEmpty() ? NONE : events.getLast().sequence();
    }

    private static List<StoredEvent> later(List<StoredEvent> one, List<StoredEvent> other) {
        return lastSequence(one) < lastSequence(other) ? other : one;
    }

    /** A state and the event after it; nothing if it is not the event after it, because then something is missing. */
    private static @Nullable List<StoredEvent> with(StoredEvent event, List<StoredEvent> kept) {
        long next = lastSequence(kept) + 1;
        if (event.sequence() != next) {
            return event.sequence() < next ? kept : null;
        }
        List<StoredEvent> longer = new ArrayList<>(kept.size() + 1);
        longer.addAll(kept);
        longer.add(event);
        return Collections.unmodifiableList(longer);
    }

    private static int weight(String stream, List<StoredEvent> events) {
        long bytes = OVERHEAD_BYTES + 2L * stream.length();
        for (StoredEvent event : events) {
            bytes += OVERHEAD_BYTES
                    + 2L * (event.payload().length() + event.metadata().length());
        }
        return (int) Math.min(bytes, Integer.MAX_VALUE);
    }
}
