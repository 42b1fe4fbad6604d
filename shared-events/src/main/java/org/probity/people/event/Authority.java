package org.probity.people.event;

import java.util.Locale;

/** The roles a person can be given for a body, campaign or board. */
public enum Authority {
    APPOINTMENTS_OFFICER,
    PANEL_MEMBER,
    APPOINTING_AUTHORITY,
    BOARD_SECRETARY,
    BOARD_CHAIR,
    BOARD_MEMBER,
    CLINICIAN,
    COMMISSIONER,
    GOVERNANCE_REVIEWER,
    DATA_PROTECTION_OFFICER,
    POLICY_OWNER;

    /** The name as tokens and pages write it, like {@code appointments-officer}. */
    public String kebab() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
