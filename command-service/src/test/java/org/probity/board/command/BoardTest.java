package org.probity.board.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.probity.board.command.BoardRule.*;
import static org.probity.board.event.BoardCapacity.*;
import static org.probity.command.DomainFixture.newBody;
import static org.probity.command.DomainFixture.newPerson;
import static org.probity.establishment.command.EstablishmentRule.IMPARTIALITY_NOT_CONFIRMED;
import static org.probity.people.event.Authority.APPOINTMENTS_OFFICER;
import static org.probity.people.event.Authority.BOARD_SECRETARY;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.probity.board.command.BoardCommand.*;
import org.probity.board.event.BoardCapacity;
import org.probity.board.event.BoardEvent.*;
import org.probity.board.event.BoardKind;
import org.probity.board.event.CapacityMinimum;
import org.probity.board.event.DecisionKind;
import org.probity.board.event.Post;
import org.probity.board.event.QuorumRule;
import org.probity.board.event.TermsOfReference;
import org.probity.command.CommonRule;
import org.probity.command.DomainFixture;
import org.probity.command.DomainFixture.Somebody;
import org.probity.establishment.event.EstablishmentEvent.*;
import org.probity.establishment.event.Programme;
import org.probity.establishment.event.VacancyCause;
import org.probity.event.Term;
import org.probity.id.BoardId;
import org.probity.id.CampaignId;
import org.probity.id.DutyId;
import org.probity.id.EstablishmentId;
import org.probity.id.OrganisationCode;
import org.probity.id.PersonId;
import org.probity.id.StrandCode;
import org.probity.people.event.DutyEvent.DutyGranted;
import org.probity.people.event.DutyScope;
import org.probity.people.event.PersonEvent.PersonRegistered;
import org.probity.people.event.Profession;

class BoardTest {

    private static final StrandCode STROKE = new StrandCode("stroke");
    private static final Term TWO_YEARS = term("2026-04-01", "2028-04-01");
    private static final Term NEXT_TWO_YEARS = term("2028-04-01", "2030-04-01");
    private static final Term OVERLAPPING = term("2027-01-01", "2029-01-01");

    private final DomainFixture fixture = new DomainFixture();
    private final OrganisationCode body = newBody();
    private final BoardId id = new BoardId(UUID.randomUUID());
    private final EstablishmentId posts = new EstablishmentId(UUID.randomUUID());
    private final Somebody secretary = fixture.serving(body, BOARD_SECRETARY);
    private final PersonId member = somebody();

    @Test
    void a_secretary_establishes_a_board_of_the_body_they_serve() {
        fixture.when(secretary, establish(BoardKind.PATHWAY_DELIVERY_BOARD, terms()))
                .then(new BoardEstablished(
                        id, body, BoardKind.PATHWAY_DELIVERY_BOARD, "Stroke delivery board", null, terms()));
    }

    @Test
    void an_appointments_officer_establishes_a_board_likewise() {
        fixture.when(fixture.serving(body, APPOINTMENTS_OFFICER), establish(BoardKind.PATHWAY_DELIVERY_BOARD, terms()))
                .thenAccepted();
    }

    @Test
    void a_secretary_of_another_body_may_not_establish_a_board() {
        fixture.when(fixture.serving(newBody(), BOARD_SECRETARY), establish(BoardKind.PATHWAY_DELIVERY_BOARD, terms()))
                .thenNotPermitted();
    }

    @Test
    void a_board_is_established_once() {
        deliveryBoard()
                .when(secretary, establish(BoardKind.PATHWAY_DELIVERY_BOARD, terms()))
                .thenRefused(CommonRule.ALREADY_EXISTS);
    }

    @Test
    void a_board_is_accountable_to_one_that_exists() {
        var other = new BoardId(UUID.randomUUID());
        var coreGroup =
                new EstablishBoard(other, body, BoardKind.CLINICAL_REFERENCE_CORE_GROUP, "Core group", id, terms());
        fixture.when(secretary, coreGroup).thenUnknownSubject();
        fixture.given(
                        secretary,
                        establish(BoardKind.STATUTORY_BOARD, terms(minimum(NON_OFFICER, 1), minimum(OFFICER, 1))))
                .when(secretary, coreGroup)
                .then(new BoardEstablished(
                        other, body, BoardKind.CLINICAL_REFERENCE_CORE_GROUP, "Core group", id, terms()));
    }

    @Test
    void a_quorum_cannot_ask_for_those_who_never_vote() {
        fixture.when(secretary, establish(BoardKind.PATHWAY_DELIVERY_BOARD, terms(minimum(SUPPORT_STAFF, 1))))
                .thenRefused(QUORUM_IMPOSSIBLE, "capacity", SUPPORT_STAFF, "members", 1);
        fixture.when(secretary, establish(BoardKind.CLINICAL_ADVISORY_GROUP, advises(minimum(OFFICER, 1))))
                .thenRefused(QUORUM_IMPOSSIBLE, "capacity", OFFICER);
        fixture.when(secretary, establish(BoardKind.CLINICAL_ADVISORY_GROUP, advises(minimum(CLINICAL_LEAD, 3))))
                .thenAccepted();
    }

