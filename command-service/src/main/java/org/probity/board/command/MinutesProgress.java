package org.probity.board.command;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;
import static org.probity.board.command.MinutesRule.*;

import org.jspecify.annotations.Nullable;
import org.probity.board.command.MinutesCommand.*;
import org.probity.board.event.Minutes;
import org.probity.board.event.MinutesEvent;
import org.probity.board.event.MinutesEvent.*;
import org.probity.board.event.MinutesText;
import org.probity.board.event.QuorumCount;
import org.probity.id.MeetingId;
import org.probity.id.PersonId;

/** How far the minutes of one meeting are. Protects that what is approved is what was circulated, and stays so. */
final class MinutesProgress {

    private @Nullable MinutesCirculated circulated;
    private int corrections;
    private boolean approved;

    void circulate(CirculateMinutes command, Minutes written) {
        mustNotBeApproved();
        apply(new MinutesCirculated(
                command.meeting(),
                circulated == null ? 1 : circulated.version() + 1,
                written.publicText().sha256(),
                written.privateText().map(MinutesText::sha256).orElse(null)));
    }

    void correct(CorrectMinutes command) {
        mustBeCirculated();
        mustNotBeApproved();
        apply(new MinutesCorrected(
                command.meeting(), corrections + 1, command.item(), command.wording(), command.reason()));
    }

    void approve(MeetingId by, PersonId presider, QuorumCount quorum, Minutes written) {
        MinutesCirculated last = mustBeCirculated();
        mustNotBeApproved();
        MINUTES_CHANGED.refuseIf(!last.says(written), "version", last.version());
        apply(new MinutesApproved(
                last.meeting(), last.version(), last.publicHash(), last.privateHash(), by, presider, quorum));
    }

    void mustNotBeApproved() {
        MINUTES_APPROVED.refuseIf(approved);
    }

    private MinutesCirculated mustBeCirculated() {
        if (circulated == null) {
            throw MINUTES_NOT_CIRCULATED.refusal();
        }
        return circulated;
    }

    void on(MinutesEvent event) {
        switch (event) {
            case MinutesCirculated e -> circulated = e;
            case MinutesCorrected e -> corrections++;
            case MinutesApproved e -> approved = true;
            case EarlierMinutesApproved e -> {}
        }
    }
}
