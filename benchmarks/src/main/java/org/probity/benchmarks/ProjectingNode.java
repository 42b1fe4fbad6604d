package org.probity.benchmarks;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.messaging.StreamableMessageSource;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.probity.benchmarks.Sample.Nomination.Nominated;
import org.probity.eventstore.EventTypes;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A process of its own with a projection of its own, which says of each event when its row could be seen. */
final class ProjectingNode {

    static final String READY = "ready";

    private static final String GROUP = "projection.seen";
    private static final int BATCH = 200;

    private ProjectingNode() {}

    /**
     * Runs until it is ended.
     *
     * @param arguments the database
     */
    public static void main(String[] arguments) throws InterruptedException {
        Database.execute(arguments[0], "create table seen (id text primary key)");
        Store.running(arguments[0], Application.class);
        System.out.println(READY);
        new CountDownLatch(1).await();
    }

    /** The event store with one projection, set up as the product's own are. */
    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    static class Application {

        @Bean
        EventTypes eventTypes() {
            return EventTypes.of(List.of(Sample.Nomination.class));
        }

        @Bean
        ConfigurerModule projection() {
            return configurer -> configurer
                    .eventProcessing()
                    .registerPooledStreamingEventProcessor(
                            GROUP,
                            org.axonframework.config.Configuration::eventStore,
                            (configuration, processor) -> processor
                                    .initialSegmentCount(1)
                                    .batchSize(BATCH)
                                    .initialToken(StreamableMessageSource::createTailToken));
        }

        @Bean
        SeenProjection seen(JdbcClient database) {
            return new SeenProjection(database);
        }
    }

    /** A row for each nomination. */
    @ProcessingGroup(GROUP)
    static final class SeenProjection {

        private final JdbcClient database;

        SeenProjection(JdbcClient database) {
            this.database = database;
        }

        @EventHandler
        void on(Nominated event) {
            database.sql("insert into seen (id) values (?)").param(event.id()).update();
            CurrentUnitOfWork.get()
                    .root()
                    .afterCommit(committed -> System.out.println(event.id() + " " + ProjectionLag.now()));
        }
    }
}