    @Test
    void a_statutory_board_asks_of_its_quorum_at_least_what_the_rule_pack_does() {
        TermsOfReference few = terms(minimum(NON_OFFICER, 2));
        TermsOfReference enough = terms(minimum(NON_OFFICER, 1), minimum(CHIEF_OFFICER, 1));
        fixture.when(secretary, establish(BoardKind.STATUTORY_BOARD, few))
                .thenRefused(QUORUM_BELOW_FLOOR, "officers", 1, "nonOfficers", 1);
        fixture.given(secretary, establish(BoardKind.STATUTORY_BOARD, enough))
                .when(secretary, new AdoptTermsOfReference(id, few))
                .thenRefused(QUORUM_BELOW_FLOOR);
        fixture.when(secretary, new AdoptTermsOfReference(id, enough)).thenAccepted();
    }

    @Test
    void terms_cannot_be_adopted_that_the_voting_members_could_not_meet() {
        TermsOfReference two = terms(minimum(EXECUTIVE_DIRECTOR, 2));
        deliveryBoard()
                .given(secretary, assign(somebody(), EXECUTIVE_DIRECTOR, true, TWO_YEARS))
                .when(secretary, new AdoptTermsOfReference(id, two))
                .thenRefused(QUORUM_IMPOSSIBLE, "capacity", EXECUTIVE_DIRECTOR, "members", 2);
        fixture.given(secretary, assign(somebody(), EXECUTIVE_DIRECTOR, true, TWO_YEARS))
                .when(secretary, new AdoptTermsOfReference(id, two))
                .then(new TermsOfReferenceAdopted(id, two));
    }

    @Test
    void terms_can_be_adopted_before_anybody_is_assigned() {
        TermsOfReference two = terms(minimum(EXECUTIVE_DIRECTOR, 2));
        deliveryBoard().when(secretary, new AdoptTermsOfReference(id, two)).then(new TermsOfReferenceAdopted(id, two));
    }

    @Test
    void terms_under_which_vacancies_count_state_the_voting_seats() {
        fixture.when(secretary, establish(BoardKind.PATHWAY_DELIVERY_BOARD, terms(true, null)))
                .thenRefused(SEATS_NOT_STATED);
        fixture.given(secretary, establish(BoardKind.PATHWAY_DELIVERY_BOARD, terms(false, null)))
                .when(secretary, new AdoptTermsOfReference(id, terms(true, null)))
                .thenRefused(SEATS_NOT_STATED);
        fixture.when(secretary, new AdoptTermsOfReference(id, terms(true, 8))).thenAccepted();
    }

    @Test
    void a_board_has_no_more_voting_seats_on_any_day_than_its_terms_state() {
        fixture.given(secretary, establish(BoardKind.PATHWAY_DELIVERY_BOARD, terms(true, 1)))
                .given(secretary, assign(somebody(), MEMBER, true, NEXT_TWO_YEARS))
                .when(secretary, assign(member, MEMBER, true, OVERLAPPING))
                .thenRefused(SEATS_FULL, "seats", 1);
        fixture.when(secretary, assign(somebody(), MEMBER, false, OVERLAPPING)).thenAccepted();
        fixture.when(secretary, assign(member, MEMBER, true, TWO_YEARS)).thenAccepted();
    }

    @Test
    void a_board_that_states_no_number_has_as_many_voting_seats_as_are_filled() {
        fixture.given(secretary, establish(BoardKind.PATHWAY_DELIVERY_BOARD, terms(false, null)))
                .given(secretary, assign(somebody(), MEMBER, true, TWO_YEARS))
                .when(secretary, assign(member, MEMBER, true, TWO_YEARS))
                .thenAccepted();
    }

    @Test
    void a_lead_is_given_no_seat_by_hand_when_all_are_filled_but_takes_the_one_that_comes_with_the_post() {
        fixture.given(secretary, establish(BoardKind.PATHWAY_DELIVERY_BOARD, terms(true, 1)))
                .given(secretary, assign(somebody(), MEMBER, true, TWO_YEARS));
        inPost(member, TWO_YEARS).when(secretary, assignLead(member, TWO_YEARS)).thenRefused(SEATS_FULL, "seats", 1);
        fixture.whenAutomationGives(new SeatLead(id, member, posts, STROKE, TWO_YEARS), "appointed");
        thenTheBoardEndsWith(
                new BoardMemberAssigned(id, member, CLINICAL_LEAD, true, TWO_YEARS, STROKE, new Post(posts, 1), null));
    }

