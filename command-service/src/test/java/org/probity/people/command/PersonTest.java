package org.probity.people.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.probity.command.CommonRule.PERSON_ERASED;
import static org.probity.command.DomainFixture.newBody;
import static org.probity.command.DomainFixture.newPerson;
import static org.probity.people.command.PeopleRule.ALREADY_HELD;
import static org.probity.people.command.PeopleRule.NO_HOLD;
import static org.probity.people.command.PeopleRule.REGISTRATION_TAKEN;
import static org.probity.people.event.Authority.APPOINTMENTS_OFFICER;
import static org.probity.people.event.Authority.DATA_PROTECTION_OFFICER;
import static org.probity.people.event.Authority.POLICY_OWNER;

import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.probity.command.CommonRule;
import org.probity.command.DomainFixture;
import org.probity.command.DomainFixture.Somebody;
import org.probity.event.Term;
import org.probity.id.OrganisationCode;
import org.probity.id.PersonId;
import org.probity.people.command.PeopleCommand.AmendPerson;
import org.probity.people.command.PeopleCommand.LiftRetentionHold;
import org.probity.people.command.PeopleCommand.PlaceRetentionHold;
import org.probity.people.command.PeopleCommand.RegisterPerson;
import org.probity.people.event.OrganisationEvent.OrganisationRegistered;
import org.probity.people.event.OrganisationKind;
import org.probity.people.event.PersonEvent.PersonAmended;
import org.probity.people.event.PersonEvent.PersonErased;
import org.probity.people.event.PersonEvent.PersonRegistered;
import org.probity.people.event.PersonEvent.RetentionHoldLifted;
import org.probity.people.event.PersonEvent.RetentionHoldPlaced;
import org.probity.people.event.Profession;
import org.probity.people.event.Registration;
import org.probity.people.event.RegistrationClaimEvent.RegistrationClaimed;
import org.probity.people.event.RegistrationClaimEvent.RegistrationReleased;
import org.probity.people.event.Regulator;

class PersonTest {

    private static final AtomicInteger NUMBERS = new AtomicInteger(7_000_000);

    private final DomainFixture fixture = new DomainFixture();
    private final PersonId person = newPerson();
    private final Registration number = newNumber();
    private final Somebody officer = fixture.serving(newBody(), APPOINTMENTS_OFFICER);
    private final Somebody dataProtection = fixture.somebody(DATA_PROTECTION_OFFICER);

    @Test
    void an_officer_of_any_body_registers_a_person() {
        fixture.when(officer, register(person, null))
                .then(new PersonRegistered(person, "A clinician", null, Profession.GP, null, null, true));
    }

    @Test
    void a_policy_owner_registers_and_amends_a_person_without_a_duty_for_any_body() {
        Somebody owner = fixture.somebody(POLICY_OWNER);
        fixture.when(owner, register(person, null)).thenAccepted();
        fixture.when(owner, amend(person, null)).thenAccepted();
    }

    @Test
    void an_officer_of_no_body_neither_registers_nor_amends_a_person() {
        Somebody nobodys = fixture.somebody(APPOINTMENTS_OFFICER);
        fixture.when(nobodys, register(person, null)).thenNotPermitted();
        fixture.given(officer, register(person, null))
                .when(nobodys, amend(person, null))
                .thenNotPermitted();
    }

    @Test
    void nobody_amends_their_own_entry() {
        fixture.given(officer, register(officer.person(), null))
                .when(officer, amend(officer.person(), null))
                .thenRefused(CommonRule.DECIDING_OWN_CASE);
        fixture.when(fixture.withLogin(officer.person(), POLICY_OWNER), amend(officer.person(), null))
                .thenRefused(CommonRule.DECIDING_OWN_CASE);
        fixture.when(fixture.serving(newBody(), APPOINTMENTS_OFFICER), amend(officer.person(), null))
                .thenAccepted();
    }

    @Test
    void a_person_is_registered_once() {
        fixture.given(officer, register(person, number))
                .when(officer, register(person, number))
                .thenRefused(CommonRule.ALREADY_EXISTS);
    }

    @Test
    void an_employer_is_a_registered_organisation() {
        OrganisationCode employer = newBody();
        fixture.when(officer, employed(employer)).thenUnknownSubject();
        fixture.given(new OrganisationRegistered(
                        employer, "Practice", OrganisationKind.PRACTICE, new Term(LocalDate.EPOCH, null), true))
                .when(officer, employed(employer))
                .thenAccepted();
        OrganisationCode unknown = newBody();
        fixture.when(officer, new AmendPerson(person, "A clinician", null, Profession.GP, null, unknown, true))
                .thenUnknownSubject();
    }

    @Test
    void the_register_names_the_employer_as_the_last_entry_has_it() {
        OrganisationCode employer = newBody();
        var register = fixture.bean(PeopleRegister.class);
        fixture.given(new PersonRegistered(person, "A clinician", null, Profession.GP, null, employer, true));
        assertThat(register.employerOf(person)).contains(employer);

        fixture.given(new PersonAmended(person, "A clinician", null, Profession.GP, null, null, true));
        assertThat(register.employerOf(person)).isEmpty();
    }

