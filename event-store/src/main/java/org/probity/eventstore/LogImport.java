package org.probity.eventstore;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.serialization.Serializer;

/**
 * Brings the events of another event store over into a log that is empty: with their ids, streams, places, metadata, times and
 * order, under stable names and with what is personal sealed. Only their positions are new.
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
     * @throws IllegalStateException if the log holds anything else than the beginning of these events, somebody else appends
     *     meanwhile, or two of them have one place in a stream
     * @throws IllegalArgumentException if an event belongs to no aggregate or is none of this application's; the whole
     *     thousands before it are in the log
     * @throws EventTooLargeException if an event exceeds {@link EventTooLargeException#LIMIT}
     */
    public long from(Stream<? extends TrackedEventMessage<?>> events) {
        LogHead head = log.head();
        Iterator<? extends EventMessage<?>> source = events.iterator();
        pass(source, head);
        LogHead end = head;
        while (source.hasNext()) {
            end = append(page(source, end.position()), end);
        }
        return end.position() - head.position();
    }

    /** Passes over what is in the log already. */
    private void pass(Iterator<? extends EventMessage<?>> source, LogHead head) {
        String last = "";
        for (long n = 0; n < head.position() && source.hasNext(); n++) {
            last = source.next().getIdentifier();
        }
        boolean begun = head.position() > 0;
        if (head.example()
                || (begun
                        && !last.equals(log.after(head.position() - 1, 1)
                                .getFirst()
                                .eventId()
                                .toString()))) {
            throw new IllegalStateException("The log holds something else than the beginning of these events");
        }
    }

    private List<DomainEventMessage<?>> page(Iterator<? extends EventMessage<?>> source, long position) {
        var page = new ArrayList<DomainEventMessage<?>>();
        while (source.hasNext() && page.size() < AT_ONCE) {
            page.add(known(source.next(), position + page.size() + 1));
        }
        return page;
    }

    private DomainEventMessage<?> known(EventMessage<?> event, long number) {
        if (!(event instanceof DomainEventMessage<?> domainEvent)) {
            throw new IllegalArgumentException("Event %d belongs to no aggregate".formatted(number));
        }
        if (types.nameOf(event.getPayloadType()).isEmpty()) {
            throw new IllegalArgumentException("Event %d is none of this application's: %s"
                    .formatted(number, event.getPayloadType().getName()));
        }
        // Made anew: a message that was read keeps the bytes it was read from, and an equal serializer would store
        // those.
        return new GenericDomainEventMessage<>(
                domainEvent.getType(),
                domainEvent.getAggregateIdentifier(),
                domainEvent.getSequenceNumber(),
                domainEvent.getPayload(),
                domainEvent.getMetaData(),
                domainEvent.getIdentifier(),
                domainEvent.getTimestamp());
    }

    /** Times are the events' own, but never run backwards. */
    private LogHead append(List<DomainEventMessage<?>> page, LogHead end) {
        var batch = new Batch();
        batch.take(Append.of(page, null, null, serializer));
        var times = new String[page.size()];
        Instant recordedAt = end.recordedAt();
        for (int i = 0; i < times.length; i++) {
            Instant time = page.get(i).getTimestamp().truncatedTo(ChronoUnit.MICROS);
            recordedAt = time.isBefore(recordedAt) ? recordedAt : time;
            times[i] = recordedAt.toString(); // a Timestamp would be sent without its zone
        }
        try (Connection connection = dataSource.getConnection();
                PreparedStatement insert = connection.prepareStatement(INSERT)) {
            insert.setLong(1, end.position());
            new BatchColumns(batch).setEvents(insert, 2);
            insert.setArray(10, connection.createArrayOf("timestamptz", times));
            insert.executeUpdate();
        } catch (SQLException e) {
            String refused = "The log took none of the events after %d".formatted(end.position());
            throw "23505".equals(e.getSQLState())
                    ? new IllegalStateException(refused + ": a place is taken, in the log or in a stream", e)
                    : new LogUnavailableException(refused, e);
        }
        return new LogHead(end.position() + page.size(), recordedAt, false);
    }
}
