package org.probity.board.event;

/** What became of what was proposed. */
public enum DecisionOutcome {
    CARRIED,
    LOST
}
