package org.probity.query;

import org.axonframework.eventhandling.EventHandler;
import org.probity.event.Event;

/**
 * A set of rows that follows the log. Each one is named by {@code @ProcessingGroup("projection.<name>")}, takes its events
 * by sealed family, so that the compiler asks about every event, and writes to {@link VersionedTable}s only.
 */
public abstract class Projection {

    /** Prefix of the names of all projections' processing groups. */
    public static final String GROUP = "projection.";

    /**
     * Takes every event that is none of this projection's, because its position must advance all the same. It asks for
     * the interface of all events: Axon prefers any class, even Object, to the interfaces that projections ask for.
     */
    @EventHandler
    void passOver(Event event) {}
}
