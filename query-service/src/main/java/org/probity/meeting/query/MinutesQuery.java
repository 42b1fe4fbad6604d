package org.probity.meeting.query;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.probity.id.BoardId;
import org.probity.id.MeetingId;
import org.probity.id.Sha256;
import org.probity.identity.Actor;
import org.probity.query.Answer;
import org.probity.query.Moment;

/** What can be asked about minutes. */
public sealed interface MinutesQuery {

    /** The minutes of a meeting: for those who belong to the board, and once they are approved for everybody. */
    record FindMinutes(MeetingId meeting, Moment moment, Actor actor) implements MinutesQuery {}

    /** How far minutes are. */
    enum MinutesState {
        /** They were not circulated yet. */
        DRAFT,
        CIRCULATED,
        /** They, or what happened, were corrected since they were circulated. */
        CORRECTED,
        APPROVED
    }

    /**
     * The minutes of a meeting.
     *
     * @param publicMinutes all but private items
     * @param privateMinutes of private items; null where there are none, and to whoever does not belong to the board
     * @param complete whether nothing that is told here is left out for the asker
     * @param circulated what was circulated last; null before
     * @param approved null before
     */
    record MinutesFound(
            MeetingId meeting,
            BoardId board,
            String boardName,
            MinutesState state,
            MinutesTextFound publicMinutes,
            @Nullable MinutesTextFound privateMinutes,
            boolean complete,
            @Nullable CirculationFound circulated,
            @Nullable ApprovalFound approved,
            long position,
            Instant asAt)
            implements Answer {}

    /**
     * A text of minutes.
     *
     * @param text as it is frozen
     * @param sha256 of the text as UTF-8; null where something is left out for the asker, so that it cannot be checked
     * @param readable the text with names in place of the ids of people and boards, as far as they are known
     */
    record MinutesTextFound(String text, @Nullable Sha256 sha256, String readable) {}

    /**
     * That minutes were circulated.
     *
     * @param privateHash null where there are no private items, and to whoever does not belong to the board
     */
    record CirculationFound(
            int version, Sha256 publicHash, @Nullable Sha256 privateHash, Instant recordedAt) {}

    /**
     * That minutes were approved.
     *
     * @param by the meeting that did
     * @param presider who presided over it
     */
    record ApprovalFound(MeetingId by, Named presider, Instant recordedAt) {}
}
