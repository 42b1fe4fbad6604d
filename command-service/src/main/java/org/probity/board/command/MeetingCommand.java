package org.probity.board.command;

import static org.probity.people.event.Authority.*;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.probity.board.event.DecisionKind;
import org.probity.board.event.Document;
import org.probity.board.event.Movement;
import org.probity.board.event.Presence;
import org.probity.command.By;
import org.probity.command.Command;
import org.probity.id.BoardId;
import org.probity.id.EstablishmentId;
import org.probity.id.MatterId;
import org.probity.id.MeetingId;
import org.probity.id.PersonId;

/**
 * What can be done with a meeting, other than deciding. Times called {@code at} are those in the room: not later than
 * now, and not before the meeting opened.
 */
public sealed interface MeetingCommand extends Command {

    MeetingId meeting();

    @Override
    default String subject() {
        return meeting().stream();
    }

    /**
     * Gives notice of a meeting. That a notice did not reach somebody does not void the meeting.
     *
     * @param shortNoticeReason why there are fewer clear days than the terms of reference ask for; else null
     */
    @By({BOARD_SECRETARY, BOARD_CHAIR})
    record ConveneMeeting(
            MeetingId meeting,
            BoardId board,
            Instant starts,
            @Nullable String shortNoticeReason) implements MeetingCommand {}

    /**
     * Puts a matter on the agenda, also while the meeting goes on.
     *
     * @param item its number on the agenda
     * @param open whether it is taken in public
     */
    @By({BOARD_SECRETARY, BOARD_CHAIR})
    record AddAgendaItem(
            MeetingId meeting, int item, MatterId matter, DecisionKind purpose, boolean open, List<Document> papers)
            implements MeetingCommand {}

    /** By the member, or by the secretary for them. */
    @By({BOARD_SECRETARY, BOARD_CHAIR, BOARD_MEMBER, CLINICIAN})
    record SendApologies(MeetingId meeting, PersonId person) implements MeetingCommand {}

    /**
     * Opens the meeting and freezes its roll.
     *
     * @param present who is there as it opens
     * @param establishment whose leads in post are the voting members, where the roll is derived; else null
     */
    @By({BOARD_SECRETARY, BOARD_CHAIR})
    record OpenMeeting(
            MeetingId meeting,
            Instant at,
            List<PersonId> present,
            @Nullable EstablishmentId establishment) implements MeetingCommand {

        /**
         * @throws IllegalArgumentException when somebody is named twice
         */
        public OpenMeeting {
            present = List.copyOf(present);
            if (present.stream().distinct().count() < present.size()) {
                throw new IllegalArgumentException("whoever is there is named once");
            }
        }
    }

    /** The chair presides if there and free to, else the deputy, else whom those present elect. */
    @By({BOARD_SECRETARY, BOARD_CHAIR})
    record TakeChair(
            MeetingId meeting, PersonId person, @Nullable Integer item, Instant at) implements MeetingCommand {}

    /** Somebody comes or goes: a member, or anybody else who attends. */
    @By({BOARD_SECRETARY, BOARD_CHAIR})
    record RecordAttendance(MeetingId meeting, PersonId person, Movement movement, Instant at)
            implements MeetingCommand {}

    /** Replaces what was recorded of somebody's attendance, also after the meeting. */
    @By({BOARD_SECRETARY, BOARD_CHAIR})
    record CorrectAttendance(MeetingId meeting, PersonId person, List<Presence> present, String reason)
            implements MeetingCommand {

        /**
         * @throws IllegalArgumentException when somebody comes who has not left
         */
        public CorrectAttendance {
            present = List.copyOf(present);
            if (present.stream().limit(Math.max(0, present.size() - 1)).anyMatch(one -> one.until() == null)) {
                throw new IllegalArgumentException("only the last presence has no end");
            }
        }
    }

    /** The item stays with the board for a later meeting. */
    @By({BOARD_SECRETARY, BOARD_CHAIR})
    record DeferItem(MeetingId meeting, int item, String reason) implements MeetingCommand {}

    /** The matter of the item goes to another board. */
    @By({BOARD_SECRETARY, BOARD_CHAIR})
    record ReferMatter(MeetingId meeting, int item, BoardId to, String reason) implements MeetingCommand {}

    /** {@code action} is its number among the actions of the meeting. */
    @By({BOARD_SECRETARY, BOARD_CHAIR})
    record RaiseAction(
            MeetingId meeting, int action, @Nullable Integer item, PersonId owner, String task, LocalDate due)
            implements MeetingCommand {}

    /** Also after the meeting. */
    @By({BOARD_SECRETARY, BOARD_CHAIR})
    record CompleteAction(MeetingId meeting, int action, LocalDate on) implements MeetingCommand {}

    @By({BOARD_SECRETARY, BOARD_CHAIR})
    record CloseMeeting(MeetingId meeting, Instant at) implements MeetingCommand {}
}
