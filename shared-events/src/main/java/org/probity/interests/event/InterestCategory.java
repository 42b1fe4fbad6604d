package org.probity.interests.event;

/** The categories of declared interests. */
public enum InterestCategory {
    FINANCIAL,
    NON_FINANCIAL_PROFESSIONAL,
    NON_FINANCIAL_PERSONAL,
    INDIRECT,
    GIFTS_AND_HOSPITALITY
}
