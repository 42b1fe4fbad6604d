package org.probity.interests.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.probity.command.DomainFixture.newBody;
import static org.probity.command.DomainFixture.newPerson;
import static org.probity.interests.command.InterestsRule.CEASES_BEFORE_IT_BEGINS;
import static org.probity.interests.command.InterestsRule.INTERESTS_DECLARED;
import static org.probity.interests.command.InterestsRule.INTEREST_CEASED;
import static org.probity.interests.command.InterestsRule.INTEREST_IN_FUTURE;
import static org.probity.interests.command.InterestsRule.INTEREST_UNKNOWN;
import static org.probity.interests.command.InterestsRule.NOTHING_TO_RENEW;
import static org.probity.interests.command.InterestsRule.SUBJECT_REQUIRED;
import static org.probity.interests.command.InterestsRule.VALUE_WITHOUT_GIFT;
import static org.probity.people.event.Authority.BOARD_MEMBER;
import static org.probity.people.event.Authority.CLINICIAN;
import static org.probity.people.event.Authority.POLICY_OWNER;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.probity.board.event.QuorumFloor;
import org.probity.board.event.QuorumRule;
import org.probity.command.CommandTypes;
import org.probity.command.CommonRule;
import org.probity.command.DomainFixture;
import org.probity.command.DomainFixture.Somebody;
import org.probity.command.NotPermitted;
import org.probity.event.Term;
import org.probity.eventstore.KeyVault;
import org.probity.id.DutyId;
import org.probity.id.InterestId;
import org.probity.id.OrganisationCode;
import org.probity.id.RulePackVersion;
import org.probity.interests.command.DeclarationRegister.Declared;
import org.probity.interests.command.DeclarationRegister.DeclaredInterest;
import org.probity.interests.command.InterestsCommand.CeaseInterest;
import org.probity.interests.command.InterestsCommand.DeclareInterest;
import org.probity.interests.command.InterestsCommand.MakeNilDeclaration;
import org.probity.interests.command.InterestsCommand.RenewDeclaration;
import org.probity.interests.event.InterestCategory;
import org.probity.interests.event.InterestsEvent.DeclarationRenewed;
import org.probity.interests.event.InterestsEvent.InterestCeased;
import org.probity.interests.event.InterestsEvent.InterestDeclared;
import org.probity.interests.event.InterestsEvent.NilDeclarationMade;
import org.probity.interests.event.NamedBody;
import org.probity.people.event.Authority;
import org.probity.people.event.DutyEvent.DutyGranted;
import org.probity.people.event.DutyScope;
import org.probity.people.event.OrganisationEvent.OrganisationRegistered;
import org.probity.people.event.OrganisationKind;
import org.probity.people.event.PersonEvent.PersonErased;
import org.probity.people.event.PersonEvent.PersonRegistered;
import org.probity.people.event.Profession;
import org.probity.policy.event.BuiltInPacks;
import org.probity.policy.event.RulePack;
import org.probity.policy.event.RulePacksEvent.RulePackAdopted;

class InterestsTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 1);
    private static final NamedBody COMPANY = new NamedBody("Invented Imaging Ltd", null);

    private final DomainFixture fixture = new DomainFixture();
    private final DeclarationRegister register = fixture.bean(DeclarationRegister.class);
    private final Somebody clinician = registered(CLINICIAN);
    private final InterestId interest = new InterestId(UUID.randomUUID());

    @Test
    void a_clinician_declares_an_interest_in_a_company() {
        fixture.when(clinician, declare("2026-02-20")).then(declared("2026-02-20", false));
    }

    @Test
    void an_interest_in_an_organisation_names_a_registered_one() {
        OrganisationCode trust = newBody();
        fixture.when(clinician, declare(trust, null)).thenUnknownSubject();
        fixture.given(new OrganisationRegistered(
                        trust, "Trust", OrganisationKind.ACUTE, new Term(LocalDate.EPOCH, null), true))
                .when(clinician, declare(trust, null))
                .thenAccepted();
    }

    @Test
    void an_interest_has_one_subject() {
        OrganisationCode trust = newBody();
        fixture.given(new OrganisationRegistered(
                trust, "Trust", OrganisationKind.ACUTE, new Term(LocalDate.EPOCH, null), true));
        fixture.when(clinician, declare(null, null)).thenRefused(SUBJECT_REQUIRED);
        fixture.when(clinician, declare(trust, COMPANY)).thenRefused(SUBJECT_REQUIRED);
    }

    @Test
    void an_interest_is_declared_once() {
        fixture.given(clinician, declare("2026-02-20"))
                .when(clinician, declare("2026-02-20"))
                .thenRefused(CommonRule.ALREADY_EXISTS);
    }

    @Test
    void whoever_holds_any_authority_declares() {
        for (var command : InterestsCommand.class.getPermittedSubclasses()) {
            assertThat(CommandTypes.allowedBy(command.asSubclass(InterestsCommand.class)))
                    .containsExactlyInAnyOrder(Authority.values());
        }
        Somebody owner = registered(POLICY_OWNER);
        fixture.when(owner, new MakeNilDeclaration(owner.person())).thenAccepted();
    }

    @Test
    void nobody_declares_for_another() {
        fixture.when(registered(CLINICIAN), declare("2026-02-20")).thenNotPermitted();
        fixture.when(registered(CLINICIAN), nil()).thenNotPermitted();
        fixture.when(registered(CLINICIAN), renew()).thenNotPermitted();
        fixture.given(clinician, declare("2026-02-20"))
                .when(registered(CLINICIAN), cease("2026-04-01"))
                .thenNotPermitted();
    }

    @Test
    void an_automation_declares_nothing() {
        assertThatThrownBy(() -> fixture.whenAutomationGives(nil(), "cause")).isInstanceOf(NotPermitted.class);
    }

    @Test
    void a_person_without_an_entry_or_after_erasure_declares_nothing() {
        Somebody stranger = fixture.somebody(CLINICIAN);
        fixture.when(stranger, new MakeNilDeclaration(stranger.person())).thenUnknownSubject();
        fixture.given(new PersonErased(clinician.person(), null))
                .when(clinician, nil())
                .thenRefused(CommonRule.PERSON_ERASED);
    }

    @Test
    void an_interest_declared_28_days_after_it_arose_is_in_time() {
        fixture.when(clinician, declare("2026-02-01")).then(declared("2026-02-01", false));
    }

    @Test
    void an_interest_declared_29_days_after_it_arose_is_accepted_as_late() {
        fixture.when(clinician, declare("2026-01-31")).then(declared("2026-01-31", true));
    }

    @Test
    void the_strictest_body_that_a_person_serves_sets_the_time() {
        serve(packOf(7));
        serve(packOf(56));
        serve(newBody());
        fixture.when(clinician, declare("2026-02-20")).then(declared("2026-02-20", true));
    }

    @Test
    void a_patient_body_alone_allows_more_time() {
        serve(packOf(56));
        fixture.when(clinician, declare("2026-01-31")).then(declared("2026-01-31", false));
    }

    @Test
    void an_interest_is_not_declared_before_it_arises() {
        fixture.when(clinician, declare("2026-03-02")).thenRefused(INTEREST_IN_FUTURE, "arose", "2026-03-02");
        fixture.when(clinician, declare("2026-03-01")).thenAccepted();
    }

    @Test
    void a_gift_is_declared_with_its_giver_and_what_it_is_worth() {
        fixture.when(clinician, gift(120))
                .then(new InterestDeclared(
                        clinician.person(),
                        interest,
                        InterestCategory.GIFTS_AND_HOSPITALITY,
                        null,
                        COMPANY,
                        "Dinner",
                        TODAY,
                        TODAY,
                        new Term(TODAY, TODAY.plusDays(1)),
                        false,
                        120));
    }

    @Test
    void a_gift_is_declared_also_if_nobody_knows_what_it_is_worth() {
        fixture.when(clinician, gift(null)).thenAccepted();
    }

    @Test
    void what_a_gift_is_worth_is_not_negative() {
        assertThat(gift(0)).isNotNull();
        assertThatThrownBy(() -> gift(-1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void only_a_gift_has_a_value() {
        fixture.when(
                        clinician,
                        new DeclareInterest(
                                clinician.person(),
                                interest,
                                InterestCategory.FINANCIAL,
                                null,
                                COMPANY,
                                "Shares",
                                TODAY,
                                new Term(TODAY, null),
                                120))
                .thenRefused(VALUE_WITHOUT_GIFT);
    }

    @Test
    void an_interest_ceases() {
        fixture.given(clinician, declare("2026-02-20"))
                .when(clinician, cease("2026-04-01"))
                .then(new InterestCeased(clinician.person(), interest, LocalDate.of(2026, 4, 1)));
    }

    @Test
    void an_interest_that_was_not_declared_does_not_cease() {
        fixture.when(clinician, cease("2026-04-01")).thenRefused(INTEREST_UNKNOWN);
    }

    @Test
    void an_interest_ceases_once() {
        fixture.given(clinician, declare("2026-02-20"), cease("2026-04-01"))
                .when(clinician, cease("2026-04-01"))
                .thenRefused(INTEREST_CEASED, "on", "2026-04-01");
    }

    @Test
    void an_interest_ceases_later_than_it_begins() {
        fixture.given(clinician, declare("2026-02-20"))
                .when(clinician, cease("2026-02-20"))
                .thenRefused(CEASES_BEFORE_IT_BEGINS, "from", "2026-02-20");
    }

    @Test
    void whoever_has_no_interests_says_so() {
        fixture.when(clinician, nil()).then(new NilDeclarationMade(clinician.person(), TODAY));
    }

    @Test
    void a_nil_declaration_does_not_stand_beside_interests_in_force() {
        fixture.given(clinician, declare("2026-02-20"))
                .when(clinician, nil())
                .thenRefused(INTERESTS_DECLARED, "interests", 1);
        fixture.given(clinician, cease("2026-04-01"))
                .at("2026-03-31T09:00:00Z")
                .when(clinician, nil())
                .thenRefused(INTERESTS_DECLARED);
        fixture.at("2026-04-01T09:00:00Z").when(clinician, nil()).thenAccepted();
    }

    @Test
    void a_declaration_is_renewed() {
        fixture.given(clinician, nil())
                .at("2027-02-01T09:00:00Z")
                .when(clinician, renew())
                .then(new DeclarationRenewed(clinician.person(), LocalDate.of(2027, 2, 1)));
    }

    @Test
    void whoever_declared_nothing_has_nothing_to_renew() {
        fixture.when(clinician, renew()).thenRefused(NOTHING_TO_RENEW);
    }

    @Test
    void whoever_never_declared_is_not_up_to_date() {
        assertThat(register.upToDate(clinician.person(), TODAY, 12)).isFalse();
    }

    @Test
    void a_declaration_is_up_to_date_from_its_day_until_the_months_are_over() {
        fixture.given(clinician, declare("2026-02-20"));
        assertThat(upToDateOn("2026-02-28")).isFalse();
        assertThat(upToDateOn("2026-03-01")).isTrue();
        assertThat(upToDateOn("2027-03-01")).isTrue();
        assertThat(upToDateOn("2027-03-02")).isFalse();
    }

    @Test
    void a_nil_declaration_and_a_renewal_are_up_to_date_too() {
        fixture.given(clinician, nil());
        assertThat(upToDateOn("2027-03-01")).isTrue();
        fixture.at("2027-02-01T09:00:00Z").given(clinician, renew());
        assertThat(upToDateOn("2028-02-01")).isTrue();
        assertThat(upToDateOn("2028-02-02")).isFalse();
    }

    @Test
    void that_an_interest_ceased_does_not_renew_the_others() {
        fixture.given(clinician, declare("2026-02-20"))
                .at("2027-03-01T09:00:00Z")
                .given(clinician, cease("2027-03-01"));
        assertThat(upToDateOn("2027-03-02")).isFalse();
    }

    @Test
    void an_interest_is_matched_while_it_is_in_force() {
        OrganisationCode trust = newBody();
        fixture.given(new OrganisationRegistered(
                        trust, "Trust", OrganisationKind.ACUTE, new Term(LocalDate.EPOCH, null), true))
                .given(clinician, declare(trust, null));

        assertThat(declaredOn("2026-03-01"))
                .isEqualTo(new Declared(
                        true,
                        List.of(new DeclaredInterest(
                                interest,
                                InterestCategory.NON_FINANCIAL_PROFESSIONAL,
                                trust,
                                null,
                                new Term(TODAY, null)))));
        assertThat(declaredOn("2026-02-28")).as("not known yet").isEqualTo(new Declared(false, List.of()));
    }

    @Test
    void an_interest_that_is_still_to_begin_is_not_matched() {
        fixture.given(clinician, inForce(new Term(LocalDate.of(2026, 4, 1), null)));

        assertThat(declaredOn("2026-03-31").interests()).isEmpty();
        assertThat(declaredOn("2026-04-01").interests()).hasSize(1);
    }

    @Test
    void a_ceased_interest_is_matched_for_as_many_months_as_the_rule_pack_says() {
        fixture.given(clinician, declare("2026-02-20"), cease("2026-04-01"));

        assertThat(declaredOn("2026-10-01").interests())
                .extracting(DeclaredInterest::inForce)
                .containsExactly(new Term(LocalDate.of(2026, 2, 20), LocalDate.of(2026, 4, 1)));
        assertThat(declaredOn("2026-10-02").interests()).isEmpty();
        RulePack longer = pack(28, 12);
        assertThat(register.on(clinician.person(), LocalDate.of(2026, 10, 2), longer)
                        .interests())
                .hasSize(1);
    }

    @Test
    void an_interest_that_ends_by_its_term_is_matched_as_long() {
        fixture.given(clinician, inForce(new Term(LocalDate.of(2026, 2, 20), LocalDate.of(2026, 4, 1))));

        assertThat(declaredOn("2026-10-01").interests()).hasSize(1);
        assertThat(declaredOn("2026-10-02").interests()).isEmpty();
    }

    @Test
    void a_body_without_a_code_is_named_until_the_person_is_erased() {
        fixture.given(clinician, declare("2026-02-20"));
        assertThat(declaredOn("2026-03-01").interests())
                .extracting(DeclaredInterest::namedBody)
                .containsExactly(COMPANY);

        fixture.given(new PersonErased(clinician.person(), null));
        fixture.bean(KeyVault.class).destroy(clinician.person().value().toString());
        assertThat(declaredOn("2026-03-01").interests()).hasSize(1).allSatisfy(one -> assertThat(one.namedBody())
                .isNull());
    }

    @Test
    void whether_a_declaration_is_out_of_date_says_the_rule_pack() {
        fixture.given(clinician, nil());

        assertThat(declaredOn("2027-03-01").upToDate()).isTrue();
        assertThat(declaredOn("2027-03-02").upToDate()).isFalse();
    }

    private Declared declaredOn(String day) {
        return register.on(clinician.person(), LocalDate.parse(day), BuiltInPacks.inForce(TODAY));
    }

    private boolean upToDateOn(String day) {
        return register.upToDate(clinician.person(), LocalDate.parse(day), 12);
    }

    private void serve(OrganisationCode body) {
        fixture.given(new DutyGranted(
                clinician.person(),
                new DutyId(UUID.randomUUID()),
                BOARD_MEMBER,
                DutyScope.of(body),
                new Term(LocalDate.EPOCH, null)));
    }

    private OrganisationCode packOf(int declareWithinDays) {
        OrganisationCode body = newBody();
        fixture.given(new RulePackAdopted(body, pack(declareWithinDays, 6), "Board paper 7", null));
        return body;
    }

    private static RulePack pack(int declareWithinDays, int ceasedInterestMonths) {
        return new RulePack(
                new RulePackVersion("inv-1"),
                LocalDate.EPOCH,
                3,
                1,
                List.of(),
                2,
                4,
                14,
                24,
                12,
                declareWithinDays,
                ceasedInterestMonths,
                3,
                3,
                6,
                2,
                2,
                5,
                90,
                new QuorumFloor(new QuorumRule(1, 3), 1, 1));
    }

    private Somebody registered(Authority authority) {
        var person = newPerson();
        fixture.given(new PersonRegistered(person, "Somebody", null, Profession.GP, null, null, true));
        return fixture.withLogin(person, authority);
    }

    private DeclareInterest declare(String arose) {
        return inForce(LocalDate.parse(arose), new Term(LocalDate.parse(arose), null));
    }

    private DeclareInterest inForce(Term term) {
        return inForce(LocalDate.of(2026, 2, 20), term);
    }

    private DeclareInterest inForce(LocalDate arose, Term term) {
        return new DeclareInterest(
                clinician.person(), interest, InterestCategory.FINANCIAL, null, COMPANY, "Shares", arose, term, null);
    }

    private DeclareInterest gift(@Nullable Integer estimatedPounds) {
        return new DeclareInterest(
                clinician.person(),
                interest,
                InterestCategory.GIFTS_AND_HOSPITALITY,
                null,
                COMPANY,
                "Dinner",
                TODAY,
                new Term(TODAY, TODAY.plusDays(1)),
                estimatedPounds);
    }

    private DeclareInterest declare(@Nullable OrganisationCode organisation, @Nullable NamedBody namedBody) {
        return new DeclareInterest(
                clinician.person(),
                interest,
                InterestCategory.NON_FINANCIAL_PROFESSIONAL,
                organisation,
                namedBody,
                "Adviser",
                TODAY,
                new Term(TODAY, null),
                null);
    }

    private InterestDeclared declared(String arose, boolean late) {
        LocalDate day = LocalDate.parse(arose);
        return new InterestDeclared(
                clinician.person(),
                interest,
                InterestCategory.FINANCIAL,
                null,
                COMPANY,
                "Shares",
                day,
                TODAY,
                new Term(day, null),
                late,
                null);
    }

    private MakeNilDeclaration nil() {
        return new MakeNilDeclaration(clinician.person());
    }

    private RenewDeclaration renew() {
        return new RenewDeclaration(clinician.person());
    }

    private CeaseInterest cease(String on) {
        return new CeaseInterest(clinician.person(), interest, LocalDate.parse(on));
    }
}
