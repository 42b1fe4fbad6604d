package org.probity.establishment.command;

import static org.probity.command.DomainFixture.newBody;
import static org.probity.command.DomainFixture.newPerson;
import static org.probity.establishment.command.EstablishmentRule.*;
import static org.probity.people.event.Authority.APPOINTMENTS_OFFICER;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.probity.board.event.BoardEvent.BoardEstablished;
import org.probity.board.event.BoardKind;
import org.probity.board.event.DecisionKind;
import org.probity.board.event.QuorumRule;
import org.probity.board.event.TermsOfReference;
import org.probity.command.CommonRule;
import org.probity.command.DomainFixture;
import org.probity.command.DomainFixture.Somebody;
import org.probity.establishment.command.EstablishmentCommand.*;
import org.probity.establishment.event.EstablishmentEvent.*;
import org.probity.establishment.event.Programme;
import org.probity.establishment.event.VacancyCause;
import org.probity.event.Term;
import org.probity.id.BoardId;
import org.probity.id.EstablishmentId;
import org.probity.id.OrganisationCode;
import org.probity.id.PersonId;
import org.probity.id.StrandCode;
import org.probity.people.event.PersonEvent.PersonRegistered;
import org.probity.people.event.Profession;

class EstablishmentTest {

    private static final StrandCode STROKE = new StrandCode("stroke");
    private static final StrandCode CANCER = new StrandCode("cancer");
    private static final Term FROM_APRIL = new Term(LocalDate.of(2026, 4, 1), LocalDate.of(2028, 4, 1));

    private final DomainFixture fixture = new DomainFixture();
    private final OrganisationCode body = newBody();
    private final EstablishmentId id = new EstablishmentId(UUID.randomUUID());
    private final PersonId owner = clinician(true);
    private final Somebody officer = fixture.serving(body, APPOINTMENTS_OFFICER);

    @Test
    void an_officer_establishes_posts_for_the_body_they_serve() {
        fixture.when(officer, establish(30))
                .then(new PostsEstablished(
                        id, body, "Senior clinical leads", Programme.SENIOR_CLINICAL_LEADS, 30, "two days", owner));
    }

    @Test
    void posts_are_established_once() {
        fixture.given(officer, establish(30)).when(officer, establish(30)).thenRefused(CommonRule.ALREADY_EXISTS);
    }

    @Test
    void an_officer_of_another_body_may_not_establish_posts() {
        fixture.when(fixture.serving(newBody(), APPOINTMENTS_OFFICER), establish(30))
                .thenNotPermitted();
    }

    @Test
    void an_establishment_needs_a_senior_owner_who_is_registered() {
        fixture.when(
                        officer,
                        new EstablishPosts(
                                id, body, "Leads", Programme.SENIOR_CLINICAL_LEADS, 3, "one day", newPerson()))
                .thenUnknownSubject();
    }

    @Test
    void an_establishment_has_at_least_one_post() {
        fixture.when(officer, establish(0)).thenRefused(CAP_NOT_POSITIVE);
    }

    @Test
    void a_strand_brings_its_numbered_slots() {
        fixture.given(officer, establish(30), strand(STROKE, 2))
                .when(officer, strand(CANCER, 1))
                .then(new StrandAdded(id, CANCER, "cancer", 1, 1, List.of(3), null));
    }

    @Test
    void a_strand_is_added_once() {
        fixture.given(officer, establish(30), strand(STROKE, 2))
                .when(officer, strand(STROKE, 1))
                .thenRefused(STRAND_EXISTS);
    }

    @Test
    void a_strand_maps_to_an_established_board_of_the_same_body() {
        var board = new BoardId(UUID.randomUUID());
        fixture.given(officer, establish(30)).when(officer, strandOf(board)).thenUnknownSubject();
        fixture.given(established(board, body))
                .when(officer, strandOf(board))
                .then(new StrandAdded(id, STROKE, "stroke", 1, 1, List.of(1), board));
    }

    @Test
    void a_strand_does_not_map_to_a_board_of_another_body() {
        var board = new BoardId(UUID.randomUUID());
        fixture.given(established(board, newBody()))
                .given(officer, establish(30))
                .when(officer, strandOf(board))
                .thenRefused(BOARD_OF_ANOTHER_BODY);
    }

