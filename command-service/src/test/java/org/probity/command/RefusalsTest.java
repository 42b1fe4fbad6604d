package org.probity.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.probity.command.DomainFixture.newBody;
import static org.probity.command.DomainFixture.newPerson;
import static org.probity.establishment.command.EstablishmentRule.UNKNOWN_STRAND;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.axonframework.commandhandling.CommandBus;
import org.junit.jupiter.api.Test;
import org.probity.command.DomainFixture.Somebody;
import org.probity.command.Refusals.BudgetSpent;
import org.probity.establishment.command.EstablishmentCommand.AddStrand;
import org.probity.establishment.command.EstablishmentCommand.CloseStrand;
import org.probity.establishment.event.EstablishmentEvent.PostsEstablished;
import org.probity.establishment.event.Programme;
import org.probity.eventstore.CommandKey;
import org.probity.eventstore.CommandKeyTakenException;
import org.probity.eventstore.EventLog;
import org.probity.eventstore.PostgresEventStore;
import org.probity.eventstore.StoredEvent;
import org.probity.id.EstablishmentId;
import org.probity.id.OrganisationCode;
import org.probity.id.StrandCode;
import org.probity.identity.Actor;
import org.probity.people.event.Authority;

class RefusalsTest {

    private final DomainFixture fixture = new DomainFixture();
    private final EventLog log = fixture.bean(EventLog.class);
    private final MovableClock clock = new MovableClock();
    private final Refusals refusals = restarted();
    private final Actor actor =
            new Actor("https://issuer.example", UUID.randomUUID().toString(), Set.of(Authority.APPOINTMENTS_OFFICER));
    private final long start = log.head().position();

    @Test
    void the_same_refusal_within_a_minute_is_counted_and_the_count_is_recorded_when_the_minute_ends() {
        UUID subject = UUID.randomUUID();
        for (int i = 0; i < 5; i++) {
            refusals.record(attempt(subject), CommonRule.ALREADY_EXISTS.refusal());
        }
        assertThat(log.after(start, 10)).extracting(StoredEvent::type).containsExactly("CommandRejected");

        clock.now = clock.now.plus(Duration.ofSeconds(61));
        refusals.flushEnded();

        assertThat(log.after(start, 10))
                .extracting(StoredEvent::type)
                .containsExactly("CommandRejected", "RefusalRepeated");
        assertThat(log.after(start + 1, 1).getFirst().payload()).contains("\"times\":4");
    }

    @Test
    void after_a_minute_the_same_refusal_is_recorded_again() {
        UUID subject = UUID.randomUUID();
        refusals.record(attempt(subject), CommonRule.ALREADY_EXISTS.refusal());
        clock.now = clock.now.plus(Duration.ofSeconds(61));
        refusals.record(attempt(subject), CommonRule.ALREADY_EXISTS.refusal());

        assertThat(log.after(start, 10))
                .extracting(StoredEvent::type)
                .containsExactly("CommandRejected", "CommandRejected");
    }

    @Test
    void counts_are_not_lost_when_the_service_stops() {
        UUID subject = UUID.randomUUID();
        refusals.record(attempt(subject), CommonRule.ALREADY_EXISTS.refusal());
        refusals.record(attempt(subject), CommonRule.ALREADY_EXISTS.refusal());
        refusals.flushAll();

        assertThat(log.after(start, 10))
                .extracting(StoredEvent::type)
                .containsExactly("CommandRejected", "RefusalRepeated");
    }

    @Test
    void an_actor_has_a_budget_of_different_refusals_a_minute_and_spending_it_is_recorded_once() {
        for (int i = 0; i < 3; i++) {
            refusals.record(attempt(UUID.randomUUID()), CommonRule.ALREADY_EXISTS.refusal());
        }
        for (int i = 0; i < 4; i++) {
            assertThatThrownBy(() -> refusals.record(attempt(UUID.randomUUID()), CommonRule.ALREADY_EXISTS.refusal()))
                    .isInstanceOf(BudgetSpent.class);
        }
        assertThat(log.after(start, 20))
                .extracting(StoredEvent::type)
                .containsExactly("CommandRejected", "CommandRejected", "CommandRejected", "RefusalBudgetSpent");

        clock.now = clock.now.plus(Duration.ofSeconds(61));
        refusals.record(attempt(UUID.randomUUID()), CommonRule.ALREADY_EXISTS.refusal());
        assertThat(log.after(start, 20)).hasSize(5);
    }

