package org.probity.audit.query;

/** What makes something an exception. */
public enum ExceptionKind {
    /** Appointments were decided otherwise than the panel recommended. */
    DEPARTURE,
    /** Chair and chief officer decided between meetings. */
    CHAIRS_ACTION,
    /** A meeting was convened at shorter notice than its terms ask for. */
    SHORT_NOTICE,
    /** An interest was declared later than the rule pack allows. */
    LATE_DECLARATION,
    /** What a meeting was to decide was refused, because there was no quorum. */
    INQUORATE,
    /** An item came on an agenda later than the notice of the meeting. */
    LATE_ITEM,
    /** About a conflict less was decided than what is usual, or that it is none. */
    OVERRIDE,
    /** Attendance or minutes were corrected. */
    CORRECTION
}
