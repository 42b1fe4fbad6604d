package org.probity.policy.event;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.probity.board.event.QuorumFloor;
import org.probity.event.Term;
import org.probity.id.RulePackVersion;

/**
 * The numbers that rules use, as one body adopted them, from a date on.
 *
 * @param panelMinimum people a panel has at least
 * @param independentMinimum independent members a panel has at least
 * @param panelPresets compositions of panels by name, for campaigns that ask for more than the minima
 * @param assessorsPerCandidate scorecards each candidate needs at least
 * @param maxScore highest points per criterion; the lowest is 0
 * @param offerLapseDays days after which an unanswered offer lapses
 * @param reserveMonths how long a reserve list lives
 * @param declarationMonths how long a declaration of interests stays up to date
 * @param declareWithinDays days within which an interest that arose is to be declared
 * @param ceasedInterestMonths how long an interest stays listed and matched after it ceased
 * @param decisionMonths how long a campaign should take from closing to decision
 * @param noticeClearDays clear days of notice for a meeting, where terms of reference say nothing else
 * @param retentionMonths how long data of unsuccessful candidates is kept
 * @param chairsActionConsulted non-officers to be consulted on a chair's action at least
 * @param strandPosts posts of a new strand unless another number is given
 * @param suppressBelow counts below this are not shown in equality figures
 * @param warningDays how many days ahead it is shown that a term or a declaration ends
 * @param statutoryQuorum the least that the terms of reference of a statutory board ask of a quorum
 */
public record RulePack(
        RulePackVersion version,
        LocalDate from,
        int panelMinimum,
        int independentMinimum,
        List<PanelPreset> panelPresets,
        int assessorsPerCandidate,
        int maxScore,
        int offerLapseDays,
        int reserveMonths,
        int declarationMonths,
        int declareWithinDays,
        int ceasedInterestMonths,
        int decisionMonths,
        int noticeClearDays,
        int retentionMonths,
        int chairsActionConsulted,
        int strandPosts,
        int suppressBelow,
        int warningDays,
        QuorumFloor statutoryQuorum) {

    /**
     * @throws IllegalArgumentException when a number is negative, or one that rules divide work by is zero, or two
     *     presets share a name
     */
    public RulePack {
        panelPresets = List.copyOf(panelPresets);
        if (panelPresets.stream().map(PanelPreset::name).distinct().count() < panelPresets.size()) {
            throw new IllegalArgumentException("each preset has a name of its own");
        }
        if (panelMinimum < 1 || assessorsPerCandidate < 1 || maxScore < 1 || offerLapseDays < 1) {
            throw new IllegalArgumentException(
                    "panel minimum, assessors per candidate, highest score and offer lapse are at least 1");
        }
        if (independentMinimum < 0
                || reserveMonths < 0
                || declarationMonths < 0
                || declareWithinDays < 0
                || ceasedInterestMonths < 0
                || decisionMonths < 0
                || noticeClearDays < 0
                || retentionMonths < 0
                || chairsActionConsulted < 0
                || strandPosts < 0
                || suppressBelow < 0
                || warningDays < 0) {
            throw new IllegalArgumentException("the numbers of a rule pack are not negative");
        }
    }

    /**
     * Whether an interest is listed and matched on a day: from its first day on until so many months after it ceased.
     *
     * @param inForce when the interest is there
     */
    public boolean lists(Term inForce, LocalDate day) {
        LocalDate ceased = inForce.until();
        return !day.isBefore(inForce.from())
                && (ceased == null || !day.isAfter(ceased.plusMonths(ceasedInterestMonths)));
    }

    /**
     * The first day on which nothing that is recorded about a candidate must be kept any more.
     *
     * @param over the day on which the campaign was closed or cancelled
     * @param reserves the first days on which the candidate is on no reserve list any more
     */
    public LocalDate candidateKeptUntil(LocalDate over, Collection<LocalDate> reserves) {
        return reserves.stream()
                .reduce(over.plusMonths(retentionMonths), (one, other) -> one.isAfter(other) ? one : other);
    }
}
