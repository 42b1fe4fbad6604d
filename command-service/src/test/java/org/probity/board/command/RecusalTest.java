package org.probity.board.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.probity.board.command.MatterRule.*;
import static org.probity.board.command.MeetingRule.*;
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
import org.probity.board.event.BoardKind;
import org.probity.board.event.DecisionEvent.DecisionRecorded;
import org.probity.board.event.DecisionKind;
import org.probity.board.event.MatterEvent.*;
import org.probity.board.event.MeetingEvent.*;
import org.probity.board.event.Movement;
import org.probity.board.event.SteppedOut;
import org.probity.board.event.Tally;
import org.probity.board.event.VoteChoice;
import org.probity.command.DomainFixture.Somebody;
import org.probity.id.BoardId;
import org.probity.id.InterestId;
import org.probity.id.MeetingId;
import org.probity.interests.command.InterestsRule;
import org.probity.interests.event.InterestCategory;
import org.probity.interests.event.InterestsEvent.InterestDeclared;
import org.probity.interests.event.Mitigation;
import org.probity.people.event.PersonEvent.PersonRegistered;
import org.probity.people.event.Profession;

class RecusalTest extends BoardOfEight {

    @Test
    void who_withdrew_counts_for_no_quorum_and_votes_not() {
        open(8);
        for (int i = 2; i < 8; i++) {
            fixture.given(members.get(0), recuse(i, Mitigation.WITHDRAW));
        }
        fixture.when(members.get(0), consensus()).thenRefused(INQUORATE, "required", 3, "counted", 2);
        fixture.given(members.get(0), new LiftRecusal(matter, person(7), "Not employed there any more"))
                .when(secretary, hands(List.of(0, 2), List.of(), List.of()))
                .thenRefused(NOT_ENTITLED_TO_VOTE, "person", person(2).value());
        DecisionRecorded decided = decided(fixture.when(secretary, hands(List.of(0, 7), List.of(1), List.of()))
                .thenEvents());
        assertThat(decided.tally()).isEqualTo(new Tally(2, 1, 0, 0));
        assertThat(decided.steppedOut())
                .hasSize(5)
                .contains(new SteppedOut(person(2), Mitigation.WITHDRAW))
                .doesNotContain(new SteppedOut(person(7), Mitigation.WITHDRAW));
    }

    @Test
    void who_may_discuss_but_not_vote_counts_for_no_quorum_either() {
        open(8);
        fixture.given(members.get(0), recuse(2, Mitigation.DISCUSS_NO_VOTE));
        assertThat(decided(fixture.when(members.get(0), consensus()).thenEvents())
                        .quorum()
                        .counted())
                .isEqualTo(7);
    }

    @Test
    void the_vote_of_somebody_whose_conflict_is_not_decided_is_not_counted_after_they_left() {
        open(8);
        fixture.given(secretary, new OpenVote(meeting, 1, decision, false, resolution()))
                .given(members.get(3), new DeclareConflict(matter, person(3), null, "A site is my employer"))
                .given(members.get(3), new CastVote(meeting, 1, VoteChoice.FOR))
                .given(secretary, leaves(3))
                .when(secretary, new CloseVote(meeting, 1))
                .thenRefused(CONFLICT_UNDECIDED, "person", person(3).value());
    }

    @Test
    void who_withdrew_cannot_hold_up_a_decision_by_declaring_again() {
        open(8);
        fixture.given(members.get(0), recuse(3, Mitigation.WITHDRAW))
                .given(members.get(3), new DeclareConflict(matter, person(3), null, "Once more"))
                .when(members.get(0), consensus())
                .thenAccepted();
    }

    @Test
    void nobody_decides_on_conflicts_while_nobody_presides() {
        openWithoutChair(8);
        fixture.when(members.get(3), recuse(4, Mitigation.REMOVED_FROM_MATTER)).thenRefused(NOBODY_PRESIDES);
        fixture.when(members.get(1), recuse(4, Mitigation.REMOVED_FROM_MATTER)).thenRefused(NOBODY_PRESIDES);
    }

