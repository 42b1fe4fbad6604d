package org.probity.eventstore;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
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
 * <p>Where the log ends is known from the last answer over the same connection. A single event is inserted at the next
 * place, as any client would insert a row. If that is taken by then, or anything else refuses it, {@code log.append} waits
 * for its turn and says what it is.
 */
final class LogWriter implements AutoCloseable {

    private static final String APPEND = """
            select base, recorded_at, example, refused, reasons, positions, times
              from log.append(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;

    /** Without effect while somebody else has the turn. */
    private static final String APPEND_NEXT = """
            with turn as (select where pg_try_advisory_xact_lock_shared(log.turn())),
                 kept as (insert into log.outcome (key, fingerprint, position, events)
                          select k.key, ?, ?, 1 from turn, (values (?::uuid)) k (key) where k.key is not null)
            insert into log.event (position, event_id, subject_type, subject, sequence, type, revision, payload, metadata,
                                   recorded_at)
            select ?, ?, ?, ?, ?, ?, ?, ?, ?, ? from turn
            """;

    /** For how many appends after another node's it is not worth to guess at the next place. */
    private static final int WARY = 64;

    private static final String UNIQUE_VIOLATION = "23505";

    private final DataSource dataSource;
    private final Clock clock;
    private @Nullable Connection connection;
    private @Nullable PreparedStatement append;
    private @Nullable PreparedStatement appendNext;
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
            }
            appendNext = connection.prepareStatement(APPEND_NEXT);
            append = connection.prepareStatement(APPEND);
        }
    }

    /**
     * Writes a batch over the open connection and tells each of its units of work what became of it.
     *
     * @throws SQLException if that is not known; the batch may be in the log or not
     */
    void write(Batch batch) throws SQLException {
        if (batch.events() > 1
                || batch.units().getFirst().clockChange() != null
                || !writeNext(batch.units().getFirst())) {
            writeAll(batch);
        }
    }

    /** Returns false if the end is not known or something refuses it; what that is, {@link #writeAll} finds out. */
    private boolean writeNext(Append unit) throws SQLException {
        End known = end;
        end = null;
        if (known == null || wary > 0) {
            return false;
        }
        long position = known.position() + 1;
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Instant recordedAt = now.isBefore(known.recordedAt()) ? known.recordedAt() : now;
        try {
            if (insert(unit, position, recordedAt) == 0) {
                return false;
            }
        } catch (SQLException e) {
            if (UNIQUE_VIOLATION.equals(e.getSQLState())) {
                return false;
            }
            throw e;
        }
        end = new End(position, recordedAt);
        lastOwn = position;
        unit.succeed(unit.receipt(position, recordedAt));
        return true;
    }

    private int insert(Append unit, long position, Instant recordedAt) throws SQLException {
        PreparedStatement statement = Objects.requireNonNull(appendNext, "not connected");
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
        bind(statement, batch);
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

    private void bind(PreparedStatement statement, Batch batch) throws SQLException {
        int n = batch.events();
        var unit = new Integer[n];
        var first = new Boolean[n];
        var id = new UUID[n];
        var subjectType = new String[n];
        var subject = new String[n];
        var sequence = new Long[n];
        var type = new String[n];
        var revision = new String[n];
        var payload = new String[n];
        var metadata = new String[n];
        var key = new @Nullable UUID[n];
        var fingerprint = new @Nullable String[n];
        var keyed = new @Nullable Integer[n];
        int e = 0;
        for (int u = 0; u < batch.units().size(); u++) {
            Append append = batch.units().get(u);
            CommandKey commandKey = append.key();
            if (commandKey != null) {
                key[e] = commandKey.id();
                fingerprint[e] = commandKey.fingerprint();
                keyed[e] = append.rows().size();
            }
            for (Append.Row row : append.rows()) {
                unit[e] = u + 1;
                first[e] = row.first();
                id[e] = row.id();
                subjectType[e] = row.subjectType();
                subject[e] = row.subject();
                sequence[e] = row.sequence();
                type[e] = row.type();
                revision[e] = row.revision();
                payload[e] = row.payload();
                metadata[e] = row.metadata();
                e++;
            }
        }
        ClockChange clockChange = batch.units().getFirst().clockChange();
        statement.setBoolean(1, clockChange != null && clockChange.starts());
        statement.setTimestamp(2, clockChange == null ? null : Timestamp.from(clockChange.to()));
        statement.setTimestamp(3, Timestamp.from(clock.instant()));
        Connection arrays = statement.getConnection();
        statement.setArray(4, arrays.createArrayOf("int4", unit));
        statement.setArray(5, arrays.createArrayOf("bool", first));
        statement.setArray(6, arrays.createArrayOf("uuid", id));
        statement.setArray(7, arrays.createArrayOf("text", subjectType));
        statement.setArray(8, arrays.createArrayOf("text", subject));
        statement.setArray(9, arrays.createArrayOf("int8", sequence));
        statement.setArray(10, arrays.createArrayOf("text", type));
        statement.setArray(11, arrays.createArrayOf("text", revision));
        statement.setArray(12, arrays.createArrayOf("text", payload));
        statement.setArray(13, arrays.createArrayOf("text", metadata));
        statement.setArray(14, arrays.createArrayOf("uuid", key));
        statement.setArray(15, arrays.createArrayOf("text", fingerprint));
        statement.setArray(16, arrays.createArrayOf("int4", keyed));
    }

    /** Lets go of a connection that has failed; the next batch opens another. */
    void disconnect() {
        Connection failed = connection;
        connection = null;
        append = null;
        appendNext = null;
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
