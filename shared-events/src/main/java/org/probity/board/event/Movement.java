package org.probity.board.event;

/** What attendance records. */
public enum Movement {
    ARRIVED,
    LEFT
}
