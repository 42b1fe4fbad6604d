package org.probity.people.command;

import org.probity.command.Rule;

/** The rules that keep organisations, people, accounts and duties. */
public enum PeopleRule implements Rule {
    ORGANISATION_CLOSED("organisation-closed", "The organisation {organisation} is closed from {on} on.", "P"),
    CLOSES_BEFORE_IT_OPENS("closes-before-it-opens", "An organisation closes later than it opens: {from}.", "P"),
    REGISTRATION_TAKEN("registration-taken", "The registration number belongs to somebody else.", "P"),
    PERSON_ERASED("person-erased", "What was known about the person is erased.", "P"),
    ACCOUNT_ALREADY_LINKED("account-already-linked", "The account is linked to a person already.", "P"),
    GRANTING_OWN_DUTY("granting-own-duty", "Nobody grants a duty to themselves.", "P"),
    DUTY_NOT_HELD("duty-not-held", "The person was never granted this duty.", "P"),
    DUTY_ENDED("duty-ended", "The duty ends on {on} already.", "P"),
    ALREADY_HELD("already-held", "The person's data is under a retention hold already.", "P"),
    NO_HOLD("no-hold", "The person's data is under no retention hold.", "P");

    private final String code;
    private final String sentence;
    private final String source;

    PeopleRule(String code, String sentence, String source) {
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
