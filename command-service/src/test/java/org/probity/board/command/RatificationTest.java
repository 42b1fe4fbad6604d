package org.probity.board.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.probity.board.command.DecisionRule.*;
import static org.probity.board.command.MatterRule.*;
import static org.probity.board.command.MeetingRule.*;
import static org.probity.people.event.Authority.*;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.probity.board.command.DecisionCommand.*;
import org.probity.board.command.MatterCommand.*;
import org.probity.board.command.MeetingCommand.*;
import org.probity.board.event.BoardEvent.*;
import org.probity.board.event.BoardKind;
import org.probity.board.event.DecisionEvent.*;
import org.probity.board.event.DecisionKind;
import org.probity.board.event.DecisionOutcome;
import org.probity.board.event.MeetingEvent.*;
import org.probity.board.event.Movement;
import org.probity.board.event.QuorumRule;
import org.probity.board.event.TermsOfReference;
import org.probity.command.DomainFixture.Somebody;
import org.probity.id.BoardId;
import org.probity.id.DecisionId;
import org.probity.id.MatterId;
import org.probity.id.MeetingId;
import org.probity.interests.event.Mitigation;
import org.probity.people.event.PersonEvent.PersonRegistered;
import org.probity.people.event.Profession;

class RatificationTest extends ActingBoard {

    @Test
    void the_next_meeting_that_opens_has_to_consider_what_the_chair_did() {
        acted();
        convened()
                .at("2026-03-10T14:30:00Z")
                .when(secretary, open(STARTS, 8))
                .thenAmongOthers(
                        new RatificationHandedOver(board, action, matter, meeting),
                        new RatificationFellDue(meeting, matter, action));
        fixture.when(secretary, close()).thenRefused(RATIFICATION_NOT_CONSIDERED, "decisions", action.value());
    }

    @Test
    void a_meeting_that_opened_before_the_chair_acted_has_not() {
        fixture.given(secretary, raise(matter, SERVICE_CHANGE));
        convened().at("2026-03-10T14:20:00Z");
        actedOnRaised();
        fixture.at("2026-03-10T14:30:00Z").given(secretary, open(STARTS, 8));
        assertThat(fixture.eventsOf(meeting.stream())).noneMatch(RatificationFellDue.class::isInstance);
        fixture.when(secretary, close()).thenAccepted();
        MeetingId next = nextMeeting();
        assertThat(fixture.eventsOf(next.stream())).contains(new RatificationFellDue(next, matter, action));
    }

    @Test
    void a_meeting_ratifies_with_what_it_carried() {
        openAfterAction(8);
        fixture.given(secretary, answering(1, action, List.of(0, 1), List.of(2)))
                .when(secretary, close())
                .thenRefused(RATIFICATION_NOT_CONSIDERED, "decisions", action.value());
        fixture.when(secretary, refuse()).thenRefused(OUTCOME_SAYS_OTHERWISE, "outcome", "CARRIED");
        fixture.when(secretary, ratify())
                .then(
                        new RatificationConsidered(meeting, matter, action, decision, DecisionOutcome.CARRIED),
                        new DecisionRatified(action, matter, meeting, decision));
        fixture.when(secretary, ratify()).thenRefused(RATIFICATION_DECIDED);
        fixture.when(secretary, close()).thenAccepted();
    }

    @Test
    void a_meeting_refuses_with_what_it_lost_and_what_was_done_stays_done() {
        openAfterAction(8);
        fixture.given(secretary, answering(1, action, List.of(0), List.of(1, 2)))
                .when(secretary, ratify())
                .thenRefused(OUTCOME_SAYS_OTHERWISE, "outcome", "LOST");
        fixture.when(secretary, refuse())
                .then(
                        new RatificationConsidered(meeting, matter, action, decision, DecisionOutcome.LOST),
                        new RatificationRefused(action, matter, meeting, decision, "It could have waited"));
        fixture.when(secretary, refuse()).thenRefused(RATIFICATION_DECIDED);
        fixture.when(secretary, close()).thenAccepted();
        assertThat(fixture.eventsOf(action.stream()))
                .hasAtLeastOneElementOfType(ChairsActionTaken.class)
                .noneMatch(DecisionSuperseded.class::isInstance);
    }

    @Test
    void only_a_decision_of_the_meeting_that_answers_what_was_done_ratifies_it() {
        openAfterAction(8);
        MatterId another = new MatterId(UUID.randomUUID());
        DecisionId elsewhere = newDecision();
        DecisionId answering = newDecision();
        fixture.when(secretary, ratify()).thenUnknownSubject();
        fixture.when(secretary, new RatifyDecision(action, meeting, action)).thenRefused(RATIFIES_NOTHING);
        fixture.given(secretary, raise(another, SERVICE_CHANGE), item(2, another, DecisionKind.DECIDE))
                .given(
                        secretary,
                        answering(1, null, List.of(0), List.of()),
                        answering(2, elsewhere, action, List.of(0), List.of()))
                .when(secretary, ratify())
                .thenRefused(RATIFIES_NOTHING);
        fixture.when(secretary, new RatifyDecision(action, meeting, elsewhere)).thenRefused(RATIFIES_NOTHING);
        fixture.given(
                        secretary,
                        item(3, matter, DecisionKind.DECIDE),
                        answering(3, answering, action, List.of(0), List.of()))
                .when(secretary, new RatifyDecision(action, meeting, answering))
                .thenAccepted();
    }

