package org.probity.board.command;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.spring.stereotype.Aggregate;
import org.probity.board.event.DecisionEvent;
import org.probity.board.event.DecisionEvent.*;
import org.probity.command.CommonRule;

/** One decision. Protects that it is recorded once. */
@Aggregate
class Decision {

    @AggregateIdentifier
    private String stream;

    Decision() {}

    void record(DecisionRecorded decided) {
        CommonRule.ALREADY_EXISTS.refuseIf(stream != null);
        apply(decided);
    }

    @EventSourcingHandler
    void on(DecisionEvent event) {
        switch (event) {
            case DecisionRecorded e -> stream = e.stream();
        }
    }
}
