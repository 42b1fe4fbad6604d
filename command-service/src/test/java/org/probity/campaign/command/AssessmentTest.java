package org.probity.campaign.command;

import static org.probity.campaign.command.CampaignRule.*;
import static org.probity.campaign.command.CampaignScene.*;
import static org.probity.campaign.event.AssessmentStage.INTERVIEW;
import static org.probity.campaign.event.AssessmentStage.SIFT;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.probity.campaign.command.AppointmentCommand.DecideAppointment;
import org.probity.campaign.command.AssessmentCommand.*;
import org.probity.campaign.command.PanelCommand.AppointActingPanelChair;
import org.probity.campaign.command.PanelCommand.DisclosePanelConnection;
import org.probity.campaign.command.PanelCommand.MitigatePanelConnection;
import org.probity.campaign.command.PanelCommand.RecusePanelMember;
import org.probity.campaign.event.AssessmentStage;
import org.probity.campaign.event.CampaignEvent.*;
import org.probity.campaign.event.ConnectionKind;
import org.probity.campaign.event.LeftReserveReason;
import org.probity.campaign.event.MeritPlace;
import org.probity.campaign.event.ParticipationEvent.*;
import org.probity.campaign.event.Score;
import org.probity.command.DomainFixture.Somebody;
import org.probity.event.Term;
import org.probity.id.CriterionCode;
import org.probity.id.StrandCode;
import org.probity.interests.event.Mitigation;

class AssessmentTest {

    private final CampaignScene scene = new CampaignScene();

    @Test
    void a_scorecard_stands_with_the_assessor_and_its_receipt_with_the_candidate() {
        Somebody candidate = candidateToSift();
        scene.when(scene.member, scene.score(scene.member, candidate, SIFT, 3))
                .then(
                        new ScorecardSubmitted(
                                scene.campaign, scene.member.person(), candidate.person(), SIFT, scores(3, 3)),
                        new ScorecardReceived(scene.campaign, candidate.person(), scene.member.person(), SIFT));
        scene.when(scene.member, scene.score(scene.member, candidate, SIFT, 4)).thenRefused(SCORECARD_SUBMITTED);
    }

    @Test
    void only_the_panel_scores_and_each_for_themselves() {
        Somebody candidate = candidateToSift();
        Somebody outsider = scene.assessor();
        scene.when(outsider, scene.score(outsider, candidate, SIFT, 3)).thenRefused(NOT_ON_PANEL);
        scene.when(scene.chair, scene.score(scene.member, candidate, SIFT, 3)).thenNotPermitted();
        scene.when(scene.member, scene.score(scene.member, outsider, SIFT, 3)).thenRefused(NOT_A_CANDIDATE);
    }

    @Test
    void scores_are_whole_points_up_to_the_highest_of_the_rule_pack() {
        Somebody candidate = candidateToSift();
        scene.when(scene.member, scene.score(scene.member, candidate, SIFT, 5))
                .thenRefused(SCORE_OUT_OF_RANGE, "max", 4);
        scene.when(scene.member, scene.score(scene.member, candidate, SIFT, -1)).thenRefused(SCORE_OUT_OF_RANGE);
        scene.when(scene.member, scene.score(scene.member, candidate, SIFT, 0)).thenAccepted();
    }

    @Test
    void every_criterion_is_scored_once() {
        Somebody candidate = candidateToSift();
        var leadership = new Score(LEADERSHIP, 3, "Led a ward");
        scene.when(scene.member, scorecard(candidate, leadership)).thenRefused(SCORECARD_INCOMPLETE);
        scene.when(scene.member, scorecard(candidate, leadership, leadership)).thenRefused(CRITERION_REPEATED);
        scene.when(scene.member, scorecard(candidate, leadership, new Score(new CriterionCode("charm"), 4, "Smiles")))
                .thenRefused(CRITERION_UNKNOWN, "criterion", "charm");
    }

    @Test
    void an_assessor_says_first_how_they_are_connected() {
        scene.advertised().withPanel();
        Somebody candidate = scene.candidate(STROKE);
        scene.nominationsClosed()
                .when(scene.member, scene.score(scene.member, candidate, SIFT, 3))
                .thenRefused(CONNECTION_NOT_DISCLOSED);
    }

    @Test
    void a_connected_assessor_scores_once_the_chair_has_only_noted_it() {
        Somebody candidate = candidateToSift();
        scene.given(scene.member, connected(scene.member, candidate))
                .when(scene.member, scene.score(scene.member, candidate, SIFT, 3))
                .thenRefused(CONNECTION_NOT_MITIGATED);
        scene.given(scene.chair, mitigate(candidate, Mitigation.NOTE_ONLY))
                .when(scene.member, scene.score(scene.member, candidate, SIFT, 3))
                .thenAccepted();
    }

