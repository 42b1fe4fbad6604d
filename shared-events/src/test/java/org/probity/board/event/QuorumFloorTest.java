package org.probity.board.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.probity.id.PersonId;
import org.probity.interests.event.Mitigation;

/** What is asked of the quorum of statutory boards at least. */
class QuorumFloorTest {

    private static final QuorumFloor THIRD = new QuorumFloor(new QuorumRule(1, 3), 1, 1);

    private final PersonId officer = new PersonId(UUID.randomUUID());
    private final PersonId first = new PersonId(UUID.randomUUID());
    private final PersonId second = new PersonId(UUID.randomUUID());
    private final Roll roll = new Roll(
            List.of(
                    new RollMember(officer, BoardCapacity.CHIEF_OFFICER, 1),
                    new RollMember(first, BoardCapacity.NON_OFFICER, 2),
                    new RollMember(second, BoardCapacity.NON_OFFICER, 3)),
            4);

    @Test
    void a_smaller_fraction_does_not_keep_it() {
        assertThat(THIRD.isKeptBy(terms(new QuorumRule(1, 4), 1, 1))).isFalse();
        assertThat(THIRD.isKeptBy(terms(new QuorumRule(2, 6), 1, 1))).isTrue();
        assertThat(THIRD.isKeptBy(terms(new QuorumRule(1, 2), 1, 1))).isTrue();
    }

    @Test
    void officers_and_others_are_both_asked_for() {
        assertThat(THIRD.isKeptBy(terms(new QuorumRule(1, 3), 0, 2))).isFalse();
        assertThat(THIRD.isKeptBy(terms(new QuorumRule(1, 3), 2, 0))).isFalse();
    }

    @Test
    void an_officer_who_is_missing_or_kept_out_is_missed() {
        assertThat(count(Set.of(officer, first), Map.of()).met()).isTrue();
        assertThat(count(Set.of(first, second), Map.of()).met()).isFalse();
        assertThat(count(Set.of(officer, first, second), Map.of(officer, Mitigation.DISCUSS_NO_VOTE))
                        .met())
                .isFalse();
        assertThat(count(Set.of(officer), Map.of()).nonOfficers()).isZero();
    }

    @Test
    void what_the_terms_ask_for_beyond_it_is_asked_for_too() {
        assertThat(THIRD.count(terms(new QuorumRule(3, 4), 1, 1), roll, Set.of(officer, first), Map.of()))
                .isEqualTo(new QuorumFloor.FloorCount(3, 2, 1, 1, 1, 1));
    }

    @Test
    void it_is_not_negative() {
        assertThatThrownBy(() -> new QuorumFloor(new QuorumRule(1, 3), -1, 0))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private QuorumFloor.FloorCount count(Set<PersonId> present, Map<PersonId, Mitigation> mitigations) {
        return THIRD.count(terms(new QuorumRule(1, 3), 0, 0), roll, present, mitigations);
    }

    private static TermsOfReference terms(QuorumRule quorum, int officers, int others) {
        return new TermsOfReference(
                List.of(DecisionKind.DECIDE),
                List.of(),
                quorum,
                Stream.of(Map.entry(BoardCapacity.OFFICER, officers), Map.entry(BoardCapacity.NON_OFFICER, others))
                        .filter(minimum -> minimum.getValue() > 0)
                        .map(minimum -> new CapacityMinimum(minimum.getKey(), minimum.getValue()))
                        .toList(),
                true,
                3,
                true,
                4);
    }
}
