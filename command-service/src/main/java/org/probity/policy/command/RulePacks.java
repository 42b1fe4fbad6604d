package org.probity.policy.command;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;
import static org.probity.policy.command.PolicyRule.PACK_BACKDATED;
import static org.probity.policy.command.PolicyRule.PACK_NOT_NEWER;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.spring.stereotype.Aggregate;
import org.probity.id.RulePackVersion;
import org.probity.policy.command.PolicyCommand.AdoptRulePack;
import org.probity.policy.event.BuiltInPacks;
import org.probity.policy.event.RulePack;
import org.probity.policy.event.RulePacksEvent;
import org.probity.policy.event.RulePacksEvent.RulePackAdopted;

/**
 * The rule packs of one body. Protects that a version names one set of numbers, so that a decision which names the
 * version it was governed by names the numbers.
 */
@Aggregate
class RulePacks {

    private String stream;

    private final Set<RulePackVersion> versions = new HashSet<>();

    RulePacks() {
        BuiltInPacks.ALL.stream().map(RulePack::version).forEach(versions::add);
    }

    void adopt(AdoptRulePack command, LocalDate today) {
        RulePack pack = command.pack();
        PACK_NOT_NEWER.refuseIf(
                versions.contains(pack.version()), "version", pack.version().value());
        PACK_BACKDATED.refuseIf(pack.from().isBefore(today), "from", pack.from(), "today", today);
        apply(new RulePackAdopted(command.body(), pack, command.decision(), command.adoptedBy()));
    }

    @EventSourcingHandler
    void on(RulePacksEvent event) {
        stream = event.stream();
        switch (event) {
            case RulePackAdopted e -> versions.add(e.pack().version());
        }
    }

    @AggregateIdentifier
    String stream() {
        return stream;
    }
}
