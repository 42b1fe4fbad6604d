package org.probity.campaign.event;

/** How a panel member is connected with a candidate. */
public enum ConnectionKind {
    FAMILY,
    FINANCIAL,
    EMPLOYMENT,
    PROFESSIONAL,
    PERSONAL
}
