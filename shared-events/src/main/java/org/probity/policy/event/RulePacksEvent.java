package org.probity.policy.event;

import org.probity.event.Event;
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

    /** {@code decision} refers to the decision by which the body adopted it. */
    record RulePackAdopted(OrganisationCode body, RulePack pack, String decision) implements RulePacksEvent {}
}
