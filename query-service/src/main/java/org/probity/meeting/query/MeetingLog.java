package org.probity.meeting.query;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.probity.board.event.DecisionEvent.DecisionRecorded;
import org.probity.event.Event;
import org.probity.eventstore.EventLog;
import org.probity.eventstore.PostgresEventStore;
import org.probity.eventstore.StoredEvent;
import org.probity.id.DecisionId;
import org.probity.id.MeetingId;
import org.springframework.stereotype.Component;

/** What the log says of meetings: minutes are computed from the events themselves, not from rows. */
@Component
class MeetingLog {

    private static final int PAGE = 1_000;

    private final EventLog log;
    private final PostgresEventStore store;

    MeetingLog(EventLog log, PostgresEventStore store) {
        this.log = log;
        this.store = store;
    }

    /** An event and when it was recorded. */
    record Happened(Event event, Instant recordedAt) {}

    /** What happened in a meeting up to a position, in order. */
    List<Happened> of(MeetingId meeting, long position) {
        return stored(meeting.stream())
                .takeWhile(one -> one.position() <= position)
                .map(one -> new Happened((Event) store.payloadOf(one), one.recordedAt()))
                .toList();
    }

    /** How a decision was recorded. */
    DecisionRecorded of(DecisionId decision) {
        return stored(decision.stream())
                .map(store::payloadOf)
                .filter(DecisionRecorded.class::isInstance)
                .map(DecisionRecorded.class::cast)
                .findFirst()
                .orElseThrow();
    }

    private Stream<StoredEvent> stored(String stream) {
        return Stream.iterate(
                        log.ofSubjectAfter(stream, 0, PAGE),
                        page -> !page.isEmpty(),
                        page -> log.ofSubjectAfter(stream, page.getLast().position(), PAGE))
                .flatMap(List::stream);
    }
}
