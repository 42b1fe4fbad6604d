package org.probity.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

@NullMarked
class TermTest {
    private static final LocalDate JANUARY = LocalDate.of(2025, 1, 1);
    private static final LocalDate APRIL = LocalDate.of(2025, 4, 1);
    private static final LocalDate JULY = LocalDate.of(2025, 7, 1);

    @Test
    void aTermCoversItsFirstDayButNotTheDayItEnds() {
        Term term = new Term(JANUARY, APRIL);
        assertThat(term.covers(JANUARY.minusDays(1))).isFalse();
        assertThat(term.covers(JANUARY)).isTrue();
        assertThat(term.covers(APRIL.minusDays(1))).isTrue();
        assertThat(term.covers(APRIL)).isFalse();
    }

    @Test
    void anOpenTermCoversEveryLaterDay() {
        assertThat(new Term(JANUARY, null).covers(LocalDate.of(2999, 12, 31))).isTrue();
    }

    @Test
    void aSuccessorsTermThatStartsOnTheDayTheFormerEndsDoesNotOverlap() {
        Term former = new Term(JANUARY, APRIL);
        Term successor = new Term(APRIL, JULY);
        assertThat(former.overlaps(successor)).isFalse();
        assertThat(successor.overlaps(former)).isFalse();
    }

    @Test
    void termsThatShareOneDayOverlap() {
        Term former = new Term(JANUARY, APRIL.plusDays(1));
        Term successor = new Term(APRIL, null);
        assertThat(former.overlaps(successor)).isTrue();
        assertThat(successor.overlaps(former)).isTrue();
    }

    @Test
    void openTermsOverlapWhateverTheirStart() {
        assertThat(new Term(JANUARY, null).overlaps(new Term(JULY, null))).isTrue();
        assertThat(new Term(JULY, null).overlaps(new Term(JANUARY, null))).isTrue();
        assertThat(new Term(JULY, null).overlaps(new Term(JANUARY, APRIL))).isFalse();
    }

    @Test
    void whatIsLeftOfATermBeginsOnTheDayOrWhenTheTermDoes() {
        assertThat(new Term(JANUARY, JULY).restFrom(APRIL)).isEqualTo(new Term(APRIL, JULY));
        assertThat(new Term(APRIL, JULY).restFrom(JANUARY)).isEqualTo(new Term(APRIL, JULY));
        assertThat(new Term(JANUARY, null).restFrom(APRIL)).isEqualTo(new Term(APRIL, null));
        assertThat(new Term(JANUARY, APRIL).restFrom(APRIL)).isNull();
    }

    @Test
    void aTermWithoutADayIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Term(APRIL, APRIL));
        assertThatIllegalArgumentException().isThrownBy(() -> new Term(APRIL, JANUARY));
        assertThatIllegalArgumentException().isThrownBy(() -> new Term(APRIL, null).endedOn(APRIL));
    }

    @Test
    void endingATermKeepsItsStart() {
        assertThat(new Term(JANUARY, null).endedOn(APRIL)).isEqualTo(new Term(JANUARY, APRIL));
    }
}
