package org.probity.board.event;

import org.jspecify.annotations.Nullable;
import org.probity.id.OrganisationCode;
import org.probity.interests.event.NamedBody;

/** What a matter does to an organisation with a code, or to another named body. */
public record StatedEffect(
        @Nullable OrganisationCode organisation, @Nullable NamedBody namedBody, Effect effect) {

    /**
     * @throws IllegalArgumentException unless it is about exactly one of them
     */
    public StatedEffect {
        if ((organisation == null) == (namedBody == null)) {
            throw new IllegalArgumentException("an effect is on an organisation or on another named body");
        }
    }
}
