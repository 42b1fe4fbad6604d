package org.probity.board.event;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.probity.id.PersonId;
import org.probity.interests.event.Mitigation;

/**
 * The quorum of one item of a meeting, as counted at one moment. What is required never shrinks with who is absent or
 * conflicted: it is a fraction of the voting seats on the day.
 *
 * @param votingSeats what the fraction is taken of
 * @param required how many seats must count
 * @param counted the seats with a holder who is present and entitled to vote on the item; abstaining changes nothing
 * @param minima the capacities that the terms of reference ask for
 * @param missing the holders of voting seats that do not count
 */
public record QuorumCount(
        int votingSeats, int required, int counted, List<CapacityCount> minima, List<PersonId> missing) {

    /** Copies the lists. */
    public QuorumCount {
        minima = List.copyOf(minima);
        missing = List.copyOf(missing);
    }

    /**
     * How many seats of one capacity must count, and do.
     */
    public record CapacityCount(BoardCapacity capacity, int required, int counted) {

        boolean isMet() {
            return counted >= required;
        }
    }

    /**
     * Counts.
     *
     * @param terms the terms of reference in force
     * @param roll who belongs to the meeting
     * @param present who is there at the moment
     * @param mitigations what was decided about conflicts in the matter, by person
     */
    public static QuorumCount of(
            TermsOfReference terms, Roll roll, Set<PersonId> present, Map<PersonId, Mitigation> mitigations) {
        var counting = new ArrayList<RollMember>();
        var missing = new ArrayList<PersonId>();
        int counted = 0;
        for (List<RollMember> holders : roll.seats().values()) {
            List<RollMember> there = holders.stream()
                    .filter(holder -> present.contains(holder.person()))
                    .filter(holder -> counts(mitigations.get(holder.person())))
                    .toList();
            if (there.isEmpty()) {
                holders.forEach(holder -> missing.add(holder.person()));
            } else {
                counted++;
                counting.addAll(there);
            }
        }
        List<CapacityCount> minima = terms.minima().stream()
                .map(minimum ->
                        new CapacityCount(minimum.capacity(), minimum.members(), seatsOf(minimum.capacity(), counting)))
                .toList();
        return new QuorumCount(
                roll.votingSeats(), terms.quorum().required(roll.votingSeats()), counted, minima, missing);
    }

    private static boolean counts(@Nullable Mitigation mitigation) {
        return mitigation == null || mitigation.countsForQuorum();
    }

    private static int seatsOf(BoardCapacity capacity, Collection<RollMember> counting) {
        return (int) counting.stream()
                .filter(member -> member.capacity() == capacity)
                .map(RollMember::seat)
                .distinct()
                .count();
    }

    /** Whether the item can be decided. */
    public boolean met() {
        return counted >= required && minima.stream().allMatch(CapacityCount::isMet);
    }
}
