package org.probity.board.event;

import static java.util.stream.Collectors.joining;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.probity.board.event.MeetingEvent.*;
import org.probity.id.PersonId;

/** What minutes say of who was there: those on the roll, those who attended besides, and who sent apologies. */
final class MinutedAttendance {

    private final Map<PersonId, List<Presence>> present = new HashMap<>();
    private final Set<PersonId> apologies = new HashSet<>();

    void on(ApologiesSent sent) {
        apologies.add(sent.person());
    }

    void on(MeetingOpened opened) {
        opened.present().forEach(person -> move(person, Movement.ARRIVED, opened.at()));
    }

    void on(AttendanceRecorded recorded) {
        move(recorded.person(), recorded.movement(), recorded.at());
    }

    void on(AttendanceCorrected corrected) {
        present.put(corrected.person(), new ArrayList<>(corrected.present()));
    }

    private void move(PersonId person, Movement movement, Instant at) {
        List<Presence> known = present.computeIfAbsent(person, anybody -> new ArrayList<>());
        if (movement == Movement.ARRIVED) {
            known.add(new Presence(at, null));
        } else {
            known.add(new Presence(known.removeLast().from(), at));
        }
    }

    void write(MinutesLines lines, @Nullable Roll roll) {
        Map<PersonId, RollMember> members = new TreeMap<>(MinutesLines.BY_ID);
        if (roll != null) {
            roll.members().forEach(member -> members.put(member.person(), member));
        }
        members.values().forEach(member -> lines.line("Member", as(member) + ": " + was(member.person())));
        present.entrySet().stream()
                .filter(one ->
                        !members.containsKey(one.getKey()) && !one.getValue().isEmpty())
                .map(Map.Entry::getKey)
                .sorted(MinutesLines.BY_ID)
                .forEach(person -> lines.line("In attendance", person.stream() + ": " + was(person)));
        lines.people("Apologies", apologies);
    }

    private static String as(RollMember member) {
        return member.person().stream() + ", " + MinutesLines.words(member.capacity())
                + (member.votes() ? ", voting seat " + member.seat() : ", no vote");
    }

    private String was(PersonId person) {
        List<Presence> times = present.getOrDefault(person, List.of());
        return times.isEmpty()
                ? "absent"
                : times.stream().map(MinutedAttendance::time).collect(joining(", "));
    }

    private static String time(Presence one) {
        return "from " + one.from() + " to " + (one.until() == null ? "the end" : one.until());
    }
}
