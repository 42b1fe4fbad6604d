package org.probity.campaign.event;

/** As what somebody sits on a panel. */
public enum PanelCapacity {
    CHAIR,
    MEMBER,
    INDEPENDENT,
    OFFICIAL
}
