package org.probity.establishment.event;

/** Why a post fell vacant. */
public enum VacancyCause {
    TERM_ENDED,
    RESIGNED,
    REMOVED
}
