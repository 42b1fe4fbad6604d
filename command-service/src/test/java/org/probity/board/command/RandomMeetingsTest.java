package org.probity.board.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.probity.board.command.MeetingRule.*;
import static org.probity.command.DomainFixture.newBody;
import static org.probity.people.event.Authority.*;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.probity.board.command.DecidingCommand.*;
import org.probity.board.command.MatterCommand.*;
import org.probity.board.command.MeetingCommand.*;
import org.probity.board.event.BoardCapacity;
import org.probity.board.event.BoardEvent.BoardEstablished;
import org.probity.board.event.BoardKind;
import org.probity.board.event.DecisionEvent.DecisionRecorded;
import org.probity.board.event.DecisionKind;
import org.probity.board.event.DecisionOutcome;
import org.probity.board.event.MatterEvent.*;
import org.probity.board.event.MeetingEvent.*;
import org.probity.board.event.Movement;
import org.probity.board.event.PresiderRole;
import org.probity.board.event.QuorumRule;
import org.probity.board.event.Resolution;
import org.probity.board.event.Roll;
import org.probity.board.event.RollMember;
import org.probity.board.event.Tally;
import org.probity.board.event.TermsOfReference;
import org.probity.board.event.VoteChoice;
import org.probity.command.DomainFixture;
import org.probity.command.DomainFixture.Result;
import org.probity.command.DomainFixture.Somebody;
import org.probity.id.AimCode;
import org.probity.id.BoardId;
import org.probity.id.DecisionId;
import org.probity.id.MatterId;
import org.probity.id.MatterKind;
import org.probity.id.MeetingId;
import org.probity.id.OrganisationCode;
import org.probity.id.PersonId;
import org.probity.id.RulePackVersion;
import org.probity.interests.event.Mitigation;
import org.probity.people.event.PersonEvent.PersonRegistered;
import org.probity.people.event.Profession;
import org.probity.policy.event.Aim;
import org.probity.policy.event.AimsEvent.AimsAdopted;

/**
 * Holds seeded random meetings with real commands: people come late and leave early, conflicts are decided and lifted,
 * seats are vacant or shared, votes tie. A naive model that keeps a table of minutes says what must come of each.
 */
class RandomMeetingsTest {

    private static final int MEETINGS = 200;
    private static final int MINUTES = 60;

    /** When the commands are given; nobody moves after the last minute. */
    private static final int END = 120;

    private static final String[] CHAIR_DECIDES = {"FOR", "AGAINST", "DECLINE"};

    private final DomainFixture fixture = new DomainFixture();
    private final OrganisationCode body = newBody();
    private final BoardId board = new BoardId(UUID.randomUUID());
    private Somebody secretary = fixture.serving(body, BOARD_SECRETARY);
    private final List<Somebody> people = new ArrayList<>();
    private int ties;

    /** One person of a meeting, minute by minute, as the model knows them. */
    private static final class Row {
        private final int seat;
        private final boolean[] there = new boolean[MINUTES];
        private @Nullable Mitigation mitigation;
        private boolean liftedAtTheEnd;
        private @Nullable VoteChoice hand;

        private Row(int seat) {
            this.seat = seat;
        }

        /** Conflicts are decided, and some lifted again, after the last minute: what is lifted held until then. */
        boolean mayVote(int minute) {
            boolean free =
                    mitigation == null || mitigation == Mitigation.NOTE_ONLY || (liftedAtTheEnd && minute == END);
            return seat > 0 && there[Math.min(minute, MINUTES - 1)] && free;
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13, 14, 15})
    void what_comes_of_a_meeting_is_what_the_sentences_say(long seed) {
        board();
        var random = new Random(seed);
        var seen = new TreeMap<String, Integer>();
        for (int i = 0; i < MEETINGS; i++) {
            Instant starts = Instant.parse("2026-03-02T10:00:00Z").plus(Duration.ofDays(i));
            if (i % 20 == 0) {
                secretary = fixture.serving(body, BOARD_SECRETARY); // of one the refusals of a minute are limited
            }
            String came = hold(random, starts);
            seen.merge(came, 1, Integer::sum);
        }
        assertThat(seen).containsKeys("CARRIED", "LOST", "inquorate");
        assertThat(ties).isPositive();
    }

