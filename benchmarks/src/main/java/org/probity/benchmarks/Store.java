package org.probity.benchmarks;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.modelling.command.ConcurrencyException;
import org.axonframework.springboot.autoconfig.JpaAutoConfiguration;
import org.axonframework.springboot.autoconfig.JpaEventStoreAutoConfiguration;
import org.probity.eventstore.CommandKey;
import org.probity.eventstore.EventTypes;
import org.probity.eventstore.PostgresEventStore;
import org.probity.eventstore.StableNameSerializer;
import org.probity.eventstore.Upcasts;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.data.jpa.autoconfigure.DataJpaRepositoriesAutoConfiguration;
import org.springframework.boot.hibernate.autoconfigure.HibernateJpaAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The event store as any Axon application gets it, asked to append units of work of one event with a key. */
final class Store implements AutoCloseable {

    /** What the peers bring along. */
    static final String WITHOUT_JPA = Stream.of(
                    HibernateJpaAutoConfiguration.class,
                    DataJpaRepositoriesAutoConfiguration.class,
                    JpaAutoConfiguration.class,
                    JpaEventStoreAutoConfiguration.class)
            .map(Class::getName)
            .collect(Collectors.joining(","));

    private final ConfigurableApplicationContext application;
    private final PostgresEventStore events;
    private final String url;

    Store(String url) {
        this(url, Application.class);
    }

    private Store(String url, Class<?> of) {
        this.url = url;
        application = running(url, of);
        events = application.getBean(PostgresEventStore.class);
    }

    /** An application with an event store, as its own configuration says. */
    static ConfigurableApplicationContext running(String url, Class<?> of) {
        return new SpringApplicationBuilder(of)
                .web(WebApplicationType.NONE)
                .properties(
                        "spring.datasource.url=" + url,
                        "probity.vault.master-key=" + "0".repeat(64),
                        "spring.autoconfigure.exclude=" + WITHOUT_JPA,
                        "spring.main.banner-mode=off",
                        "logging.level.root=warn")
                .run();
    }

    /** One with a history. */
    static Store with(int events, String url) {
        var store = new Store(url);
        BulkLoad.into(url, store.bean(StableNameSerializer.class), events);
        return store;
    }

    /** One in which the statement of every event is personal. */
    static Store sealing(String url) {
        return new Store(url, Sealing.class);
    }

    /** One in which every other event holds something personal, for what is read. */
    static Store sealingEveryOther(String url) {
        return new Store(url, SealingEveryOther.class);
    }

    /** A part of it. */
    <T> T bean(Class<T> type) {
        return application.getBean(type);
    }

    /** The database it writes to. */
    String url() {
        return url;
    }

    double perSecond(int callers, Duration duration) {
        return Load.perSecond(callers, duration, (caller, turn) -> append(Sample.newStream()));
    }

    /** The same while one more caller, who does not count, provokes a conflict with each of its appends. */
    double perSecondWithConflicts(int callers, Duration duration) {
        String taken = Sample.newStream();
        append(taken);
        return Load.perSecond(callers + 1, duration, (caller, turn) -> {
            if (caller < callers) {
                return append(Sample.newStream());
            }
            try {
                append(taken);
            } catch (ConcurrencyException e) {
                return false;
            }
            throw new IllegalStateException("It should have met a conflict");
        });
    }

    /** Axon on it, with commands that read from memory what is there. */
    CommandPath commands() {
        return new CommandPath(configurer -> {
            configurer.onInitialize(
                    axon -> axon.onStart(() -> axon.commandBus().registerHandlerInterceptor(events::decideFromMemory)));
            return configurer.configureEventStore(configuration -> events);
        });
    }

    boolean append(String id) {
        var unitOfWork = DefaultUnitOfWork.startAndGet(null);
        new CommandKey(UUID.randomUUID(), Sample.FINGERPRINT).attachTo(unitOfWork);
        unitOfWork.execute(() -> events.publish(
                new GenericDomainEventMessage<>("Nomination", id, 0, Sample.nominated(id), Sample.ORIGIN)));
        return true;
    }

    @Override
    public void close() {
        application.close();
    }

    /** The same, with personal data. */
    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    static class Sealing {
        @Bean
        EventTypes eventTypes() {
            return EventTypes.of(
                    List.of(Sample.Nomination.class), event -> Map.of("statement", "person"), Upcasts.NONE);
        }
    }

    /** The same, where only nominations hold personal data and what amends them does not. */
    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    static class SealingEveryOther {
        @Bean
        EventTypes eventTypes() {
            return EventTypes.of(
                    List.of(Sample.Nomination.class),
                    event -> event == Sample.Nomination.Nominated.class ? Map.of("statement", "person") : Map.of(),
                    Upcasts.NONE);
        }
    }

    /** Nothing but the event store and what it configures. */
    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    static class Application {
        @Bean
        EventTypes eventTypes() {
            return EventTypes.of(List.of(Sample.Nomination.class));
        }
    }
}
