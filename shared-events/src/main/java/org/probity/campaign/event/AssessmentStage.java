package org.probity.campaign.event;

/** At which point of a campaign candidates are scored. */
public enum AssessmentStage {
    SIFT,
    INTERVIEW
}
