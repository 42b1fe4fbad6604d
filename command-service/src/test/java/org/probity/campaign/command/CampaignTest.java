package org.probity.campaign.command;

import static org.probity.campaign.command.CampaignRule.*;
import static org.probity.campaign.command.CampaignScene.*;
import static org.probity.command.DomainFixture.newBody;
import static org.probity.command.DomainFixture.newPerson;
import static org.probity.people.event.Authority.APPOINTMENTS_OFFICER;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.probity.campaign.command.AssessmentCommand.LonglistCandidates;
import org.probity.campaign.command.CampaignCommand.*;
import org.probity.campaign.command.NominationCommand.NominateLead;
import org.probity.campaign.command.NominationCommand.WithdrawCandidate;
import org.probity.campaign.event.CampaignEvent.*;
import org.probity.campaign.event.CampaignOutcome;
import org.probity.campaign.event.CampaignRules;
import org.probity.campaign.event.Criteria;
import org.probity.campaign.event.Criterion;
import org.probity.campaign.event.LeftReserveReason;
import org.probity.campaign.event.ParticipationEvent.*;
import org.probity.campaign.event.StrandPosts;
import org.probity.campaign.event.Timetable;
import org.probity.command.CommonRule;
import org.probity.command.DomainFixture.Somebody;
import org.probity.establishment.command.EstablishmentRule;
import org.probity.establishment.event.EstablishmentEvent.CapChanged;
import org.probity.establishment.event.EstablishmentEvent.HoldReleased;
import org.probity.establishment.event.EstablishmentEvent.PostFilled;
import org.probity.establishment.event.EstablishmentEvent.PostHeld;
import org.probity.establishment.event.HoldReleaseReason;
import org.probity.event.Term;
import org.probity.id.AimCode;
import org.probity.id.CampaignId;
import org.probity.id.EstablishmentId;
import org.probity.id.StrandCode;
import org.probity.policy.command.PolicyRule;
import org.probity.policy.command.RulePackRegister;

class CampaignTest {

    private static final LocalDate LATER = CLOSING.plusDays(7);
    private static final List<Criterion> OTHER_CRITERIA = List.of(new Criterion(LEADERSHIP, "Leads others", 100));

    private final CampaignScene scene = new CampaignScene();

    @Test
    void a_campaign_opens_with_the_numbers_of_the_rule_pack_in_force() {
        var rules =
                CampaignRules.of(scene.fixture.bean(RulePackRegister.class).inForce(scene.body, scene.fixture.today()));
        scene.posts()
                .when(scene.officer, scene.open())
                .then(new CampaignOpened(
                        scene.campaign,
                        scene.establishment,
                        scene.body,
                        "Leads 2026",
                        List.of(new StrandPosts(STROKE, 2), new StrandPosts(CANCER, 1)),
                        "One day a week",
                        new Criteria(CRITERIA),
                        TIMETABLE,
                        List.of(AIM),
                        rules));
    }

    @Test
    void a_campaign_opens_once() {
        scene.opened().when(scene.officer, scene.open()).thenRefused(CommonRule.ALREADY_EXISTS);
    }

    @Test
    void an_officer_of_another_body_may_not_open_a_campaign() {
        scene.posts()
                .when(scene.fixture.serving(newBody(), APPOINTMENTS_OFFICER), scene.open())
                .thenNotPermitted();
    }

    @Test
    void a_campaign_needs_an_establishment_that_exists() {
        var unknown = new OpenCampaign(
                scene.campaign,
                new EstablishmentId(UUID.randomUUID()),
                "Leads",
                List.of(new StrandPosts(STROKE, 1)),
                "One day",
                CRITERIA,
                TIMETABLE,
                List.of(AIM));
        scene.when(scene.officer, unknown).thenUnknownSubject();
    }

