package org.probity.board.command;

import static org.probity.people.event.Authority.BOARD_MEMBER;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.probity.board.command.ChairsActionCommand.*;
import org.probity.board.command.DecidingCommand.*;
import org.probity.board.command.DecisionCommand.*;
import org.probity.board.command.MeetingCommand.*;
import org.probity.board.event.BoardCapacity;
import org.probity.board.event.BoardEvent.BoardMemberAssigned;
import org.probity.board.event.DecisionKind;
import org.probity.board.event.Resolution;
import org.probity.command.Command;
import org.probity.command.DomainFixture.Somebody;
import org.probity.id.DecisionId;
import org.probity.people.event.PersonEvent.PersonRegistered;
import org.probity.people.event.Profession;

/** The board of eight with a chief officer as its ninth member, and the words for what is done between its meetings. */
abstract class ActingBoard extends BoardOfEight {

    final DecisionId action = new DecisionId(UUID.randomUUID());

    /** The ninth member. */
    @BeforeEach
    void a_chief_officer() {
        seated(BoardCapacity.CHIEF_OFFICER);
    }

    Somebody seated(BoardCapacity capacity) {
        Somebody member = fixture.somebody(BOARD_MEMBER);
        members.add(member);
        fixture.given(
                new PersonRegistered(member.person(), null, null, Profession.MANAGER, null, null, true),
                new BoardMemberAssigned(board, member.person(), capacity, true, year(), null, null, null));
        return member;
    }

    Somebody chair() {
        return members.get(0);
    }

    Somebody chiefOfficer() {
        return members.get(8);
    }

    /** The matter is raised, and the chair acted on it with the chief officer. */
    void acted() {
        fixture.given(secretary, raise(matter, SERVICE_CHANGE));
        actedOnRaised();
    }

    void actedOnRaised() {
        fixture.given(chair(), propose()).given(chiefOfficer(), agree());
    }

    ProposeChairsAction propose() {
        return propose(List.of(2, 3));
    }

    ProposeChairsAction propose(List<Integer> consulted) {
        return new ProposeChairsAction(
                action, board, matter, resolution(), "The site closes on Friday", people(consulted));
    }

    AgreeToChairsAction agree() {
        return new AgreeToChairsAction(action);
    }

    /** The chair acted, and the next meeting is open with the matter on its agenda. */
    void openAfterAction(int present) {
        fixture.given(secretary, raise(matter, SERVICE_CHANGE));
        openAfterActionOnRaised(present);
    }

    void openAfterActionOnRaised(int present) {
        actedOnRaised();
        convened()
                .given(secretary, item(1, matter, DecisionKind.DECIDE))
                .at("2026-03-10T14:30:00Z")
                .given(secretary, open(STARTS, present), takeChair(0));
    }

    RecordShowOfHands answering(
            int item, @Nullable DecisionId answered, List<Integer> inFavour, List<Integer> against) {
        return answering(item, decision, answered, inFavour, against);
    }

    RecordShowOfHands answering(
            int item, DecisionId by, @Nullable DecisionId answered, List<Integer> inFavour, List<Integer> against) {
        return new RecordShowOfHands(
                meeting, item, by, now(), answer(answered), people(inFavour), people(against), List.of());
    }

    static Resolution answer(@Nullable DecisionId answered) {
        return new Resolution(
                "The board stands behind it",
                "It could not wait",
                List.of(),
                List.of(PATHWAYS),
                LocalDate.parse("2026-03-10"),
                answered);
    }

    RatifyDecision ratify() {
        return new RatifyDecision(action, meeting, decision);
    }

    RefuseRatification refuse() {
        return new RefuseRatification(action, meeting, decision, "It could have waited");
    }

    CloseMeeting close() {
        return new CloseMeeting(meeting, now());
    }

    /** Two commands at the same moment, and the rules that refused them. */
    List<@Nullable String> together(Somebody one, Command first, Somebody other, Command second) throws Exception {
        var start = new CyclicBarrier(2);
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<@Nullable String> done = executor.submit(() -> {
                start.await();
                return fixture.when(one, first).refusedBy();
            });
            start.await();
            String refused = fixture.when(other, second).refusedBy();
            List<@Nullable String> both = new ArrayList<>();
            both.add(done.get());
            both.add(refused);
            return both;
        }
    }

    static DecisionId newDecision() {
        return new DecisionId(UUID.randomUUID());
    }
}
