package org.probity.campaign.command;

import static org.probity.campaign.command.CampaignRule.*;
import static org.probity.campaign.command.CampaignScene.*;
import static org.probity.command.DomainFixture.newBody;
import static org.probity.people.event.Authority.APPOINTING_AUTHORITY;
import static org.probity.people.event.Authority.PANEL_MEMBER;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.probity.campaign.command.ImpartialityCommand.*;
import org.probity.campaign.command.PanelCommand.AppointActingPanelChair;
import org.probity.campaign.command.PanelCommand.RecusePanelMember;
import org.probity.campaign.event.HeldPost;
import org.probity.campaign.event.LeftReserveReason;
import org.probity.campaign.event.ParticipationEvent.*;
import org.probity.command.DomainFixture.Somebody;
import org.probity.establishment.command.EstablishmentCommand.CarryOverIncumbent;
import org.probity.establishment.command.EstablishmentRule;
import org.probity.establishment.event.EstablishmentEvent.*;
import org.probity.establishment.event.HoldReleaseReason;
import org.probity.establishment.event.VacancyCause;
import org.probity.event.Term;
import org.probity.id.DutyId;
import org.probity.interests.event.Mitigation;
import org.probity.people.event.DutyEvent.DutyGranted;
import org.probity.people.event.DutyScope;

class ImpartialityTest {

    private static final Term SINCE_LAST_YEAR = new Term(LocalDate.of(2025, 1, 1), LocalDate.of(2027, 1, 1));

    private final CampaignScene scene = new CampaignScene();

    @Test
    void a_candidate_states_their_impartiality_and_the_chair_confirms_it() {
        Somebody candidate = scene.advertised().withPanel().unconnected(STROKE);
        scene.when(scene.chair, scene.confirmImpartial(candidate))
                .thenRefused(EstablishmentRule.IMPARTIALITY_NOT_STATED);
        scene.when(candidate, scene.stateImpartial(candidate))
                .then(new ImpartialityStated(scene.campaign, candidate.person(), "I serve no other interest"));
        scene.when(scene.chair, scene.confirmImpartial(candidate))
                .then(new ImpartialityConfirmed(
                        scene.campaign, candidate.person(), scene.chair.person(), List.of(STROKE)));
        scene.when(scene.chair, scene.confirmImpartial(candidate)).thenRefused(EstablishmentRule.ALREADY_CONFIRMED);
        scene.when(candidate, scene.stateImpartial(candidate)).thenRefused(EstablishmentRule.ALREADY_CONFIRMED);
    }

    @Test
    void nobody_states_it_for_another() {
        Somebody candidate = scene.advertised().applicant(STROKE);
        scene.when(scene.clinician(), scene.stateImpartial(candidate)).thenNotPermitted();
    }

    @Test
    void only_the_chair_judges_a_candidates_impartiality() {
        Somebody candidate = scene.advertised().withPanel().unconnected(STROKE);
        scene.given(candidate, scene.stateImpartial(candidate))
                .when(scene.member, scene.confirmImpartial(candidate))
                .thenRefused(NOT_PANEL_CHAIR);
        scene.when(scene.authority, scene.confirmImpartial(candidate)).thenRefused(NOT_PANEL_CHAIR);
        scene.when(scene.member, withhold(candidate)).thenRefused(NOT_PANEL_CHAIR);
        scene.when(scene.fixture.serving(newBody(), PANEL_MEMBER), scene.confirmImpartial(candidate))
                .thenNotPermitted();
    }

    @Test
    void a_recused_chair_leaves_it_to_the_acting_chair() {
        Somebody candidate = scene.advertised().withPanel().unconnected(STROKE);
        scene.given(candidate, scene.stateImpartial(candidate))
                .given(
                        scene.officer,
                        new RecusePanelMember(
                                scene.campaign, scene.chair.person(), Mitigation.WITHDRAW, List.of(STROKE), null, null),
                        new AppointActingPanelChair(scene.campaign, scene.member.person(), "Chair is recused"))
                .when(scene.chair, scene.confirmImpartial(candidate))
                .thenRefused(RECUSED);
        scene.when(scene.chair, withhold(candidate)).thenRefused(RECUSED);
        scene.when(scene.member, scene.confirmImpartial(candidate)).thenAccepted();
    }

    @Test
    void an_incumbent_who_is_carried_over_again_is_asked_again() {
        scene.posts();
        Somebody incumbent = scene.clinician();
        LocalDate today = scene.fixture.today();
        scene.given(scene.officer, carryOver(incumbent, new Term(today.minusYears(1), today)))
                .given(incumbent, stateOfIncumbent(incumbent));
        scene.given(scene.officer, carryOver(incumbent, new Term(today, today.plusYears(2))))
                .when(scene.authority, confirmIncumbent(incumbent))
                .thenRefused(EstablishmentRule.IMPARTIALITY_NOT_STATED);
        scene.given(incumbent, stateOfIncumbent(incumbent))
                .when(scene.authority, confirmIncumbent(incumbent))
                .thenAccepted();
    }

