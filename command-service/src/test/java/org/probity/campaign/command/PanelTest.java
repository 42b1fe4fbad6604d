package org.probity.campaign.command;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.probity.campaign.command.CampaignRule.*;
import static org.probity.campaign.command.CampaignScene.*;
import static org.probity.people.event.Authority.CLINICIAN;
import static org.probity.people.event.Authority.PANEL_MEMBER;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.probity.campaign.command.AssessmentCommand.LonglistCandidates;
import org.probity.campaign.command.NominationCommand.NominateLead;
import org.probity.campaign.command.PanelCommand.*;
import org.probity.campaign.event.AssessmentStage;
import org.probity.campaign.event.CampaignEvent.*;
import org.probity.campaign.event.ConnectionKind;
import org.probity.campaign.event.PanelCapacity;
import org.probity.campaign.event.PanelSeat;
import org.probity.campaign.event.ParticipationEvent.*;
import org.probity.command.DomainFixture.Somebody;
import org.probity.event.Term;
import org.probity.id.DutyId;
import org.probity.id.StrandCode;
import org.probity.interests.event.Mitigation;
import org.probity.people.event.DutyEvent.DutyGranted;
import org.probity.people.event.DutyScope;

class PanelTest {

    private final CampaignScene scene = new CampaignScene();

    @Test
    void a_panel_has_a_chair_an_independent_member_and_enough_people() {
        scene.opened()
                .when(scene.officer, constitute(scene.panel()))
                .then(
                        new PanelConstituted(scene.campaign, scene.panel(), null),
                        new PanelSeatTaken(scene.campaign, scene.chair.person(), PanelCapacity.CHAIR),
                        new PanelSeatTaken(scene.campaign, scene.member.person(), PanelCapacity.MEMBER),
                        new PanelSeatTaken(scene.campaign, scene.independent.person(), PanelCapacity.INDEPENDENT));
        scene.when(scene.officer, constitute(scene.panel())).thenRefused(PANEL_ALREADY_CONSTITUTED);
    }

    @Test
    void two_people_are_no_panel() {
        scene.opened()
                .when(
                        scene.officer,
                        constitute(
                                seat(scene.chair, PanelCapacity.CHAIR),
                                seat(scene.independent, PanelCapacity.INDEPENDENT)))
                .thenRefused(PANEL_TOO_SMALL, "members", 2, "minimum", 3);
    }

    @Test
    void a_panel_has_an_independent_member() {
        scene.opened()
                .when(
                        scene.officer,
                        constitute(
                                seat(scene.chair, PanelCapacity.CHAIR),
                                seat(scene.member, PanelCapacity.MEMBER),
                                seat(scene.independent, PanelCapacity.OFFICIAL)))
                .thenRefused(NO_INDEPENDENT_MEMBER, "members", 0, "minimum", 1);
    }

    @Test
    void a_panel_has_one_chair() {
        scene.opened()
                .when(
                        scene.officer,
                        constitute(
                                seat(scene.chair, PanelCapacity.MEMBER),
                                seat(scene.member, PanelCapacity.MEMBER),
                                seat(scene.independent, PanelCapacity.INDEPENDENT)))
                .thenRefused(NO_CHAIR);
    }

    @Test
    void nobody_sits_twice() {
        scene.opened()
                .when(
                        scene.officer,
                        constitute(
                                seat(scene.chair, PanelCapacity.CHAIR),
                                seat(scene.chair, PanelCapacity.MEMBER),
                                seat(scene.independent, PanelCapacity.INDEPENDENT)))
                .thenRefused(PERSON_REPEATED);
    }

    @Test
    void neither_candidates_nor_nominees_nor_nominators_sit() {
        scene.advertised();
        Somebody nominator = scene.clinician();
        Somebody nominee = scene.clinician();
        scene.given(nominator, new NominateLead(scene.campaign, nominee.person(), List.of(STROKE), null));
        scene.when(scene.officer, constitute(with(scene.applicant(STROKE)))).thenRefused(CANDIDATE_ON_PANEL);
        scene.when(scene.officer, constitute(with(nominee))).thenRefused(CANDIDATE_ON_PANEL);
        scene.when(scene.officer, constitute(with(nominator))).thenRefused(NOMINATOR_ON_PANEL);
    }

