package org.probity.board.event;

/** What a matter does to one organisation. */
public enum Effect {
    GAINS,
    LOSES,
    NEUTRAL
}
