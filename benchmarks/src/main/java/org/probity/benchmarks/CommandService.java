package org.probity.benchmarks;

import static org.probity.people.event.Authority.BOARD_SECRETARY;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.probity.board.command.BoardCommand.AdoptTermsOfReference;
import org.probity.board.command.BoardCommand.EstablishBoard;
import org.probity.board.event.BoardKind;
import org.probity.board.event.DecisionKind;
import org.probity.board.event.QuorumRule;
import org.probity.board.event.TermsOfReference;
import org.probity.command.Command;
import org.probity.command.CommandDispatch;
import org.probity.event.EarlierForms;
import org.probity.event.EventFamilies;
import org.probity.event.PersonalComponents;
import org.probity.event.Term;
import org.probity.eventstore.EventTypes;
import org.probity.id.BoardId;
import org.probity.id.DutyId;
import org.probity.id.MatterKind;
import org.probity.id.OrganisationCode;
import org.probity.id.PersonId;
import org.probity.people.command.PeopleCommand.GrantDuty;
import org.probity.people.command.PeopleCommand.LinkAccount;
import org.probity.people.command.PeopleCommand.RegisterOrganisation;
import org.probity.people.command.PeopleCommand.RegisterPerson;
import org.probity.people.event.DutyScope;
import org.probity.people.event.OrganisationKind;
import org.probity.people.event.Profession;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FilterType;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The command service as it runs, asked to establish boards and to change their terms of reference, in turns: over HTTP by
 * secretaries with a duty for the body, and within the process, as its automations ask it. The latter need neither token
 * nor duty and send no JSON; all else is the same.
 */
final class CommandService implements AutoCloseable {

    private static final OrganisationCode BODY = new OrganisationCode("BENCH");
    private static final Term ALWAYS = new Term(LocalDate.EPOCH, null);
    private static final TermsOfReference TERMS = new TermsOfReference(
            List.of(DecisionKind.DECIDE, DecisionKind.NOTE),
            List.of(new MatterKind("strategy"), new MatterKind("service-change"), new MatterKind("standards")),
            new QuorumRule(1, 3),
            List.of(),
            true,
            3,
            true,
            1000);

    private final ConfigurableApplicationContext application;
    private final CommandDispatch dispatch;
    private final HttpCalls calls;

    /**
     * @param callers how many people may give commands over HTTP
     */
    CommandService(String url, int callers) {
        var login = new Login(BOARD_SECRETARY);
        application = new SpringApplicationBuilder(Application.class)
                .properties(
                        "server.address=127.0.0.1",
                        "server.port=0",
                        "spring.threads.virtual.enabled=true",
                        "spring.datasource.url=" + url,
                        "spring.security.oauth2.resourceserver.jwt.public-key-location=" + login.publicKey(),
                        "spring.autoconfigure.exclude=" + Store.WITHOUT_JPA,
                        "spring.main.banner-mode=off",
                        "axon.update-check.disabled=true",
                        "axon.timeout.enabled=false",
                        "springdoc.api-docs.enabled=false",
                        "springdoc.swagger-ui.enabled=false",
                        "probity.fingerprint-secret=only for benchmarks",
                        "probity.vault.master-key=" + "0".repeat(64),
                        "logging.level.root=warn")
                .run();
        dispatch = application.getBean(CommandDispatch.class);
        calls = new HttpCalls(
                "http://127.0.0.1:" + application.getEnvironment().getRequiredProperty("local.server.port"),
                IntStream.range(0, callers).mapToObj(login::token).toList());
        give(new RegisterOrganisation(BODY, "A body", OrganisationKind.STRATEGIC_AUTHORITY, ALWAYS, true));
        for (int caller = 0; caller < callers; caller++) {
            var secretary = new PersonId(UUID.randomUUID());
            give(new RegisterPerson(secretary, "A secretary", null, Profession.MANAGER, null, null, false));
            give(new LinkAccount(secretary, login.issuer(), login.subject(caller)));
            give(new GrantDuty(secretary, new DutyId(UUID.randomUUID()), BOARD_SECRETARY, DutyScope.of(BODY), ALWAYS));
        }
    }

    double perSecondOverHttp(int callers, Duration duration) {
        return perSecond(callers, duration, calls::give);
    }

    double perSecondWithin(int callers, Duration duration) {
        return perSecond(callers, duration, (caller, command) -> give(command));
    }

    private static double perSecond(int callers, Duration duration, Giving giving) {
        BoardId[] boards = new BoardId[callers];
        return Load.perSecond(callers, duration, (caller, turn) -> {
            if (turn % 2 == 0) {
                boards[caller] = new BoardId(UUID.randomUUID());
                giving.give(
                        caller,
                        new EstablishBoard(
                                boards[caller],
                                BODY,
                                BoardKind.PATHWAY_DELIVERY_BOARD,
                                "A board of the body",
                                null,
                                TERMS));
            } else {
                giving.give(caller, new AdoptTermsOfReference(boards[caller], TERMS));
            }
            return true;
        });
    }

    private void give(Command command) {
        dispatch.give("Benchmark", command, "");
    }

    @Override
    public void close() {
        long refused = application
                .getBean(JdbcClient.class)
                .sql("select count(*) from log.event where type = 'CommandRejected'")
                .query(Long.class)
                .single();
        calls.close();
        application.close();
        if (refused > 0) {
            throw new IllegalStateException(refused + " commands were refused, which takes another time");
        }
    }

    @FunctionalInterface
    private interface Giving {
        void give(int caller, Command command) throws Exception;
    }

    /** The command service with all it brings along. */
    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @ComponentScan(
            basePackages = "org.probity",
            excludeFilters =
                    @ComponentScan.Filter(type = FilterType.REGEX, pattern = "org\\.probity\\.benchmarks\\..*"))
    static class Application {
        @Bean
        static EventTypes eventTypes() {
            return EventTypes.of(EventFamilies.ALL, PersonalComponents::of, EarlierForms::of);
        }
    }
}
