package org.probity.people.event;

/** What sort of body an organisation is. */
public enum OrganisationKind {
    STRATEGIC_AUTHORITY,
    COMMISSIONER,
    ACUTE,
    MENTAL_HEALTH,
    AMBULANCE,
    PRACTICE,
    PRACTICE_GROUP,
    PHARMACY,
    DENTAL_PRACTICE,
    NETWORK,
    REGION,
    REGULATOR,
    OTHER
}
