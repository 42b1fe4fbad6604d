package org.probity.example.command;

import org.probity.command.Rule;

/** The rules that keep the clock of an example log, and every other log's clock from being set. */
public enum ExampleRule implements Rule {
    LOG_NOT_EMPTY("log-not-empty", "An example starts in an empty log; this one has {events} events.", "P"),
    NOT_AN_EXAMPLE_LOG("not-an-example-log", "The clock of a log that is no example is not set by anybody.", "P"),
    CLOCK_BACKWARDS("clock-backwards", "The clock stands at {clock} and does not go back.", "P"),
    CLOCK_AHEAD_OF_NOW("clock-ahead-of-now", "The clock of an example stays behind the real time, {now}.", "P");

    private final String code;
    private final String sentence;
    private final String source;

    ExampleRule(String code, String sentence, String source) {
        this.code = code;
        this.sentence = sentence;
        this.source = source;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public String sentence() {
        return sentence;
    }

    @Override
    public String source() {
        return source;
    }
}
