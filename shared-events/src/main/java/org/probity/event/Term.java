package org.probity.event;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A period of effect, half-open: from its first day up to, but not including, {@code until}; open when that is null. */
public record Term(LocalDate from, @Nullable LocalDate until) {

    /**
     * @throws IllegalArgumentException when the term would hold no day
     */
    public Term {
        if (until != null && !from.isBefore(until)) {
            throw new IllegalArgumentException("a term must end after it starts");
        }
    }

    /** Whether the term is in effect on this day. */
    public boolean covers(LocalDate day) {
        return !day.isBefore(from) && (until == null || day.isBefore(until));
    }

    /** Whether the term is in effect on this day or a later one. */
    public boolean endsAfter(LocalDate day) {
        return until == null || until.isAfter(day);
    }

    /** Whether every day of the other term lies in this one. */
    public boolean contains(Term other) {
        return !other.from.isBefore(from) && (until == null || (other.until != null && !other.until.isAfter(until)));
    }

    /** Whether any day lies in both terms; terms that only touch do not overlap. */
    public boolean overlaps(Term other) {
        return (other.until == null || from.isBefore(other.until)) && (until == null || other.from.isBefore(until));
    }

    /** What is left of this term from a day on; null when nothing is. */
    public @Nullable Term restFrom(LocalDate day) {
        if (until != null && !day.isBefore(until)) {
            return null;
        }
        return day.isAfter(from) ? new Term(day, until) : this;
    }

    /**
     * This term, ending so that {@code day} is the first day without effect.
     *
     * @throws IllegalArgumentException when the day is not after the first day of the term
     */
    public Term endedOn(LocalDate day) {
        return new Term(from, day);
    }
}
