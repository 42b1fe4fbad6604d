package org.probity.board.command;

import static org.probity.board.command.MeetingRule.*;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.probity.board.event.BoardCapacity;
import org.probity.board.event.MeetingEvent.ChairTaken;
import org.probity.board.event.PresiderRole;
import org.probity.board.event.Roll;
import org.probity.board.event.RollMember;
import org.probity.id.PersonId;

/** Who presides over a meeting, and over single items of it. */
final class Presiding {

    private final @Nullable PersonId chair;
    private final @Nullable PersonId deputy;
    private final Map<Integer, PersonId> overItem = new HashMap<>();
    private @Nullable PersonId overMeeting;

    Presiding(@Nullable PersonId chair, @Nullable PersonId deputy) {
        this.chair = chair;
        this.deputy = deputy;
    }

    Optional<PersonId> deputy() {
        return Optional.ofNullable(deputy);
    }

    /** Who presides over the meeting, if anybody does. */
    Optional<PersonId> overMeeting() {
        return Optional.ofNullable(overMeeting);
    }

    /** Who presides over an item, if anybody does. */
    Optional<PersonId> over(int item) {
        return Optional.ofNullable(overItem.getOrDefault(item, overMeeting));
    }

    /**
     * As what somebody may take the chair.
     *
     * @param free whether somebody is there and may preside
     */
    PresiderRole roleOf(PersonId person, Roll roll, Predicate<PersonId> free) {
        PresiderRole role = person.equals(chair)
                ? PresiderRole.CHAIR
                : person.equals(deputy) ? PresiderRole.DEPUTY : PresiderRole.ELECTED;
        goesBefore(chair, free.and(any -> !isOfficer(roll, any)), role != PresiderRole.CHAIR);
        goesBefore(deputy, free.and(any -> !isOfficer(roll, any)), role == PresiderRole.ELECTED);
        Optional<RollMember> member = roll.of(person);
        NOT_ON_ROLL.refuseIf(role == PresiderRole.ELECTED && member.isEmpty());
        OFFICER_PRESIDES.refuseIf(isOfficer(roll, person));
        return role;
    }

    private static boolean isOfficer(Roll roll, PersonId person) {
        return roll.of(person)
                .map(RollMember::capacity)
                .filter(BoardCapacity::isOfficer)
                .isPresent();
    }

    private static void goesBefore(@Nullable PersonId first, Predicate<PersonId> free, boolean another) {
        if (first != null && another) {
            ANOTHER_PRESIDES.refuseIf(free.test(first), "person", first.value());
        }
    }

    void on(ChairTaken taken) {
        if (taken.item() == null) {
            overMeeting = taken.person();
        } else {
            overItem.put(taken.item(), taken.person());
        }
    }
}