    @Test
    void a_recusal_that_was_lifted_held_until_then() {
        open(8);
        Instant before = now().minusSeconds(60);
        fixture.given(members.get(0), recuse(3, Mitigation.WITHDRAW))
                .at("2026-03-10T14:40:00Z")
                .given(members.get(0), new LiftRecusal(matter, person(3), "Left the site"))
                .when(
                        secretary,
                        new RecordShowOfHands(
                                meeting,
                                1,
                                decision,
                                before,
                                resolution(),
                                people(List.of(0, 3)),
                                List.of(),
                                List.of()))
                .thenRefused(NOT_ENTITLED_TO_VOTE, "person", person(3).value());
    }

    @Test
    void between_meetings_the_deputy_decides_where_the_chair_may_not_vote() {
        convened();
        fixture.given(secretary, raise(matter, SERVICE_CHANGE))
                .given(members.get(1), recuse(0, Mitigation.DISCUSS_NO_VOTE))
                .when(members.get(0), recuse(3, Mitigation.WITHDRAW))
                .thenRefused(NOT_PRESIDING);
        fixture.when(members.get(1), recuse(3, Mitigation.WITHDRAW)).thenAccepted();
    }

    @Test
    void who_withdrew_chooses_nobody_to_preside_over_the_item_and_completes_none_of_its_actions() {
        open(8);
        fixture.given(secretary, new RaiseAction(meeting, 1, 1, person(2), "Tell the sites", fixture.today()));
        Somebody both = secretaryWhoWithdrew();
        fixture.when(both, new TakeChair(meeting, person(1), 1, now())).thenRefused(WITHDRAWN_FROM_MATTER);
        fixture.when(both, new CompleteAction(meeting, 1, fixture.today())).thenRefused(WITHDRAWN_FROM_MATTER);
        fixture.when(secretary, new CompleteAction(meeting, 1, fixture.today())).thenAccepted();
    }

    @Test
    void a_note_of_an_interest_takes_nothing_away() {
        open(8);
        fixture.given(members.get(0), recuse(2, Mitigation.NOTE_ONLY))
                .when(secretary, hands(List.of(0, 1, 2), List.of(), List.of()))
                .thenAccepted();
    }

    @Test
    void a_recusal_follows_the_matter_to_the_next_agenda() {
        open(8);
        MeetingId next = new MeetingId(UUID.randomUUID());
        fixture.given(members.get(0), recuse(3, Mitigation.WITHDRAW))
                .given(secretary, new DeferItem(meeting, 1, "Inquorate"))
                .given(secretary, new ConveneMeeting(next, board, Instant.parse("2026-04-10T14:00:00Z"), null))
                .when(secretary, new AddAgendaItem(next, 1, matter, DecisionKind.DECIDE, true, List.of()))
                .thenAmongOthers(new MemberSteppedOut(next, matter, person(3), Mitigation.WITHDRAW));
    }

    @Test
    void a_referred_matter_is_before_the_other_board_only_with_its_recusals() {
        BoardId other = new BoardId(UUID.randomUUID());
        fixture.given(new BoardEstablished(other, body, BoardKind.STATUTORY_BOARD, "Board", null, terms()));
        MeetingId theirs = new MeetingId(UUID.randomUUID());
        MeetingId ours = new MeetingId(UUID.randomUUID());
        Instant later = Instant.parse("2026-04-10T14:00:00Z");
        open(8);
        fixture.given(members.get(0), recuse(3, Mitigation.WITHDRAW))
                .given(secretary, new ReferMatter(meeting, 1, other, "Too large for us"))
                .given(secretary, new ConveneMeeting(theirs, other, later, null))
                .given(secretary, new ConveneMeeting(ours, board, later, null))
                .when(secretary, new AddAgendaItem(ours, 1, matter, DecisionKind.DECIDE, true, List.of()))
                .thenRefused(MATTER_NOT_BEFORE_BOARD, "board", other.value());
        fixture.when(secretary, new AddAgendaItem(theirs, 1, matter, DecisionKind.DECIDE, true, List.of()))
                .thenAmongOthers(new MemberSteppedOut(theirs, matter, person(3), Mitigation.WITHDRAW));
    }

