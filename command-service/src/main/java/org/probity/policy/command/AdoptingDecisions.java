package org.probity.policy.command;

import static org.probity.policy.command.PolicyRule.ADOPTION_NOT_DECIDED;

import org.axonframework.eventsourcing.eventstore.EventStore;
import org.probity.board.event.DecisionEvent.DecisionRecorded;
import org.probity.board.event.DecisionOutcome;
import org.probity.command.UnknownSubject;
import org.probity.id.DecisionId;
import org.probity.id.OrganisationCode;
import org.springframework.stereotype.Component;

/**
 * The decisions by which bodies adopt something, read from the log without a lock: one that is superseded at the same
 * moment had adopted it before.
 */
@Component
class AdoptingDecisions {

    private final EventStore events;

    AdoptingDecisions(EventStore events) {
        this.events = events;
    }

    /**
     * Refuses what the body did not decide.
     *
     * @throws UnknownSubject if there is no such decision
     */
    void mustHold(DecisionId decision, OrganisationCode body) {
        if (events.lastSequenceNumberFor(decision.stream()).isEmpty()) {
            throw new UnknownSubject(decision.stream());
        }
        boolean holds = events.readEvents(decision.stream())
                .asStream()
                .map(event -> event.getPayload())
                .anyMatch(event -> event instanceof DecisionRecorded recorded
                        && recorded.body().equals(body)
                        && recorded.outcome() == DecisionOutcome.CARRIED);
        ADOPTION_NOT_DECIDED.refuseIf(!holds);
    }
}