    @Test
    void members_have_an_up_to_date_declaration_of_interests() {
        Somebody undeclared = scene.opened().clinician();
        scene.when(scene.officer, constitute(with(undeclared))).thenRefused(DECLARATION_OUT_OF_DATE, "months", 12);
        scene.fixture.at("2027-03-02T12:00:00Z");
        scene.when(scene.officer, constitute(scene.panel())).thenRefused(DECLARATION_OUT_OF_DATE);
    }

    @Test
    void a_member_says_how_they_are_connected_or_that_they_are_not() {
        Somebody candidate = scene.advertised().withPanel().applicant(STROKE);
        scene.when(scene.member, scene.noConnection(scene.member, candidate))
                .then(new PanelConnectionDisclosed(
                        scene.campaign, scene.member.person(), candidate.person(), null, null));
        scene.when(scene.member, connected(scene.member, candidate))
                .then(new PanelConnectionDisclosed(
                        scene.campaign,
                        scene.member.person(),
                        candidate.person(),
                        ConnectionKind.PROFESSIONAL,
                        "Co-authors"));
        scene.when(scene.chair, scene.noConnection(scene.member, candidate)).thenNotPermitted();
        scene.when(scene.member, scene.noConnection(scene.member, scene.chair)).thenRefused(NOT_A_CANDIDATE);
        Somebody outsider = scene.assessor();
        scene.when(outsider, scene.noConnection(outsider, candidate)).thenRefused(NOT_ON_PANEL);
    }

    @Test
    void an_external_member_serves_the_campaign_alone() {
        Somebody external = scene.fixture.somebody(PANEL_MEMBER);
        scene.register(external.person(), true);
        scene.declares(external.person());
        Somebody candidate = scene.advertised().applicant(STROKE);
        scene.given(scene.officer, constitute(with(external)))
                .when(external, scene.noConnection(external, candidate))
                .thenNotPermitted();
        scene.fixture.given(new DutyGranted(
                external.person(),
                new DutyId(UUID.randomUUID()),
                PANEL_MEMBER,
                DutyScope.of(scene.campaign),
                new Term(scene.fixture.today(), null)));
        scene.when(external, scene.noConnection(external, candidate)).thenAccepted();
    }

    @Test
    void the_chair_decides_on_a_members_connection() {
        Somebody candidate = scene.advertised().withPanel().applicant(STROKE);
        var mitigate = mitigate(scene.member, candidate, Mitigation.NOTE_ONLY);
        scene.when(scene.chair, mitigate).thenRefused(CONNECTION_NOT_DISCLOSED);
        scene.given(scene.member, connected(scene.member, candidate))
                .when(scene.independent, mitigate)
                .thenRefused(NOT_PANEL_CHAIR);
        scene.when(scene.authority, mitigate).thenRefused(NOT_PANEL_CHAIR);
        scene.when(scene.chair, mitigate)
                .then(new PanelConnectionMitigated(
                        scene.campaign,
                        scene.member.person(),
                        candidate.person(),
                        Mitigation.NOTE_ONLY,
                        "One paper in 2019",
                        "Not close",
                        "Noted",
                        scene.chair.person()));
    }

    @Test
    void nobody_decides_on_their_own_connection() {
        Somebody candidate = scene.advertised().withPanel().applicant(STROKE);
        scene.given(scene.chair, connected(scene.chair, candidate))
                .when(scene.chair, mitigate(scene.chair, candidate, Mitigation.NOTE_ONLY))
                .thenRefused(MITIGATING_OWN_CONNECTION);
        scene.when(scene.authority, mitigate(scene.chair, candidate, Mitigation.NOTE_ONLY))
                .thenAccepted();
    }

    @Test
    void the_acting_chair_decides_on_the_chairs_connection() {
        Somebody candidate = scene.advertised().withPanel().applicant(STROKE);
        scene.given(scene.chair, connected(scene.chair, candidate))
                .given(
                        scene.officer,
                        new AppointActingPanelChair(scene.campaign, scene.independent.person(), "Chair is connected"))
                .when(scene.independent, mitigate(scene.chair, candidate, Mitigation.WITHDRAW))
                .thenAmongOthers(new PanelMemberRecused(
                        scene.campaign, scene.chair.person(), Mitigation.WITHDRAW, List.of(STROKE), null, null));
    }

