package org.probity.query;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.jspecify.annotations.Nullable;
import org.probity.event.EarlierForms;
import org.probity.event.Event;
import org.probity.event.EventFamilies;
import org.probity.event.PersonalComponents;
import org.probity.event.Term;
import org.probity.eventstore.EventLog;
import org.probity.eventstore.EventTypes;
import org.probity.eventstore.PostgresEventStore;
import org.probity.id.DutyId;
import org.probity.id.OrganisationCode;
import org.probity.id.PersonId;
import org.probity.identity.Actor;
import org.probity.people.event.AccountEvent.AccountLinked;
import org.probity.people.event.Authority;
import org.probity.people.event.DutyEvent.DutyGranted;
import org.probity.people.event.DutyScope;
import org.probity.people.event.PersonEvent.PersonRegistered;
import org.probity.people.event.Profession;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Tests reads as sentences: given what happened, when somebody asks, then this is the answer. Events go into a real
 * log, projections follow it, and questions are asked over HTTP with signed tokens. All tests of a run share one
 * application, so every test makes its own people, bodies and ids. The clock is the test's; it only goes forward.
 */
public final class ReadFixture {

    private static final String ISSUER = "https://issuer.example";
    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final MovableClock CLOCK = new MovableClock();
    private static final RSAKey KEY = newKey();
    private static final EmbeddedPostgres POSTGRES = database();
    private static final ConfigurableApplicationContext APPLICATION = start(1);
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final JsonMapper mapper = JsonMapper.builder().build();
    private long last;

    /** A fixture at noon of the next day, with nothing given: whatever ran before, it is no other time of the day. */
    public ReadFixture() {
        later(Duration.between(now(), now().truncatedTo(ChronoUnit.DAYS).plus(Duration.ofHours(36))));
    }

    /** Somebody who asks: what the token carries and the person behind it. */
    public record Somebody(Actor actor, PersonId person) {}

    /** An answer over HTTP. */
    public record Reply(HttpResponse<String> response, JsonNode body) {

        /** It was answered. */
        public JsonNode ok() {
            assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
            assertThat(response.headers().firstValue("Probity-Position"))
                    .hasValue(body.path("position").asString());
            return body;
        }

        /** It is a problem with this code. */
        public JsonNode isProblem(int status, String code) {
            assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
            assertThat(response.headers().firstValue("Content-Type")).hasValue("application/problem+json");
            assertThat(body.path("code").asString()).isEqualTo(code);
            return body;
        }
    }

    /** A bean of the application. */
    public static <T> T bean(Class<T> type) {
        return APPLICATION.getBean(type);
    }

    /** The same application on the same database with another generation of the read tables; to be closed. */
    public static ConfigurableApplicationContext start(int generation) {
        return new SpringApplicationBuilder(Application.class)
                .properties(
                        "server.port=0",
                        "server.address=127.0.0.1",
                        "spring.datasource.url=" + POSTGRES.getJdbcUrl("postgres", "postgres"),
                        "springdoc.api-docs.path=/api/openapi",
                        "probity.read.generation=" + generation,
                        "probity.read.patience=2s",
                        "probity.vault.master-key=" + "0".repeat(64),
                        "axon.update-check.disabled=true")
                .run();
    }

    /** The log's clock. */
    public Instant now() {
        return CLOCK.instant();
    }

    /** The day of the log's clock. */
    public LocalDate today() {
        return LocalDate.ofInstant(now(), View.ZONE);
    }

    /** Moves the clock. */
    public ReadFixture later(Duration time) {
        CLOCK.now = CLOCK.now.plus(time);
        return this;
    }

    /** Moves the clock by days. */
    public ReadFixture daysLater(int days) {
        return later(Duration.ofDays(days));
    }

    /** A code no other test uses. */
    public static OrganisationCode newBody() {
        return new OrganisationCode("INV%05d".formatted(COUNT.incrementAndGet()));
    }

