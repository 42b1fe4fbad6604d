package org.probity.eventstore;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
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
 * <p>What was not used for the longest time makes room for what comes. A cache that weighs how often each was used fares
 * badly here: a stream is used a few times within moments, and then for long not at all (ADR 10).
 *
 * <p>No query runs while the cache is locked.
 */
final class StreamCache {

    /** The sequence number before the first. */
    static final long NONE = -1;

    /** What an event or a stream takes beside its payload and metadata: rather too much than too little. */
    private static final int OVERHEAD_BYTES = 512;

    private final EventLog log;
    private final long bound;
    private final ReentrantLock lock = new ReentrantLock();
    private final Map<String, Kept> streams = new LinkedHashMap<>(16, 0.75f, true);
    private long taken;

    /** What is known of a stream, and how much memory it takes. */
    private record Kept(List<StoredEvent> events, long bytes) {}

    /**
     * @param bytes how much memory the streams may take, by an estimate that is rather too high
     */
    StreamCache(EventLog log, long bytes) {
        this.log = log;
        bound = bytes;
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
        List<StoredEvent> kept = kept(stream);
        if (kept != null) {
            reads.add(stream, kept);
            return kept;
        }
        List<StoredEvent> stored = log.ofStream(stream);
        keep(stream, known -> later(known, stored));
        return stored;
    }

    private @Nullable List<StoredEvent> kept(String stream) {
        lock.lock();
        try {
            Kept kept = streams.get(stream);
            return kept == null ? null : kept.events();
        } finally {
            lock.unlock();
        }
    }

    /**
     * Keeps what comes of what is known.
     *
     * @param next is given no events if nothing is known, and gives null for what must not be kept
     */
    private void keep(String stream, Function<List<StoredEvent>, @Nullable List<StoredEvent>> next) {
        lock.lock();
        try {
            Kept known = remove(stream);
            List<StoredEvent> events = next.apply(known == null ? List.of() : known.events());
            if (events != null) {
                put(stream, new Kept(events, weight(stream, events)));
            }
        } finally {
            lock.unlock();
        }
    }

    /** What is larger than all that may be kept would let go of everything else. */
    private void put(String stream, Kept kept) {
        if (kept.bytes() > bound) {
            return;
        }
        streams.put(stream, kept);
        taken += kept.bytes();
        Iterator<Kept> longestUnused = streams.values().iterator();
        while (taken > bound) {
            taken -= longestUnused.next().bytes();
            longestUnused.remove();
        }
    }

    private @Nullable Kept remove(String stream) {
        Kept removed = streams.remove(stream);
        if (removed != null) {
            taken -= removed.bytes();
        }
        return removed;
    }

    /** Adds what this node has appended to what it continues. */
    void appended(Collection<StoredEvent> events) {
        for (StoredEvent event : events) {
            keep(event.subject(), kept -> with(event, kept));
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
        lock.lock();
        try {
            which.forEach(this::remove);
        } finally {
            lock.unlock();
        }
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

    private static long weight(String stream, List<StoredEvent> events) {
        long bytes = OVERHEAD_BYTES + 2L * stream.length();
        for (StoredEvent event : events) {
            bytes += OVERHEAD_BYTES
                    + 2L * (event.payload().length() + event.metadata().length());
        }
        return bytes;
    }
}
