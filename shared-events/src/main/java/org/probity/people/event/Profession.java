package org.probity.people.event;

/** What a person does for a living; coverage of professions is reported. */
public enum Profession {
    HOSPITAL_CONSULTANT,
    GP,
    NURSE,
    PHARMACIST,
    DENTIST,
    ALLIED_HEALTH_PROFESSIONAL,
    MIDWIFE,
    PUBLIC_HEALTH,
    MANAGER,
    OTHER
}
