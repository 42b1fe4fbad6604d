package org.probity.query;

/** Texts as parameters of reads. */
public final class Texts {

    private Texts() {}

    /**
     * The text of a parameter.
     *
     * @throws InvalidParameter if it has control characters, which no stored text has
     */
    public static String parse(String parameter, String text) {
        if (text.chars().anyMatch(Character::isISOControl)) {
            throw new InvalidParameter(parameter, "a text without control characters");
        }
        return text;
    }
}
