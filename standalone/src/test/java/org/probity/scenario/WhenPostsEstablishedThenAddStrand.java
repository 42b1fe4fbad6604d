package org.probity.scenario;

import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;
import org.probity.command.CommandDispatch;
import org.probity.establishment.command.EstablishmentCommand.AddStrand;
import org.probity.establishment.event.EstablishmentEvent.PostsEstablished;
import org.probity.id.OrganisationCode;
import org.probity.id.StrandCode;
import org.springframework.stereotype.Component;

/** An automation for scenarios to wait for; other tests have no need of it. */
@Component
@ProcessingGroup(WhenPostsEstablishedThenAddStrand.GROUP)
@DisallowReplay
class WhenPostsEstablishedThenAddStrand {

    private static final OrganisationCode SMALL_BODY = new OrganisationCode("INVX1");

    static final String GROUP = "automation.test-strands";

    private final CommandDispatch dispatch;

    WhenPostsEstablishedThenAddStrand(CommandDispatch dispatch) {
        this.dispatch = dispatch;
    }

    @EventHandler
    void on(PostsEstablished event, EventMessage<?> message) {
        if (event.body().equals(SMALL_BODY)) {
            dispatch.give(
                    GROUP,
                    new AddStrand(event.establishment(), new StrandCode("by-automation"), "Automatic", 1, 1, null),
                    message.getIdentifier());
        }
    }
}
