package org.probity.people.command;

import static org.probity.command.Rule.Source.P;

import org.probity.command.Rule;

/** The rules that keep organisations, people, accounts and duties. */
public enum PeopleRule implements Rule {
    ORGANISATION_CLOSED("The organisation {organisation} is closed from {on} on.", P),
    CLOSES_BEFORE_IT_OPENS("An organisation closes later than it opens: {from}.", P),
    REGISTRATION_TAKEN("The registration number belongs to somebody else.", P),
    ACCOUNT_ALREADY_LINKED("The account is linked to a person already.", P),
    LINKING_OWN_ACCOUNT("Who somebody is, is said by another.", P),
    GRANTING_OWN_DUTY("Nobody grants a duty to themselves, nor becomes a person to whom they granted one.", P),
    DUTY_NOT_HELD("The person was never granted this duty.", P),
    DUTY_ENDED("The duty ends on {on} already.", P),
    ALREADY_HELD("The person's data is under a retention hold already.", P),
    NO_HOLD("The person's data is under no retention hold.", P),
    UNDER_RETENTION_HOLD("The person's data is under a retention hold.", P),
    STILL_IN_OFFICE("The person holds a post or sits on a board.", P),
    DUTY_IN_FORCE("The person has a duty that is in force.", P),
    CAMPAIGN_NOT_OVER("The person takes part in a campaign that is not over.", P),
    RETENTION_NOT_OVER("What is recorded about a candidate is kept until {until}.", P);

    private final Wording wording;

    PeopleRule(String sentence, Source source) {
        this.wording = new Wording(sentence, source);
    }

    @Override
    public Wording wording() {
        return wording;
    }
}
