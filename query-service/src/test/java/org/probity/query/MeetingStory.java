package org.probity.query;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.probity.board.event.BoardCapacity;
import org.probity.board.event.BoardEvent.BoardEstablished;
import org.probity.board.event.BoardEvent.BoardMemberAssigned;
import org.probity.board.event.BoardEvent.ChairAppointed;
import org.probity.board.event.BoardKind;
import org.probity.board.event.DecisionEvent.ChairsActionTaken;
import org.probity.board.event.DecisionEvent.DecisionRecorded;
import org.probity.board.event.DecisionKind;
import org.probity.board.event.DecisionOutcome;
import org.probity.board.event.DecisionProcedure;
import org.probity.board.event.Document;
import org.probity.board.event.Effect;
import org.probity.board.event.MatterEvent.*;
import org.probity.board.event.MeetingEvent.*;
import org.probity.board.event.PresiderRole;
import org.probity.board.event.QuorumCount;
import org.probity.board.event.RecordedVote;
import org.probity.board.event.Resolution;
import org.probity.board.event.Roll;
import org.probity.board.event.RollMember;
import org.probity.board.event.StatedEffect;
import org.probity.board.event.SteppedOut;
import org.probity.board.event.Tally;
import org.probity.board.event.VoteChoice;
import org.probity.event.Event;
import org.probity.event.Term;
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
import org.probity.people.event.Profession;

/**
 * A board of four, a matter and a meeting, told step by step. Presider, first and second vote; the fourth member has a
 * conflict. What must not reach whoever withdrew contains {@link #SECRET}.
 */
public final class MeetingStory {

    /** In every text and number that is closed with the matter. */
    public static final String SECRET = "Confidential";

    public final ReadFixture fixture;
    public final OrganisationCode body;
    public final BoardId board = new BoardId(UUID.randomUUID());
    public final MatterId matter = new MatterId(UUID.randomUUID());
    public final MeetingId meeting = new MeetingId(UUID.randomUUID());
    public final DecisionId decision = new DecisionId(UUID.randomUUID());
    public final PersonId presider;
    public final PersonId first;
    public final PersonId second;
    public final PersonId conflicted;
    public final Instant starts;
    private @Nullable DecisionId answered;

    public MeetingStory(ReadFixture fixture) {
        this(fixture, BoardKind.PATHWAY_DELIVERY_BOARD);
    }

    public MeetingStory(ReadFixture fixture, BoardKind kind) {
        this(fixture, ReadFixture.newBody(), kind);
    }

    MeetingStory(ReadFixture fixture, OrganisationCode body, BoardKind kind) {
        this.fixture = fixture;
        this.body = body;
        presider = fixture.person(Profession.GP);
        first = fixture.person(Profession.NURSE);
        second = fixture.person(Profession.GP);
        conflicted = fixture.person(Profession.GP);
        starts = fixture.now();
        fixture.given(
                new BoardEstablished(board, body, kind, "Board of " + body.value(), null, Story.terms()),
                seat(presider),
                seat(first),
                seat(second),
                seat(conflicted),
                new ChairAppointed(board, presider, sinceLongAgo()));
    }

    private BoardMemberAssigned seat(PersonId person) {
        return new BoardMemberAssigned(
                board, person, BoardCapacity.CLINICAL_LEAD, true, sinceLongAgo(), null, null, null);
    }

    private static Term sinceLongAgo() {
        return new Term(LocalDate.EPOCH, null);
    }

    /** The matter is raised and on the agenda as item 1. */
    public MeetingStory tabled(boolean open) {
        fixture.given(
                new MatterRaised(
                        matter,
                        board,
                        new MatterKind("service-change"),
                        "Stroke sites",
                        List.of(new StatedEffect(new OrganisationCode("INVSECRET"), null, Effect.LOSES))),
                new MeetingConvened(meeting, board, body, starts, 7, null),
                tabled(meeting, open),
                new MatterTabled(matter, meeting, 1));
        return this;
    }

    private AgendaItemAdded tabled(MeetingId on, boolean open) {
        return new AgendaItemAdded(on, 1, matter, "Stroke sites", DecisionKind.DECIDE, open, List.of(paper()), false);
    }

    private static Document paper() {
        return new Document(SECRET + " case for change", new Sha256("ab".repeat(32)));
    }

    /** The meeting opens with everybody there, and the presider takes the chair. */
    public MeetingStory opened() {
        fixture.given(
                new MeetingOpened(
                        meeting,
                        board,
                        starts,
                        roll(),
                        Story.terms(),
                        new RulePackVersion("probity-1"),
                        presider,
                        null,
                        List.of(presider, first, second, conflicted)),
                new ChairTaken(meeting, presider, PresiderRole.CHAIR, null, starts));
        return this;
    }