    @Test
    void a_campaign_is_for_posts_that_are_vacant_on_the_day_of_decision() {
        scene.posts()
                .when(scene.officer, openFor(new StrandPosts(STROKE, 3)))
                .thenRefused(NO_VACANCY, "strand", "stroke", "free", 2, "posts", 3);
        scene.fixture.given(held(1, new Term(LocalDate.of(2025, 6, 1), TIMETABLE.decision())));
        scene.fixture.given(
                held(2, new Term(LocalDate.of(2025, 6, 1), TIMETABLE.decision().plusDays(1))));
        scene.when(scene.officer, openFor(new StrandPosts(STROKE, 2)))
                .thenRefused(NO_VACANCY, "strand", "stroke", "free", 1, "posts", 2);
        scene.when(scene.officer, openFor(new StrandPosts(STROKE, 1))).thenAccepted();
    }

    @Test
    void a_campaign_asks_for_no_more_posts_in_all_than_the_cap_of_the_establishment_leaves() {
        scene.posts().fixture.given(new CapChanged(scene.establishment, 2, "Less money"));
        scene.when(scene.officer, openFor(new StrandPosts(STROKE, 2), new StrandPosts(CANCER, 1)))
                .thenRefused(NO_VACANCY, "strand", "cancer", "free", 0, "posts", 1);
        scene.when(scene.officer, openFor(new StrandPosts(STROKE, 1), new StrandPosts(CANCER, 1)))
                .thenAccepted();
    }

    @Test
    void a_campaign_is_for_open_strands_of_the_establishment() {
        scene.posts()
                .when(scene.officer, openFor(new StrandPosts(new StrandCode("alcohol"), 1)))
                .thenRefused(EstablishmentRule.UNKNOWN_STRAND, "strand", "alcohol");
    }

    @Test
    void a_campaign_names_its_strands_once_each() {
        scene.posts().when(scene.officer, openFor()).thenRefused(STRANDS_MISSING);
        scene.when(scene.officer, openFor(new StrandPosts(STROKE, 1), new StrandPosts(STROKE, 1)))
                .thenRefused(STRANDS_MISSING);
    }

    @Test
    void a_campaign_has_essential_criteria() {
        scene.posts().when(scene.officer, openWith(List.of())).thenRefused(CRITERIA_MISSING);
    }

    @Test
    void criteria_have_a_code_each() {
        var twice = List.of(new Criterion(LEADERSHIP, "Leads", 50), new Criterion(LEADERSHIP, "Leads more", 50));
        scene.posts().when(scene.officer, openWith(twice)).thenRefused(CRITERION_REPEATED);
    }

    @Test
    void the_weights_of_criteria_sum_to_a_hundred() {
        var ninety = List.of(new Criterion(LEADERSHIP, "Leads", 50), new Criterion(EVIDENCE, "Knows", 40));
        scene.posts().when(scene.officer, openWith(ninety)).thenRefused(WEIGHTS_NOT_100, "sum", 90);
    }

    @Test
    void no_step_of_the_timetable_comes_before_the_one_it_depends_on() {
        var muddled = new Timetable(
                CLOSING, CLOSING.plusDays(1), CLOSING.plusDays(3), CLOSING.plusDays(2), CLOSING.plusDays(9));
        scene.posts()
                .when(scene.officer, scene.open(List.of(new StrandPosts(STROKE, 1)), CRITERIA, muddled, List.of(AIM)))
                .thenRefused(TIMETABLE_OUT_OF_ORDER);
    }

    @Test
    void a_campaign_names_an_aim_of_the_body() {
        scene.posts()
                .when(scene.officer, scene.open(List.of(new StrandPosts(STROKE, 1)), CRITERIA, TIMETABLE, List.of()))
                .thenRefused(PolicyRule.AIMS_REQUIRED);
        scene.when(
                        scene.officer,
                        scene.open(
                                List.of(new StrandPosts(STROKE, 1)),
                                CRITERIA,
                                TIMETABLE,
                                List.of(AIM, new AimCode("somebody-elses"))))
                .thenRefused(PolicyRule.AIM_UNKNOWN, "aim", "somebody-elses");
    }