    @Test
    void terms_do_not_state_fewer_voting_seats_than_are_filled_today_or_later() {
        deliveryBoard()
                .given(secretary, assign(somebody(), MEMBER, true, term("2020-04-01", "2021-04-01")))
                .given(secretary, assign(somebody(), MEMBER, true, term("2020-04-01", "2021-04-01")))
                .given(secretary, assign(somebody(), MEMBER, true, term("2020-04-01", "2021-04-01")))
                .given(secretary, assign(somebody(), MEMBER, true, term("2090-04-01", "2091-04-01")))
                .given(secretary, assign(somebody(), MEMBER, true, term("2090-10-01", null)))
                .when(secretary, new AdoptTermsOfReference(id, terms(true, 1)))
                .thenRefused(SEATS_BELOW_FILLED, "filled", 2, "seats", 1);
        fixture.when(secretary, new AdoptTermsOfReference(id, terms(true, 2))).thenAccepted();
    }

    @Test
    void a_clinical_advisory_group_advises_and_does_not_decide() {
        fixture.when(secretary, establish(BoardKind.CLINICAL_ADVISORY_GROUP, terms()))
                .thenRefused(ADVISES_ONLY);
        advisoryGroup().when(secretary, new AdoptTermsOfReference(id, terms())).thenRefused(ADVISES_ONLY);
    }

    @Test
    void a_member_is_assigned_for_a_term() {
        deliveryBoard()
                .when(secretary, assign(member, EXECUTIVE_DIRECTOR, true, TWO_YEARS))
                .then(new BoardMemberAssigned(id, member, EXECUTIVE_DIRECTOR, true, TWO_YEARS, null, null, null));
    }

    @Test
    void a_secretary_with_a_duty_for_the_board_alone_may_assign_members() {
        Somebody clerk = fixture.somebody(BOARD_SECRETARY);
        deliveryBoard().when(clerk, assign(member, MEMBER, true, TWO_YEARS)).thenNotPermitted();
        fixture.given(new DutyGranted(
                        clerk.person(),
                        new DutyId(UUID.randomUUID()),
                        BOARD_SECRETARY,
                        DutyScope.of(id),
                        new Term(LocalDate.EPOCH, null)))
                .when(clerk, assign(member, MEMBER, true, TWO_YEARS))
                .thenAccepted();
    }

    @Test
    void somebody_unknown_is_assigned_to_no_board_and_nobody_to_an_unknown_board() {
        deliveryBoard()
                .when(secretary, assign(newPerson(), MEMBER, true, TWO_YEARS))
                .thenUnknownSubject();
        fixture.when(
                        secretary,
                        new AssignToBoard(
                                new BoardId(UUID.randomUUID()), member, MEMBER, true, TWO_YEARS, null, null, null))
                .thenUnknownSubject();
    }

    @Test
    void a_person_has_one_seat_on_a_day() {
        deliveryBoard()
                .given(secretary, assign(member, MEMBER, true, TWO_YEARS))
                .when(secretary, assign(member, OFFICER, false, OVERLAPPING))
                .thenRefused(ALREADY_A_MEMBER);
        fixture.when(secretary, assign(member, OFFICER, false, NEXT_TWO_YEARS)).thenAccepted();
    }

    @Test
    void two_share_one_voting_seat_of_the_same_capacity() {
        PersonId other = somebody();
        fixture.given(secretary, establish(BoardKind.PATHWAY_DELIVERY_BOARD, terms(true, 1)))
                .given(secretary, assign(other, MEMBER, true, TWO_YEARS))
                .when(secretary, sharing(member, MEMBER, TWO_YEARS, other))
                .then(new BoardMemberAssigned(id, member, MEMBER, true, TWO_YEARS, null, null, other));
    }

    @Test
    void nobody_shares_a_seat_that_the_other_does_not_have_throughout() {
        PersonId other = somebody();
        PersonId listener = somebody();
        deliveryBoard()
                .given(secretary, assign(other, MEMBER, true, TWO_YEARS), assign(listener, MEMBER, false, TWO_YEARS))
                .when(secretary, sharing(member, MEMBER, OVERLAPPING, other))
                .thenRefused(NO_SEAT_TO_SHARE);
        fixture.when(secretary, sharing(member, OFFICER, TWO_YEARS, other)).thenRefused(NO_SEAT_TO_SHARE);
        fixture.when(secretary, sharing(member, MEMBER, TWO_YEARS, listener)).thenRefused(NO_SEAT_TO_SHARE);
        fixture.when(secretary, sharing(member, MEMBER, TWO_YEARS, somebody())).thenRefused(NO_SEAT_TO_SHARE);
        fixture.when(secretary, new AssignToBoard(id, member, MEMBER, false, TWO_YEARS, null, null, other))
                .thenRefused(NO_SEAT_TO_SHARE);
    }

