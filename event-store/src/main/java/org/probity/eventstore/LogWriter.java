package org.probity.eventstore;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import javax.sql.DataSource;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;

/**
 * Writes batches over a connection of its own.
 *
 * <p>Invariant: a unit of work is told an outcome only when that is known. When the connection is lost after a batch was
 * sent, the same batch is sent again, event ids and all: the log answers for each unit of work whether it is there
 * already.
 *
 * <p>Where the log ends is known from the last answer over the same connection. A batch is inserted at the next places, as
 * any client would insert rows. If they are taken by then, or anything else refuses a row, {@code log.append} waits for its
 * turn, looks before it inserts, and says what it is.
 */
final class LogWriter implements AutoCloseable {

    private static final String APPEND = """
            select base, recorded_at, example, refused, reasons, positions, times
              from log.append(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;

    /** Without effect while somebody else has the turn. */
    private static final String INSERT_NEXT = """
            with turn as (select where pg_try_advisory_xact_lock_shared(log.turn())),
                 kept as (insert into log.outcome (key, fingerprint, position, events)
                          select k.key, k.fingerprint, ? + k.place, k.events
                            from turn, unnest(?, ?, ?) with ordinality k (key, fingerprint, events, place)
                           where k.key is not null)
            insert into log.event (position, event_id, subject_type, subject, sequence, type, revision, payload, metadata,
                                   recorded_at)
            select ? + e.place, e.event_id, e.subject_type, e.subject, e.sequence, e.type, e.revision, e.payload, e.metadata,
                   ?
              from turn, unnest(?, ?, ?, ?, ?, ?, ?, ?) with ordinality
                         e (event_id, subject_type, subject, sequence, type, revision, payload, metadata, place)
            """;

    /** The same for a single event, which takes less to send and to read than arrays of one element do. */
    private static final String INSERT_NEXT_ALONE = """
            with turn as (select where pg_try_advisory_xact_lock_shared(log.turn())),
                 kept as (insert into log.outcome (key, fingerprint, position, events)
                          select k.key, ?, ?, 1 from turn, (values (?::uuid)) k (key) where k.key is not null)
            insert into log.event (position, event_id, subject_type, subject, sequence, type, revision, payload, metadata,
                                   recorded_at)
            select ?, ?, ?, ?, ?, ?, ?, ?, ?, ? from turn
            """;

    /** For how many batches after another node's append or an offender's it is looked before anything is inserted. */
    private static final int WARY = 64;

    private static final String UNIQUE_VIOLATION = "23505";

    private final DataSource dataSource;
    private final Clock clock;
    private @Nullable Connection connection;
    private @Nullable PreparedStatement append;
    private @Nullable PreparedStatement insertNext;
    private @Nullable PreparedStatement insertNextAlone;
    private @Nullable End end;
    private long lastOwn;
    private int wary;

    /** The committed end of a log that is no example: its last position, and when that was recorded. */
    private record End(long position, Instant recordedAt) {}

    LogWriter(DataSource dataSource, Clock clock) {
        this.dataSource = dataSource;
        this.clock = clock;
    }

    /**
     * Connects, unless it is.
     *
     * @throws SQLException if the database cannot be reached; nothing was sent
     */
    void connect() throws SQLException {
        if (append == null) {
            connection = dataSource.getConnection();
            try (Statement statement = connection.createStatement()) {
                // To plan anew for each batch would take longer than to write it.
                statement.execute("set plan_cache_mode = force_generic_plan");
                statement.execute(LogConnections.settings(Duration.ofMillis(connection.getNetworkTimeout())));
            }
            insertNext = connection.prepareStatement(INSERT_NEXT);
            insertNextAlone = connection.prepareStatement(INSERT_NEXT_ALONE);
            append = connection.prepareStatement(APPEND);
        }
    }

    /**
     * Writes a batch over the open connection and tells each of its units of work what became of it.
     *
     * @throws SQLException if that is not known; the batch may be in the log or not
     */
    void write(Batch batch) throws SQLException {
        if (batch.units().getFirst().clockChange() != null || !writeNext(batch)) {
            writeAll(batch);
        }
    }

    /** Returns false if the end is not known or something refuses a row; what that is, {@link #writeAll} finds out. */
    private boolean writeNext(Batch batch) throws SQLException {
        End known = end;
        end = null;
        if (known == null || wary > 0) {
            return false;
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Instant recordedAt = now.isBefore(known.recordedAt()) ? known.recordedAt() : now;
        try {
            int inserted = batch.events() == 1
                    ? insertAlone(batch.units().getFirst(), known.position() + 1, recordedAt)
                    : insert(batch, known.position(), recordedAt);
            if (inserted == 0) {
                return false;
            }
        } catch (SQLException e) {
            if (UNIQUE_VIOLATION.equals(e.getSQLState())) {
                wary = WARY;
                return false;
            }
            throw e;
        }
        long last = known.position();
        for (Append unit : batch.units()) {
            unit.succeed(unit.receipt(last + 1, recordedAt));
            last += unit.rows().size();
        }
        end = new End(last, recordedAt);
        lastOwn = last;
        return true;
    }

    private int insert(Batch batch, long base, Instant recordedAt) throws SQLException {
        PreparedStatement statement = Objects.requireNonNull(insertNext, "not connected");
        var columns = new BatchColumns(batch);
        statement.setLong(1, base);
        columns.setKeys(statement, 2);
        statement.setLong(5, base);
        statement.setTimestamp(6, Timestamp.from(recordedAt));
        columns.setEvents(statement, 7);
        return statement.executeUpdate();
    }

    private int insertAlone(Append unit, long position, Instant recordedAt) throws SQLException {
        PreparedStatement statement = Objects.requireNonNull(insertNextAlone, "not connected");
        Append.Row row = unit.rows().getFirst();
        CommandKey key = unit.key();
        statement.setString(1, key == null ? null : key.fingerprint());
        statement.setLong(2, position);
        statement.setObject(3, key == null ? null : key.id(), Types.OTHER);
        statement.setLong(4, position);
        statement.setObject(5, row.id());
        statement.setString(6, row.subjectType());
        statement.setString(7, row.subject());
        statement.setLong(8, row.sequence());
        statement.setString(9, row.type());
        statement.setString(10, row.revision());
        statement.setString(11, row.payload());
        statement.setString(12, row.metadata());
        statement.setTimestamp(13, Timestamp.from(recordedAt));
        return statement.executeUpdate();
    }

    private void writeAll(Batch batch) throws SQLException {
        PreparedStatement statement = Objects.requireNonNull(append, "not connected");
        ClockChange clockChange = batch.units().getFirst().clockChange();
        statement.setBoolean(1, clockChange != null && clockChange.starts());
        statement.setTimestamp(2, clockChange == null ? null : Timestamp.from(clockChange.to()));
        statement.setTimestamp(3, Timestamp.from(clock.instant()));
        var columns = new BatchColumns(batch);
        columns.setUnits(statement, 4);
        columns.setEvents(statement, 6);
        columns.setKeys(statement, 14);
        try (ResultSet result = statement.executeQuery()) {
            result.next();
            long base = result.getLong(1);
            if (result.wasNull()) {
                batch.units().forEach(unit -> unit.fail(new ConcurrencyException("The log is no longer empty")));
            } else {
                becomeWary(base);
                tell(batch, base, result);
            }
        }
    }

    private void becomeWary(long base) {
        boolean othersAppend = lastOwn > 0 && base > lastOwn;
        wary = othersAppend ? WARY : Math.max(0, wary - 1);
    }

    private void tell(Batch batch, long base, ResultSet result) throws SQLException {
        Instant recordedAt = result.getTimestamp(2).toInstant();
        boolean example = result.getBoolean(3);
        Integer[] refused = array(result, 4, new Integer[0]);
        String[] reasons = array(result, 5, new String[0]);
        Long[] positions = array(result, 6, new Long[0]);
        Timestamp[] times = array(result, 7, new Timestamp[0]);
        long next = base + 1;
        int r = 0;
        List<Append> units = batch.units();
        for (int i = 0; i < units.size(); i++) {
            Append unit = units.get(i);
            if (r < refused.length && refused[r] == i + 1) {
                switch (reasons[r]) {
                    case "stored" -> unit.succeed(unit.receipt(positions[r], times[r].toInstant()));
                    case "key" -> unit.fail(new CommandKeyTakenException());
                    default -> unit.fail(new ConcurrencyException("A stream has moved on since it was read"));
                }
                r++;
            } else {
                unit.succeed(unit.receipt(next, recordedAt));
                next += unit.rows().size();
            }
        }
        lastOwn = next - 1;
        end = example || lastOwn == base ? null : new End(lastOwn, recordedAt);
    }

    @SuppressWarnings("unchecked")
    private static <T> T[] array(ResultSet result, int column, T[] none) throws SQLException {
        java.sql.Array array = result.getArray(column);
        return array == null ? none : (T[]) array.getArray();
    }

    /** Lets go of a connection that has failed; the next batch opens another. */
    void disconnect() {
        Connection failed = connection;
        connection = null;
        append = null;
        insertNext = null;
        insertNextAlone = null;
        end = null;
        if (failed != null) {
            try {
                failed.close();
            } catch (SQLException e) {
                // It failed before, which is why it is let go.
            }
        }
    }

    @Override
    public void close() {
        disconnect();
    }
}
