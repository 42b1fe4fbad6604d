package org.probity.people.command;

import static org.probity.command.DomainFixture.newBody;
import static org.probity.people.command.PeopleRule.CLOSES_BEFORE_IT_OPENS;
import static org.probity.people.command.PeopleRule.ORGANISATION_CLOSED;
import static org.probity.people.event.Authority.APPOINTMENTS_OFFICER;
import static org.probity.people.event.Authority.BOARD_SECRETARY;
import static org.probity.people.event.Authority.POLICY_OWNER;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.probity.command.CommonRule;
import org.probity.command.DomainFixture;
import org.probity.command.DomainFixture.Somebody;
import org.probity.event.Term;
import org.probity.id.BoardId;
import org.probity.id.DutyId;
import org.probity.id.OrganisationCode;
import org.probity.people.command.PeopleCommand.CloseOrganisation;
import org.probity.people.command.PeopleCommand.RegisterOrganisation;
import org.probity.people.event.DutyEvent.DutyGranted;
import org.probity.people.event.DutyScope;
import org.probity.people.event.OrganisationEvent.OrganisationClosed;
import org.probity.people.event.OrganisationEvent.OrganisationRegistered;
import org.probity.people.event.OrganisationKind;

class OrganisationTest {

    private static final LocalDate APRIL = LocalDate.of(2026, 4, 1);

    private final DomainFixture fixture = new DomainFixture();
    private final OrganisationCode code = newBody();
    private final Somebody officer = fixture.serving(newBody(), APPOINTMENTS_OFFICER);

    @Test
    void an_officer_of_any_body_registers_an_organisation() {
        fixture.when(officer, register(null))
                .then(new OrganisationRegistered(
                        code, "Invented Trust", OrganisationKind.ACUTE, new Term(LocalDate.EPOCH, null), true));
    }

    @Test
    void a_policy_owner_registers_an_organisation_without_a_duty_for_any() {
        fixture.when(fixture.somebody(POLICY_OWNER), register(null)).thenAccepted();
    }

    @Test
    void an_officer_of_no_body_neither_registers_nor_closes_an_organisation() {
        Somebody nobodys = fixture.somebody(APPOINTMENTS_OFFICER);
        fixture.when(nobodys, register(null)).thenNotPermitted();
        fixture.given(officer, register(null)).when(nobodys, close(APRIL)).thenNotPermitted();
    }

    @Test
    void an_officer_registers_an_organisation_only_while_their_duty_lasts() {
        Somebody former = fixture.somebody(APPOINTMENTS_OFFICER);
        fixture.given(new DutyGranted(
                        former.person(),
                        new DutyId(UUID.randomUUID()),
                        APPOINTMENTS_OFFICER,
                        DutyScope.of(newBody()),
                        new Term(LocalDate.of(2025, 3, 1), LocalDate.of(2026, 3, 1))))
                .when(former, register(null))
                .thenNotPermitted();
    }

    @Test
    void a_duty_in_another_role_opens_the_register_to_no_officer() {
        Somebody secretary = fixture.serving(newBody(), BOARD_SECRETARY);
        fixture.when(fixture.withLogin(secretary.person(), APPOINTMENTS_OFFICER), register(null))
                .thenNotPermitted();
    }

    @Test
    void a_duty_for_one_board_opens_the_register_to_no_officer() {
        Somebody ofOneBoard = fixture.somebody(APPOINTMENTS_OFFICER);
        fixture.given(new DutyGranted(
                        ofOneBoard.person(),
                        new DutyId(UUID.randomUUID()),
                        APPOINTMENTS_OFFICER,
                        DutyScope.of(new BoardId(UUID.randomUUID())),
                        new Term(LocalDate.EPOCH, null)))
                .when(ofOneBoard, register(null))
                .thenNotPermitted();
    }

    @Test
    void a_code_is_given_once() {
        fixture.given(officer, register(null)).when(officer, register(null)).thenRefused(CommonRule.ALREADY_EXISTS);
    }

    @Test
    void a_code_is_never_reused_not_even_after_a_closure() {
        fixture.given(officer, register(null), close(APRIL))
                .at("2027-01-01T12:00:00Z")
                .when(officer, register(null))
                .thenRefused(CommonRule.ALREADY_EXISTS);
    }

    @Test
    void an_organisation_closes_on_a_day() {
        fixture.given(officer, register(null)).when(officer, close(APRIL)).then(new OrganisationClosed(code, APRIL));
    }

    @Test
    void a_closure_may_come_earlier_than_foreseen_but_not_later() {
        fixture.given(officer, register(LocalDate.of(2027, 4, 1)))
                .when(officer, close(LocalDate.of(2027, 4, 1)))
                .thenRefused(ORGANISATION_CLOSED, "on", "2027-04-01");
        fixture.when(officer, close(APRIL)).thenAccepted();
        fixture.when(officer, close(APRIL)).thenRefused(ORGANISATION_CLOSED, "on", APRIL);
    }

    @Test
    void an_organisation_closes_later_than_it_opens() {
        fixture.given(officer, register(null))
                .when(officer, close(LocalDate.EPOCH))
                .thenRefused(CLOSES_BEFORE_IT_OPENS, "from", LocalDate.EPOCH);
    }

    @Test
    void an_unknown_organisation_does_not_close() {
        fixture.when(officer, close(APRIL)).thenUnknownSubject();
    }

    private RegisterOrganisation register(@Nullable LocalDate until) {
        return new RegisterOrganisation(
                code, "Invented Trust", OrganisationKind.ACUTE, new Term(LocalDate.EPOCH, until), true);
    }

    private CloseOrganisation close(LocalDate on) {
        return new CloseOrganisation(code, on);
    }
}
