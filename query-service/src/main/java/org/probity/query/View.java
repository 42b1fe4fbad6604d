package org.probity.query;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * The state of things that one query answers from: every statement filters by the position, and what is due is judged
 * at the moment.
 *
 * @param position the last position that counts
 * @param moment the asked moment: the log's clock unless an earlier state was asked for
 */
public record View(long position, Instant moment) {

    /** Where days begin and end. */
    public static final ZoneId ZONE = ZoneId.of("Europe/London");

    /** The day of the asked moment. */
    public LocalDate today() {
        return LocalDate.ofInstant(moment, ZONE);
    }
}
