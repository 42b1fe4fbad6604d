package org.probity.command;

import static org.probity.command.Rule.Source.GC;
import static org.probity.command.Rule.Source.P;

/** Rules that are the same in every context. */
public enum CommonRule implements Rule {
    ALREADY_EXISTS("Something with this id exists already.", P),
    DECIDING_OWN_CASE("Nobody decides on their own case.", GC),
    PERSON_ERASED("What was known about the person is erased.", P);

    private final Wording wording;

    CommonRule(String sentence, Source source) {
        this.wording = new Wording(sentence, source);
    }

    @Override
    public Wording wording() {
        return wording;
    }
}
