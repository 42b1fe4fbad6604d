package org.probity.command;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.EventProcessor;
import org.probity.event.EarlierForms;
import org.probity.event.EventFamilies;
import org.probity.event.PersonalComponents;
import org.probity.eventstore.CommandKey;
import org.probity.eventstore.EventTypes;
import org.probity.identity.Actor;
import org.probity.people.event.Authority;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.FilterType;

/**
 * The command side on an empty log that no other test writes to, with the log's real clock: for the few rules that are
 * about the log as a whole. Everything else is tested with {@link DomainFixture}.
 */
public final class LogOfItsOwn implements AutoCloseable {

    private final EmbeddedPostgres postgres;
    private final ConfigurableApplicationContext application;

    /** Starts it with settings such as {@code probity.example-logs-allowed=true}. */
    public LogOfItsOwn(String... settings) throws IOException {
        postgres = EmbeddedPostgres.builder()
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on")
                .start();
        Stream<String> always = Stream.of(
                "spring.datasource.url=" + postgres.getJdbcUrl("postgres", "postgres"),
                "axon.update-check.disabled=true",
                "probity.fingerprint-secret=only for tests",
                "probity.vault.master-key=" + "0".repeat(64));
        application = new SpringApplicationBuilder(Application.class)
                .web(WebApplicationType.NONE)
                .properties(Stream.concat(always, Arrays.stream(settings)).toArray(String[]::new))
                .run();
        application
                .getBean(EventProcessingConfiguration.class)
                .eventProcessors()
                .values()
                .forEach(EventProcessor::shutDown);
    }

    /** Somebody whose token carries an authority gives a command: the stable names of its events, or the rule's code. */
    public List<String> give(Authority authority, Command command) {
        var actor = new Actor("https://issuer.example", UUID.randomUUID().toString(), Set.of(authority));
        var key = new CommandKey(UUID.randomUUID(), "fingerprint");
        return switch (bean(CommandDispatch.class).give(actor, command, key, false)) {
            case Outcome.Accepted accepted ->
                accepted.events().stream().map(Outcome.Recorded::type).toList();
            case Outcome.Refused refused -> List.of(refused.rule());
        };
    }

    public <T> T bean(Class<T> type) {
        return application.getBean(type);
    }

    @Override
    public void close() throws IOException {
        application.close();
        postgres.close();
    }

    /** No bean of the scan, so that the shared fixture does not find it, and without that fixture's own. */
    @EnableAutoConfiguration
    @ComponentScan(
            basePackages = "org.probity",
            excludeFilters = @Filter(type = FilterType.ASSIGNABLE_TYPE, classes = DomainFixture.Application.class))
    static class Application {
        @Bean
        EventTypes eventTypes() {
            return EventTypes.of(EventFamilies.ALL, PersonalComponents::of, EarlierForms::of);
        }
    }
}
