package org.probity.board.command;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.probity.board.command.BoardRule.*;
import static org.probity.board.command.MatterRule.WITHDRAWN_FROM_MATTER;
import static org.probity.board.command.MeetingRule.MEETING_NOT_OPEN;
import static org.probity.command.DomainFixture.newBody;
import static org.probity.command.DomainFixture.newPerson;
import static org.probity.people.event.Authority.BOARD_CHAIR;
import static org.probity.people.event.Authority.BOARD_MEMBER;
import static org.probity.people.event.Authority.BOARD_SECRETARY;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.probity.board.command.BoardCommand.*;
import org.probity.board.event.BoardEvent.*;
import org.probity.board.event.BoardKind;
import org.probity.board.event.DecisionKind;
import org.probity.board.event.Document;
import org.probity.board.event.MatterEvent.MatterRaised;
import org.probity.board.event.MatterEvent.MemberRecused;
import org.probity.board.event.MeetingEvent.MeetingClosed;
import org.probity.board.event.MeetingEvent.MeetingConvened;
import org.probity.board.event.MeetingEvent.MeetingOpened;
import org.probity.board.event.QuorumRule;
import org.probity.board.event.ReportingCycle;
import org.probity.board.event.Roll;
import org.probity.board.event.TermsOfReference;
import org.probity.command.DomainFixture;
import org.probity.command.DomainFixture.Somebody;
import org.probity.event.Term;
import org.probity.id.BoardId;
import org.probity.id.DutyId;
import org.probity.id.MatterId;
import org.probity.id.MatterKind;
import org.probity.id.MeetingId;
import org.probity.id.OrganisationCode;
import org.probity.id.RulePackVersion;
import org.probity.id.Sha256;
import org.probity.interests.event.Mitigation;
import org.probity.people.event.DutyEvent.DutyGranted;
import org.probity.people.event.DutyScope;

/** A core group of one body reports to the statutory board of another, every quarter from the last of April on. */
class ReportsTest {

    private static final LocalDate APRIL = LocalDate.parse("2026-04-30");
    private static final LocalDate JULY = LocalDate.parse("2026-07-30");
    private static final Term WINTER = term("2026-01-01", "2026-04-01");
    private static final Term SPRING = term("2026-04-01", "2026-07-01");
    private static final List<Document> PAPER = List.of(new Document("Report", new Sha256("ab".repeat(32))));
    private static final TermsOfReference TERMS = new TermsOfReference(
            List.of(DecisionKind.ADVISE), List.of(), new QuorumRule(1, 3), List.of(), false, 3, true, null);

    private final DomainFixture fixture = new DomainFixture();
    private final OrganisationCode body = newBody();
    private final OrganisationCode bodyOfBoard = newBody();
    private final BoardId board = new BoardId(UUID.randomUUID());
    private final BoardId coreGroup = new BoardId(UUID.randomUUID());
    private final MatterId matter = new MatterId(UUID.randomUUID());
    private final MeetingId meeting = new MeetingId(UUID.randomUUID());
    private final Somebody secretary = fixture.serving(body, BOARD_SECRETARY);
    private final Somebody secretaryOfBoard = fixture.serving(bodyOfBoard, BOARD_SECRETARY);

    @BeforeEach
    void a_group_that_is_accountable_to_a_board() {
        fixture.given(
                new BoardEstablished(board, bodyOfBoard, BoardKind.STATUTORY_BOARD, "The board", null, TERMS),
                new BoardEstablished(
                        coreGroup, body, BoardKind.CLINICAL_REFERENCE_CORE_GROUP, "Core group", board, TERMS),
                new MatterRaised(matter, coreGroup, new MatterKind("service-change"), "Stroke sites", List.of()));
    }

    @Test
    void the_board_that_another_is_accountable_to_says_how_often_it_reports() {
        fixture.when(secretaryOfBoard, quarterly())
                .then(new ReportingCycleSet(coreGroup, board, new ReportingCycle(1, 3, APRIL)));
    }

    @Test
    void a_board_does_not_say_itself_how_often_it_reports() {
        fixture.when(secretary, quarterly()).thenNotPermitted();
        fixture.when(chairOf(coreGroup), quarterly()).thenNotPermitted();
        fixture.when(chairOf(board), quarterly()).thenAccepted();
    }

