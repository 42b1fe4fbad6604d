package org.probity.board.event;

import org.probity.id.PersonId;
import org.probity.interests.event.Mitigation;

/** Who took no full part in a matter, because of a conflict, and how far. */
public record SteppedOut(PersonId person, Mitigation mitigation) {}
