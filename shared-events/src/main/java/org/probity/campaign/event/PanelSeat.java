package org.probity.campaign.event;

import org.probity.id.PersonId;

/** A person's seat on a panel. */
public record PanelSeat(PersonId person, PanelCapacity capacity) {}
