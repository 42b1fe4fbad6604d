package org.probity.eventstore;

import java.time.Instant;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.jspecify.annotations.Nullable;

/**
 * Moves the clock of an example log with the append of this unit of work. A real log takes its times from
 * the system's clock and refuses this.
 *
 * @param to the time the events of this append are recorded at, unless the log is already later
 * @param starts whether this append makes an empty log an example log
 */
public record ClockChange(Instant to, boolean starts) {

    private static final String RESOURCE = ClockChange.class.getName();

    /** Has the append of this unit of work move the clock. */
    public void attachTo(UnitOfWork<?> unitOfWork) {
        unitOfWork.root().resources().put(RESOURCE, this);
    }

    static @Nullable ClockChange of(UnitOfWork<?> unitOfWork) {
        return unitOfWork.root().getResource(RESOURCE);
    }
}
