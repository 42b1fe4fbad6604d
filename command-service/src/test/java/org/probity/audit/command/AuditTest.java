package org.probity.audit.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.probity.audit.command.AuditRule.*;
import static org.probity.board.command.DecisionRule.DECISION_NOT_TAKEN;
import static org.probity.board.command.MatterRule.WITHDRAWN_FROM_MATTER;
import static org.probity.command.CommonRule.ALREADY_EXISTS;
import static org.probity.command.DomainFixture.newBody;
import static org.probity.command.DomainFixture.newPerson;
import static org.probity.people.event.Authority.*;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.probity.audit.command.AuditCommand.*;
import org.probity.audit.event.FindingEvent.*;
import org.probity.audit.event.FindingGrade;
import org.probity.audit.event.FindingSubject;
import org.probity.audit.event.SampleEvent.SampleDrawn;
import org.probity.audit.event.SampleSelection;
import org.probity.board.event.BoardEvent.BoardEstablished;
import org.probity.board.event.BoardEvent.ChairAppointed;
import org.probity.board.event.BoardKind;
import org.probity.board.event.DecisionEvent.*;
import org.probity.board.event.DecisionKind;
import org.probity.board.event.DecisionOutcome;
import org.probity.board.event.DecisionProcedure;
import org.probity.board.event.MatterEvent.*;
import org.probity.board.event.MeetingEvent.*;
import org.probity.board.event.Movement;
import org.probity.board.event.Presence;
import org.probity.board.event.QuorumCount;
import org.probity.board.event.QuorumRule;
import org.probity.board.event.Resolution;
import org.probity.board.event.TermsOfReference;
import org.probity.campaign.event.CampaignEvent.CampaignOpened;
import org.probity.campaign.event.CampaignRules;
import org.probity.campaign.event.Criteria;
import org.probity.campaign.event.Criterion;
import org.probity.campaign.event.ParticipationEvent.AppliedForPost;
import org.probity.campaign.event.Timetable;
import org.probity.command.DomainFixture;
import org.probity.command.DomainFixture.Somebody;
import org.probity.event.Term;
import org.probity.eventstore.EventLog;
import org.probity.eventstore.StoredEvent;
import org.probity.id.BoardId;
import org.probity.id.CampaignId;
import org.probity.id.CriterionCode;
import org.probity.id.DecisionId;
import org.probity.id.DutyId;
import org.probity.id.EstablishmentId;
import org.probity.id.FindingId;
import org.probity.id.MatterId;
import org.probity.id.MatterKind;
import org.probity.id.MeetingId;
import org.probity.id.OrganisationCode;
import org.probity.id.PersonId;
import org.probity.id.RulePackVersion;
import org.probity.id.SampleId;
import org.probity.interests.event.Mitigation;
import org.probity.people.event.DutyEvent.DutyGranted;
import org.probity.people.event.DutyScope;
import org.probity.policy.event.BuiltInPacks;

class AuditTest {

    private static final Instant AT = Instant.parse("2026-02-10T14:00:00Z");
    private static final Term SPRING = new Term(LocalDate.parse("2026-01-01"), LocalDate.parse("2026-04-01"));

    private final DomainFixture fixture = new DomainFixture();
    private final OrganisationCode body = newBody();
    private final BoardId board = new BoardId(UUID.randomUUID());
    private final MeetingId meeting = new MeetingId(UUID.randomUUID());
    private final MatterId matter = new MatterId(UUID.randomUUID());
    private final DecisionId decision = new DecisionId(UUID.randomUUID());
    private final CampaignId campaign = new CampaignId(UUID.randomUUID());
    private final SampleId sample = new SampleId(UUID.randomUUID());
    private final FindingId finding = new FindingId(UUID.randomUUID());
    private final PersonId presider = newPerson();
    private final Somebody reviewer = fixture.serving(body, GOVERNANCE_REVIEWER);
    private final Somebody secretary = fixture.serving(body, BOARD_SECRETARY);

