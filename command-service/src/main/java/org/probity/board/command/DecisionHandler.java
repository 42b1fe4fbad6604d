package org.probity.board.command;

import static org.probity.board.command.DecisionRule.*;

import java.util.stream.Stream;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Aggregate;
import org.probity.board.command.DecisionCommand.*;
import org.probity.board.command.DecisionsTaken.Taken;
import org.probity.board.event.DecisionEvent.DecisionRecorded;
import org.probity.board.event.DecisionKind;
import org.probity.board.event.DecisionOutcome;
import org.probity.command.Occasion;
import org.probity.command.Streams;
import org.probity.id.MeetingId;
import org.springframework.stereotype.Component;

/**
 * Opens a decision for what becomes of it. A ratification is appended to the meeting and the decision, a superseding to
 * both decisions: of two at the same moment one comes second and meets the rule.
 */
@Component
class DecisionHandler {

    private final Streams streams;
    private final DecisionsTaken decisions;

    DecisionHandler(Streams streams, DecisionsTaken decisions) {
        this.streams = streams;
        this.decisions = decisions;
    }

    @CommandHandler
    void handle(RatifyDecision command, Occasion occasion) {
        considered(command, command.meeting(), DecisionOutcome.CARRIED, occasion)
                .execute(it -> it.ratify(command));
    }

    @CommandHandler
    void handle(RefuseRatification command, Occasion occasion) {
        considered(command, command.meeting(), DecisionOutcome.LOST, occasion)
                .execute(it -> it.refuseRatification(command));
    }

    private Aggregate<Decision> considered(
            DecisionCommand command, MeetingId at, DecisionOutcome outcome, Occasion occasion) {
        mustBeOpen(command, occasion);
        Taken taken = decisions.taken(command.decision());
        DecisionRecorded by = decisions.atMeeting(command.by()).orElseThrow(RATIFIES_NOTHING::refusal);
        Aggregate<Matter> matter = streams.existing(Matter.class, taken.matter().stream());
        Aggregate<Meeting> meeting = streams.existing(Meeting.class, at.stream());
        Aggregate<Decision> decision = streams.existing(Decision.class, command.subject());
        matter.execute(it -> it.mustBeOpenTo(occasion.caller().person()));
        decision.execute(Decision::mustNotBeConsidered);
        meeting.execute(it -> {
            it.mustHaveToRatify(taken.decision(), by);
            DecidingHandler.mustConduct(new Deciding(it, by.item(), occasion.now(), occasion.now()), occasion);
            OUTCOME_SAYS_OTHERWISE.refuseIf(by.outcome() != outcome, "outcome", by.outcome());
            it.consider(taken.decision(), by);
        });
        return decision;
    }

    /**
     * The two matters are asked and not appended to: a recusal at the same moment comes after what it would have kept
     * somebody from. What a board is accountable to never changes.
     */
    @CommandHandler
    void handle(SupersedeDecision command, Occasion occasion) {
        mustBeOpen(command, occasion);
        Taken earlier = decisions.taken(command.decision());
        DecisionRecorded later = decisions.atMeeting(command.by()).orElseThrow(NOT_CARRIED::refusal);
        Aggregate<Board> board = streams.existing(Board.class, earlier.board().stream());
        inOrder(Matter.class, earlier.matter().stream(), later.matter().stream());
        inOrder(Decision.class, command.decision().stream(), command.by().stream());
        occasion.caller().mustServe(later.board(), later.body(), occasion.today());
        Stream.of(earlier.matter(), later.matter()).distinct().forEach(matter -> streams.existing(
                        Matter.class, matter.stream())
                .execute(it -> it.mustBeOpenTo(occasion.caller().person())));
        NOT_CARRIED.refuseIf(later.outcome() != DecisionOutcome.CARRIED);
        NOT_LATER.refuseIf(!later.at().isAfter(earlier.at()));
        KIND_DIFFERS.refuseIf(
                later.kind() != earlier.kind() && later.kind() != DecisionKind.DECIDE, "kind", earlier.kind());
        NOT_ACCOUNTABLE_TO_BOARD.refuseIf(
                !later.board().equals(earlier.board()) && !board.invoke(it -> it.isAccountableTo(later.board())));
        if (!later.matter().equals(earlier.matter())) {
            streams.existing(Matter.class, earlier.matter().stream()).execute(it -> it.mustHaveKeptOut(later));
        }
        streams.existing(Decision.class, command.decision().stream()).execute(it -> it.supersede(command));
        streams.existing(Decision.class, command.by().stream()).execute(it -> it.supersedeEarlier(command.decision()));
    }

    /** Whoever withdrew is told nothing of either decision, nor whether it was taken. */
    private void mustBeOpen(DecisionCommand command, Occasion occasion) {
        decisions.mustBeOpenTo(command.decision(), occasion.caller().person());
        decisions.mustBeOpenTo(command.by(), occasion.caller().person());
    }

    /** Opens two streams of a kind in the order in which streams are opened; each is then at hand. */
    private void inOrder(Class<?> type, String one, String other) {
        Stream.of(one, other).distinct().sorted().forEach(id -> streams.existing(type, id));
    }
}