    @Test
    void an_officer_does_not_decide_on_their_own_post() {
        PersonId self = officer.person();
        fixture.given(new PersonRegistered(self, "A clinician", null, Profession.GP, null, null, true))
                .given(officer, establish(30), strand(STROKE, 2))
                .when(officer, carryOver(STROKE, self, FROM_APRIL))
                .thenRefused(CommonRule.DECIDING_OWN_CASE);
        Somebody another = fixture.serving(body, APPOINTMENTS_OFFICER);
        fixture.at("2026-06-01T09:00:00Z")
                .given(another, carryOver(STROKE, self, FROM_APRIL))
                .when(officer, extend(self))
                .thenRefused(CommonRule.DECIDING_OWN_CASE);
        fixture.when(another, extend(self)).thenAccepted();
        fixture.when(officer, vacate(self)).thenRefused(CommonRule.DECIDING_OWN_CASE);
        fixture.when(another, vacate(self)).thenAccepted();
    }

    @Test
    void an_incumbent_is_carried_over_into_the_first_free_slot() {
        PersonId lead = clinician(true);
        fixture.given(officer, establish(30), strand(STROKE, 2))
                .when(officer, carryOver(STROKE, lead, FROM_APRIL))
                .then(new IncumbentCarriedOver(
                        id, 1, STROKE, lead, FROM_APRIL, "Board paper 12", "In post since 2024", false));
    }

    @Test
    void a_strand_takes_no_more_people_than_it_has_posts_on_any_day() {
        fixture.given(officer, establish(30), strand(STROKE, 1), carryOver(STROKE, clinician(true), FROM_APRIL))
                .when(officer, carryOver(STROKE, clinician(true), term("2027-01-01", "2029-01-01")))
                .thenRefused(STRAND_FULL, "strand", "stroke", "cap", 1);
    }

    @Test
    void a_successor_may_follow_on_the_day_a_term_ends() {
        fixture.given(officer, establish(30), strand(STROKE, 1), carryOver(STROKE, clinician(true), FROM_APRIL))
                .when(officer, carryOver(STROKE, clinician(true), term("2028-04-01", "2030-04-01")))
                .thenAccepted();
    }

    @Test
    void the_whole_establishment_takes_no_more_people_than_it_has_posts_on_any_day() {
        fixture.given(
                        officer,
                        establish(1),
                        strand(STROKE, 1),
                        strand(CANCER, 1),
                        carryOver(STROKE, clinician(true), FROM_APRIL))
                .when(officer, carryOver(CANCER, clinician(true), FROM_APRIL))
                .thenRefused(ESTABLISHMENT_FULL, "posts", 1);
    }

    @Test
    void a_person_holds_one_post_of_an_establishment_at_a_time() {
        PersonId lead = clinician(true);
        fixture.given(officer, establish(30), strand(STROKE, 1), strand(CANCER, 1), carryOver(STROKE, lead, FROM_APRIL))
                .when(officer, carryOver(CANCER, lead, FROM_APRIL))
                .thenRefused(PERSON_ALREADY_IN_POST, "slot", 1);
    }

    @Test
    void a_post_is_for_a_clinician_in_active_practice() {
        fixture.given(officer, establish(30), strand(STROKE, 1))
                .when(officer, carryOver(STROKE, clinician(false), FROM_APRIL))
                .thenRefused(NOT_IN_ACTIVE_PRACTICE);
    }

    @Test
    void a_shared_slot_has_two_holders_and_counts_once() {
        fixture.given(officer, establish(1), strand(STROKE, 1), carryOver(STROKE, clinician(true), FROM_APRIL))
                .given(officer, share(STROKE, clinician(true), 1))
                .when(officer, share(STROKE, clinician(true), 1))
                .thenRefused(SLOT_TAKEN, "slot", 1);
    }

    @Test
    void a_slot_without_a_holder_cannot_be_shared() {
        fixture.given(officer, establish(1), strand(STROKE, 1))
                .when(officer, share(STROKE, clinician(true), 1))
                .thenRefused(SLOT_NOT_SHARED, "slot", 1);
    }

    @Test
    void an_unknown_strand_takes_nobody() {
        fixture.given(officer, establish(30))
                .when(officer, carryOver(STROKE, clinician(true), FROM_APRIL))
                .thenRefused(UNKNOWN_STRAND, "strand", "stroke");
    }

