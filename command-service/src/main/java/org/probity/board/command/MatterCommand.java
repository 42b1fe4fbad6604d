package org.probity.board.command;

import static org.probity.people.event.Authority.*;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.probity.board.event.StatedEffect;
import org.probity.command.By;
import org.probity.command.Command;
import org.probity.id.BoardId;
import org.probity.id.InterestId;
import org.probity.id.MatterId;
import org.probity.id.MatterKind;
import org.probity.id.PersonId;
import org.probity.interests.event.Mitigation;

/** What can be done with a matter outside the meetings that consider it. */
public sealed interface MatterCommand extends Command {

    MatterId matter();

    @Override
    default String subject() {
        return matter().stream();
    }

    /**
     * Brings a matter before a board. The title names nobody: it stays readable to those who step out of the matter.
     *
     * @param effects what it does to organisations; an effect is differential unless two or more are stated and all are
     *     the same, so those whom it leaves as they are belong on the list
     */
    @By({BOARD_SECRETARY, BOARD_CHAIR})
    record RaiseMatter(MatterId matter, BoardId board, MatterKind kind, String title, List<StatedEffect> effects)
            implements MatterCommand {}

    /** Replaces the effects as a whole. */
    @By({BOARD_SECRETARY, BOARD_CHAIR})
    record RestateEffects(MatterId matter, List<StatedEffect> effects) implements MatterCommand {}

    /** Somebody declares a conflict of their own; {@code interest} is the declared interest it comes from, if any. */
    @By({BOARD_SECRETARY, BOARD_CHAIR, BOARD_MEMBER, CLINICIAN, COMMISSIONER, APPOINTING_AUTHORITY, GOVERNANCE_REVIEWER
    })
    record DeclareConflict(
            MatterId matter, PersonId person, @Nullable InterestId interest, String description)
            implements MatterCommand {}

    /** Somebody who was asked whether they are conflicted sees no conflict; whoever presides decides. */
    @By({BOARD_SECRETARY, BOARD_CHAIR, BOARD_MEMBER, CLINICIAN, COMMISSIONER, APPOINTING_AUTHORITY, GOVERNANCE_REVIEWER
    })
    record DenyConflict(MatterId matter, PersonId person, String explanation) implements MatterCommand {}

    /** Whoever presides decides that a declared or suggested conflict is none. */
    @By({BOARD_CHAIR, BOARD_MEMBER, CLINICIAN})
    record FindNoConflict(MatterId matter, PersonId person, String reason) implements MatterCommand {}

    /** Whoever presides decides how far a conflict keeps somebody out of the matter, wherever it goes. */
    @By({BOARD_CHAIR, BOARD_MEMBER, CLINICIAN})
    record RecuseMember(MatterId matter, PersonId person, Mitigation mitigation, String reason)
            implements MatterCommand {}

    /** Whoever presides lets somebody take full part again. */
    @By({BOARD_CHAIR, BOARD_MEMBER, CLINICIAN})
    record LiftRecusal(MatterId matter, PersonId person, String reason) implements MatterCommand {}
}
