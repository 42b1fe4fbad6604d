package org.probity.board.command;

import static org.probity.people.event.Authority.*;

import org.jspecify.annotations.Nullable;
import org.probity.command.By;
import org.probity.command.Command;
import org.probity.id.MeetingId;

/** What can be done with the minutes of a meeting; nobody writes them, they follow from what happened. */
public sealed interface MinutesCommand extends Command {

    MeetingId meeting();

    @Override
    default String subject() {
        return meeting().stream();
    }

    /** Puts the minutes before the members, as they are now; again after every correction. */
    @By({BOARD_SECRETARY})
    record CirculateMinutes(MeetingId meeting) implements MinutesCommand {}

    /**
     * Says at the end of circulated minutes what is to be read differently.
     *
     * @param item that it is about, if about one
     * @param wording what is right; names nobody but by {@code person/<id>}
     * @param reason likewise
     */
    @By({BOARD_SECRETARY, BOARD_CHAIR})
    record CorrectMinutes(MeetingId meeting, @Nullable Integer item, String wording, String reason)
            implements MinutesCommand {}

    /**
     * By whoever presides over a later meeting of the board, which finds them right.
     *
     * @param by that meeting
     */
    @By({BOARD_CHAIR, BOARD_MEMBER, CLINICIAN})
    record ApproveMinutes(MeetingId meeting, MeetingId by) implements MinutesCommand {}
}
