package org.probity.campaign.event;

import org.probity.id.CriterionCode;

/** Points for one criterion with the assessor's reason; the highest score is a number of the campaign's rule pack. */
public record Score(CriterionCode criterion, int points, String reason) {}
