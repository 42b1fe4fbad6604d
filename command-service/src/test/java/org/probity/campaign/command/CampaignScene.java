package org.probity.campaign.command;

import static org.probity.command.DomainFixture.newBody;
import static org.probity.command.DomainFixture.newPerson;
import static org.probity.people.event.Authority.APPOINTING_AUTHORITY;
import static org.probity.people.event.Authority.APPOINTMENTS_OFFICER;
import static org.probity.people.event.Authority.CLINICIAN;
import static org.probity.people.event.Authority.PANEL_MEMBER;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.probity.campaign.command.AppointmentCommand.*;
import org.probity.campaign.command.AssessmentCommand.*;
import org.probity.campaign.command.CampaignCommand.*;
import org.probity.campaign.command.ImpartialityCommand.*;
import org.probity.campaign.command.NominationCommand.*;
import org.probity.campaign.command.PanelCommand.*;
import org.probity.campaign.event.AssessmentStage;
import org.probity.campaign.event.Criterion;
import org.probity.campaign.event.PanelCapacity;
import org.probity.campaign.event.PanelSeat;
import org.probity.campaign.event.Score;
import org.probity.campaign.event.StrandPosts;
import org.probity.campaign.event.Timetable;
import org.probity.command.Command;
import org.probity.command.DomainFixture;
import org.probity.command.DomainFixture.Somebody;
import org.probity.establishment.event.EstablishmentEvent.PostsEstablished;
import org.probity.establishment.event.EstablishmentEvent.StrandAdded;
import org.probity.establishment.event.Programme;
import org.probity.event.Term;
import org.probity.id.AimCode;
import org.probity.id.CampaignId;
import org.probity.id.CriterionCode;
import org.probity.id.EstablishmentId;
import org.probity.id.OrganisationCode;
import org.probity.id.ParticipationId;
import org.probity.id.PersonId;
import org.probity.id.StrandCode;
import org.probity.interests.event.InterestsEvent.NilDeclarationMade;
import org.probity.people.event.PersonEvent.PersonRegistered;
import org.probity.people.event.Profession;
import org.probity.policy.event.Aim;
import org.probity.policy.event.AimsEvent.AimsAdopted;

/**
 * A competition that a test enters at any point: each method takes it one step further, by commands. Two posts for
 * stroke and one for cancer; nominations close on 20 March 2026.
 */
final class CampaignScene {

    static final StrandCode STROKE = new StrandCode("stroke");
    static final StrandCode CANCER = new StrandCode("cancer");
    static final LocalDate CLOSING = LocalDate.of(2026, 3, 20);
    static final Timetable TIMETABLE = new Timetable(
            CLOSING,
            LocalDate.of(2026, 4, 1),
            LocalDate.of(2026, 4, 10),
            LocalDate.of(2026, 4, 20),
            LocalDate.of(2026, 5, 1));
    static final Term TERM = new Term(LocalDate.of(2026, 6, 1), LocalDate.of(2028, 6, 1));
    static final AimCode AIM = new AimCode("lead-pathways");
    static final CriterionCode LEADERSHIP = new CriterionCode("leadership");
    static final CriterionCode EVIDENCE = new CriterionCode("evidence");
    static final List<Criterion> CRITERIA =
            List.of(new Criterion(LEADERSHIP, "Leads others", 60), new Criterion(EVIDENCE, "Uses evidence", 40));

    final DomainFixture fixture = new DomainFixture();
    final OrganisationCode body = newBody();
    final EstablishmentId establishment = new EstablishmentId(UUID.randomUUID());
    final CampaignId campaign = new CampaignId(UUID.randomUUID());
    final Somebody officer = fixture.serving(body, APPOINTMENTS_OFFICER);
    final Somebody authority = fixture.serving(body, APPOINTING_AUTHORITY);
    final Somebody chair = assessor();
    final Somebody member = assessor();
    final Somebody independent = assessor();

