package org.probity.campaign.command;

import static org.probity.campaign.command.CampaignRule.*;
import static org.probity.campaign.command.CampaignScene.*;
import static org.probity.command.CommonRule.DECIDING_OWN_CASE;
import static org.probity.command.DomainFixture.newPerson;
import static org.probity.people.event.Authority.APPOINTMENTS_OFFICER;
import static org.probity.people.event.Authority.CLINICIAN;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.probity.campaign.command.NominationCommand.*;
import org.probity.campaign.event.HeldPost;
import org.probity.campaign.event.LeftReserveReason;
import org.probity.campaign.event.ParticipationEvent.*;
import org.probity.campaign.event.Stage;
import org.probity.command.DomainFixture.Somebody;
import org.probity.establishment.event.EstablishmentEvent.HoldReleased;
import org.probity.establishment.event.HoldReleaseReason;
import org.probity.id.PersonId;
import org.probity.id.StrandCode;
import org.probity.people.event.PersonEvent.PersonAmended;
import org.probity.people.event.Profession;

class NominationTest {

    private final CampaignScene scene = new CampaignScene();
    private final Somebody nominator = scene.clinician();
    private final Somebody nominee = scene.clinician();

    @Test
    void a_clinician_nominates_another_and_both_streams_say_so() {
        scene.advertised()
                .when(nominator, nominate(nominee.person()))
                .then(
                        new LeadNominated(
                                scene.campaign,
                                nominee.person(),
                                nominator.person(),
                                List.of(STROKE, CANCER),
                                "Leads well"),
                        new NominationMade(scene.campaign, nominator.person(), nominee.person()));
    }

    @Test
    void an_officer_of_the_body_may_nominate_too() {
        scene.advertised().when(scene.officer, nominate(nominee.person())).thenAccepted();
        scene.when(
                        scene.fixture.somebody(APPOINTMENTS_OFFICER),
                        nominate(scene.clinician().person()))
                .thenNotPermitted();
    }

    @Test
    void nominations_are_taken_from_the_advert_to_the_end_of_the_closing_day() {
        scene.opened().when(nominator, nominate(nominee.person())).thenRefused(NOMINATIONS_CLOSED);
        scene.when(nominee, apply(nominee, STROKE)).thenRefused(NOMINATIONS_CLOSED);
        scene.given(
                        scene.officer,
                        new CampaignCommand.PublishAdvert(scene.campaign, List.of("Bulletin"), CLOSING, null))
                .fixture
                .at("2026-03-20T23:59:59Z");
        scene.when(nominator, nominate(nominee.person())).thenAccepted();
        scene.fixture.at("2026-03-21T00:00:00Z");
        scene.when(nominator, nominate(scene.clinician().person())).thenRefused(NOMINATIONS_CLOSED);
        scene.when(nominee, new AcceptNomination(scene.campaign, nominee.person()))
                .thenRefused(NOMINATIONS_CLOSED);
    }

    @Test
    void nobody_is_nominated_twice_or_besides_their_application() {
        scene.advertised()
                .given(nominator, nominate(nominee.person()))
                .when(scene.clinician(), nominate(nominee.person()))
                .thenRefused(ALREADY_A_CANDIDATE);
        scene.when(nominee, apply(nominee, STROKE)).thenRefused(ALREADY_A_CANDIDATE);
        Somebody applicant = scene.applicant(STROKE);
        scene.when(nominator, nominate(applicant.person())).thenRefused(ALREADY_A_CANDIDATE);
        scene.when(applicant, apply(applicant, STROKE)).thenRefused(ALREADY_A_CANDIDATE);
    }

    @Test
    void nobody_nominates_themselves() {
        scene.advertised().when(nominator, nominate(nominator.person())).thenRefused(SELF_NOMINATION);
    }

    @Test
    void a_nominee_is_a_registered_person() {
        scene.advertised().when(nominator, nominate(newPerson())).thenUnknownSubject();
    }

    @Test
    void a_nomination_is_for_strands_of_the_campaign() {
        var alcohol = new StrandCode("alcohol");
        scene.advertised()
                .when(nominator, new NominateLead(scene.campaign, nominee.person(), List.of(alcohol), null))
                .thenRefused(STRAND_NOT_IN_CAMPAIGN, "strand", "alcohol");
        scene.when(nominee, apply(nominee, STROKE, alcohol)).thenRefused(STRAND_NOT_IN_CAMPAIGN);
        scene.when(nominee, apply(nominee)).thenRefused(STRANDS_MISSING);
        scene.when(nominee, apply(nominee, STROKE, STROKE)).thenRefused(STRANDS_MISSING);
    }

    @Test
    void the_panel_neither_nominates_nor_is_nominated_nor_applies() {
        Somebody onPanel = scene.fixture.withLogin(scene.member.person(), CLINICIAN);
        scene.advertised().withPanel().when(onPanel, nominate(nominee.person())).thenRefused(NOMINATOR_ON_PANEL);
        scene.when(nominator, nominate(onPanel.person())).thenRefused(CANDIDATE_ON_PANEL);
        scene.when(onPanel, apply(onPanel, STROKE)).thenRefused(CANDIDATE_ON_PANEL);
    }

    @Test
    void a_nominee_becomes_a_candidate_by_their_own_act() {
        var accept = new AcceptNomination(scene.campaign, nominee.person());
        scene.advertised()
                .given(nominator, nominate(nominee.person()))
                .when(nominator, accept)
                .thenNotPermitted();
        scene.when(nominee, accept).then(new NominationAccepted(scene.campaign, nominee.person()));
        scene.when(nominee, accept).thenRefused(NOT_NOMINATED);
    }