    private void board() {
        TermsOfReference terms = terms(new QuorumRule(1, 3));
        fixture.given(
                new BoardEstablished(board, body, BoardKind.PATHWAY_DELIVERY_BOARD, "Board", null, terms),
                new AimsAdopted(body, List.of(new Aim(new AimCode("care"), "Better care"))));
        for (int i = 0; i < 9; i++) {
            Somebody somebody = fixture.somebody(BOARD_MEMBER);
            people.add(somebody);
            fixture.given(new PersonRegistered(somebody.person(), null, null, Profession.NURSE, null, null, true));
        }
    }

    private static TermsOfReference terms(QuorumRule quorum) {
        return new TermsOfReference(
                List.of(DecisionKind.DECIDE),
                List.of(new MatterKind("strategy")),
                quorum,
                List.of(),
                false,
                3,
                true,
                null);
    }

    /** The rule that refused the decision, or its outcome. */
    private String hold(Random random, Instant starts) {
        var meeting = new MeetingId(UUID.randomUUID());
        var matter = new MatterId(UUID.randomUUID());
        QuorumRule quorum = new QuorumRule(1, 2 + random.nextInt(2));
        List<Row> rows = rows(random);
        int seats = (int) rows.stream()
                .map(row -> row.seat)
                .filter(seat -> seat > 0)
                .distinct()
                .count();
        int votingSeats = seats + random.nextInt(3);
        open(meeting, matter, starts, rows, new Roll(roll(rows), votingSeats), terms(quorum));
        fixture.at(starts.plus(Duration.ofHours(2)).toString());
        move(random, meeting, starts, rows);
        conflicts(random, matter, rows);
        var decision = new DecisionId(UUID.randomUUID());
        boolean ballot = random.nextBoolean();
        int minute = ballot ? END : 1 + random.nextInt(MINUTES - 1); // of the room, which the secretary names
        raise(random, rows, minute);
        Result result = ballot
                ? vote(random, meeting, decision, rows)
                : fixture.when(secretary, hands(meeting, decision, starts, minute, rows));
        String expected = expected(rows, minute, votingSeats, quorum);
        if (!expected.equals("TIED")) {
            return compare(result, expected, rows);
        }
        ties++;
        result.thenAccepted();
        String choice = any(random, CHAIR_DECIDES);
        String after = choice.equals("FOR") ? "CARRIED" : "LOST";
        if (!rows.getFirst().mayVote(END)) {
            after = NOBODY_PRESIDES.code();
        } else if (!isQuorate(rows, END, votingSeats, quorum)) {
            after = INQUORATE.code();
        }
        return compare(fixture.when(people.getFirst(), casting(meeting, choice)), after, rows);
    }

    /** Everybody votes with their own login, some change their mind; what opened the vote where it was refused. */
    private Result vote(Random random, MeetingId meeting, DecisionId decision, List<Row> rows) {
        Result opened = fixture.when(secretary, new OpenVote(meeting, 1, decision, false, resolution()));
        if (opened.refusedBy() != null) {
            rows.stream().filter(row -> !row.mayVote(END)).forEach(row -> row.hand = null);
            return opened;
        }
        for (int i = 0; i < rows.size(); i++) {
            Row row = rows.get(i);
            for (int times = random.nextInt(3); row.hand != null && times >= 0; times--) {
                row.hand = any(random, VoteChoice.values());
                Result cast = fixture.when(people.get(i), new CastVote(meeting, 1, row.hand));
                if (!row.mayVote(END)) {
                    cast.thenRefused(NOT_ENTITLED_TO_VOTE);
                    row.hand = null;
                }
            }
        }
        return fixture.when(secretary, new CloseVote(meeting, 1));
    }

