package org.probity.board.command;

import org.jspecify.annotations.Nullable;
import org.probity.board.event.Resolution;
import org.probity.id.DecisionId;
import org.probity.id.OrganisationCode;
import org.probity.id.PersonId;
import org.probity.policy.command.AimsRegister;
import org.springframework.stereotype.Component;

/** What every resolution has to be, however it is decided. */
@Component
class Resolutions {

    private final AimsRegister aims;
    private final DecisionsTaken decisions;

    Resolutions(AimsRegister aims, DecisionsTaken decisions) {
        this.aims = aims;
        this.decisions = decisions;
    }

    /** A resolution serves aims that the body has, and answers a decision that was taken and is open to the caller. */
    void mustBePossible(OrganisationCode body, Resolution resolution, @Nullable PersonId caller) {
        DecisionId answered = resolution.answers();
        if (answered != null) {
            decisions.mustBeOpenTo(answered, caller);
            decisions.taken(answered);
        }
        aims.mustHave(body, resolution.aims());
    }
}
