package org.probity.establishment.event;

/** Why a post held for somebody was let go. */
public enum HoldReleaseReason {
    OFFER_DECLINED,
    OFFER_LAPSED,
    OFFER_WITHDRAWN,
    CANDIDATE_WITHDREW,
    IMPARTIALITY_WITHHELD,
    CAMPAIGN_CANCELLED
}
