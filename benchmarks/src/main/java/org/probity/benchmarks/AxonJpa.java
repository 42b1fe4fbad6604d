package org.probity.benchmarks;

import java.time.Duration;
import org.axonframework.common.jpa.SimpleEntityManagerProvider;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.jpa.JpaEventStorageEngine;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.hibernate.dialect.PostgreSQLDialect;
import org.springframework.orm.jpa.JpaTransactionManager;
import org.springframework.orm.jpa.SharedEntityManagerCreator;

/**
 * Axon's own JPA engine, with a transaction for each command, as its Spring configuration wires it. Untouched, Hibernate
 * keeps payloads as large objects on PostgreSQL; with {@link ByteaDialect} they are in the row. Either way it takes fifty
 * positions at once from its sequence.
 */
final class AxonJpa implements Peer {

    private final Hibernate hibernate;
    private final EmbeddedEventStore events;
    private final CommandPath commands;

    AxonJpa(String url, Class<? extends PostgreSQLDialect> dialect) {
        hibernate = new Hibernate(url, "org.axonframework.eventsourcing.eventstore.jpa", dialect);
        var transactions = new SpringTransactionManager(new JpaTransactionManager(hibernate.factory()));
        events = EmbeddedEventStore.builder()
                .storageEngine(engine(transactions, Jackson3Serializer.builder().build()))
                .build();
        commands = new CommandPath(configurer -> configurer
                .configureTransactionManager(configuration -> transactions)
                .configureEventStore(configuration -> events));
    }

    /** What it reads events from. */
    EmbeddedEventStore events() {
        return events;
    }

    @Override
    public double perSecond(int callers, Duration duration) {
        return commands.perSecond(callers, duration);
    }

    private JpaEventStorageEngine engine(SpringTransactionManager transactions, Serializer serializer) {
        try {
            return JpaEventStorageEngine.builder()
                    .entityManagerProvider(new SimpleEntityManagerProvider(
                            SharedEntityManagerCreator.createSharedEntityManager(hibernate.factory())))
                    .dataSource(hibernate.pool())
                    .transactionManager(transactions)
                    .eventSerializer(serializer)
                    .snapshotSerializer(serializer)
                    .build();
        } catch (java.sql.SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        commands.close();
        hibernate.close();
    }
}
