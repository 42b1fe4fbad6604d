package org.probity.campaign.event;

/** Where a participation in a campaign stands: the way to an appointment first, then the exits. */
public enum Stage {
    NOMINATED,
    CANDIDATE,
    LONGLISTED,
    SHORTLISTED,
    INTERVIEWED,
    APPOINTABLE,
    NOT_APPOINTABLE,
    RECOMMENDED,
    OFFERED,
    ACCEPTED,
    APPOINTED,
    NOMINATION_DECLINED,
    INELIGIBLE,
    NOT_LONGLISTED,
    NOT_SHORTLISTED,
    WITHDRAWN,
    WITHHELD,
    DECLINED,
    LAPSED,
    OFFER_WITHDRAWN,
    RESERVE,
    NOT_APPOINTED
}
