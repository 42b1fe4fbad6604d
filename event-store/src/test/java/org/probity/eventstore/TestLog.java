package org.probity.eventstore;

import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.serialization.upcasting.event.EventUpcasterChain;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** An empty log of its own for each test, on a PostgreSQL that all tests of a run share. */
final class TestLog implements AutoCloseable {

    static final int CACHE_BYTES = 1_000_000;

    private static final EmbeddedPostgres POSTGRES = start();
    private static final AtomicInteger DATABASES = new AtomicInteger();
    static final String MASTER_KEY = "0123456789abcdef".repeat(4);
    static final KeyVaultProperties NO_SETTINGS = new KeyVaultProperties(null, List.of(), null, null, null);
    static final EventTypes TYPES = EventTypes.of(
            List.of(Story.class),
            event -> event == Story.Confided.class ? Map.of("secret", "teller") : Map.of(),
            Upcasts.NONE);

    final MovableClock clock = new MovableClock();
    final LogConnections connections;
    final KeyVaultConnections vaultConnections;
    final KeyVault vault;
    final StableNameSerializer serializer;
    final UnknownEvents unknown = new UnknownEvents();
    final AtomicInteger queries = new AtomicInteger();
    volatile Runnable whenAsked = () -> {};
    final EventLog log;
    final StreamCache cache;
    final GroupCommit commit;
    final LogWatch watch;
    final PostgresEventStore store;

    TestLog() {
        this(newDatabase());
    }

    /** A node on the log of another. */
    TestLog(TestLog other) {
        this(other.connections.pool().getJdbcUrl());
    }

    /** The same, through another port. */
    TestLog(TestLog other, int port) {
        this(other.connections.pool().getJdbcUrl().replaceFirst(":\\d+/", ":" + port + "/"));
    }

    private TestLog(String url) {
        var pool = new HikariDataSource();
        pool.setJdbcUrl(url);
        pool.setMaximumPoolSize(10);
        connections = LogConnections.migrated(pool);
        log = new EventLog(counted(pool));
        cache = new StreamCache(log, CACHE_BYTES);
        commit = new GroupCommit(pool, clock, 1024);
        watch = new LogWatch(pool);
        watch.start();
        vaultConnections = KeyVaultConnections.migrated(details(url), NO_SETTINGS);
        vault = new KeyVault(vaultConnections.pool(), new MasterKeys(MASTER_KEY, List.of()));
        serializer = new StableNameSerializer(TYPES, vault);
        store = storeOf(TYPES);
    }

    /** A store on this log that knows these events. */
    PostgresEventStore storeOf(EventTypes types) {
        return new PostgresEventStore(
                new PostgresEventStore.Builder(),
                log,
                cache,
                commit,
                watch,
                unknown,
                new StableNameSerializer(types, vault),
                new EventUpcasterChain(new StepwiseUpcaster(types)));
    }

    private DataSource counted(DataSource pool) {
        return new DelegatingDataSource(pool) {
            @Override
            public Connection getConnection() throws SQLException {
                queries.incrementAndGet();
                whenAsked.run();
                return super.getConnection();
            }
        };
    }

    static String newDatabase() {
        String name = "log" + DATABASES.incrementAndGet();
        try (var connection = POSTGRES.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("create database " + name);
        } catch (java.sql.SQLException e) {
            throw new IllegalStateException(e);
        }
        return POSTGRES.getJdbcUrl("postgres", name);
    }

    private static EmbeddedPostgres start() {
        try {
            return EmbeddedPostgres.builder()
                    .setServerConfig("fsync", "on")
                    .setServerConfig("synchronous_commit", "on")
                    .setServerConfig("full_page_writes", "on")
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static int port() {
        return POSTGRES.getPort();
    }

    /** Ends every other connection to this database, as an administrator or a restart would. */
    void endConnections() throws java.sql.SQLException {
        try (var connection = POSTGRES.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("select pg_terminate_backend(pid) from pg_stat_activity where datname = '"
                    + connections.pool().getJdbcUrl().replaceAll(".*/(\\w+).*", "$1") + "'");
        }
    }

    /** One event for one stream, next in its sequence. */
    static DomainEventMessage<?> event(String stream, long sequence, String text) {
        return new GenericDomainEventMessage<>("Story", stream, sequence, new Story.Told(text), Map.of("by", "test"));
    }

    /** Appends in one unit of work. */
    Receipt append(DomainEventMessage<?>... events) {
        return append(null, events);
    }

    Receipt append(@Nullable CommandKey key, DomainEventMessage<?>... events) {
        UnitOfWork<?> unitOfWork = DefaultUnitOfWork.startAndGet(null);
        if (key != null) {
            key.attachTo(unitOfWork);
        }
        unitOfWork.execute(() -> store.publish(events));
        Receipt receipt = Receipt.of(unitOfWork);
        if (receipt == null) {
            throw new AssertionError("Nothing was appended");
        }
        return receipt;
    }

    List<StoredEvent> all() {
        return new ArrayList<>(log.after(0, 1_000_000));
    }

    static CommandKey key(String fingerprint) {
        return new CommandKey(UUID.randomUUID(), fingerprint);
    }

    @Override
    public void close() {
        commit.close();
        watch.stop();
        vaultConnections.close();
        connections.close();
    }

    /** Where a database is, for whoever connects to it alone. */
    static JdbcConnectionDetails details(String url) {
        return new JdbcConnectionDetails() {
            @Override
            public @Nullable String getUsername() {
                return null;
            }

            @Override
            public @Nullable String getPassword() {
                return null;
            }

            @Override
            public String getJdbcUrl() {
                return url;
            }
        };
    }

    /** Events to store. */
    sealed interface Story {
        record Told(String text) implements Story {}

        /** The secret is the teller's personal data. */
        record Confided(String teller, @Nullable String secret, String place) implements Story {}
    }

    static final class MovableClock extends Clock {
        volatile Instant now = Instant.parse("2026-03-01T12:00:00Z");

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public java.time.ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(java.time.ZoneId zone) {
            return this;
        }
    }
}