    @Test
    void criteria_change_freely_before_the_advert() {
        scene.opened()
                .when(scene.officer, new ChangeCriteria(scene.campaign, OTHER_CRITERIA))
                .then(new CriteriaChanged(scene.campaign, new Criteria(OTHER_CRITERIA)));
    }

    @Test
    void the_advert_freezes_the_criteria() {
        scene.opened()
                .when(scene.officer, advert(CLOSING))
                .then(new AdvertPublished(scene.campaign, List.of("Bulletin"), CLOSING, new Criteria(CRITERIA), false));
        scene.when(scene.officer, new ChangeCriteria(scene.campaign, OTHER_CRITERIA))
                .thenRefused(CRITERIA_FROZEN);
    }

    @Test
    void an_advert_appears_somewhere_and_closes_later() {
        scene.opened()
                .when(scene.officer, new PublishAdvert(scene.campaign, List.of(), CLOSING, null))
                .thenRefused(ADVERT_WITHOUT_PLACE);
        scene.when(scene.officer, advert(scene.fixture.today())).thenRefused(CLOSING_NOT_LATER);
    }

    @Test
    void a_change_after_the_advert_is_republished_with_a_later_closing_day() {
        scene.advertised()
                .when(scene.officer, new PublishAdvert(scene.campaign, List.of("Journal"), CLOSING, OTHER_CRITERIA))
                .thenRefused(CLOSING_NOT_LATER, "than", CLOSING);
        scene.when(scene.officer, new PublishAdvert(scene.campaign, List.of("Journal"), LATER, OTHER_CRITERIA))
                .then(new AdvertPublished(
                        scene.campaign, List.of("Journal"), LATER, new Criteria(OTHER_CRITERIA), true));
    }

    @Test
    void criteria_are_frozen_for_good_after_the_first_closing_day() {
        scene.advertised()
                .given(scene.officer, new ExtendClosing(scene.campaign, CLOSING.plusDays(3), "Few so far"))
                .nominationsClosed()
                .when(scene.officer, new PublishAdvert(scene.campaign, List.of("Journal"), LATER, OTHER_CRITERIA))
                .thenRefused(CRITERIA_FROZEN);
        scene.when(scene.officer, advert(LATER)).thenAccepted();
    }

    @Test
    void the_closing_day_only_moves_on() {
        scene.opened()
                .when(scene.officer, new ExtendClosing(scene.campaign, LATER, "Few so far"))
                .thenRefused(NOT_ADVERTISED);
        scene.given(scene.officer, advert(CLOSING))
                .when(scene.officer, new ExtendClosing(scene.campaign, CLOSING, "Few so far"))
                .thenRefused(CLOSING_NOT_LATER, "than", CLOSING);
        scene.when(scene.officer, new ExtendClosing(scene.campaign, LATER, "Few so far"))
                .then(new ClosingExtended(scene.campaign, LATER, "Few so far"));
    }

    @Test
    void nobody_is_let_in_once_the_longlist_is_drawn_up() {
        scene.advertised().withPanel();
        Somebody candidate = scene.candidate(STROKE);
        scene.nominationsClosed()
                .longlisted(candidate)
                .when(scene.officer, new ExtendClosing(scene.campaign, LATER, "Few so far"))
                .thenRefused(ALREADY_LONGLISTED);
        scene.when(scene.officer, advert(LATER)).thenRefused(ALREADY_LONGLISTED);
    }

    @Test
    void a_campaign_closes_when_every_candidate_has_an_outcome() {
        List<Somebody> four = scene.fourRecommended();
        scene.given(scene.authority, scene.decide(four.subList(0, 1), four.subList(1, 2), null))
                .when(scene.officer, close())
                .thenRefused(UNDECIDED_CANDIDATES, "undecided", 3);
        Somebody first = four.getFirst();
        scene.declares(first.person());
        scene.given(first, scene.accept(first), scene.stateImpartial(first))
                .given(scene.chair, scene.confirmImpartial(first))
                .given(scene.officer, scene.confirm(first))
                .when(scene.officer, close(four.get(2)))
                .thenRefused(UNDECIDED_CANDIDATES, "undecided", 1);
        scene.when(scene.officer, close(four.get(2), four.get(3)))
                .thenAmongOthers(
                        new NotAppointed(scene.campaign, four.get(2).person()),
                        new NotAppointed(scene.campaign, four.get(3).person()),
                        new CampaignClosed(scene.campaign, CampaignOutcome.APPOINTMENTS_MADE));
    }

