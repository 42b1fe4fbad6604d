package org.probity.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.EventProcessor;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.jspecify.annotations.Nullable;
import org.probity.audit.event.RefusalEvent;
import org.probity.audit.event.RefusalEvent.CommandRejected;
import org.probity.automation.Timers;
import org.probity.event.EarlierForms;
import org.probity.event.Event;
import org.probity.event.EventFamilies;
import org.probity.event.PersonalComponents;
import org.probity.event.Term;
import org.probity.eventstore.CommandKey;
import org.probity.eventstore.EventLog;
import org.probity.eventstore.EventTypes;
import org.probity.eventstore.LogClock;
import org.probity.eventstore.PostgresEventStore;
import org.probity.eventstore.StoredEvent;
import org.probity.id.DutyId;
import org.probity.id.OrganisationCode;
import org.probity.id.PersonId;
import org.probity.identity.Actor;
import org.probity.people.event.AccountEvent.AccountLinked;
import org.probity.people.event.Authority;
import org.probity.people.event.DutyEvent.DutyGranted;
import org.probity.people.event.DutyScope;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;

/**
 * Tests rules as policy sentences: given what happened, when somebody gives a command, then these events or this
 * refusal. Commands take their whole real path, on a real PostgreSQL that all tests of a run share; so every test
 * makes its own people, bodies and ids. Only the clock is the test's. Automations and timers do not run.
 *
 * <p>Axon's own fixture holds one aggregate; most rules here span several, which is why there is this one.
 */
public final class DomainFixture {

    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final MovableClock CLOCK = new MovableClock();
    private static final ConfigurableApplicationContext APPLICATION = start();

    private final CommandDispatch dispatch = APPLICATION.getBean(CommandDispatch.class);
    private final EventLog log = APPLICATION.getBean(EventLog.class);
    private final PostgresEventStore events = APPLICATION.getBean(PostgresEventStore.class);

    /** A fixture at noon of the first of March 2026, with nothing given. */
    public DomainFixture() {
        at("2026-03-01T12:00:00Z");
    }

    /** Somebody who gives commands: a login, the person behind it and what the token carries. */
    public record Somebody(Actor actor, PersonId person) {}

    /** Sets the log's clock. */
    public DomainFixture at(String instant) {
        CLOCK.now = Instant.parse(instant);
        return this;
    }

    /** The day of decision. */
    public LocalDate today() {
        return LocalDate.ofInstant(CLOCK.now, Occasion.ZONE);
    }

    /** A code no other test uses. */
    public static OrganisationCode newBody() {
        return new OrganisationCode("INV%05d".formatted(COUNT.incrementAndGet()));
    }

    /** A person no other test uses, unknown to the log. */
    public static PersonId newPerson() {
        return new PersonId(UUID.randomUUID());
    }

    /** Somebody whose token carries authorities and who has a duty in each of them for a body. */
    public Somebody serving(OrganisationCode body, Authority... authorities) {
        Somebody somebody = somebody(authorities);
        for (Authority authority : authorities) {
            given(new DutyGranted(
                    somebody.person(),
                    new DutyId(UUID.randomUUID()),
                    authority,
                    DutyScope.of(body),
                    new Term(LocalDate.EPOCH, null)));
        }
        return somebody;
    }

    /** Somebody whose token carries authorities, without any duty. */
    public Somebody somebody(Authority... authorities) {
        return withLogin(newPerson(), authorities);
    }

    /** A login for a person. */
    public Somebody withLogin(PersonId person, Authority... authorities) {
        var actor = new Actor("https://issuer.example", UUID.randomUUID().toString(), Set.of(authorities));
        given(new AccountLinked(actor.account(), person));
        return new Somebody(actor, person);
    }

    /** Appends what happened before. */
    public DomainFixture given(Event... happened) {
        for (Event event : happened) {
            var unitOfWork = DefaultUnitOfWork.startAndGet(null);
            unitOfWork.execute(() -> {
                long next = events.lastSequenceNumberFor(event.stream()).orElse(-1L) + 1;
                events.publish(new GenericDomainEventMessage<>("Given", event.stream(), next, event));
            });
        }
        return this;
    }

    /** Gives commands that must be accepted. */
    public DomainFixture given(Somebody by, Command... commands) {
        for (Command command : commands) {
            when(by, command).thenAccepted();
        }
        return this;
    }

    /** Gives the command under test. */
    public Result when(Somebody by, Command command) {
        return when(by, command, UUID.randomUUID());
    }

    /** Gives the command under test with an idempotency key. */
    public Result when(Somebody by, Command command, UUID key) {
        return new Result(() -> dispatch.give(by.actor(), command, key(key, by, command), false));
    }

    /** What an idempotency key is used for here. */
    static CommandKey key(UUID key, Somebody by, Command command) {
        return new CommandKey(key, by.actor().account().value() + command);
    }

    /** Has an automation give the command under test. */
    public void whenAutomationGives(Command command, String cause) {
        dispatch.give("test", command, cause);
    }

    /** The rules that refused commands about a subject since a position in the log. */
    public List<String> refusalsOf(String subject, long since) {
        return log.after(since, 1_000).stream()
                .map(this::payload)
                .filter(CommandRejected.class::isInstance)
                .map(CommandRejected.class::cast)
                .filter(rejected -> rejected.subject().equals(subject))
                .map(CommandRejected::rule)
                .toList();
    }

