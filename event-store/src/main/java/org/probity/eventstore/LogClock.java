package org.probity.eventstore;

import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;

/**
 * The time that counts for time limits: the system's clock, or in an example log the time its scenario has
 * reached. Never earlier than what is already recorded.
 */
public final class LogClock implements InstantSource {

    private final EventLog log;
    private final Clock clock;

    LogClock(EventLog log, Clock clock) {
        this.log = log;
        this.clock = clock;
    }

    @Override
    public Instant instant() {
        LogHead head = log.head();
        Instant now = clock.instant();
        return head.example() || head.recordedAt().isAfter(now) ? head.recordedAt() : now;
    }
}