    @Test
    void a_board_that_is_accountable_to_none_does_not_report() {
        fixture.when(secretaryOfBoard, new SetReportingCycle(board, 3, APRIL)).thenRefused(NOT_ACCOUNTABLE);
        fixture.when(secretaryOfBoard, new SubmitReport(board, 1, WINTER, PAPER, "Quiet", List.of()))
                .thenRefused(NOT_ACCOUNTABLE);
        fixture.when(secretaryOfBoard, new ReceiveReport(board, 1, null, null)).thenRefused(NOT_ACCOUNTABLE);
        fixture.when(secretary, new SetReportingCycle(board, 3, APRIL)).thenNotPermitted();
    }

    @Test
    void a_board_that_does_not_exist_does_not_report() {
        var unknown = new BoardId(UUID.randomUUID());
        fixture.when(secretary, new SetReportingCycle(unknown, 3, APRIL)).thenUnknownSubject();
        fixture.when(secretary, new SubmitReport(unknown, 1, WINTER, PAPER, "Quiet", List.of()))
                .thenUnknownSubject();
        fixture.when(secretary, new ReceiveReport(unknown, 1, null, null)).thenUnknownSubject();
    }

    @Test
    void the_first_report_is_due_on_a_day_to_come() {
        fixture.when(secretaryOfBoard, new SetReportingCycle(coreGroup, 3, fixture.today()))
                .thenRefused(FIRST_DUE_PASSED);
        fixture.when(
                        secretaryOfBoard,
                        new SetReportingCycle(coreGroup, 3, fixture.today().plusDays(1)))
                .thenAccepted();
    }

    @Test
    void there_is_a_month_at_least_from_one_report_to_the_next() {
        assertThatThrownBy(() -> new SetReportingCycle(coreGroup, 0, APRIL))
                .isInstanceOf(IllegalArgumentException.class);
        fixture.when(secretaryOfBoard, new SetReportingCycle(coreGroup, 1, APRIL))
                .thenAccepted();
    }

    @Test
    void a_new_cycle_begins_after_what_fell_due_or_was_submitted() {
        LocalDate june = LocalDate.parse("2026-06-15");
        LocalDate october = LocalDate.parse("2026-10-15");
        asked().given(secretaryOfBoard, new SetReportingCycle(coreGroup, 1, JULY))
                .at("2026-05-01T12:00:00Z")
                .when(secretaryOfBoard, new SetReportingCycle(coreGroup, 6, june))
                .then(new ReportingCycleSet(coreGroup, board, new ReportingCycle(1, 6, june)));
        fixture.at("2026-06-15T12:00:00Z")
                .when(secretaryOfBoard, new SetReportingCycle(coreGroup, 6, october))
                .then(new ReportingCycleSet(coreGroup, board, new ReportingCycle(2, 6, october)));
        fixture.given(secretary, submit(2, WINTER))
                .when(secretaryOfBoard, new SetReportingCycle(coreGroup, 1, JULY))
                .then(new ReportingCycleSet(coreGroup, board, new ReportingCycle(3, 1, JULY)));
        fixture.when(secretary, submit(1, SPRING)).thenRefused(PERIOD_NOT_OVER);
        fixture.when(secretary, submit(1, term("2025-10-01", "2026-01-01")))
                .then(submitted(1, june, term("2025-10-01", "2026-01-01"), List.of()));
    }

    @Test
    void a_board_reports_to_the_one_it_is_accountable_to() {
        asked().at("2026-04-20T12:00:00Z")
                .when(secretary, new SubmitReport(coreGroup, 1, WINTER, PAPER, "Quiet", List.of(matter)))
                .then(submitted(1, APRIL, WINTER, List.of(matter)));
    }

    @Test
    void nobody_reports_for_a_board_they_do_not_serve() {
        asked().at("2026-04-20T12:00:00Z");
        fixture.when(secretaryOfBoard, submit(1, WINTER)).thenNotPermitted();
        fixture.when(fixture.serving(body, BOARD_MEMBER), submit(1, WINTER)).thenNotPermitted();
        fixture.when(chairOf(board), submit(1, WINTER)).thenNotPermitted();
        fixture.when(chairOf(coreGroup), submit(1, WINTER)).thenAccepted();
    }

