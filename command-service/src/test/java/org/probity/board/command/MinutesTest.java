package org.probity.board.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.probity.board.command.MatterRule.*;
import static org.probity.board.command.MeetingRule.*;
import static org.probity.board.command.MinutesRule.*;
import static org.probity.command.DomainFixture.newBody;
import static org.probity.people.event.Authority.*;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.probity.board.command.MeetingCommand.*;
import org.probity.board.command.MinutesCommand.*;
import org.probity.board.event.BoardEvent.*;
import org.probity.board.event.BoardKind;
import org.probity.board.event.DecisionKind;
import org.probity.board.event.MatterEvent.MemberRecused;
import org.probity.board.event.MinutesEvent.*;
import org.probity.board.event.Movement;
import org.probity.board.event.Presence;
import org.probity.command.DomainFixture.Somebody;
import org.probity.id.BoardId;
import org.probity.id.MeetingId;
import org.probity.interests.event.Mitigation;
import org.probity.people.event.PersonEvent.PersonRegistered;
import org.probity.people.event.Profession;

class MinutesTest extends BoardOfEight {

    private static final Instant NEXT_STARTS = Instant.parse("2026-04-10T14:00:00Z");

    private final MeetingId next = new MeetingId(UUID.randomUUID());
    private final CirculateMinutes circulate = new CirculateMinutes(meeting);
    private final ApproveMinutes approve = new ApproveMinutes(meeting, next);

    /** It decided its item and is over. */
    private void held() {
        open(8);
        fixture.given(members.get(0), consensus()).given(secretary, new CloseMeeting(meeting, now()));
    }

    private void circulated() {
        held();
        fixture.given(secretary, circulate);
    }

    /** Another meeting of a board is open, the first member in the chair. */
    private void nextOpened(BoardId of, int present) {
        fixture.at("2026-04-01T12:00:00Z")
                .given(secretary, new ConveneMeeting(next, of, NEXT_STARTS, null))
                .at("2026-04-10T14:30:00Z")
                .given(
                        secretary,
                        new OpenMeeting(
                                next,
                                NEXT_STARTS,
                                members.stream()
                                        .limit(present)
                                        .map(Somebody::person)
                                        .toList(),
                                null),
                        new TakeChair(next, person(0), null, NEXT_STARTS));
    }

    private CorrectMinutes correct(@Nullable Integer item) {
        return new CorrectMinutes(meeting, item, "Two sites, not three", "A slip");
    }

    private CorrectAttendance correctAttendance() {
        return new CorrectAttendance(meeting, person(3), List.of(), "Was never there");
    }

    private MinutesCirculated circulatedBy(CirculateMinutes command) {
        return (MinutesCirculated) fixture.when(secretary, command).thenEvents().getFirst();
    }

    @Test
    void minutes_are_circulated_by_the_secretary_once_the_meeting_is_over() {
        open(8);
        fixture.when(secretary, circulate).thenRefused(MEETING_NOT_OVER);
        fixture.given(members.get(0), consensus()).given(secretary, new CloseMeeting(meeting, now()));
        fixture.when(fixture.serving(newBody(), BOARD_SECRETARY), circulate).thenNotPermitted();
        fixture.when(fixture.serving(body, BOARD_CHAIR), circulate).thenNotPermitted();

        MinutesCirculated circulated = circulatedBy(circulate);
        assertThat(circulated.version()).isEqualTo(1);
        assertThat(circulated.privateHash()).isNull();
        assertThat(circulatedBy(circulate)).isEqualTo(new MinutesCirculated(meeting, 2, circulated.publicHash(), null));
    }

    @Test
    void circulated_minutes_are_corrected_at_their_end() {
        held();
        fixture.when(secretary, correct(1)).thenRefused(MINUTES_NOT_CIRCULATED);
        MinutesCirculated before = circulatedBy(circulate);
        fixture.when(secretary, correct(9)).thenRefused(NO_SUCH_ITEM);
        fixture.when(fixture.serving(newBody(), BOARD_SECRETARY), correct(1)).thenNotPermitted();
        fixture.when(secretary, correct(1)).then(new MinutesCorrected(meeting, 1, 1, "Two sites, not three", "A slip"));
        fixture.when(secretary, correct(null))
                .then(new MinutesCorrected(meeting, 2, null, "Two sites, not three", "A slip"));
        assertThat(circulatedBy(circulate).publicHash()).isNotEqualTo(before.publicHash());
    }

