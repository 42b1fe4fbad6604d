package org.probity.report.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.probity.board.event.BoardCapacity;
import org.probity.board.event.BoardEvent.*;
import org.probity.board.event.BoardKind;
import org.probity.board.event.DecisionKind;
import org.probity.board.event.Document;
import org.probity.board.event.MatterEvent.MatterRaised;
import org.probity.board.event.MatterEvent.MemberRecused;
import org.probity.board.event.MatterEvent.RecusalLifted;
import org.probity.board.event.MeetingEvent.AgendaItemAdded;
import org.probity.board.event.MeetingEvent.MeetingConvened;
import org.probity.board.event.ReportingCycle;
import org.probity.event.Term;
import org.probity.id.BoardId;
import org.probity.id.MatterId;
import org.probity.id.MatterKind;
import org.probity.id.MeetingId;
import org.probity.id.OrganisationCode;
import org.probity.id.PersonId;
import org.probity.id.Sha256;
import org.probity.identity.Actor;
import org.probity.interests.event.Mitigation;
import org.probity.people.event.Authority;
import org.probity.people.event.Profession;
import org.probity.query.ReadFixture;
import org.probity.query.ReadFixture.Somebody;
import org.probity.query.Story;
import tools.jackson.databind.JsonNode;

/** A core group reports to a board of another body every month, first in ten days. */
class ReportReadsTest {

    private final ReadFixture fixture = new ReadFixture();
    private final OrganisationCode body = ReadFixture.newBody();
    private final OrganisationCode bodyOfBoard = ReadFixture.newBody();
    private final BoardId board = new BoardId(UUID.randomUUID());
    private final BoardId coreGroup = new BoardId(UUID.randomUUID());
    private final MatterId matter = new MatterId(UUID.randomUUID());
    private final MeetingId meeting = new MeetingId(UUID.randomUUID());
    private final PersonId withdrawn = fixture.person(Profession.GP);
    private final Somebody asWithdrawn = fixture.login(withdrawn, Authority.GOVERNANCE_REVIEWER);
    private final Somebody anybody = fixture.login(fixture.person(Profession.GP), Authority.CLINICIAN);
    private final Somebody secretary = fixture.serving(body, Authority.BOARD_SECRETARY);
    private final LocalDate today = fixture.today();
    private final LocalDate due = today.plusDays(10);

    @BeforeEach
    void a_group_that_is_accountable_to_a_board() {
        fixture.given(
                new BoardEstablished(board, bodyOfBoard, BoardKind.STATUTORY_BOARD, "The board", null, Story.terms()),
                new BoardEstablished(
                        coreGroup, body, BoardKind.CLINICAL_REFERENCE_CORE_GROUP, "Core group", board, Story.terms()),
                new MatterRaised(matter, coreGroup, new MatterKind("service-change"), "Stroke sites", List.of()));
    }

    @Test
    void aBoardOfWhichNothingIsAskedHasNoReports() {
        JsonNode found = reports("");

        assertThat(found.path("items").size()).isZero();
        assertThat(found.path("accountableTo").asString())
                .isEqualTo(board.value().toString());
        assertThat(found.path("months").isNull()).isTrue();
        assertThat(found.path("upcoming").isNull()).isTrue();
        assertThat(found.path("overdue").size()).isZero();
    }

    @Test
    void aBoardThatDoesNotExistHasNoReports() {
        fixture.asks(anybody, "/api/boards/" + UUID.randomUUID() + "/reports").isProblem(404, "unknown-subject");
    }

    @Test
    void theNextReportIsDueOnTheDaysOfTheCycle() {
        asked();

        JsonNode upcoming = reports("").path("upcoming");
        assertThat(upcoming.path("report").asInt()).isEqualTo(1);
        assertThat(upcoming.path("due").asString()).isEqualTo(due.toString());
        assertThat(reports("").path("months").asInt()).isEqualTo(1);
        fixture.given(submitted(1, today));
        assertThat(reports("").path("upcoming").path("due").asString())
                .isEqualTo(due.plusMonths(1).toString());
    }