    @Test
    void reports_that_are_due_and_the_next_one_can_be_submitted() {
        fixture.when(secretary, submit(1, term("2025-01-01", "2025-04-01")))
                .thenRefused(REPORT_NOT_ASKED_FOR, "report", 1);
        asked().when(secretary, submit(0, WINTER)).thenRefused(REPORT_NOT_ASKED_FOR, "report", 0);
        fixture.when(secretary, submit(2, WINTER)).thenRefused(REPORT_NOT_ASKED_FOR, "report", 2);
        fixture.at("2026-04-30T12:00:00Z").when(secretary, submit(2, WINTER)).thenAccepted();
        fixture.when(secretary, submit(1, term("2025-10-01", "2026-01-01"))).thenAccepted();
    }

    @Test
    void a_report_is_submitted_once() {
        submitted().when(secretary, submit(1, WINTER)).thenRefused(REPORT_SUBMITTED_ALREADY, "report", 1);
        fixture.when(secretary, submit(1, term("2025-10-01", "2026-01-01")))
                .thenRefused(REPORT_SUBMITTED_ALREADY, "report", 1);
    }

    @Test
    void no_day_is_reported_twice() {
        submitted()
                .at("2026-07-20T12:00:00Z")
                .when(secretary, submit(2, term("2026-03-31", "2026-07-01")))
                .thenRefused(PERIOD_REPORTED_ALREADY, "report", 1);
        fixture.when(secretary, submit(2, SPRING)).thenAccepted();
    }

    @Test
    void a_report_covers_a_period_that_is_over() {
        asked().at("2026-03-31T12:00:00Z").when(secretary, submit(1, WINTER)).thenRefused(PERIOD_NOT_OVER);
        fixture.when(secretary, submit(1, term("2026-01-01", null))).thenRefused(PERIOD_NOT_OVER);
        fixture.at("2026-04-01T12:00:00Z").when(secretary, submit(1, WINTER)).thenAccepted();
    }

    @Test
    void a_report_is_a_document_at_least() {
        asked().at("2026-04-20T12:00:00Z")
                .when(secretary, new SubmitReport(coreGroup, 1, WINTER, List.of(), "Quiet", List.of()))
                .thenRefused(REPORT_WITHOUT_DOCUMENT);
        fixture.when(secretary, submit(1, WINTER)).thenAccepted();
    }

    @Test
    void a_report_names_matters_that_exist_and_each_once() {
        asked().at("2026-04-20T12:00:00Z");
        var unknown = new MatterId(UUID.randomUUID());
        fixture.when(secretary, submit(1, WINTER, matter, unknown)).thenUnknownSubject();
        assertThatThrownBy(() -> submit(1, WINTER, matter, matter)).isInstanceOf(IllegalArgumentException.class);
        fixture.when(secretary, submit(1, WINTER, matter)).thenAccepted();
    }

    @Test
    void whoever_withdrew_from_a_matter_neither_reports_about_it_nor_receives_the_report() {
        asked().given(withdrew(secretary))
                .at("2026-04-20T12:00:00Z")
                .when(secretary, submit(1, WINTER, matter))
                .thenRefused(WITHDRAWN_FROM_MATTER);
        fixture.given(chairOf(coreGroup), submit(1, WINTER, matter))
                .given(withdrew(secretaryOfBoard))
                .when(secretaryOfBoard, receive(1))
                .thenRefused(WITHDRAWN_FROM_MATTER);
        fixture.when(chairOf(board), receive(1))
                .then(new ReportReceived(coreGroup, board, 1, fixture.today(), null, null, List.of(matter)));
    }

    @Test
    void whoever_withdrew_from_a_matter_reports_about_others() {
        asked().given(withdrew(secretary))
                .at("2026-04-20T12:00:00Z")
                .when(secretary, submit(1, WINTER))
                .thenAccepted();
    }

    @Test
    void the_board_it_was_submitted_to_receives_a_report() {
        submitted()
                .given(convened(board), opened())
                .when(secretaryOfBoard, new ReceiveReport(coreGroup, 1, meeting, "To come in person next time"))
                .then(new ReportReceived(
                        coreGroup, board, 1, fixture.today(), meeting, "To come in person next time", List.of()));
    }

    @Test
    void nobody_receives_a_report_for_a_board_they_do_not_serve() {
        submitted().when(secretary, receive(1)).thenNotPermitted();
        fixture.when(chairOf(coreGroup), receive(1)).thenNotPermitted();
        fixture.when(chairOf(board), receive(1)).thenAccepted();
    }

