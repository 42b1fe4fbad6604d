package org.probity.people.command;

import org.axonframework.eventsourcing.eventstore.EventStore;
import org.probity.board.event.BoardEvent.BoardEstablished;
import org.probity.campaign.event.CampaignEvent.CampaignOpened;
import org.probity.command.UnknownSubject;
import org.probity.id.OrganisationCode;
import org.probity.people.event.DutyScope;
import org.probity.people.event.OrganisationEvent.OrganisationRegistered;
import org.springframework.stereotype.Component;

/** Finds the body that a scope belongs to. Read without a lock: a campaign or board never changes its body. */
@Component
class DutyScopes {

    private final EventStore events;

    DutyScopes(EventStore events) {
        this.events = events;
    }

    /**
     * The body itself, or the one that runs the campaign or has the board.
     *
     * @throws UnknownSubject if there is no such organisation, campaign or board
     */
    OrganisationCode bodyOf(DutyScope scope) {
        var stream = events.readEvents(scope.subject());
        if (!stream.hasNext()) {
            throw new UnknownSubject(scope.subject());
        }
        return switch (stream.next().getPayload()) {
            case OrganisationRegistered e -> e.code();
            case CampaignOpened e -> e.body();
            case BoardEstablished e -> e.body();
            default -> throw new IllegalStateException("A stream that begins with another event than its first");
        };
    }
}