    private Roll roll() {
        return new Roll(List.of(member(presider, 1), member(first, 2), member(second, 3), member(conflicted, 4)), 4);
    }

    private static RollMember member(PersonId person, int seat) {
        return new RollMember(person, BoardCapacity.CLINICAL_LEAD, seat);
    }

    /** The fourth member declares a conflict, and it is decided how far it keeps them out. */
    public MeetingStory recused(Mitigation mitigation) {
        fixture.given(new ConflictDeclared(matter, conflicted, null, "Employed by a site"));
        return decided(conflicted, mitigation);
    }

    public MeetingStory decided(PersonId person, Mitigation mitigation) {
        fixture.given(
                new MemberRecused(matter, person, mitigation, "Employer loses", presider),
                new MemberSteppedOut(meeting, matter, person, mitigation));
        return this;
    }

    /** What is decided answers a decision of another board. */
    public MeetingStory answers(DecisionId other) {
        answered = other;
        return this;
    }

    /** One is for it, one against, and the presider's vote carries it. */
    public MeetingStory decided() {
        fixture.given(decision());
        fixture.given(
                new ItemDecided(meeting, 1, decision, DecisionOutcome.CARRIED, starts),
                new MatterDecided(matter, meeting, decision, DecisionOutcome.CARRIED),
                new ActionRaised(
                        meeting, 1, 1, first, SECRET + " task", fixture.today().plusDays(30)));
        return this;
    }

    private Event decision() {
        Set<PersonId> present = Set.of(presider, first, second, conflicted);
        Map<PersonId, Mitigation> out = Map.of(conflicted, Mitigation.WITHDRAW);
        return new DecisionRecorded(
                decision,
                body,
                board,
                meeting,
                1,
                matter,
                DecisionKind.DECIDE,
                DecisionProcedure.SHOW_OF_HANDS,
                DecisionOutcome.CARRIED,
                resolution(answered),
                starts.plus(Duration.ofMinutes(20)),
                presider,
                new Tally(2, 1, 0, 0),
                List.of(
                        new RecordedVote(presider, VoteChoice.FOR),
                        new RecordedVote(first, VoteChoice.FOR),
                        new RecordedVote(second, VoteChoice.AGAINST)),
                null,
                List.of(presider, first, second, conflicted),
                List.of(new SteppedOut(conflicted, Mitigation.WITHDRAW)),
                QuorumCount.of(Story.terms(), roll(), present, out),
                new RulePackVersion("probity-1"));
    }

    private static Resolution resolution(@Nullable DecisionId answers) {
        return new Resolution(
                SECRET + " wording",
                SECRET + " rationale",
                List.of(paper()),
                List.of(new AimCode("a")),
                LocalDate.of(2026, 4, 1),
                answers);
    }

    /** Presider and first member, who consulted the second, decide between meetings. */
    public DecisionId actedOn() {
        var action = new DecisionId(UUID.randomUUID());
        fixture.given(
                new ChairsActionTaken(
                        action,
                        body,
                        board,
                        matter,
                        DecisionKind.DECIDE,
                        resolution(null),
                        fixture.now(),
                        SECRET + " urgency",
                        presider,
                        first,
                        List.of(second),
                        List.of(),
                        new RulePackVersion("probity-1")),
                new MatterActedOn(matter, board, action));
        return action;
    }

    public MeetingStory closed() {
        fixture.given(new MeetingClosed(meeting, starts.plus(Duration.ofHours(2))));
        return this;
    }

    /** Instead of being decided, the item is deferred, and is on the agenda of another meeting. */
    public MeetingId deferred() {
        var next = new MeetingId(UUID.randomUUID());
        fixture.given(
                new ItemDeferred(meeting, 1, SECRET + " reason"),
                new MatterDeferred(matter, meeting),
                new MeetingConvened(next, board, body, starts.plus(Duration.ofDays(30)), 29, null),
                tabled(next, true),
                new MatterTabled(matter, next, 1),
                new MemberSteppedOut(next, matter, conflicted, Mitigation.WITHDRAW));
        return next;
    }

    /** Instead of being decided, the item is referred to another board of the same body. */
    public BoardId referred() {
        var other = new BoardId(UUID.randomUUID());
        fixture.given(
                new BoardEstablished(other, body, BoardKind.STATUTORY_BOARD, "Another board", null, Story.terms()),
                new ItemReferred(meeting, 1, other, SECRET + " reason"),
                new MatterReferred(matter, meeting, board, other));
        return other;
    }
}
