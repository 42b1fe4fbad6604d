package org.probity.query;

import java.util.List;
import org.probity.eventstore.EventLog;
import org.probity.eventstore.LogClock;
import org.springframework.stereotype.Component;

/** Fixes, once for each query, the state it answers from. */
@Component
public class Views {

    private final Positions positions;
    private final EventLog log;
    private final LogClock clock;

    Views(Positions positions, EventLog log, LogClock clock) {
        this.positions = positions;
        this.log = log;
        this.clock = clock;
    }

    /**
     * The state at a moment, as far as all the projections that a query uses have come.
     *
     * @param projections their processing groups
     */
    public View of(Moment moment, String... projections) {
        long least = positions.least(List.of(projections));
        return switch (moment) {
            case Moment.Newest newest -> new View(least, clock.instant());
            case Moment.Earlier earlier -> {
                if (least < earlier.position()) {
                    throw new ProjectionBehind(earlier.position());
                }
                yield new View(
                        earlier.position(), earlier.at() == null ? log.recordedAt(earlier.position()) : earlier.at());
            }
        };
    }
}
