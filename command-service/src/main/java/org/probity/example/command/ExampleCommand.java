package org.probity.example.command;

import static org.probity.people.event.Authority.POLICY_OWNER;

import java.time.Instant;
import org.probity.command.By;
import org.probity.command.Command;
import org.probity.example.event.ExampleEvent;

/** What a scenario does with the clock of the log it is played into. */
public sealed interface ExampleCommand extends Command {

    @Override
    default String subject() {
        return ExampleEvent.STREAM;
    }

    /** Makes an empty log an example whose history begins at {@code clock}. */
    @By(POLICY_OWNER)
    record StartExample(String scenario, Instant clock) implements ExampleCommand {}

    /** What is recorded from now on is recorded at {@code to}, until the next advance. */
    @By(POLICY_OWNER)
    record AdvanceClock(Instant to) implements ExampleCommand {}
}
