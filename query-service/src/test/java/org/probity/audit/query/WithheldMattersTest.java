package org.probity.audit.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.probity.audit.event.FindingEvent.FindingAnswered;
import org.probity.audit.event.FindingEvent.FindingRecorded;
import org.probity.audit.event.FindingGrade;
import org.probity.audit.event.FindingSubject;
import org.probity.audit.event.RefusalEvent.CommandRejected;
import org.probity.board.event.BoardEvent.RatificationAwaited;
import org.probity.board.event.BoardEvent.ReportReceived;
import org.probity.board.event.BoardEvent.ReportSubmitted;
import org.probity.board.event.DecisionEvent.*;
import org.probity.board.event.DecisionKind;
import org.probity.board.event.MatterEvent.*;
import org.probity.board.event.MeetingEvent.*;
import org.probity.board.event.Resolution;
import org.probity.board.event.VoteChoice;
import org.probity.event.Term;
import org.probity.id.BoardId;
import org.probity.id.DecisionId;
import org.probity.id.FindingId;
import org.probity.id.MatterId;
import org.probity.id.MatterKind;
import org.probity.id.MeetingId;
import org.probity.id.OrganisationCode;
import org.probity.id.PersonId;
import org.probity.id.RefusalId;
import org.probity.id.RulePackVersion;
import org.probity.identity.Actor;
import org.probity.interests.event.Mitigation;
import org.probity.people.event.Authority;
import org.probity.people.event.Profession;
import org.probity.query.ReadFixture;
import org.probity.query.ReadFixture.Somebody;

/** Whoever withdrew from a matter reads nothing of it in the log, reviewers included. */
class WithheldMattersTest {

    private final ReadFixture fixture = new ReadFixture();
    private final PersonId withdrawn = fixture.person(Profession.GP);
    private final PersonId presider = fixture.person(Profession.GP);
    private final Somebody asWithdrawn = fixture.login(withdrawn, Authority.GOVERNANCE_REVIEWER);
    private final Somebody reviewer = fixture.login(fixture.person(Profession.OTHER), Authority.GOVERNANCE_REVIEWER);
    private final BoardId board = new BoardId(UUID.randomUUID());
    private final MatterId matter = new MatterId(UUID.randomUUID());
    private final MatterId another = new MatterId(UUID.randomUUID());
    private final MeetingId meeting = new MeetingId(UUID.randomUUID());
    private final DecisionId decision = new DecisionId(UUID.randomUUID());
    private final DecisionId later = new DecisionId(UUID.randomUUID());
    private final RefusalId refusal = new RefusalId(UUID.randomUUID());

    @BeforeEach
    void two_matters_on_an_agenda() {
        fixture.given(
                raised(matter),
                raised(another),
                tabled(1, matter),
                tabled(2, another),
                new VoteCast(meeting, 1, presider, VoteChoice.FOR),
                new VoteCast(meeting, 2, presider, VoteChoice.FOR),
                new ApologiesSent(meeting, presider),
                new CommandRejected(refusal, "CloseVote", null, meeting.stream(), "inquorate", Map.of("counted", "2")));
    }

    @Test
    void who_withdrew_reads_nothing_of_the_matter_wherever_it_is_told() {
        recused(Mitigation.WITHDRAW);

        assertThat(withheld(asWithdrawn, matter.stream())).containsExactly(true, false);
        assertThat(withheld(asWithdrawn, meeting.stream())).containsExactly(true, false, true, false, false);
        assertThat(withheld(asWithdrawn, refusal.stream())).containsExactly(true);
        assertThat(withheld(asWithdrawn, another.stream())).containsExactly(false);
    }

    @Test
    void who_withdrew_reads_nothing_that_a_board_reports_about_the_matter() {
        recused(Mitigation.WITHDRAW);
        fixture.given(
                reported(1, List.of(another, matter)),
                reported(2, List.of(another)),
                reported(3, List.of()),
                new ReportReceived(board, board, 1, fixture.today(), null, "Noted", List.of(another, matter)));

        assertThat(withheld(asWithdrawn, board.stream())).containsExactly(true, false, false, true);
        assertThat(withheld(reviewer, board.stream())).containsOnly(false);
    }

    @Test
    void who_withdrew_reads_no_finding_about_a_decision_or_meeting_on_the_matter() {
        recused(Mitigation.WITHDRAW);
        decided(decision, matter);
        for (String about : List.of(decision.stream(), meeting.stream())) {
            FindingId finding = found(about);
            assertThat(withheld(asWithdrawn, finding.stream())).as(about).containsExactly(true, true);
            assertThat(withheld(reviewer, finding.stream())).as(about).containsExactly(false, false);
        }
        assertThat(withheld(asWithdrawn, found(board.stream()).stream())).containsExactly(false, false);
    }

    private FindingId found(String about) {
        var finding = new FindingId(UUID.randomUUID());
        var subject = new FindingSubject(about);
        fixture.given(
                new FindingRecorded(
                        finding,
                        subject,
                        ReadFixture.newBody(),
                        board,
                        null,
                        FindingGrade.CONCERN,
                        "No evidence",
                        presider),
                new FindingAnswered(finding, subject, "It will", presider));
        return finding;
    }

    @Test
    void other_reviewers_read_all_of_it() {
        recused(Mitigation.WITHDRAW);

        assertThat(withheld(reviewer, matter.stream())).containsOnly(false);
        assertThat(withheld(reviewer, meeting.stream())).containsOnly(false);
        assertThat(withheld(reviewer, refusal.stream())).containsOnly(false);
    }

