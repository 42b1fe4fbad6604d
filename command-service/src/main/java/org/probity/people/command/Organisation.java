package org.probity.people.command;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;
import static org.probity.people.command.PeopleRule.CLOSES_BEFORE_IT_OPENS;
import static org.probity.people.command.PeopleRule.ORGANISATION_CLOSED;

import java.time.LocalDate;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.spring.stereotype.Aggregate;
import org.probity.command.CommonRule;
import org.probity.event.Term;
import org.probity.people.command.PeopleCommand.CloseOrganisation;
import org.probity.people.command.PeopleCommand.RegisterOrganisation;
import org.probity.people.event.OrganisationEvent;
import org.probity.people.event.OrganisationEvent.OrganisationClosed;
import org.probity.people.event.OrganisationEvent.OrganisationRegistered;

/** One organisation. Protects its code: once taken it is never given to another, not even after a closure. */
@Aggregate
class Organisation {

    @AggregateIdentifier
    private String stream;

    private Term term;

    Organisation() {}

    void register(RegisterOrganisation command) {
        CommonRule.ALREADY_EXISTS.refuseIf(stream != null);
        apply(new OrganisationRegistered(
                command.code(), command.name(), command.kind(), command.term(), command.invented()));
    }

    void close(CloseOrganisation command) {
        LocalDate until = term.until();
        ORGANISATION_CLOSED.refuseIf(
                until != null && !command.on().isBefore(until),
                "organisation",
                command.code().value(),
                "on",
                until);
        CLOSES_BEFORE_IT_OPENS.refuseIf(!command.on().isAfter(term.from()), "from", term.from());
        apply(new OrganisationClosed(command.code(), command.on()));
    }

    @EventSourcingHandler
    void on(OrganisationEvent event) {
        switch (event) {
            case OrganisationRegistered e -> {
                stream = e.stream();
                term = e.term();
            }
            case OrganisationClosed e -> term = term.endedOn(e.on());
        }
    }
}