    private static DecidingCommand casting(MeetingId meeting, String choice) {
        return choice.equals("DECLINE")
                ? new DeclineCastingVote(meeting, 1)
                : new UseCastingVote(meeting, 1, VoteChoice.valueOf(choice));
    }

    private static String compare(Result result, String expected, List<Row> rows) {
        String refused = result.refusedBy();
        if (refused != null) {
            assertThat(refused).isEqualTo(expected);
            return refused;
        }
        DecisionRecorded decided = BoardOfEight.decided(result.thenEvents());
        assertThat(decided.outcome().name()).isEqualTo(expected);
        assertThat(decided.tally()).isEqualTo(tally(rows));
        return decided.outcome().name();
    }

    /** The chair and three to eight others; some share a seat, some do not vote. */
    private List<Row> rows(Random random) {
        var rows = new ArrayList<Row>(List.of(new Row(1)));
        int seat = 1;
        int others = 3 + random.nextInt(6);
        for (int i = 0; i < others; i++) {
            boolean shares = seat > 1 && random.nextInt(5) == 0 && rows.getLast().seat == seat && !isShared(rows, seat);
            rows.add(new Row(shares ? seat : random.nextInt(8) == 0 ? 0 : ++seat));
        }
        return rows;
    }

    private static boolean isShared(List<Row> rows, int seat) {
        return rows.stream().filter(row -> row.seat == seat).count() > 1;
    }

    private List<RollMember> roll(List<Row> rows) {
        var members = new ArrayList<RollMember>();
        for (int i = 0; i < rows.size(); i++) {
            int seat = rows.get(i).seat;
            members.add(new RollMember(people.get(i).person(), BoardCapacity.NON_OFFICER, seat > 0 ? seat : null));
        }
        return members;
    }

    private void open(
            MeetingId meeting, MatterId matter, Instant starts, List<Row> rows, Roll roll, TermsOfReference terms) {
        fixture.given(
                new MatterRaised(matter, board, new MatterKind("strategy"), "Stroke sites", List.of()),
                new MeetingConvened(meeting, board, body, starts, 7, null),
                new AgendaItemAdded(meeting, 1, matter, "Stroke sites", DecisionKind.DECIDE, true, List.of(), false),
                new MatterTabled(matter, meeting, 1),
                new MeetingOpened(
                        meeting,
                        board,
                        starts,
                        roll,
                        terms,
                        new RulePackVersion("probity-1"),
                        people.getFirst().person(),
                        null,
                        List.of(people.getFirst().person())),
                new ChairTaken(meeting, people.getFirst().person(), PresiderRole.CHAIR, null, starts));
        Arrays.fill(rows.getFirst().there, true);
    }

    /** Everybody else comes at some minute or not at all, and may leave, and come again. */
    private void move(Random random, MeetingId meeting, Instant starts, List<Row> rows) {
        for (int i = 0; i < rows.size(); i++) {
            boolean there = i == 0;
            int minute = 0;
            for (int moves = random.nextInt(4); moves > 0; moves--) {
                minute += 1 + random.nextInt(25);
                if (minute >= MINUTES) {
                    break;
                }
                there = !there;
                Arrays.fill(rows.get(i).there, minute, MINUTES, there);
                fixture.given(
                        secretary,
                        new RecordAttendance(
                                meeting,
                                people.get(i).person(),
                                there ? Movement.ARRIVED : Movement.LEFT,
                                starts.plus(Duration.ofMinutes(minute))));
            }
        }
    }