    @Test
    void saying_later_that_there_is_no_connection_undoes_nothing() {
        Somebody candidate = candidateToSift();
        scene.given(scene.member, connected(scene.member, candidate), scene.noConnection(scene.member, candidate))
                .when(scene.member, scene.score(scene.member, candidate, SIFT, 3))
                .thenRefused(CONNECTION_NOT_MITIGATED);
        scene.given(scene.chair, mitigate(candidate, Mitigation.DISCUSS_NO_VOTE))
                .given(scene.member, scene.noConnection(scene.member, candidate))
                .when(scene.member, scene.score(scene.member, candidate, SIFT, 3))
                .thenRefused(RECUSED);
    }

    @Test
    void paper_is_scored_after_closing_and_when_the_candidate_is_eligible() {
        scene.advertised().withPanel();
        Somebody early = scene.candidate(STROKE);
        Somebody unchecked = scene.applicant(STROKE);
        scene.noConnections(early, unchecked)
                .when(scene.member, scene.score(scene.member, early, SIFT, 3))
                .thenRefused(NOMINATIONS_OPEN);
        scene.nominationsClosed()
                .when(scene.member, scene.score(scene.member, unchecked, SIFT, 3))
                .thenRefused(STAGE_NOT_REACHED, "stage", "CANDIDATE");
        scene.given(scene.officer, scene.eligibility(unchecked, true, false, true))
                .when(scene.member, scene.score(scene.member, unchecked, SIFT, 3))
                .thenRefused(ALREADY_DECIDED, "stage", "INELIGIBLE");
    }

    @Test
    void an_interview_is_scored_once_it_was_held() {
        Somebody candidate = candidateToSift();
        scene.shortlisted(candidate)
                .when(scene.member, scene.score(scene.member, candidate, INTERVIEW, 3))
                .thenRefused(STAGE_NOT_REACHED, "stage", "SHORTLISTED");
        scene.given(scene.chair, scene.interview(candidate))
                .when(scene.member, scene.score(scene.member, candidate, INTERVIEW, 3))
                .thenAccepted();
        scene.when(scene.independent, scene.score(scene.independent, candidate, SIFT, 3))
                .thenRefused(ALREADY_DECIDED, "stage", "INTERVIEWED");
    }

    @Test
    void a_scorecard_is_superseded_with_a_reason_and_the_first_stays() {
        Somebody candidate = candidateToSift();
        scene.when(scene.member, supersede(candidate, SIFT)).thenRefused(OWN_SCORECARD_MISSING);
        scene.given(scene.member, scene.score(scene.member, candidate, SIFT, 3))
                .when(scene.member, supersede(candidate, SIFT))
                .then(
                        new ScorecardSuperseded(
                                scene.campaign,
                                scene.member.person(),
                                candidate.person(),
                                SIFT,
                                scores(4, 2),
                                "Misread page 3"),
                        new ScorecardReplaced(scene.campaign, candidate.person(), scene.member.person(), SIFT));
    }

    @Test
    void others_scores_open_after_ones_own_is_in_and_make_it_final() {
        Somebody candidate = candidateToSift();
        var read = new ReadOthersScorecards(scene.campaign, scene.chair.person(), candidate.person(), SIFT);
        scene.given(scene.member, scene.score(scene.member, candidate, SIFT, 3))
                .when(scene.chair, read)
                .thenRefused(OWN_SCORECARD_MISSING);
        scene.given(scene.chair, scene.score(scene.chair, candidate, SIFT, 3))
                .when(scene.chair, read)
                .then(new OthersScoresSeen(scene.campaign, scene.chair.person(), candidate.person(), SIFT));
        scene.when(
                        scene.chair,
                        new SupersedeScorecard(
                                scene.campaign,
                                scene.chair.person(),
                                candidate.person(),
                                SIFT,
                                scores(4, 4),
                                "Second thoughts"))
                .thenRefused(SCORECARD_FINAL);
        scene.when(scene.member, supersede(candidate, SIFT)).thenAccepted();
        scene.when(scene.member, read).thenNotPermitted();
    }

    @Test
    void a_recused_member_does_not_read_others_scores() {
        Somebody candidate = candidateToSift();
        scene.given(scene.member, scene.score(scene.member, candidate, SIFT, 3))
                .given(scene.officer, recuse(scene.member))
                .when(
                        scene.member,
                        new ReadOthersScorecards(scene.campaign, scene.member.person(), candidate.person(), SIFT))
                .thenRefused(RECUSED);
        scene.when(scene.member, supersede(candidate, SIFT)).thenRefused(RECUSED);
    }

    @Test
    void a_scorecard_is_final_once_the_panel_has_judged() {
        Somebody candidate = candidateToSift();
        scene.longlisted(candidate)
                .when(scene.member, supersede(candidate, SIFT))
                .thenRefused(SCORECARD_FINAL);
        scene.given(scene.chair, new ShortlistCandidates(scene.campaign, people(candidate), List.of()))
                .given(scene.chair, scene.interview(candidate))
                .appointable(candidate, 3, STROKE)
                .when(scene.member, supersede(candidate, INTERVIEW))
                .thenRefused(SCORECARD_FINAL);
    }

