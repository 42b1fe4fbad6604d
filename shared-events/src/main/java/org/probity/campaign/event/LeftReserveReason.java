package org.probity.campaign.event;

/** Why somebody is no longer on a reserve list. */
public enum LeftReserveReason {
    OFFERED,
    EXPIRED,
    WITHDREW,
    NOT_ELIGIBLE,
    IMPARTIALITY_WITHHELD,
    CAMPAIGN_CANCELLED
}