    @Test
    void a_registration_number_is_claimed_together_with_the_person() {
        List<Object> events = fixture.when(officer, register(person, number)).thenEvents();
        assertThat(events).hasSize(2);
        assertThat(events.getFirst())
                .isEqualTo(new PersonRegistered(person, "A clinician", null, Profession.GP, number, null, true));
        assertThat(events.getLast()).isInstanceOf(RegistrationClaimed.class);
    }

    @Test
    void a_claim_does_not_tell_the_number() {
        assertThat(claimed(fixture.when(officer, register(person, number)).thenEvents())
                        .claim()
                        .value())
                .matches("[0-9a-f]{64}")
                .doesNotContain(number.number());
    }

    @Test
    void one_number_is_one_person() {
        fixture.given(officer, register(person, number))
                .when(officer, register(newPerson(), number))
                .thenRefused(REGISTRATION_TAKEN);
    }

    @Test
    void of_people_who_come_with_one_number_at_the_same_moment_one_is_registered() {
        List<PersonId> rivals =
                Stream.generate(DomainFixture::newPerson).limit(6).toList();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            rivals.forEach(rival -> threads.execute(() -> fixture.when(officer, register(rival, number))));
        }
        assertThat(rivals.stream()
                        .filter(rival -> !fixture.eventsOf(rival.stream()).isEmpty()))
                .hasSize(1);
    }

    @Test
    void the_same_digits_with_another_regulator_are_another_number() {
        fixture.given(officer, register(person, number))
                .when(officer, register(newPerson(), new Registration(Regulator.GDC, number.number())))
                .thenAccepted();
    }

    @Test
    void an_amendment_carries_the_full_new_state() {
        fixture.given(officer, register(person, number))
                .when(
                        officer,
                        new AmendPerson(
                                person, "A clinician", "new@example.org", Profession.NURSE, number, null, false))
                .then(new PersonAmended(
                        person, "A clinician", "new@example.org", Profession.NURSE, number, null, false));
    }

    @Test
    void a_corrected_number_is_claimed_and_the_old_one_is_free_again() {
        RegistrationClaimed before =
                claimed(fixture.when(officer, register(person, number)).thenEvents());
        List<Object> events = fixture.when(officer, amend(person, newNumber())).thenEvents();
        assertThat(events).hasSize(3);
        assertThat(claimed(events).claim()).isNotEqualTo(before.claim());
        assertThat(events).contains(new RegistrationReleased(before.claim(), person));
        fixture.when(officer, register(newPerson(), number)).thenAccepted();
        fixture.when(officer, amend(person, number)).thenRefused(REGISTRATION_TAKEN);
    }

    @Test
    void whoever_gives_a_number_up_may_take_it_again() {
        fixture.given(officer, register(person, number), amend(person, null))
                .when(officer, amend(person, number))
                .thenAccepted();
    }

    @Test
    void a_person_without_an_entry_is_not_amended() {
        fixture.when(officer, amend(person, null)).thenUnknownSubject();
    }

    @Test
    void nothing_is_recorded_about_a_person_after_erasure() {
        fixture.given(officer, register(person, null))
                .given(new PersonErased(person, null))
                .when(officer, amend(person, null))
                .thenRefused(PERSON_ERASED);
        fixture.when(dataProtection, hold()).thenRefused(PERSON_ERASED);
    }

    @Test
    void a_data_protection_officer_places_and_lifts_a_hold() {
        fixture.given(officer, register(person, null))
                .when(dataProtection, hold())
                .then(new RetentionHoldPlaced(person, "A complaint is open"));
        fixture.when(dataProtection, new LiftRetentionHold(person)).then(new RetentionHoldLifted(person));
        fixture.when(dataProtection, hold()).thenAccepted();
    }

    @Test
    void a_hold_is_placed_once() {
        fixture.given(officer, register(person, null))
                .given(dataProtection, hold())
                .when(dataProtection, hold())
                .thenRefused(ALREADY_HELD);
    }

    @Test
    void without_a_hold_there_is_none_to_lift() {
        fixture.given(officer, register(person, null))
                .when(dataProtection, new LiftRetentionHold(person))
                .thenRefused(NO_HOLD);
    }

    @Test
    void a_hold_is_for_a_registered_person() {
        fixture.when(dataProtection, hold()).thenUnknownSubject();
    }

    @Test
    void an_officer_for_appointments_places_no_hold() {
        fixture.given(officer, register(person, null)).when(officer, hold()).thenNotPermitted();
    }

    private RegisterPerson register(PersonId id, @Nullable Registration registration) {
        return new RegisterPerson(id, "A clinician", null, Profession.GP, registration, null, true);
    }

    private RegisterPerson employed(OrganisationCode employer) {
        return new RegisterPerson(person, "A clinician", null, Profession.GP, null, employer, true);
    }

    private AmendPerson amend(PersonId id, @Nullable Registration registration) {
        return new AmendPerson(id, "A clinician", null, Profession.GP, registration, null, true);
    }

    private PlaceRetentionHold hold() {
        return new PlaceRetentionHold(person, "A complaint is open");
    }

    private static RegistrationClaimed claimed(List<Object> events) {
        return events.stream()
                .filter(RegistrationClaimed.class::isInstance)
                .map(RegistrationClaimed.class::cast)
                .findFirst()
                .orElseThrow();
    }

    private static Registration newNumber() {
        return new Registration(Regulator.GMC, String.valueOf(NUMBERS.incrementAndGet()));
    }
}