    @Test
    void whatABoardReportedIsReadTheLastReportFirstAndByPages() {
        asked();
        fixture.daysLater(11).given(submitted(1, fixture.today()), submitted(2, fixture.today()));
        fixture.given(new ReportReceived(
                coreGroup, board, 1, fixture.today(), meeting, "To come in person", List.of(matter)));

        JsonNode first = reports("?limit=1");
        assertThat(ReadFixture.each(first.path("items"), "report")).containsExactly("2");
        assertThat(first.path("items").get(0).path("late").asBoolean()).isFalse();
        assertThat(first.path("items").get(0).path("received").isNull()).isTrue();
        JsonNode second = reports("?limit=1&after=" + first.path("next").asString());
        assertThat(second.path("next").isNull()).isTrue();
        JsonNode report = second.path("items").get(0);
        assertThat(report.path("report").asInt()).isEqualTo(1);
        assertThat(report.path("due").asString()).isEqualTo(due.toString());
        assertThat(report.path("late").asBoolean()).isTrue();
        assertThat(report.path("from").asString())
                .isEqualTo(today.minusMonths(1).toString());
        assertThat(report.path("until").asString()).isEqualTo(today.toString());
        assertThat(report.path("closed").isNull()).isTrue();
        assertThat(report.path("documents").get(0).path("title").asString()).isEqualTo("Report 1");
        assertThat(report.path("summary").asString()).isEqualTo("Summary 1");
        assertThat(report.path("received").path("on").asString())
                .isEqualTo(fixture.today().toString());
        assertThat(report.path("received").path("meeting").asString())
                .isEqualTo(meeting.value().toString());
        assertThat(report.path("received").path("note").asString()).isEqualTo("To come in person");
    }

    @Test
    void whatWasReportedIsReadAsAtAPosition() {
        asked();
        long before = fixture.given(submitted(1, today));
        fixture.given(new ReportReceived(coreGroup, board, 1, today, null, null, List.of(matter)), submitted(2, today));

        JsonNode then = reports("?atPosition=" + before);
        assertThat(ReadFixture.each(then.path("items"), "report")).containsExactly("1");
        assertThat(then.path("items").get(0).path("received").isNull()).isTrue();
        assertThat(reports("").path("items").size()).isEqualTo(2);
    }

    @Test
    void whoWithdrewFromAMatterSeesOfAReportAboutItOnlyThatThereIsOne() {
        asked();
        long before = fixture.given(
                submitted(1, today), new ReportReceived(coreGroup, board, 1, today, meeting, "Noted", List.of(matter)));
        fixture.given(recused(Mitigation.WITHDRAW));

        for (String moment : List.of("", "?atPosition=" + before)) {
            JsonNode report = reports(asWithdrawn, moment).path("items").get(0);
            assertThat(report.path("closed").asString()).isEqualTo("WITHDRAWN");
            assertThat(report.path("report").asInt()).isEqualTo(1);
            assertThat(report.path("due").asString()).isEqualTo(due.toString());
            assertThat(report.path("documents").isNull()).isTrue();
            assertThat(report.path("summary").isNull()).isTrue();
            assertThat(report.path("received").path("on").asString()).isEqualTo(today.toString());
            assertThat(report.path("received").path("note").isNull()).isTrue();
        }
        assertThat(reports("").path("items").get(0).path("closed").isNull()).isTrue();
    }

    @Test
    void whoWithdrewFromAMatterReadsReportsAboutOthers() {
        asked();
        fixture.given(recused(Mitigation.WITHDRAW), submitted(1, today, List.of()));

        assertThat(reports(asWithdrawn, "").path("items").get(0).path("summary").asString())
                .isEqualTo("Summary 1");
    }

    @Test
    void whoMayReadThePapersOfAMatterReadsReportsAboutIt() {
        asked();
        fixture.given(submitted(1, today), recused(Mitigation.DISCUSS_NO_VOTE));
        assertThat(reports(asWithdrawn, "").path("items").get(0).path("closed").isNull())
                .isTrue();

        fixture.given(recused(Mitigation.WITHDRAW), new RecusalLifted(matter, withdrawn, "Not any more", withdrawn));
        assertThat(reports(asWithdrawn, "").path("items").get(0).path("closed").isNull())
                .isTrue();
    }