    /** Whoever presides decides on some, and lifts some of that again; the clock is past the last minute. */
    private void conflicts(Random random, MatterId matter, List<Row> rows) {
        boolean presides = rows.getFirst().there[MINUTES - 1];
        for (int i = 1; i < rows.size(); i++) {
            if (!presides || random.nextInt(4) > 0) {
                continue;
            }
            PersonId person = people.get(i).person();
            Mitigation mitigation = any(random, Mitigation.values());
            fixture.given(people.getFirst(), new RecuseMember(matter, person, mitigation, "Employed there"));
            rows.get(i).mitigation = mitigation;
            if (random.nextInt(4) == 0) {
                fixture.given(people.getFirst(), new LiftRecusal(matter, person, "Not any more"));
                rows.get(i).liftedAtTheEnd = true;
            }
        }
    }

    /** Those who may vote raise a hand or abstain; now and then somebody who may not. */
    private static void raise(Random random, List<Row> rows, int minute) {
        for (Row row : rows) {
            boolean raises = row.mayVote(minute) ? random.nextInt(6) > 0 : random.nextInt(40) == 0;
            row.hand = raises ? any(random, VoteChoice.values()) : null;
        }
    }

    private RecordShowOfHands hands(
            MeetingId meeting, DecisionId decision, Instant starts, int minute, List<Row> rows) {
        var raised = new HashMap<VoteChoice, List<PersonId>>();
        for (int i = 0; i < rows.size(); i++) {
            VoteChoice hand = rows.get(i).hand;
            if (hand != null) {
                raised.computeIfAbsent(hand, anew -> new ArrayList<>())
                        .add(people.get(i).person());
            }
        }
        return new RecordShowOfHands(
                meeting,
                1,
                decision,
                starts.plus(Duration.ofMinutes(minute)),
                resolution(),
                raised.getOrDefault(VoteChoice.FOR, List.of()),
                raised.getOrDefault(VoteChoice.AGAINST, List.of()),
                raised.getOrDefault(VoteChoice.ABSTAIN, List.of()));
    }

    private static <T> T any(Random random, T[] all) {
        return all[random.nextInt(all.length)];
    }

    private static Resolution resolution() {
        return new Resolution(
                "Two sites",
                "Shorter journeys",
                List.of(),
                List.of(new AimCode("care")),
                LocalDate.parse("2026-04-01"),
                null);
    }

    private static String expected(List<Row> rows, int minute, int votingSeats, QuorumRule quorum) {
        if (!isQuorate(rows, minute, votingSeats, quorum)) {
            return INQUORATE.code();
        }
        for (Row row : rows) {
            if (row.hand != null && !row.mayVote(minute)) {
                return NOT_ENTITLED_TO_VOTE.code();
            }
        }
        if (!rows.getFirst().mayVote(minute)) {
            return NOBODY_PRESIDES.code();
        }
        Tally tally = tally(rows);
        if (tally.inFavour() == tally.against()) {
            return "TIED";
        }
        return tally.inFavour() > tally.against() ? DecisionOutcome.CARRIED.name() : DecisionOutcome.LOST.name();
    }

    private static boolean isQuorate(List<Row> rows, int minute, int votingSeats, QuorumRule quorum) {
        long counting = rows.stream()
                .filter(row -> row.mayVote(minute))
                .map(row -> row.seat)
                .distinct()
                .count();
        return counting * quorum.denominator() >= (long) votingSeats * quorum.numerator();
    }

    private static Tally tally(List<Row> rows) {
        Map<Integer, List<VoteChoice>> bySeat = new HashMap<>();
        for (Row row : rows) {
            if (row.hand != null) {
                bySeat.computeIfAbsent(row.seat, anew -> new ArrayList<>()).add(row.hand);
            }
        }
        int[] counts = new int[4];
        for (List<VoteChoice> hands : bySeat.values()) {
            boolean agree = hands.stream().distinct().count() == 1;
            counts[
                    !agree
                            ? 3
                            : hands.getFirst() == VoteChoice.FOR
                                    ? 0
                                    : hands.getFirst() == VoteChoice.AGAINST ? 1 : 2]++;
        }
        return new Tally(counts[0], counts[1], counts[2], counts[3]);
    }
}
