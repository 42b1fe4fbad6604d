package org.probity.campaign.event;

import java.math.BigDecimal;
import org.probity.id.PersonId;

/** A place in the merit order of a strand, 1 being the best, with the weighted total it rests on. */
public record MeritPlace(PersonId person, int rank, BigDecimal total) {

    /**
     * @throws IllegalArgumentException when the rank is below 1
     */
    public MeritPlace {
        if (rank < 1) {
            throw new IllegalArgumentException("ranks start at 1");
        }
    }
}
