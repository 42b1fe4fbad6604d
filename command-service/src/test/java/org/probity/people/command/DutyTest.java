package org.probity.people.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.probity.command.CommonRule.PERSON_ERASED;
import static org.probity.command.DomainFixture.newBody;
import static org.probity.command.DomainFixture.newPerson;
import static org.probity.people.command.PeopleRule.ACCOUNT_ALREADY_LINKED;
import static org.probity.people.command.PeopleRule.DUTY_ENDED;
import static org.probity.people.command.PeopleRule.DUTY_NOT_HELD;
import static org.probity.people.command.PeopleRule.GRANTING_OWN_DUTY;
import static org.probity.people.command.PeopleRule.LINKING_OWN_ACCOUNT;
import static org.probity.people.command.PeopleRule.ORGANISATION_CLOSED;
import static org.probity.people.event.Authority.APPOINTMENTS_OFFICER;
import static org.probity.people.event.Authority.BOARD_SECRETARY;
import static org.probity.people.event.Authority.POLICY_OWNER;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.probity.board.event.BoardEvent.BoardEstablished;
import org.probity.board.event.BoardKind;
import org.probity.board.event.DecisionKind;
import org.probity.board.event.QuorumRule;
import org.probity.board.event.TermsOfReference;
import org.probity.command.CommonRule;
import org.probity.command.DomainFixture;
import org.probity.command.DomainFixture.Somebody;
import org.probity.event.Term;
import org.probity.id.AccountId;
import org.probity.id.BoardId;
import org.probity.id.DutyId;
import org.probity.id.OrganisationCode;
import org.probity.id.PersonId;
import org.probity.identity.Actor;
import org.probity.people.command.PeopleCommand.EndDuty;
import org.probity.people.command.PeopleCommand.GrantDuty;
import org.probity.people.command.PeopleCommand.LinkAccount;
import org.probity.people.event.AccountEvent.AccountLinked;
import org.probity.people.event.Authority;
import org.probity.people.event.DutyEvent.DutyEnded;
import org.probity.people.event.DutyEvent.DutyGranted;
import org.probity.people.event.DutyScope;
import org.probity.people.event.OrganisationEvent.OrganisationClosed;
import org.probity.people.event.OrganisationEvent.OrganisationRegistered;
import org.probity.people.event.OrganisationKind;
import org.probity.people.event.PersonEvent.PersonErased;
import org.probity.people.event.PersonEvent.PersonRegistered;
import org.probity.people.event.Profession;

class DutyTest {

    private static final Term FROM_MARCH = new Term(LocalDate.of(2026, 3, 1), null);

    private final DomainFixture fixture = new DomainFixture();
    private final OrganisationCode body = registeredBody();
    private final PersonId person = registeredPerson();
    private final DutyId duty = new DutyId(UUID.randomUUID());
    private final Somebody owner = fixture.somebody(POLICY_OWNER);
    private final Somebody officer = fixture.serving(body, APPOINTMENTS_OFFICER);

    @Test
    void a_login_is_linked_to_a_person() {
        fixture.when(owner, link("login-1-" + person.value()))
                .then(new AccountLinked(AccountId.of("https://issuer.example", "login-1-" + person.value()), person));
    }

    @Test
    void an_officer_of_any_body_links_a_login_and_one_of_none_does_not() {
        fixture.when(fixture.somebody(APPOINTMENTS_OFFICER), link("login-" + person.value()))
                .thenNotPermitted();
        fixture.when(officer, link("login-" + person.value())).thenAccepted();
    }

    @Test
    void who_somebody_is_is_said_by_another() {
        Actor unlinked = login(POLICY_OWNER);
        var link = new LinkAccount(person, unlinked.issuer(), unlinked.subject());
        fixture.when(new Somebody(unlinked, person), link).thenRefused(LINKING_OWN_ACCOUNT);
        fixture.when(owner, link).thenAccepted();
    }

    @Test
    void a_login_is_not_linked_to_somebody_whom_it_granted_a_duty() {
        Actor unlinked = login(POLICY_OWNER);
        var link = new LinkAccount(person, unlinked.issuer(), unlinked.subject());
        fixture.given(new Somebody(unlinked, person), grant(DutyScope.of(body)))
                .when(owner, link)
                .thenRefused(GRANTING_OWN_DUTY);
        fixture.given(owner, end("2026-03-01")).when(owner, link).thenRefused(GRANTING_OWN_DUTY);
        var another = new LinkAccount(registeredPerson(), unlinked.issuer(), unlinked.subject());
        fixture.when(owner, another).thenAccepted();
    }