    @Test
    void a_refusal_that_explains_itself_differently_is_another_one() {
        UUID subject = UUID.randomUUID();
        refusals.record(attempt(subject), UNKNOWN_STRAND.refusal("strand", "stroke"));
        refusals.record(attempt(subject), UNKNOWN_STRAND.refusal("strand", "cancer"));

        assertThat(log.after(start, 10))
                .extracting(StoredEvent::payload)
                .satisfiesExactly(first -> assertThat(first).contains("stroke"), second -> assertThat(second)
                        .contains("cancer"));
    }

    @Test
    void a_counted_refusal_is_found_by_its_key_as_the_one_it_repeats() {
        UUID subject = UUID.randomUUID();
        Submission counted = attempt(subject);
        refusals.record(attempt(subject), CommonRule.ALREADY_EXISTS.refusal());
        refusals.record(counted, CommonRule.ALREADY_EXISTS.refusal());

        assertThat(log.findByKey(counted.key().id()).orElseThrow().events())
                .singleElement()
                .extracting(StoredEvent::position)
                .isEqualTo(start + 1);
        assertThatThrownBy(() -> refusals.record(counted, CommonRule.ALREADY_EXISTS.refusal()))
                .isInstanceOf(CommandKeyTakenException.class);
    }

    @Test
    void an_actor_has_a_budget_of_repeated_refusals_a_minute_and_beyond_it_nothing_is_stored() {
        UUID subject = UUID.randomUUID();
        for (int i = 0; i < 6; i++) {
            refusals.record(attempt(subject), CommonRule.ALREADY_EXISTS.refusal());
        }
        Submission beyond = attempt(subject);
        assertThatThrownBy(() -> refusals.record(beyond, CommonRule.ALREADY_EXISTS.refusal()))
                .isInstanceOf(BudgetSpent.class);
        assertThat(log.findByKey(beyond.key().id())).isEmpty();

        clock.now = clock.now.plus(Duration.ofSeconds(61));
        refusals.flushEnded();
        assertThat(log.after(start + 1, 10)).singleElement().satisfies(repeated -> assertThat(repeated.payload())
                .contains("\"times\":5"));
        refusals.record(beyond, CommonRule.ALREADY_EXISTS.refusal());
        assertThat(log.findByKey(beyond.key().id())).isPresent();
    }

    @Test
    void a_key_whose_refusal_was_only_counted_gets_the_same_answer_when_the_command_would_be_accepted() {
        OrganisationCode body = newBody();
        Somebody officer = fixture.serving(body, Authority.APPOINTMENTS_OFFICER);
        var posts = new EstablishmentId(UUID.randomUUID());
        var stroke = new StrandCode("stroke");
        var close = new CloseStrand(posts, stroke, "Merged");
        UUID key = UUID.randomUUID();
        fixture.given(new PostsEstablished(
                        posts, body, "Leads", Programme.SENIOR_CLINICAL_LEADS, 30, "two days", newPerson()))
                .when(officer, close)
                .thenRefused(UNKNOWN_STRAND, "strand", "stroke");
        long recorded = fixture.head();
        fixture.when(officer, close, key).thenRefused(UNKNOWN_STRAND, "strand", "stroke");
        assertThat(fixture.head()).isEqualTo(recorded);

        fixture.given(officer, new AddStrand(posts, stroke, "Stroke", 1, 1, null));

        fixture.when(officer, close, key).thenRefused(UNKNOWN_STRAND, "strand", "stroke");
        var afterRestart = new CommandDispatch(
                fixture.bean(CommandBus.class),
                log,
                fixture.bean(PostgresEventStore.class),
                restarted(),
                fixture.bean(Fingerprints.class));
        assertThat(afterRestart.give(officer.actor(), close, DomainFixture.key(key, officer, close), false))
                .isEqualTo(new Outcome.Refused("unknown-strand", posts.stream(), Map.of("strand", "stroke")));
        fixture.when(officer, close).thenAccepted();
    }

    private Refusals restarted() {
        return new Refusals(fixture.bean(PostgresEventStore.class), log, clock, 3, 5);
    }

    private Submission attempt(UUID subject) {
        return Submission.by(actor, new Attempt(subject), new CommandKey(UUID.randomUUID(), "test"), false);
    }

    @By(Authority.APPOINTMENTS_OFFICER)
    private record Attempt(UUID id) implements Command {
        @Override
        public String subject() {
            return "establishment/" + id;
        }
    }

    private static final class MovableClock extends Clock {
        private Instant now = Instant.parse("2026-03-01T12:00:00Z");

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
            return this;
        }
    }
}
