package org.probity.query;

import java.time.Instant;

/** What a query answers: always from one state, which it names. */
public interface Answer {

    /** The last position that was taken into account; also in the header {@code Probity-Position}. */
    long position();

    /** The moment for which it holds. */
    Instant asAt();
}
