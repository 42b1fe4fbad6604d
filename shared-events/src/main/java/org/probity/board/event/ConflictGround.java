package org.probity.board.event;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.probity.id.InterestId;
import org.probity.id.OrganisationCode;
import org.probity.interests.event.InterestCategory;
import org.probity.interests.event.Mitigation;

/**
 * Why somebody may be conflicted in a matter: it treats their employer, or a body in which they declared an interest,
 * differently from others.
 *
 * @param employer their employer; null where it is an interest
 * @param interest the declared interest; null where it is their employer
 * @param proposed what is usually decided about it; whoever presides decides
 */
public record ConflictGround(
        @Nullable OrganisationCode employer, @Nullable InterestId interest, Mitigation proposed) {

    /**
     * @throws IllegalArgumentException unless it is exactly one of both
     */
    public ConflictGround {
        if ((employer == null) == (interest == null)) {
            throw new IllegalArgumentException("a ground is an employer or an interest");
        }
    }

    /** The employer gains or loses: they may speak, and do not vote. */
    public static ConflictGround employer(OrganisationCode employer) {
        return new ConflictGround(employer, null, Mitigation.DISCUSS_NO_VOTE);
    }

    /** An interest in a body that gains or loses: of money or of the family it takes them out; others propose nothing. */
    public static Optional<ConflictGround> interest(InterestId interest, InterestCategory category) {
        return switch (category) {
            case FINANCIAL, INDIRECT -> Optional.of(new ConflictGround(null, interest, Mitigation.WITHDRAW));
            default -> Optional.empty();
        };
    }
}
