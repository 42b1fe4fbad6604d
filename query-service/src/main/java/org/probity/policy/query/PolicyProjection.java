package org.probity.policy.query;

import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.probity.policy.event.AimsEvent;
import org.probity.policy.event.AimsEvent.AimsAdopted;
import org.probity.policy.event.RulePacksEvent;
import org.probity.policy.event.RulePacksEvent.RulePackAdopted;
import org.probity.policy.query.PolicyTables.Aims;
import org.probity.policy.query.PolicyTables.Pack;
import org.probity.query.Projection;
import org.probity.query.Recorded;
import org.springframework.stereotype.Component;

/** Rule packs and aims as rows. */
@Component
@ProcessingGroup(PolicyProjection.NAME)
public class PolicyProjection extends Projection {

    public static final String NAME = GROUP + "policy";

    private final PolicyTables tables;

    PolicyProjection(PolicyTables tables) {
        this.tables = tables;
    }

    @EventHandler
    void on(RulePacksEvent event, Recorded recorded) {
        switch (event) {
            case RulePackAdopted e ->
                tables.packs()
                        .put(
                                recorded.position(),
                                new Pack(e.body(), e.pack().version(), e.pack().from(), e.pack()));
        }
    }

    @EventHandler
    void on(AimsEvent event, Recorded recorded) {
        switch (event) {
            case AimsAdopted e -> tables.aims().put(recorded.position(), new Aims(e.body(), e.aims()));
        }
    }
}
