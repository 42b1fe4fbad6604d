package org.probity.board.event;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.probity.id.PersonId;
import org.probity.interests.event.Mitigation;

/**
 * The least that the terms of reference of a statutory board ask of a quorum: a fraction of the voting seats, and
 * officers and non-officers among them, by analogy with the codes for boards of health bodies.
 */
public record QuorumFloor(QuorumRule quorum, int officers, int nonOfficers) {

    /**
     * @throws IllegalArgumentException when a number is negative
     */
    public QuorumFloor {
        if (officers < 0 || nonOfficers < 0) {
            throw new IllegalArgumentException("officers and non-officers are counted from zero");
        }
    }

    /** Whether terms of reference ask for as much. */
    public boolean isKeptBy(TermsOfReference terms) {
        return terms.quorum().isAtLeast(quorum)
                && members(terms.minima(), BoardCapacity::isOfficer) >= officers
                && members(terms.minima(), capacity -> !capacity.isOfficer()) >= nonOfficers;
    }

    private static int members(Collection<CapacityMinimum> minima, Predicate<BoardCapacity> which) {
        return minima.stream()
                .filter(minimum -> which.test(minimum.capacity()))
                .mapToInt(CapacityMinimum::members)
                .sum();
    }

    /**
     * Counts who was there against it.
     *
     * @param terms the terms of reference in force, which may ask for more
     * @param roll who belongs to the meeting
     * @param present who is there at the moment
     * @param mitigations what was decided about conflicts in the matter, by person
     */
    public FloorCount count(
            TermsOfReference terms, Roll roll, Set<PersonId> present, Map<PersonId, Mitigation> mitigations) {
        QuorumCount counted = QuorumCount.of(terms, roll, present, mitigations);
        return new FloorCount(
                Math.max(counted.required(), quorum.required(roll.votingSeats())),
                counted.counted(),
                officers,
                seats(roll, counted, BoardCapacity::isOfficer),
                nonOfficers,
                seats(roll, counted, capacity -> !capacity.isOfficer()));
    }

    private static int seats(Roll roll, QuorumCount counted, Predicate<BoardCapacity> which) {
        return (int) roll.seats().values().stream()
                .filter(holders -> holders.stream()
                        .anyMatch(holder -> which.test(holder.capacity())
                                && !counted.missing().contains(holder.person())))
                .count();
    }

    /** Who counted, of how many that were asked for: seats in all, those of officers, and those of others. */
    public record FloorCount(
            int required, int counted, int officersRequired, int officers, int nonOfficersRequired, int nonOfficers) {

        /** Whether there were enough. */
        public boolean met() {
            return counted >= required && officers >= officersRequired && nonOfficers >= nonOfficersRequired;
        }
    }
}