    @BeforeEach
    void a_decision_of_a_meeting_and_a_campaign() {
        fixture.given(
                new BoardEstablished(board, body, BoardKind.STATUTORY_BOARD, "Board", null, terms()),
                new MatterRaised(matter, board, new MatterKind("service-change"), "Stroke sites", List.of()),
                new MeetingConvened(meeting, board, body, AT, 7, null),
                new AgendaItemAdded(meeting, 1, matter, "Stroke sites", DecisionKind.DECIDE, true, List.of(), false),
                new AttendanceRecorded(meeting, presider, Movement.ARRIVED, AT),
                decided(),
                new CampaignOpened(
                        campaign,
                        new EstablishmentId(UUID.randomUUID()),
                        body,
                        "Autumn",
                        List.of(),
                        "Leads a pathway",
                        Criteria.of(new Criterion(new CriterionCode("leadership"), "Leads", 100)),
                        timetable(),
                        List.of(),
                        CampaignRules.of(BuiltInPacks.inForce(fixture.today()))));
    }

    private static Timetable timetable() {
        LocalDate day = LocalDate.parse("2026-05-01");
        return new Timetable(day, day.plusDays(1), day.plusDays(2), day.plusDays(3), day.plusDays(4));
    }

    private static TermsOfReference terms() {
        return new TermsOfReference(
                List.of(DecisionKind.DECIDE), List.of(), new QuorumRule(1, 3), List.of(), false, 3, true, null);
    }

    private DecisionRecorded decided() {
        return new DecisionRecorded(
                decision,
                body,
                board,
                meeting,
                1,
                matter,
                DecisionKind.DECIDE,
                DecisionProcedure.CONSENSUS,
                DecisionOutcome.CARRIED,
                new Resolution("Two sites", "Shorter journeys", List.of(), List.of(), SPRING.from(), null),
                AT,
                presider,
                null,
                List.of(),
                null,
                List.of(presider),
                List.of(),
                new QuorumCount(1, 1, 1, List.of(), List.of()),
                new RulePackVersion("probity-1"));
    }

    private RecordFinding find(String stream) {
        return find(stream, null);
    }

    private RecordFinding find(String stream, @Nullable SampleId from) {
        return new RecordFinding(
                finding, new FindingSubject(stream), from, FindingGrade.CONCERN, "The rationale names no evidence");
    }

    private FindingRecorded found(String stream, @Nullable BoardId of, @Nullable SampleId from) {
        return new FindingRecorded(
                finding,
                new FindingSubject(stream),
                body,
                of,
                from,
                FindingGrade.CONCERN,
                "The rationale names no evidence",
                reviewer.person());
    }

    private Somebody reviewing(PersonId person) {
        Somebody reviewing = fixture.withLogin(person, GOVERNANCE_REVIEWER);
        fixture.given(new DutyGranted(
                person,
                new DutyId(UUID.randomUUID()),
                GOVERNANCE_REVIEWER,
                DutyScope.of(body),
                new Term(LocalDate.EPOCH, null)));
        return reviewing;
    }

    private void withdrew(PersonId person) {
        fixture.given(new MemberRecused(matter, person, Mitigation.WITHDRAW, "Employer loses", presider));
    }

    @Test
    void a_sample_takes_its_seed_from_the_last_event_in_the_log() {
        StoredEvent last =
                fixture.bean(EventLog.class).after(fixture.head() - 1, 1).getFirst();

        fixture.when(reviewer, new DrawSample(sample, body, SPRING, 5))
                .then(new SampleDrawn(
                        sample,
                        body,
                        SPRING,
                        5,
                        SampleSelection.seed(last.eventId(), last.position()),
                        last.position(),
                        reviewer.person()));
    }

    @Test
    void a_sample_is_drawn_once() {
        fixture.given(reviewer, new DrawSample(sample, body, SPRING, 5))
                .when(reviewer, new DrawSample(sample, body, SPRING, 5))
                .thenRefused(ALREADY_EXISTS);
    }

