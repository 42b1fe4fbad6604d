package org.probity.policy.command;

import static org.probity.people.event.Authority.APPOINTMENTS_OFFICER;
import static org.probity.people.event.Authority.POLICY_OWNER;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.probity.command.By;
import org.probity.command.Command;
import org.probity.id.DecisionId;
import org.probity.id.OrganisationCode;
import org.probity.policy.event.Aim;
import org.probity.policy.event.AimsEvent;
import org.probity.policy.event.RulePack;
import org.probity.policy.event.RulePacksEvent;

/** What a body can adopt. */
public sealed interface PolicyCommand extends Command {

    OrganisationCode body();

    /**
     * Lets a pack govern the body from its first day on.
     *
     * @param decision the decision by which the body adopted it, as papers refer to it
     * @param adoptedBy the same where it was recorded here: a decision of a board of the body, carried and in force
     */
    @By(POLICY_OWNER)
    record AdoptRulePack(
            OrganisationCode body,
            RulePack pack,
            String decision,
            @Nullable DecisionId adoptedBy) implements PolicyCommand {
        @Override
        public String subject() {
            return RulePacksEvent.streamOf(body);
        }
    }

    /** Replaces the body's list as a whole. */
    @By({POLICY_OWNER, APPOINTMENTS_OFFICER})
    record AdoptAims(OrganisationCode body, List<Aim> aims) implements PolicyCommand {

        /**
         * @throws IllegalArgumentException when two aims share a code
         */
        public AdoptAims {
            aims = List.copyOf(aims);
            if (aims.stream().map(Aim::code).distinct().count() < aims.size()) {
                throw new IllegalArgumentException("each aim has a code of its own");
            }
        }

        @Override
        public String subject() {
            return AimsEvent.streamOf(body);
        }
    }
}
