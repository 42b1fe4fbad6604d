package org.probity.benchmarks;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.modelling.command.ConcurrencyException;
import org.probity.eventstore.CommandKey;
import org.probity.eventstore.EventTypes;
import org.probity.eventstore.PostgresEventStore;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The event store as any Axon application gets it, asked to append units of work of one event with a key. */
final class Store implements AutoCloseable {

    private final ConfigurableApplicationContext application;
    private final PostgresEventStore events;
    private final String url;

    Store(String url) {
        this.url = url;
        application = new SpringApplicationBuilder(Application.class)
                .web(WebApplicationType.NONE)
                .properties("spring.datasource.url=" + url, "spring.main.banner-mode=off", "logging.level.root=warn")
                .run();
        events = application.getBean(PostgresEventStore.class);
    }

    /** The database it writes to. */
    String url() {
        return url;
    }

    double perSecond(int callers, Duration duration) {
        String run = UUID.randomUUID().toString();
        return Load.perSecond(callers, duration, (caller, turn) -> append(run + "-" + caller + "-" + turn));
    }

    /** The same while one more caller, who does not count, provokes a conflict with each of its appends. */
    double perSecondWithConflicts(int callers, Duration duration) {
        String run = UUID.randomUUID().toString();
        append(run);
        return Load.perSecond(callers + 1, duration, (caller, turn) -> {
            if (caller < callers) {
                return append(run + "-" + caller + "-" + turn);
            }
            try {
                append(run);
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

    private boolean append(String id) {
        var unitOfWork = DefaultUnitOfWork.startAndGet(null);
        new CommandKey(UUID.randomUUID(), Sample.FINGERPRINT).attachTo(unitOfWork);
        unitOfWork.execute(() -> events.publish(new GenericDomainEventMessage<>(
                "Nomination", "nomination/" + id, 0, Sample.nominated(id), Sample.ORIGIN)));
        return true;
    }

    @Override
    public void close() {
        application.close();
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
