package org.probity.automation;

import static org.awaitility.Awaitility.await;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.jspecify.annotations.Nullable;
import org.probity.audit.event.RefusalEvent;
import org.probity.event.EarlierForms;
import org.probity.event.Event;
import org.probity.event.EventFamilies;
import org.probity.event.PersonalComponents;
import org.probity.eventstore.ClockChange;
import org.probity.eventstore.EventLog;
import org.probity.eventstore.EventTypes;
import org.probity.eventstore.PostgresEventStore;
import org.probity.eventstore.StoredEvent;
import org.probity.example.event.ExampleEvent.ClockAdvanced;
import org.probity.example.event.ExampleEvent.ExampleStarted;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The command service as it runs, with its automations and timers, on a log of its own. It can be stopped and started
 * again on the same log, as after a crash.
 */
public final class RunningService implements AutoCloseable {

    private static final AtomicInteger DATABASES = new AtomicInteger();
    private static final EmbeddedPostgres POSTGRES = postgres();
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final String url;
    private final Class<?>[] parts;
    private @Nullable ConfigurableApplicationContext running;

    /**
     * Starts the service on an empty log.
     *
     * @param more configuration beyond the service's own
     */
    public RunningService(Class<?>... more) {
        String database = "running" + DATABASES.incrementAndGet();
        JdbcClient.create(POSTGRES.getPostgresDatabase())
                .sql("create database " + database)
                .update();
        url = POSTGRES.getJdbcUrl("postgres", database);
        parts = new Class<?>[more.length + 1];
        parts[0] = Application.class;
        System.arraycopy(more, 0, parts, 1, more.length);
        start();
    }

    private RunningService(String url, Class<?>[] parts) {
        this.url = url;
        this.parts = parts;
        start();
    }

    /** Starts another node of the service on the same log. */
    public RunningService anotherNode() {
        return new RunningService(url, parts);
    }

    /** Starts the service again. */
    public RunningService start() {
        running = new SpringApplicationBuilder(parts)
                .web(WebApplicationType.NONE)
                .properties(
                        "spring.datasource.url=" + url,
                        "probity.timers.poll=100ms",
                        "probity.fingerprint-secret=only for tests",
                        "probity.vault.master-key=" + "0".repeat(64))
                .run();
        return this;
    }

    /** Stops the service. */
    public RunningService stop() {
        if (running != null) {
            running.close();
            running = null;
        }
        return this;
    }

    @Override
    public void close() {
        stop();
    }

    /** A part of the running service. */
    public <T> T the(Class<T> type) {
        return Objects.requireNonNull(running, "The service is stopped").getBean(type);
    }

    /** The service's database, for what a crash would do to it. */
    public JdbcClient database() {
        return JdbcClient.create(
                POSTGRES.getDatabase("postgres", url.substring(url.lastIndexOf('/') + 1, url.indexOf('?'))));
    }

    /** Appends what happened. */
    public RunningService given(Event... happened) {
        for (Event event : happened) {
            append(event, null);
        }
        return this;
    }

    /** Makes the empty log an example log, whose clock stands at a time. */
    public RunningService exampleStartsAt(String instant) {
        Instant clock = Instant.parse(instant);
        append(new ExampleStarted("a-test", clock), new ClockChange(clock, true));
        return this;
    }

    /** Moves the clock of an example log. */
    public RunningService clockAdvancesTo(String instant) {
        Instant clock = Instant.parse(instant);
        append(new ClockAdvanced(clock), new ClockChange(clock, false));
        return this;
    }

    /** Waits until the automations have answered everything, what they led to included. */
    public RunningService whenQuiet() {
        await().atMost(PATIENCE).until(() -> {
            long head = head();
            return the(AutomationProgress.class).hasReached(head) && head() == head;
        });
        return this;
    }

    /** Waits until no timer is due. */
    public RunningService whenTimersHaveFired() {
        await().atMost(PATIENCE).until(() -> the(Timers.class).next().isEmpty());
        return this;
    }

    /** The last position in the log. */
    public long head() {
        return the(EventLog.class).head().position();
    }

    /** What a stream holds now. */
    public List<Object> eventsOf(String stream) {
        return the(EventLog.class).ofSubjectAfter(stream, 0, 1_000).stream()
                .map(this::payload)
                .toList();
    }

    /** All refusals in the log. */
    public List<Object> refusals() {
        return the(EventLog.class).after(0, 10_000).stream()
                .map(this::payload)
                .filter(RefusalEvent.class::isInstance)
                .toList();
    }

    private Object payload(StoredEvent event) {
        return the(PostgresEventStore.class).payloadOf(event);
    }

    private void append(Event event, @Nullable ClockChange clock) {
        PostgresEventStore events = the(PostgresEventStore.class);
        UnitOfWork<?> unitOfWork = DefaultUnitOfWork.startAndGet(null);
        unitOfWork.execute(() -> {
            if (clock != null) {
                clock.attachTo(unitOfWork);
            }
            long next = events.lastSequenceNumberFor(event.stream()).orElse(-1L) + 1;
            events.publish(new GenericDomainEventMessage<>("Given", event.stream(), next, event));
        });
    }

    private static EmbeddedPostgres postgres() {
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

    /** The service without what tests of rules put in its place. No configuration itself, lest those find it. */
    @EnableAutoConfiguration
    @ComponentScan(
            basePackages = "org.probity",
            excludeFilters = @ComponentScan.Filter(type = FilterType.REGEX, pattern = ".*(Fixture|Test|Service)\\$.*"))
    static class Application {
        @Bean
        static EventTypes eventTypes() {
            return EventTypes.of(EventFamilies.ALL, PersonalComponents::of, EarlierForms::of);
        }
    }
}
