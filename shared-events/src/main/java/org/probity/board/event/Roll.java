package org.probity.board.event;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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

    /**
     * The roll of a board. Whoever belongs to it twice is on it as named first. Vacant seats count where the terms of
     * reference say so.
     */
    public static Roll of(List<RollMember> named, TermsOfReference terms) {
        Set<PersonId> known = new HashSet<>();
        List<RollMember> members =
                named.stream().filter(member -> known.add(member.person())).toList();
        int filled = (int) members.stream()
                .filter(RollMember::votes)
                .map(RollMember::seat)
                .distinct()
                .count();
        Integer stated = terms.votingSeats();
        return new Roll(members, terms.vacanciesCount() && stated != null ? Math.max(stated, filled) : filled);
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
