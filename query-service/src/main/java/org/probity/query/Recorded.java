package org.probity.query;

import java.time.Instant;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.messaging.Message;
import org.jspecify.annotations.Nullable;

/**
 * Where and when an event entered the log: what a projector may use besides the event itself.
 *
 * @param position its place in the log
 * @param at when it was recorded, by the log's clock
 * @param account the account that gave the command, as its metadata says; null where no account did
 */
public record Recorded(long position, Instant at, @Nullable String account) {

    static Recorded of(Message<?> message) {
        Object account = message.getMetaData().get("actor");
        return new Recorded(
                positionOf(message),
                ((EventMessage<?>) message).getTimestamp(),
                account == null ? null : account.toString());
    }

    static long positionOf(Message<?> message) {
        if (message instanceof TrackedEventMessage<?> tracked) {
            return tracked.trackingToken().position().orElseThrow();
        }
        throw new IllegalArgumentException("Projections read the log, where every event has a position");
    }
}