    @Test
    void an_applicant_whom_nobody_ever_looked_at_is_undecided_too() {
        scene.advertised().withPanel();
        Somebody applicant = scene.applicant(STROKE);
        scene.nominationsClosed().when(scene.officer, close()).thenRefused(UNDECIDED_CANDIDATES, "undecided", 1);
        scene.when(scene.officer, close(applicant)).thenAccepted();
    }

    @Test
    void whoever_lacked_only_the_employers_release_at_the_close_does_not_come_back() {
        scene.advertised().withPanel();
        Somebody late = scene.candidate(STROKE);
        scene.nominationsClosed()
                .given(scene.officer, scene.eligibility(late, true, true, false))
                .when(scene.officer, close())
                .thenAmongOthers(new EligibilityLost(scene.campaign, late.person()));
        scene.when(scene.officer, scene.eligibility(late, true, true, true)).thenRefused(CAMPAIGN_OVER);
    }

    @Test
    void a_nominee_who_never_answered_is_no_candidate_to_decide_on() {
        scene.advertised().withPanel();
        Somebody nominee = scene.clinician();
        scene.given(scene.officer, new NominateLead(scene.campaign, nominee.person(), List.of(STROKE), null))
                .nominationsClosed()
                .when(scene.officer, close())
                .thenAccepted();
    }

    @Test
    void a_campaign_that_still_takes_nominations_is_cancelled_and_not_closed() {
        scene.advertised().when(scene.officer, close()).thenRefused(NOMINATIONS_OPEN);
        scene.when(scene.officer, new CancelCampaign(scene.campaign, "No money"))
                .thenAccepted();
    }

    @Test
    void a_competition_runs_from_the_advert_to_the_filled_post() {
        scene.advertised().withPanel();
        Somebody better = scene.candidate(STROKE);
        Somebody good = scene.candidate(STROKE, CANCER);
        scene.nominationsClosed()
                .interviewed(better, good)
                .appointable(better, 4, STROKE)
                .appointable(good, 3, STROKE)
                .given(scene.chair, scene.recommend(null, better, good))
                .given(scene.authority, scene.decide(List.of(better), List.of(good), null));
        scene.declares(better.person());
        scene.given(better, scene.accept(better), scene.stateImpartial(better))
                .given(scene.chair, scene.confirmImpartial(better))
                .when(scene.officer, scene.confirm(better))
                .thenAmongOthers(
                        new PostFilled(scene.establishment, 1, STROKE, better.person(), scene.campaign, TERM, null));
        scene.when(scene.officer, close()).then(new CampaignClosed(scene.campaign, CampaignOutcome.APPOINTMENTS_MADE));
    }

    @Test
    void a_campaign_may_close_without_an_appointment() {
        scene.advertised().withPanel();
        Somebody candidate = scene.candidate(STROKE);
        scene.nominationsClosed()
                .longlisted(candidate)
                .when(scene.officer, close(candidate))
                .thenAmongOthers(new CampaignClosed(scene.campaign, CampaignOutcome.NO_APPOINTMENT_MADE));
        scene.when(scene.officer, close()).thenRefused(CAMPAIGN_OVER);
    }

    @Test
    void nobody_with_an_outcome_is_named_as_left_over() {
        scene.advertised().withPanel();
        Somebody candidate = scene.candidate(STROKE);
        scene.given(candidate, new WithdrawCandidate(scene.campaign, candidate.person(), null))
                .nominationsClosed()
                .when(scene.officer, close(candidate))
                .thenRefused(ALREADY_DECIDED, "stage", "WITHDRAWN");
    }