    /** Posts and aims, but no campaign. */
    CampaignScene posts() {
        fixture.given(
                new PostsEstablished(
                        establishment, body, "Leads", Programme.SENIOR_CLINICAL_LEADS, 30, "two days", newPerson()),
                new StrandAdded(establishment, STROKE, "Stroke", 2, 2, List.of(1, 2), null),
                new StrandAdded(establishment, CANCER, "Cancer", 1, 1, List.of(3), null),
                new AimsAdopted(body, List.of(new Aim(AIM, "Leads who improve pathways"))));
        return this;
    }

    CampaignScene opened() {
        posts();
        return given(officer, open());
    }

    CampaignScene advertised() {
        opened();
        return given(officer, new PublishAdvert(campaign, List.of("Bulletin"), CLOSING, null));
    }

    CampaignScene withPanel() {
        return given(officer, new ConstitutePanel(campaign, panel(), null));
    }

    /** The day after the last for nominations and applications. */
    CampaignScene nominationsClosed() {
        fixture.at("2026-03-23T12:00:00Z");
        return this;
    }

    CampaignScene given(Somebody by, Command... commands) {
        fixture.given(by, commands);
        return this;
    }

    DomainFixture.Result when(Somebody by, Command command) {
        return fixture.when(by, command);
    }

    OpenCampaign open() {
        return open(List.of(new StrandPosts(STROKE, 2), new StrandPosts(CANCER, 1)), CRITERIA, TIMETABLE, List.of(AIM));
    }

    OpenCampaign open(List<StrandPosts> strands, List<Criterion> criteria, Timetable timetable, List<AimCode> aims) {
        return new OpenCampaign(
                campaign, establishment, "Leads 2026", strands, "One day a week", criteria, timetable, aims);
    }

    List<PanelSeat> panel() {
        return List.of(
                seat(chair, PanelCapacity.CHAIR),
                seat(member, PanelCapacity.MEMBER),
                seat(independent, PanelCapacity.INDEPENDENT));
    }

    static PanelSeat seat(Somebody person, PanelCapacity capacity) {
        return new PanelSeat(person.person(), capacity);
    }

    /** Somebody who applied for strands, and with whom nobody on the panel is connected. */
    Somebody unconnected(StrandCode... strands) {
        Somebody applicant = applicant(strands);
        noConnections(applicant);
        return applicant;
    }

    /** Somebody who may sit on the panel: registered, with an up to date declaration. */
    Somebody assessor() {
        Somebody somebody = fixture.serving(body, PANEL_MEMBER);
        register(somebody.person(), true);
        declares(somebody.person());
        return somebody;
    }

    /** A clinician with a login. */
    Somebody clinician() {
        Somebody somebody = fixture.somebody(CLINICIAN);
        register(somebody.person(), true);
        return somebody;
    }

    void register(PersonId person, boolean inActivePractice) {
        fixture.given(new PersonRegistered(person, "A clinician", null, Profession.GP, null, null, inActivePractice));
    }

    void declares(PersonId person) {
        fixture.given(new NilDeclarationMade(person, fixture.today()));
    }

    /** Somebody who applied for strands, and was found eligible. */
    Somebody candidate(StrandCode... strands) {
        Somebody applicant = applicant(strands);
        given(officer, eligibility(applicant, true, true, true));
        return applicant;
    }

    Somebody applicant(StrandCode... strands) {
        Somebody applicant = clinician();
        given(applicant, new ApplyForPost(campaign, applicant.person(), List.of(strands), null));
        return applicant;
    }

    CheckEligibility eligibility(Somebody person, boolean inPractice, boolean registered, boolean released) {
        return new CheckEligibility(campaign, person.person(), inPractice, registered, released, null);
    }

    /** Everybody on the panel says that they have no connection with these candidates. */
    CampaignScene noConnections(Somebody... candidates) {
        for (Somebody candidate : candidates) {
            for (Somebody assessor : List.of(chair, member, independent)) {
                given(assessor, noConnection(assessor, candidate));
            }
        }
        return this;
    }