    @Test
    void no_third_person_shares_a_seat_while_two_do() {
        PersonId first = somebody();
        PersonId second = somebody();
        deliveryBoard()
                .given(secretary, assign(first, MEMBER, true, term("2026-04-01", null)))
                .given(secretary, sharing(second, MEMBER, TWO_YEARS, first))
                .when(secretary, sharing(member, MEMBER, OVERLAPPING, first))
                .thenRefused(SEAT_SHARED_ALREADY);
        fixture.when(secretary, sharing(member, MEMBER, term("2027-01-01", "2028-04-01"), second))
                .thenRefused(SEAT_SHARED_ALREADY);
        fixture.when(secretary, sharing(member, MEMBER, NEXT_TWO_YEARS, first)).thenAccepted();
    }

    @Test
    void whoever_shared_a_seat_keeps_it_when_the_other_leaves() {
        PersonId first = somebody();
        Term afterwards = term("2027-01-01", "2028-04-01");
        fixture.given(secretary, establish(BoardKind.PATHWAY_DELIVERY_BOARD, terms(true, 1)))
                .given(secretary, assign(first, MEMBER, true, TWO_YEARS))
                .given(secretary, sharing(member, MEMBER, TWO_YEARS, first))
                .given(secretary, leaves(first))
                .when(secretary, assign(first, MEMBER, true, afterwards))
                .thenRefused(SEATS_FULL, "seats", 1);
        fixture.when(secretary, sharing(somebody(), MEMBER, afterwards, member)).thenAccepted();
    }

    @Test
    void leads_share_a_seat_by_sharing_a_post_and_in_no_other_way() {
        PersonId other = somebody();
        fixture.given(secretary, establish(BoardKind.PATHWAY_DELIVERY_BOARD, terms(true, 1)));
        inPost(other, TWO_YEARS).given(filled(member, TWO_YEARS)).given(secretary, assignLead(other, TWO_YEARS));
        fixture.when(secretary, new AssignToBoard(id, member, CLINICAL_LEAD, true, TWO_YEARS, STROKE, posts, other))
                .thenRefused(LEADS_SHARE_POSTS);
        fixture.when(secretary, assignLead(member, TWO_YEARS))
                .then(
                        new LeadSeated(posts, member, STROKE, id, TWO_YEARS),
                        new BoardMemberAssigned(
                                id, member, CLINICAL_LEAD, true, TWO_YEARS, STROKE, new Post(posts, 1), null));
        PersonId third = somebody();
        fixture.given(new PostFilled(posts, 2, STROKE, third, new CampaignId(UUID.randomUUID()), TWO_YEARS, id))
                .when(secretary, assignLead(third, TWO_YEARS))
                .thenRefused(SEATS_FULL, "seats", 1);
    }

    @Test
    void support_staff_sit_on_a_board_without_a_vote() {
        deliveryBoard()
                .when(secretary, assign(member, SUPPORT_STAFF, true, TWO_YEARS))
                .thenRefused(SUPPORT_STAFF_DO_NOT_VOTE);
        fixture.when(secretary, assign(member, SUPPORT_STAFF, false, TWO_YEARS)).thenAccepted();
    }

    @Test
    void nobody_is_assigned_a_voting_seat_in_a_clinical_advisory_group() {
        advisoryGroup().when(secretary, assign(member, MEMBER, true, TWO_YEARS)).thenRefused(DERIVED_MEMBERSHIP);
        fixture.when(secretary, assign(member, SUPPORT_STAFF, false, TWO_YEARS)).thenAccepted();
    }

    @Test
    void a_lead_in_post_is_not_assigned_to_a_clinical_advisory_group_to_which_they_belong_anyway() {
        advisoryGroup();
        inPost(member, TWO_YEARS).when(secretary, assignLead(member, TWO_YEARS)).thenRefused(DERIVED_MEMBERSHIP);
    }

    @Test
    void nobody_is_assigned_as_a_lead_who_is_not_in_post() {
        deliveryBoard()
                .when(secretary, assign(member, CLINICAL_LEAD, true, TWO_YEARS))
                .thenRefused(IMPARTIALITY_NOT_CONFIRMED);
        fixture.when(secretary, assign(member, CLINICAL_CHAMPION, true, TWO_YEARS))
                .thenRefused(IMPARTIALITY_NOT_CONFIRMED);
        inPost(somebody(), TWO_YEARS)
                .when(secretary, assignLead(member, TWO_YEARS))
                .thenRefused(IMPARTIALITY_NOT_CONFIRMED);
    }