    @Test
    void the_longlist_stands_with_the_campaign_and_with_each_candidate() {
        scene.advertised().withPanel();
        Somebody in = scene.candidate(STROKE);
        Somebody out = scene.candidate(STROKE);
        scene.nominationsClosed()
                .sifted(in, out)
                .when(scene.chair, longlist(in, out))
                .then(
                        new CandidatesLonglisted(scene.campaign, people(in), people(out)),
                        new CandidateLonglisted(scene.campaign, in.person()),
                        new CandidateNotLonglisted(scene.campaign, out.person(), "Too little evidence"));
        scene.when(scene.chair, longlist(in, out)).thenRefused(ALREADY_DECIDED, "stage", "LONGLISTED");
    }

    @Test
    void the_longlist_rests_on_two_scorecards_a_candidate() {
        Somebody candidate = candidateToSift();
        scene.given(scene.member, scene.score(scene.member, candidate, SIFT, 3))
                .when(scene.chair, new LonglistCandidates(scene.campaign, people(candidate), List.of()))
                .thenRefused(SCORECARDS_MISSING, "scorecards", 1, "minimum", 2);
        scene.when(
                        scene.chair,
                        new LonglistCandidates(
                                scene.campaign,
                                List.of(),
                                List.of(new SiftedOut(candidate.person(), "Too little evidence"))))
                .thenRefused(SCORECARDS_MISSING);
    }

    @Test
    void scorecards_of_a_recused_member_do_not_count() {
        Somebody candidate = candidateToSift();
        scene.sifted(candidate)
                .given(scene.chair, recuse(scene.member))
                .when(scene.chair, new LonglistCandidates(scene.campaign, people(candidate), List.of()))
                .thenRefused(SCORECARDS_MISSING, "scorecards", 1, "minimum", 2);
        scene.given(scene.independent, scene.score(scene.independent, candidate, SIFT, 2))
                .when(scene.chair, new LonglistCandidates(scene.campaign, people(candidate), List.of()))
                .thenAccepted();
    }

    @Test
    void only_eligible_candidates_are_longlisted() {
        scene.advertised().withPanel();
        Somebody unchecked = scene.unconnected(STROKE);
        scene.nominationsClosed()
                .when(scene.chair, new LonglistCandidates(scene.campaign, people(unchecked), List.of()))
                .thenRefused(NOT_ELIGIBLE);
    }

    @Test
    void only_the_chair_draws_up_lists_and_each_candidate_is_named_once() {
        Somebody candidate = candidateToSift();
        scene.sifted(candidate)
                .when(scene.member, new LonglistCandidates(scene.campaign, people(candidate), List.of()))
                .thenRefused(NOT_PANEL_CHAIR);
        scene.when(scene.chair, longlist(candidate, candidate)).thenRefused(PERSON_REPEATED);
    }

    @Test
    void a_list_or_an_order_of_merit_names_somebody() {
        Somebody candidate = candidateToSift();
        scene.sifted(candidate)
                .when(scene.chair, new LonglistCandidates(scene.campaign, List.of(), List.of()))
                .thenRefused(NOBODY_NAMED);
        scene.given(scene.chair, new LonglistCandidates(scene.campaign, people(candidate), List.of()))
                .when(scene.chair, new ShortlistCandidates(scene.campaign, List.of(), List.of()))
                .thenRefused(NOBODY_NAMED);
        scene.when(scene.chair, scene.recommend("Nobody is good enough")).thenRefused(NOBODY_NAMED);
    }

    @Test
    void a_chair_who_is_recused_leaves_it_to_the_acting_chair() {
        Somebody candidate = candidateToSift();
        var longlist = new LonglistCandidates(scene.campaign, people(candidate), List.of());
        scene.noConnections(candidate)
                .given(scene.member, scene.score(scene.member, candidate, SIFT, 3))
                .given(scene.independent, scene.score(scene.independent, candidate, SIFT, 3))
                .given(scene.officer, recuse(scene.chair))
                .when(scene.chair, longlist)
                .thenRefused(RECUSED);
        scene.given(
                        scene.officer,
                        new AppointActingPanelChair(scene.campaign, scene.member.person(), "Chair is recused"))
                .when(scene.member, longlist)
                .thenAccepted();
    }

