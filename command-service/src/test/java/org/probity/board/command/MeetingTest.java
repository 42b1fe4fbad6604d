package org.probity.board.command;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.probity.board.command.MatterRule.*;
import static org.probity.board.command.MeetingRule.*;
import static org.probity.command.DomainFixture.newBody;
import static org.probity.people.event.Authority.*;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.probity.board.command.DecidingCommand.*;
import org.probity.board.command.MatterCommand.*;
import org.probity.board.command.MeetingCommand.*;
import org.probity.board.event.BoardEvent.*;
import org.probity.board.event.DecisionKind;
import org.probity.board.event.MatterEvent.*;
import org.probity.board.event.MeetingEvent.*;
import org.probity.board.event.Movement;
import org.probity.board.event.Presence;
import org.probity.board.event.PresiderRole;
import org.probity.command.CommonRule;
import org.probity.command.DomainFixture.Somebody;
import org.probity.id.MatterId;
import org.probity.id.MatterKind;
import org.probity.id.MeetingId;
import org.probity.interests.event.Mitigation;
import org.probity.people.event.PersonEvent.PersonRegistered;
import org.probity.people.event.Profession;

class MeetingTest extends BoardOfEight {

    @Test
    void a_meeting_ends_no_earlier_than_it_decided_last() {
        open(8);
        fixture.given(members.get(0), consensus())
                .when(secretary, new CloseMeeting(meeting, now().minusSeconds(1)))
                .thenRefused(TIME_OUT_OF_ORDER, "earliest", now());
        fixture.when(secretary, new CloseMeeting(meeting, now())).thenAccepted();
    }

    @Test
    void members_send_apologies_for_themselves_and_the_secretary_for_them() {
        convened();
        fixture.when(members.get(3), new SendApologies(meeting, person(3))).then(new ApologiesSent(meeting, person(3)));
        fixture.when(secretary, new SendApologies(meeting, person(4))).thenAccepted();
        fixture.when(members.get(3), new SendApologies(meeting, person(4))).thenNotPermitted();
        Somebody outsider = fixture.somebody(CLINICIAN);
        fixture.given(new PersonRegistered(outsider.person(), null, null, Profession.NURSE, null, null, true))
                .when(outsider, new SendApologies(meeting, outsider.person()))
                .thenRefused(NOT_EXPECTED);
    }

    @Test
    void a_chair_who_is_an_officer_presides_not_and_keeps_nobody_from_it() {
        fixture.given(new ChairAppointed(board, person(7), year()));
        openWithoutChair(8);
        fixture.when(secretary, takeChair(7)).thenRefused(OFFICER_PRESIDES);
        fixture.when(secretary, takeChair(1)).thenAccepted();
    }

    @Test
    void a_meeting_is_convened_with_three_clear_days_of_notice() {
        fixture.at("2026-03-06T12:00:00Z")
                .when(secretary, new ConveneMeeting(meeting, board, STARTS, null))
                .then(new MeetingConvened(meeting, board, body, STARTS, 3, null));
    }

    @Test
    void shorter_notice_needs_a_reason() {
        fixture.at("2026-03-07T12:00:00Z")
                .when(secretary, new ConveneMeeting(meeting, board, STARTS, null))
                .thenRefused(NOTICE_TOO_SHORT, "needed", 3, "given", 2);
        fixture.when(secretary, new ConveneMeeting(meeting, board, STARTS, "A site closes"))
                .then(new MeetingConvened(meeting, board, body, STARTS, 2, "A site closes"));
    }

    @Test
    void a_meeting_is_convened_once_and_for_a_time_to_come() {
        convened()
                .when(secretary, new ConveneMeeting(meeting, board, STARTS, null))
                .thenRefused(CommonRule.ALREADY_EXISTS);
        fixture.when(
                        secretary,
                        new ConveneMeeting(
                                new MeetingId(UUID.randomUUID()), board, Instant.parse("2026-02-01T12:00:00Z"), "Late"))
                .thenRefused(MEETING_IN_PAST);
    }

