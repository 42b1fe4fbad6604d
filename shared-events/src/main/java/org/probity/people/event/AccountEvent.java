package org.probity.people.event;

import org.probity.event.Event;
import org.probity.id.AccountId;
import org.probity.id.PersonId;

/** The story of one login account. */
public sealed interface AccountEvent extends Event {

    AccountId account();

    @Override
    default String stream() {
        return account().stream();
    }

    /** Whoever logs in with the account acts as this person. */
    record AccountLinked(AccountId account, PersonId person) implements AccountEvent {}
}