    @Test
    void the_shortlist_is_drawn_from_the_longlist() {
        scene.advertised().withPanel();
        Somebody in = scene.candidate(STROKE);
        Somebody out = scene.candidate(STROKE);
        Somebody unlisted = scene.candidate(STROKE);
        scene.nominationsClosed()
                .noConnections(unlisted)
                .longlisted(in, out)
                .when(scene.chair, new ShortlistCandidates(scene.campaign, people(unlisted), List.of()))
                .thenRefused(STAGE_NOT_REACHED, "stage", "CANDIDATE");
        scene.when(
                        scene.chair,
                        new ShortlistCandidates(
                                scene.campaign, people(in), List.of(new SiftedOut(out.person(), "Others stronger"))))
                .then(
                        new CandidatesShortlisted(scene.campaign, people(in), people(out)),
                        new CandidateShortlisted(scene.campaign, in.person()),
                        new CandidateNotShortlisted(scene.campaign, out.person(), "Others stronger"));
        scene.when(scene.chair, new ShortlistCandidates(scene.campaign, people(in, in), List.of()))
                .thenRefused(PERSON_REPEATED);
    }

    @Test
    void the_shortlist_rests_on_scorecards_that_still_count() {
        Somebody candidate = candidateToSift();
        scene.longlisted(candidate)
                .given(scene.officer, recuse(scene.member))
                .when(scene.chair, new ShortlistCandidates(scene.campaign, people(candidate), List.of()))
                .thenRefused(SCORECARDS_MISSING, "scorecards", 1, "minimum", 2);
        scene.when(
                        scene.chair,
                        new ShortlistCandidates(
                                scene.campaign,
                                List.of(),
                                List.of(new SiftedOut(candidate.person(), "Others stronger"))))
                .thenRefused(SCORECARDS_MISSING);
    }

    @Test
    void a_chair_judges_nobody_before_they_said_how_they_are_connected_and_it_was_decided_on() {
        scene.advertised().withPanel();
        Somebody candidate = scene.candidate(STROKE);
        scene.nominationsClosed();
        for (Somebody assessor : List.of(scene.member, scene.independent)) {
            scene.given(assessor, scene.noConnection(assessor, candidate), scene.score(assessor, candidate, SIFT, 3));
        }
        var longlist = new LonglistCandidates(scene.campaign, people(candidate), List.of());
        scene.when(scene.chair, longlist).thenRefused(CONNECTION_NOT_DISCLOSED);
        scene.given(scene.chair, connected(scene.chair, candidate))
                .when(scene.chair, longlist)
                .thenRefused(CONNECTION_NOT_MITIGATED);
        scene.given(candidate, scene.stateImpartial(candidate))
                .when(scene.chair, scene.confirmImpartial(candidate))
                .thenRefused(CONNECTION_NOT_MITIGATED);
        scene.given(
                        scene.authority,
                        new MitigatePanelConnection(
                                scene.campaign,
                                scene.chair.person(),
                                candidate.person(),
                                Mitigation.NOTE_ONLY,
                                "One paper in 2019",
                                "Not close",
                                "Noted",
                                null))
                .when(scene.chair, longlist)
                .thenAccepted();
    }

    @Test
    void a_chair_recommends_nobody_whose_connection_is_undecided() {
        Somebody candidate = candidateToSift();
        scene.interviewed(candidate)
                .appointable(candidate, 4, STROKE)
                .given(scene.chair, connected(scene.chair, candidate))
                .when(scene.chair, scene.recommend(null, candidate))
                .thenRefused(CONNECTION_NOT_MITIGATED);
    }

    @Test
    void an_interview_is_recorded_of_the_shortlisted_and_after_it_was_held() {
        Somebody candidate = candidateToSift();
        scene.longlisted(candidate)
                .when(scene.chair, scene.interview(candidate))
                .thenRefused(STAGE_NOT_REACHED, "stage", "LONGLISTED");
        scene.given(scene.chair, new ShortlistCandidates(scene.campaign, people(candidate), List.of()))
                .when(
                        scene.chair,
                        new RecordInterview(
                                scene.campaign,
                                candidate.person(),
                                scene.fixture.today().plusDays(1)))
                .thenRefused(INTERVIEW_NOT_HELD);
        scene.when(scene.member, scene.interview(candidate)).thenRefused(NOT_PANEL_CHAIR);
        scene.when(scene.chair, scene.interview(candidate))
                .then(new InterviewRecorded(scene.campaign, candidate.person(), scene.fixture.today()));
    }

    @Test
    void the_total_is_the_mean_of_the_assessors_weighted_scores() {
        Somebody candidate = candidateToSift();
        scene.interviewed(candidate)
                .given(scene.chair, interviewScores(scene.chair, candidate, 4, 3))
                .given(scene.member, interviewScores(scene.member, candidate, 3, 1))
                .given(scene.independent, interviewScores(scene.independent, candidate, 2, 2))
                .when(scene.chair, find(candidate, STROKE))
                .then(found(candidate, "65.00"));
    }

    @Test
    void totals_are_rounded_half_up_to_two_decimals() {
        Somebody candidate = candidateToSift();
        scene.interviewed(candidate)
                .given(scene.chair, interviewScores(scene.chair, candidate, 4, 4))
                .given(scene.member, interviewScores(scene.member, candidate, 4, 4))
                .given(scene.independent, interviewScores(scene.independent, candidate, 4, 2))
                .when(scene.chair, find(candidate, STROKE))
                .then(found(candidate, "93.33"));
    }

