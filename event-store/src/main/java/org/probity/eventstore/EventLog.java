package org.probity.eventstore;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.axonframework.eventhandling.GenericDomainEventEntry;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedDomainEventData;
import org.axonframework.eventhandling.TrackedEventData;

/**
 * The log as it is read: table {@code log.event}, whose last row is its end. {@link GroupCommit} writes it.
 *
 * <p>Invariant: positions have no gap and no repeat, and become visible in their order. Why: whoever appends takes the
 * positions that follow a row it knows to be committed, and the primary key lets only one have them; an append that
 * fails leaves them to the next. Readers therefore need nothing but {@code position > ?}.
 *
 * <p>Invariant: {@code recorded_at} never decreases with the position. It is the greatest of the clock and the time of
 * the row before.
 *
 * <p>Invariant: an idempotency key has one outcome. It is the primary key of {@code log.outcome}, written together with
 * the events of its command, or with the position of the refusal that answers it.
 */
public final class EventLog {

    private static final String COLUMNS = """
            select position, event_id, subject_type, subject, sequence, type, revision, payload, metadata, recorded_at
              from log.event
            """;

    private final DataSource dataSource;
    private final AskedTogether<Void, LogHead> heads = new AskedTogether<>(nothing -> readHead());
    private final AskedTogether<String, Map<String, Long>> lastSequences = new AskedTogether<>(this::readLastSequences);
    private final AskedTogether<String, Map<String, List<StoredEvent>>> wholeStreams =
            new AskedTogether<>(this::readStreams);

