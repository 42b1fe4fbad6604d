package org.probity.query;

import java.time.DateTimeException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Days as parameters of reads. */
public final class Days {

    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2200;

    private Days() {}

    /**
     * The day that a parameter names, if it was given.
     *
     * @throws InvalidParameter if it is no day such as {@code 2026-03-01}, from {@value #FIRST_YEAR} to {@value #LAST_YEAR}
     */
    public static @Nullable LocalDate parse(String parameter, @Nullable String text) {
        if (text == null) {
            return null;
        }
        try {
            LocalDate day = LocalDate.parse(text);
            if (day.getYear() >= FIRST_YEAR && day.getYear() <= LAST_YEAR) {
                return day;
            }
        } catch (DateTimeException e) {
            // falls through to the refusal below
        }
        throw new InvalidParameter(parameter, "a day such as 2026-03-01");
    }
}