    @Test
    void an_incumbent_who_is_carried_over_again_in_advance_is_confirmed_for_each_term_in_it() {
        scene.posts();
        Somebody incumbent = scene.clinician();
        LocalDate today = scene.fixture.today();
        var present = new Term(today.minusYears(1), today.plusDays(10));
        var next = new Term(today.plusDays(10), today.plusYears(2));
        scene.given(scene.officer, carryOver(incumbent, present))
                .given(incumbent, stateOfIncumbent(incumbent))
                .given(scene.officer, carryOver(incumbent, next))
                .when(scene.authority, confirmIncumbent(incumbent))
                .then(confirmed(incumbent, present));
        scene.when(scene.authority, confirmIncumbent(incumbent)).thenRefused(EstablishmentRule.ALREADY_CONFIRMED);

        scene.fixture.at("2026-03-11T12:00:00Z");
        scene.when(scene.authority, confirmIncumbent(incumbent)).thenRefused(EstablishmentRule.IMPARTIALITY_NOT_STATED);
        scene.given(incumbent, stateOfIncumbent(incumbent))
                .when(scene.authority, confirmIncumbent(incumbent))
                .then(confirmed(incumbent, next));
        scene.when(incumbent, stateOfIncumbent(incumbent)).thenRefused(EstablishmentRule.ALREADY_CONFIRMED);
    }

    @Test
    void who_won_the_post_after_they_were_an_incumbent_is_not_asked_as_one() {
        scene.posts();
        Somebody incumbent = scene.clinician();
        LocalDate today = scene.fixture.today();
        scene.given(scene.officer, carryOver(incumbent, new Term(today.minusYears(1), today)))
                .given(incumbent, stateOfIncumbent(incumbent));
        var won = new Term(today, today.plusYears(2));
        scene.fixture.given(
                new PostHeld(scene.establishment, 1, STROKE, incumbent.person(), scene.campaign, won),
                new PostFilled(scene.establishment, 1, STROKE, incumbent.person(), scene.campaign, won, null));
        scene.when(scene.authority, confirmIncumbent(incumbent)).thenRefused(EstablishmentRule.NOT_AN_INCUMBENT);
    }

    private IncumbentImpartialityConfirmed confirmed(Somebody incumbent, Term term) {
        return new IncumbentImpartialityConfirmed(
                scene.establishment, incumbent.person(), scene.authority.person(), 1, STROKE, null, term);
    }

    private CarryOverIncumbent carryOver(Somebody incumbent, Term term) {
        return new CarryOverIncumbent(
                scene.establishment, STROKE, incumbent.person(), term, "Board paper 12", "In post", null);
    }

    private StateImpartiality stateOfIncumbent(Somebody incumbent) {
        return new StateImpartiality(incumbent.person(), null, scene.establishment, "I serve no other interest");
    }

    private ConfirmImpartiality confirmIncumbent(Somebody incumbent) {
        return new ConfirmImpartiality(incumbent.person(), null, scene.establishment);
    }

    @Test
    void withholding_ends_a_candidacy() {
        Somebody candidate = scene.advertised().withPanel().unconnected(STROKE);
        scene.when(scene.chair, withhold(candidate))
                .then(new ImpartialityWithheld(
                        scene.campaign, candidate.person(), scene.chair.person(), null, "An undisclosed company"));
        scene.when(candidate, scene.stateImpartial(candidate)).thenRefused(ALREADY_DECIDED, "stage", "WITHHELD");
        scene.when(scene.chair, scene.confirmImpartial(candidate)).thenRefused(ALREADY_DECIDED);
        scene.when(scene.chair, withhold(candidate)).thenRefused(ALREADY_DECIDED);
    }

    @Test
    void withholding_lets_go_of_the_post_held_by_an_offer() {
        List<Somebody> four = scene.fourRecommended();
        Somebody offered = four.getFirst();
        scene.given(scene.authority, scene.decide(List.of(offered), List.of(), null))
                .given(offered, scene.accept(offered))
                .when(scene.chair, withhold(offered))
                .then(
                        new ImpartialityWithheld(
                                scene.campaign,
                                offered.person(),
                                scene.chair.person(),
                                new HeldPost(scene.establishment, STROKE, 1),
                                "An undisclosed company"),
                        new HoldReleased(
                                scene.establishment,
                                1,
                                STROKE,
                                offered.person(),
                                scene.campaign,
                                TERM,
                                HoldReleaseReason.IMPARTIALITY_WITHHELD));
    }

    @Test
    void withholding_takes_a_candidate_off_the_reserve_list() {
        List<Somebody> four = scene.fourRecommended();
        Somebody reserve = four.get(1);
        scene.given(scene.authority, scene.decide(four.subList(0, 1), List.of(reserve), null))
                .when(scene.chair, withhold(reserve))
                .thenAmongOthers(new LeftReserve(
                        scene.campaign, reserve.person(), STROKE, LeftReserveReason.IMPARTIALITY_WITHHELD));
    }

