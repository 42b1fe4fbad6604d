package org.probity.board.command;

import java.util.Collection;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.jspecify.annotations.Nullable;
import org.probity.board.event.MatterEvent;
import org.probity.command.Streams;
import org.probity.id.MatterId;
import org.probity.id.PersonId;
import org.springframework.stereotype.Component;

/**
 * Matters for those who write about them, other contexts too. Nothing is appended to a matter: whoever withdraws from
 * one at the same moment does so after what is written.
 */
@Component
public class MatterRegister {

    private final Streams streams;
    private final EventStore events;

    MatterRegister(Streams streams, EventStore events) {
        this.streams = streams;
        this.events = events;
    }

    /** Whether somebody withdrew from a matter, read from the log without a lock: for what only tells or keeps silent. */
    public boolean isClosedTo(@Nullable PersonId person, MatterId matter) {
        return MatterEvent.isClosedTo(
                person, events.readEvents(matter.stream()).asStream().map(event -> event.getPayload()));
    }

    /**
     * Refuses whoever withdrew from one of the matters, whatever else they are.
     *
     * @throws org.probity.command.UnknownSubject if there is no such matter
     * @throws org.probity.command.RuleRefusal {@code withdrawn-from-matter} if they did
     */
    public void mustBeOpenTo(@Nullable PersonId person, Collection<MatterId> matters) {
        matters.stream()
                .map(MatterId::stream)
                .sorted()
                .map(matter -> streams.existing(Matter.class, matter))
                .toList()
                .forEach(matter -> matter.execute(it -> it.mustBeOpenTo(person)));
    }
}
