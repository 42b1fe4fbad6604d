package org.probity.query;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.probity.audit.event.FindingEvent.FindingAnswered;
import org.probity.audit.event.FindingEvent.FindingRecorded;
import org.probity.audit.event.FindingGrade;
import org.probity.audit.event.FindingSubject;
import org.probity.audit.event.SampleEvent.SampleDrawn;
import org.probity.board.event.BoardCapacity;
import org.probity.board.event.BoardEvent.*;
import org.probity.board.event.BoardKind;
import org.probity.board.event.DecisionKind;
import org.probity.board.event.Document;
import org.probity.board.event.QuorumFloor;
import org.probity.board.event.QuorumRule;
import org.probity.board.event.ReportingCycle;
import org.probity.board.event.TermsOfReference;
import org.probity.campaign.event.AssessmentStage;
import org.probity.campaign.event.CampaignEvent.*;
import org.probity.campaign.event.CampaignRules;
import org.probity.campaign.event.ConnectionKind;
import org.probity.campaign.event.Criteria;
import org.probity.campaign.event.Criterion;
import org.probity.campaign.event.MeritPlace;
import org.probity.campaign.event.PanelCapacity;
import org.probity.campaign.event.ParticipationEvent.*;
import org.probity.campaign.event.Score;
import org.probity.campaign.event.StrandPosts;
import org.probity.campaign.event.Timetable;
import org.probity.establishment.event.EstablishmentEvent.*;
import org.probity.establishment.event.Programme;
import org.probity.event.Term;
import org.probity.id.AimCode;
import org.probity.id.BoardId;
import org.probity.id.CampaignId;
import org.probity.id.CriterionCode;
import org.probity.id.EstablishmentId;
import org.probity.id.FindingId;
import org.probity.id.InterestId;
import org.probity.id.MatterId;
import org.probity.id.MeetingId;
import org.probity.id.OrganisationCode;
import org.probity.id.PersonId;
import org.probity.id.RulePackVersion;
import org.probity.id.SampleId;
import org.probity.id.Sha256;
import org.probity.id.StrandCode;
import org.probity.interests.event.InterestCategory;
import org.probity.interests.event.InterestsEvent.*;
import org.probity.interests.event.Mitigation;
import org.probity.people.event.Authority;
import org.probity.people.event.Profession;
import org.probity.policy.event.Aim;
import org.probity.policy.event.AimsEvent.AimsAdopted;
import org.probity.policy.event.RulePack;
import org.probity.policy.event.RulePacksEvent.RulePackAdopted;

/**
 * One body with an establishment of four posts, a board and a campaign, told step by step, so that tests say only what
 * they are about.
 */
public final class Story {

    public static final StrandCode ACUTE = new StrandCode("acute");
    public static final StrandCode STROKE = new StrandCode("stroke");

    public final ReadFixture fixture;
    public final OrganisationCode body;
    public final EstablishmentId establishment = new EstablishmentId(UUID.randomUUID());
    public final BoardId board = new BoardId(UUID.randomUUID());
    public final CampaignId campaign = new CampaignId(UUID.randomUUID());
    public final PersonId owner;

    public Story(ReadFixture fixture) {
        this(fixture, ReadFixture.newBody());
    }

    private Story(ReadFixture fixture, OrganisationCode body) {
        this.fixture = fixture;
        this.body = body;
        this.owner = fixture.person(Profession.MANAGER);
    }

    /** Four posts: two in acute, mapped to the board, and two in stroke. */
    public Story posts() {
        fixture.given(
                new PostsEstablished(
                        establishment,
                        body,
                        "Senior clinical leads of " + body.value(),
                        Programme.SENIOR_CLINICAL_LEADS,
                        4,
                        "One day a week",
                        owner),
                new StrandAdded(establishment, STROKE, "Stroke", 2, 2, List.of(1, 2), null),
                new StrandAdded(establishment, ACUTE, "Acute care", 2, 2, List.of(3, 4), board));
        return this;
    }

