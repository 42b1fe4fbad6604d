package org.probity.benchmarks;

import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What a client would do without an event store: insert the row by JDBC, one transaction each, over a connection of its
 * own, into the same table with the same indexes. Its positions come from a sequence, so they have gaps and become
 * visible out of order; that is the work it is spared.
 */
final class RawInserts {

    private static final String INSERT = """
            insert into raw.event (position, event_id, subject_type, subject, sequence, type, revision, payload, metadata,
                                   recorded_at, command_key, command_fingerprint, command_events)
            values (nextval('raw.position'), ?, ?, ?, 0, ?, '1', ?, ?, now(), ?, ?, 1)
            """;

    private final String url;

    RawInserts(String urlOfLog) {
        url = urlOfLog;
        Database.execute(
                url,
                "create schema raw",
                "create table raw.event (like log.event including all)",
                "create sequence raw.position");
    }

    double perSecond(int callers, Duration duration) {
        String run = UUID.randomUUID().toString();
        var statements = new ConcurrentHashMap<Integer, PreparedStatement>();
        try {
            return Load.perSecond(callers, duration, (caller, turn) -> {
                PreparedStatement statement = statements.get(caller);
                if (statement == null) {
                    statement = DriverManager.getConnection(url).prepareStatement(INSERT);
                    statements.put(caller, statement);
                }
                statement.setObject(1, UUID.randomUUID());
                statement.setString(2, "Nomination");
                statement.setString(3, "nomination/" + run + "-" + caller + "-" + turn);
                statement.setString(4, "Nominated");
                statement.setString(5, Sample.PAYLOAD);
                statement.setString(6, Sample.METADATA);
                statement.setObject(7, UUID.randomUUID());
                statement.setString(8, Sample.FINGERPRINT);
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