    /** A registered person no other test uses. */
    public PersonId person(Profession profession) {
        var person = new PersonId(UUID.randomUUID());
        int n = COUNT.incrementAndGet();
        given(new PersonRegistered(
                person, "Invented Person %05d".formatted(n), n + "@example.org", profession, null, null, true));
        return person;
    }

    /** Somebody whose token carries authorities and who has a duty in each of them for a body. */
    public Somebody serving(OrganisationCode body, Authority... authorities) {
        Somebody somebody = login(person(Profession.MANAGER), authorities);
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

    /** A login for a person. */
    public Somebody login(PersonId person, Authority... authorities) {
        var actor = new Actor(ISSUER, UUID.randomUUID().toString(), Set.of(authorities));
        given(new AccountLinked(actor.account(), person));
        return new Somebody(actor, person);
    }

    /** Appends what happened, each event as a command of its own, and waits until it can be read. */
    public long given(Event... happened) {
        for (Event event : happened) {
            last = append(event);
        }
        assertThat(bean(Positions.class).await(last, Duration.ofSeconds(30)))
                .as("projections follow the log")
                .isTrue();
        return last;
    }

    /** Appends events as one command, without waiting. */
    public static long append(Event... events) {
        PostgresEventStore store = bean(PostgresEventStore.class);
        var unitOfWork = DefaultUnitOfWork.startAndGet(null);
        unitOfWork.execute(() -> {
            for (Event event : events) {
                long next = store.lastSequenceNumberFor(event.stream()).orElse(-1L) + 1;
                store.publish(new GenericDomainEventMessage<>("Given", event.stream(), next, event));
            }
        });
        return bean(EventLog.class).head().position();
    }

    /** Keeps a projection from taking what is recorded from now on, until it is let go. */
    public static Connection holdBack(String projection) throws SQLException {
        Connection connection = POSTGRES.getPostgresDatabase().getConnection();
        connection.setAutoCommit(false);
        try (PreparedStatement statement =
                connection.prepareStatement("select from read_1.projection where name = ? for update")) {
            statement.setString(1, projection);
            statement.execute();
        }
        return connection;
    }

    /** Asks over HTTP; headers as names and values in turns. */
    public Reply asks(@Nullable Somebody by, String path, String... headers) {
        var request = HttpRequest.newBuilder(
                URI.create("http://127.0.0.1:" + APPLICATION.getEnvironment().getProperty("local.server.port") + path));
        if (by != null) {
            request.header("Authorization", "Bearer " + token(by.actor()));
        }
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        try {
            HttpResponse<String> response = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return new Reply(response, mapper.readTree(response.body()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The values of a member of each element of an array. */
    public static List<String> each(JsonNode array, String member) {
        return Stream.of(array.values().toArray(JsonNode[]::new))
                .map(node -> node.path(member).asString())
                .toList();
    }

    private static String token(Actor actor) {
        Instant now = Instant.now();
        var claims = new JWTClaimsSet.Builder()
                .issuer(actor.issuer())
                .subject(actor.subject())
                .claim(
                        "authorities",
                        actor.authorities().stream().map(Enum::name).toList())
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plusSeconds(300)))
                .build();
        try {
            var token = new SignedJWT(new JWSHeader(JWSAlgorithm.RS256), claims);
            token.sign(new RSASSASigner(KEY));
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static RSAKey newKey() {
        try {
            return new RSAKeyGenerator(2048).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static EmbeddedPostgres database() {
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

    private static final class MovableClock extends Clock {
        private volatile Instant now = Instant.parse("2026-03-01T12:00:00Z");

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return Clock.fixed(now, zone);
        }
    }

    @SpringBootApplication(scanBasePackages = "org.probity", proxyBeanMethods = false)
    static class Application {

        @Bean
        Clock movableClock() {
            return CLOCK;
        }

        @Bean
        EventTypes eventTypes() {
            return EventTypes.of(EventFamilies.ALL, PersonalComponents::of, EarlierForms::of);
        }

        @Bean
        JwtDecoder jwtDecoder() throws JOSEException {
            return NimbusJwtDecoder.withPublicKey(KEY.toRSAPublicKey()).build();
        }
    }
}
