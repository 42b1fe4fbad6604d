package org.probity.board.command;

import static org.probity.board.command.MatterRule.*;
import static org.probity.board.command.MeetingRule.*;
import static org.probity.command.DomainFixture.newBody;
import static org.probity.people.event.Authority.*;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.probity.board.command.DecidingCommand.*;
import org.probity.board.command.MatterCommand.*;
import org.probity.board.command.MeetingCommand.*;
import org.probity.board.event.BoardCapacity;
import org.probity.board.event.BoardEvent.*;
import org.probity.board.event.BoardKind;
import org.probity.board.event.CapacityMinimum;
import org.probity.board.event.DecisionEvent.DecisionRecorded;
import org.probity.board.event.DecisionKind;
import org.probity.board.event.MatterEvent.*;
import org.probity.board.event.MeetingEvent.*;
import org.probity.board.event.Movement;
import org.probity.board.event.QuorumRule;
import org.probity.board.event.Resolution;
import org.probity.board.event.TermsOfReference;
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
import org.probity.policy.event.Aim;
import org.probity.policy.event.AimsEvent.AimsAdopted;

/** A board of eight, a meeting of it, and the words to say what happens there. */
abstract class BoardOfEight {

    static final MatterKind SERVICE_CHANGE = new MatterKind("service-change");
    static final AimCode PATHWAYS = new AimCode("pathways");
    static final String START = "2026-03-10T14:00:00Z";
    static final Instant STARTS = Instant.parse(START);

    final DomainFixture fixture = new DomainFixture();
    final OrganisationCode body = newBody();
    final BoardId board = new BoardId(UUID.randomUUID());
    final MeetingId meeting = new MeetingId(UUID.randomUUID());
    final MatterId matter = new MatterId(UUID.randomUUID());
    final DecisionId decision = new DecisionId(UUID.randomUUID());
    final Somebody secretary = fixture.serving(body, BOARD_SECRETARY);
    final List<Somebody> members = new ArrayList<>();

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

    DomainFixture convened() {
        return fixture.given(secretary, new ConveneMeeting(meeting, board, STARTS, null));
    }

    void open(int present) {
        openWithoutChair(present);
        fixture.given(secretary, takeChair(0));
    }

    void openWithoutChair(int present) {
        if (fixture.eventsOf(meeting.stream()).isEmpty()) {
            convened();
        }
        fixture.given(secretary, raise(matter, SERVICE_CHANGE), item(1, matter, DecisionKind.DECIDE))
                .at("2026-03-10T14:30:00Z")
                .given(secretary, open(STARTS, present));
    }

    OpenMeeting open(Instant at, int present) {
        return new OpenMeeting(
                meeting,
                at,
                members.stream().limit(present).map(Somebody::person).toList(),
                null);
    }

    RaiseMatter raise(MatterId which, MatterKind kind) {
        return new RaiseMatter(which, board, kind, "Stroke sites", List.of());
    }

    AddAgendaItem item(int number, MatterId which, DecisionKind purpose) {
        return new AddAgendaItem(meeting, number, which, purpose, true, List.of());
    }

    Somebody sharingWith(int member) {
        Somebody sharing = fixture.somebody(BOARD_MEMBER);
        fixture.given(
                new PersonRegistered(sharing.person(), null, null, Profession.NURSE, null, null, true),
                new BoardMemberAssigned(
                        board, sharing.person(), BoardCapacity.NON_OFFICER, true, year(), null, null, person(member)));
        return sharing;
    }

    TakeChair takeChair(int member) {
        return new TakeChair(meeting, person(member), null, now());
    }

    RecordAttendance leaves(int member) {
        return new RecordAttendance(meeting, person(member), Movement.LEFT, now());
    }

    RecordAttendance arrives(int member) {
        return new RecordAttendance(meeting, person(member), Movement.ARRIVED, now());
    }

    RecuseMember recuse(int member, Mitigation mitigation) {
        return new RecuseMember(matter, person(member), mitigation, "Employed there");
    }

    RecordConsensus consensus() {
        return consensus(List.of(PATHWAYS));
    }

    RecordConsensus consensus(List<AimCode> aims) {
        return new RecordConsensus(meeting, 1, decision, now(), resolution(aims));
    }

    RecordShowOfHands hands(List<Integer> inFavour, List<Integer> against, List<Integer> abstaining) {
        return new RecordShowOfHands(
                meeting, 1, decision, now(), resolution(), people(inFavour), people(against), people(abstaining));
    }

    OpenVote vote(boolean secret) {
        return new OpenVote(meeting, 1, decision, secret, resolution());
    }

    static Resolution resolution() {
        return resolution(List.of(PATHWAYS));
    }

    static Resolution resolution(List<AimCode> aims) {
        return new Resolution("Two sites", "Shorter journeys", List.of(), aims, LocalDate.parse("2026-04-01"), null);
    }

    static DecisionRecorded decided(List<Object> events) {
        return events.stream()
                .filter(DecisionRecorded.class::isInstance)
                .map(DecisionRecorded.class::cast)
                .findFirst()
                .orElseThrow();
    }

    List<PersonId> people(List<Integer> which) {
        return which.stream().map(this::person).toList();
    }

    PersonId person(int member) {
        return members.get(member).person();
    }

    Instant now() {
        return STARTS.plusSeconds(1_800);
    }

    static Term year() {
        return new Term(LocalDate.parse("2026-01-01"), null);
    }

    static TermsOfReference terms() {
        return terms(null);
    }

    /** With vacant seats that count where it is stated how many seats there are. */
    static TermsOfReference terms(@Nullable Integer votingSeats) {
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