    @Test
    void a_vacated_post_is_free_from_that_day_on() {
        PersonId lead = clinician(true);
        VacatePost resigned = vacate(lead);
        fixture.given(officer, establish(1), strand(STROKE, 1), carryOver(STROKE, lead, FROM_APRIL))
                .given(officer, resigned)
                .when(officer, carryOver(STROKE, clinician(true), term("2027-01-01", null)))
                .thenAccepted();
        fixture.when(officer, resigned).thenRefused(NOT_IN_POST);
    }

    @Test
    void a_strand_keeps_at_least_the_posts_that_are_filled() {
        fixture.given(
                        officer,
                        establish(30),
                        strand(STROKE, 3),
                        carryOver(STROKE, clinician(true), FROM_APRIL),
                        carryOver(STROKE, clinician(true), FROM_APRIL))
                .when(officer, new ChangeStrandCap(id, STROKE, 1, "Fewer"))
                .thenRefused(CAP_BELOW_FILLED, "cap", 1, "occupied", 2);
        fixture.when(officer, new ChangeStrandCap(id, STROKE, 2, "Fewer"))
                .then(new StrandCapChanged(id, STROKE, 2, List.of(), List.of(3), "Fewer"));
        fixture.when(officer, new ChangeStrandCap(id, STROKE, 3, "Real bodies had three"))
                .then(new StrandCapChanged(id, STROKE, 3, List.of(4), List.of(), "Real bodies had three"));
    }

    @Test
    void an_establishment_keeps_at_least_the_posts_that_are_filled() {
        fixture.given(
                        officer,
                        establish(30),
                        strand(STROKE, 2),
                        carryOver(STROKE, clinician(true), FROM_APRIL),
                        carryOver(STROKE, clinician(true), FROM_APRIL))
                .when(officer, new ChangeCap(id, 1, "Fewer"))
                .thenRefused(CAP_BELOW_FILLED, "cap", 1, "occupied", 2);
        fixture.when(officer, new ChangeCap(id, 2, "Fewer")).then(new CapChanged(id, 2, "Fewer"));
    }

    @Test
    void a_strand_closes_only_when_nobody_is_in_post_or_to_come() {
        fixture.given(officer, establish(30), strand(STROKE, 1), carryOver(STROKE, clinician(true), FROM_APRIL))
                .when(officer, new CloseStrand(id, STROKE, "Merged"))
                .thenRefused(STRAND_OCCUPIED, "occupied", 1);
        fixture.at("2028-04-01T09:00:00Z")
                .when(officer, new CloseStrand(id, STROKE, "Merged"))
                .then(new StrandClosed(id, STROKE, "Merged"));
    }

    @Test
    void a_term_is_extended_by_its_holder_being_in_post_and_the_slot_free() {
        PersonId lead = clinician(true);
        fixture.at("2026-06-01T09:00:00Z")
                .given(officer, establish(30), strand(STROKE, 1), carryOver(STROKE, lead, FROM_APRIL))
                .when(officer, new ExtendTerm(id, lead, LocalDate.of(2028, 1, 1), "Continuity"))
                .thenRefused(TERM_NOT_EXTENDED);
        fixture.given(officer, carryOver(STROKE, clinician(true), term("2029-04-01", null)))
                .when(officer, new ExtendTerm(id, lead, LocalDate.of(2029, 5, 1), "Continuity"))
                .thenRefused(SLOT_TAKEN, "slot", 1);
        fixture.when(officer, new ExtendTerm(id, lead, LocalDate.of(2029, 4, 1), "Continuity"))
                .then(new TermExtended(
                        id, 1, STROKE, lead, LocalDate.of(2028, 4, 1), LocalDate.of(2029, 4, 1), "Continuity"));
    }

    @Test
    void a_term_is_not_extended_into_another_post_of_the_same_person() {
        PersonId lead = clinician(true);
        fixture.at("2026-06-01T09:00:00Z")
                .given(
                        officer,
                        establish(30),
                        strand(STROKE, 1),
                        strand(CANCER, 1),
                        carryOver(STROKE, lead, FROM_APRIL))
                .given(officer, carryOver(CANCER, lead, term("2028-04-01", null)))
                .when(officer, new ExtendTerm(id, lead, LocalDate.of(2029, 4, 1), "Continuity"))
                .thenRefused(PERSON_ALREADY_IN_POST, "slot", 2);
    }

