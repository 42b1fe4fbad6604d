package org.probity.command;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.jspecify.annotations.Nullable;
import org.probity.id.DutyId;
import org.probity.id.PersonId;
import org.probity.identity.Actor;
import org.probity.people.event.AccountEvent.AccountLinked;
import org.probity.people.event.Authority;
import org.probity.people.event.DutyEvent;
import org.probity.people.event.DutyEvent.DutyEnded;
import org.probity.people.event.DutyEvent.DutyGranted;
import org.springframework.stereotype.Component;

/**
 * Finds the person behind an account and their duties, from the log. Read without locks: a duty that ends at the same
 * moment does not undo a command that was already under way.
 */
@Component
class Callers {

    private final EventStore events;

    Callers(EventStore events) {
        this.events = events;
    }

    Caller of(Submission submission) {
        Set<Authority> allowedBy = CommandTypes.allowedBy(submission.command().getClass());
        Actor actor = submission.actor();
        if (actor == null) {
            return new Caller(null, null, Set.of(), allowedBy, List.of(), submission.automation());
        }
        PersonId person = personOf(actor);
        return new Caller(
                actor.account(),
                person,
                actor.authorities(),
                allowedBy,
                person == null ? List.of() : duties(person),
                null);
    }

    private @Nullable PersonId personOf(Actor actor) {
        PersonId person = null;
        var stream = events.readEvents(actor.account().stream());
        while (stream.hasNext()) {
            if (stream.next().getPayload() instanceof AccountLinked linked) {
                person = linked.person();
            }
        }
        return person;
    }

    private List<DutyGranted> duties(PersonId person) {
        var duties = new LinkedHashMap<DutyId, DutyGranted>();
        var stream = events.readEvents(DutyEvent.streamOf(person));
        while (stream.hasNext()) {
            switch (stream.next().getPayload()) {
                case DutyGranted granted -> duties.put(granted.duty(), granted);
                case DutyEnded ended ->
                    duties.computeIfPresent(
                            ended.duty(), (id, duty) -> duty.endedOn(ended.on()).orElse(null));
                default -> {}
            }
        }
        return List.copyOf(duties.values());
    }
}
