package org.probity.meeting.query;

/** Why something of a matter is not told to an asker. */
public enum Closed {
    /** The asker withdrew from the matter. */
    WITHDRAWN,
    /** It is taken in private, and the asker does not belong to the board. */
    PRIVATE,
    /** The login is linked to nobody, so that nobody could tell what it withdrew from. */
    LOGIN_UNLINKED;

    /** Whether the title is told all the same: whoever withdrew reads it, and everybody that of a public item. */
    boolean tellsTitle(boolean open) {
        return this == WITHDRAWN || open;
    }
}
