package org.probity.audit.event;

/** How grave a finding is. */
public enum FindingGrade {
    OBSERVATION,
    CONCERN,
    BREACH
}