    @Test
    void who_may_discuss_it_reads_it() {
        recused(Mitigation.DISCUSS_NO_VOTE);

        assertThat(withheld(asWithdrawn, meeting.stream())).containsOnly(false);
    }

    @Test
    void whose_recusal_is_lifted_reads_it_again() {
        recused(Mitigation.REMOVED_FROM_MATTER);
        fixture.given(new RecusalLifted(matter, withdrawn, "Not any more", presider));

        assertThat(withheld(asWithdrawn, meeting.stream())).containsOnly(false);
    }

    @Test
    void a_login_that_is_linked_to_nobody_reads_nothing_of_matters() {
        var unlinked = new Somebody(
                new Actor("https://issuer.example", "unlinked", Set.of(Authority.GOVERNANCE_REVIEWER)), presider);

        assertThat(withheld(unlinked, matter.stream())).containsOnly(true);
        assertThat(withheld(unlinked, meeting.stream())).containsExactly(true, true, true, true, false);
    }

    @Test
    void who_withdrew_reads_nothing_of_what_becomes_of_a_decision() {
        decided(decision, matter);
        fixture.given(
                new ChairsActionWithdrawn(decision, matter),
                new RatificationRefused(decision, matter, meeting, later, "It could have waited"),
                new RatificationFellDue(meeting, matter, decision));
        recused(Mitigation.WITHDRAW);

        assertThat(withheld(asWithdrawn, decision.stream())).containsOnly(true);
        assertThat(withheld(asWithdrawn, meeting.stream())).endsWith(true);
        assertThat(withheld(reviewer, decision.stream())).containsOnly(false);
    }

    @Test
    void what_is_said_of_two_decisions_is_closed_with_the_matter_of_either() {
        decided(decision, matter);
        decided(later, another);
        fixture.given(
                new DecisionSuperseded(decision, matter, later, "A third site opens"),
                new EarlierDecisionSuperseded(later, another, decision));

        recused(Mitigation.WITHDRAW);
        assertThat(withheld(asWithdrawn, decision.stream())).containsExactly(true, true);
        assertThat(withheld(asWithdrawn, later.stream())).containsExactly(false, true);

        fixture.given(
                new RecusalLifted(matter, withdrawn, "Not any more", presider),
                new MemberRecused(another, withdrawn, Mitigation.WITHDRAW, "Employed there", presider));
        assertThat(withheld(asWithdrawn, decision.stream())).containsExactly(false, true);
        assertThat(withheld(asWithdrawn, later.stream())).containsExactly(true, true);
    }

    @Test
    void that_a_chairs_action_awaits_ratification_tells_that_it_was_taken() {
        fixture.given(new RatificationAwaited(board, decision, matter, fixture.now()));
        assertThat(withheld(asWithdrawn, board.stream())).containsExactly(false);

        recused(Mitigation.WITHDRAW);
        assertThat(withheld(asWithdrawn, board.stream())).containsExactly(true);
        assertThat(withheld(reviewer, board.stream())).containsExactly(false);
    }

    @Test
    void that_an_action_of_the_item_is_completed_is_closed_too() {
        fixture.given(
                new ActionRaised(meeting, 1, 1, presider, "Tell the sites", fixture.today()),
                new ActionRaised(meeting, 2, null, presider, "Book the room", fixture.today()),
                new ActionCompleted(meeting, 1, fixture.today()),
                new ActionCompleted(meeting, 2, fixture.today()));
        recused(Mitigation.WITHDRAW);

        assertThat(withheld(asWithdrawn, meeting.stream())).endsWith(true, false, true, false);
    }

    @Test
    void of_what_is_closed_the_log_does_not_tell_either_what_happened_or_who_did_it() {
        recused(Mitigation.WITHDRAW);

        var line = fixture.asks(asWithdrawn, "/api/log?subject=" + meeting.stream())
                .ok()
                .path("events")
                .get(0);
        assertThat(line.path("type").isNull()).isTrue();
        assertThat(line.path("metadata").isNull()).isTrue();
        assertThat(line.path("position").isNumber()).isTrue();
    }

    private void decided(DecisionId which, MatterId about) {
        fixture.given(new ChairsActionTaken(
                which,
                new OrganisationCode("INVX9"),
                board,
                about,
                DecisionKind.DECIDE,
                new Resolution("Two sites", "Shorter", List.of(), List.of(), LocalDate.EPOCH, null),
                fixture.now(),
                "The site closes on Friday",
                presider,
                presider,
                List.of(),
                List.of(),
                new RulePackVersion("probity-1")));
    }

    private void recused(Mitigation mitigation) {
        fixture.given(new MemberRecused(matter, withdrawn, mitigation, "Employed there", presider));
    }

    private MatterRaised raised(MatterId which) {
        return new MatterRaised(which, board, new MatterKind("service-change"), "Stroke sites", List.of());
    }

    private ReportSubmitted reported(int report, List<MatterId> matters) {
        return new ReportSubmitted(
                board,
                board,
                report,
                fixture.today(),
                new Term(fixture.today().minusMonths(report), fixture.today()),
                fixture.today(),
                List.of(),
                "Two sites",
                matters);
    }

    private AgendaItemAdded tabled(int item, MatterId which) {
        return new AgendaItemAdded(meeting, item, which, "Stroke sites", DecisionKind.DECIDE, true, List.of(), false);
    }

    private List<Boolean> withheld(Somebody by, String subject) {
        return fixture.asks(by, "/api/log?limit=200&subject=" + subject)
                .ok()
                .path("events")
                .valueStream()
                .map(line -> {
                    assertThat(line.path("payload").isNull())
                            .isEqualTo(line.path("withheld").asBoolean());
                    return line.path("withheld").asBoolean();
                })
                .toList();
    }
}