    DisclosePanelConnection noConnection(Somebody assessor, Somebody candidate) {
        return new DisclosePanelConnection(campaign, assessor.person(), candidate.person(), null, null);
    }

    SubmitScorecard score(Somebody assessor, Somebody candidate, AssessmentStage stage, int points) {
        return new SubmitScorecard(campaign, assessor.person(), candidate.person(), stage, scores(points, points));
    }

    static List<Score> scores(int leadership, int evidence) {
        return List.of(new Score(LEADERSHIP, leadership, "As shown"), new Score(EVIDENCE, evidence, "As shown"));
    }

    /** Scored by the chair and the member, on paper. */
    CampaignScene sifted(Somebody... candidates) {
        noConnections(candidates);
        for (Somebody candidate : candidates) {
            given(chair, score(chair, candidate, AssessmentStage.SIFT, 3));
            given(member, score(member, candidate, AssessmentStage.SIFT, 3));
        }
        return this;
    }

    CampaignScene longlisted(Somebody... candidates) {
        sifted(candidates);
        return given(chair, new LonglistCandidates(campaign, people(candidates), List.of()));
    }

    CampaignScene shortlisted(Somebody... candidates) {
        longlisted(candidates);
        return given(chair, new ShortlistCandidates(campaign, people(candidates), List.of()));
    }

    CampaignScene interviewed(Somebody... candidates) {
        shortlisted(candidates);
        for (Somebody candidate : candidates) {
            given(chair, interview(candidate));
        }
        return this;
    }

    RecordInterview interview(Somebody candidate) {
        return new RecordInterview(campaign, candidate.person(), fixture.today());
    }

    /** Scored by the chair and the member after the interview, and found appointable for all of the strands. */
    CampaignScene appointable(Somebody candidate, int points, StrandCode... strands) {
        given(chair, score(chair, candidate, AssessmentStage.INTERVIEW, points));
        given(member, score(member, candidate, AssessmentStage.INTERVIEW, points));
        return given(chair, new FindAppointable(campaign, candidate.person(), List.of(strands)));
    }

    /** A campaign with its recommendation, four for stroke, the best first; the assessment is only told. */
    List<Somebody> fourRecommended() {
        advertised().withPanel().nominationsClosed();
        List<Somebody> four =
                Stream.generate(() -> fixture.somebody(CLINICIAN)).limit(4).toList();
        fixture.given(PastEvents.recommended(campaign, people(four)));
        noConnections(four.toArray(Somebody[]::new));
        return four;
    }

    RecommendCandidates recommend(@Nullable String tieBreakReason, Somebody... merit) {
        return new RecommendCandidates(campaign, STROKE, people(merit), tieBreakReason);
    }

    DecideAppointment decide(List<Somebody> offers, List<Somebody> reserve, @Nullable String reason) {
        return new DecideAppointment(campaign, STROKE, people(offers), people(reserve), TERM, reason);
    }

    AcceptOffer accept(Somebody candidate) {
        return new AcceptOffer(campaign, candidate.person());
    }

    ConfirmAppointment confirm(Somebody candidate) {
        return new ConfirmAppointment(campaign, candidate.person());
    }

    StateImpartiality stateImpartial(Somebody candidate) {
        return new StateImpartiality(candidate.person(), campaign, null, "I serve no other interest");
    }

    ConfirmImpartiality confirmImpartial(Somebody candidate) {
        return new ConfirmImpartiality(candidate.person(), campaign, null);
    }

    /** What is recorded of somebody's part. */
    List<Object> participation(Somebody somebody) {
        return fixture.eventsOf(new ParticipationId(campaign, somebody.person()).stream());
    }

    static List<PersonId> people(Somebody... somebodies) {
        return people(List.of(somebodies));
    }

    static List<PersonId> people(List<Somebody> somebodies) {
        return somebodies.stream().map(Somebody::person).toList();
    }
}