    @Test
    void who_shares_a_slot_may_be_extended_beside_the_other() {
        PersonId lead = clinician(true);
        fixture.at("2026-06-01T09:00:00Z")
                .given(
                        officer,
                        establish(1),
                        strand(STROKE, 1),
                        carryOver(STROKE, clinician(true), term("2026-04-01", null)))
                .given(officer, share(STROKE, lead, 1))
                .when(officer, new ExtendTerm(id, lead, LocalDate.of(2029, 4, 1), "Continuity"))
                .thenAccepted();
    }

    @Test
    void a_slot_is_shared_for_no_longer_than_its_holder_has_it() {
        fixture.given(
                        officer,
                        establish(1),
                        strand(STROKE, 1),
                        carryOver(STROKE, clinician(true), term("2026-04-01", "2027-04-01")))
                .when(officer, share(STROKE, clinician(true), 1))
                .thenRefused(SLOT_NOT_SHARED, "slot", 1);
    }

    @Test
    void a_strand_has_the_posts_of_the_rule_pack_unless_another_number_is_given() {
        fixture.given(officer, establish(30))
                .when(officer, new AddStrand(id, STROKE, "Stroke", 2, null, null))
                .then(new StrandAdded(id, STROKE, "Stroke", 2, 2, List.of(1, 2), null));
    }

    @Test
    void a_term_that_has_ended_has_no_effect_even_if_nobody_said_so() {
        PersonId lead = clinician(true);
        fixture.given(officer, establish(30), strand(STROKE, 1), carryOver(STROKE, lead, FROM_APRIL))
                .at("2028-04-01T09:00:00Z")
                .when(officer, new ExtendTerm(id, lead, LocalDate.of(2030, 4, 1), "Continuity"))
                .thenRefused(NOT_IN_POST);
    }

    @Test
    void a_command_about_an_unknown_establishment_finds_nothing() {
        fixture.when(officer, new ChangeCap(new EstablishmentId(UUID.randomUUID()), 2, "Fewer"))
                .thenUnknownSubject();
    }

    private EstablishPosts establish(int posts) {
        return new EstablishPosts(
                id, body, "Senior clinical leads", Programme.SENIOR_CLINICAL_LEADS, posts, "two days", owner);
    }

    private AddStrand strand(StrandCode code, int cap) {
        return new AddStrand(id, code, code.value(), cap, cap, null);
    }

    private AddStrand strandOf(BoardId board) {
        return new AddStrand(id, STROKE, "stroke", 1, 1, board);
    }

    private static BoardEstablished established(BoardId board, OrganisationCode of) {
        var terms = new TermsOfReference(
                List.of(DecisionKind.DECIDE), List.of(), new QuorumRule(1, 3), List.of(), true, 3, false, 8);
        return new BoardEstablished(board, of, BoardKind.PATHWAY_DELIVERY_BOARD, "Stroke board", null, terms);
    }

    private ExtendTerm extend(PersonId person) {
        return new ExtendTerm(id, person, LocalDate.of(2029, 4, 1), "Continuity");
    }

    private VacatePost vacate(PersonId person) {
        return new VacatePost(id, person, LocalDate.of(2027, 1, 1), VacancyCause.RESIGNED, "Moving away");
    }

    private CarryOverIncumbent carryOver(StrandCode strand, PersonId person, Term term) {
        return new CarryOverIncumbent(id, strand, person, term, "Board paper 12", "In post since 2024", null);
    }

    private CarryOverIncumbent share(StrandCode strand, PersonId person, int slot) {
        return new CarryOverIncumbent(id, strand, person, FROM_APRIL, "Board paper 12", "Job share", slot);
    }

    private PersonId clinician(boolean inActivePractice) {
        PersonId person = newPerson();
        fixture.given(new PersonRegistered(person, "A clinician", null, Profession.GP, null, null, inActivePractice));
        return person;
    }

    private static Term term(String from, @Nullable String until) {
        return new Term(LocalDate.parse(from), until == null ? null : LocalDate.parse(until));
    }
}