    @Test
    void a_superseded_score_counts_instead_of_the_first() {
        Somebody candidate = candidateToSift();
        scene.interviewed(candidate)
                .given(scene.chair, scene.score(scene.chair, candidate, INTERVIEW, 4))
                .given(scene.member, scene.score(scene.member, candidate, INTERVIEW, 2))
                .given(
                        scene.member,
                        new SupersedeScorecard(
                                scene.campaign,
                                scene.member.person(),
                                candidate.person(),
                                INTERVIEW,
                                scores(4, 4),
                                "Mixed up two candidates"))
                .when(scene.chair, find(candidate, STROKE))
                .then(found(candidate, "100.00"));
    }

    @Test
    void moderated_scores_stand_beside_the_originals_and_make_the_total() {
        Somebody candidate = candidateToSift();
        var moderate = new ModerateScores(
                scene.campaign, candidate.person(), INTERVIEW, scores(3, 4), "Evidence agreed by all");
        scene.interviewed(candidate)
                .given(scene.chair, scene.score(scene.chair, candidate, INTERVIEW, 4))
                .when(scene.chair, moderate)
                .thenRefused(SCORECARDS_MISSING, "scorecards", 1);
        scene.given(scene.member, scene.score(scene.member, candidate, INTERVIEW, 2))
                .when(scene.member, moderate)
                .thenRefused(NOT_PANEL_CHAIR);
        scene.when(scene.chair, moderate)
                .then(new ScoresModerated(
                        scene.campaign, candidate.person(), INTERVIEW, scores(3, 4), "Evidence agreed by all"));
        scene.when(scene.chair, find(candidate, STROKE)).then(found(candidate, "85.00"));
        scene.when(scene.chair, moderate).thenRefused(SCORECARD_FINAL);
    }

    @Test
    void moderated_scores_are_a_complete_scorecard_too() {
        Somebody candidate = candidateToSift();
        scene.interviewed(candidate)
                .when(
                        scene.chair,
                        new ModerateScores(
                                scene.campaign,
                                candidate.person(),
                                INTERVIEW,
                                List.of(new Score(LEADERSHIP, 3, "Agreed")),
                                "Agreed"))
                .thenRefused(SCORECARD_INCOMPLETE);
    }

    @Test
    void a_recused_members_interview_scores_are_left_out_of_the_total() {
        Somebody candidate = candidateToSift();
        scene.interviewed(candidate)
                .given(scene.chair, scene.score(scene.chair, candidate, INTERVIEW, 4))
                .given(scene.member, scene.score(scene.member, candidate, INTERVIEW, 0))
                .given(scene.officer, recuse(scene.member))
                .when(scene.chair, find(candidate, STROKE))
                .thenRefused(SCORECARDS_MISSING, "scorecards", 1, "minimum", 2);
        scene.given(scene.independent, scene.score(scene.independent, candidate, INTERVIEW, 4))
                .when(scene.chair, find(candidate, STROKE))
                .then(found(candidate, "100.00"));
    }

    @Test
    void a_finding_rests_on_an_interview_and_two_scorecards() {
        Somebody candidate = candidateToSift();
        scene.shortlisted(candidate).when(scene.chair, find(candidate, STROKE)).thenRefused(NOT_INTERVIEWED);
        scene.given(scene.chair, scene.interview(candidate))
                .given(scene.chair, scene.score(scene.chair, candidate, INTERVIEW, 4))
                .when(scene.chair, find(candidate, STROKE))
                .thenRefused(SCORECARDS_MISSING, "scorecards", 1, "minimum", 2);
        scene.when(scene.chair, new FindNotAppointable(scene.campaign, candidate.person(), "Too early"))
                .thenRefused(SCORECARDS_MISSING);
    }

    @Test
    void a_finding_is_for_strands_applied_for() {
        Somebody candidate = candidateToSift();
        scene.interviewed(candidate)
                .when(scene.chair, find(candidate, CANCER))
                .thenRefused(STRAND_NOT_APPLIED_FOR, "strand", "cancer");
        scene.when(scene.chair, find(candidate, new StrandCode("alcohol"))).thenRefused(STRAND_NOT_IN_CAMPAIGN);
        scene.when(scene.chair, find(candidate)).thenRefused(STRANDS_MISSING);
    }

    @Test
    void a_candidate_is_found_once_and_by_the_chair() {
        Somebody candidate = candidateToSift();
        scene.interviewed(candidate).when(scene.member, find(candidate, STROKE)).thenRefused(NOT_PANEL_CHAIR);
        scene.appointable(candidate, 3, STROKE)
                .when(scene.chair, find(candidate, STROKE))
                .thenRefused(ALREADY_DECIDED, "stage", "APPOINTABLE");
        scene.when(scene.chair, new FindNotAppointable(scene.campaign, candidate.person(), "No"))
                .thenRefused(ALREADY_DECIDED);
    }

