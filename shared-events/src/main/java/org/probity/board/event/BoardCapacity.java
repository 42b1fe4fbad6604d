package org.probity.board.event;

/** As what somebody sits on a board; minima for a quorum are set per capacity. */
public enum BoardCapacity {
    CLINICAL_LEAD,
    CLINICAL_CHAMPION,
    EXECUTIVE_DIRECTOR,
    ASSOCIATE_CLINICAL_DIRECTOR,
    CHIEF_OFFICER,
    OFFICER,
    NON_OFFICER,
    MEMBER,
    SUPPORT_STAFF
}
