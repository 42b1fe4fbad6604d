package org.probity.campaign.command;

import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.messaging.annotation.MessageIdentifier;
import org.probity.campaign.command.AppointmentCommand.OfferFromReserve;
import org.probity.command.CommandDispatch;
import org.probity.establishment.event.EstablishmentEvent.HoldReleased;
import org.probity.establishment.event.HoldReleaseReason;
import org.springframework.stereotype.Component;

/**
 * A post held for an offer was let go, so the next on the reserve list is offered it: whether the offer was declined,
 * lapsed or was withdrawn, the candidate withdrew, or their impartiality was withheld.
 */
@Component
@ProcessingGroup("automation.campaign")
@DisallowReplay
class WhenOfferIsRefusedThenOfferFromReserve {

    private static final String NAME = "WhenOfferIsRefusedThenOfferFromReserve";

    private final CommandDispatch commands;

    WhenOfferIsRefusedThenOfferFromReserve(CommandDispatch commands) {
        this.commands = commands;
    }

    /** A cancelled campaign has no reserve left to call. */
    @EventHandler
    void when(HoldReleased released, @MessageIdentifier String eventId) {
        if (released.reason() != HoldReleaseReason.CAMPAIGN_CANCELLED) {
            commands.give(NAME, new OfferFromReserve(released.campaign(), released.strand(), released.term()), eventId);
        }
    }
}