    @Test
    void an_incumbent_has_no_seat_before_they_are_confirmed_impartial_nor_after_that_is_withheld() {
        deliveryBoard();
        establishment()
                .given(new IncumbentCarriedOver(posts, 1, STROKE, member, TWO_YEARS, "Paper 12", "In post", false))
                .when(secretary, assignLead(member, TWO_YEARS))
                .thenRefused(IMPARTIALITY_NOT_CONFIRMED);
        fixture.given(
                        new IncumbentImpartialityConfirmed(posts, member, newPerson(), 1, STROKE, id, TWO_YEARS),
                        new IncumbentImpartialityWithheld(posts, member, newPerson(), "An undisclosed company"))
                .when(secretary, assignLead(member, TWO_YEARS))
                .thenRefused(IMPARTIALITY_NOT_CONFIRMED);
        fixture.given(new IncumbentImpartialityConfirmed(posts, member, newPerson(), 1, STROKE, id, TWO_YEARS))
                .when(secretary, assignLead(member, TWO_YEARS))
                .then(
                        new LeadSeated(posts, member, STROKE, id, TWO_YEARS),
                        new BoardMemberAssigned(
                                id, member, CLINICAL_LEAD, true, TWO_YEARS, STROKE, new Post(posts, 1), null));
    }

    @Test
    void an_incumbent_who_is_carried_over_again_sits_in_the_term_they_are_confirmed_for() {
        deliveryBoard();
        Term next = term("2028-04-01", "2030-04-01");
        establishment()
                .given(
                        new IncumbentCarriedOver(posts, 1, STROKE, member, TWO_YEARS, "Paper 12", "In post", false),
                        new IncumbentCarriedOver(posts, 1, STROKE, member, next, "Paper 40", "In post", false),
                        new IncumbentImpartialityConfirmed(posts, member, newPerson(), 1, STROKE, id, TWO_YEARS))
                .when(secretary, assignLead(member, next))
                .thenRefused(IMPARTIALITY_NOT_CONFIRMED);
        fixture.when(secretary, assignLead(member, TWO_YEARS)).thenAccepted();
        fixture.given(new IncumbentImpartialityConfirmed(posts, member, newPerson(), 1, STROKE, id, next))
                .when(secretary, assignLead(member, next))
                .thenAccepted();
    }

    @Test
    void a_lead_is_assigned_for_no_longer_than_they_are_in_post() {
        deliveryBoard();
        inPost(member, TWO_YEARS)
                .when(secretary, assignLead(member, OVERLAPPING))
                .thenRefused(IMPARTIALITY_NOT_CONFIRMED);
        fixture.when(secretary, assignLead(member, term("2026-04-01", null))).thenRefused(IMPARTIALITY_NOT_CONFIRMED);
        fixture.given(new PostVacated(
                        posts, 1, STROKE, member, LocalDate.of(2027, 1, 1), VacancyCause.RESIGNED, "Moving away"))
                .when(secretary, assignLead(member, TWO_YEARS))
                .thenRefused(IMPARTIALITY_NOT_CONFIRMED);
        fixture.when(secretary, assignLead(member, term("2026-04-01", "2027-01-01")))
                .thenAccepted();
    }

    @Test
    void a_champion_is_not_assigned_as_a_lead() {
        deliveryBoard();
        inPost(member, TWO_YEARS)
                .when(secretary, new AssignToBoard(id, member, CLINICAL_CHAMPION, true, TWO_YEARS, STROKE, posts, null))
                .thenRefused(IMPARTIALITY_NOT_CONFIRMED);
    }

    @Test
    void only_a_leads_seat_belongs_to_a_strand() {
        deliveryBoard()
                .when(secretary, new AssignToBoard(id, member, MEMBER, true, TWO_YEARS, STROKE, null, null))
                .thenRefused(STRAND_WITHOUT_POST);
    }

    @Test
    void only_the_service_gives_the_seat_that_comes_with_a_post() {
        deliveryBoard();
        inPost(member, TWO_YEARS)
                .when(secretary, new SeatLead(id, member, posts, STROKE, TWO_YEARS))
                .thenNotPermitted();
        fixture.whenAutomationGives(new SeatLead(id, member, posts, STROKE, TWO_YEARS), "appointed");
        thenTheBoardEndsWith(
                new BoardMemberAssigned(id, member, CLINICAL_LEAD, true, TWO_YEARS, STROKE, new Post(posts, 1), null));
    }

    @Test
    void the_same_cause_seats_a_lead_once() {
        deliveryBoard();
        inPost(member, TWO_YEARS);
        var seat = new SeatLead(id, member, posts, STROKE, TWO_YEARS);
        fixture.whenAutomationGives(seat, "appointed");
        fixture.whenAutomationGives(seat, "appointed");
        assertThat(fixture.eventsOf(id.stream())).hasSize(2);
    }

    @Test
    void the_service_seats_nobody_who_is_not_in_post_and_confirmed() {
        deliveryBoard();
        establishment();
        fixture.whenAutomationGives(new SeatLead(id, member, posts, STROKE, TWO_YEARS), "a mistake");
        assertThat(fixture.eventsOf(id.stream())).hasSize(1);
    }