    @Test
    void another_meeting_ratifies_nothing() {
        openAfterAction(8);
        MeetingId another = nextMeeting();
        fixture.given(secretary, answering(1, action, List.of(0), List.of()))
                .when(secretary, new RatifyDecision(action, another, decision))
                .thenRefused(RATIFICATION_NOT_DUE);
        fixture.when(secretary, new RatifyDecision(decision, meeting, decision)).thenRefused(RATIFICATION_NOT_DUE);
    }

    @Test
    void the_secretary_or_whoever_presides_says_that_it_is_ratified() {
        openAfterAction(8);
        fixture.given(secretary, answering(1, action, List.of(1), List.of()))
                .when(members.get(1), ratify())
                .thenRefused(NOT_PRESIDING);
        fixture.when(chair(), ratify()).thenAccepted();
    }

    @Test
    void who_withdrew_from_the_matter_neither_ratifies_nor_refuses() {
        openAfterAction(8);
        Somebody both = fixture.serving(body, BOARD_SECRETARY);
        fixture.given(new PersonRegistered(both.person(), null, null, Profession.NURSE, null, null, true))
                .given(chair(), new RecuseMember(matter, both.person(), Mitigation.WITHDRAW, "Owns a site"))
                .given(secretary, answering(1, action, List.of(0), List.of(1)))
                .given(chair(), new DecidingCommand.DeclineCastingVote(meeting, 1))
                .when(both, ratify())
                .thenRefused(WITHDRAWN_FROM_MATTER);
        fixture.when(both, refuse()).thenRefused(WITHDRAWN_FROM_MATTER);
        fixture.when(secretary, refuse()).thenAccepted();
    }

    @Test
    void a_deferral_puts_no_ratification_off_while_there_is_a_quorum_for_it() {
        openAfterAction(8);
        fixture.given(secretary, new DeferItem(meeting, 1, "Not now"))
                .when(secretary, close())
                .thenRefused(RATIFICATION_NOT_CONSIDERED, "decisions", action.value());
        fixture.given(
                        secretary,
                        item(2, matter, DecisionKind.DECIDE),
                        answering(2, action, List.of(0), List.of()),
                        ratify())
                .when(secretary, close())
                .thenAccepted();
    }

    @Test
    void without_a_quorum_for_it_a_ratification_falls_due_at_the_next_meeting() {
        openAfterAction(2);
        fixture.given(secretary, new DeferItem(meeting, 1, "Inquorate"))
                .when(secretary, close())
                .then(
                        new RatificationCarriedOver(meeting, matter, action),
                        new MeetingClosed(meeting, now()),
                        new RatificationAwaited(board, action, matter, now()));
        MeetingId next = nextMeeting();
        assertThat(fixture.eventsOf(next.stream())).contains(new RatificationFellDue(next, matter, action));
    }

    @Test
    void whoever_steps_out_of_the_matter_counts_for_no_quorum_there_either() {
        openAfterAction(8);
        fixture.given(chair(), recuse(6, Mitigation.WITHDRAW))
                .given(secretary, new DeferItem(meeting, 1, "Inquorate"))
                .when(secretary, close())
                .thenRefused(RATIFICATION_NOT_CONSIDERED);
        fixture.given(secretary, item(2, matter, DecisionKind.DECIDE))
                .given(chair(), recuse(7, Mitigation.DISCUSS_NO_VOTE))
                .given(secretary, new DeferItem(meeting, 2, "Inquorate"))
                .when(secretary, close())
                .thenAmongOthers(new RatificationCarriedOver(meeting, matter, action));
    }

    @Test
    void a_meeting_that_is_quorate_again_before_it_ends_carries_nothing_over() {
        openAfterAction(2);
        fixture.given(secretary, new DeferItem(meeting, 1, "Inquorate"))
                .at("2026-03-10T15:00:00Z")
                .given(secretary, new RecordAttendance(meeting, person(7), Movement.ARRIVED, now().plusSeconds(600)))
                .when(secretary, close())
                .thenRefused(RATIFICATION_NOT_CONSIDERED);
    }

