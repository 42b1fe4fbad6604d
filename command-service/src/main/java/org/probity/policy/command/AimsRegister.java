package org.probity.policy.command;

import java.util.Set;
import java.util.stream.Collectors;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.probity.id.AimCode;
import org.probity.id.OrganisationCode;
import org.probity.policy.event.Aim;
import org.probity.policy.event.AimsEvent;
import org.probity.policy.event.AimsEvent.AimsAdopted;
import org.springframework.stereotype.Component;

/**
 * The aims of bodies for other contexts, read from the log without a lock: a list adopted at the same moment counts
 * from the next command on.
 */
@Component
public class AimsRegister {

    private final EventStore events;

    AimsRegister(EventStore events) {
        this.events = events;
    }

    /** The codes of a body's aims; none while it has adopted none. */
    public Set<AimCode> aims(OrganisationCode body) {
        Set<AimCode> aims = Set.of();
        var stream = events.readEvents(AimsEvent.streamOf(body));
        while (stream.hasNext()) {
            if (stream.next().getPayload() instanceof AimsAdopted adopted) {
                aims = adopted.aims().stream().map(Aim::code).collect(Collectors.toUnmodifiableSet());
            }
        }
        return aims;
    }
}
