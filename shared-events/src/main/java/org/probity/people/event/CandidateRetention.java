package org.probity.people.event;

import java.time.LocalDate;
import java.time.Period;
import java.util.Collection;

/** How long what is recorded about a candidate is kept: six months after the campaign [P], and as long as a reserve list. */
public final class CandidateRetention {

    private static final Period AFTER_THE_CAMPAIGN = Period.ofMonths(6);

    private CandidateRetention() {}

    /**
     * The first day on which nothing must be kept any more.
     *
     * @param over the day on which the campaign was closed or cancelled
     * @param reserves the first days on which the candidate is on no reserve list any more
     */
    public static LocalDate until(LocalDate over, Collection<LocalDate> reserves) {
        return reserves.stream()
                .reduce(over.plus(AFTER_THE_CAMPAIGN), (one, other) -> one.isAfter(other) ? one : other);
    }
}
