package org.probity.board.event;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.probity.id.PersonId;

/**
 * Who belongs to a meeting, as it stood when the meeting opened.
 *
 * @param votingSeats voting seats on the day, those that are vacant included where the terms of reference count them
 */
public record Roll(List<RollMember> members, int votingSeats) {

    /**
     * @throws IllegalArgumentException when somebody is on it twice, or more seats are held than there are
     */
    public Roll {
        members = List.copyOf(members);
        var people = new HashSet<PersonId>();
        var seats = new HashSet<Integer>();
        for (RollMember member : members) {
            if (!people.add(member.person())) {
                throw new IllegalArgumentException("nobody is on a roll twice");
            }
            Integer seat = member.seat();
            if (seat != null) {
                seats.add(seat);
            }
        }
        if (seats.size() > votingSeats) {
            throw new IllegalArgumentException("no more seats are held than there are");
        }
    }

    /** Somebody's place on the roll. */
    public Optional<RollMember> of(PersonId person) {
        return members.stream().filter(member -> member.person().equals(person)).findFirst();
    }

    /** Who holds the voting seat of somebody: they and whom they share it with; nobody where they have none. */
    public List<RollMember> holdersWith(PersonId person) {
        return of(person).map(RollMember::seat).map(seats()::get).orElse(List.of());
    }

    /** Who holds each voting seat, by the number of the seat: two where it is shared. */
    public Map<Integer, List<RollMember>> seats() {
        var seats = new LinkedHashMap<Integer, List<RollMember>>();
        for (RollMember member : members) {
            Integer seat = member.seat();
            if (seat != null) {
                seats.computeIfAbsent(seat, anew -> new ArrayList<>()).add(member);
            }
        }
        return seats;
    }
}
