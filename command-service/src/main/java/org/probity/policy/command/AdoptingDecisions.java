package org.probity.policy.command;

import static org.probity.policy.command.PolicyRule.ADOPTION_NOT_DECIDED;

import java.util.List;
import java.util.stream.Stream;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.jspecify.annotations.Nullable;
import org.probity.board.event.DecisionEvent;
import org.probity.board.event.DecisionEvent.DecisionRecorded;
import org.probity.board.event.DecisionEvent.DecisionSuperseded;
import org.probity.board.event.DecisionOutcome;
import org.probity.board.event.MatterEvent;
import org.probity.command.UnknownSubject;
import org.probity.id.DecisionId;
import org.probity.id.OrganisationCode;
import org.probity.id.PersonId;
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
     * Refuses what the body did not decide, or what was superseded since.
     *
     * @throws UnknownSubject if there is no such decision, or its matter is closed to the caller
     */
    void mustHold(DecisionId decision, OrganisationCode body, @Nullable PersonId caller) {
        List<?> story = story(decision.stream()).toList();
        boolean open = story.stream()
                .map(event -> ((DecisionEvent) event).matter())
                .findFirst()
                .filter(matter -> !MatterEvent.isClosedTo(caller, story(matter.stream())))
                .isPresent();
        if (!open) {
            throw new UnknownSubject(decision.stream());
        }
        boolean holds = story.stream().noneMatch(DecisionSuperseded.class::isInstance)
                && story.stream()
                        .anyMatch(event -> event instanceof DecisionRecorded recorded
                                && recorded.body().equals(body)
                                && recorded.outcome() == DecisionOutcome.CARRIED);
        ADOPTION_NOT_DECIDED.refuseIf(!holds);
    }

    private Stream<?> story(String stream) {
        return events.lastSequenceNumberFor(stream).isEmpty()
                ? Stream.empty()
                : events.readEvents(stream).asStream().map(event -> event.getPayload());
    }
}
