package org.probity.board.event;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A time at which somebody was in a meeting: from its first moment up to, but not including, {@code until}. */
public record Presence(Instant from, @Nullable Instant until) {

    /**
     * @throws IllegalArgumentException when it would hold no moment
     */
    public Presence {
        if (until != null && !from.isBefore(until)) {
            throw new IllegalArgumentException("who leaves has arrived before");
        }
    }

    /** Whether they were there at a moment. */
    public boolean covers(Instant moment) {
        return !moment.isBefore(from) && (until == null || moment.isBefore(until));
    }

    /** Whether they were there at a moment later than this one. */
    public boolean endsAfter(Instant moment) {
        return until == null || until.isAfter(moment);
    }
}