    @Test
    void a_nominee_who_declines_may_still_apply() {
        var decline = new DeclineNomination(scene.campaign, nominee.person(), "Not now");
        scene.advertised()
                .given(nominator, nominate(nominee.person()))
                .when(nominator, decline)
                .thenNotPermitted();
        scene.when(nominee, decline).then(new NominationDeclined(scene.campaign, nominee.person(), "Not now"));
        scene.when(nominee, decline).thenRefused(NOT_NOMINATED);
        scene.when(nominee, apply(nominee, STROKE)).thenAccepted();
    }

    @Test
    void a_clinician_applies_for_themselves() {
        scene.advertised()
                .when(nominee, apply(nominee, CANCER, STROKE))
                .then(new AppliedForPost(scene.campaign, nominee.person(), List.of(CANCER, STROKE), null));
        scene.when(nominee, apply(nominator, STROKE)).thenNotPermitted();
    }

    @Test
    void a_candidate_is_eligible_in_practice_registered_and_released() {
        Somebody candidate = scene.advertised().applicant(STROKE);
        scene.when(scene.officer, scene.eligibility(candidate, true, true, true))
                .then(new EligibilityChecked(scene.campaign, candidate.person(), true, true, true, true, null));
    }

    @Test
    void a_lapsed_registration_ends_a_candidacy() {
        Somebody candidate = scene.advertised().applicant(STROKE);
        scene.when(scene.officer, scene.eligibility(candidate, true, false, true))
                .then(new EligibilityChecked(scene.campaign, candidate.person(), true, false, true, false, null));
        scene.when(scene.officer, scene.eligibility(candidate, true, true, true))
                .thenRefused(ALREADY_DECIDED, "stage", "INELIGIBLE");
    }

    @Test
    void an_employer_who_refused_release_may_agree_later() {
        Somebody candidate = scene.advertised().applicant(STROKE);
        scene.given(scene.officer, scene.eligibility(candidate, true, true, false))
                .when(scene.officer, scene.eligibility(candidate, true, true, true))
                .then(new EligibilityChecked(scene.campaign, candidate.person(), true, true, true, true, null));
    }

    @Test
    void the_register_overrules_an_officer_about_active_practice() {
        Somebody candidate = scene.advertised().applicant(STROKE);
        scene.fixture.given(
                new PersonAmended(candidate.person(), "A clinician", null, Profession.GP, null, null, false));
        scene.when(scene.officer, scene.eligibility(candidate, true, true, true))
                .then(new EligibilityChecked(scene.campaign, candidate.person(), false, true, true, false, null));
    }

    @Test
    void only_candidates_are_checked_and_never_by_themselves() {
        scene.advertised()
                .given(nominator, nominate(nominee.person()))
                .when(scene.officer, scene.eligibility(nominee, true, true, true))
                .thenRefused(NOT_A_CANDIDATE);
        Somebody both = scene.fixture.serving(scene.body, APPOINTMENTS_OFFICER, CLINICIAN);
        scene.register(both.person(), true);
        scene.given(both, apply(both, STROKE))
                .when(both, scene.eligibility(both, true, true, true))
                .thenRefused(DECIDING_OWN_CASE);
    }

    @Test
    void a_candidate_withdraws_or_an_officer_enters_it() {
        Somebody candidate = scene.advertised().applicant(STROKE);
        scene.when(nominator, withdraw(candidate)).thenNotPermitted();
        scene.when(candidate, withdraw(candidate))
                .then(new CandidateWithdrew(scene.campaign, candidate.person(), Stage.CANDIDATE, null, "Moving"));
        scene.when(candidate, withdraw(candidate)).thenRefused(ALREADY_DECIDED, "stage", "WITHDRAWN");
        scene.when(scene.officer, withdraw(scene.applicant(STROKE))).thenAccepted();
        scene.when(nominee, withdraw(nominee)).thenRefused(NOT_A_CANDIDATE);
    }

    @Test
    void withdrawing_with_an_offer_lets_go_of_the_post() {
        List<Somebody> four = scene.fourRecommended();
        Somebody offered = four.getFirst();
        scene.given(scene.authority, scene.decide(List.of(offered), List.of(four.get(1)), null))
                .when(offered, withdraw(offered))
                .then(
                        new CandidateWithdrew(
                                scene.campaign,
                                offered.person(),
                                Stage.OFFERED,
                                new HeldPost(scene.establishment, STROKE, 1),
                                "Moving"),
                        new HoldReleased(
                                scene.establishment,
                                1,
                                STROKE,
                                offered.person(),
                                scene.campaign,
                                TERM,
                                HoldReleaseReason.CANDIDATE_WITHDREW));
    }

    @Test
    void withdrawing_from_the_reserve_list_leaves_it() {
        List<Somebody> four = scene.fourRecommended();
        Somebody reserve = four.get(1);
        scene.given(scene.authority, scene.decide(four.subList(0, 1), List.of(reserve), null))
                .when(reserve, withdraw(reserve))
                .thenAmongOthers(new LeftReserve(scene.campaign, reserve.person(), STROKE, LeftReserveReason.WITHDREW));
    }

    private NominateLead nominate(PersonId person) {
        return new NominateLead(scene.campaign, person, List.of(STROKE, CANCER), "Leads well");
    }

    private ApplyForPost apply(Somebody person, StrandCode... strands) {
        return new ApplyForPost(scene.campaign, person.person(), List.of(strands), null);
    }

    private WithdrawCandidate withdraw(Somebody person) {
        return new WithdrawCandidate(scene.campaign, person.person(), "Moving");
    }
}
