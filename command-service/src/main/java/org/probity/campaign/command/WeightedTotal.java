package org.probity.campaign.command;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.probity.campaign.event.Criteria;
import org.probity.campaign.event.Criterion;
import org.probity.campaign.event.Score;
import org.probity.id.CriterionCode;

/** What scorecards come to: 0 to 100, the mean of the assessors, each criterion counting by its weight. */
final class WeightedTotal {

    private static final int DECIMALS = 2;

    private WeightedTotal() {}

    /**
     * The total of complete scorecards, rounded half up to two decimals.
     *
     * @param maxScore the most points a criterion can get
     * @param scorecards at least one
     */
    static BigDecimal of(Criteria criteria, int maxScore, List<List<Score>> scorecards) {
        Map<CriterionCode, Integer> weights =
                criteria.all().stream().collect(Collectors.toMap(Criterion::code, Criterion::weight));
        long points = scorecards.stream()
                .flatMap(List::stream)
                .mapToLong(score -> (long) weights.getOrDefault(score.criterion(), 0) * score.points())
                .sum();
        return BigDecimal.valueOf(points)
                .divide(BigDecimal.valueOf((long) maxScore * scorecards.size()), DECIMALS, RoundingMode.HALF_UP);
    }
}
