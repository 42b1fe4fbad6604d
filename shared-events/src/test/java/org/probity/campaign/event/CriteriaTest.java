package org.probity.campaign.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.probity.id.CriterionCode;

@NullMarked
class CriteriaTest {

    @Test
    void weightsThatSumToAHundredAreAccepted() {
        assertThat(Criteria.of(criterion("leadership", 60), criterion("evidence", 40))
                        .codes())
                .containsExactlyInAnyOrder(new CriterionCode("leadership"), new CriterionCode("evidence"));
    }

    @Test
    void weightsThatSumToAnythingElseAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Criteria.of(criterion("leadership", 60), criterion("evidence", 39)))
                .withMessage("the weights of the criteria sum to 100, not 99");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Criteria.of(criterion("leadership", 60), criterion("evidence", 41)));
        assertThatIllegalArgumentException().isThrownBy(Criteria::of);
    }

    @Test
    void aCodeOccursOnce() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Criteria.of(criterion("leadership", 50), criterion("leadership", 50)));
    }

    @Test
    void aWeightIsAtLeastOnePercent() {
        assertThatIllegalArgumentException().isThrownBy(() -> criterion("leadership", 0));
        assertThatIllegalArgumentException().isThrownBy(() -> criterion("leadership", 101));
    }

    @Test
    void theStepsOfATimetableMayShareADayButNotChangePlaces() {
        LocalDate day = LocalDate.of(2025, 3, 1);
        assertThat(new Timetable(day, day, day, day, day).inOrder()).isTrue();
        assertThat(new Timetable(day, day.plusDays(7), day.plusDays(14), day.plusDays(21), day.plusDays(28)).inOrder())
                .isTrue();
        assertThat(new Timetable(day, day.plusDays(7), day.plusDays(6), day.plusDays(21), day.plusDays(28)).inOrder())
                .isFalse();
        assertThat(new Timetable(day.plusDays(1), day, day, day, day).inOrder()).isFalse();
    }

    private static Criterion criterion(String code, int weight) {
        return new Criterion(new CriterionCode(code), "Shows " + code, weight);
    }
}
