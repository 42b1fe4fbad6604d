package org.probity.policy.command;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;
import static org.probity.policy.command.PolicyRule.AIMS_REQUIRED;

import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.spring.stereotype.Aggregate;
import org.probity.policy.command.PolicyCommand.AdoptAims;
import org.probity.policy.event.AimsEvent;
import org.probity.policy.event.AimsEvent.AimsAdopted;

/** The aims of one body. Protects that a body which adopts aims has at least one. */
@Aggregate
class Aims {

    private String stream;

    Aims() {}

    void adopt(AdoptAims command) {
        AIMS_REQUIRED.refuseIf(command.aims().isEmpty());
        apply(new AimsAdopted(command.body(), command.aims()));
    }

    @EventSourcingHandler
    void on(AimsEvent event) {
        stream = event.stream();
    }

    @AggregateIdentifier
    String stream() {
        return stream;
    }
}
