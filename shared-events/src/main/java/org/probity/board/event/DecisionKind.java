package org.probity.board.event;

/** What a board may do with a matter. */
public enum DecisionKind {
    DECIDE,
    RECOMMEND,
    ADVISE,
    NOTE
}
