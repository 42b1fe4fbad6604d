package org.probity.policy.command;

import java.time.LocalDate;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.probity.id.OrganisationCode;
import org.probity.policy.event.BuiltInPacks;
import org.probity.policy.event.RulePack;
import org.probity.policy.event.RulePacksEvent;
import org.probity.policy.event.RulePacksEvent.RulePackAdopted;
import org.springframework.stereotype.Component;

/**
 * The rule packs of bodies for other contexts, read from the log without a lock: a pack never applies before it is
 * recorded, so one adopted at the same moment counts from the next command on.
 */
@Component
public class RulePackRegister {

    private final EventStore events;

    RulePackRegister(EventStore events) {
        this.events = events;
    }

    /**
     * The pack that governs a body on a day: of the packs it adopted the one with the latest first day, of two with
     * the same the one adopted later; a built-in one while none of its own is in force.
     */
    public RulePack inForce(OrganisationCode body, LocalDate day) {
        RulePack inForce = null;
        var stream = events.readEvents(RulePacksEvent.streamOf(body));
        while (stream.hasNext()) {
            if (stream.next().getPayload() instanceof RulePackAdopted adopted) {
                RulePack pack = adopted.pack();
                boolean begun = !day.isBefore(pack.from());
                if (begun && (inForce == null || !pack.from().isBefore(inForce.from()))) {
                    inForce = pack;
                }
            }
        }
        return inForce == null ? builtIn(day) : inForce;
    }

    /** The pack that governs where no body does. */
    public RulePack builtIn(LocalDate day) {
        return BuiltInPacks.inForce(day);
    }
}