    @Test
    void only_what_was_submitted_is_received() {
        asked().when(secretaryOfBoard, receive(1)).thenRefused(NO_SUCH_REPORT, "report", 1);
        submitted().when(secretaryOfBoard, receive(2)).thenRefused(NO_SUCH_REPORT, "report", 2);
        fixture.when(secretaryOfBoard, receive(1)).thenAccepted();
    }

    @Test
    void a_report_is_received_once() {
        submitted()
                .given(secretaryOfBoard, receive(1))
                .when(secretaryOfBoard, receive(1))
                .thenRefused(REPORT_RECEIVED_ALREADY, "report", 1);
    }

    @Test
    void a_report_is_received_at_a_meeting_of_the_board_it_was_submitted_to() {
        submitted().when(secretaryOfBoard, receiveAt(meeting)).thenUnknownSubject();
        fixture.given(convened(coreGroup))
                .when(secretaryOfBoard, receiveAt(meeting))
                .thenRefused(MEETING_OF_ANOTHER_BOARD, "board", board.value());
    }

    @Test
    void a_report_is_received_at_a_meeting_that_was_opened() {
        submitted()
                .given(convened(board))
                .when(secretaryOfBoard, receiveAt(meeting))
                .thenRefused(MEETING_NOT_OPEN);
        fixture.given(opened()).when(secretaryOfBoard, receiveAt(meeting)).thenAccepted();
    }

    @Test
    void a_report_is_not_received_at_a_meeting_that_was_over_by_then() {
        submitted()
                .given(convened(board), opened(), new MeetingClosed(meeting, Instant.parse("2026-04-19T16:00:00Z")))
                .when(secretaryOfBoard, receiveAt(meeting))
                .thenRefused(MEETING_BEFORE_REPORT);
        fixture.when(secretaryOfBoard, receive(1)).thenAccepted();
    }

    @Test
    void a_report_is_received_at_a_meeting_of_the_day_it_was_submitted_on() {
        submitted()
                .given(convened(board), opened(), new MeetingClosed(meeting, Instant.parse("2026-04-20T16:00:00Z")))
                .when(secretaryOfBoard, receiveAt(meeting))
                .thenAccepted();
    }

    private DomainFixture asked() {
        return fixture.given(secretaryOfBoard, quarterly());
    }

    private DomainFixture submitted() {
        return asked().at("2026-04-20T12:00:00Z").given(secretary, submit(1, WINTER));
    }

    private SetReportingCycle quarterly() {
        return new SetReportingCycle(coreGroup, 3, APRIL);
    }

    private SubmitReport submit(int report, Term period, MatterId... matters) {
        return new SubmitReport(coreGroup, report, period, PAPER, "Quiet", List.of(matters));
    }

    private ReportSubmitted submitted(int report, LocalDate due, Term period, List<MatterId> matters) {
        return new ReportSubmitted(coreGroup, board, report, due, period, fixture.today(), PAPER, "Quiet", matters);
    }

    private ReceiveReport receive(int report) {
        return new ReceiveReport(coreGroup, report, null, null);
    }

    private ReceiveReport receiveAt(MeetingId where) {
        return new ReceiveReport(coreGroup, 1, where, null);
    }

    private MemberRecused withdrew(Somebody who) {
        return new MemberRecused(matter, who.person(), Mitigation.WITHDRAW, "Employed there", newPerson());
    }

    private MeetingConvened convened(BoardId which) {
        return new MeetingConvened(meeting, which, bodyOfBoard, Instant.parse("2026-04-19T14:00:00Z"), 5, null);
    }

    private MeetingOpened opened() {
        return new MeetingOpened(
                meeting,
                board,
                Instant.parse("2026-04-19T14:00:00Z"),
                new Roll(List.of(), 1),
                TERMS,
                new RulePackVersion("probity-2"),
                null,
                null,
                List.of());
    }

    /** Somebody who chairs one board and serves its body in no other way. */
    private Somebody chairOf(BoardId which) {
        Somebody chair = fixture.somebody(BOARD_CHAIR);
        fixture.given(new DutyGranted(
                chair.person(),
                new DutyId(UUID.randomUUID()),
                BOARD_CHAIR,
                DutyScope.of(which),
                new Term(LocalDate.EPOCH, null)));
        return chair;
    }

    private static Term term(String from, @Nullable String until) {
        return new Term(LocalDate.parse(from), until == null ? null : LocalDate.parse(until));
    }
}