    @Test
    void who_withdrew_from_a_matter_corrects_nothing_about_it() {
        open(8);
        Somebody chair = fixture.serving(body, BOARD_CHAIR);
        fixture.given(new PersonRegistered(chair.person(), null, null, Profession.GP, null, null, true))
                .given(new MemberRecused(matter, chair.person(), Mitigation.NO_PAPERS, null, person(0)))
                .given(members.get(0), consensus())
                .given(secretary, new CloseMeeting(meeting, now()), circulate);
        fixture.when(chair, correct(1)).thenRefused(WITHDRAWN_FROM_MATTER);
        fixture.when(chair, correct(null)).thenAccepted();
        fixture.when(secretary, correct(1)).thenAccepted();
    }

    @Test
    void whoever_presides_over_a_later_meeting_approves_minutes() {
        held();
        MinutesCirculated circulated = circulatedBy(circulate);
        nextOpened(board, 8);
        fixture.when(members.get(1), approve).thenRefused(NOT_PRESIDING);
        List<Object> events = fixture.when(members.get(0), approve).thenEvents();
        assertThat(events.get(0)).isInstanceOfSatisfying(MinutesApproved.class, approved -> {
            assertThat(approved.version()).isEqualTo(1);
            assertThat(approved.publicHash()).isEqualTo(circulated.publicHash());
            assertThat(approved.privateHash()).isNull();
            assertThat(approved.by()).isEqualTo(next);
            assertThat(approved.presider()).isEqualTo(person(0));
            assertThat(approved.quorum().counted()).isEqualTo(8);
        });
        assertThat(events.get(1)).isEqualTo(new EarlierMinutesApproved(next, meeting));
        assertThat(events).hasSize(2);
    }

    @Test
    void nobody_approves_minutes_who_left_the_chair() {
        circulated();
        nextOpened(board, 8);
        fixture.given(secretary, new RecordAttendance(next, person(0), Movement.LEFT, NEXT_STARTS.plusSeconds(60)))
                .when(members.get(0), approve)
                .thenRefused(NOBODY_PRESIDES);
    }

    @Test
    void minutes_that_were_not_circulated_are_not_approved() {
        held();
        nextOpened(board, 8);
        fixture.when(members.get(0), approve).thenRefused(MINUTES_NOT_CIRCULATED);
    }

    @Test
    void a_meeting_approves_neither_its_own_minutes_nor_those_of_another_board_nor_of_a_later_meeting() {
        open(8);
        fixture.when(members.get(0), new ApproveMinutes(meeting, meeting)).thenRefused(NOT_A_LATER_MEETING);
        fixture.when(members.get(0), new ApproveMinutes(meeting, new MeetingId(UUID.randomUUID())))
                .thenUnknownSubject();
        fixture.given(members.get(0), consensus());
        nextOpened(board, 8);
        fixture.given(secretary, new CloseMeeting(meeting, NEXT_STARTS.plusSeconds(60)), circulate)
                .when(members.get(0), approve)
                .thenRefused(NOT_A_LATER_MEETING);
    }

    @Test
    void another_board_approves_no_minutes_of_this_one() {
        circulated();
        BoardId other = new BoardId(UUID.randomUUID());
        fixture.given(
                new BoardEstablished(other, body, BoardKind.PATHWAY_DELIVERY_BOARD, "Another", null, terms()),
                new ChairAppointed(other, person(0), year()));
        nextOpened(other, 8);
        fixture.when(members.get(0), approve).thenRefused(NOT_A_LATER_MEETING);
    }

    @Test
    void a_meeting_that_is_not_open_or_not_quorate_approves_nothing() {
        circulated();
        fixture.at("2026-04-01T12:00:00Z")
                .given(secretary, new ConveneMeeting(next, board, NEXT_STARTS, null))
                .when(members.get(0), approve)
                .thenRefused(MEETING_NOT_OPEN);
        fixture.at("2026-04-10T14:30:00Z")
                .given(
                        secretary,
                        new OpenMeeting(next, NEXT_STARTS, List.of(person(0), person(1)), null),
                        new TakeChair(next, person(0), null, NEXT_STARTS))
                .when(members.get(0), approve)
                .thenRefused(INQUORATE, "required", 3, "counted", 2);
        fixture.given(secretary, new RecordAttendance(next, person(7), Movement.ARRIVED, NEXT_STARTS.plusSeconds(60)))
                .given(secretary, new CloseMeeting(next, NEXT_STARTS.plusSeconds(120)))
                .when(members.get(0), approve)
                .thenRefused(MEETING_OVER);
    }

