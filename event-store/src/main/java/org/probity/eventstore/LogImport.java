package org.probity.eventstore;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.serialization.Serializer;

/**
 * Brings the events of another event store over into a log that is empty: with their ids, streams, places, metadata, times and
 * order, under stable names and with what is personal sealed. Their positions are new, and their payloads are written anew.
 *
 * <p>It writes a thousand events at a time. Started again with the same events, it goes on where it ended.
 */
public final class LogImport {

    private static final int AT_ONCE = 1_000;

    private static final String INSERT = """
            insert into log.event (position, event_id, subject_type, subject, sequence, type, revision, payload, metadata,
                                   recorded_at)
            select ? + e.place, e.event_id, e.subject_type, e.subject, e.sequence, e.type, e.revision, e.payload, e.metadata,
                   e.recorded_at
              from (select pg_advisory_xact_lock(log.turn())) turn,
                   unnest(?, ?, ?, ?, ?, ?, ?, ?, ?) with ordinality
                   e (event_id, subject_type, subject, sequence, type, revision, payload, metadata, recorded_at, place)
            """;

    private final EventLog log;
    private final DataSource dataSource;
    private final EventTypes types;
    private final Serializer serializer;

    LogImport(EventLog log, DataSource dataSource, EventTypes types, Serializer serializer) {
        this.log = log;
        this.dataSource = dataSource;
        this.types = types;
        this.serializer = serializer;
    }

    /**
     * Brings events over.
     *
     * @param events all of the other store, in its order, such as {@code engine.readEvents(null, false)}; nobody else
     *     appends to the log meanwhile
     * @return how many were brought over by this call
     * @throws IllegalStateException if the log holds anything else than the beginning of these events, or somebody else
     *     appends meanwhile
     * @throws IllegalArgumentException if an event cannot be brought over; it says which and why, and the whole thousands
     *     before it are in the log
     * @throws LogUnavailableException if the log cannot be reached
     */
    public long from(Stream<? extends TrackedEventMessage<?>> events) {
        LogHead head = log.head();
        Iterator<? extends EventMessage<?>> source = events.iterator();
        pass(source, head);
        LogHead end = head;
        while (source.hasNext()) {
            end = append(page(source), end);
        }
        return end.position() - head.position();
    }

    /** Passes over what is in the log already. */
    private void pass(Iterator<? extends EventMessage<?>> source, LogHead head) {
        String last = "";
        for (long n = 0; n < head.position() && source.hasNext(); n++) {
            last = source.next().getIdentifier();
        }
        boolean isTheBeginning = head.position() == 0
                || log.after(head.position() - 1, 1)
                        .getFirst()
                        .eventId()
                        .toString()
                        .equalsIgnoreCase(last);
        if (head.example() || !isTheBeginning) {
            throw new IllegalStateException("The log holds something else than the beginning of these events");
        }
    }

    private static List<EventMessage<?>> page(Iterator<? extends EventMessage<?>> source) {
        var page = new ArrayList<EventMessage<?>>();
        while (source.hasNext() && page.size() < AT_ONCE) {
            page.add(source.next());
        }
        return page;
    }

    /** Times are the events' own, but never run backwards. */
    private LogHead append(List<EventMessage<?>> page, LogHead end) {
        var rows = new ArrayList<Append.Row>();
        var times = new String[page.size()];
        Map<String, Long> ends = new HashMap<>(log.lastSequences(streams(page)));
        Instant recordedAt = end.recordedAt();
        for (EventMessage<?> event : page) {
            try {
                rows.add(row(event, ends));
            } catch (RuntimeException e) {
                throw new IllegalArgumentException(
                        "Event %d (%s) cannot be brought over: %s"
                                .formatted(end.position() + rows.size() + 1, event.getIdentifier(), e.getMessage()),
                        e);
            }
            Instant time = event.getTimestamp().truncatedTo(ChronoUnit.MICROS);
            recordedAt = time.isBefore(recordedAt) ? recordedAt : time;
            times[rows.size() - 1] = recordedAt.toString(); // a Timestamp would be sent without its zone
        }
        write(rows, times, end.position());
        return new LogHead(end.position() + page.size(), recordedAt, false);
    }

    private static Set<String> streams(List<EventMessage<?>> page) {
        return page.stream()
                .filter(DomainEventMessage.class::isInstance)
                .map(event -> ((DomainEventMessage<?>) event).getAggregateIdentifier())
                .collect(Collectors.toSet());
    }

    /**
     * An event as it will be stored.
     *
     * @param ends the last sequence number of each stream so far
     */
    private Append.Row row(EventMessage<?> event, Map<String, Long> ends) {
        if (!(event instanceof DomainEventMessage<?> old)) {
            throw new IllegalArgumentException("it belongs to no aggregate");
        }
        if (types.nameOf(old.getPayloadType()).isEmpty()) {
            throw new IllegalArgumentException("it is none of this application's");
        }
        if (!UUID.fromString(old.getIdentifier()).toString().equalsIgnoreCase(old.getIdentifier())) {
            throw new IllegalArgumentException("its identifier is no UUID");
        }
        long last = ends.getOrDefault(old.getAggregateIdentifier(), StreamCache.NONE);
        if (old.getSequenceNumber() != last + 1) {
            throw new IllegalArgumentException(
                    "number %d of its stream comes after number %d".formatted(old.getSequenceNumber(), last));
        }
        ends.put(old.getAggregateIdentifier(), old.getSequenceNumber());
        // Made anew: a message that was read keeps its bytes, and an equal serializer would store those.
        var anew = new GenericDomainEventMessage<>(
                old.getType(),
                old.getAggregateIdentifier(),
                old.getSequenceNumber(),
                old.getPayload(),
                old.getMetaData(),
                old.getIdentifier(),
                old.getTimestamp());
        return Append.of(List.of(anew), null, null, serializer).rows().getFirst();
    }

    private void write(List<Append.Row> rows, String[] times, long position) {
        var batch = new Batch();
        batch.take(new Append(rows, null, null));
        try (Connection connection = dataSource.getConnection();
                PreparedStatement insert = connection.prepareStatement(INSERT)) {
            insert.setLong(1, position);
            new BatchColumns(batch).setEvents(insert, 2);
            insert.setArray(10, connection.createArrayOf("timestamptz", times));
            insert.executeUpdate();
        } catch (SQLException e) {
            String refused = "The log took none of the events after %d".formatted(position);
            throw ReconnectingWriter.isAboutTheBatch(e)
                    ? new IllegalStateException(refused, e)
                    : new LogUnavailableException(refused, e);
        }
    }
}
