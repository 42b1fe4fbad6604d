package org.probity.campaign.query;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.probity.campaign.event.Stage;
import org.probity.campaign.query.CampaignTables.Campaign;
import org.probity.campaign.query.CampaignTables.CampaignStrand;
import org.probity.campaign.query.CampaignTables.Candidacy;
import org.probity.campaign.query.CampaignTables.Step;
import org.probity.query.View;

/**
 * How far a campaign has come and how long it takes.
 *
 * @param stages how many nominees and candidates are at each stage
 * @param daysPerStage median days in each stage, to a tenth, of whoever left it or is in it still; {@code ADVERT} is the
 *     time from the advert to the closing day
 * @param daysFromCloseToDecision days from the closing day to the first decision on the last strand, or to the asked
 *     moment while one is undecided; null before the closing day
 * @param targetDays within how many days of closing the campaign's rule pack expects the decision
 * @param overdue whether it took or is taking longer than that
 */
public record Progress(
        CampaignStatus status,
        Map<Stage, Long> stages,
        Map<String, Double> daysPerStage,
        @Nullable Long daysFromCloseToDecision,
        long targetDays,
        boolean overdue) {

    private static final double DAY = Duration.ofDays(1).toMillis();

    static Progress of(Campaign campaign, List<CampaignStrand> strands, List<Candidacy> candidacies, View view) {
        Long sinceClosing = daysFromCloseToDecision(campaign, strands, view);
        long target = ChronoUnit.DAYS.between(
                campaign.closing(),
                campaign.closing().plusMonths(campaign.rules().decisionMonths()));
        return new Progress(
                CampaignStatus.of(campaign, view),
                stages(candidacies),
                daysPerStage(campaign, candidacies, view.moment()),
                sinceClosing,
                target,
                sinceClosing != null && sinceClosing > target);
    }

    /** The same without what concerns candidates, for those who may not see it. */
    public Progress ofTheCampaignOnly() {
        return new Progress(status, Map.of(), Map.of(), daysFromCloseToDecision, targetDays, overdue);
    }

    static Map<Stage, Long> stages(List<Candidacy> candidacies) {
        return candidacies.stream().collect(groupingBy(Candidacy::stage, TreeMap::new, counting()));
    }

    private static Map<String, Double> daysPerStage(Campaign campaign, List<Candidacy> candidacies, Instant moment) {
        Map<String, Double> days = new LinkedHashMap<>();
        if (campaign.advertised() != null) {
            Instant closed =
                    campaign.closing().plusDays(1).atStartOfDay(View.ZONE).toInstant();
            days.put("ADVERT", median(List.of(days(campaign.advertised(), closed.isAfter(moment) ? moment : closed))));
        }
        Map<Stage, List<Double>> each = new TreeMap<>();
        for (Candidacy candidacy : candidacies) {
            List<Step> steps = candidacy.steps();
            for (int i = 0; i < steps.size(); i++) {
                Step step = steps.get(i);
                Instant left = i + 1 < steps.size() ? steps.get(i + 1).at() : stayedUntil(campaign, moment);
                if (Stages.ON_THE_WAY.contains(step.stage())) {
                    each.computeIfAbsent(step.stage(), stage -> new ArrayList<>())
                            .add(days(step.at(), left));
                }
            }
        }
        each.forEach((stage, all) -> days.put(stage.name(), median(all)));
        return days;
    }

    /** Nobody waits any longer in a campaign that has ended. */
    private static Instant stayedUntil(Campaign campaign, Instant moment) {
        return campaign.ended() == null ? moment : campaign.ended();
    }

    private static double days(Instant from, Instant until) {
        return Math.max(0, Duration.between(from, until).toMillis()) / DAY;
    }

    private static double median(List<Double> days) {
        List<Double> sorted = days.stream().sorted().toList();
        int half = sorted.size() / 2;
        double median = sorted.size() % 2 == 1 ? sorted.get(half) : (sorted.get(half - 1) + sorted.get(half)) / 2;
        return Math.round(median * 10) / 10.0;
    }

    private static @Nullable Long daysFromCloseToDecision(Campaign campaign, List<CampaignStrand> strands, View view) {
        LocalDate until;
        if (strands.stream().allMatch(strand -> strand.firstDecided() != null)) {
            until = strands.stream()
                    .map(strand -> Objects.requireNonNull(strand.firstDecided()))
                    .max(Comparator.naturalOrder())
                    .map(decided -> LocalDate.ofInstant(decided, View.ZONE))
                    .orElse(view.today());
        } else {
            until = LocalDate.ofInstant(stayedUntil(campaign, view.moment()), View.ZONE);
        }
        return until.isAfter(campaign.closing()) ? ChronoUnit.DAYS.between(campaign.closing(), until) : null;
    }
}
