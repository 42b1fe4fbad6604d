package org.probity.example.command;

import java.time.Clock;
import java.time.Instant;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.probity.command.Streams;
import org.probity.eventstore.ClockChange;
import org.probity.eventstore.EventLog;
import org.probity.example.command.ExampleCommand.AdvanceClock;
import org.probity.example.command.ExampleCommand.StartExample;
import org.springframework.stereotype.Component;

/**
 * Opens the clock of an example log and has the append move the log's own. It serves no body: before the first event
 * there is none. No other handler asks for the real time; this one does, because the log's clock is what is being set.
 */
@Component
@ExampleLogsAllowed
class ExampleHandler {

    private final Streams streams;
    private final EventLog log;
    private final Clock realTime;

    ExampleHandler(Streams streams, EventLog log, Clock realTime) {
        this.streams = streams;
        this.log = log;
        this.realTime = realTime;
    }

    @CommandHandler
    void handle(StartExample command) {
        long events = log.head().position();
        streams.open(ExampleClock.class, command.subject())
                .execute(clock -> clock.start(command, events, realTime.instant()));
        move(command.clock(), true);
    }

    @CommandHandler
    void handle(AdvanceClock command) {
        streams.open(ExampleClock.class, command.subject())
                .execute(clock -> clock.advance(command, realTime.instant()));
        move(command.to(), false);
    }

    private static void move(Instant to, boolean starts) {
        new ClockChange(to, starts).attachTo(CurrentUnitOfWork.get());
    }
}
