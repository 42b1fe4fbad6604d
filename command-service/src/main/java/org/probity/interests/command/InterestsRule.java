package org.probity.interests.command;

import org.probity.command.Rule;

/** The rules that keep declarations. */
public enum InterestsRule implements Rule {
    SUBJECT_REQUIRED(
            "subject-required", "An interest is in an organisation or in another named body: in one of them.", "P"),
    INTEREST_IN_FUTURE("interest-in-future", "An interest that arises on {arose} is not declared before.", "P"),
    INTEREST_UNKNOWN("interest-unknown", "The person declared no such interest.", "P"),
    INTEREST_CEASED("interest-ceased", "The interest ceases on {on} already.", "P"),
    CEASES_BEFORE_IT_BEGINS("ceases-before-it-begins", "An interest ceases later than it begins: {from}.", "P"),
    INTERESTS_DECLARED("interests-declared", "Declared interests are in force: {interests}.", "GC"),
    NOTHING_TO_RENEW("nothing-to-renew", "The person has declared nothing yet, not even that there is nothing.", "GC");

    private final String code;
    private final String sentence;
    private final String source;

    InterestsRule(String code, String sentence, String source) {
        this.code = code;
        this.sentence = sentence;
        this.source = source;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public String sentence() {
        return sentence;
    }

    @Override
    public String source() {
        return source;
    }
}