    /** A second meeting of the board, in April, has the matter on its agenda and refers it. */
    private void referredByAnotherMeeting(BoardId to) {
        MeetingId second = new MeetingId(UUID.randomUUID());
        Instant starts = Instant.parse("2026-04-10T14:00:00Z");
        fixture.given(secretary, new ConveneMeeting(second, board, starts, null))
                .given(secretary, new AddAgendaItem(second, 1, matter, DecisionKind.DECIDE, true, List.of()))
                .at("2026-04-10T14:30:00Z")
                .given(
                        secretary,
                        new OpenMeeting(second, starts, List.of(), null),
                        new ReferMatter(second, 1, to, "Too large for us"));
    }

    private Somebody secretaryWhoWithdrew() {
        Somebody both = fixture.serving(body, BOARD_SECRETARY);
        fixture.given(new PersonRegistered(both.person(), null, null, Profession.NURSE, null, null, true))
                .given(members.get(0), new RecuseMember(matter, both.person(), Mitigation.NO_PAPERS, "Owns a site"));
        return both;
    }

    @Test
    void once_a_matter_is_referred_its_old_board_decides_on_no_conflicts_of_it() {
        BoardId other = new BoardId(UUID.randomUUID());
        fixture.given(
                new BoardEstablished(other, body, BoardKind.STATUTORY_BOARD, "Board", null, terms()),
                new ChairAppointed(other, person(2), year()));
        open(8);
        referredByAnotherMeeting(other);
        fixture.when(members.get(0), recuse(3, Mitigation.WITHDRAW)).thenRefused(NOT_PRESIDING);
        fixture.when(members.get(2), recuse(3, Mitigation.WITHDRAW)).thenAccepted();
    }

    @Test
    void a_vote_on_a_matter_that_another_meeting_referred_can_still_be_abandoned() {
        BoardId other = new BoardId(UUID.randomUUID());
        fixture.given(new BoardEstablished(other, body, BoardKind.STATUTORY_BOARD, "Board", null, terms()));
        open(8);
        fixture.given(secretary, new OpenVote(meeting, 1, decision, false, resolution()));
        referredByAnotherMeeting(other);
        fixture.when(secretary, new CloseVote(meeting, 1)).thenRefused(MATTER_NOT_BEFORE_BOARD);
        fixture.when(secretary, new AbandonVote(meeting, 1, "Referred")).thenAccepted();
    }

    @Test
    void a_lesser_recusal_ends_the_one_before_only_from_then_on() {
        open(8);
        Instant before = now().minusSeconds(60);
        fixture.given(members.get(0), recuse(3, Mitigation.WITHDRAW))
                .at("2026-03-10T14:40:00Z")
                .when(members.get(0), recuse(3, Mitigation.NOTE_ONLY))
                .thenAmongOthers(
                        new MemberSteppedIn(meeting, matter, person(3), Instant.parse("2026-03-10T14:40:00Z")),
                        new MemberSteppedOut(meeting, matter, person(3), Mitigation.NOTE_ONLY));
        fixture.when(
                        secretary,
                        new RecordShowOfHands(
                                meeting,
                                1,
                                decision,
                                before,
                                resolution(),
                                people(List.of(0, 3)),
                                List.of(),
                                List.of()))
                .thenRefused(NOT_ENTITLED_TO_VOTE, "person", person(3).value());
    }

    @Test
    void who_withdrew_is_not_told_which_closed_item_is_undecided() {
        open(8);
        Somebody both = secretaryWhoWithdrew();
        fixture.when(secretary, new CloseMeeting(meeting, now())).thenRefused(ITEMS_UNDECIDED, "items", "1");
        fixture.when(both, new CloseMeeting(meeting, now())).thenRefused(ITEMS_UNDECIDED, "items", "");
    }

