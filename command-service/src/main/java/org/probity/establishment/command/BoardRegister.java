package org.probity.establishment.command;

import org.axonframework.eventsourcing.eventstore.EventStore;
import org.probity.board.event.BoardEvent.BoardEstablished;
import org.probity.command.UnknownSubject;
import org.probity.id.BoardId;
import org.probity.id.OrganisationCode;
import org.springframework.stereotype.Component;

/**
 * What a strand asks about the board it maps to. Read without a lock: a board never changes its body. It reads the
 * board's first event instead of asking the board's context, which asks this one who is in post.
 */
@Component
class BoardRegister {

    private final EventStore events;

    BoardRegister(EventStore events) {
        this.events = events;
    }

    /**
     * The body that a board serves.
     *
     * @throws UnknownSubject if the board is not established
     */
    OrganisationCode bodyOf(BoardId board) {
        return events.readEvents(board.stream())
                .asStream()
                .map(event -> event.getPayload())
                .filter(BoardEstablished.class::isInstance)
                .map(event -> ((BoardEstablished) event).body())
                .findFirst()
                .orElseThrow(() -> new UnknownSubject(board.stream()));
    }
}
