package org.probity.board.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.probity.board.command.MatterRule.*;
import static org.probity.board.command.MeetingRule.*;
import static org.probity.people.event.Authority.*;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.probity.board.command.DecidingCommand.*;
import org.probity.board.command.MatterCommand.*;
import org.probity.board.command.MeetingCommand.*;
import org.probity.board.event.BoardEvent.*;
import org.probity.board.event.DecisionEvent.DecisionRecorded;
import org.probity.board.event.DecisionOutcome;
import org.probity.board.event.MatterEvent.*;
import org.probity.board.event.MeetingEvent.*;
import org.probity.board.event.Movement;
import org.probity.board.event.RecordedVote;
import org.probity.board.event.Tally;
import org.probity.board.event.VoteChoice;
import org.probity.command.DomainFixture.Somebody;
import org.probity.id.AimCode;
import org.probity.id.PersonId;
import org.probity.policy.command.PolicyRule;

class DecidingTest extends BoardOfEight {

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
        Somebody sharing = sharingWith(3);
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
    void a_decision_serves_an_aim_of_the_body() {
        open(8);
        fixture.when(members.get(0), consensus(List.of())).thenRefused(PolicyRule.AIMS_REQUIRED);
        fixture.when(members.get(0), consensus(List.of(new AimCode("growth"))))
                .thenRefused(PolicyRule.AIM_UNKNOWN, "aim", "growth");
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
    void a_vote_that_lost_its_quorum_is_abandoned_and_the_item_deferred() {
        open(8);
        fixture.given(secretary, vote(false), leaves(6), leaves(7));
        fixture.when(secretary, new CloseVote(meeting, 1)).thenRefused(INQUORATE);
        fixture.when(secretary, new DeferItem(meeting, 1, "No quorum")).thenRefused(VOTE_OPEN);
        fixture.when(secretary, new AbandonVote(meeting, 1, "No quorum any more"))
                .then(new VoteVoided(meeting, 1, "No quorum any more"));
        fixture.when(secretary, new DeferItem(meeting, 1, "No quorum")).thenAccepted();
        fixture.when(secretary, new AbandonVote(meeting, 1, "Again")).thenRefused(NO_VOTE_OPEN);
    }

    @Test
    void only_who_conducts_a_vote_abandons_it() {
        open(8);
        fixture.given(secretary, vote(false))
                .when(members.get(3), new AbandonVote(meeting, 1, "I do not like it"))
                .thenRefused(MatterRule.NOT_PRESIDING);
    }

    @Test
    void who_may_not_vote_is_not_told_whether_a_vote_is_open() {
        open(8);
        Somebody outsider = fixture.somebody(CLINICIAN);
        fixture.when(outsider, new CastVote(meeting, 1, VoteChoice.FOR)).thenRefused(NOT_ENTITLED_TO_VOTE);
        fixture.given(secretary, vote(true));
        fixture.when(outsider, new CastVote(meeting, 1, VoteChoice.FOR)).thenRefused(NOT_ENTITLED_TO_VOTE);
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
    void nothing_is_decided_while_nobody_presides() {
        openWithoutChair(8);
        fixture.when(secretary, hands(List.of(0), List.of(), List.of())).thenRefused(NOBODY_PRESIDES);
        fixture.given(secretary, takeChair(0), leaves(0))
                .when(secretary, hands(List.of(1), List.of(), List.of()))
                .thenRefused(NOBODY_PRESIDES);
    }

    @Test
    void a_vote_that_is_not_secret_takes_no_ballot_papers() {
        open(8);
        fixture.given(secretary, vote(false))
                .when(secretary, new ReceiveBallot(meeting, 1, person(2)))
                .thenRefused(BALLOT_NOT_SECRET);
    }

    @Test
    void two_who_share_a_seat_hand_in_one_ballot() {
        Somebody sharing = sharingWith(3);
        open(8);
        fixture.given(secretary, new RecordAttendance(meeting, sharing.person(), Movement.ARRIVED, now()), vote(true))
                .given(secretary, new ReceiveBallot(meeting, 1, person(3)))
                .when(secretary, new ReceiveBallot(meeting, 1, sharing.person()))
                .thenRefused(BALLOT_RECEIVED);
    }
}
