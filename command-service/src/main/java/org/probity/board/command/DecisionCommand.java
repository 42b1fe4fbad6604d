package org.probity.board.command;

import static org.probity.people.event.Authority.*;

import org.probity.command.By;
import org.probity.command.Command;
import org.probity.id.DecisionId;
import org.probity.id.MeetingId;

/** What becomes of a decision after it was taken. A reason is part of its record, outlives the people and names nobody. */
public sealed interface DecisionCommand extends Command {

    DecisionId decision();

    /** The decision that it is done with. */
    DecisionId by();

    @Override
    default String subject() {
        return decision().stream();
    }

    /** By the secretary or whoever presides: the meeting carried that it stands behind a chair's action. */
    @By({BOARD_SECRETARY, BOARD_CHAIR, BOARD_MEMBER, CLINICIAN})
    record RatifyDecision(DecisionId decision, MeetingId meeting, DecisionId by) implements DecisionCommand {}

    /** Likewise, where that was lost. What was done stays done; a decision that supersedes it changes it. */
    @By({BOARD_SECRETARY, BOARD_CHAIR, BOARD_MEMBER, CLINICIAN})
    record RefuseRatification(DecisionId decision, MeetingId meeting, DecisionId by, String reason)
            implements DecisionCommand {}

    /** By who serves the board that took the later decision, which from now on holds in place of the earlier. */
    @By({BOARD_SECRETARY, BOARD_CHAIR})
    record SupersedeDecision(DecisionId decision, DecisionId by, String reason) implements DecisionCommand {}
}
