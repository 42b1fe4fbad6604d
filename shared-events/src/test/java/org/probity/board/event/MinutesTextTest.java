package org.probity.board.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.probity.board.event.DecisionEvent.DecisionRecorded;
import org.probity.board.event.MeetingEvent.*;
import org.probity.board.event.MinutesEvent.*;
import org.probity.event.Event;
import org.probity.id.AimCode;
import org.probity.id.BoardId;
import org.probity.id.DecisionId;
import org.probity.id.MatterId;
import org.probity.id.MatterKind;
import org.probity.id.MeetingId;
import org.probity.id.OrganisationCode;
import org.probity.id.PersonId;
import org.probity.id.RulePackVersion;
import org.probity.id.Sha256;
import org.probity.interests.event.Mitigation;

/**
 * What minutes say, to the byte. The files are never changed: a text that was circulated must be computed as it was, so
 * another form of it needs a way to tell by the events which form is meant.
 */
@NullMarked
class MinutesTextTest {

    private static final MeetingId MEETING = new MeetingId(id(1));
    private static final MeetingId EARLIER = new MeetingId(id(2));
    private static final BoardId BOARD = new BoardId(id(3));
    private static final BoardId OTHER_BOARD = new BoardId(id(4));
    private static final DecisionId VOTED = new DecisionId(id(5));
    private static final DecisionId AGREED = new DecisionId(id(6));
    private static final OrganisationCode BODY = new OrganisationCode("INV00001");
    private static final RulePackVersion PACK = new RulePackVersion("probity-1");
    private static final PersonId CHAIR = new PersonId(id(11));
    private static final PersonId DEPUTY = new PersonId(id(12));
    private static final PersonId CONFLICTED = new PersonId(id(13));
    private static final PersonId OFFICER = new PersonId(id(14));
    private static final PersonId AWAY = new PersonId(id(15));
    private static final PersonId GUEST = new PersonId(id(16));
    private static final Instant STARTS = at("14:00");

    @Test
    void a_meeting_gives_these_minutes() {
        Minutes minutes = Minutes.of(meeting(), MinutesTextTest::decision);

        assertThat(minutes.publicText()).isEqualTo(new MinutesText(golden("public.txt"), true));
        assertThat(minutes.privateText()).hasValue(new MinutesText(golden("private.txt"), true));
    }

    @Test
    void from_whom_matters_are_closed_reads_titles_and_what_is_published_and_is_told_that_more_was_said() {
        Set<MatterId> closed = Set.of(matter(1), matter(3), matter(9));
        Minutes minutes = Minutes.of(meeting(), MinutesTextTest::decision, closed::contains);

        assertThat(minutes.publicText()).isEqualTo(new MinutesText(golden("public-withdrawn.txt"), false));
        assertThat(minutes.privateText()).hasValue(new MinutesText(golden("private-withdrawn.txt"), false));
    }

    @Test
    void in_which_order_people_and_items_were_named_changes_nothing() {
        List<Event> events = new ArrayList<>(meeting());
        events.replaceAll(event -> event instanceof MeetingOpened e
                ? new MeetingOpened(
                        e.meeting(),
                        e.board(),
                        e.at(),
                        new Roll(e.roll().members().reversed(), e.roll().votingSeats()),
                        e.terms(),
                        e.rulePack(),
                        e.chair(),
                        e.deputy(),
                        e.present().reversed())
                : event);
        Collections.swap(events, 1, 2);

        assertThat(hash(events)).isEqualTo(hash(meeting()));
    }

    @Test
    void what_happens_after_the_meeting_changes_nothing_unless_it_says_what_happened_in_it() {
        List<Event> after = List.of(
                new MinutesCirculated(MEETING, 1, Sha256.of("one"), null),
                new ActionCompleted(MEETING, 1, LocalDate.parse("2026-03-20")),
                new MemberSteppedOut(MEETING, matter(1), DEPUTY, Mitigation.WITHDRAW),
                new MemberSteppedIn(MEETING, matter(1), CONFLICTED, Instant.EPOCH));
        assertThat(hash(with(after))).isEqualTo(hash(meeting()));

        Event correction = new AttendanceCorrected(MEETING, OFFICER, List.of(), "Was never there");
        assertThat(hash(with(List.of(correction)))).isNotEqualTo(hash(meeting()));
        assertThat(hash(with(List.of(approved(), correction)))).isEqualTo(hash(meeting()));
    }