    @Test
    void only_a_member_becomes_acting_chair() {
        scene.opened()
                .withPanel()
                .when(
                        scene.officer,
                        new AppointActingPanelChair(scene.campaign, scene.officer.person(), "Chair is away"))
                .thenRefused(NOT_ON_PANEL);
        var appoint = new AppointActingPanelChair(scene.campaign, scene.independent.person(), "Chair is away");
        scene.when(scene.member, appoint).thenRefused(NOT_PANEL_CHAIR);
        scene.when(scene.chair, appoint)
                .then(new ActingPanelChairAppointed(scene.campaign, scene.independent.person(), "Chair is away"));
    }

    @Test
    void a_preset_is_named_by_a_code_and_not_by_a_sentence_that_a_refusal_would_keep() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ConstitutePanel(scene.campaign, scene.panel(), "Dr Alder is unfit"))
                .withMessage("a preset's name is in kebab case");
    }

    @Test
    void a_panel_by_preset_has_whom_the_preset_asks_for_and_keeps_to_it() {
        scene.opened();
        Somebody official = scene.assessor();
        scene.when(scene.officer, new ConstitutePanel(scene.campaign, scene.panel(), "unheard-of"))
                .thenRefused(PRESET_UNKNOWN, "preset", "unheard-of");
        scene.when(scene.officer, new ConstitutePanel(scene.campaign, scene.panel(), "with-official"))
                .thenRefused(PANEL_NOT_AS_PRESET, "lacking", 1, "capacity", "OFFICIAL", "preset", "with-official");
        List<PanelSeat> four = new ArrayList<>(scene.panel());
        four.add(seat(official, PanelCapacity.OFFICIAL));
        scene.given(scene.officer, new ConstitutePanel(scene.campaign, four, "with-official"))
                .when(
                        scene.officer,
                        new ReplacePanelMember(
                                scene.campaign,
                                official.person(),
                                seat(scene.assessor(), PanelCapacity.MEMBER),
                                "Moved on"))
                .thenRefused(PANEL_NOT_AS_PRESET);
        scene.when(
                        scene.officer,
                        new ReplacePanelMember(
                                scene.campaign,
                                official.person(),
                                seat(scene.assessor(), PanelCapacity.OFFICIAL),
                                "Moved on"))
                .thenAccepted();
    }

    @Test
    void a_recusal_takes_a_member_off_the_whole_merit_list() {
        scene.advertised().withPanel();
        Somebody scored = scene.candidate(STROKE, CANCER);
        Somebody other = scene.candidate(STROKE);
        scene.nominationsClosed()
                .noConnections(scored, other)
                .given(scene.member, scene.score(scene.member, scored, AssessmentStage.SIFT, 3))
                .when(scene.chair, recuse(List.of(STROKE), null, null))
                .then(
                        new PanelMemberRecused(
                                scene.campaign,
                                scene.member.person(),
                                Mitigation.WITHDRAW,
                                List.of(STROKE),
                                null,
                                null),
                        new CandidateAssessorRecused(
                                scene.campaign,
                                scored.person(),
                                scene.member.person(),
                                Mitigation.WITHDRAW,
                                List.of(STROKE)));
        scene.when(scene.member, scene.score(scene.member, other, AssessmentStage.SIFT, 3))
                .thenRefused(RECUSED);
    }

    @Test
    void a_recused_members_scorecard_counts_no_more_for_any_candidate_of_the_list() {
        scene.advertised().withPanel();
        Somebody one = scene.candidate(STROKE);
        Somebody other = scene.candidate(STROKE);
        scene.nominationsClosed()
                .sifted(one, other)
                .given(scene.chair, recuse(List.of(STROKE), null, null))
                .when(scene.chair, new LonglistCandidates(scene.campaign, people(one), List.of()))
                .thenRefused(SCORECARDS_MISSING, "scorecards", 1, "minimum", 2);
        scene.when(scene.chair, new LonglistCandidates(scene.campaign, people(other), List.of()))
                .thenRefused(SCORECARDS_MISSING, "scorecards", 1, "minimum", 2);
    }

    @Test
    void who_may_not_score_a_candidate_does_not_score_the_rivals_either() {
        scene.advertised().withPanel();
        Somebody known = scene.candidate(STROKE);
        Somebody rival = scene.candidate(STROKE);
        Somebody elsewhere = scene.candidate(CANCER);
        scene.nominationsClosed()
                .noConnections(known, rival, elsewhere)
                .given(scene.member, scene.score(scene.member, rival, AssessmentStage.SIFT, 3))
                .given(scene.member, connected(scene.member, known))
                .when(scene.chair, mitigate(scene.member, known, Mitigation.WITHDRAW))
                .thenAmongOthers(new CandidateAssessorRecused(
                        scene.campaign, rival.person(), scene.member.person(), Mitigation.WITHDRAW, List.of(STROKE)));
        scene.when(scene.member, scene.score(scene.member, known, AssessmentStage.SIFT, 3))
                .thenRefused(RECUSED);
        scene.when(scene.member, scene.score(scene.member, elsewhere, AssessmentStage.SIFT, 3))
                .thenAccepted();
    }

    @Test
    void a_mitigation_narrowed_to_one_candidate_says_why_and_leaves_the_rivals() {
        scene.advertised().withPanel();
        Somebody known = scene.candidate(STROKE);
        Somebody rival = scene.candidate(STROKE);
        scene.nominationsClosed()
                .noConnections(known, rival)
                .given(scene.member, connected(scene.member, known))
                .when(
                        scene.chair,
                        mitigate(scene.member, known, Mitigation.DISCUSS_NO_VOTE, "Two posts, two applicants"))
                .thenAmongOthers(new PanelMemberRecused(
                        scene.campaign,
                        scene.member.person(),
                        Mitigation.DISCUSS_NO_VOTE,
                        List.of(),
                        known.person(),
                        "Two posts, two applicants"));
        scene.when(scene.member, scene.score(scene.member, known, AssessmentStage.SIFT, 3))
                .thenRefused(RECUSED);
        scene.when(scene.member, scene.score(scene.member, rival, AssessmentStage.SIFT, 3))
                .thenAccepted();
    }

    @Test
    void a_member_recused_from_a_strand_still_scores_the_others() {
        scene.advertised().withPanel();
        Somebody cancer = scene.candidate(CANCER);
        scene.nominationsClosed()
                .noConnections(cancer)
                .given(scene.officer, recuse(List.of(STROKE), null, null))
                .when(scene.member, scene.score(scene.member, cancer, AssessmentStage.SIFT, 3))
                .thenAccepted();
    }

    @Test
    void a_narrower_recusal_needs_a_reason() {
        scene.advertised().withPanel();
        Somebody one = scene.candidate(STROKE);
        Somebody other = scene.candidate(STROKE);
        scene.nominationsClosed()
                .noConnections(one, other)
                .when(scene.chair, recuse(List.of(), one, null))
                .thenRefused(REASON_REQUIRED);
        scene.when(scene.chair, recuse(List.of(STROKE), one, "Only one post")).thenRefused(STRANDS_NAMED);
        scene.given(scene.chair, recuse(List.of(), one, "Only the shortlist of one"))
                .when(scene.member, scene.score(scene.member, one, AssessmentStage.SIFT, 3))
                .thenRefused(RECUSED);
        scene.when(scene.member, scene.score(scene.member, other, AssessmentStage.SIFT, 3))
                .thenAccepted();
    }

    @Test
    void a_recusal_is_one_under_which_the_member_does_not_score() {
        scene.advertised().withPanel();
        for (Mitigation mitigation : Mitigation.values()) {
            var recusal = new RecusePanelMember(
                    scene.campaign, scene.member.person(), mitigation, List.of(STROKE), null, null);
            if (mitigation.votesOrScores()) {
                scene.when(scene.chair, recusal).thenRefused(NOT_A_RECUSAL);
            } else {
                scene.when(scene.chair, recusal).thenAccepted();
            }
        }
    }

    @Test
    void a_recused_chair_does_not_govern_the_list_they_are_off() {
        scene.advertised().withPanel();
        Somebody candidate = scene.candidate(STROKE);
        scene.nominationsClosed()
                .given(scene.chair, ownRecusal(scene.chair))
                .given(scene.independent, connected(scene.independent, candidate))
                .when(scene.chair, recuse(List.of(STROKE), null, null))
                .thenRefused(RECUSED);
        scene.when(scene.chair, recuse(List.of(), candidate, "Only one")).thenRefused(RECUSED);
        scene.when(scene.chair, mitigate(scene.independent, candidate, Mitigation.NOTE_ONLY))
                .thenRefused(RECUSED);
        scene.when(scene.chair, recuse(List.of(CANCER), null, null)).thenAccepted();
        scene.given(
                        scene.officer,
                        new AppointActingPanelChair(scene.campaign, scene.member.person(), "Chair is recused"))
                .when(scene.member, mitigate(scene.independent, candidate, Mitigation.NOTE_ONLY))
                .thenAccepted();
    }

    @Test
    void a_chair_who_is_off_one_candidate_recuses_nobody_from_them() {
        scene.advertised().withPanel();
        Somebody known = scene.candidate(STROKE);
        Somebody rival = scene.candidate(STROKE);
        scene.nominationsClosed()
                .given(
                        scene.officer,
                        new RecusePanelMember(
                                scene.campaign,
                                scene.chair.person(),
                                Mitigation.WITHDRAW,
                                List.of(),
                                known.person(),
                                "Two posts, two applicants"))
                .when(scene.chair, recuse(List.of(), known, "Only one"))
                .thenRefused(RECUSED);
        scene.when(scene.chair, recuse(List.of(), rival, "Only one")).thenAccepted();
        scene.when(scene.chair, recuse(List.of(STROKE), null, null)).thenRefused(RECUSED);
        scene.when(scene.officer, recuse(List.of(), known, "Only one")).thenAccepted();
        scene.when(scene.officer, recuse(List.of(STROKE), null, null)).thenAccepted();
    }

    @Test
    void a_recused_chair_does_not_choose_who_sits_on_the_panel() {
        scene.advertised().withPanel();
        var replacement = new ReplacePanelMember(
                scene.campaign, scene.independent.person(), seat(scene.assessor(), PanelCapacity.INDEPENDENT), "Ill");
        scene.given(scene.chair, ownRecusal(scene.chair))
                .when(scene.chair, replacement)
                .thenRefused(RECUSED);
        scene.when(scene.chair, new AppointActingPanelChair(scene.campaign, scene.member.person(), "Chair is recused"))
                .thenRefused(RECUSED);
        scene.given(
                        scene.officer,
                        new AppointActingPanelChair(scene.campaign, scene.member.person(), "Chair is recused"))
                .when(scene.member, replacement)
                .thenAccepted();
    }

    @Test
    void a_chair_who_is_off_one_candidate_does_not_choose_who_sits_either() {
        scene.advertised().withPanel();
        Somebody known = scene.candidate(STROKE);
        var replacement = new ReplacePanelMember(
                scene.campaign, scene.independent.person(), seat(scene.assessor(), PanelCapacity.INDEPENDENT), "Ill");
        scene.given(
                        scene.chair,
                        new RecusePanelMember(
                                scene.campaign,
                                scene.chair.person(),
                                Mitigation.WITHDRAW,
                                List.of(),
                                known.person(),
                                "Two posts, two applicants"))
                .when(scene.chair, replacement)
                .thenRefused(RECUSED);
        scene.when(scene.officer, replacement).thenAccepted();
    }

    @Test
    void a_chair_who_is_off_no_list_replaces_a_member() {
        scene.advertised()
                .withPanel()
                .when(
                        scene.chair,
                        new ReplacePanelMember(
                                scene.campaign,
                                scene.independent.person(),
                                seat(scene.assessor(), PanelCapacity.INDEPENDENT),
                                "Ill"))
                .thenAccepted();
    }

    @Test
    void a_recusal_names_strands_of_the_campaign() {
        scene.advertised().withPanel();
        scene.when(scene.chair, recuse(List.of(), null, null)).thenRefused(STRANDS_MISSING);
        scene.when(scene.chair, recuse(List.of(new StrandCode("unheard-of")), null, null))
                .thenRefused(STRAND_NOT_IN_CAMPAIGN, "strand", "unheard-of");
        scene.when(scene.independent, recuse(List.of(STROKE), null, null)).thenRefused(NOT_PANEL_CHAIR);
    }

    @Test
    void a_member_is_replaced_and_the_panel_stays_a_panel() {
        scene.advertised().withPanel();
        Somebody successor = scene.assessor();
        scene.when(
                        scene.officer,
                        new ReplacePanelMember(
                                scene.campaign,
                                scene.independent.person(),
                                seat(successor, PanelCapacity.MEMBER),
                                "Ill"))
                .thenRefused(NO_INDEPENDENT_MEMBER);
        scene.when(
                        scene.officer,
                        new ReplacePanelMember(
                                scene.campaign,
                                scene.independent.person(),
                                seat(scene.applicant(STROKE), PanelCapacity.INDEPENDENT),
                                "Ill"))
                .thenRefused(CANDIDATE_ON_PANEL);
        PanelSeat joining = seat(successor, PanelCapacity.INDEPENDENT);
        scene.when(scene.officer, new ReplacePanelMember(scene.campaign, scene.independent.person(), joining, "Ill"))
                .then(
                        new PanelMemberReplaced(scene.campaign, scene.independent.person(), joining, "Ill"),
                        new PanelSeatLeft(scene.campaign, scene.independent.person(), "Ill"),
                        new PanelSeatTaken(scene.campaign, successor.person(), PanelCapacity.INDEPENDENT));
        scene.when(scene.officer, new ReplacePanelMember(scene.campaign, scene.independent.person(), joining, "Ill"))
                .thenRefused(NOT_ON_PANEL);
    }

    @Test
    void who_left_the_panel_scores_no_more_and_cannot_become_a_candidate() {
        scene.advertised().withPanel();
        Somebody candidate = scene.candidate(STROKE);
        Somebody left = scene.independent;
        scene.noConnections(candidate)
                .given(
                        scene.officer,
                        new ReplacePanelMember(
                                scene.campaign,
                                left.person(),
                                seat(scene.assessor(), PanelCapacity.INDEPENDENT),
                                "Ill"));
        scene.when(
                        scene.fixture.withLogin(left.person(), CLINICIAN),
                        new NominationCommand.ApplyForPost(scene.campaign, left.person(), List.of(STROKE), null))
                .thenRefused(CANDIDATE_ON_PANEL);
        scene.nominationsClosed()
                .when(left, scene.score(left, candidate, AssessmentStage.SIFT, 3))
                .thenRefused(NOT_ON_PANEL);
    }

    private ConstitutePanel constitute(List<PanelSeat> seats) {
        return new ConstitutePanel(scene.campaign, seats, null);
    }

    private ConstitutePanel constitute(PanelSeat... seats) {
        return constitute(List.of(seats));
    }

    private List<PanelSeat> with(Somebody another) {
        List<PanelSeat> seats = new ArrayList<>(scene.panel());
        seats.add(seat(another, PanelCapacity.MEMBER));
        return seats;
    }

    private DisclosePanelConnection connected(Somebody member, Somebody candidate) {
        return new DisclosePanelConnection(
                scene.campaign, member.person(), candidate.person(), ConnectionKind.PROFESSIONAL, "Co-authors");
    }

    private MitigatePanelConnection mitigate(Somebody member, Somebody candidate, Mitigation mitigation) {
        return mitigate(member, candidate, mitigation, null);
    }

    private MitigatePanelConnection mitigate(
            Somebody member, Somebody candidate, Mitigation mitigation, @Nullable String narrowingReason) {
        return new MitigatePanelConnection(
                scene.campaign,
                member.person(),
                candidate.person(),
                mitigation,
                "One paper in 2019",
                "Not close",
                "Noted",
                narrowingReason);
    }

    private RecusePanelMember ownRecusal(Somebody member) {
        return new RecusePanelMember(scene.campaign, member.person(), Mitigation.WITHDRAW, List.of(STROKE), null, null);
    }

    private RecusePanelMember recuse(List<StrandCode> strands, @Nullable Somebody only, @Nullable String reason) {
        return new RecusePanelMember(
                scene.campaign,
                scene.member.person(),
                Mitigation.WITHDRAW,
                strands,
                only == null ? null : only.person(),
                reason);
    }
}