    @Test
    void an_aspiring_leader_listens() {
        deliveryBoard();
        fixture.given(
                new PostsEstablished(
                        posts, body, "Aspiring leaders", Programme.ASPIRING_LEADERS, 120, "monthly", newPerson()),
                new StrandAdded(posts, STROKE, "Stroke", 1, 1, List.of(1), id),
                filled(member, TWO_YEARS));
        fixture.whenAutomationGives(new SeatLead(id, member, posts, STROKE, TWO_YEARS), "appointed");
        thenTheBoardEndsWith(
                new BoardMemberAssigned(id, member, MEMBER, false, TWO_YEARS, STROKE, new Post(posts, 1), null));
    }

    @Test
    void a_seat_that_came_with_a_post_is_extended_with_it() {
        seatedLead();
        fixture.whenAutomationGives(extendSeat("2028-04-01", "2029-04-01"), "extended");
        thenTheBoardEndsWith(
                new BoardMembershipExtended(id, member, LocalDate.of(2028, 4, 1), LocalDate.of(2029, 4, 1)));
        fixture.when(secretary, assign(member, MEMBER, true, term("2029-03-01", null)))
                .thenRefused(ALREADY_A_MEMBER);
    }

    @Test
    void a_seat_is_extended_to_a_later_end_only() {
        seatedLead();
        thenTheServiceIsRefused(extendSeat("2028-04-01", "2028-04-01"), SEAT_NOT_EXTENDED);
    }

    @Test
    void a_seat_that_was_ended_is_not_revived_when_the_post_is_extended() {
        seatedLead();
        fixture.given(secretary, new EndBoardMembership(id, member, LocalDate.of(2027, 1, 1), "Moving away"));
        thenTheServiceIsRefused(extendSeat("2028-04-01", "2029-04-01"), SEAT_NOT_EXTENDED);
        fixture.when(secretary, assign(member, MEMBER, true, term("2027-01-01", null)))
                .thenAccepted();
    }

    @Test
    void without_a_seat_that_came_with_the_post_none_is_extended() {
        deliveryBoard().given(secretary, assign(member, MEMBER, true, TWO_YEARS));
        thenTheServiceIsRefused(extendSeat("2028-04-01", "2029-04-01"), NOT_A_MEMBER);
    }

    @Test
    void a_seat_that_came_with_a_post_ends_with_it() {
        seatedLead();
        fixture.whenAutomationGives(new EndSeat(id, member, STROKE, LocalDate.of(2027, 1, 1)), "resigned");
        thenTheBoardEndsWith(new BoardMembershipEnded(id, member, LocalDate.of(2027, 1, 1), null, STROKE));
        fixture.when(secretary, assign(member, MEMBER, true, term("2027-01-01", null)))
                .thenAccepted();
    }

    @Test
    void a_later_seat_and_its_office_stay_when_the_seat_of_a_post_ends() {
        Term rest = term("2027-01-01", "2028-04-01");
        PersonId other = somebody();
        seatedLead();
        fixture.given(secretary, assign(member, NON_OFFICER, true, NEXT_TWO_YEARS))
                .given(secretary, assign(other, MEMBER, true, term("2027-01-01", null)))
                .given(secretary, new AppointChair(id, member, TWO_YEARS))
                .given(secretary, new AppointChair(id, member, NEXT_TWO_YEARS));
        fixture.whenAutomationGives(new EndSeat(id, member, STROKE, LocalDate.of(2027, 1, 1)), "resigned");

        fixture.when(secretary, assign(member, MEMBER, true, NEXT_TWO_YEARS)).thenRefused(ALREADY_A_MEMBER);
        fixture.when(secretary, new AppointChair(id, other, NEXT_TWO_YEARS)).thenRefused(CHAIR_ALREADY_APPOINTED);
        fixture.when(secretary, assign(member, MEMBER, true, rest)).thenAccepted();
        fixture.when(secretary, new AppointChair(id, other, rest)).thenAccepted();
    }

    @Test
    void a_seat_that_had_not_begun_is_never_taken() {
        seatedLead();
        fixture.whenAutomationGives(new EndSeat(id, member, STROKE, LocalDate.of(2026, 3, 15)), "resigned");
        fixture.when(secretary, assign(member, MEMBER, true, TWO_YEARS)).thenAccepted();
    }

    @Test
    void a_membership_ends_with_a_reason_while_it_lasts() {
        var ends = new EndBoardMembership(id, member, LocalDate.of(2027, 1, 1), "Moving away");
        deliveryBoard().when(secretary, ends).thenRefused(NOT_A_MEMBER);
        fixture.given(secretary, assign(member, MEMBER, true, TWO_YEARS))
                .when(secretary, ends)
                .then(new BoardMembershipEnded(id, member, LocalDate.of(2027, 1, 1), "Moving away", null));
        fixture.when(secretary, ends).thenRefused(NOT_A_MEMBER);
        fixture.when(secretary, assign(member, MEMBER, true, term("2027-01-01", null)))
                .thenAccepted();
    }

