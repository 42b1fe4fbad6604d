package org.probity.query;

import java.time.DateTimeException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Days as parameters of reads. */
public final class Days {

    private Days() {}

    /**
     * The day that a parameter names, if it was given.
     *
     * @throws InvalidParameter if it is no day such as {@code 2026-03-01}
     */
    public static @Nullable LocalDate parse(String parameter, @Nullable String text) {
        try {
            return text == null ? null : LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw new InvalidParameter(parameter, "a day such as 2026-03-01");
        }
    }
}