    @Test
    void what_was_corrected_is_circulated_again_before_it_is_approved() {
        circulated();
        fixture.given(secretary, correct(1));
        nextOpened(board, 8);
        fixture.when(members.get(0), approve).thenRefused(MINUTES_CHANGED, "version", 1);
        fixture.given(secretary, circulate, correctAttendance())
                .when(members.get(0), approve)
                .thenRefused(MINUTES_CHANGED, "version", 2);
        fixture.given(secretary, circulate).when(members.get(0), approve).thenAccepted();
    }

    @Test
    void what_is_done_after_the_meeting_does_not_change_its_minutes() {
        open(8);
        LocalDate due = LocalDate.parse("2026-04-01");
        fixture.given(members.get(0), consensus())
                .given(
                        secretary,
                        new RaiseAction(meeting, 1, 1, person(2), "Write to the networks", due),
                        new CloseMeeting(meeting, now()),
                        circulate,
                        new CompleteAction(meeting, 1, due));
        nextOpened(board, 8);
        fixture.when(members.get(0), approve).thenAccepted();
    }

    @Test
    void approved_minutes_stay_as_they_are() {
        circulated();
        fixture.given(secretary, correctAttendance(), circulate);
        nextOpened(board, 8);
        fixture.given(members.get(0), approve);

        fixture.when(secretary, correct(1)).thenRefused(MINUTES_APPROVED);
        fixture.when(secretary, circulate).thenRefused(MINUTES_APPROVED);
        fixture.when(members.get(0), approve).thenRefused(MINUTES_APPROVED);
        fixture.when(secretary, correctAttendance()).thenRefused(MINUTES_APPROVED);
        fixture.when(
                        secretary,
                        new CorrectAttendance(
                                next,
                                person(3),
                                List.of(new Presence(NEXT_STARTS, NEXT_STARTS.plus(Duration.ofMinutes(5)))),
                                "Left early"))
                .thenAccepted();
    }

    @Test
    void a_correction_at_the_moment_of_approval_comes_before_it_and_is_circulated_first_or_is_refused()
            throws Exception {
        circulated();
        nextOpened(board, 8);
        var together = new CyclicBarrier(2);
        Callable<@Nullable String> correction = () -> {
            together.await();
            return fixture.when(secretary, correctAttendance()).refusedBy();
        };
        Callable<@Nullable String> approval = () -> {
            together.await();
            return fixture.when(members.get(0), approve).refusedBy();
        };
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<@Nullable String> corrected = executor.submit(correction);
            Future<@Nullable String> approved = executor.submit(approval);
            assertThat(Arrays.asList(corrected.get(), approved.get()))
                    .isIn(Arrays.asList(MINUTES_APPROVED.code(), null), Arrays.asList(null, MINUTES_CHANGED.code()));
        }
    }

    @Test
    void what_is_taken_in_private_has_a_hash_of_its_own() {
        convened()
                .given(
                        secretary,
                        raise(matter, SERVICE_CHANGE),
                        new AddAgendaItem(meeting, 1, matter, DecisionKind.DECIDE, false, List.of()))
                .at("2026-03-10T14:30:00Z")
                .given(secretary, open(STARTS, 8), takeChair(0))
                .given(members.get(0), consensus())
                .given(secretary, new CloseMeeting(meeting, now()));
        MinutesCirculated first = circulatedBy(circulate);
        fixture.given(secretary, correct(1));
        MinutesCirculated second = circulatedBy(circulate);

        assertThat(second.publicHash()).isEqualTo(first.publicHash());
        assertThat(second.privateHash()).isNotNull().isNotEqualTo(first.privateHash());
        fixture.given(secretary, correct(1));
        nextOpened(board, 8);
        fixture.when(members.get(0), approve).thenRefused(MINUTES_CHANGED, "version", 2);
    }
}
