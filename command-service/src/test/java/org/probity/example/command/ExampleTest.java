package org.probity.example.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.probity.people.event.Authority.APPOINTMENTS_OFFICER;
import static org.probity.people.event.Authority.POLICY_OWNER;

import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.probity.command.CommandTypes;
import org.probity.command.DomainFixture;
import org.probity.command.LogOfItsOwn;
import org.probity.command.NotPermitted;
import org.probity.event.Term;
import org.probity.eventstore.EventLog;
import org.probity.eventstore.LogClock;
import org.probity.example.command.ExampleCommand.AdvanceClock;
import org.probity.example.command.ExampleCommand.StartExample;
import org.probity.id.OrganisationCode;
import org.probity.people.command.PeopleCommand.RegisterOrganisation;
import org.probity.people.event.OrganisationKind;

class ExampleTest {

    private static final String ALLOWED = "probity.example-logs-allowed=true";
    private static final Instant JANUARY = Instant.parse("2026-01-05T09:00:00Z");
    private static final Instant FEBRUARY = Instant.parse("2026-02-02T09:00:00Z");
    private static final Instant FAR_AHEAD = Instant.parse("9000-01-01T00:00:00Z");

    @Test
    void an_example_starts_only_in_an_empty_log_and_no_other_clock_is_set() {
        var fixture = new DomainFixture();
        var owner = fixture.somebody(POLICY_OWNER);
        fixture.when(owner, start(JANUARY)).thenRefused(ExampleRule.LOG_NOT_EMPTY);
        fixture.when(owner, new AdvanceClock(JANUARY)).thenRefused(ExampleRule.NOT_AN_EXAMPLE_LOG);
    }

    @Test
    void a_scenario_sets_the_clock_of_its_log_forward_but_never_back_nor_ahead_of_real_time() throws IOException {
        try (var log = new LogOfItsOwn(ALLOWED)) {
            assertThatThrownBy(() -> log.give(APPOINTMENTS_OFFICER, start(JANUARY)))
                    .isInstanceOf(NotPermitted.class);
            assertThat(log.give(POLICY_OWNER, start(JANUARY))).containsExactly("ExampleStarted");
            assertThat(log.bean(EventLog.class).recordedAt(1)).isEqualTo(JANUARY);

            assertThat(log.give(POLICY_OWNER, start(FEBRUARY))).containsExactly("log-not-empty");
            assertThat(log.give(POLICY_OWNER, new AdvanceClock(FEBRUARY))).containsExactly("ClockAdvanced");
            assertThat(log.bean(LogClock.class).instant()).isEqualTo(FEBRUARY);

            assertThat(log.give(POLICY_OWNER, new AdvanceClock(JANUARY))).containsExactly("clock-backwards");
            assertThat(log.give(POLICY_OWNER, new AdvanceClock(FAR_AHEAD))).containsExactly("clock-ahead-of-now");
            assertThat(log.give(POLICY_OWNER, new AdvanceClock(FEBRUARY))).containsExactly("ClockAdvanced");

            assertThat(log.give(POLICY_OWNER, registration())).containsExactly("OrganisationRegistered");
            assertThat(log.bean(EventLog.class).head().recordedAt()).isEqualTo(FEBRUARY);
        }
    }

    @Test
    void an_example_does_not_start_ahead_of_real_time_and_without_leave_there_is_no_such_command() throws IOException {
        try (var log = new LogOfItsOwn(ALLOWED)) {
            assertThat(log.give(POLICY_OWNER, start(FAR_AHEAD))).containsExactly("clock-ahead-of-now");
        }
        try (var log = new LogOfItsOwn()) {
            assertThat(log.bean(CommandTypes.class).forPeople("StartExample")).isEmpty();
            assertThat(log.bean(CommandTypes.class).forPeople("AdvanceClock")).isEmpty();
        }
    }

    private static StartExample start(Instant clock) {
        return new StartExample("county-durham", clock);
    }

    private static RegisterOrganisation registration() {
        return new RegisterOrganisation(
                new OrganisationCode("INVD1"),
                "Invented commissioner",
                OrganisationKind.COMMISSIONER,
                new Term(LocalDate.EPOCH, null),
                true);
    }
}