    @Test
    void a_term_that_has_ended_has_no_effect_even_if_nobody_said_so() {
        deliveryBoard()
                .given(secretary, assign(member, MEMBER, true, TWO_YEARS))
                .when(secretary, new EndBoardMembership(id, member, LocalDate.of(2028, 4, 1), "Late"))
                .thenRefused(NOT_A_MEMBER);
    }

    @Test
    void a_member_is_appointed_chair() {
        deliveryBoard().when(secretary, new AppointChair(id, member, TWO_YEARS)).thenRefused(NOT_A_MEMBER);
        fixture.given(secretary, assign(member, MEMBER, true, TWO_YEARS))
                .when(secretary, new AppointChair(id, member, OVERLAPPING))
                .thenRefused(NOT_A_MEMBER);
        fixture.when(secretary, new AppointChair(id, member, TWO_YEARS))
                .then(new ChairAppointed(id, member, TWO_YEARS));
    }

    @Test
    void the_chair_of_a_clinical_advisory_group_needs_no_seat() {
        advisoryGroup()
                .when(secretary, new AppointChair(id, member, TWO_YEARS))
                .then(new ChairAppointed(id, member, TWO_YEARS));
        fixture.when(secretary, new AppointDeputy(id, newPerson(), TWO_YEARS)).thenUnknownSubject();
    }

    @Test
    void the_chair_and_the_deputy_of_a_clinical_advisory_group_leave_without_having_a_seat() {
        PersonId deputy = somebody();
        advisoryGroup()
                .given(secretary, new AppointChair(id, member, TWO_YEARS), new AppointDeputy(id, deputy, TWO_YEARS))
                .when(secretary, leaves(member))
                .then(new BoardMembershipEnded(id, member, LocalDate.of(2027, 1, 1), "Moving away", null));
        fixture.when(secretary, leaves(member)).thenRefused(NOT_A_MEMBER);
        fixture.when(secretary, leaves(somebody())).thenRefused(NOT_A_MEMBER);
        fixture.when(secretary, new AppointChair(id, somebody(), term("2027-01-01", "2028-04-01")))
                .thenAccepted();
        fixture.given(secretary, leaves(deputy))
                .when(secretary, new AppointDeputy(id, somebody(), term("2027-01-01", "2028-04-01")))
                .thenAccepted();
    }

    @Test
    void nobody_gives_themselves_a_seat_or_an_office_but_anybody_may_leave() {
        PersonId self = secretary.person();
        Somebody another = fixture.serving(body, BOARD_SECRETARY);
        fixture.given(new PersonRegistered(self, "A secretary", null, Profession.MANAGER, null, null, false));
        deliveryBoard()
                .when(secretary, assign(self, MEMBER, true, TWO_YEARS))
                .thenRefused(CommonRule.DECIDING_OWN_CASE);
        fixture.given(another, assign(self, MEMBER, true, TWO_YEARS))
                .when(secretary, new AppointChair(id, self, TWO_YEARS))
                .thenRefused(CommonRule.DECIDING_OWN_CASE);
        fixture.when(secretary, new AppointDeputy(id, self, TWO_YEARS)).thenRefused(CommonRule.DECIDING_OWN_CASE);
        fixture.when(another, new AppointChair(id, self, TWO_YEARS)).thenAccepted();
        fixture.when(secretary, leaves(self)).thenAccepted();
    }

    @Test
    void a_board_has_one_chair_on_a_day() {
        PersonId other = somebody();
        deliveryBoard()
                .given(secretary, assign(member, MEMBER, true, term("2026-04-01", null)))
                .given(secretary, assign(other, MEMBER, true, term("2026-04-01", null)))
                .given(secretary, new AppointChair(id, member, TWO_YEARS))
                .when(secretary, new AppointChair(id, other, OVERLAPPING))
                .thenRefused(CHAIR_ALREADY_APPOINTED);
        fixture.when(secretary, new AppointChair(id, other, NEXT_TWO_YEARS)).thenAccepted();
    }

    @Test
    void a_chair_who_leaves_the_board_is_chair_no_longer() {
        PersonId other = somebody();
        deliveryBoard()
                .given(secretary, assign(member, MEMBER, true, TWO_YEARS), assign(other, MEMBER, true, TWO_YEARS))
                .given(secretary, new AppointChair(id, member, TWO_YEARS))
                .given(secretary, new EndBoardMembership(id, member, LocalDate.of(2027, 1, 1), "Moving away"))
                .when(secretary, new AppointChair(id, other, term("2027-01-01", "2028-04-01")))
                .thenAccepted();
    }

