package org.probity.campaign.event;

/** How a campaign ended. */
public enum CampaignOutcome {
    APPOINTMENTS_MADE,
    NO_APPOINTMENT_MADE
}