    @Test
    void it_is_about_a_campaign_or_an_establishment_and_not_both() {
        Somebody candidate = scene.advertised().applicant(STROKE);
        scene.when(candidate, new StateImpartiality(candidate.person(), null, null, "I serve no other interest"))
                .thenRefused(CAMPAIGN_OR_ESTABLISHMENT);
        scene.when(
                        candidate,
                        new StateImpartiality(
                                candidate.person(), scene.campaign, scene.establishment, "I serve no other interest"))
                .thenRefused(CAMPAIGN_OR_ESTABLISHMENT);
        scene.when(scene.chair, new ConfirmImpartiality(candidate.person(), null, null))
                .thenRefused(CAMPAIGN_OR_ESTABLISHMENT);
    }

    @Test
    void an_incumbents_impartiality_is_judged_by_the_appointing_authority() {
        Somebody incumbent = incumbent();
        var confirm = new ConfirmImpartiality(incumbent.person(), null, scene.establishment);
        scene.when(scene.authority, confirm).thenRefused(EstablishmentRule.IMPARTIALITY_NOT_STATED);
        scene.when(incumbent, new StateImpartiality(incumbent.person(), null, scene.establishment, "None to declare"))
                .then(new IncumbentImpartialityStated(scene.establishment, incumbent.person(), "None to declare"));
        scene.when(scene.chair, confirm).thenNotPermitted();
        scene.when(scene.fixture.serving(newBody(), APPOINTING_AUTHORITY), confirm)
                .thenNotPermitted();
        scene.when(scene.authority, confirm)
                .then(new IncumbentImpartialityConfirmed(
                        scene.establishment,
                        incumbent.person(),
                        scene.authority.person(),
                        1,
                        STROKE,
                        null,
                        SINCE_LAST_YEAR));
        scene.when(scene.authority, confirm).thenRefused(EstablishmentRule.ALREADY_CONFIRMED);
    }

    @Test
    void nobody_confirms_themselves() {
        Somebody incumbent = incumbent();
        Somebody same = scene.fixture.withLogin(incumbent.person(), APPOINTING_AUTHORITY);
        scene.fixture.given(new DutyGranted(
                same.person(),
                new DutyId(UUID.randomUUID()),
                APPOINTING_AUTHORITY,
                DutyScope.of(scene.body),
                new Term(LocalDate.EPOCH, null)));
        scene.given(incumbent, new StateImpartiality(incumbent.person(), null, scene.establishment, "None to declare"))
                .when(same, new ConfirmImpartiality(incumbent.person(), null, scene.establishment))
                .thenRefused(EstablishmentRule.CONFIRMING_OWN_IMPARTIALITY);
    }

    @Test
    void an_incumbents_impartiality_may_be_withheld() {
        Somebody incumbent = incumbent();
        var withhold =
                new WithholdImpartiality(incumbent.person(), null, scene.establishment, "An undisclosed company");
        scene.when(scene.authority, withhold)
                .then(new IncumbentImpartialityWithheld(
                        scene.establishment, incumbent.person(), scene.authority.person(), "An undisclosed company"));
        scene.when(
                        scene.authority,
                        new WithholdImpartiality(
                                scene.chair.person(), null, scene.establishment, "An undisclosed company"))
                .thenRefused(EstablishmentRule.NOT_AN_INCUMBENT);
    }

    @Test
    void it_is_withheld_from_nobody_who_is_no_longer_in_a_post_they_were_carried_over_into() {
        Somebody incumbent = incumbent();
        LocalDate today = scene.fixture.today();
        scene.fixture.given(
                new PostVacated(
                        scene.establishment,
                        1,
                        STROKE,
                        incumbent.person(),
                        today,
                        VacancyCause.TERM_ENDED,
                        "Competed for it"),
                new PostHeld(scene.establishment, 1, STROKE, incumbent.person(), scene.campaign, new Term(today, null)),
                new PostFilled(
                        scene.establishment,
                        1,
                        STROKE,
                        incumbent.person(),
                        scene.campaign,
                        new Term(today, null),
                        null));
        scene.when(
                        scene.authority,
                        new WithholdImpartiality(
                                incumbent.person(), null, scene.establishment, "An undisclosed company"))
                .thenRefused(EstablishmentRule.INCUMBENCY_OVER);
    }

    private Somebody incumbent() {
        Somebody incumbent = scene.posts().clinician();
        scene.fixture.given(new IncumbentCarriedOver(
                scene.establishment, 1, STROKE, incumbent.person(), SINCE_LAST_YEAR, "Paper 12", "In post", false));
        return incumbent;
    }

    private WithholdImpartiality withhold(Somebody candidate) {
        return new WithholdImpartiality(candidate.person(), scene.campaign, null, "An undisclosed company");
    }
}
