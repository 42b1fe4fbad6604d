package org.probity.board.command;

import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.jspecify.annotations.Nullable;
import org.probity.board.event.DecisionEvent;
import org.probity.board.event.DecisionEvent.*;
import org.probity.board.event.DecisionKind;
import org.probity.command.UnknownSubject;
import org.probity.id.BoardId;
import org.probity.id.DecisionId;
import org.probity.id.MatterId;
import org.probity.id.PersonId;
import org.springframework.stereotype.Component;

/**
 * What was decided, and which streams a command about a decision has to open besides. Read from the log without a lock:
 * a decision stays what it was, and one that was taken, or considered for ratification, stays so.
 */
@Component
class DecisionsTaken {

    private final EventStore events;
    private final MatterRegister matters;

    DecisionsTaken(EventStore events, MatterRegister matters) {
        this.events = events;
        this.matters = matters;
    }

    /** What a board decided, at a meeting or by chair's action. */
    record Taken(DecisionId decision, BoardId board, MatterId matter, DecisionKind kind, Instant at) {}

    /**
     * A decision that was taken.
     *
     * @throws UnknownSubject if it does not exist
     * @throws org.probity.command.RuleRefusal {@code decision-not-taken} if it is only proposed
     */
    Taken taken(DecisionId decision) {
        mustExist(decision);
        return of(decision)
                .map(DecisionsTaken::taken)
                .flatMap(Stream::ofNullable)
                .findFirst()
                .orElseThrow(DecisionRule.DECISION_NOT_TAKEN::refusal);
    }

    private static @Nullable Taken taken(DecisionEvent event) {
        return switch (event) {
            case DecisionRecorded e -> new Taken(e.decision(), e.board(), e.matter(), e.kind(), e.at());
            case ChairsActionTaken e -> new Taken(e.decision(), e.board(), e.matter(), e.kind(), e.at());
            default -> null;
        };
    }

    /**
     * Refuses whoever withdrew from the matter of a decision, before they are told anything about it.
     *
     * @throws UnknownSubject if it does not exist
     */
    void mustBeOpenTo(DecisionId decision, @Nullable PersonId person) {
        mustExist(decision);
        MatterId matter = of(decision).map(DecisionEvent::matter).findFirst().orElseThrow();
        MatterRule.WITHDRAWN_FROM_MATTER.refuseIf(matters.isClosedTo(person, matter));
    }

    /**
     * How a meeting took a decision; empty if none did.
     *
     * @throws UnknownSubject if it does not exist
     */
    Optional<DecisionRecorded> atMeeting(DecisionId decision) {
        mustExist(decision);
        return first(decision, DecisionRecorded.class);
    }

    /**
     * What a chair proposed, whatever became of it.
     *
     * @throws UnknownSubject if there is no such decision
     * @throws org.probity.command.RuleRefusal {@code action-not-proposed} if it was taken at a meeting
     */
    ChairsActionProposed proposed(DecisionId decision) {
        mustExist(decision);
        return first(decision, ChairsActionProposed.class).orElseThrow(DecisionRule.ACTION_NOT_PROPOSED::refusal);
    }

    /** Whether a meeting ratified a chair's action or refused to. */
    boolean isConsidered(DecisionId decision) {
        return of(decision)
                .anyMatch(event -> event instanceof DecisionRatified || event instanceof RatificationRefused);
    }

    private void mustExist(DecisionId decision) {
        if (events.lastSequenceNumberFor(decision.stream()).isEmpty()) {
            throw new UnknownSubject(decision.stream());
        }
    }

    private <E extends DecisionEvent> Optional<E> first(DecisionId decision, Class<E> type) {
        return of(decision).filter(type::isInstance).map(type::cast).findFirst();
    }

    private Stream<DecisionEvent> of(DecisionId decision) {
        return events.readEvents(decision.stream()).asStream().map(event -> (DecisionEvent) event.getPayload());
    }
}
