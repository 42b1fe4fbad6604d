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
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import javax.sql.DataSource;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;

/**
 * Writes batches over a connection of its own. Invariant: a unit of work is told an outcome only when that is known.
 * When the connection is lost after a batch was sent, the same batch is sent again, event ids and all: the log answers
 * for each unit of work whether it is there already.
 */
final class LogWriter implements AutoCloseable {

    private static final String APPEND = """
            select base, recorded_at, refused, reasons, positions, times
              from log.append(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;

    private static final String APPEND_ONE =
            "select base, recorded_at from log.append_one(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

    private static final String UNIQUE_VIOLATION = "23505";

    private final DataSource dataSource;
    private final Clock clock;
    private @Nullable Connection connection;
    private @Nullable PreparedStatement append;
    private @Nullable PreparedStatement appendOne;

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
            appendOne = connection.prepareStatement(APPEND_ONE);
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
                || !writeOne(batch.units().getFirst())) {
            writeAll(batch);
        }
    }

    /** Returns false if something refuses it; what that is, {@link #writeAll} finds out. */
    private boolean writeOne(Append unit) throws SQLException {
        PreparedStatement statement = Objects.requireNonNull(appendOne, "not connected");
        Append.Row row = unit.rows().getFirst();
        CommandKey key = unit.key();
        statement.setTimestamp(1, Timestamp.from(clock.instant()));
        statement.setObject(2, row.id());
        statement.setString(3, row.subjectType());
        statement.setString(4, row.subject());
        statement.setLong(5, row.sequence());
        statement.setString(6, row.type());
        statement.setString(7, row.revision());
        statement.setString(8, row.payload());
        statement.setString(9, row.metadata());
        statement.setObject(10, key == null ? null : key.id(), Types.OTHER);
        statement.setString(11, key == null ? null : key.fingerprint());
        try (ResultSet result = statement.executeQuery()) {
            result.next();
            unit.succeed(
                    unit.receipt(result.getLong(1) + 1, result.getTimestamp(2).toInstant()));
            return true;
        } catch (SQLException e) {
            if (UNIQUE_VIOLATION.equals(e.getSQLState())) {
                return false;
            }
            throw e;
        }
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
                tell(batch, base, result);
            }
        }
    }

    private static void tell(Batch batch, long base, ResultSet result) throws SQLException {
        Instant recordedAt = result.getTimestamp(2).toInstant();
        Integer[] refused = array(result, 3, new Integer[0]);
        String[] reasons = array(result, 4, new String[0]);
        Long[] positions = array(result, 5, new Long[0]);
        Timestamp[] times = array(result, 6, new Timestamp[0]);
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
        appendOne = null;
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
