package org.probity.establishment.event;

/** Which of the three programmes of clinical leadership an establishment serves. */
public enum Programme {
    SENIOR_CLINICAL_LEADS,
    CLINICAL_CHAMPIONS,
    ASPIRING_LEADERS
}