    @Test
    void not_every_interviewed_candidate_is_appointable() {
        Somebody candidate = candidateToSift();
        scene.interviewed(candidate)
                .given(scene.chair, scene.score(scene.chair, candidate, INTERVIEW, 1))
                .given(scene.member, scene.score(scene.member, candidate, INTERVIEW, 1))
                .when(scene.chair, new FindNotAppointable(scene.campaign, candidate.person(), "No evidence"))
                .then(new FoundNotAppointable(scene.campaign, candidate.person(), "No evidence"));
        scene.when(scene.chair, scene.recommend(null, candidate)).thenRefused(NOT_APPOINTABLE);
    }

    @Test
    void the_recommendation_is_the_order_of_merit() {
        List<Somebody> two = found(4, 3);
        scene.when(scene.chair, scene.recommend(null, two.get(0), two.get(1)))
                .then(
                        new CandidatesRecommended(
                                scene.campaign,
                                STROKE,
                                List.of(
                                        new MeritPlace(two.get(0).person(), 1, new BigDecimal("100.00")),
                                        new MeritPlace(two.get(1).person(), 2, new BigDecimal("75.00"))),
                                null),
                        new CandidateRecommended(
                                scene.campaign, two.get(0).person(), STROKE, 1, new BigDecimal("100.00")),
                        new CandidateRecommended(
                                scene.campaign, two.get(1).person(), STROKE, 2, new BigDecimal("75.00")));
    }

    @Test
    void the_order_of_merit_follows_the_totals_and_leaves_nobody_out() {
        List<Somebody> two = found(4, 3);
        scene.when(scene.chair, scene.recommend("We liked it", two.get(1), two.get(0)))
                .thenRefused(NOT_IN_MERIT_ORDER);
        scene.when(scene.chair, scene.recommend(null, two.get(0))).thenRefused(APPOINTABLE_LEFT_OUT, "missing", 1);
        scene.when(scene.chair, scene.recommend("Twice", two.get(0), two.get(0), two.get(1)))
                .thenRefused(PERSON_REPEATED);
        scene.when(scene.member, scene.recommend(null, two.get(0), two.get(1))).thenRefused(NOT_PANEL_CHAIR);
    }

    @Test
    void the_reserve_of_one_strand_is_named_in_the_order_of_merit_of_another() {
        scene.advertised().withPanel();
        Somebody first = scene.candidate(STROKE);
        Somebody reserve = scene.candidate(STROKE, CANCER);
        Somebody other = scene.candidate(CANCER);
        scene.nominationsClosed()
                .interviewed(first, reserve, other)
                .appointable(first, 4, STROKE)
                .appointable(reserve, 3, STROKE, CANCER)
                .appointable(other, 2, CANCER)
                .given(scene.chair, scene.recommend(null, first, reserve))
                .given(scene.authority, scene.decide(List.of(first), List.of(reserve), null))
                .when(scene.chair, recommendForCancer(other))
                .thenRefused(APPOINTABLE_LEFT_OUT, "missing", 1);
        scene.when(scene.chair, recommendForCancer(reserve, other))
                .thenAmongOthers(
                        new CandidateRecommended(scene.campaign, reserve.person(), CANCER, 1, new BigDecimal("75.00")));
        scene.when(
                        scene.authority,
                        new DecideAppointment(scene.campaign, CANCER, people(reserve), people(other), TERM, null))
                .thenAccepted();
    }

    @Test
    void a_new_recommendation_begins_the_time_anew_for_whose_time_on_the_reserve_list_is_over() {
        List<Somebody> two = found(4, 3);
        Somebody reserve = two.get(1);
        scene.given(scene.chair, scene.recommend(null, two.get(0), reserve))
                .given(scene.authority, scene.decide(two.subList(0, 1), List.of(reserve), null));
        scene.fixture.at("2028-06-01T12:00:00Z");
        var term = new Term(LocalDate.of(2028, 7, 1), LocalDate.of(2030, 7, 1));
        var decide = new DecideAppointment(scene.campaign, STROKE, people(reserve), List.of(), term, null);
        scene.when(scene.authority, decide).thenRefused(RESERVE_EXPIRED);
        scene.when(scene.chair, scene.recommend(null, reserve))
                .thenAmongOthers(
                        new LeftReserve(scene.campaign, reserve.person(), STROKE, LeftReserveReason.EXPIRED),
                        recommended(reserve, "75.00"));
        scene.when(scene.authority, decide).thenAccepted();
    }

    private RecommendCandidates recommendForCancer(Somebody... merit) {
        return new RecommendCandidates(scene.campaign, CANCER, people(merit), null);
    }

