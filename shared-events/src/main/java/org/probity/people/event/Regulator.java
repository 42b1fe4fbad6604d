package org.probity.people.event;

import java.util.regex.Pattern;

/** The regulators of health professions and the form of their registration numbers. */
public enum Regulator {
    GMC("[0-9]{7}", "7 digits"),
    NMC("[0-9]{2}[A-Z][0-9]{4}[A-Z]", "2 digits, a capital letter, 4 digits and a capital letter"),
    GPHC("2[0-9]{6}", "7 digits starting with 2"),
    HCPC("[A-Z]{2}[0-9]{1,6}", "2 capital letters and up to 6 digits"),
    GDC("[0-9]{1,10}", "digits only, at most 10");

    private final Pattern format;
    private final String description;

    Regulator(String format, String description) {
        this.format = Pattern.compile(format);
        this.description = description;
    }

    boolean accepts(String number) {
        return format.matcher(number).matches();
    }

    String description() {
        return description;
    }
}