    @Test
    void whatIsTakenInPrivateIsReadByThoseWhoBelongToOneOfTheBoardsAndByReviewers() {
        asked();
        fixture.given(submitted(1, today), submitted(2, today, List.of()));
        Somebody chair = fixture.serving(bodyOfBoard, Authority.BOARD_CHAIR);
        Somebody reviewer = fixture.login(fixture.person(Profession.OTHER), Authority.GOVERNANCE_REVIEWER);
        Somebody member = fixture.login(fixture.person(Profession.GP), Authority.BOARD_MEMBER);
        fixture.given(new BoardMemberAssigned(
                board, member.person(), BoardCapacity.NON_OFFICER, true, new Term(today, null), null, null, null));

        for (Somebody one : List.of(secretary, chair, reviewer, member)) {
            assertThat(ReadFixture.each(reports(one, "").path("items"), "summary"))
                    .containsExactly("Summary 2", "Summary 1");
        }
        JsonNode others = reports(anybody, "").path("items");
        assertThat(others.get(0).path("summary").asString()).isEqualTo("Summary 2");
        assertThat(others.get(1).path("closed").asString()).isEqualTo("PRIVATE");
        assertThat(others.get(1).path("summary").isNull()).isTrue();
    }

    @Test
    void whatIsTakenInPublicIsReadByEverybody() {
        asked();
        fixture.given(
                submitted(1, today),
                new MeetingConvened(meeting, coreGroup, body, fixture.now(), 3, null),
                new AgendaItemAdded(meeting, 1, matter, "Stroke sites", DecisionKind.ADVISE, true, List.of(), false));

        assertThat(reports(anybody, "").path("items").get(0).path("summary").asString())
                .isEqualTo("Summary 1");
    }

    @Test
    void aLoginThatIsLinkedToNobodyReadsNoReportAboutAMatter() {
        asked();
        fixture.given(submitted(1, today));
        var unlinked = new Somebody(
                new Actor("https://issuer.example", "unlinked-reports", Set.of(Authority.GOVERNANCE_REVIEWER)),
                withdrawn);

        assertThat(reports(unlinked, "").path("items").get(0).path("closed").asString())
                .isEqualTo("LOGIN_UNLINKED");
    }

    @Test
    void aReportIsOverdueFromTheDayAfterItWasDue() {
        asked();

        assertThat(overdue("&inForceOn=" + due).size()).isZero();
        JsonNode one = overdue("&inForceOn=" + due.plusDays(1)).get(0);
        assertThat(one.path("board").asString()).isEqualTo(coreGroup.value().toString());
        assertThat(one.path("name").asString()).isEqualTo("Core group");
        assertThat(one.path("accountableTo").asString()).isEqualTo(board.value().toString());
        assertThat(one.path("accountableToName").asString()).isEqualTo("The board");
        assertThat(one.path("report").asInt()).isEqualTo(1);
        assertThat(one.path("due").asString()).isEqualTo(due.toString());
        assertThat(one.path("daysOverdue").asInt()).isEqualTo(1);
        assertThat(one.path("reports").asInt()).isEqualTo(1);
        assertThat(overdue("").size()).isZero();
        fixture.daysLater(11);
        assertThat(overdue("").get(0).path("daysOverdue").asInt()).isEqualTo(1);
        assertThat(reports("").path("overdue").get(0).path("daysOverdue").asInt())
                .isEqualTo(1);
        assertThat(reports("").path("upcoming").path("report").asInt()).isEqualTo(2);
    }

    @Test
    void aBoardIsListedOnceWithTheReportThatIsDueLongest() {
        asked();
        fixture.given(submitted(1, today));

        JsonNode listed = overdue("&inForceOn=" + due.plusMonths(3));
        assertThat(listed.size()).isEqualTo(1);
        assertThat(listed.get(0).path("report").asInt()).isEqualTo(2);
        assertThat(listed.get(0).path("due").asString())
                .isEqualTo(due.plusMonths(1).toString());
        assertThat(listed.get(0).path("reports").asInt()).isEqualTo(2);
    }