    @Test
    void a_secretary_of_another_body_convenes_no_meeting() {
        fixture.when(fixture.serving(newBody(), BOARD_SECRETARY), new ConveneMeeting(meeting, board, STARTS, null))
                .thenNotPermitted();
    }

    @Test
    void an_agenda_takes_only_what_is_delegated_to_the_board() {
        MatterId budget = new MatterId(UUID.randomUUID());
        convened()
                .given(secretary, raise(matter, SERVICE_CHANGE), raise(budget, new MatterKind("budget")))
                .when(secretary, item(1, budget, DecisionKind.DECIDE))
                .thenRefused(NOT_DELEGATED, "kind", "budget");
        fixture.when(secretary, item(1, matter, DecisionKind.NOTE)).thenRefused(NOT_DELEGATED, "purpose", "NOTE");
        fixture.when(secretary, item(1, matter, DecisionKind.DECIDE))
                .then(
                        new AgendaItemAdded(
                                meeting, 1, matter, "Stroke sites", DecisionKind.DECIDE, true, List.of(), false),
                        new MatterTabled(matter, meeting, 1));
        fixture.when(secretary, item(2, matter, DecisionKind.DECIDE)).thenRefused(ALREADY_ON_AGENDA, "item", 1);
    }

    @Test
    void a_meeting_opens_not_before_its_announced_start_and_freezes_its_roll() {
        convened()
                .at("2026-03-10T13:59:00Z")
                .when(secretary, open(Instant.parse("2026-03-10T13:59:00Z"), 8))
                .thenRefused(BEFORE_ANNOUNCED_START, "starts", STARTS);
        open(8);
        fixture.given(new BoardMembershipEnded(board, person(7), LocalDate.parse("2026-03-10"), null, null))
                .when(secretary, hands(List.of(0, 7), List.of(), List.of()))
                .thenAccepted();
    }

    @Test
    void the_chair_presides_else_the_deputy_else_whom_the_meeting_elects_but_never_an_officer() {
        openWithoutChair(8);
        fixture.when(secretary, takeChair(1))
                .thenRefused(ANOTHER_PRESIDES, "person", person(0).value());
        fixture.given(secretary, leaves(0))
                .when(secretary, takeChair(2))
                .thenRefused(ANOTHER_PRESIDES, "person", person(1).value());
        fixture.when(secretary, takeChair(1))
                .then(new ChairTaken(meeting, person(1), PresiderRole.DEPUTY, null, now()));
        fixture.given(secretary, leaves(1)).when(secretary, takeChair(7)).thenRefused(OFFICER_PRESIDES);
        fixture.when(secretary, takeChair(2))
                .then(new ChairTaken(meeting, person(2), PresiderRole.ELECTED, null, now()));
    }

    @Test
    void attendance_follows_the_times_in_the_room() {
        open(8);
        fixture.when(secretary, arrives(3)).thenRefused(ALREADY_PRESENT);
        fixture.given(secretary, leaves(3)).when(secretary, leaves(3)).thenRefused(NOT_PRESENT);
        fixture.when(secretary, new RecordAttendance(meeting, person(3), Movement.ARRIVED, STARTS.minusSeconds(60)))
                .thenRefused(TIME_OUT_OF_ORDER);
        fixture.when(
                        secretary,
                        new CorrectAttendance(
                                meeting, person(3), List.of(new Presence(STARTS, null)), "Stayed, and was overlooked"))
                .then(new AttendanceCorrected(
                        meeting, person(3), List.of(new Presence(STARTS, null)), "Stayed, and was overlooked"));
        fixture.when(secretary, hands(List.of(0, 3), List.of(), List.of())).thenAccepted();
    }

