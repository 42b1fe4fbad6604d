package org.probity.board.event;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.probity.event.Event;
import org.probity.id.MeetingId;
import org.probity.id.PersonId;
import org.probity.id.Sha256;

/**
 * What becomes of the minutes of a meeting; told in the stream of the meeting. What they say is nowhere: it is computed,
 * see {@link Minutes}.
 */
public sealed interface MinutesEvent extends Event {

    MeetingId meeting();

    @Override
    default String stream() {
        return meeting().stream();
    }

    /**
     * They were put before the members.
     *
     * @param version how many times that has been done
     * @param publicHash of what they say of the meeting and of what it took in public
     * @param privateHash of what they say of private items; null where there are none
     */
    record MinutesCirculated(
            MeetingId meeting,
            int version,
            Sha256 publicHash,
            @Nullable Sha256 privateHash) implements MinutesEvent {

        /** Whether minutes, computed anew, say what was circulated. */
        public boolean says(Minutes computed) {
            return publicHash.equals(computed.publicText().sha256())
                    && Optional.ofNullable(privateHash)
                            .equals(computed.privateText().map(MinutesText::sha256));
        }
    }

    /**
     * Something is to be read differently; the minutes say so at their end.
     *
     * @param correction its number among the corrections of these minutes
     * @param item that it is about; null where it is about none
     * @param wording what is right; names nobody but as the minutes do
     * @param reason likewise
     */
    record MinutesCorrected(
            MeetingId meeting, int correction, @Nullable Integer item, String wording, String reason)
            implements MinutesEvent {}

    /**
     * A later meeting found them right: they are frozen.
     *
     * @param version that was circulated and is approved
     * @param by the meeting that approved them
     * @param presider who presided over that meeting
     * @param quorum of that meeting at that moment, of no item in particular
     */
    record MinutesApproved(
            MeetingId meeting,
            int version,
            Sha256 publicHash,
            @Nullable Sha256 privateHash,
            MeetingId by,
            PersonId presider,
            QuorumCount quorum)
            implements MinutesEvent {}

    /** This meeting approved the minutes of another, {@code of}. */
    record EarlierMinutesApproved(MeetingId meeting, MeetingId of) implements MinutesEvent {}
}