    public PersonId incumbent(int slot, StrandCode strand, Profession profession, Term term) {
        PersonId person = fixture.person(profession);
        fixture.given(new IncumbentCarriedOver(
                establishment, slot, strand, person, term, "decision 1", "There before", false));
        return person;
    }

    /** A term that began a year ago and ends after some days. */
    public Term endingIn(int days) {
        return new Term(fixture.today().minusYears(1), fixture.today().plusDays(days));
    }

    public Term fromToday() {
        return new Term(fixture.today(), fixture.today().plusYears(3));
    }

    /** A campaign for one post in each strand, advertised today and closing in ten days. */
    public Story campaign() {
        LocalDate closing = fixture.today().plusDays(10);
        Criteria criteria = Criteria.of(
                new Criterion(new CriterionCode("leadership"), "Leads", 60),
                new Criterion(new CriterionCode("evidence"), "Uses evidence", 40));
        fixture.given(
                new CampaignOpened(
                        campaign,
                        establishment,
                        body,
                        "Campaign of " + body.value(),
                        List.of(new StrandPosts(ACUTE, 1), new StrandPosts(STROKE, 1)),
                        "Leads a pathway",
                        criteria,
                        new Timetable(
                                closing,
                                closing.plusDays(5),
                                closing.plusDays(10),
                                closing.plusDays(20),
                                closing.plusDays(30)),
                        List.of(new AimCode("a")),
                        CampaignRules.of(pack("probity-1", fixture.today()))),
                new AdvertPublished(campaign, List.of("Journal"), closing, criteria, false));
        return this;
    }

    public PersonId candidate(StrandCode... strands) {
        PersonId person = fixture.person(Profession.GP);
        fixture.given(new AppliedForPost(campaign, person, List.of(strands), "I would like to"));
        return person;
    }

    public PersonId seat(PanelCapacity capacity) {
        PersonId person = fixture.person(Profession.HOSPITAL_CONSULTANT);
        fixture.given(new PanelSeatTaken(campaign, person, capacity));
        return person;
    }

    /** A member of the panel says that there is no connection. */
    public void discloses(PersonId member, PersonId candidate) {
        fixture.given(new PanelConnectionDisclosed(campaign, member, candidate, null, null));
    }

    public void scores(PersonId assessor, PersonId candidate, AssessmentStage stage, int points) {
        fixture.given(new ScorecardSubmitted(campaign, assessor, candidate, stage, points(points)));
    }

    public static List<Score> points(int points) {
        return List.of(
                new Score(new CriterionCode("leadership"), points, "Reason of " + points),
                new Score(new CriterionCode("evidence"), points, "Other reason of " + points));
    }

    public void interviewed(PersonId candidate) {
        fixture.given(
                new CandidateLonglisted(campaign, candidate),
                new CandidateShortlisted(campaign, candidate),
                new InterviewRecorded(campaign, candidate, fixture.today()));
    }

    public static RulePack pack(String version, LocalDate from) {
        return pack(version, from, 90);
    }

    /** One that warns so many days ahead of what ends. */
    public static RulePack pack(String version, LocalDate from, int warningDays) {
        return new RulePack(
                new RulePackVersion(version),
                from,
                3,
                1,
                List.of(),
                2,
                4,
                14,
                12,
                6,
                28,
                6,
                3,
                3,
                6,
                2,
                2,
                5,
                warningDays,
                new QuorumFloor(new QuorumRule(1, 3), 1, 1));
    }

    public static TermsOfReference terms() {
        return new TermsOfReference(
                List.of(DecisionKind.DECIDE), List.of(), new QuorumRule(1, 3), List.of(), true, 3, true, 8);
    }

