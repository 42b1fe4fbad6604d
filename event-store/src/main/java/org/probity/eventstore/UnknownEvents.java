package org.probity.eventstore;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** Says in the health of the service that processors have stopped at an event which this build does not know. */
final class UnknownEvents implements HealthIndicator {

    private volatile @Nullable UnknownEventException met;

    /** Processors have stopped there. It lasts: an event that this build does not know it never will. */
    void meet(UnknownEventException unknown) {
        met = unknown;
    }

    @Override
    public Health health() {
        UnknownEventException unknown = met;
        return unknown == null
                ? Health.up().build()
                : Health.down()
                        .withDetail("stopped", String.valueOf(unknown.getMessage()))
                        .build();
    }
}
