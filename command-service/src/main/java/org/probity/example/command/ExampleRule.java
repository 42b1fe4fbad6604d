package org.probity.example.command;

import static org.probity.command.Rule.Source.P;

import org.probity.command.Rule;

/** The rules that keep the clock of an example log, and every other log's clock from being set. */
public enum ExampleRule implements Rule {
    LOG_NOT_EMPTY("An example starts in an empty log; this one has {events} events.", P),
    NOT_AN_EXAMPLE_LOG("The clock of a log that is no example is not set by anybody.", P),
    CLOCK_BACKWARDS("The clock stands at {clock} and does not go back.", P),
    CLOCK_AHEAD_OF_NOW("The clock of an example stays behind the real time, {now}.", P);

    private final Wording wording;

    ExampleRule(String sentence, Source source) {
        this.wording = new Wording(sentence, source);
    }

    @Override
    public Wording wording() {
        return wording;
    }
}
