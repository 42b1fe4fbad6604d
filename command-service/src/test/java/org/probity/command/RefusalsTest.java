package org.probity.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.probity.command.Refusals.BudgetSpent;
import org.probity.eventstore.CommandKey;
import org.probity.eventstore.EventLog;
import org.probity.eventstore.PostgresEventStore;
import org.probity.eventstore.StoredEvent;
import org.probity.identity.Actor;
import org.probity.people.event.Authority;

class RefusalsTest {

    private final DomainFixture fixture = new DomainFixture();
    private final EventLog log = fixture.bean(EventLog.class);
    private final MovableClock clock = new MovableClock();
    private final Refusals refusals = new Refusals(fixture.bean(PostgresEventStore.class), clock, 3);
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
