package org.probity.board.command;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.jspecify.annotations.Nullable;
import org.probity.board.event.MatterEvent.MatterRaised;
import org.probity.board.event.MatterEvent.MatterReferred;
import org.probity.board.event.MeetingEvent;
import org.probity.board.event.MeetingEvent.ActionRaised;
import org.probity.board.event.MeetingEvent.AgendaItemAdded;
import org.probity.board.event.MeetingEvent.MeetingClosed;
import org.probity.board.event.MeetingEvent.MeetingConvened;
import org.probity.board.event.MeetingEvent.MeetingOpened;
import org.probity.command.UnknownSubject;
import org.probity.id.BoardId;
import org.probity.id.MatterId;
import org.probity.id.MeetingId;
import org.springframework.stereotype.Component;

/**
 * Which streams a command about a meeting or a matter has to open besides: the board, and the matter of an item. Read
 * from the log without a lock, since a meeting never changes its board, nor an item its matter.
 */
@Component
class Agendas {

    private final EventStore events;

    Agendas(EventStore events) {
        this.events = events;
    }

    /**
     * The board that meets.
     *
     * @throws UnknownSubject if no such meeting is convened
     */
    BoardId boardOf(MeetingId meeting) {
        return first(meeting, MeetingConvened.class, convened -> true)
                .map(MeetingConvened::board)
                .orElseThrow(() -> new UnknownSubject(meeting.stream()));
    }

    /**
     * The matter of an item.
     *
     * @throws UnknownSubject if no such meeting is convened
     * @throws org.probity.command.RuleRefusal {@code no-such-item} if its agenda has no such item
     */
    MatterId matterOf(MeetingId meeting, int item) {
        return first(meeting, AgendaItemAdded.class, added -> added.item() == item)
                .map(AgendaItemAdded::matter)
                .orElseThrow(() -> {
                    boardOf(meeting);
                    return MeetingRule.NO_SUCH_ITEM.refusal();
                });
    }

    /** The item that an action of a meeting arose from; empty where it arose from none, or there is no such action. */
    Optional<Integer> itemOfAction(MeetingId meeting, int action) {
        return first(meeting, ActionRaised.class, raised -> raised.action() == action)
                .flatMap(raised -> Optional.ofNullable(raised.item()));
    }

    /** The matters on the agenda of a meeting, in the order in which streams are opened. */
    List<MatterId> mattersOf(MeetingId meeting) {
        return events.readEvents(meeting.stream())
                .asStream()
                .map(event -> event.getPayload())
                .filter(AgendaItemAdded.class::isInstance)
                .map(added -> ((AgendaItemAdded) added).matter())
                .distinct()
                .sorted(Comparator.comparing(MatterId::stream))
                .toList();
    }

    /**
     * The board that a matter is before now; who relies on it asks the matter again.
     *
     * @throws UnknownSubject if no such matter was raised
     */
    BoardId boardOf(MatterId matter) {
        return events.readEvents(matter.stream())
                .asStream()
                .map(event -> boardIn(event.getPayload()))
                .flatMap(Stream::ofNullable)
                .reduce((earlier, later) -> later)
                .orElseThrow(() -> new UnknownSubject(matter.stream()));
    }

    /** Whether a meeting was opened: once it was, that stays so. */
    boolean wasOpened(MeetingId meeting) {
        return first(meeting, MeetingOpened.class, opened -> true).isPresent();
    }

    /** When a meeting was over; likewise. */
    Optional<Instant> closed(MeetingId meeting) {
        return first(meeting, MeetingClosed.class, closed -> true).map(MeetingClosed::at);
    }

    private static @Nullable BoardId boardIn(Object event) {
        return switch (event) {
            case MatterRaised e -> e.board();
            case MatterReferred e -> e.to();
            default -> null;
        };
    }

    private <E extends MeetingEvent> Optional<E> first(MeetingId meeting, Class<E> type, Predicate<E> which) {
        return events.readEvents(meeting.stream())
                .asStream()
                .map(event -> event.getPayload())
                .filter(type::isInstance)
                .map(type::cast)
                .filter(which)
                .findFirst();
    }
}
