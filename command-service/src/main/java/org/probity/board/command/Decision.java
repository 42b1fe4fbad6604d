package org.probity.board.command;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;
import static org.probity.board.command.DecisionRule.*;

import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;
import org.probity.board.command.ChairsActionCommand.ProposeChairsAction;
import org.probity.board.command.DecisionCommand.*;
import org.probity.board.event.DecisionEvent;
import org.probity.board.event.DecisionEvent.*;
import org.probity.command.CommonRule;
import org.probity.id.DecisionId;
import org.probity.id.MatterId;
import org.probity.id.PersonId;

/** One decision. Protects that it is taken once, considered for ratification once, and superseded once. */
@Aggregate
class Decision {

    @AggregateIdentifier
    private String stream;

    private DecisionId id;
    private MatterId matter;
    private @Nullable ChairsActionProposed proposed;
    private boolean considered;
    private @Nullable DecisionId supersededBy;

    Decision() {}

    void record(DecisionRecorded decided) {
        CommonRule.ALREADY_EXISTS.refuseIf(stream != null);
        apply(decided);
    }

    void propose(ProposeChairsAction command, PersonId chair) {
        CommonRule.ALREADY_EXISTS.refuseIf(stream != null);
        apply(new ChairsActionProposed(
                command.decision(),
                command.board(),
                command.matter(),
                command.resolution(),
                command.urgency(),
                chair,
                command.consulted()));
    }

    /** What waits for the chief officer to agree. */
    ChairsActionProposed proposed() {
        if (proposed == null) {
            throw ACTION_NOT_PROPOSED.refusal();
        }
        return proposed;
    }

    void withdraw(PersonId by) {
        NOT_THE_CHAIR.refuseIf(!by.equals(proposed().chair()));
        apply(new ChairsActionWithdrawn(id, matter));
    }

    void take(ChairsActionTaken taken) {
        apply(taken);
    }

    void ratify(RatifyDecision command) {
        apply(new DecisionRatified(id, matter, command.meeting(), command.by()));
    }

    void refuseRatification(RefuseRatification command) {
        apply(new RatificationRefused(id, matter, command.meeting(), command.by(), command.reason()));
    }

    void mustNotBeConsidered() {
        RATIFICATION_DECIDED.refuseIf(considered);
    }

    void supersede(SupersedeDecision command) {
        SUPERSEDED_ALREADY.refuseIf(supersededBy != null, "by", value(supersededBy));
        apply(new DecisionSuperseded(id, matter, command.by(), command.reason()));
    }

    void supersedeEarlier(DecisionId earlier) {
        SUPERSEDED_ITSELF.refuseIf(supersededBy != null, "by", value(supersededBy));
        apply(new EarlierDecisionSuperseded(id, matter, earlier));
    }

    private static @Nullable Object value(@Nullable DecisionId decision) {
        return decision == null ? null : decision.value();
    }

    @EventSourcingHandler
    void on(DecisionEvent event) {
        stream = event.stream();
        id = event.decision();
        switch (event) {
            case DecisionRecorded e -> matter = e.matter();
            case ChairsActionProposed e -> {
                matter = e.matter();
                proposed = e;
            }
            case ChairsActionWithdrawn e -> proposed = null;
            case ChairsActionTaken e -> proposed = null;
            case DecisionRatified e -> considered = true;
            case RatificationRefused e -> considered = true;
            case DecisionSuperseded e -> supersededBy = e.by();
            case EarlierDecisionSuperseded e -> {}
        }
    }
}
