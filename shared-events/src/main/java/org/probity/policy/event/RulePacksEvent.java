package org.probity.policy.event;

import org.jspecify.annotations.Nullable;
import org.probity.event.Event;
import org.probity.id.DecisionId;
import org.probity.id.OrganisationCode;

/** The story of the rule packs of one body. */
public sealed interface RulePacksEvent extends Event {

    OrganisationCode body();

    @Override
    default String stream() {
        return streamOf(body());
    }

    /** The stream of the rule packs of a body. */
    static String streamOf(OrganisationCode body) {
        return "rule-packs/" + body.value();
    }

    /**
     * From its first day on the pack governs the body.
     *
     * @param decision the decision by which the body adopted it, as papers refer to it
     * @param adoptedBy the same where it was recorded here
     */
    record RulePackAdopted(
            OrganisationCode body,
            RulePack pack,
            String decision,
            @Nullable DecisionId adoptedBy) implements RulePacksEvent {}
}
