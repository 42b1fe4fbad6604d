package org.probity.eventstore;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.axonframework.eventhandling.TrackedEventData;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;

/**
 * The log, read and decoded page by page.
 *
 * <p>Those who keep up with the log all want the same page at the same moment. It is read once for all of them, and kept for
 * a moment as it is stored; each decodes it for itself, so that nothing personal is kept in the clear. What follows a
 * position in the log never changes, so a page that is kept is never wrong; at worst more has come since, which is the next
 * page.
 */
final class LogPages {

    /** How many events a page has at the most. */
    static final int SIZE = 500;

    private static final Duration MOMENT = Duration.ofSeconds(1);
    private static final int KEPT = 32;

    private final EventLog log;
    private final UnknownEvents unknown;
    private final Function<Stream<TrackedEventData<byte[]>>, Stream<TrackedEventMessage<?>>> decode;
    private final Cache<Long, List<TrackedEventData<byte[]>>> kept =
            Caffeine.newBuilder().maximumSize(KEPT).expireAfterWrite(MOMENT).build();

    LogPages(
            EventLog log,
            UnknownEvents unknown,
            Function<Stream<TrackedEventData<byte[]>>, Stream<TrackedEventMessage<?>>> decode) {
        this.log = log;
        this.unknown = unknown;
        this.decode = decode;
    }

    /**
     * The page after a position, up to an event that is not known; empty if nothing follows.
     *
     * @throws UnknownEventException if the event that follows is not known, each time it is tried
     */
    Optional<LogPage> after(long position) {
        List<TrackedEventData<byte[]>> page = kept.get(position, after -> {
            List<TrackedEventData<byte[]>> stored = stored(after);
            return stored.isEmpty() ? null : stored;
        });
        return page == null ? Optional.empty() : Optional.of(decodedUpToUnknown(page));
    }

    /** The page as it is stored, not kept for others; without events if nothing follows. */
    List<TrackedEventData<byte[]>> stored(long after) {
        return log.trackedAfter(after, SIZE);
    }

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
    LogPage decodedAhead(List<TrackedEventData<byte[]>> stored) {
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
