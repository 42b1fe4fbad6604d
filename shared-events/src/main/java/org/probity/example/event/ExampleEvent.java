package org.probity.example.event;

import java.time.Instant;
import org.probity.event.Event;

/** The clock of a log that holds an example: its first event says so, and the clock only moves forward. */
public sealed interface ExampleEvent extends Event {

    /** The one stream there is: a log has one clock. */
    String STREAM = "example/clock";

    @Override
    default String stream() {
        return STREAM;
    }

    record ExampleStarted(String scenario, Instant clock) implements ExampleEvent {}

    record ClockAdvanced(Instant clock) implements ExampleEvent {}
}