    @Test
    void whatIsSubmittedIsNotOverdueFromThatDayOn() {
        asked();
        long before = fixture.daysLater(20).given(submitted(1, fixture.today().minusDays(1)));
        fixture.given(submitted(2, fixture.today()));

        assertThat(overdue("").size()).isZero();
        assertThat(overdue("&inForceOn=" + fixture.today().minusDays(1)).size()).isZero();
        assertThat(overdue("&inForceOn=" + fixture.today().minusDays(2)).size()).isEqualTo(1);
        LocalDate later = due.plusMonths(1).plusDays(1);
        assertThat(overdue("&inForceOn=" + later).size()).isZero();
        assertThat(overdue("&atPosition=" + before + "&inForceOn=" + later).size())
                .isEqualTo(1);
    }

    @Test
    void whatFellDueBeforeANewCycleStaysOverdue() {
        asked();
        fixture.daysLater(11).given(cycle(2, 6, due.plusMonths(6)));

        JsonNode listed = overdue("&inForceOn=" + due.plusMonths(6));
        assertThat(listed.get(0).path("due").asString()).isEqualTo(due.toString());
        assertThat(listed.get(0).path("reports").asInt()).isEqualTo(1);
        assertThat(overdue("&inForceOn=" + due.plusMonths(6).plusDays(1))
                        .get(0)
                        .path("reports")
                        .asInt())
                .isEqualTo(2);
    }

    @Test
    void aCycleThatIsReplacedBeforeAnythingFellDueAsksForNothing() {
        asked();
        fixture.given(cycle(1, 6, due.plusMonths(6)));

        assertThat(overdue("&inForceOn=" + due.plusMonths(6)).size()).isZero();
        assertThat(reports("").path("upcoming").path("due").asString())
                .isEqualTo(due.plusMonths(6).toString());
    }

    @Test
    void overdueReportsAreListedForTheBodyThatReportsAndTheOneThatIsReportedTo() {
        asked();
        String day = "&inForceOn=" + due.plusDays(1);

        assertThat(overdue(bodyOfBoard, day).size()).isEqualTo(1);
        assertThat(overdue(ReadFixture.newBody(), day).size()).isZero();
        assertThat(ReadFixture.each(
                        fixture.asks(anybody, "/api/overdue-reports?limit=200" + day)
                                .ok()
                                .path("items"),
                        "board"))
                .contains(coreGroup.value().toString());
    }

    private void asked() {
        fixture.given(cycle(1, 1, due));
    }

    private ReportingCycleSet cycle(int first, int months, LocalDate firstDue) {
        return new ReportingCycleSet(coreGroup, board, new ReportingCycle(first, months, firstDue));
    }

    private ReportSubmitted submitted(int report, LocalDate on) {
        return submitted(report, on, List.of(matter));
    }

    private ReportSubmitted submitted(int report, LocalDate on, List<MatterId> matters) {
        return new ReportSubmitted(
                coreGroup,
                board,
                report,
                due.plusMonths(report - 1),
                new Term(today.minusMonths(report), today.minusMonths(report - 1)),
                on,
                List.of(new Document("Report " + report, new Sha256("ab".repeat(32)))),
                "Summary " + report,
                matters);
    }

    private MemberRecused recused(Mitigation mitigation) {
        return new MemberRecused(matter, withdrawn, mitigation, "Employed there", withdrawn);
    }

    private JsonNode reports(String query) {
        return reports(secretary, query);
    }

    private JsonNode reports(Somebody asker, String query) {
        return fixture.asks(asker, "/api/boards/" + coreGroup.value() + "/reports" + query)
                .ok();
    }

    private JsonNode overdue(String query) {
        return overdue(body, query);
    }

    private JsonNode overdue(OrganisationCode of, String query) {
        return fixture.asks(anybody, "/api/overdue-reports?body=" + of.value() + query)
                .ok()
                .path("items");
    }
}
