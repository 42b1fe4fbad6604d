package org.probity.board.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.probity.board.command.MatterRule.*;
import static org.probity.board.command.MeetingRule.*;
import static org.probity.command.DomainFixture.newBody;
import static org.probity.people.event.Authority.*;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.probity.board.command.DecidingCommand.*;
import org.probity.board.command.MatterCommand.*;
import org.probity.board.command.MeetingCommand.*;
import org.probity.board.event.BoardCapacity;
import org.probity.board.event.BoardEvent.*;
import org.probity.board.event.BoardKind;
import org.probity.board.event.CapacityMinimum;
import org.probity.board.event.DecisionEvent.DecisionRecorded;
import org.probity.board.event.DecisionKind;
import org.probity.board.event.DecisionOutcome;
import org.probity.board.event.MatterEvent.*;
import org.probity.board.event.MeetingEvent.*;
import org.probity.board.event.Movement;
import org.probity.board.event.Presence;
import org.probity.board.event.PresiderRole;
import org.probity.board.event.QuorumRule;
import org.probity.board.event.RecordedVote;
import org.probity.board.event.Resolution;
import org.probity.board.event.SteppedOut;
import org.probity.board.event.Tally;
import org.probity.board.event.TermsOfReference;
import org.probity.board.event.VoteChoice;
import org.probity.command.CommonRule;
import org.probity.command.DomainFixture;
import org.probity.command.DomainFixture.Somebody;
import org.probity.event.Term;
import org.probity.id.AimCode;
import org.probity.id.BoardId;
import org.probity.id.DecisionId;
import org.probity.id.MatterId;
import org.probity.id.MatterKind;
import org.probity.id.MeetingId;
import org.probity.id.OrganisationCode;
import org.probity.id.PersonId;
import org.probity.interests.event.Mitigation;
import org.probity.people.event.PersonEvent.PersonRegistered;
import org.probity.people.event.Profession;
import org.probity.policy.command.PolicyRule;
import org.probity.policy.event.Aim;
import org.probity.policy.event.AimsEvent.AimsAdopted;

class MeetingTest {

    private static final MatterKind SERVICE_CHANGE = new MatterKind("service-change");
    private static final AimCode PATHWAYS = new AimCode("pathways");
    private static final String START = "2026-03-10T14:00:00Z";
    private static final Instant STARTS = Instant.parse(START);

    private final DomainFixture fixture = new DomainFixture();
    private final OrganisationCode body = newBody();
    private final BoardId board = new BoardId(UUID.randomUUID());
    private final MeetingId meeting = new MeetingId(UUID.randomUUID());
    private final MatterId matter = new MatterId(UUID.randomUUID());
    private final DecisionId decision = new DecisionId(UUID.randomUUID());
    private final Somebody secretary = fixture.serving(body, BOARD_SECRETARY);
    private final List<Somebody> members = new ArrayList<>();

