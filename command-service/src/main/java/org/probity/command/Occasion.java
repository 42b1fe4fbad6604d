package org.probity.command;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * Who gives a command, and when by the log's clock. Handlers take it as a parameter and have no other time.
 *
 * @param now the moment of decision; what is appended is recorded then or later
 */
public record Occasion(Caller caller, Instant now) {

    /** Dates are those of the place the bodies are in. */
    public static final ZoneId ZONE = ZoneId.of("Europe/London");

    /** The day of decision. */
    public LocalDate today() {
        return LocalDate.ofInstant(now, ZONE);
    }
}