    @Test
    void who_withdrew_does_nothing_with_the_matter_in_another_role_either() {
        open(8);
        Somebody both = secretaryWhoWithdrew();
        fixture.when(both, new DeferItem(meeting, 1, "Not now")).thenRefused(WITHDRAWN_FROM_MATTER);
        fixture.when(both, hands(List.of(0), List.of(), List.of())).thenRefused(WITHDRAWN_FROM_MATTER);
        fixture.when(both, new RestateEffects(matter, List.of())).thenRefused(WITHDRAWN_FROM_MATTER);
        fixture.when(both, new RecordAttendance(meeting, person(4), Movement.LEFT, now()))
                .thenAccepted();
    }

    @Test
    void whoever_presides_decides_on_conflicts_and_the_deputy_on_the_presiders_own() {
        open(8);
        fixture.when(members.get(1), recuse(3, Mitigation.WITHDRAW)).thenRefused(NOT_PRESIDING);
        fixture.when(members.get(0), recuse(0, Mitigation.WITHDRAW)).thenRefused(NOT_PRESIDING);
        fixture.when(members.get(2), recuse(0, Mitigation.WITHDRAW)).thenRefused(NOT_PRESIDING);
        fixture.when(members.get(1), recuse(0, Mitigation.WITHDRAW))
                .then(
                        new MemberRecused(matter, person(0), Mitigation.WITHDRAW, "Employed there", person(1)),
                        new MemberSteppedOut(meeting, matter, person(0), Mitigation.WITHDRAW));
        fixture.when(members.get(0), consensus()).thenRefused(WITHDRAWN_FROM_MATTER);
        fixture.given(secretary, new TakeChair(meeting, person(1), 1, now()))
                .when(members.get(1), consensus())
                .thenAccepted();
    }

    @Test
    void before_a_meeting_the_boards_chair_decides_on_conflicts() {
        convened()
                .given(secretary, raise(matter, SERVICE_CHANGE), item(1, matter, DecisionKind.DECIDE))
                .when(members.get(1), recuse(3, Mitigation.WITHDRAW))
                .thenRefused(NOT_PRESIDING);
        fixture.when(members.get(0), recuse(3, Mitigation.WITHDRAW)).thenAccepted();
        fixture.when(members.get(0), recuse(3, Mitigation.WITHDRAW)).thenRefused(RECUSED_ALREADY);
    }

    @Test
    void a_declared_conflict_is_decided_before_the_item_is() {
        open(8);
        fixture.given(members.get(4), new DeclareConflict(matter, person(4), null, "My practice holds the lease"))
                .when(members.get(0), consensus())
                .thenRefused(CONFLICT_UNDECIDED, "person", person(4).value());
        fixture.when(members.get(0), new FindNoConflict(matter, person(3), "Nothing there"))
                .thenRefused(NO_CONFLICT_TO_DECIDE);
        fixture.given(members.get(0), new FindNoConflict(matter, person(4), "The lease has ended"))
                .when(members.get(0), consensus())
                .thenAccepted();
    }

    @Test
    void nobody_declares_a_conflict_for_another() {
        open(8);
        fixture.when(members.get(3), new DeclareConflict(matter, person(4), null, "Theirs"))
                .thenNotPermitted();
    }

    @Test
    void who_steps_out_while_a_vote_is_open_has_not_voted() {
        open(8);
        fixture.given(secretary, vote(false))
                .given(members.get(2), new CastVote(meeting, 1, VoteChoice.AGAINST))
                .given(members.get(3), new CastVote(meeting, 1, VoteChoice.FOR))
                .given(members.get(0), recuse(2, Mitigation.WITHDRAW))
                .when(members.get(2), new CastVote(meeting, 1, VoteChoice.AGAINST))
                .thenRefused(NOT_ENTITLED_TO_VOTE, "person", person(2).value());
        assertThat(decided(fixture.when(secretary, new CloseVote(meeting, 1)).thenEvents())
                        .tally())
                .isEqualTo(new Tally(1, 0, 0, 0));
    }

