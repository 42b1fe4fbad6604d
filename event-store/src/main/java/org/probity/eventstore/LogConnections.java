package org.probity.eventstore;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * The log's own connections: outside the application's pool, so that appends never wait for a projection and a
 * command never holds a pooled connection while it waits.
 */
final class LogConnections implements AutoCloseable {

    /** The schema of the processors' tokens. */
    static final String TOKENS = "axon";

    /**
     * After so many seconds without a word from the database a connection counts as lost. Commands ask together, so one
     * answer that never comes would hold up all of them. The database's address may say otherwise ({@code socketTimeout}).
     */
    static final int SILENCE_SECONDS = 30;

    private final HikariDataSource pool;

    private LogConnections(HikariDataSource pool) {
        this.pool = pool;
    }

    /**
     * Brings the schemas of the log and of the processors' tokens up to date.
     *
     * @param pool has given no connection yet
     * @throws IllegalStateException if the database may lose what it has acknowledged
     */
    static LogConnections migrated(HikariDataSource pool) {
        settle(pool);
        migrate(pool, "log", "migration");
        migrate(pool, TOKENS, "tokens");
        requireOn(pool, "fsync");
        requireOn(pool, "full_page_writes");
        requireOn(pool, "synchronous_commit");
        return new LogConnections(pool);
    }

    HikariDataSource pool() {
        return pool;
    }

    @Override
    public void close() {
        pool.close();
    }

    private static void settle(HikariDataSource pool) {
        pool.setConnectionInitSql(settings(endSilence(pool)));
    }

    /** The application's address says how long, or else {@link #SILENCE_SECONDS} do; returns it. */
    static Duration endSilence(HikariDataSource pool) {
        int seconds = ofWriter(pool.getJdbcUrl(), null, null).getSocketTimeout();
        pool.addDataSourceProperty("socketTimeout", Integer.toString(seconds));
        return Duration.ofSeconds(seconds);
    }

    /**
     * What is said to the database over each connection of the log.
     *
     * <p>Whatever is asked of events and outcomes has its index. A plan that was made while a table was all but empty would
     * read it from end to end, and be kept while it grows. The one row of {@code log.kind} is scanned all the same, and
     * before PostgreSQL 18 that makes a plan look so dear that it would be compiled each time.
     *
     * <p>A statement that is only slow is given up by the database before its connection counts as lost: else it would go on
     * there, with all that it holds, while it is asked again over another. A commit is not given up.
     *
     * @param silence after how long without a word a connection counts as lost
     */
    static String settings(Duration silence) {
        return "set enable_seqscan = off; set jit = off; set statement_timeout = " + silence.toMillis() / 6 * 5;
    }

    /** Where the writer gets its one connection from. */
    static PGSimpleDataSource ofWriter(String url, @Nullable String user, @Nullable String password) {
        var own = new PGSimpleDataSource();
        own.setUrl(url);
        if (own.getSocketTimeout() == 0) {
            own.setSocketTimeout(SILENCE_SECONDS);
        }
        if (user != null) {
            own.setUser(user);
            own.setPassword(password);
        }
        return own;
    }

    /** A migration may take its time, so it has a connection of its own. */
    static void migrate(HikariDataSource pool, String schema, String folder) {
        Flyway.configure()
                .dataSource(pool.getJdbcUrl(), pool.getUsername(), pool.getPassword())
                .schemas(schema)
                .locations("classpath:org/probity/eventstore/" + folder)
                .load()
                .migrate();
    }

    private static void requireOn(HikariDataSource pool, String setting) {
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement();
                ResultSet shown = statement.executeQuery("show " + setting)) {
            shown.next();
            if (!"on".equals(shown.getString(1))) {
                throw new IllegalStateException("PostgreSQL runs with " + setting + "=" + shown.getString(1)
                        + ": an acknowledged event could be lost. Set it to on.");
            }
        } catch (SQLException e) {
            throw new LogUnavailableException("The log cannot be reached", e);
        }
    }
}
