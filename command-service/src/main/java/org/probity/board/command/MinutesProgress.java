package org.probity.board.command;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;
import static org.probity.board.command.MinutesRule.*;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.probity.board.command.MinutesCommand.*;
import org.probity.board.event.Minutes;
import org.probity.board.event.MinutesEvent;
import org.probity.board.event.MinutesEvent.*;
import org.probity.board.event.MinutesText;
import org.probity.board.event.QuorumCount;
import org.probity.id.MeetingId;
import org.probity.id.PersonId;
import org.probity.id.Sha256;

/** How far the minutes of one meeting are. Protects that what is approved is what was circulated, and stays so. */
final class MinutesProgress {

    private @Nullable MinutesCirculated circulated;
    private int corrections;
    private boolean approved;

    void circulate(CirculateMinutes command, Minutes written) {
        mustNotBeApproved();
        int version = circulated == null ? 1 : circulated.version() + 1;
        apply(new MinutesCirculated(command.meeting(), version, publicHash(written), privateHash(written)));
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
        Sha256 publicHash = publicHash(written);
        Sha256 privateHash = privateHash(written);
        MINUTES_CHANGED.refuseIf(
                !publicHash.equals(last.publicHash())
                        || !Optional.ofNullable(privateHash).equals(Optional.ofNullable(last.privateHash())),
                "version",
                last.version());
        apply(new MinutesApproved(last.meeting(), last.version(), publicHash, privateHash, by, presider, quorum));
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

    private static Sha256 publicHash(Minutes written) {
        return written.publicText().sha256();
    }

    private static @Nullable Sha256 privateHash(Minutes written) {
        return written.privateText().map(MinutesText::sha256).orElse(null);
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
