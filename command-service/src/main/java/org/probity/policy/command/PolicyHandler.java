package org.probity.policy.command;

import org.axonframework.commandhandling.CommandHandler;
import org.probity.command.Occasion;
import org.probity.command.Streams;
import org.probity.id.DecisionId;
import org.probity.policy.command.PolicyCommand.AdoptAims;
import org.probity.policy.command.PolicyCommand.AdoptRulePack;
import org.springframework.stereotype.Component;

/** Opens what a body adopts, for those who serve it. */
@Component
class PolicyHandler {

    private final Streams streams;
    private final AdoptingDecisions decisions;

    PolicyHandler(Streams streams, AdoptingDecisions decisions) {
        this.streams = streams;
        this.decisions = decisions;
    }

    @CommandHandler
    void handle(AdoptRulePack command, Occasion occasion) {
        occasion.caller().mustServe(command.body(), occasion.today());
        DecisionId decision = command.adoptedBy();
        if (decision != null) {
            decisions.mustHold(decision, command.body(), occasion.caller().person());
        }
        streams.open(RulePacks.class, command.subject()).execute(packs -> packs.adopt(command, occasion.today()));
    }

    @CommandHandler
    void handle(AdoptAims command, Occasion occasion) {
        occasion.caller().mustServe(command.body(), occasion.today());
        streams.open(Aims.class, command.subject()).execute(aims -> aims.adopt(command));
    }
}
