package org.probity.campaign.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.probity.campaign.command.CampaignScene.CRITERIA;
import static org.probity.campaign.command.CampaignScene.scores;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.probity.campaign.event.Criteria;

class WeightedTotalTest {

    private static final Criteria WEIGHED = new Criteria(CRITERIA);

    @Test
    void the_highest_scores_come_to_a_hundred_and_the_lowest_to_nothing() {
        assertThat(WeightedTotal.of(WEIGHED, 4, List.of(scores(4, 4), scores(4, 4))))
                .isEqualTo("100.00");
        assertThat(WeightedTotal.of(WEIGHED, 4, List.of(scores(0, 0)))).isEqualTo("0.00");
    }

    @Test
    void criteria_count_by_their_weight() {
        assertThat(WeightedTotal.of(WEIGHED, 4, List.of(scores(4, 0)))).isEqualTo("60.00");
        assertThat(WeightedTotal.of(WEIGHED, 4, List.of(scores(0, 4)))).isEqualTo("40.00");
    }

    @Test
    void assessors_count_alike() {
        assertThat(WeightedTotal.of(WEIGHED, 4, List.of(scores(4, 4), scores(0, 0), scores(4, 4))))
                .isEqualTo("66.67");
    }
}
