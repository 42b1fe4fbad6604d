package org.probity.board.event;

import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.probity.id.PersonId;

/**
 * A vote as counted, in seats.
 *
 * @param disagreed seats whose two holders voted differently, which is no vote
 */
public record Tally(int inFavour, int against, int abstained, int disagreed) {

    /**
     * @throws IllegalArgumentException when a number is negative
     */
    public Tally {
        if (inFavour < 0 || against < 0 || abstained < 0 || disagreed < 0) {
            throw new IllegalArgumentException("votes are counted from zero");
        }
    }

    /**
     * Counts the votes. A seat is one vote; where two share it, it is theirs if they agree, or if only one of them
     * voted, and none if they differ. What somebody without a voting seat chose does not count.
     */
    public static Tally of(Roll roll, Map<PersonId, VoteChoice> votes) {
        var counts = new EnumMap<VoteChoice, Integer>(VoteChoice.class);
        int disagreed = 0;
        for (List<RollMember> holders : roll.seats().values()) {
            Set<VoteChoice> choices = new HashSet<>();
            for (RollMember holder : holders) {
                VoteChoice choice = votes.get(holder.person());
                if (choice != null) {
                    choices.add(choice);
                }
            }
            if (choices.size() > 1) {
                disagreed++;
            } else {
                choices.forEach(choice -> counts.merge(choice, 1, Integer::sum));
            }
        }
        return new Tally(
                counts.getOrDefault(VoteChoice.FOR, 0),
                counts.getOrDefault(VoteChoice.AGAINST, 0),
                counts.getOrDefault(VoteChoice.ABSTAIN, 0),
                disagreed);
    }

    /** Whether as many are for it as against it, so that whoever presides may decide. */
    public boolean tied() {
        return inFavour == against;
    }

    /** Whether more are for it than against it. */
    public boolean carried() {
        return inFavour > against;
    }

    /** The ballots it counts. */
    public int ballots() {
        return inFavour + against + abstained + disagreed;
    }
}
