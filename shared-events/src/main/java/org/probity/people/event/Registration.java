package org.probity.people.event;

/** A professional registration: a number that its regulator could have given. */
public record Registration(Regulator regulator, String number) {

    /**
     * @throws IllegalArgumentException when the number has not the regulator's form; the message does not repeat it
     */
    public Registration {
        if (!regulator.accepts(number)) {
            throw new IllegalArgumentException("a " + regulator + " number is " + regulator.description());
        }
    }
}
