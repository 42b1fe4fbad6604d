package org.probity.standalone;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * PostgreSQL in the data directory, started and stopped with the application.
 *
 * <p>Invariant: what was committed is on the disk, after {@code kill -9} of this JVM, of PostgreSQL or of the machine.
 * The library that starts it is made for tests and switches that off, so every setting it depends on is set here, and
 * a test asks the running server for each.
 *
 * <p>It listens on the loopback address only and trusts whoever connects: it is as safe as the machine's other users
 * are trustworthy, like the example users beside it.
 */
final class EmbeddedDatabase implements AutoCloseable {

    static final String USER = "postgres";

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedDatabase.class);
    private static final String NAME = "probity";

    /** After a crash PostgreSQL replays its log before it answers, and a slow disk takes its time. */
    private static final Duration START_WITHIN = Duration.ofMinutes(2);

    private static final Duration STOP_WITHIN = Duration.ofSeconds(60);

    private final EmbeddedPostgres postgres;
    private final Path directory;
    private final AtomicBoolean closed = new AtomicBoolean();

    private EmbeddedDatabase(EmbeddedPostgres postgres, Path directory) {
        this.postgres = postgres;
        this.directory = directory;
    }

    /**
     * Starts the database of the data directory, creating it the first time. A server that a killed process left behind
     * is stopped first; holding the directory proves that nobody uses it any more.
     *
     * @throws RefusedToStart when a server left behind does not end
     */
    static EmbeddedDatabase start(DataDirectory data) {
        Path directory = data.resolve("database");
        Postmaster.on(directory).ifPresent(leftBehind -> {
            LOG.info(
                    "stopping the database that an earlier run left behind (process {})",
                    leftBehind.process().pid());
            stop(leftBehind, directory);
        });
        Path log = data.resolve("database.log");
        try {
            EmbeddedPostgres postgres = EmbeddedPostgres.builder()
                    // Not in a temporary directory that others can write or a cleaner may empty.
                    .setOverrideWorkingDirectory(data.resolve("postgresql").toFile())
                    .setDataDirectory(directory)
                    .setCleanDataDirectory(false)
                    // Stopped by us, after everything that uses it; a hook of its own would run at the same time.
                    .setRegisterShutdownHook(false)
                    .setPGStartupWait(START_WITHIN)
                    .setOutputRedirector(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .setServerConfig("fsync", "on")
                    .setServerConfig("synchronous_commit", "on")
                    .setServerConfig("full_page_writes", "on")
                    .setServerConfig("listen_addresses", "127.0.0.1")
                    .setServerConfig("unix_socket_directories", "")
                    // The same order and case rules on every machine, whatever its language.
                    .setLocaleConfig("locale", "C")
                    .setLocaleConfig("locale-provider", "builtin")
                    .setLocaleConfig("builtin-locale", "C.UTF-8")
                    .start();
            EmbeddedDatabase database = new EmbeddedDatabase(postgres, directory);
            database.createOnce();
            return database;
        } catch (IOException | RuntimeException | SQLException e) {
            Postmaster.on(directory).ifPresent(halfStarted -> stop(halfStarted, directory));
            throw new RefusedToStart(
                    "The embedded PostgreSQL in " + directory + " did not start.",
                    "Its own words are in " + log
                            + ". Another database can be used with --spring.datasource.url=jdbc:postgresql://…",
                    e);
        }
    }

    private void createOnce() throws SQLException {
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery("select 1 from pg_database where datname = '" + NAME + "'")) {
            if (!found.next()) {
                statement.execute("create database " + NAME);
            }
        }
    }

    String url() {
        return "jdbc:postgresql://127.0.0.1:" + postgres.getPort() + "/" + NAME;
    }

    /** Ends all sessions and stops the server; returns when everything is on the disk and the directory is free. */
    @Override
    public void close() {
        if (!closed.compareAndSet(false, true)) {
            return;
        }
        try {
            postgres.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            // The library waits five seconds for a last checkpoint and then goes on.
            Postmaster.on(directory).ifPresent(slow -> stop(slow, directory));
        }
    }

    private static void stop(Postmaster postmaster, Path directory) {
        boolean stopped;
        try {
            stopped = postmaster.stop(STOP_WITHIN);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            stopped = false;
        }
        if (!stopped) {
            throw new RefusedToStart(
                    "The PostgreSQL process " + postmaster.process().pid() + " on " + directory + " does not end.",
                    "Stop it by hand, then start again.");
        }
    }
}