    @Test
    void a_closed_campaign_takes_no_further_steps() {
        scene.advertised().withPanel();
        Somebody candidate = scene.candidate(STROKE);
        scene.nominationsClosed()
                .given(scene.officer, close(candidate))
                .when(scene.officer, advert(LATER))
                .thenRefused(CAMPAIGN_OVER);
        scene.when(scene.officer, new CancelCampaign(scene.campaign, "No money"))
                .thenRefused(CAMPAIGN_OVER);
        scene.when(scene.officer, scene.eligibility(candidate, true, true, true))
                .thenRefused(CAMPAIGN_OVER);
        scene.when(scene.chair, new LonglistCandidates(scene.campaign, people(candidate), List.of()))
                .thenRefused(CAMPAIGN_OVER);
    }

    @Test
    void cancelling_lets_go_of_posts_held_for_open_offers_and_ends_the_reserve_list() {
        List<Somebody> four = scene.fourRecommended();
        Somebody offered = four.getFirst();
        Somebody reserve = four.get(1);
        scene.given(scene.authority, scene.decide(List.of(offered), List.of(reserve), null))
                .when(scene.officer, new CancelCampaign(scene.campaign, "No money"))
                .thenAmongOthers(
                        new CampaignCancelled(scene.campaign, "No money"),
                        new OfferWithdrawn(scene.campaign, offered.person(), scene.establishment, STROKE, 1, null),
                        new HoldReleased(
                                scene.establishment,
                                1,
                                STROKE,
                                offered.person(),
                                scene.campaign,
                                TERM,
                                HoldReleaseReason.CAMPAIGN_CANCELLED),
                        new LeftReserve(
                                scene.campaign, reserve.person(), STROKE, LeftReserveReason.CAMPAIGN_CANCELLED));
    }

    @Test
    void a_clinician_complains_for_themselves_and_an_officer_for_anybody() {
        Somebody complainant = scene.opened().clinician();
        var complaint = new LodgeComplaint(scene.campaign, complainant.person(), "I was not told");
        var lodged = new ComplaintLodged(scene.campaign, complainant.person(), "I was not told");
        scene.when(complainant, complaint).then(lodged);
        scene.when(scene.officer, complaint).then(lodged);
        scene.when(scene.clinician(), complaint).thenNotPermitted();
        scene.when(scene.officer, new LodgeComplaint(scene.campaign, newPerson(), "Unheard"))
                .thenUnknownSubject();
    }

    @Test
    void feedback_is_for_candidates() {
        Somebody candidate = scene.advertised().applicant(STROKE);
        scene.when(scene.officer, new GiveFeedback(scene.campaign, candidate.person(), "Bring figures"))
                .then(new FeedbackGiven(scene.campaign, candidate.person(), "Bring figures"));
        scene.when(scene.officer, new GiveFeedback(scene.campaign, newPerson(), "Bring figures"))
                .thenRefused(NOT_A_CANDIDATE);
    }

    @Test
    void a_command_about_an_unknown_campaign_finds_nothing() {
        scene.when(scene.officer, new CancelCampaign(new CampaignId(UUID.randomUUID()), "No money"))
                .thenUnknownSubject();
    }

    private OpenCampaign openFor(StrandPosts... strands) {
        return scene.open(List.of(strands), CRITERIA, TIMETABLE, List.of(AIM));
    }

    private OpenCampaign openWith(List<Criterion> criteria) {
        return scene.open(List.of(new StrandPosts(STROKE, 1)), criteria, TIMETABLE, List.of(AIM));
    }

    private PublishAdvert advert(LocalDate closing) {
        return new PublishAdvert(scene.campaign, List.of("Bulletin"), closing, null);
    }

    private CloseCampaign close(Somebody... notAppointed) {
        return new CloseCampaign(scene.campaign, people(notAppointed));
    }

    private PostHeld held(int slot, Term term) {
        return new PostHeld(scene.establishment, slot, STROKE, newPerson(), new CampaignId(UUID.randomUUID()), term);
    }
}
