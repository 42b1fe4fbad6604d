package org.probity.query;

import org.jspecify.annotations.Nullable;

/** Texts as parameters of reads. */
public final class Texts {

    private Texts() {}

    /**
     * The text of a parameter, if it was given.
     *
     * @throws InvalidParameter if it has control characters, which no stored text has
     */
    public static @Nullable String parse(String parameter, @Nullable String text) {
        if (text != null && text.chars().anyMatch(Character::isISOControl)) {
            throw new InvalidParameter(parameter, "a text without control characters");
        }
        return text;
    }
}