    /**
     * @param dataSource connections of the log's own, in auto-commit, never those of a caller's transaction
     */
    public EventLog(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** The end of the log at this moment. */
    public LogHead head() {
        return heads.ask(Set.of());
    }

    private LogHead readHead() {
        return query("select position, recorded_at, example from log.head", statement -> {
            ResultSet result = statement.executeQuery();
            result.next();
            return new LogHead(result.getLong(1), result.getTimestamp(2).toInstant(), result.getBoolean(3));
        });
    }

    /**
     * The events after a position, in order.
     *
     * @param limit how many at the most
     */
    public List<StoredEvent> after(long position, int limit) {
        return query(COLUMNS + " where position > ? order by position limit ?", statement -> {
            statement.setLong(1, position);
            statement.setInt(2, limit);
            return events(statement.executeQuery());
        });
    }

    /**
     * The same as Axon reads them, each with its position as token.
     *
     * @param limit how many at the most
     */
    List<TrackedEventData<byte[]>> trackedAfter(long position, int limit) {
        return query(COLUMNS + " where position > ? order by position limit ?", statement -> {
            statement.setLong(1, position);
            statement.setInt(2, limit);
            ResultSet result = statement.executeQuery();
            List<TrackedEventData<byte[]>> events = new ArrayList<>(limit);
            while (result.next()) {
                // Bytes as they are: Jackson reads them faster than text, and so does the driver.
                events.add(new TrackedDomainEventData<>(
                        new GlobalSequenceTrackingToken(result.getLong(1)),
                        new GenericDomainEventEntry<>(
                                result.getString(3),
                                result.getString(4),
                                result.getLong(5),
                                result.getString(2),
                                recordedAt(result),
                                result.getString(6),
                                result.getString(7),
                                result.getBytes(8),
                                result.getBytes(9))));
            }
            return events;
        });
    }

    /**
     * The events of one subject after a position, in order.
     *
     * @param limit how many at the most
     */
    public List<StoredEvent> ofSubjectAfter(String subject, long position, int limit) {
        return query(COLUMNS + " where subject = ? and position > ? order by position limit ?", statement -> {
            statement.setString(1, subject);
            statement.setLong(2, position);
            statement.setInt(3, limit);
            return events(statement.executeQuery());
        });
    }

    /**
     * The events of some types after a position, in order. Every event after the position is looked at: for readers that
     * are near the end of the log.
     */
    public List<StoredEvent> ofTypesAfter(Collection<String> types, long position) {
        return query(COLUMNS + " where type = any (?) and position > ? order by position", statement -> {
            statement.setArray(1, statement.getConnection().createArrayOf("text", types.toArray()));
            statement.setLong(2, position);
            return events(statement.executeQuery());
        });
    }

    /** The events of one stream, in order. */
    List<StoredEvent> ofStream(String subject) {
        return canBeNamed(subject) ? wholeStreams.ask(Set.of(subject)).getOrDefault(subject, List.of()) : List.of();
    }

    /** No text of PostgreSQL holds a NUL; to ask for one would fail for all who ask together. */
    private static boolean canBeNamed(String subject) {
        return subject.indexOf('\0') < 0;
    }

    private Map<String, List<StoredEvent>> readStreams(Set<String> subjects) {
        return query(COLUMNS + " where subject = any (?) order by subject, sequence", statement -> {
            statement.setArray(1, statement.getConnection().createArrayOf("text", subjects.toArray()));
            return events(statement.executeQuery()).stream().collect(Collectors.groupingBy(StoredEvent::subject));
        });
    }

    /**
     * The last sequence number of each of some streams, as at one moment; of those that do not exist, none. Others that are
     * asked for at about the same time may be there, too.
     */
    Map<String, Long> lastSequences(Collection<String> streams) {
        return lastSequences.ask(streams.stream().filter(EventLog::canBeNamed).toList());
    }

    private Map<String, Long> readLastSequences(Set<String> streams) {
        return query("""
                select s.subject, l.sequence
                  from unnest(?) as s (subject)
                       cross join lateral (select e.sequence from log.event e where e.subject = s.subject
                                            order by e.sequence desc limit 1) l
                """, statement -> {
            statement.setArray(1, statement.getConnection().createArrayOf("text", streams.toArray()));
            ResultSet result = statement.executeQuery();
            var last = new HashMap<String, Long>();
            while (result.next()) {
                last.put(result.getString(1), result.getLong(2));
            }
            return last;
        });
    }

    /**
     * The streams in a folder, such as {@code participation/<campaign>}: those whose names go on with a slash, in the
     * order of their names.
     */
    public List<String> streamsIn(String folder) {
        // Names are compared byte by byte; after the slash comes the zero. An index serves a range in every plan.
        return query(
                "select subject from log.event where sequence = 0 and subject > ? and subject < ? order by subject",
                statement -> {
                    statement.setString(1, folder + "/");
                    statement.setString(2, folder + "0");
                    return subjects(statement.executeQuery());
                });
    }

    /** Those of some streams that there are, in the order of their names. */
    public List<String> existing(Collection<String> streams) {
        return query(
                "select subject from log.event where sequence = 0 and subject = any (?) order by subject",
                statement -> {
                    statement.setArray(1, statement.getConnection().createArrayOf("text", streams.toArray()));
                    return subjects(statement.executeQuery());
                });
    }

    private static List<String> subjects(ResultSet result) throws SQLException {
        var subjects = new ArrayList<String>();
        while (result.next()) {
            subjects.add(result.getString(1));
        }
        return subjects;
    }

    /** The last position recorded at or before a moment; 0 if there is none. */
    public long positionAt(Instant moment) {
        return query("select log.position_at(?)", statement -> {
            statement.setTimestamp(1, Timestamp.from(moment));
            ResultSet result = statement.executeQuery();
            result.next();
            return result.getLong(1);
        });
    }

    /** When the event at a position was recorded; the epoch for position 0. */
    public Instant recordedAt(long position) {
        return query("select recorded_at from log.event where position = ?", statement -> {
            statement.setLong(1, position);
            ResultSet result = statement.executeQuery();
            return result.next() ? result.getTimestamp(1).toInstant() : Instant.EPOCH;
        });
    }

    /**
     * Stores the key of a command whose refusal is in the log already, so that it has an outcome of its own.
     *
     * @param position where the refusal stands
     * @throws CommandKeyTakenException if the key has an outcome already
     */
    public void keepRefused(CommandKey key, long position) {
        int kept = query("""
                insert into log.outcome (key, fingerprint, position, events)
                select ?, ?, ?, 1 from (select pg_advisory_xact_lock_shared(log.turn())) turn
                on conflict do nothing
                """, statement -> {
            statement.setObject(1, key.id());
            statement.setString(2, key.fingerprint());
            statement.setLong(3, position);
            return statement.executeUpdate();
        });
        if (kept == 0) {
            throw new CommandKeyTakenException();
        }
    }

    /**
     * What an idempotency key was used for, and the events it led to, or the refusal that answered it; empty if it was
     * never used.
     */
    public Optional<KeyedEvents> findByKey(UUID key) {
        Optional<Use> use = query("select fingerprint, position, events from log.outcome where key = ?", statement -> {
            statement.setObject(1, key);
            ResultSet result = statement.executeQuery();
            return result.next()
                    ? Optional.of(new Use(result.getString(1), result.getLong(2), result.getInt(3)))
                    : Optional.empty();
        });
        return use.map(first -> new KeyedEvents(first.fingerprint(), after(first.position() - 1, first.events())));
    }

    private record Use(String fingerprint, long position, int events) {}

    /**
     * The outcome of a command that carried an idempotency key.
     *
     * @param fingerprint what the key was used for
     * @param events the events it led to, in order
     */
    public record KeyedEvents(String fingerprint, List<StoredEvent> events) {}

    private static List<StoredEvent> events(ResultSet result) throws SQLException {
        var events = new ArrayList<StoredEvent>();
        while (result.next()) {
            events.add(new StoredEvent(
                    result.getLong(1),
                    result.getObject(2, UUID.class),
                    result.getString(3),
                    result.getString(4),
                    result.getLong(5),
                    result.getString(6),
                    result.getString(7),
                    result.getString(8),
                    result.getString(9),
                    recordedAt(result)));
        }
        return events;
    }

    private static Instant recordedAt(ResultSet result) throws SQLException {
        return result.getObject(10, OffsetDateTime.class).toInstant();
    }

    /** One connection for one statement: work must not query again, or callers could wait for each other's connections. */
    private <T> T query(String sql, Work<T> work) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            return work.with(statement);
        } catch (SQLException e) {
            throw new LogUnavailableException("The log cannot be read", e);
        }
    }

    @FunctionalInterface
    private interface Work<T> {
        T with(PreparedStatement statement) throws SQLException;
    }
}