    @Test
    void what_a_user_wrote_cannot_pass_for_a_line_of_the_minutes() {
        Event written = new ActionRaised(
                MEETING, 9, null, OFFICER, "Write\r\nOutcome: lost\u2028ITEM 9", LocalDate.parse("2026-04-01"));

        assertThat(Minutes.of(with(List.of(written)), MinutesTextTest::decision)
                        .publicText()
                        .text())
                .contains("\nTask: Write\n    Outcome: lost\n    ITEM 9\n");
    }

    @Test
    void without_a_private_item_there_is_no_private_text() {
        assertThat(Minutes.of(meeting().subList(0, 2), MinutesTextTest::decision)
                        .privateText())
                .isEmpty();
    }

    private static List<Sha256> hash(List<Event> events) {
        Minutes minutes = Minutes.of(events, MinutesTextTest::decision);
        return List.of(
                minutes.publicText().sha256(),
                minutes.privateText().orElseThrow().sha256());
    }

    private static List<Event> with(List<Event> after) {
        List<Event> all = new ArrayList<>(meeting());
        all.addAll(after);
        return all;
    }

    private static Event approved() {
        return new MinutesApproved(
                MEETING, 1, Sha256.of("one"), null, new MeetingId(id(7)), CHAIR, quorum(Map.of(), Set.of(CHAIR)));
    }

    private static List<Event> meeting() {
        return List.of(
                new MeetingConvened(MEETING, BOARD, BODY, STARTS, 2, "A site closes on Friday"),
                item(1, "Stroke sites", true, List.of(paper("Case for change"))),
                item(2, "Rehabilitation at home", true, List.of()),
                item(3, "A contract", false, List.of(paper("Offers"))),
                item(4, "Ambulance standards", true, List.of()),
                item(5, "A complaint", false, List.of()),
                new ApologiesSent(MEETING, AWAY),
                new MeetingOpened(
                        MEETING,
                        BOARD,
                        STARTS,
                        roll(),
                        terms(),
                        PACK,
                        CHAIR,
                        DEPUTY,
                        List.of(CHAIR, DEPUTY, CONFLICTED, OFFICER)),
                new ChairTaken(MEETING, CHAIR, PresiderRole.CHAIR, null, STARTS),
                new EarlierMinutesApproved(MEETING, EARLIER),
                new AttendanceRecorded(MEETING, GUEST, Movement.ARRIVED, at("14:05")),
                new MemberSteppedOut(MEETING, matter(1), CONFLICTED, Mitigation.WITHDRAW),
                new MemberSteppedOut(MEETING, matter(1), GUEST, Mitigation.NOTE_ONLY),
                new MemberSteppedIn(MEETING, matter(1), GUEST, Instant.EPOCH),
                new VoteOpened(MEETING, 1, VOTED, false, resolution()),
                new VoteCast(MEETING, 1, CHAIR, VoteChoice.FOR),
                new VoteCast(MEETING, 1, DEPUTY, VoteChoice.AGAINST),
                new VoteTied(
                        MEETING,
                        1,
                        VOTED,
                        DecisionProcedure.BALLOT,
                        resolution(),
                        new Tally(1, 1, 1, 0),
                        List.of(),
                        at("14:20")),
                new CastingVoteGiven(MEETING, 1, CHAIR, VoteChoice.FOR),
                new ItemDecided(MEETING, 1, VOTED, DecisionOutcome.CARRIED, Instant.EPOCH),
                new AttendanceRecorded(MEETING, GUEST, Movement.LEFT, at("14:30")),
                new ItemDeferred(MEETING, 2, "The figures are missing"),
                new MemberSteppedOut(MEETING, matter(3), CHAIR, Mitigation.DISCUSS_NO_VOTE),
                new ChairTaken(MEETING, DEPUTY, PresiderRole.DEPUTY, 3, at("14:40")),
                new ItemDecided(MEETING, 3, AGREED, DecisionOutcome.CARRIED, Instant.EPOCH),
                new ItemReferred(MEETING, 4, OTHER_BOARD, "Not for this board"),
                new ItemDeferred(MEETING, 5, "Nobody has answered it"),
                new ActionRaised(MEETING, 2, 3, DEPUTY, "Sign the contract", LocalDate.parse("2026-04-01")),
                new ActionRaised(MEETING, 1, 1, OFFICER, "Tell the sites", LocalDate.parse("2026-03-20")),
                new ActionRaised(MEETING, 3, null, OFFICER, "Book the room", LocalDate.parse("2026-03-21")),
                new RatificationFellDue(MEETING, matter(3), new DecisionId(id(31))),
                new RatificationConsidered(MEETING, matter(3), new DecisionId(id(31)), AGREED, DecisionOutcome.CARRIED),
                new RatificationCarriedOver(MEETING, matter(2), new DecisionId(id(32))),
                new RatificationCarriedOver(MEETING, matter(8), new DecisionId(id(38))),
                new RatificationCarriedOver(MEETING, matter(9), new DecisionId(id(39))),
                new MeetingClosed(MEETING, at("15:00")),
                new AttendanceCorrected(
                        MEETING, OFFICER, List.of(new Presence(STARTS, at("14:50"))), "Left before the end"),
                new MinutesCorrected(MEETING, 1, 1, "Two sites, not three", "A slip"),
                new MinutesCorrected(MEETING, 2, 3, "Offers of three suppliers", "One was left out"),
                new MinutesCorrected(MEETING, 3, null, "The room was room 4", "A slip"));
    }

