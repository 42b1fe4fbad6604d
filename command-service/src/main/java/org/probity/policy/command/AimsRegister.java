package org.probity.policy.command;

import java.util.List;
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

    /**
     * Demands that something serves at least one aim, and only aims that the body has.
     *
     * @throws org.probity.command.RuleRefusal {@code aims-required} or {@code aim-unknown}
     */
    public void mustHave(OrganisationCode body, List<AimCode> named) {
        PolicyRule.AIMS_REQUIRED.refuseIf(named.isEmpty());
        Set<AimCode> known = aims(body);
        named.forEach(aim -> PolicyRule.AIM_UNKNOWN.refuseIf(!known.contains(aim), "aim", aim.value()));
    }
}
