package org.probity.board.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@NullMarked
class TermsOfReferenceTest {

    @Test
    void aQuorumIsRoundedUp() {
        QuorumRule third = new QuorumRule(1, 3);
        assertThat(third.required(13)).isEqualTo(5);
        assertThat(third.required(12)).isEqualTo(4);
        assertThat(third.required(0)).isEqualTo(1);
        assertThat(new QuorumRule(1, 1).required(8)).isEqualTo(8);
    }

    @Test
    void aQuorumIsAFractionAboveZeroAndUpToOne() {
        assertThatIllegalArgumentException().isThrownBy(() -> new QuorumRule(0, 3));
        assertThatIllegalArgumentException().isThrownBy(() -> new QuorumRule(4, 3));
        assertThatIllegalArgumentException().isThrownBy(() -> new QuorumRule(1, 0));
    }

    @Test
    void aCapacityHasOneMinimum() {
        CapacityMinimum two = new CapacityMinimum(BoardCapacity.CLINICAL_CHAMPION, 2);
        assertThatIllegalArgumentException().isThrownBy(() -> terms(List.of(two, two), 3));
        assertThatIllegalArgumentException().isThrownBy(() -> terms(List.of(two), -1));
        assertThatIllegalArgumentException().isThrownBy(() -> new CapacityMinimum(BoardCapacity.OFFICER, 0));
        assertThat(terms(List.of(two), 3).minima()).containsExactly(two);
    }

    @Test
    void aBoardIsConstitutedWithAtLeastOneVotingSeat() {
        assertThatIllegalArgumentException().isThrownBy(() -> terms(List.of(), 3, 0));
        assertThat(terms(List.of(), 3, 1).votingSeats()).isEqualTo(1);
    }

    private static TermsOfReference terms(List<CapacityMinimum> minima, int noticeClearDays) {
        return terms(minima, noticeClearDays, null);
    }

    private static TermsOfReference terms(
            List<CapacityMinimum> minima, int noticeClearDays, @Nullable Integer votingSeats) {
        return new TermsOfReference(
                List.of(DecisionKind.DECIDE),
                List.of(),
                new QuorumRule(1, 3),
                minima,
                false,
                noticeClearDays,
                true,
                votingSeats);
    }
}