    /** Six non-officers and two officers; the first chairs, the second deputises; a third of the seats is a quorum. */
    @BeforeEach
    void a_board_of_eight() {
        fixture.given(new BoardEstablished(
                board, body, BoardKind.PATHWAY_DELIVERY_BOARD, "Stroke delivery board", null, terms()));
        for (int i = 0; i < 8; i++) {
            Somebody member = fixture.somebody(BOARD_MEMBER);
            members.add(member);
            fixture.given(
                    new PersonRegistered(member.person(), null, null, Profession.NURSE, null, null, true),
                    new BoardMemberAssigned(
                            board,
                            member.person(),
                            i < 6 ? BoardCapacity.NON_OFFICER : BoardCapacity.OFFICER,
                            true,
                            year(),
                            null,
                            null,
                            null));
        }
        fixture.given(
                new AimsAdopted(body, List.of(new Aim(PATHWAYS, "Leads improve pathways"))),
                new ChairAppointed(board, person(0), year()),
                new DeputyAppointed(board, person(1), year()));
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
    void whoever_presides_records_that_nobody_dissents() {
        open(8);
        fixture.when(members.get(1), consensus()).thenRefused(NOT_PRESIDING);
        DecisionRecorded decided =
                decided(fixture.when(members.get(0), consensus()).thenEvents());
        assertThat(decided.outcome()).isEqualTo(DecisionOutcome.CARRIED);
        assertThat(decided.tally()).isNull();
        assertThat(decided.quorum().required()).isEqualTo(3);
        assertThat(decided.quorum().counted()).isEqualTo(8);
        assertThat(decided.present()).hasSize(8);
        fixture.when(members.get(0), consensus()).thenRefused(ITEM_FINISHED);
    }

    @Test
    void without_a_quorum_nothing_is_decided_and_it_is_said_who_is_missing() {
        open(2);
        fixture.when(members.get(0), consensus())
                .thenRefused(INQUORATE, "seats", 8, "required", 3, "counted", 2, "minima", "OFFICER 0 of 1");
        fixture.given(secretary, arrives(7)).when(members.get(0), consensus()).thenAccepted();
    }

    @Test
    void a_minimum_of_a_capacity_is_asked_for_besides() {
        open(6);
        fixture.when(members.get(0), consensus())
                .thenRefused(
                        INQUORATE,
                        "required",
                        3,
                        "counted",
                        6,
                        "missing",
                        person(6).value() + " " + person(7).value());
    }

    @Test
    void vacant_seats_count_where_the_terms_of_reference_say_so() {
        fixture.given(new TermsOfReferenceAdopted(board, terms(12)));
        open(2);
        fixture.given(secretary, arrives(7))
                .when(members.get(0), consensus())
                .thenRefused(INQUORATE, "seats", 12, "required", 4, "counted", 3);
        fixture.given(secretary, arrives(5)).when(members.get(0), consensus()).thenAccepted();
    }

    @Test
    void two_who_share_a_seat_have_one_vote_if_they_agree_and_none_if_not() {
        Somebody sharing = fixture.somebody(BOARD_MEMBER);
        fixture.given(
                new PersonRegistered(sharing.person(), null, null, Profession.NURSE, null, null, true),
                new BoardMemberAssigned(
                        board, sharing.person(), BoardCapacity.NON_OFFICER, true, year(), null, null, person(3)));
        open(8);
        fixture.given(secretary, new RecordAttendance(meeting, sharing.person(), Movement.ARRIVED, now()), vote(false))
                .given(members.get(2), new CastVote(meeting, 1, VoteChoice.FOR))
                .given(members.get(3), new CastVote(meeting, 1, VoteChoice.FOR))
                .given(sharing, new CastVote(meeting, 1, VoteChoice.AGAINST));
        DecisionRecorded decided =
                decided(fixture.when(secretary, new CloseVote(meeting, 1)).thenEvents());
        assertThat(decided.tally()).isEqualTo(new Tally(1, 0, 0, 1));
        assertThat(decided.quorum().votingSeats()).isEqualTo(8);
    }

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

    @Test
    void who_withdrew_does_nothing_with_the_matter_in_another_role_either() {
        open(8);
        Somebody both = fixture.serving(body, BOARD_SECRETARY);
        fixture.given(new PersonRegistered(both.person(), null, null, Profession.NURSE, null, null, true))
                .given(members.get(0), new RecuseMember(matter, both.person(), Mitigation.NO_PAPERS, "Owns a site"))
                .when(both, new DeferItem(meeting, 1, "Not now"))
                .thenRefused(WITHDRAWN_FROM_MATTER);
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
    void a_decision_serves_an_aim_of_the_body() {
        open(8);
        fixture.when(members.get(0), consensus(List.of())).thenRefused(PolicyRule.AIMS_REQUIRED);
        fixture.when(members.get(0), consensus(List.of(new AimCode("growth"))))
                .thenRefused(PolicyRule.AIM_UNKNOWN, "aim", "growth");
    }

    @Test
    void a_declared_conflict_is_decided_before_the_item_is() {
        open(8);
        fixture.given(members.get(4), new DeclareConflict(matter, person(4), null, "My practice holds the lease"))
                .when(members.get(0), consensus())
                .thenRefused(CONFLICT_UNDECIDED, "person", person(4).value());
        fixture.when(members.get(0), new FindNoConflict(matter, person(3), "Nothing there"))
                .thenRefused(NO_CONFLICT_DECLARED);
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
    void a_vote_counts_what_each_member_cast_last_before_it_closed() {
        open(8);
        fixture.when(members.get(2), new CastVote(meeting, 1, VoteChoice.FOR)).thenRefused(NO_VOTE_OPEN);
        fixture.given(secretary, vote(false));
        fixture.given(members.get(2), new CastVote(meeting, 1, VoteChoice.AGAINST))
                .given(members.get(2), new CastVote(meeting, 1, VoteChoice.FOR))
                .given(members.get(3), new CastVote(meeting, 1, VoteChoice.FOR))
                .given(members.get(4), new CastVote(meeting, 1, VoteChoice.AGAINST))
                .given(members.get(5), new CastVote(meeting, 1, VoteChoice.ABSTAIN));
        DecisionRecorded decided =
                decided(fixture.when(secretary, new CloseVote(meeting, 1)).thenEvents());
        assertThat(decided.tally()).isEqualTo(new Tally(2, 1, 1, 0));
        assertThat(decided.votes()).hasSize(4);
        fixture.when(members.get(2), new CastVote(meeting, 1, VoteChoice.FOR)).thenRefused(NO_VOTE_OPEN);
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

    /** Whoever was told that their vote is in is counted; whoever came too late was told so. */
    @Test
    void no_vote_is_lost_or_counted_twice_in_a_race_with_closing() throws Exception {
        open(8);
        fixture.given(secretary, vote(false)).given(members.get(0), new CastVote(meeting, 1, VoteChoice.FOR));
        var accepted = new ConcurrentHashMap<PersonId, VoteChoice>(Map.of(person(0), VoteChoice.FOR));
        var together = new CyclicBarrier(8);
        List<Callable<@Nullable String>> race = new ArrayList<>();
        for (Somebody member : members.subList(1, 8)) {
            race.add(() -> {
                together.await();
                String refused = null;
                for (VoteChoice choice : List.of(VoteChoice.AGAINST, VoteChoice.ABSTAIN, VoteChoice.FOR)) {
                    refused = fixture.when(member, new CastVote(meeting, 1, choice))
                            .refusedBy();
                    if (refused == null) {
                        accepted.put(member.person(), choice);
                    }
                }
                return refused;
            });
        }
        race.add(() -> {
            together.await();
            return fixture.when(secretary, new CloseVote(meeting, 1)).refusedBy();
        });
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<@Nullable String> done : executor.invokeAll(race)) {
                assertThat(done.get()).isIn(null, NO_VOTE_OPEN.code());
            }
        }
        List<RecordedVote> counted = fixture.eventsOf(meeting.stream()).stream()
                .filter(VoteTied.class::isInstance)
                .map(tied -> ((VoteTied) tied).votes())
                .findFirst()
                .orElseGet(() -> decided(fixture.eventsOf(decision.stream())).votes());
        assertThat(counted.stream().collect(Collectors.toMap(RecordedVote::person, RecordedVote::choice)))
                .isEqualTo(accepted);
    }

    @Test
    void who_is_not_there_does_not_vote() {
        open(7);
        fixture.given(secretary, vote(false))
                .when(members.get(7), new CastVote(meeting, 1, VoteChoice.FOR))
                .thenRefused(NOT_ENTITLED_TO_VOTE);
        fixture.when(fixture.somebody(BOARD_MEMBER), new CastVote(meeting, 1, VoteChoice.FOR))
                .thenRefused(NOT_ENTITLED_TO_VOTE);
    }

    @Test
    void on_equality_whoever_presides_uses_the_casting_vote_or_declines_it() {
        open(8);
        fixture.when(members.get(0), new UseCastingVote(meeting, 1, VoteChoice.FOR))
                .thenRefused(CASTING_VOTE_NOT_DUE);
        fixture.when(secretary, hands(List.of(0, 1, 2), List.of(3, 4, 5), List.of(6)))
                .thenAccepted();
        fixture.when(members.get(1), new UseCastingVote(meeting, 1, VoteChoice.FOR))
                .thenRefused(NOT_PRESIDING);
        fixture.when(secretary, hands(List.of(0), List.of(), List.of())).thenRefused(VOTE_OPEN);
        DecisionRecorded decided = decided(fixture.when(members.get(0), new UseCastingVote(meeting, 1, VoteChoice.FOR))
                .thenEvents());
        assertThat(decided.outcome()).isEqualTo(DecisionOutcome.CARRIED);
        assertThat(decided.castingVote()).isEqualTo(VoteChoice.FOR);
        assertThat(decided.tally()).isEqualTo(new Tally(3, 3, 1, 0));
    }

    @Test
    void what_is_tied_is_lost_when_the_casting_vote_is_declined() {
        open(8);
        fixture.given(secretary, hands(List.of(0), List.of(3), List.of()));
        assertThat(decided(fixture.when(members.get(0), new DeclineCastingVote(meeting, 1))
                                .thenEvents())
                        .outcome())
                .isEqualTo(DecisionOutcome.LOST);
    }

    @Test
    void nobody_raises_two_hands() {
        open(8);
        fixture.when(secretary, hands(List.of(0, 1), List.of(1), List.of()))
                .thenRefused(COUNTED_TWICE, "person", person(1).value());
    }

    @Test
    void a_secret_ballot_records_who_voted_and_what_two_tellers_counted() {
        open(8);
        fixture.given(secretary, vote(true))
                .when(members.get(2), new CastVote(meeting, 1, VoteChoice.FOR))
                .thenRefused(BALLOT_SECRET);
        for (int i = 1; i < 4; i++) {
            fixture.given(secretary, new ReceiveBallot(meeting, 1, person(i)));
        }
        fixture.when(secretary, new ReceiveBallot(meeting, 1, person(1))).thenRefused(BALLOT_RECEIVED);
        fixture.when(secretary, new CloseVote(meeting, 1)).thenRefused(TALLY_MISSING, "entered", 0);
        fixture.when(fixture.somebody(BOARD_MEMBER), new EnterTally(meeting, 1, new Tally(3, 0, 0, 0)))
                .thenRefused(NOT_PRESENT);
        fixture.given(members.get(4), new EnterTally(meeting, 1, new Tally(3, 0, 0, 0)))
                .given(members.get(5), new EnterTally(meeting, 1, new Tally(2, 1, 0, 0)))
                .when(secretary, new CloseVote(meeting, 1))
                .thenRefused(TALLIES_DIFFER);
        fixture.given(members.get(5), new EnterTally(meeting, 1, new Tally(3, 0, 0, 0)));
        DecisionRecorded decided =
                decided(fixture.when(secretary, new CloseVote(meeting, 1)).thenEvents());
        assertThat(decided.tally()).isEqualTo(new Tally(3, 0, 0, 0));
        assertThat(decided.votes()).isEmpty();
    }

    @Test
    void tellers_count_as_many_ballots_as_were_received() {
        open(8);
        Tally two = new Tally(2, 0, 0, 0);
        fixture.given(secretary, vote(true))
                .given(secretary, new ReceiveBallot(meeting, 1, person(1)))
                .given(members.get(4), new EnterTally(meeting, 1, two))
                .given(members.get(5), new EnterTally(meeting, 1, two))
                .when(secretary, new CloseVote(meeting, 1))
                .thenRefused(BALLOTS_MISCOUNTED, "received", 1, "counted", 2);
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

    private DomainFixture convened() {
        return fixture.given(secretary, new ConveneMeeting(meeting, board, STARTS, null));
    }

    private void open(int present) {
        openWithoutChair(present);
        fixture.given(secretary, takeChair(0));
    }

    private void openWithoutChair(int present) {
        if (fixture.eventsOf(meeting.stream()).isEmpty()) {
            convened();
        }
        fixture.given(secretary, raise(matter, SERVICE_CHANGE), item(1, matter, DecisionKind.DECIDE))
                .at("2026-03-10T14:30:00Z")
                .given(secretary, open(STARTS, present));
    }

    private OpenMeeting open(Instant at, int present) {
        return new OpenMeeting(
                meeting,
                at,
                members.stream().limit(present).map(Somebody::person).toList(),
                null);
    }

    private RaiseMatter raise(MatterId which, MatterKind kind) {
        return new RaiseMatter(which, board, kind, "Stroke sites", List.of());
    }

    private AddAgendaItem item(int number, MatterId which, DecisionKind purpose) {
        return new AddAgendaItem(meeting, number, which, purpose, true, List.of());
    }

    private TakeChair takeChair(int member) {
        return new TakeChair(meeting, person(member), null, now());
    }

    private RecordAttendance leaves(int member) {
        return new RecordAttendance(meeting, person(member), Movement.LEFT, now());
    }

    private RecordAttendance arrives(int member) {
        return new RecordAttendance(meeting, person(member), Movement.ARRIVED, now());
    }

    private RecuseMember recuse(int member, Mitigation mitigation) {
        return new RecuseMember(matter, person(member), mitigation, "Employed there");
    }

    private RecordConsensus consensus() {
        return consensus(List.of(PATHWAYS));
    }

    private RecordConsensus consensus(List<AimCode> aims) {
        return new RecordConsensus(meeting, 1, decision, now(), resolution(aims));
    }

    private RecordShowOfHands hands(List<Integer> inFavour, List<Integer> against, List<Integer> abstaining) {
        return new RecordShowOfHands(
                meeting, 1, decision, now(), resolution(), people(inFavour), people(against), people(abstaining));
    }

    private OpenVote vote(boolean secret) {
        return new OpenVote(meeting, 1, decision, secret, resolution());
    }

    private static Resolution resolution() {
        return resolution(List.of(PATHWAYS));
    }

    private static Resolution resolution(List<AimCode> aims) {
        return new Resolution("Two sites", "Shorter journeys", List.of(), aims, LocalDate.parse("2026-04-01"), null);
    }

    private static DecisionRecorded decided(List<Object> events) {
        return events.stream()
                .filter(DecisionRecorded.class::isInstance)
                .map(DecisionRecorded.class::cast)
                .findFirst()
                .orElseThrow();
    }

    private List<PersonId> people(List<Integer> which) {
        return which.stream().map(this::person).toList();
    }

    private PersonId person(int member) {
        return members.get(member).person();
    }

    private Instant now() {
        return STARTS.plusSeconds(1_800);
    }

    private static Term year() {
        return new Term(LocalDate.parse("2026-01-01"), null);
    }

    private static TermsOfReference terms() {
        return terms(null);
    }

    /** With vacant seats that count where it is stated how many seats there are. */
    private static TermsOfReference terms(@Nullable Integer votingSeats) {
        return new TermsOfReference(
                List.of(DecisionKind.DECIDE, DecisionKind.ADVISE),
                List.of(SERVICE_CHANGE),
                new QuorumRule(1, 3),
                List.of(new CapacityMinimum(BoardCapacity.OFFICER, 1)),
                votingSeats != null,
                3,
                true,
                votingSeats);
    }
}