    @Test
    void a_sample_is_drawn_by_a_reviewer_of_the_body() {
        fixture.when(fixture.serving(newBody(), GOVERNANCE_REVIEWER), new DrawSample(sample, body, SPRING, 5))
                .thenNotPermitted();
    }

    @Test
    void a_sample_has_at_least_one_decision() {
        assertThatThrownBy(() -> new DrawSample(sample, body, SPRING, 0)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_reviewer_records_a_finding_apart_from_what_it_is_about() {
        List<Object> before = fixture.eventsOf(decision.stream());
        fixture.when(reviewer, find(decision.stream())).then(found(decision.stream(), board, null));

        assertThat(fixture.eventsOf(decision.stream())).isEqualTo(before);
    }

    private ChairsActionProposed proposed(DecisionId action) {
        return new ChairsActionProposed(
                action, board, matter, resolution(), "The site closes on Friday", presider, List.of());
    }

    private ChairsActionTaken taken(DecisionId action, PersonId consulted) {
        return new ChairsActionTaken(
                action,
                body,
                board,
                matter,
                DecisionKind.DECIDE,
                resolution(),
                AT,
                "The site closes on Friday",
                presider,
                newPerson(),
                List.of(consulted),
                List.of(),
                new RulePackVersion("probity-1"));
    }

    private static Resolution resolution() {
        return new Resolution("Two sites", "Shorter journeys", List.of(), List.of(), SPRING.from(), null);
    }

    @Test
    void a_chairs_action_is_reviewed_once_it_is_taken_and_not_by_whom_the_chair_consulted() {
        DecisionId action = new DecisionId(UUID.randomUUID());
        fixture.given(proposed(action));
        fixture.when(reviewer, find(action.stream())).thenRefused(DECISION_NOT_TAKEN);
        Somebody consulted = fixture.serving(body, GOVERNANCE_REVIEWER);
        fixture.given(taken(action, consulted.person()));

        fixture.when(consulted, find(action.stream())).thenRefused(OWN_CASE);
        fixture.when(reviewer, find(action.stream())).then(found(action.stream(), board, null));
    }

    @Test
    void a_finding_may_be_about_a_meeting_a_board_or_a_campaign() {
        for (String stream : List.of(meeting.stream(), board.stream(), campaign.stream())) {
            BoardId of = stream.equals(campaign.stream()) ? null : board;
            var another = new FindingId(UUID.randomUUID());
            var command =
                    new RecordFinding(another, new FindingSubject(stream), null, FindingGrade.OBSERVATION, "Well done");
            fixture.when(reviewer, command)
                    .then(new FindingRecorded(
                            another,
                            command.about(),
                            body,
                            of,
                            null,
                            FindingGrade.OBSERVATION,
                            "Well done",
                            reviewer.person()));
        }
    }

    @Test
    void a_finding_is_about_something_that_exists() {
        for (String kind : List.of("decision/", "meeting/", "board/", "campaign/")) {
            fixture.when(reviewer, find(kind + UUID.randomUUID())).thenUnknownSubject();
        }
        assertThatThrownBy(() -> new FindingSubject(matter.stream())).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_finding_is_recorded_once_by_a_reviewer_of_the_body() {
        fixture.when(fixture.serving(newBody(), GOVERNANCE_REVIEWER), find(decision.stream()))
                .thenNotPermitted();
        fixture.given(reviewer, find(decision.stream()))
                .when(reviewer, find(decision.stream()))
                .thenRefused(ALREADY_EXISTS);
    }

    @Test
    void a_finding_names_a_sample_of_the_same_body() {
        fixture.when(reviewer, find(decision.stream(), sample)).thenUnknownSubject();
        fixture.given(reviewer, new DrawSample(sample, body, SPRING, 5))
                .when(reviewer, find(decision.stream(), sample))
                .then(found(decision.stream(), board, sample));
        OrganisationCode other = newBody();
        SampleId ofAnother = new SampleId(UUID.randomUUID());
        fixture.given(fixture.serving(other, GOVERNANCE_REVIEWER), new DrawSample(ofAnother, other, SPRING, 5))
                .when(reviewer, find(meeting.stream(), ofAnother))
                .thenRefused(SAMPLE_OF_ANOTHER_BODY, "body", other.value());
    }

    @Test
    void whoever_withdrew_from_the_matter_records_no_finding_about_it() {
        withdrew(reviewer.person());

        fixture.when(reviewer, find(decision.stream())).thenRefused(WITHDRAWN_FROM_MATTER);
        fixture.when(reviewer, find(meeting.stream())).thenRefused(WITHDRAWN_FROM_MATTER);
        fixture.when(reviewer, find(board.stream())).thenAccepted();
    }

    @Test
    void whoever_withdrew_is_not_told_either_whether_a_decision_was_taken() {
        DecisionId action = new DecisionId(UUID.randomUUID());
        withdrew(reviewer.person());

        fixture.given(proposed(action)).when(reviewer, find(action.stream())).thenRefused(WITHDRAWN_FROM_MATTER);
    }

    @Test
    void nobody_records_a_finding_about_a_decision_or_meeting_they_took_part_in() {
        Somebody own = reviewing(presider);

        fixture.when(own, find(decision.stream())).thenRefused(OWN_CASE);
        fixture.when(own, find(meeting.stream())).thenRefused(OWN_CASE);
        fixture.when(own, find(campaign.stream())).thenAccepted();
    }

    @Test
    void who_was_not_there_after_all_took_no_part_in_the_meeting() {
        fixture.given(
                new AttendanceRecorded(meeting, reviewer.person(), Movement.ARRIVED, AT),
                new AttendanceCorrected(meeting, reviewer.person(), List.of(new Presence(AT, null)), "Later"));
        fixture.when(reviewer, find(meeting.stream())).thenRefused(OWN_CASE);

        fixture.given(new AttendanceCorrected(meeting, reviewer.person(), List.of(), "Somebody else"))
                .when(reviewer, find(meeting.stream()))
                .thenAccepted();
    }

    @Test
    void nobody_records_a_finding_about_a_board_they_sat_on_or_a_campaign_they_took_part_in() {
        fixture.given(
                new ChairAppointed(board, reviewer.person(), SPRING),
                new AppliedForPost(campaign, reviewer.person(), List.of(), "I would like to"));

        fixture.when(reviewer, find(board.stream())).thenRefused(OWN_CASE);
        fixture.when(reviewer, find(campaign.stream())).thenRefused(OWN_CASE);
        fixture.when(reviewer, find(decision.stream())).thenAccepted();
    }

    @Test
    void a_secretary_of_the_body_answers_a_finding_once() {
        fixture.given(reviewer, find(decision.stream()))
                .when(secretary, answer())
                .then(new FindingAnswered(
                        finding, new FindingSubject(decision.stream()), "It will", secretary.person()));
        fixture.when(secretary, answer()).thenRefused(FINDING_ANSWERED);
    }

    @Test
    void a_secretary_of_another_body_answers_nothing() {
        fixture.given(reviewer, find(decision.stream()))
                .when(fixture.serving(newBody(), BOARD_SECRETARY), answer())
                .thenNotPermitted();
    }

    @Test
    void a_finding_that_nobody_recorded_is_unknown() {
        fixture.when(secretary, answer()).thenUnknownSubject();
    }

    @Test
    void whoever_withdrew_from_the_matter_does_not_answer() {
        withdrew(secretary.person());

        fixture.given(reviewer, find(decision.stream()))
                .when(secretary, answer())
                .thenRefused(WITHDRAWN_FROM_MATTER);
    }

    @Test
    void a_candidate_does_not_answer_a_finding_about_the_campaign() {
        fixture.given(new AppliedForPost(campaign, secretary.person(), List.of(), "I would like to"))
                .given(reviewer, find(campaign.stream()))
                .when(secretary, answer())
                .thenRefused(OWN_CASE);
    }

    private AnswerFinding answer() {
        return new AnswerFinding(finding, "It will");
    }
}