    /** The last position in the log. */
    public long head() {
        return log.head().position();
    }

    /** A register that other contexts ask. */
    public <T> T bean(Class<T> type) {
        return APPLICATION.getBean(type);
    }

    /** What a stream holds now. */
    public List<Object> eventsOf(String stream) {
        return log.ofSubjectAfter(stream, 0, 1_000).stream().map(this::payload).toList();
    }

    private Object payload(StoredEvent event) {
        return events.payloadOf(event);
    }

    /** What a command led to. */
    public final class Result {

        private @Nullable Outcome outcome;
        private @Nullable RuntimeException failure;

        private final long before = head();

        private Result(java.util.function.Supplier<Outcome> command) {
            try {
                outcome = command.get();
            } catch (NotPermitted | UnknownSubject e) {
                failure = e;
            }
        }

        /** It was accepted and led to exactly these events, in this order. */
        public DomainFixture then(Event... expected) {
            assertThat(thenEvents()).containsExactlyElementsOf(Arrays.asList(expected));
            return DomainFixture.this;
        }

        /** It was accepted and led, among others, to these events. */
        public DomainFixture thenAmongOthers(Event... expected) {
            assertThat(thenEvents()).contains((Object[]) expected);
            return DomainFixture.this;
        }

        /** It was accepted. */
        public DomainFixture thenAccepted() {
            thenEvents();
            return DomainFixture.this;
        }

        /** It was accepted and led to these events. */
        public List<Object> thenEvents() {
            if (failure != null) {
                throw new AssertionError("The command failed", failure);
            }
            if (!(outcome instanceof Outcome.Accepted accepted)) {
                throw new AssertionError("The command was refused: " + outcome);
            }
            var payloads = new ArrayList<>();
            for (Outcome.Recorded event : accepted.events()) {
                long position = Objects.requireNonNull(event.position());
                payloads.add(payload(log.after(position - 1, 1).getFirst()));
            }
            return payloads;
        }

        /** A rule refused it, with at least these details (names and values in turns); nothing but the refusal is recorded. */
        public DomainFixture thenRefused(Rule rule, Object... details) {
            if (failure != null) {
                throw new AssertionError("The command failed", failure);
            }
            if (!(outcome instanceof Outcome.Refused refused)) {
                throw new AssertionError("The command was accepted: " + outcome);
            }
            assertThat(refused.rule()).isEqualTo(rule.code());
            assertThat(log.after(before, 1_000).stream().map(DomainFixture.this::payload))
                    .allMatch(RefusalEvent.class::isInstance);
            for (int i = 0; i < details.length; i += 2) {
                assertThat(refused.details())
                        .contains(Map.entry(String.valueOf(details[i]), String.valueOf(details[i + 1])));
            }
            return DomainFixture.this;
        }

        /** The code of the rule that refused it; absent if it was accepted. */
        public @Nullable String refusedBy() {
            if (failure != null) {
                throw new AssertionError("The command failed", failure);
            }
            return outcome instanceof Outcome.Refused refused ? refused.rule() : null;
        }

        /** The actor may not do this to this subject. */
        public DomainFixture thenNotPermitted() {
            assertThat(log.after(before, 1_000)).isEmpty();
            assertThat(failure).isInstanceOf(NotPermitted.class);
            return DomainFixture.this;
        }

        /** It names something that does not exist. */
        public DomainFixture thenUnknownSubject() {
            assertThat(log.after(before, 1_000)).isEmpty();
            assertThat(failure).isInstanceOf(UnknownSubject.class);
            return DomainFixture.this;
        }
    }

    private static ConfigurableApplicationContext start() {
        try {
            EmbeddedPostgres postgres = EmbeddedPostgres.builder()
                    .setServerConfig("fsync", "on")
                    .setServerConfig("synchronous_commit", "on")
                    .setServerConfig("full_page_writes", "on")
                    .start();
            var application = new SpringApplicationBuilder(Application.class)
                    .web(WebApplicationType.NONE)
                    .properties(
                            "spring.datasource.url=" + postgres.getJdbcUrl("postgres", "postgres"),
                            "axon.update-check.disabled=true",
                            "probity.fingerprint-secret=only for tests",
                            "probity.vault.master-key=" + "0".repeat(64),
                            "probity.example-logs-allowed=true")
                    .run();
            application
                    .getBean(EventProcessingConfiguration.class)
                    .eventProcessors()
                    .values()
                    .forEach(EventProcessor::shutDown);
            application.getBean(Timers.class).stop();
            return application;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class MovableClock implements LogClock {
        private volatile Instant now = Instant.EPOCH;

        @Override
        public Instant instant() {
            return now;
        }
    }

    @SpringBootApplication(scanBasePackages = "org.probity", proxyBeanMethods = false)
    static class Application {
        @Bean
        LogClock movableClock() {
            return CLOCK;
        }

        @Bean
        EventTypes eventTypes() {
            return EventTypes.of(EventFamilies.ALL, PersonalComponents::of, EarlierForms::of);
        }
    }
}
