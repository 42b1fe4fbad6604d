package org.probity.example.command;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;
import static org.probity.example.command.ExampleRule.CLOCK_AHEAD_OF_NOW;
import static org.probity.example.command.ExampleRule.CLOCK_BACKWARDS;
import static org.probity.example.command.ExampleRule.LOG_NOT_EMPTY;
import static org.probity.example.command.ExampleRule.NOT_AN_EXAMPLE_LOG;

import java.time.Instant;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.spring.stereotype.Aggregate;
import org.probity.example.command.ExampleCommand.AdvanceClock;
import org.probity.example.command.ExampleCommand.StartExample;
import org.probity.example.event.ExampleEvent;
import org.probity.example.event.ExampleEvent.ClockAdvanced;
import org.probity.example.event.ExampleEvent.ExampleStarted;

/** The clock of an example log. Protects that it starts with the log, only moves forward and stays behind real time. */
@Aggregate
@ExampleLogsAllowed
class ExampleClock {

    @AggregateIdentifier
    private String stream;

    private Instant clock;

    ExampleClock() {}

    /**
     * @param events how many events the log has; the append checks again that there are none
     * @param now the real time
     */
    void start(StartExample command, long events, Instant now) {
        LOG_NOT_EMPTY.refuseIf(events > 0, "events", events);
        CLOCK_AHEAD_OF_NOW.refuseIf(command.clock().isAfter(now), "now", now);
        apply(new ExampleStarted(command.scenario(), command.clock()));
    }

    void advance(AdvanceClock command, Instant now) {
        NOT_AN_EXAMPLE_LOG.refuseIf(stream == null);
        CLOCK_BACKWARDS.refuseIf(command.to().isBefore(clock), "clock", clock);
        CLOCK_AHEAD_OF_NOW.refuseIf(command.to().isAfter(now), "now", now);
        apply(new ClockAdvanced(command.to()));
    }

    @EventSourcingHandler
    void on(ExampleEvent event) {
        stream = event.stream();
        clock = switch (event) {
            case ExampleStarted e -> e.clock();
            case ClockAdvanced e -> e.clock();
        };
    }
}
