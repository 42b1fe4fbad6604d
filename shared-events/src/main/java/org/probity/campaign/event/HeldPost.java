package org.probity.campaign.event;

import org.probity.id.EstablishmentId;
import org.probity.id.StrandCode;

/** The post that an open offer holds for a candidate. */
public record HeldPost(EstablishmentId establishment, StrandCode strand, int slot) {}