    @Test
    void a_tie_is_broken_with_its_reason() {
        List<Somebody> two = found(3, 3);
        scene.when(scene.chair, scene.recommend(null, two.get(1), two.get(0))).thenRefused(TIE_NOT_BROKEN);
        scene.when(scene.chair, scene.recommend("More experience of the pathway", two.get(1), two.get(0)))
                .thenAccepted();
    }

    @Test
    void a_recusal_after_the_finding_takes_the_members_scores_out_of_the_order_of_merit() {
        List<Somebody> two = foundByThree();
        scene.given(scene.officer, recuse(scene.member))
                .when(scene.chair, scene.recommend(null, two.get(0), two.get(1)))
                .thenAmongOthers(new CandidatesRecommended(
                        scene.campaign,
                        STROKE,
                        List.of(
                                new MeritPlace(two.get(0).person(), 1, new BigDecimal("100.00")),
                                new MeritPlace(two.get(1).person(), 2, new BigDecimal("75.00"))),
                        null));
    }

    @Test
    void a_member_whose_connection_is_undecided_does_not_count_in_the_order_of_merit() {
        List<Somebody> two = foundByThree();
        scene.when(scene.chair, scene.recommend(null, two.get(0), two.get(1))).thenRefused(NOT_IN_MERIT_ORDER);
        scene.given(scene.member, connected(scene.member, two.get(0)))
                .when(scene.chair, scene.recommend(null, two.get(0), two.get(1)))
                .thenAmongOthers(new CandidateRecommended(
                        scene.campaign, two.get(0).person(), STROKE, 1, new BigDecimal("100.00")));
    }

    @Test
    void who_is_recommended_has_scorecards_that_still_count_and_others_may_take_the_place_of_the_recused() {
        List<Somebody> two = found(4, 3);
        var recommend = scene.recommend(null, two.get(0), two.get(1));
        scene.when(scene.independent, scene.score(scene.independent, two.get(0), INTERVIEW, 4))
                .thenRefused(ALREADY_DECIDED, "stage", "APPOINTABLE");
        scene.given(scene.officer, recuse(scene.member))
                .when(scene.chair, recommend)
                .thenRefused(SCORECARDS_MISSING, "scorecards", 1, "minimum", 2);
        scene.given(scene.independent, scene.score(scene.independent, two.get(0), INTERVIEW, 4))
                .given(scene.independent, scene.score(scene.independent, two.get(1), INTERVIEW, 1))
                .when(scene.chair, recommend)
                .thenAmongOthers(new CandidateRecommended(
                        scene.campaign, two.get(1).person(), STROKE, 2, new BigDecimal("50.00")));
    }

    @Test
    void moderated_scores_no_longer_stand_once_an_assessor_is_recused_and_may_be_moderated_again() {
        Somebody candidate = candidateToSift();
        scene.interviewed(candidate)
                .given(scene.chair, scene.score(scene.chair, candidate, INTERVIEW, 4))
                .given(scene.member, scene.score(scene.member, candidate, INTERVIEW, 1))
                .given(scene.independent, scene.score(scene.independent, candidate, INTERVIEW, 4))
                .given(scene.chair, moderate(candidate, 3), find(candidate, STROKE))
                .given(scene.officer, recuse(scene.member))
                .when(scene.chair, scene.recommend(null, candidate))
                .thenAmongOthers(recommended(candidate, "100.00"));
        scene.given(scene.officer, recuse(scene.independent))
                .when(scene.chair, moderate(candidate, 2))
                .thenRefused(SCORECARDS_MISSING);
    }

    @Test
    void scores_are_moderated_again_after_a_recusal() {
        Somebody candidate = candidateToSift();
        scene.interviewed(candidate)
                .appointable(candidate, 4, STROKE)
                .when(scene.chair, moderate(candidate, 2))
                .thenRefused(SCORECARD_FINAL);
        scene.given(scene.officer, recuse(scene.member))
                .given(scene.independent, scene.score(scene.independent, candidate, INTERVIEW, 4))
                .given(scene.chair, moderate(candidate, 2))
                .when(scene.chair, scene.recommend(null, candidate))
                .thenAmongOthers(recommended(candidate, "50.00"));
        scene.when(scene.chair, moderate(candidate, 3)).thenRefused(SCORECARD_FINAL);
    }

    @Test
    void scores_moderated_without_a_member_stand_when_that_member_is_recused_once_more() {
        Somebody candidate = candidateToSift();
        scene.interviewed(candidate)
                .appointable(candidate, 4, STROKE)
                .given(scene.officer, recuse(scene.member))
                .given(scene.independent, scene.score(scene.independent, candidate, INTERVIEW, 4))
                .given(scene.chair, moderate(candidate, 2))
                .given(scene.officer, recuse(scene.member))
                .when(scene.chair, scene.recommend(null, candidate))
                .thenAmongOthers(recommended(candidate, "50.00"));
    }

