package org.probity.benchmarks;

import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Comparator;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;

/**
 * What a client would do without an event store: insert the row by JDBC, one transaction each, over a connection of its
 * own, into the same tables with the same indexes. Its positions come from a sequence, so they have gaps and become
 * visible out of order; that is the work it is spared.
 */
final class RawInserts {

    private static final String INSERT = """
            with kept as (insert into raw.outcome (key, fingerprint, position, events)
                          values (?, ?, nextval('raw.position'), 1) returning position)
            insert into raw.event (position, event_id, subject_type, subject, sequence, type, revision, payload, metadata,
                                   recorded_at)
            select position, ?, ?, ?, 0, ?, '1', ?, ?, now() from kept
            """;

    private final String url;

    RawInserts(String urlOfLog) {
        url = urlOfLog;
        Database.execute(
                url,
                "create schema raw",
                "create table raw.event (like log.event including all)",
                "create table raw.outcome (like log.outcome including all)",
                "create sequence raw.position");
    }

    /** With how many callers it does best, of the powers of two up to 128. */
    int bestCallers() {
        Duration probe = Duration.ofSeconds(2);
        perSecond(8, probe);
        return IntStream.of(8, 16, 32, 64, 128)
                .boxed()
                .max(Comparator.comparingDouble(callers -> perSecond(callers, probe)))
                .orElseThrow();
    }

    double perSecond(int callers, Duration duration) {
        var statements = new ConcurrentHashMap<Integer, PreparedStatement>();
        try {
            return Load.perSecond(callers, duration, (caller, turn) -> {
                PreparedStatement statement = statements.get(caller);
                if (statement == null) {
                    statement = DriverManager.getConnection(url).prepareStatement(INSERT);
                    statements.put(caller, statement);
                }
                statement.setObject(1, UUID.randomUUID());
                statement.setString(2, Sample.FINGERPRINT);
                statement.setObject(3, UUID.randomUUID());
                statement.setString(4, "Nomination");
                statement.setString(5, Sample.newStream());
                statement.setString(6, "Nominated");
                statement.setString(7, Sample.PAYLOAD);
                statement.setString(8, Sample.METADATA);
                return statement.executeUpdate() == 1;
            });
        } finally {
            statements.values().forEach(RawInserts::close);
        }
    }

    private static void close(PreparedStatement statement) {
        try {
            statement.getConnection().close();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
