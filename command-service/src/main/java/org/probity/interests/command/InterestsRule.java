package org.probity.interests.command;

import static org.probity.command.Rule.Source.GC;
import static org.probity.command.Rule.Source.P;

import org.probity.command.Rule;

/** The rules that keep declarations. */
public enum InterestsRule implements Rule {
    SUBJECT_REQUIRED("An interest is in an organisation or in another named body: in one of them.", P),
    VALUE_WITHOUT_GIFT("Only a gift or hospitality has an estimated value.", P),
    INTEREST_IN_FUTURE("An interest that arises on {arose} is not declared before.", P),
    INTEREST_UNKNOWN("The person declared no such interest.", P),
    INTEREST_CEASED("The interest ceases on {on} already.", P),
    CEASES_BEFORE_IT_BEGINS("An interest ceases later than it begins: {from}.", P),
    INTERESTS_DECLARED("Declared interests are in force: {interests}.", GC),
    NOTHING_TO_RENEW("The person has declared nothing yet, not even that there is nothing.", GC);

    private final Wording wording;

    InterestsRule(String sentence, Source source) {
        this.wording = new Wording(sentence, source);
    }

    @Override
    public Wording wording() {
        return wording;
    }
}
