package org.probity.board.command;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;
import static org.probity.board.command.MeetingRule.NOBODY_PRESIDES;
import static org.probity.board.command.MinutesRule.*;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.modelling.command.Aggregate;
import org.probity.board.command.MinutesCommand.*;
import org.probity.board.event.DecisionEvent.DecisionRecorded;
import org.probity.board.event.MeetingEvent.MeetingOpened;
import org.probity.board.event.Minutes;
import org.probity.board.event.MinutesEvent.EarlierMinutesApproved;
import org.probity.board.event.QuorumCount;
import org.probity.command.Occasion;
import org.probity.command.Streams;
import org.probity.event.Event;
import org.probity.id.DecisionId;
import org.probity.id.MeetingId;
import org.probity.id.PersonId;
import org.springframework.stereotype.Component;

/**
 * Computes minutes from the log. What they are computed from is the stream of the meeting, which is opened before and
 * appended to after: nothing slips in between.
 */
@Component
class MinutesHandler {

    private final Streams streams;
    private final Agendas agendas;
    private final EventStore events;

    MinutesHandler(Streams streams, Agendas agendas, EventStore events) {
        this.streams = streams;
        this.agendas = agendas;
        this.events = events;
    }

    @CommandHandler
    void handle(CirculateMinutes command, Occasion occasion) {
        Aggregate<Meeting> meeting = served(command, occasion);
        MEETING_NOT_OVER.refuseIf(agendas.closed(command.meeting()).isEmpty());
        meeting.execute(it -> it.minutes().circulate(command, written(command.meeting())));
    }

    /** Who withdrew from the matter of an item corrects nothing about it, in whatever role. */
    @CommandHandler
    void handle(CorrectMinutes command, Occasion occasion) {
        Integer item = command.item();
        Optional<Aggregate<Matter>> matter = Optional.ofNullable(item)
                .map(number -> streams.existing(Matter.class, agendas.matterOf(command.meeting(), number).stream()));
        Aggregate<Meeting> meeting = served(command, occasion);
        matter.ifPresent(
                about -> about.execute(it -> it.mustBeOpenTo(occasion.caller().person())));
        meeting.execute(it -> it.minutes().correct(command));
    }

    @CommandHandler
    void handle(ApproveMinutes command, Occasion occasion) {
        String theirs = command.meeting().stream();
        String later = command.by().stream();
        Map<String, Aggregate<Meeting>> opened = new HashMap<>();
        Stream.of(theirs, later)
                .sorted()
                .forEach(stream -> opened.put(stream, streams.existing(Meeting.class, stream)));
        Aggregate<Meeting> approved = Objects.requireNonNull(opened.get(theirs));
        Aggregate<Meeting> approving = Objects.requireNonNull(opened.get(later));
        Instant closed = agendas.closed(command.meeting()).orElse(Instant.MAX);
        approving.execute(by -> {
            MeetingOpened opening = by.mustBeOpen();
            Set<PersonId> present = by.attendance().at(occasion.now());
            PersonId presider = presider(by, present);
            MatterRule.NOT_PRESIDING.refuseIf(!occasion.caller().is(presider));
            NOT_A_LATER_MEETING.refuseIf(
                    opening.at().isBefore(closed) || !by.board().equals(approved.invoke(Meeting::board)));
            QuorumCount quorum = QuorumCount.of(opening.terms(), opening.roll(), present, Map.of());
            Deciding.mustBeMet(quorum);
            approved.execute(it -> it.minutes().approve(by.id(), presider, quorum, written(command.meeting())));
            apply(new EarlierMinutesApproved(by.id(), command.meeting()));
        });
    }

    /** Whoever presides over the meeting as a whole, and is there. */
    private static PersonId presider(Meeting meeting, Set<PersonId> present) {
        return meeting.presiding().overMeeting().filter(present::contains).orElseThrow(NOBODY_PRESIDES::refusal);
    }

    private Aggregate<Meeting> served(MinutesCommand command, Occasion occasion) {
        Aggregate<Meeting> meeting = streams.existing(Meeting.class, command.subject());
        occasion.caller().mustServe(meeting.invoke(Meeting::board), meeting.invoke(Meeting::body), occasion.today());
        return meeting;
    }

    private Minutes written(MeetingId meeting) {
        List<Event> happened = events.readEvents(meeting.stream())
                .asStream()
                .map(event -> (Event) event.getPayload())
                .toList();
        return Minutes.of(happened, this::decision);
    }

    private DecisionRecorded decision(DecisionId decision) {
        return events.readEvents(decision.stream())
                .asStream()
                .map(event -> event.getPayload())
                .filter(DecisionRecorded.class::isInstance)
                .map(DecisionRecorded.class::cast)
                .findFirst()
                .orElseThrow();
    }
}