    /** Two found appointable for stroke; only for the sake of the member's scores the second is the better. */
    private List<Somebody> foundByThree() {
        scene.advertised().withPanel();
        Somebody one = scene.candidate(STROKE);
        Somebody other = scene.candidate(STROKE);
        scene.nominationsClosed()
                .interviewed(one, other)
                .given(scene.independent, scene.score(scene.independent, one, INTERVIEW, 4))
                .given(scene.independent, scene.score(scene.independent, other, INTERVIEW, 3))
                .given(scene.member, scene.score(scene.member, one, INTERVIEW, 0))
                .given(scene.member, scene.score(scene.member, other, INTERVIEW, 4))
                .given(scene.chair, scene.score(scene.chair, one, INTERVIEW, 4))
                .given(scene.chair, scene.score(scene.chair, other, INTERVIEW, 3))
                .given(scene.chair, find(one, STROKE), find(other, STROKE));
        return List.of(one, other);
    }

    private ModerateScores moderate(Somebody candidate, int points) {
        return new ModerateScores(
                scene.campaign, candidate.person(), INTERVIEW, scores(points, points), "Agreed by all");
    }

    private CandidateRecommended recommended(Somebody candidate, String total) {
        return new CandidateRecommended(scene.campaign, candidate.person(), STROKE, 1, new BigDecimal(total));
    }

    @Test
    void only_the_appointable_of_the_strand_are_recommended_for_it() {
        scene.advertised().withPanel();
        Somebody candidate = scene.candidate(STROKE, CANCER);
        scene.nominationsClosed()
                .interviewed(candidate)
                .appointable(candidate, 3, CANCER)
                .when(scene.chair, scene.recommend(null, candidate))
                .thenRefused(NOT_APPOINTABLE);
        scene.when(
                        scene.chair,
                        new RecommendCandidates(scene.campaign, new StrandCode("alcohol"), people(candidate), null))
                .thenRefused(STRAND_NOT_IN_CAMPAIGN);
    }

    @Test
    void a_recused_chair_does_not_recommend_for_the_strand() {
        List<Somebody> two = found(4, 3);
        scene.given(scene.officer, recuse(scene.chair))
                .when(scene.chair, scene.recommend(null, two.get(0), two.get(1)))
                .thenRefused(RECUSED);
    }

    private Somebody candidateToSift() {
        scene.advertised().withPanel();
        Somebody candidate = scene.candidate(STROKE);
        scene.nominationsClosed().noConnections(candidate);
        return candidate;
    }

    /** Two candidates found appointable for stroke, with these points for every criterion. */
    private List<Somebody> found(int onePoints, int otherPoints) {
        scene.advertised().withPanel();
        Somebody one = scene.candidate(STROKE);
        Somebody other = scene.candidate(STROKE);
        scene.nominationsClosed()
                .interviewed(one, other)
                .appointable(one, onePoints, STROKE)
                .appointable(other, otherPoints, STROKE);
        return List.of(one, other);
    }

    private FoundAppointable found(Somebody candidate, String total) {
        return new FoundAppointable(scene.campaign, candidate.person(), List.of(STROKE), new BigDecimal(total));
    }

    private SubmitScorecard scorecard(Somebody candidate, Score... scores) {
        return new SubmitScorecard(scene.campaign, scene.member.person(), candidate.person(), SIFT, List.of(scores));
    }

    private SubmitScorecard interviewScores(Somebody assessor, Somebody candidate, int leadership, int evidence) {
        return new SubmitScorecard(
                scene.campaign, assessor.person(), candidate.person(), INTERVIEW, scores(leadership, evidence));
    }

    private SupersedeScorecard supersede(Somebody candidate, AssessmentStage stage) {
        return new SupersedeScorecard(
                scene.campaign, scene.member.person(), candidate.person(), stage, scores(4, 2), "Misread page 3");
    }

    private LonglistCandidates longlist(Somebody in, Somebody out) {
        return new LonglistCandidates(
                scene.campaign, people(in), List.of(new SiftedOut(out.person(), "Too little evidence")));
    }

    private FindAppointable find(Somebody candidate, StrandCode... strands) {
        return new FindAppointable(scene.campaign, candidate.person(), List.of(strands));
    }

    private DisclosePanelConnection connected(Somebody member, Somebody candidate) {
        return new DisclosePanelConnection(
                scene.campaign, member.person(), candidate.person(), ConnectionKind.PROFESSIONAL, "Co-authors");
    }

    private MitigatePanelConnection mitigate(Somebody candidate, Mitigation mitigation) {
        return new MitigatePanelConnection(
                scene.campaign,
                scene.member.person(),
                candidate.person(),
                mitigation,
                "One paper in 2019",
                "Not close",
                "Noted",
                null);
    }

    private RecusePanelMember recuse(Somebody member) {
        return new RecusePanelMember(scene.campaign, member.person(), Mitigation.WITHDRAW, List.of(STROKE), null, null);
    }
}
