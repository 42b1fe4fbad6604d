package org.probity.query;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Which state of things is asked for. */
public sealed interface Moment {

    /** The newest. */
    Moment NEWEST = new Newest();

    /** As it stands now. */
    record Newest() implements Moment {}

    /**
     * As it stood when the log had reached a position.
     *
     * @param at the moment asked for; null for the one at which the position was recorded
     */
    record Earlier(long position, @Nullable Instant at) implements Moment {}
}