    @RepeatedTest(50)
    void a_duty_and_the_link_that_makes_it_ones_own_are_not_both_given_at_the_same_moment() throws Exception {
        Actor unlinked = login(POLICY_OWNER);
        var together = new CyclicBarrier(2);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var granted = threads.submit(() -> {
                together.await();
                return fixture.when(new Somebody(unlinked, person), grant(DutyScope.of(body)))
                        .refusedBy();
            });
            var linked = threads.submit(() -> {
                together.await();
                return fixture.when(owner, new LinkAccount(person, unlinked.issuer(), unlinked.subject()))
                        .refusedBy();
            });
            assertThat(new @Nullable String[] {granted.get(), linked.get()})
                    .containsExactlyInAnyOrder(null, "granting-own-duty");
        }
    }

    @Test
    void a_person_may_have_two_logins() {
        fixture.given(owner, link("login-1-" + person.value()))
                .when(owner, link("login-2-" + person.value()))
                .thenAccepted();
    }

    @Test
    void a_login_is_linked_once() {
        var link = link("login-" + person.value());
        fixture.given(owner, link).when(owner, link).thenRefused(ACCOUNT_ALREADY_LINKED);
        var another = new LinkAccount(registeredPerson(), link.issuer(), link.login());
        fixture.when(owner, another).thenRefused(ACCOUNT_ALREADY_LINKED);
    }

    @Test
    void a_login_is_for_a_registered_person() {
        fixture.when(owner, new LinkAccount(newPerson(), "https://issuer.example", "nobody"))
                .thenUnknownSubject();
    }

    @Test
    void an_erased_person_gets_neither_login_nor_duty() {
        fixture.given(new PersonErased(person, null))
                .when(owner, link("login-" + person.value()))
                .thenRefused(PERSON_ERASED);
        fixture.when(owner, grant(DutyScope.of(body))).thenRefused(PERSON_ERASED);
    }

    @Test
    void a_policy_owner_grants_the_founding_duties_of_a_body_without_a_duty_of_their_own() {
        fixture.when(owner, grant(DutyScope.of(body)))
                .then(new DutyGranted(person, duty, BOARD_SECRETARY, DutyScope.of(body), FROM_MARCH));
    }

    @Test
    void an_officer_of_the_body_grants_a_duty() {
        fixture.when(officer, grant(DutyScope.of(body))).thenAccepted();
    }

    @ParameterizedTest
    @EnumSource(
            value = Authority.class,
            names = {"PANEL_MEMBER", "CLINICIAN", "COMMISSIONER", "BOARD_SECRETARY", "BOARD_CHAIR", "BOARD_MEMBER"})
    void an_officer_grants_and_ends_the_duties_of_campaigns_and_boards(Authority role) {
        fixture.when(officer, grant(role)).thenAccepted();
        fixture.when(officer, end("2026-05-01")).thenAccepted();
    }

    @ParameterizedTest
    @EnumSource(
            value = Authority.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"PANEL_MEMBER", "CLINICIAN", "COMMISSIONER", "BOARD_SECRETARY", "BOARD_CHAIR", "BOARD_MEMBER"})
    void the_duties_that_control_others_are_granted_and_ended_by_a_policy_owner(Authority role) {
        fixture.when(officer, grant(role)).thenNotPermitted();
        fixture.when(owner, grant(role)).thenAccepted();
        fixture.when(officer, end("2026-05-01")).thenNotPermitted();
        fixture.when(owner, end("2026-05-01")).thenAccepted();
    }

    @Test
    void anybody_may_give_up_a_duty_of_their_own() {
        fixture.given(owner, grant(POLICY_OWNER))
                .when(fixture.withLogin(person, POLICY_OWNER), end("2026-05-01"))
                .thenAccepted();
    }

    @Test
    void an_officer_of_another_body_grants_none() {
        fixture.when(fixture.serving(registeredBody(), APPOINTMENTS_OFFICER), grant(DutyScope.of(body)))
                .thenNotPermitted();
    }

    @Test
    void a_secretary_of_the_body_grants_none() {
        fixture.when(fixture.serving(body, BOARD_SECRETARY), grant(DutyScope.of(body)))
                .thenNotPermitted();
    }

    @Test
    void a_duty_for_a_board_is_granted_by_an_officer_of_the_body_that_has_it() {
        var board = new BoardId(UUID.randomUUID());
        fixture.when(officer, grant(DutyScope.of(board))).thenUnknownSubject();
        fixture.given(
                new BoardEstablished(board, body, BoardKind.PATHWAY_DELIVERY_BOARD, "Delivery board", null, terms()));
        fixture.when(fixture.serving(registeredBody(), APPOINTMENTS_OFFICER), grant(DutyScope.of(board)))
                .thenNotPermitted();
        fixture.when(officer, grant(DutyScope.of(board))).thenAccepted();
    }

    @Test
    void a_duty_is_for_a_registered_body() {
        fixture.when(owner, grant(DutyScope.of(newBody()))).thenUnknownSubject();
    }

    @Test
    void a_duty_is_for_a_registered_person() {
        fixture.when(owner, new GrantDuty(newPerson(), duty, BOARD_SECRETARY, DutyScope.of(body), FROM_MARCH))
                .thenUnknownSubject();
    }

    @Test
    void a_closed_body_gets_no_duties() {
        fixture.given(new OrganisationClosed(body, LocalDate.of(2026, 4, 1)))
                .when(owner, grant(DutyScope.of(body), new Term(LocalDate.of(2026, 4, 1), null)))
                .thenRefused(ORGANISATION_CLOSED, "organisation", body.value(), "on", "2026-04-01");
        fixture.when(owner, grant(DutyScope.of(body))).thenAccepted();
        fixture.at("2026-04-01T09:00:00Z")
                .when(owner, grant(DutyScope.of(body)))
                .thenRefused(ORGANISATION_CLOSED);
    }

    @Test
    void nobody_grants_a_duty_to_themselves() {
        Somebody self = fixture.withLogin(person, POLICY_OWNER);
        fixture.when(self, grant(DutyScope.of(body))).thenRefused(GRANTING_OWN_DUTY);
    }

    @Test
    void a_duty_is_granted_once() {
        fixture.given(owner, grant(DutyScope.of(body)))
                .when(owner, grant(DutyScope.of(body)))
                .thenRefused(CommonRule.ALREADY_EXISTS);
    }

    @Test
    void an_officer_of_the_body_ends_a_duty() {
        fixture.given(owner, grant(DutyScope.of(body)))
                .when(officer, end("2026-05-01"))
                .then(new DutyEnded(person, duty, LocalDate.of(2026, 5, 1), "Moved on"));
    }

    @Test
    void an_officer_of_another_body_ends_none() {
        fixture.given(owner, grant(DutyScope.of(body)))
                .when(fixture.serving(registeredBody(), APPOINTMENTS_OFFICER), end("2026-05-01"))
                .thenNotPermitted();
    }

    @Test
    void a_duty_that_was_never_granted_does_not_end() {
        fixture.when(owner, end("2026-05-01")).thenRefused(DUTY_NOT_HELD);
    }

    @Test
    void an_end_moves_only_closer() {
        fixture.given(owner, grant(DutyScope.of(body)), end("2026-05-01"))
                .when(owner, end("2026-05-01"))
                .thenRefused(DUTY_ENDED, "on", "2026-05-01");
        fixture.when(owner, end("2026-04-01")).thenAccepted();
    }

    @Test
    void a_duty_granted_by_mistake_ends_at_once() {
        Somebody mistaken = officerSince("2026-03-01");
        fixture.given(owner, new EndDuty(mistaken.person(), duty, LocalDate.of(2026, 3, 1), "By mistake"));
        fixture.when(mistaken, grant(DutyScope.of(body))).thenNotPermitted();
    }

    @Test
    void an_ended_duty_permits_nothing_from_its_end_on() {
        Somebody secondOfficer = officerSince("2026-03-01");
        fixture.given(owner, new EndDuty(secondOfficer.person(), duty, LocalDate.of(2026, 4, 1), "Moved on"));
        fixture.when(secondOfficer, grant(DutyScope.of(body))).thenAccepted();
        fixture.at("2026-04-01T09:00:00Z")
                .when(secondOfficer, end("2026-05-01"))
                .thenNotPermitted();
    }

    private Somebody officerSince(String day) {
        Somebody somebody = fixture.withLogin(registeredPerson(), APPOINTMENTS_OFFICER);
        fixture.given(
                owner,
                new GrantDuty(
                        somebody.person(),
                        duty,
                        APPOINTMENTS_OFFICER,
                        DutyScope.of(body),
                        new Term(LocalDate.parse(day), null)));
        return somebody;
    }

    private LinkAccount link(String login) {
        return new LinkAccount(person, "https://issuer.example", login);
    }

    /** A login that is linked to nobody yet. */
    private static Actor login(Authority authority) {
        return new Actor("https://issuer.example", UUID.randomUUID().toString(), Set.of(authority));
    }

    private GrantDuty grant(Authority role) {
        return new GrantDuty(person, duty, role, DutyScope.of(body), FROM_MARCH);
    }

    private GrantDuty grant(DutyScope scope) {
        return grant(scope, FROM_MARCH);
    }

    private GrantDuty grant(DutyScope scope, Term term) {
        return new GrantDuty(person, duty, BOARD_SECRETARY, scope, term);
    }

    private EndDuty end(String on) {
        return new EndDuty(person, duty, LocalDate.parse(on), "Moved on");
    }

    private OrganisationCode registeredBody() {
        OrganisationCode code = newBody();
        fixture.given(new OrganisationRegistered(
                code, "Invented body", OrganisationKind.COMMISSIONER, new Term(LocalDate.EPOCH, null), true));
        return code;
    }

    private PersonId registeredPerson() {
        PersonId id = newPerson();
        fixture.given(new PersonRegistered(id, "Somebody", null, Profession.MANAGER, null, null, false));
        return id;
    }

    private static TermsOfReference terms() {
        return new TermsOfReference(
                List.of(DecisionKind.DECIDE), List.of(), new QuorumRule(1, 3), List.of(), true, 3, false, 8);
    }
}
