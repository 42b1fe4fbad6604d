package org.probity.people.command;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;
import static org.probity.people.command.PeopleRule.ACCOUNT_ALREADY_LINKED;

import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;
import org.probity.id.PersonId;
import org.probity.people.command.PeopleCommand.LinkAccount;
import org.probity.people.event.AccountEvent;
import org.probity.people.event.AccountEvent.AccountLinked;

/** One login. Protects that it stands for one person, once and for all: who did what must not change afterwards. */
@Aggregate
class Account {

    @AggregateIdentifier
    private String stream;

    private @Nullable PersonId person;

    Account() {}

    boolean isOf(PersonId other) {
        return other.equals(person);
    }

    void link(LinkAccount command) {
        ACCOUNT_ALREADY_LINKED.refuseIf(stream != null);
        apply(new AccountLinked(command.account(), command.person()));
    }

    @EventSourcingHandler
    void on(AccountEvent event) {
        switch (event) {
            case AccountLinked e -> {
                stream = e.stream();
                person = e.person();
            }
        }
    }
}