    @Test
    void a_meeting_that_had_a_quorum_for_it_does_not_get_round_it_by_thinning_out() {
        openAfterAction(8);
        Instant left = now().plusSeconds(600);
        fixture.given(secretary, new DeferItem(meeting, 1, "Some have to leave"))
                .at("2026-03-10T15:00:00Z");
        for (int i = 6; i < 8; i++) {
            fixture.given(secretary, new RecordAttendance(meeting, person(i), Movement.LEFT, left));
        }
        fixture.when(secretary, new CloseMeeting(meeting, left)).thenRefused(RATIFICATION_NOT_CONSIDERED);
    }

    @Test
    void a_quorum_that_began_as_somebody_stepped_in_is_one_too() {
        openAfterAction(8);
        Instant left = Instant.parse("2026-03-10T14:50:00Z");
        fixture.given(chair(), recuse(6, Mitigation.WITHDRAW), recuse(7, Mitigation.WITHDRAW))
                .given(secretary, new DeferItem(meeting, 1, "Inquorate"))
                .given(secretary, item(2, matter, DecisionKind.DECIDE))
                .at("2026-03-10T14:40:00Z")
                .given(chair(), new MatterCommand.LiftRecusal(matter, person(7), "Left the site"))
                .at("2026-03-10T15:00:00Z")
                .given(secretary, new RecordAttendance(meeting, person(7), Movement.LEFT, left))
                .given(secretary, new DeferItem(meeting, 2, "Inquorate"))
                .when(secretary, new CloseMeeting(meeting, left))
                .thenRefused(RATIFICATION_NOT_CONSIDERED);
    }

    @Test
    void a_decision_of_another_meeting_ratifies_nothing_here() {
        openAfterAction(8);
        MeetingId another = nextMeeting();
        Instant then = Instant.parse("2026-04-10T14:00:00Z");
        for (int i : List.of(0, 1, 7)) {
            fixture.given(secretary, new RecordAttendance(another, person(i), Movement.ARRIVED, then));
        }
        fixture.given(
                        secretary,
                        new TakeChair(another, person(0), null, then),
                        new AddAgendaItem(another, 1, matter, DecisionKind.DECIDE, true, List.of()),
                        new DecidingCommand.RecordShowOfHands(
                                another, 1, decision, then, answer(action), people(List.of(0)), List.of(), List.of()))
                .when(secretary, ratify())
                .thenRefused(RATIFIES_NOTHING);
    }

    @Test
    void what_the_chair_did_comes_before_the_board_under_changed_terms_of_reference_too() {
        acted();
        fixture.given(new TermsOfReferenceAdopted(
                board,
                new TermsOfReference(
                        List.of(DecisionKind.ADVISE),
                        List.of(SERVICE_CHANGE),
                        new QuorumRule(1, 3),
                        List.of(),
                        false,
                        3,
                        true,
                        null)));
        convened()
                .when(secretary, item(1, matter, DecisionKind.DECIDE))
                .thenRefused(NOT_DELEGATED, "purpose", "DECIDE");
        fixture.at("2026-03-10T14:30:00Z")
                .given(secretary, open(STARTS, 8), takeChair(0))
                .given(
                        secretary,
                        item(1, matter, DecisionKind.DECIDE),
                        answering(1, action, List.of(0), List.of()),
                        ratify())
                .when(secretary, close())
                .thenAccepted();
    }

    @Test
    void a_board_refers_no_matter_on_which_its_chair_acted_before_it_considered_that() {
        BoardId other = new BoardId(UUID.randomUUID());
        fixture.given(new BoardEstablished(other, body, BoardKind.STATUTORY_BOARD, "Board", null, terms()));
        openAfterAction(8);
        fixture.when(secretary, new ReferMatter(meeting, 1, other, "Too large for us"))
                .thenRefused(RATIFICATION_AWAITED, "decision", action.value());
        fixture.given(secretary, answering(1, action, List.of(0), List.of()), ratify())
                .given(secretary, item(2, matter, DecisionKind.DECIDE))
                .when(secretary, new ReferMatter(meeting, 2, other, "Too large for us"))
                .thenAccepted();
    }

    @Test
    void of_two_who_ratify_at_the_same_moment_one_does() throws Exception {
        openAfterAction(8);
        fixture.given(secretary, answering(1, action, List.of(0), List.of()));
        assertThat(together(secretary, ratify(), chair(), ratify()))
                .containsExactlyInAnyOrder(null, RATIFICATION_DECIDED.code());
        assertThat(fixture.eventsOf(action.stream()))
                .filteredOn(DecisionRatified.class::isInstance)
                .hasSize(1);
    }

    /** Another meeting of the board, which opens in April. */
    private MeetingId nextMeeting() {
        MeetingId next = new MeetingId(UUID.randomUUID());
        Instant starts = Instant.parse("2026-04-10T14:00:00Z");
        fixture.given(secretary, new ConveneMeeting(next, board, starts, null))
                .at("2026-04-10T14:00:00Z")
                .given(secretary, new OpenMeeting(next, starts, List.of(), null));
        return next;
    }
}