    private static DecisionRecorded decision(DecisionId which) {
        return which.equals(VOTED)
                ? decided(
                        VOTED,
                        1,
                        DecisionProcedure.BALLOT,
                        CHAIR,
                        new Tally(1, 1, 1, 0),
                        VoteChoice.FOR,
                        List.of(
                                new RecordedVote(CHAIR, VoteChoice.FOR),
                                new RecordedVote(DEPUTY, VoteChoice.AGAINST),
                                new RecordedVote(OFFICER, VoteChoice.ABSTAIN)),
                        quorum(Map.of(CONFLICTED, Mitigation.WITHDRAW), Set.of(CHAIR, DEPUTY, CONFLICTED, OFFICER)))
                : decided(
                        AGREED,
                        3,
                        DecisionProcedure.CONSENSUS,
                        DEPUTY,
                        null,
                        null,
                        List.of(),
                        quorum(Map.of(CHAIR, Mitigation.DISCUSS_NO_VOTE), Set.of(CHAIR, DEPUTY, CONFLICTED, OFFICER)));
    }

    private static DecisionRecorded decided(
            DecisionId decision,
            int item,
            DecisionProcedure procedure,
            PersonId presider,
            @Nullable Tally tally,
            @Nullable VoteChoice castingVote,
            List<RecordedVote> votes,
            QuorumCount quorum) {
        return new DecisionRecorded(
                decision,
                BODY,
                BOARD,
                MEETING,
                item,
                matter(item),
                DecisionKind.DECIDE,
                procedure,
                DecisionOutcome.CARRIED,
                resolution(),
                at("14:20"),
                presider,
                tally,
                votes,
                castingVote,
                List.of(CHAIR, DEPUTY, CONFLICTED, OFFICER),
                List.of(),
                quorum,
                PACK);
    }

    private static QuorumCount quorum(Map<PersonId, Mitigation> mitigations, Set<PersonId> present) {
        return QuorumCount.of(terms(), roll(), present, mitigations);
    }

    private static Roll roll() {
        return new Roll(
                List.of(
                        new RollMember(CHAIR, BoardCapacity.NON_OFFICER, 1),
                        new RollMember(DEPUTY, BoardCapacity.NON_OFFICER, 2),
                        new RollMember(CONFLICTED, BoardCapacity.NON_OFFICER, 3),
                        new RollMember(OFFICER, BoardCapacity.OFFICER, 4),
                        new RollMember(AWAY, BoardCapacity.SUPPORT_STAFF, null)),
                5);
    }

    private static TermsOfReference terms() {
        return new TermsOfReference(
                List.of(DecisionKind.DECIDE),
                List.of(new MatterKind("service-change")),
                new QuorumRule(1, 3),
                List.of(new CapacityMinimum(BoardCapacity.OFFICER, 1)),
                true,
                3,
                true,
                5);
    }

    private static Resolution resolution() {
        return new Resolution(
                "Two sites.\nNo more.",
                "Shorter journeys",
                List.of(paper("Travel times")),
                List.of(new AimCode("pathways"), new AimCode("equity")),
                LocalDate.parse("2026-04-01"),
                new DecisionId(id(9)));
    }

    private static AgendaItemAdded item(int number, String title, boolean open, List<Document> papers) {
        return new AgendaItemAdded(
                MEETING, number, matter(number), title, DecisionKind.DECIDE, open, papers, number == 4);
    }

    private static Document paper(String title) {
        return new Document(title, Sha256.of(title));
    }

    private static MatterId matter(int item) {
        return new MatterId(id(20 + item));
    }

    private static Instant at(String time) {
        return Instant.parse("2026-03-10T" + time + ":00Z");
    }

    private static UUID id(int last) {
        return UUID.fromString("00000000-0000-4000-8000-%012d".formatted(last));
    }

    private static String golden(String file) {
        try (InputStream stream = MinutesTextTest.class.getResourceAsStream("/minutes/" + file)) {
            return new String(Objects.requireNonNull(stream, file).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