    @Test
    void a_board_has_one_deputy_on_a_day_who_is_not_the_chair() {
        PersonId other = somebody();
        PersonId third = somebody();
        deliveryBoard()
                .given(secretary, assign(member, MEMBER, true, TWO_YEARS), assign(other, MEMBER, true, TWO_YEARS))
                .given(secretary, assign(third, MEMBER, true, TWO_YEARS))
                .given(secretary, new AppointChair(id, member, TWO_YEARS))
                .when(secretary, new AppointDeputy(id, member, TWO_YEARS))
                .thenRefused(DEPUTY_IS_CHAIR);
        fixture.when(secretary, new AppointDeputy(id, other, TWO_YEARS))
                .then(new DeputyAppointed(id, other, TWO_YEARS));
        fixture.when(secretary, new AppointDeputy(id, third, TWO_YEARS)).thenRefused(DEPUTY_ALREADY_APPOINTED);
    }

    @Test
    void a_deputy_is_not_made_chair_for_the_same_days() {
        deliveryBoard()
                .given(secretary, assign(member, MEMBER, true, TWO_YEARS))
                .given(secretary, new AppointDeputy(id, member, TWO_YEARS))
                .when(secretary, new AppointChair(id, member, TWO_YEARS))
                .thenRefused(DEPUTY_IS_CHAIR);
    }

    private DomainFixture deliveryBoard() {
        return fixture.given(secretary, establish(BoardKind.PATHWAY_DELIVERY_BOARD, terms()));
    }

    private DomainFixture advisoryGroup() {
        return fixture.given(secretary, establish(BoardKind.CLINICAL_ADVISORY_GROUP, advises()));
    }

    private DomainFixture establishment() {
        return fixture.given(
                new PostsEstablished(
                        posts, body, "Leads", Programme.SENIOR_CLINICAL_LEADS, 30, "two days", newPerson()),
                new StrandAdded(posts, STROKE, "Stroke", 2, 2, List.of(1, 2), id));
    }

    private DomainFixture inPost(PersonId person, Term term) {
        return establishment().given(filled(person, term));
    }

    private PostFilled filled(PersonId person, Term term) {
        return new PostFilled(posts, 1, STROKE, person, new CampaignId(UUID.randomUUID()), term, id);
    }

    private void seatedLead() {
        deliveryBoard();
        inPost(member, TWO_YEARS);
        fixture.whenAutomationGives(new SeatLead(id, member, posts, STROKE, TWO_YEARS), "appointed");
    }

    private ExtendSeat extendSeat(String oldUntil, String until) {
        return new ExtendSeat(id, member, STROKE, LocalDate.parse(oldUntil), LocalDate.parse(until));
    }

    private EndBoardMembership leaves(PersonId person) {
        return new EndBoardMembership(id, person, LocalDate.of(2027, 1, 1), "Moving away");
    }

    private void thenTheServiceIsRefused(BoardCommand command, BoardRule rule) {
        long since = fixture.head();
        fixture.whenAutomationGives(command, UUID.randomUUID().toString());
        assertThat(fixture.refusalsOf(id.stream(), since)).containsExactly(rule.code());
    }

    private void thenTheBoardEndsWith(Object event) {
        assertThat(fixture.eventsOf(id.stream()).getLast()).isEqualTo(event);
    }

    private EstablishBoard establish(BoardKind kind, TermsOfReference terms) {
        return new EstablishBoard(id, body, kind, "Stroke delivery board", null, terms);
    }

    private AssignToBoard assign(PersonId person, BoardCapacity capacity, boolean voting, Term term) {
        return new AssignToBoard(id, person, capacity, voting, term, null, null, null);
    }

    private AssignToBoard sharing(PersonId person, BoardCapacity capacity, Term term, PersonId other) {
        return new AssignToBoard(id, person, capacity, true, term, null, null, other);
    }

    private AssignToBoard assignLead(PersonId person, Term term) {
        return new AssignToBoard(id, person, CLINICAL_LEAD, true, term, STROKE, posts, null);
    }

    private static TermsOfReference terms(CapacityMinimum... minima) {
        return terms(List.of(DecisionKind.DECIDE, DecisionKind.NOTE), minima);
    }

    private static TermsOfReference advises(CapacityMinimum... minima) {
        return terms(List.of(DecisionKind.ADVISE, DecisionKind.NOTE), minima);
    }

    private static TermsOfReference terms(List<DecisionKind> kinds, CapacityMinimum... minima) {
        return new TermsOfReference(kinds, List.of(), new QuorumRule(1, 3), List.of(minima), true, 3, true, 8);
    }

    private static TermsOfReference terms(boolean vacanciesCount, @Nullable Integer votingSeats) {
        return new TermsOfReference(
                List.of(), List.of(), new QuorumRule(1, 3), List.of(), vacanciesCount, 3, true, votingSeats);
    }

    private static CapacityMinimum minimum(BoardCapacity capacity, int members) {
        return new CapacityMinimum(capacity, members);
    }

    private PersonId somebody() {
        PersonId person = newPerson();
        fixture.given(new PersonRegistered(person, "A clinician", null, Profession.GP, null, null, true));
        return person;
    }

    private static Term term(String from, @Nullable String until) {
        return new Term(LocalDate.parse(from), until == null ? null : LocalDate.parse(until));
    }
}
