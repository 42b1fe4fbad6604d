package org.probity.audit.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.probity.id.CampaignId;
import org.probity.id.Sha256;
import org.probity.id.StrandCode;

/** What a seed selects is the same for everybody who computes it. */
class SampleSelectionTest {

    private static final Sha256 SEED = Sha256.of("seed");
    private static final List<String> NAMES =
            IntStream.range(0, 20).mapToObj(n -> "decision/" + n).toList();

    @Test
    void what_is_selected_can_be_computed_by_hand() {
        // for n in 0 1 2: printf '%s' "$(printf seed | sha256sum | cut -c-64)decision/$n" | sha256sum
        assertThat(SampleSelection.of(SEED, 3, List.of("decision/0", "decision/1", "decision/2")))
                .containsExactly("decision/1", "decision/2", "decision/0");
    }

    @Test
    void neither_the_order_of_the_names_nor_the_size_changes_who_comes_first() {
        List<String> five = SampleSelection.of(SEED, 5, NAMES);

        assertThat(five).hasSize(5).doesNotHaveDuplicates();
        assertThat(SampleSelection.of(SEED, 5, NAMES.reversed())).isEqualTo(five);
        assertThat(SampleSelection.of(SEED, 3, NAMES)).isEqualTo(five.subList(0, 3));
    }

    @Test
    void another_seed_selects_others() {
        assertThat(SampleSelection.of(Sha256.of("another"), 5, NAMES)).isNotEqualTo(SampleSelection.of(SEED, 5, NAMES));
    }

    @Test
    void of_fewer_than_asked_for_all_are_selected() {
        assertThat(SampleSelection.of(SEED, 50, NAMES)).containsExactlyInAnyOrderElementsOf(NAMES);
    }

    @Test
    void a_seed_follows_from_the_last_event_and_its_position() {
        UUID event = new UUID(0, 1);

        assertThat(SampleSelection.seed(event, 7)).isEqualTo(Sha256.of("00000000-0000-0000-0000-000000000001 7"));
    }

    @Test
    void a_decision_on_appointments_is_named_by_campaign_strand_and_number() {
        assertThat(SampleSelection.appointment(new CampaignId(new UUID(0, 1)), new StrandCode("acute"), 2))
                .isEqualTo("campaign/00000000-0000-0000-0000-000000000001/acute/2");
    }
}
