package org.probity.board.event;

import org.probity.id.EstablishmentId;

/** The post that brings a lead's seat: two who share the post share the seat. */
public record Post(EstablishmentId establishment, int slot) {}
