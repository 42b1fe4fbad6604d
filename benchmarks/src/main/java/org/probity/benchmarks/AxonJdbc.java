package org.probity.benchmarks;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import org.axonframework.common.jdbc.UnitOfWorkAwareConnectionProviderWrapper;
import org.axonframework.config.Configurer;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.eventsourcing.eventstore.jdbc.PostgresEventTableFactory;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.axonframework.spring.jdbc.SpringDataSourceConnectionProvider;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;

/**
 * Axon's own JDBC engine, with the table it makes for PostgreSQL (payloads as BYTEA) and a transaction for each command,
 * as its Spring configuration wires it.
 */
final class AxonJdbc implements Peer {

    /** How many connections a peer has that needs one for each command. */
    static final int CONNECTIONS = 32;

    private final HikariDataSource pool = new HikariDataSource();
    private final CommandPath commands;

    AxonJdbc(String url) {
        pool.setJdbcUrl(url);
        pool.setMaximumPoolSize(CONNECTIONS);
        commands = new CommandPath(this::configure);
    }

    @Override
    public double perSecond(int callers, Duration duration) {
        return commands.perSecond(callers, duration);
    }

    private Configurer configure(Configurer configurer) {
        var transactions = new SpringTransactionManager(new DataSourceTransactionManager(pool));
        Serializer serializer = Jackson3Serializer.builder().build();
        JdbcEventStorageEngine engine = JdbcEventStorageEngine.builder()
                .connectionProvider(
                        new UnitOfWorkAwareConnectionProviderWrapper(new SpringDataSourceConnectionProvider(pool)))
                .transactionManager(transactions)
                .eventSerializer(serializer)
                .snapshotSerializer(serializer)
                .build();
        engine.createSchema(PostgresEventTableFactory.INSTANCE);
        return configurer
                .configureTransactionManager(configuration -> transactions)
                .configureEventStore(configuration ->
                        EmbeddedEventStore.builder().storageEngine(engine).build());
    }

    @Override
    public void close() {
        commands.close();
        pool.close();
    }
}