    @Test
    void a_meeting_closes_once_every_item_is_decided_deferred_or_referred() {
        open(8);
        CloseMeeting close = new CloseMeeting(meeting, now());
        fixture.when(secretary, close).thenRefused(ITEMS_UNDECIDED, "items", 1);
        fixture.given(members.get(0), consensus()).when(secretary, close).then(new MeetingClosed(meeting, now()));
        fixture.when(secretary, close).thenRefused(MEETING_OVER);
    }

    @Test
    void an_action_has_an_owner_and_is_completed_once_also_after_the_meeting() {
        open(8);
        LocalDate due = LocalDate.parse("2026-04-01");
        RaiseAction action = new RaiseAction(meeting, 1, 1, person(2), "Write to the networks", due);
        fixture.when(secretary, action).then(new ActionRaised(meeting, 1, 1, person(2), "Write to the networks", due));
        fixture.when(secretary, action).thenRefused(ACTION_NUMBER_TAKEN);
        fixture.given(members.get(0), consensus())
                .given(secretary, new CloseMeeting(meeting, now()))
                .given(secretary, new CompleteAction(meeting, 1, due))
                .when(secretary, new CompleteAction(meeting, 1, due))
                .thenRefused(NO_SUCH_ACTION);
    }

    @Test
    void what_a_board_does_not_have_is_named() {
        fixture.when(secretary, new CloseMeeting(meeting, STARTS)).thenUnknownSubject();
        convened().when(secretary, new DeferItem(meeting, 9, "None")).thenRefused(NO_SUCH_ITEM);
        fixture.when(secretary, takeChair(0)).thenRefused(MEETING_NOT_OPEN);
    }

    @Test
    void an_item_has_a_number_of_its_own() {
        MatterId another = new MatterId(UUID.randomUUID());
        convened()
                .given(secretary, raise(matter, SERVICE_CHANGE), raise(another, SERVICE_CHANGE))
                .given(secretary, item(1, matter, DecisionKind.DECIDE))
                .when(secretary, item(1, another, DecisionKind.DECIDE))
                .thenRefused(ITEM_NUMBER_TAKEN, "item", 1);
    }

    @Test
    void a_matter_that_was_put_off_may_come_up_again_at_the_same_meeting_with_its_recusals() {
        open(8);
        fixture.given(members.get(0), recuse(3, Mitigation.WITHDRAW))
                .when(secretary, item(2, matter, DecisionKind.DECIDE))
                .thenRefused(ALREADY_ON_AGENDA, "item", 1);
        fixture.given(secretary, new DeferItem(meeting, 1, "Papers are missing"))
                .when(secretary, item(2, matter, DecisionKind.DECIDE))
                .thenAmongOthers(new MemberSteppedOut(meeting, matter, person(3), Mitigation.WITHDRAW));
        fixture.when(
                        secretary,
                        new RecordShowOfHands(
                                meeting, 2, decision, now(), resolution(), people(List.of(3)), List.of(), List.of()))
                .thenRefused(NOT_ENTITLED_TO_VOTE, "person", person(3).value());
    }

    @Test
    void a_meeting_opens_once() {
        open(8);
        fixture.when(secretary, open(STARTS, 8)).thenRefused(MEETING_ALREADY_OPEN);
    }

    @Test
    void only_a_member_is_elected_to_preside() {
        openWithoutChair(8);
        Somebody guest = fixture.somebody(BOARD_MEMBER);
        fixture.given(new PersonRegistered(guest.person(), null, null, Profession.NURSE, null, null, true))
                .given(
                        secretary,
                        leaves(0),
                        leaves(1),
                        new RecordAttendance(meeting, guest.person(), Movement.ARRIVED, now()))
                .when(secretary, new TakeChair(meeting, guest.person(), null, now()))
                .thenRefused(NOT_ON_ROLL);
    }

    @Test
    void whoever_is_there_is_named_once_and_nobody_comes_who_has_not_left() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new OpenMeeting(meeting, STARTS, List.of(person(0), person(0)), null));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CorrectAttendance(
                        meeting, person(0), List.of(new Presence(STARTS, null), new Presence(now(), null)), "Twice"));
    }
}