    @Test
    void a_conflict_comes_from_an_interest_that_the_person_declared() {
        open(8);
        InterestId interest = new InterestId(UUID.randomUUID());
        DeclareConflict conflict = new DeclareConflict(matter, person(4), interest, "My practice holds the lease");
        fixture.when(members.get(4), conflict).thenRefused(InterestsRule.INTEREST_UNKNOWN);
        LocalDate day = LocalDate.parse("2026-02-01");
        fixture.given(new InterestDeclared(
                        person(4),
                        interest,
                        InterestCategory.FINANCIAL,
                        body,
                        null,
                        null,
                        day,
                        day,
                        year(),
                        false,
                        null))
                .when(members.get(4), conflict)
                .then(new ConflictDeclared(matter, person(4), interest, "My practice holds the lease"));
    }

    @Test
    void a_secret_ballot_is_void_when_somebody_who_voted_in_it_steps_out() {
        open(8);
        fixture.given(secretary, vote(true), new ReceiveBallot(meeting, 1, person(2)))
                .given(members.get(0), recuse(3, Mitigation.WITHDRAW))
                .given(secretary, new ReceiveBallot(meeting, 1, person(4)))
                .given(members.get(0), recuse(2, Mitigation.WITHDRAW))
                .when(secretary, new CloseVote(meeting, 1))
                .thenRefused(NO_VOTE_OPEN);
        fixture.when(secretary, vote(true)).thenAccepted();
    }

    @Test
    void a_tie_is_void_when_somebody_who_voted_in_it_steps_out() {
        open(8);
        fixture.given(secretary, hands(List.of(0, 1), List.of(2, 3), List.of()))
                .given(members.get(0), recuse(5, Mitigation.WITHDRAW))
                .when(secretary, hands(List.of(0), List.of(), List.of()))
                .thenRefused(VOTE_OPEN);
        fixture.given(members.get(0), recuse(2, Mitigation.DISCUSS_NO_VOTE))
                .when(members.get(0), new UseCastingVote(meeting, 1, VoteChoice.FOR))
                .thenRefused(CASTING_VOTE_NOT_DUE);
        fixture.when(secretary, hands(List.of(0, 1), List.of(3), List.of())).thenAccepted();
    }

    @Test
    void a_presider_who_may_not_vote_decides_no_conflicts_and_takes_no_chair() {
        open(8);
        fixture.given(members.get(1), recuse(0, Mitigation.DISCUSS_NO_VOTE))
                .when(members.get(0), recuse(3, Mitigation.WITHDRAW))
                .thenRefused(NOT_PRESIDING);
        fixture.when(secretary, new TakeChair(meeting, person(0), 1, now())).thenRefused(PRESIDER_CONFLICTED);
        fixture.when(members.get(0), consensus()).thenRefused(PRESIDER_CONFLICTED);
        fixture.when(members.get(1), recuse(3, Mitigation.WITHDRAW)).thenAccepted();
    }

    @Test
    void nobody_is_let_back_in_who_takes_full_part() {
        open(8);
        fixture.when(members.get(0), new LiftRecusal(matter, person(3), "Nothing there"))
                .thenRefused(NOT_RECUSED);
    }

    @Test
    void a_matter_that_was_referred_is_not_decided_at_another_meeting_of_the_same_board() {
        BoardId other = new BoardId(UUID.randomUUID());
        fixture.given(new BoardEstablished(other, body, BoardKind.STATUTORY_BOARD, "Board", null, terms()));
        MeetingId second = new MeetingId(UUID.randomUUID());
        open(8);
        fixture.when(secretary, new ReferMatter(meeting, 1, board, "To ourselves"))
                .thenRefused(REFERRED_TO_ITSELF);
        Instant later = STARTS.plusSeconds(3_600);
        fixture.given(
                        secretary,
                        new ConveneMeeting(second, board, later, "Two items are left"),
                        new AddAgendaItem(second, 1, matter, DecisionKind.DECIDE, true, List.of()))
                .at("2026-03-10T15:30:00Z")
                .given(
                        secretary,
                        new OpenMeeting(second, later, List.of(), null),
                        new ReferMatter(second, 1, other, "Too large for us"))
                .when(members.get(0), consensus())
                .thenRefused(MATTER_NOT_BEFORE_BOARD, "board", other.value());
    }
}
