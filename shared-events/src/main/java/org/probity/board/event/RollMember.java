package org.probity.board.event;

import org.jspecify.annotations.Nullable;
import org.probity.id.PersonId;

/**
 * Somebody on the roll of a meeting.
 *
 * @param seat the voting seat, by number; two who share one have the same number; null for who does not vote
 */
public record RollMember(
        PersonId person, BoardCapacity capacity, @Nullable Integer seat) {

    /** Whether they vote, alone or with whom they share the seat. */
    public boolean votes() {
        return seat != null;
    }
}
