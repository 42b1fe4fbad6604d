package org.probity.board.event;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.probity.id.MatterKind;

/**
 * What a board may do and how.
 *
 * @param vacanciesCount whether vacant voting seats count among the seats the quorum is a fraction of
 * @param noticeClearDays clear days of notice a meeting needs, counting neither the day of notice nor of the meeting
 * @param castingVote whether whoever presides has a casting vote on equality
 * @param votingSeats how many voting seats the board is constituted with, filled or vacant; as many as are filled if
 *     absent
 */
public record TermsOfReference(
        List<DecisionKind> decisionKinds,
        List<MatterKind> matters,
        QuorumRule quorum,
        List<CapacityMinimum> minima,
        boolean vacanciesCount,
        int noticeClearDays,
        boolean castingVote,
        @Nullable Integer votingSeats) {

    /**
     * @throws IllegalArgumentException when notice is negative, a capacity has two minima, or there is no voting seat
     */
    public TermsOfReference {
        decisionKinds = List.copyOf(decisionKinds);
        matters = List.copyOf(matters);
        minima = List.copyOf(minima);
        if (noticeClearDays < 0) {
            throw new IllegalArgumentException("notice is zero or more clear days");
        }
        if (minima.stream().map(CapacityMinimum::capacity).distinct().count() != minima.size()) {
            throw new IllegalArgumentException("a capacity has at most one minimum");
        }
        if (votingSeats != null && votingSeats < 1) {
            throw new IllegalArgumentException("a board is constituted with at least one voting seat");
        }
    }

    /** Whether the board may do this with matters of this kind. */
    public boolean delegate(DecisionKind kind, MatterKind matter) {
        return decisionKinds.contains(kind) && matters.contains(matter);
    }
}
