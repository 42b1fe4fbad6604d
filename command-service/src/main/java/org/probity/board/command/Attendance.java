package org.probity.board.command;

import static java.util.stream.Collectors.toUnmodifiableSet;
import static org.probity.board.command.MeetingRule.*;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.probity.board.event.Movement;
import org.probity.board.event.Presence;
import org.probity.id.PersonId;

/** Who is in a meeting, and when, by the times in the room. */
final class Attendance {

    private final Map<PersonId, List<Presence>> present = new HashMap<>();

    /** Everybody who is there at a moment. */
    Set<PersonId> at(Instant moment) {
        return present.keySet().stream()
                .filter(person -> isThere(person, moment))
                .collect(toUnmodifiableSet());
    }

    /** Every moment at which somebody came. */
    Stream<Instant> arrivals() {
        return present.values().stream().flatMap(List::stream).map(Presence::from);
    }

    boolean isThere(PersonId person, Instant moment) {
        return of(person).stream().anyMatch(presence -> presence.covers(moment));
    }

    /** Refuses a coming of who is there, a going of who is not, and either before what was recorded of the person last. */
    void mustBePossible(PersonId person, Movement movement, Instant at) {
        List<Presence> known = of(person);
        boolean there = !known.isEmpty() && known.getLast().until() == null;
        if (movement == Movement.ARRIVED) {
            ALREADY_PRESENT.refuseIf(there || known.stream().anyMatch(presence -> presence.endsAfter(at)));
        } else {
            NOT_PRESENT.refuseIf(!there || !known.getLast().from().isBefore(at));
        }
    }

    void on(PersonId person, Movement movement, Instant at) {
        List<Presence> known = present.computeIfAbsent(person, anybody -> new ArrayList<>());
        if (movement == Movement.ARRIVED) {
            known.add(new Presence(at, null));
        } else {
            known.set(known.size() - 1, new Presence(known.getLast().from(), at));
        }
    }

    void on(PersonId person, List<Presence> corrected) {
        present.put(person, new ArrayList<>(corrected));
    }

    private List<Presence> of(PersonId person) {
        return present.getOrDefault(person, List.of());
    }
}
