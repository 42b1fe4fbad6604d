package org.probity.board.event;

/** As what somebody presides. */
public enum PresiderRole {
    CHAIR,
    DEPUTY,
    ELECTED
}
