package org.probity.policy.event;

import java.time.LocalDate;
import java.util.List;
import org.probity.board.event.QuorumFloor;
import org.probity.board.event.QuorumRule;
import org.probity.id.RulePackVersion;

/**
 * The rule packs of a body that has adopted none. Every number of this product's own, and every number taken by
 * analogy from codes of public appointments, stands here and nowhere else.
 */
public final class BuiltInPacks {

    /** By the day from which they are in force, the earliest first. */
    public static final List<RulePack> ALL =
            List.of(pack("probity-1", LocalDate.EPOCH, 12), pack("probity-2", LocalDate.of(2025, 10, 30), 24));

    private BuiltInPacks() {}

    /** The one in force on a day; before all of them, the first. */
    public static RulePack inForce(LocalDate day) {
        return ALL.reversed().stream()
                .filter(pack -> !day.isBefore(pack.from()))
                .findFirst()
                .orElseGet(ALL::getFirst);
    }

    /** The packs differ in how long a reserve list lives: 24 months for campaigns opened from 2025-10-30 (GC). */
    private static RulePack pack(String version, LocalDate from, int reserveMonths) {
        int panelMinimum = 3; // P
        int independentMinimum = 1; // GC
        List<PanelPreset> panelPresets =
                List.of(new PanelPreset("standard", 1, 1, 0), new PanelPreset("with-official", 1, 1, 1)); // P
        int assessorsPerCandidate = 2; // GC
        int maxScore = 4; // P
        int offerLapseDays = 14; // P
        int declarationMonths = 12; // GC
        int declareWithinDays = 28; // GC
        int ceasedInterestMonths = 6; // P
        int decisionMonths = 3; // GC
        int noticeClearDays = 3; // GC
        int retentionMonths = 6; // P
        int chairsActionConsulted = 2; // P
        int strandPosts = 2; // YH
        int suppressBelow = 5; // P
        int warningDays = 90; // P
        QuorumFloor statutoryQuorum = new QuorumFloor(new QuorumRule(1, 3), 1, 1); // GC
        return new RulePack(
                new RulePackVersion(version),
                from,
                panelMinimum,
                independentMinimum,
                panelPresets,
                assessorsPerCandidate,
                maxScore,
                offerLapseDays,
                reserveMonths,
                declarationMonths,
                declareWithinDays,
                ceasedInterestMonths,
                decisionMonths,
                noticeClearDays,
                retentionMonths,
                chairsActionConsulted,
                strandPosts,
                suppressBelow,
                warningDays,
                statutoryQuorum);
    }
}
