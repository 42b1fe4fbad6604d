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
    SUPPORT_STAFF;

    /** Whether somebody in this capacity is an officer of the body, or serves the board; they do not preside over it. */
    public boolean isOfficer() {
        return switch (this) {
            case EXECUTIVE_DIRECTOR, CHIEF_OFFICER, OFFICER, SUPPORT_STAFF -> true;
            default -> false;
        };
    }
}
