package org.probity.id;

import java.util.regex.Pattern;

/** The form of codes that people read and type: lower-case words joined by hyphens. */
final class Slug {
    private static final int MAX_LENGTH = 60;
    private static final Pattern FORMAT = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

    private Slug() {}

    static void check(String value, String what) {
        if (value.length() > MAX_LENGTH || !FORMAT.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    what + " is lower-case words and digits joined by single hyphens, at most 60 characters");
        }
    }
}
