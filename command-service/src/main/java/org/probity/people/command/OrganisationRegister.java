package org.probity.people.command;

import java.time.LocalDate;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.probity.command.UnknownSubject;
import org.probity.event.Term;
import org.probity.id.OrganisationCode;
import org.probity.people.event.OrganisationEvent.OrganisationClosed;
import org.probity.people.event.OrganisationEvent.OrganisationRegistered;
import org.springframework.stereotype.Component;

/**
 * What other streams and contexts ask about an organisation, read from the log without a lock: a closure at the same
 * moment counts from the next command on.
 */
@Component
public class OrganisationRegister {

    private final EventStore events;

    OrganisationRegister(EventStore events) {
        this.events = events;
    }

    /**
     * The days on which there is an organisation, as the register says now.
     *
     * @throws UnknownSubject if none is registered under this code
     */
    public Term term(OrganisationCode code) {
        Term term = null;
        var stream = events.readEvents(code.stream());
        while (stream.hasNext()) {
            Object event = stream.next().getPayload();
            if (event instanceof OrganisationRegistered registered) {
                term = registered.term();
            } else if (event instanceof OrganisationClosed closed && term != null) {
                term = term.endedOn(closed.on());
            }
        }
        if (term == null) {
            throw new UnknownSubject(code.stream());
        }
        return term;
    }

    /**
     * Refuses what needs an organisation that is still there on a day; one that is yet to open is.
     *
     * @throws UnknownSubject if none is registered under this code
     * @throws org.probity.command.RuleRefusal {@code organisation-closed} if it is closed by then
     */
    public void mustNotBeClosed(OrganisationCode code, LocalDate day) {
        LocalDate until = term(code).until();
        PeopleRule.ORGANISATION_CLOSED.refuseIf(
                until != null && !day.isBefore(until), "organisation", code.value(), "on", until);
    }
}