    /** Something in every read table, in the stream of a body. */
    static void of(ReadFixture fixture, OrganisationCode body) {
        var story = new Story(fixture, body).posts();
        PersonId incumbent = story.incumbent(3, ACUTE, Profession.NURSE, story.endingIn(100));
        story.campaign();
        PersonId chair = story.seat(PanelCapacity.CHAIR);
        PersonId candidate = story.candidate(ACUTE);
        PersonId second = story.candidate(STROKE);
        fixture.serving(body, Authority.APPOINTMENTS_OFFICER);
        @Nullable String nothing = null;
        var finding = new FindingId(UUID.randomUUID());
        story.scores(chair, candidate, AssessmentStage.SIFT, 3);
        story.interviewed(candidate);
        fixture.given(
                new PanelConnectionDisclosed(story.campaign, chair, candidate, ConnectionKind.PROFESSIONAL, "Wrote"),
                new PanelConnectionMitigated(
                        story.campaign, chair, candidate, Mitigation.NOTE_ONLY, "b", "d", "o", story.owner),
                new OthersScoresSeen(story.campaign, chair, candidate, AssessmentStage.SIFT),
                new ScoresModerated(story.campaign, candidate, AssessmentStage.SIFT, points(2), "Moderated"),
                new FoundAppointable(story.campaign, candidate, List.of(ACUTE), new BigDecimal("71.50")),
                new CandidateRecommended(story.campaign, candidate, ACUTE, 1, new BigDecimal("71.50")),
                new CandidatesRecommended(
                        story.campaign, ACUTE, List.of(new MeritPlace(candidate, 1, new BigDecimal("71.50"))), nothing),
                new PostHeld(story.establishment, 4, ACUTE, candidate, story.campaign, story.fromToday()),
                new PostHeld(story.establishment, 1, STROKE, second, story.campaign, story.fromToday()),
                new PostFilled(
                        story.establishment, 4, ACUTE, candidate, story.campaign, story.fromToday(), story.board),
                new TermExtended(
                        story.establishment,
                        3,
                        ACUTE,
                        incumbent,
                        fixture.today().plusDays(100),
                        fixture.today().plusDays(200),
                        "Needed"),
                new BoardEstablished(story.board, body, BoardKind.PATHWAY_DELIVERY_BOARD, "Acute board", null, terms()),
                new BoardMemberAssigned(
                        story.board,
                        candidate,
                        BoardCapacity.CLINICAL_LEAD,
                        true,
                        story.fromToday(),
                        ACUTE,
                        null,
                        null),
                new ChairAppointed(story.board, story.owner, story.fromToday()),
                new ReportingCycleSet(
                        story.board,
                        story.board,
                        new ReportingCycle(1, 3, fixture.today().plusDays(1))),
                new ReportSubmitted(
                        story.board,
                        story.board,
                        1,
                        fixture.today().plusDays(1),
                        new Term(fixture.today().minusMonths(3), fixture.today()),
                        fixture.today(),
                        List.of(new Document("Report", new Sha256("ab".repeat(32)))),
                        "Quiet",
                        List.of(new MatterId(UUID.randomUUID()))),
                new ReportReceived(
                        story.board,
                        story.board,
                        1,
                        fixture.today(),
                        new MeetingId(UUID.randomUUID()),
                        "Noted",
                        List.of()),
                new InterestDeclared(
                        candidate,
                        new InterestId(UUID.randomUUID()),
                        InterestCategory.FINANCIAL,
                        body,
                        null,
                        "Shares",
                        fixture.today(),
                        fixture.today(),
                        story.fromToday(),
                        true,
                        null),
                new NilDeclarationMade(chair, fixture.today()),
                new SampleDrawn(
                        new SampleId(UUID.randomUUID()), body, story.fromToday(), 5, Sha256.of("seed"), 1, story.owner),
                new FindingRecorded(
                        finding,
                        new FindingSubject(story.campaign.stream()),
                        body,
                        null,
                        null,
                        FindingGrade.OBSERVATION,
                        "Well run",
                        story.owner),
                new FindingAnswered(finding, new FindingSubject(story.campaign.stream()), "Thank you", story.owner),
                new RulePackAdopted(body, pack("own-1", fixture.today()), "decision 2", null),
                new AimsAdopted(body, List.of(new Aim(new AimCode("a"), "Leads who improve pathways"))));
    }
}
