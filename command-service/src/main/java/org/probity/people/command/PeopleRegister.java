package org.probity.people.command;

import java.util.Optional;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.probity.command.CommonRule;
import org.probity.command.UnknownSubject;
import org.probity.id.OrganisationCode;
import org.probity.id.PersonId;
import org.probity.people.event.PersonEvent.PersonAmended;
import org.probity.people.event.PersonEvent.PersonErased;
import org.probity.people.event.PersonEvent.PersonRegistered;
import org.springframework.stereotype.Component;

/**
 * What other contexts ask about a person, read from the log without a lock: a change at the same moment counts from
 * the next command on.
 */
@Component
public class PeopleRegister {

    private final EventStore events;

    PeopleRegister(EventStore events) {
        this.events = events;
    }

    /**
     * The entry of a person: whoever a command is about is asked for here, so nothing is recorded about the erased.
     *
     * @throws UnknownSubject if nobody is registered under this id
     * @throws org.probity.command.RuleRefusal {@code person-erased} if what was known about them is erased
     */
    public Entry entry(PersonId person) {
        Entry entry = null;
        var stream = events.readEvents(person.stream());
        while (stream.hasNext()) {
            entry = switch (stream.next().getPayload()) {
                case PersonRegistered e -> new Entry(e.inActivePractice());
                case PersonAmended e -> new Entry(e.inActivePractice());
                case PersonErased e -> throw CommonRule.PERSON_ERASED.refusal();
                default -> entry;
            };
        }
        if (entry == null) {
            throw new UnknownSubject(person.stream());
        }
        return entry;
    }

    /** The employer of a person now; empty for whoever has none with a code, is not registered or is erased. */
    public Optional<OrganisationCode> employerOf(PersonId person) {
        OrganisationCode employer = null;
        var stream = events.readEvents(person.stream());
        while (stream.hasNext()) {
            employer = switch (stream.next().getPayload()) {
                case PersonRegistered e -> e.employer();
                case PersonAmended e -> e.employer();
                case PersonErased e -> null;
                default -> employer;
            };
        }
        return Optional.ofNullable(employer);
    }

    /** What the register says of a person now. */
    public record Entry(boolean inActivePractice) {}
}
