package org.probity.board.event;

/** How a decision came about. */
public enum DecisionProcedure {
    CONSENSUS,
    SHOW_OF_HANDS,
    BALLOT,
    SECRET_BALLOT,
    CHAIRS_ACTION
}
