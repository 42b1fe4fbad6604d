package org.probity.people.command;

import org.axonframework.eventsourcing.eventstore.EventStore;
import org.probity.command.Origin;
import org.probity.id.AccountId;
import org.probity.id.PersonId;
import org.probity.people.event.DutyEvent;
import org.probity.people.event.DutyEvent.DutyGranted;
import org.springframework.stereotype.Component;

/** Who granted the duties of a person, as the log says. */
@Component
class DutiesGranted {

    private final EventStore events;

    DutiesGranted(EventStore events) {
        this.events = events;
    }

    /** Whether an account has granted a duty to a person, ended ones included. */
    boolean has(AccountId by, PersonId to) {
        return events.readEvents(DutyEvent.streamOf(to))
                .asStream()
                .anyMatch(event -> event.getPayload() instanceof DutyGranted && Origin.isActor(event, by));
    }
}
