package org.probity.campaign.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.probity.campaign.command.CampaignRule.*;
import static org.probity.campaign.command.CampaignScene.*;
import static org.probity.command.CommonRule.DECIDING_OWN_CASE;
import static org.probity.command.DomainFixture.newBody;
import static org.probity.command.DomainFixture.newPerson;
import static org.probity.establishment.command.EstablishmentRule.IMPARTIALITY_NOT_CONFIRMED;
import static org.probity.people.event.Authority.APPOINTING_AUTHORITY;
import static org.probity.people.event.Authority.CLINICIAN;
import static org.probity.people.event.Authority.PANEL_MEMBER;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.probity.campaign.command.AppointmentCommand.*;
import org.probity.campaign.command.CampaignCommand.CancelCampaign;
import org.probity.campaign.command.CampaignCommand.CloseCampaign;
import org.probity.campaign.command.NominationCommand.ApplyForPost;
import org.probity.campaign.command.NominationCommand.WithdrawCandidate;
import org.probity.campaign.command.PanelCommand.ConstitutePanel;
import org.probity.campaign.event.CampaignEvent.*;
import org.probity.campaign.event.LeftReserveReason;
import org.probity.campaign.event.PanelCapacity;
import org.probity.campaign.event.ParticipationEvent.*;
import org.probity.command.DomainFixture;
import org.probity.command.DomainFixture.Somebody;
import org.probity.establishment.command.EstablishmentRule;
import org.probity.establishment.event.EstablishmentEvent.*;
import org.probity.establishment.event.HoldReleaseReason;
import org.probity.event.Term;
import org.probity.id.CampaignId;
import org.probity.id.PersonId;
import org.probity.id.StrandCode;
import org.probity.people.event.PersonEvent.PersonAmended;
import org.probity.people.event.Profession;

class AppointmentTest {

    private static final LocalDate RESPOND_BY = LocalDate.of(2026, 4, 6);
    private static final LocalDate RESERVE_UNTIL = LocalDate.of(2028, 3, 23);

    private final CampaignScene scene = new CampaignScene();

    @Test
    void a_decision_holds_a_post_for_everyone_offered_one_and_lists_the_reserve() {
        List<Somebody> four = scene.fourRecommended();
        scene.when(scene.authority, scene.decide(four.subList(0, 2), four.subList(2, 4), null))
                .then(
                        new AppointmentDecided(
                                scene.campaign,
                                STROKE,
                                people(four.subList(0, 2)),
                                people(four.subList(2, 4)),
                                TERM,
                                false,
                                null,
                                scene.authority.person()),
                        held(1, four.get(0)),
                        offered(1, four.get(0)),
                        held(2, four.get(1)),
                        offered(2, four.get(1)),
                        new PlacedOnReserve(scene.campaign, four.get(2).person(), STROKE, 1, RESERVE_UNTIL),
                        new PlacedOnReserve(scene.campaign, four.get(3).person(), STROKE, 2, RESERVE_UNTIL));
    }

    @Test
    void only_an_appointing_authority_of_the_body_decides() {
        List<Somebody> four = scene.fourRecommended();
        var decide = scene.decide(four.subList(0, 1), List.of(), null);
        scene.when(scene.officer, decide).thenNotPermitted();
        scene.when(scene.fixture.serving(newBody(), APPOINTING_AUTHORITY), decide)
                .thenNotPermitted();
    }

    @Test
    void a_decision_needs_a_recommendation_for_the_strand() {
        Somebody candidate = scene.advertised().candidate(STROKE);
        scene.when(scene.authority, scene.decide(List.of(candidate), List.of(), null))
                .thenRefused(NO_RECOMMENDATION);
        scene.when(
                        scene.authority,
                        new DecideAppointment(
                                scene.campaign, new StrandCode("alcohol"), people(candidate), List.of(), TERM, null))
                .thenRefused(STRAND_NOT_IN_CAMPAIGN);
    }

    @Test
    void only_recommended_candidates_are_offered_or_listed() {
        scene.advertised().withPanel();
        Somebody recommended = scene.candidate(STROKE);
        Somebody interviewed = scene.candidate(STROKE);
        scene.nominationsClosed()
                .interviewed(recommended, interviewed)
                .appointable(recommended, 3, STROKE)
                .given(scene.chair, scene.recommend(null, recommended))
                .when(scene.authority, scene.decide(List.of(interviewed), List.of(), "A feeling"))
                .thenRefused(NOT_APPOINTABLE);
        scene.when(scene.authority, scene.decide(List.of(recommended), List.of(interviewed), "A feeling"))
                .thenRefused(NOT_APPOINTABLE);
        scene.when(scene.authority, scene.decide(List.of(scene.clinician()), List.of(), "A feeling"))
                .thenRefused(NOT_A_CANDIDATE);
    }

    @Test
    void a_departure_from_the_order_of_merit_needs_a_reason_and_says_so() {
        List<Somebody> four = scene.fourRecommended();
        List<Somebody> second = four.subList(1, 2);
        scene.when(scene.authority, scene.decide(second, List.of(), null)).thenRefused(REASON_REQUIRED);
        scene.when(scene.authority, scene.decide(four.subList(0, 1), four.subList(2, 3), null))
                .thenRefused(REASON_REQUIRED);
        scene.when(scene.authority, scene.decide(List.of(), four.subList(0, 1), null))
                .thenRefused(REASON_REQUIRED);
        scene.when(scene.authority, scene.decide(second, List.of(), "Covers both hospitals"))
                .thenAmongOthers(new AppointmentDecided(
                        scene.campaign,
                        STROKE,
                        people(second),
                        List.of(),
                        TERM,
                        true,
                        "Covers both hospitals",
                        scene.authority.person()));
    }

    @Test
    void who_has_withdrawn_is_passed_over_without_a_reason() {
        List<Somebody> four = scene.fourRecommended();
        Somebody first = four.getFirst();
        scene.given(first, new WithdrawCandidate(scene.campaign, first.person(), null))
                .when(scene.authority, scene.decide(List.of(first), List.of(), "The best"))
                .thenRefused(ALREADY_DECIDED, "stage", "WITHDRAWN");
        scene.when(scene.authority, scene.decide(four.subList(1, 2), four.subList(2, 3), null))
                .thenAccepted();
    }

    @Test
    void nobody_is_named_twice_in_a_decision() {
        List<Somebody> four = scene.fourRecommended();
        scene.when(scene.authority, scene.decide(four.subList(0, 1), four.subList(0, 1), "Twice the better"))
                .thenRefused(PERSON_REPEATED);
    }

    @Test
    void a_candidate_does_not_decide() {
        scene.advertised().withPanel();
        Somebody candidate = scene.candidate(STROKE);
        Somebody decider = scene.fixture.serving(scene.body, APPOINTING_AUTHORITY, CLINICIAN);
        scene.register(decider.person(), true);
        scene.given(decider, new ApplyForPost(scene.campaign, decider.person(), List.of(CANCER), null))
                .nominationsClosed()
                .interviewed(candidate)
                .appointable(candidate, 3, STROKE)
                .given(scene.chair, scene.recommend(null, candidate))
                .when(decider, scene.decide(List.of(candidate), List.of(), null))
                .thenRefused(DECIDING_OWN_CASE);
    }

    @Test
    void who_nominated_a_candidate_does_not_decide() {
        scene.advertised();
        Somebody nominee = scene.clinician();
        Somebody nominator = scene.fixture.withLogin(scene.authority.person(), CLINICIAN);
        scene.given(
                        nominator,
                        new NominationCommand.NominateLead(scene.campaign, nominee.person(), List.of(STROKE), null))
                .given(nominee, new NominationCommand.AcceptNomination(scene.campaign, nominee.person()))
                .given(scene.officer, scene.eligibility(nominee, true, true, true))
                .withPanel()
                .nominationsClosed()
                .interviewed(nominee)
                .appointable(nominee, 3, STROKE)
                .given(scene.chair, scene.recommend(null, nominee))
                .when(scene.authority, scene.decide(List.of(nominee), List.of(), null))
                .thenRefused(DECIDER_NOMINATED);
        scene.when(
                        scene.fixture.serving(scene.body, APPOINTING_AUTHORITY),
                        scene.decide(List.of(nominee), List.of(), null))
                .thenAccepted();
    }

    @Test
    void a_post_is_offered_for_a_term_that_is_not_over() {
        List<Somebody> four = scene.fourRecommended();
        LocalDate today = scene.fixture.today();
        scene.when(scene.authority, decideFor(four, new Term(today.minusYears(2), today)))
                .thenRefused(TERM_OVER, "until", today);
        scene.when(scene.authority, decideFor(four, new Term(today.minusYears(2), today.plusDays(1))))
                .thenAccepted();
    }

    private DecideAppointment decideFor(List<Somebody> four, Term term) {
        return new DecideAppointment(scene.campaign, STROKE, people(four.subList(0, 1)), List.of(), term, null);
    }

    @Test
    void nobody_is_offered_a_second_post_of_the_establishment() {
        List<Somebody> four = scene.fourRecommended();
        scene.fixture.given(new PostHeld(
                scene.establishment, 3, CANCER, four.getFirst().person(), new CampaignId(UUID.randomUUID()), TERM));
        scene.when(scene.authority, scene.decide(four.subList(0, 1), List.of(), null))
                .thenRefused(EstablishmentRule.PERSON_ALREADY_IN_POST, "slot", 3);
    }

    @Test
    void who_sits_or_sat_on_the_panel_does_not_decide() {
        Somebody decider = scene.fixture.serving(scene.body, APPOINTING_AUTHORITY, PANEL_MEMBER);
        scene.register(decider.person(), true);
        scene.declares(decider.person());
        scene.advertised();
        scene.given(
                scene.officer,
                new ConstitutePanel(
                        scene.campaign,
                        Stream.concat(scene.panel().stream(), Stream.of(seat(decider, PanelCapacity.OFFICIAL)))
                                .toList(),
                        null));
        Somebody candidate = scene.candidate(STROKE);
        scene.nominationsClosed()
                .interviewed(candidate)
                .appointable(candidate, 3, STROKE)
                .given(scene.chair, scene.recommend(null, candidate))
                .when(decider, scene.decide(List.of(candidate), List.of(), null))
                .thenRefused(DECIDER_ON_PANEL);
        scene.given(
                        scene.officer,
                        new PanelCommand.ReplacePanelMember(
                                scene.campaign,
                                decider.person(),
                                seat(scene.assessor(), PanelCapacity.MEMBER),
                                "To decide"))
                .when(decider, scene.decide(List.of(candidate), List.of(), null))
                .thenRefused(DECIDER_ON_PANEL);
    }

    @Test
    void no_more_posts_are_offered_than_a_strand_has() {
        List<Somebody> four = scene.fourRecommended();
        scene.when(scene.authority, scene.decide(four.subList(0, 3), List.of(), null))
                .thenRefused(EstablishmentRule.STRAND_FULL, "strand", "stroke", "cap", 2);
        assertThat(scene.participation(four.getFirst())).noneMatch(AppointmentOffered.class::isInstance);
        scene.given(scene.authority, scene.decide(four.subList(0, 2), List.of(), null))
                .when(scene.authority, scene.decide(four.subList(2, 3), List.of(), null))
                .thenRefused(EstablishmentRule.STRAND_FULL);
    }

    @Test
    void no_more_posts_are_offered_than_the_establishment_has() {
        List<Somebody> four = scene.fourRecommended();
        scene.fixture.given(new CapChanged(scene.establishment, 1, "Less money"));
        scene.when(scene.authority, scene.decide(four.subList(0, 2), List.of(), null))
                .thenRefused(EstablishmentRule.ESTABLISHMENT_FULL, "posts", 1);
    }

    @Test
    void a_later_decision_is_for_those_not_yet_offered() {
        List<Somebody> four = scene.fourRecommended();
        scene.given(scene.authority, scene.decide(four.subList(0, 1), four.subList(1, 2), null))
                .when(scene.authority, scene.decide(four.subList(0, 1), List.of(), "Again"))
                .thenRefused(ALREADY_DECIDED, "stage", "OFFERED");
        scene.when(scene.authority, scene.decide(four.subList(1, 2), List.of(), null))
                .thenAmongOthers(
                        new LeftReserve(scene.campaign, four.get(1).person(), STROKE, LeftReserveReason.OFFERED),
                        offered(2, four.get(1)));
    }

    @Test
    void posts_are_offered_to_clinicians_in_active_practice() {
        List<Somebody> four = scene.fourRecommended();
        retires(four.getFirst());
        scene.when(scene.authority, scene.decide(four.subList(0, 1), List.of(), null))
                .thenRefused(EstablishmentRule.NOT_IN_ACTIVE_PRACTICE);
    }

    @Test
    void an_offer_is_accepted_by_the_candidate_up_to_the_last_day() {
        Somebody offered = offered().getFirst();
        scene.when(scene.clinician(), scene.accept(offered)).thenNotPermitted();
        scene.fixture.at("2026-04-06T22:59:00Z");
        scene.when(offered, scene.accept(offered))
                .then(new OfferAccepted(scene.campaign, offered.person(), scene.establishment, STROKE, 1));
        scene.when(offered, scene.accept(offered)).thenRefused(NO_OPEN_OFFER);
    }

    @Test
    void an_offer_not_accepted_in_time_is_over_even_before_anybody_says_so() {
        Somebody offered = offered().getFirst();
        scene.fixture.at("2026-04-06T23:00:00Z");
        scene.when(offered, scene.accept(offered)).thenRefused(OFFER_OVERDUE, "respondBy", RESPOND_BY);
    }

    @Test
    void who_has_no_offer_has_none_to_answer() {
        Somebody reserve = offered().get(1);
        scene.when(reserve, scene.accept(reserve)).thenRefused(NO_OPEN_OFFER);
        scene.when(reserve, new DeclineOffer(scene.campaign, reserve.person(), null))
                .thenRefused(NO_OPEN_OFFER);
        scene.when(scene.authority, new WithdrawOffer(scene.campaign, reserve.person(), "Merged"))
                .thenRefused(NO_OPEN_OFFER);
    }

    @Test
    void declining_lets_go_of_the_post() {
        Somebody offered = offered().getFirst();
        scene.when(scene.clinician(), new DeclineOffer(scene.campaign, offered.person(), null))
                .thenNotPermitted();
        scene.when(offered, new DeclineOffer(scene.campaign, offered.person(), "Another post"))
                .then(
                        new OfferDeclined(
                                scene.campaign, offered.person(), scene.establishment, STROKE, 1, "Another post"),
                        released(1, offered, HoldReleaseReason.OFFER_DECLINED));
    }

    @Test
    void the_authority_withdraws_an_offer_even_after_it_was_accepted() {
        Somebody offered = offered().getFirst();
        scene.given(offered, scene.accept(offered))
                .when(scene.authority, new WithdrawOffer(scene.campaign, offered.person(), "Merged"))
                .then(
                        new OfferWithdrawn(scene.campaign, offered.person(), scene.establishment, STROKE, 1, "Merged"),
                        released(1, offered, HoldReleaseReason.OFFER_WITHDRAWN));
    }

    @Test
    void an_offer_lapses_after_the_last_day_to_answer() {
        Somebody offered = offered().getFirst();
        long before = scene.fixture.head();
        scene.fixture.at("2026-04-06T12:00:00Z").whenAutomationGives(lapse(offered), "too early");
        assertThat(scene.fixture.refusalsOf(lapse(offered).subject(), before)).containsExactly(OFFER_NOT_DUE.code());
        assertThat(scene.participation(offered)).noneMatch(OfferLapsed.class::isInstance);
        scene.fixture.at("2026-04-07T12:00:00Z").whenAutomationGives(lapse(offered), "in time");
        assertThat(scene.participation(offered))
                .contains(new OfferLapsed(scene.campaign, offered.person(), scene.establishment, STROKE, 1));
        assertThat(scene.fixture.eventsOf(scene.establishment.stream()))
                .contains(released(1, offered, HoldReleaseReason.OFFER_LAPSED));
    }

    @Test
    void people_do_not_give_the_commands_of_the_service() {
        Somebody offered = offered().getFirst();
        scene.when(scene.officer, lapse(offered)).thenNotPermitted();
        scene.when(scene.authority, new OfferFromReserve(scene.campaign, STROKE, TERM))
                .thenNotPermitted();
    }

    @Test
    void the_next_on_the_reserve_list_is_offered_the_post() {
        List<Somebody> four = offered();
        declines(four.getFirst());
        offerFromReserve();
        assertThat(scene.fixture.eventsOf(scene.campaign.stream()))
                .contains(new ReserveCalled(scene.campaign, STROKE, four.get(1).person()));
        assertThat(scene.participation(four.get(1)))
                .endsWith(
                        new LeftReserve(scene.campaign, four.get(1).person(), STROKE, LeftReserveReason.OFFERED),
                        new AppointmentOffered(
                                scene.campaign,
                                four.get(1).person(),
                                scene.establishment,
                                STROKE,
                                1,
                                TERM,
                                RESPOND_BY,
                                true));
        assertThat(scene.fixture.eventsOf(scene.establishment.stream())).endsWith(held(1, four.get(1)));
    }

    @Test
    void a_post_offered_late_from_the_reserve_is_for_the_rest_of_the_term() {
        List<Somebody> four = offered();
        declines(four.getFirst());
        scene.fixture.at("2026-07-01T12:00:00Z");
        offerFromReserve();
        assertThat(scene.participation(four.get(1)))
                .endsWith(new AppointmentOffered(
                        scene.campaign,
                        four.get(1).person(),
                        scene.establishment,
                        STROKE,
                        1,
                        new Term(LocalDate.of(2026, 7, 1), TERM.until()),
                        LocalDate.of(2026, 7, 15),
                        true));
    }

    @Test
    void the_reserve_is_offered_a_post_for_the_term_it_was_held_for() {
        List<Somebody> four = offered();
        var short2027 = new Term(LocalDate.of(2027, 1, 1), LocalDate.of(2027, 7, 1));
        scene.given(
                        scene.authority,
                        new DecideAppointment(
                                scene.campaign, STROKE, people(four.get(3)), List.of(), short2027, "For a leave"))
                .when(
                        four.getFirst(),
                        new DeclineOffer(scene.campaign, four.getFirst().person(), null))
                .thenAmongOthers(released(1, four.getFirst(), HoldReleaseReason.OFFER_DECLINED));
        offerFromReserve(TERM);
        assertThat(scene.participation(four.get(1)))
                .endsWith(new AppointmentOffered(
                        scene.campaign, four.get(1).person(), scene.establishment, STROKE, 1, TERM, RESPOND_BY, true));
    }

    @Test
    void nobody_is_called_for_a_term_that_is_over_and_the_list_stays() {
        List<Somebody> four = offered();
        declines(four.getFirst());
        offerFromReserve(new Term(LocalDate.of(2025, 6, 1), scene.fixture.today()));
        assertThat(scene.fixture.eventsOf(scene.campaign.stream()))
                .endsWith(new ReserveNotCalled(scene.campaign, STROKE));
        offerFromReserve();
        assertThat(scene.participation(four.get(1))).last().isInstanceOf(AppointmentOffered.class);
    }

    @Test
    void who_left_practice_or_withdrew_is_passed_over() {
        List<Somebody> four = scene.fourRecommended();
        scene.given(scene.authority, scene.decide(four.subList(0, 1), four.subList(1, 4), null));
        declines(four.getFirst());
        retires(four.get(1));
        scene.given(
                four.get(2), new WithdrawCandidate(scene.campaign, four.get(2).person(), null));
        offerFromReserve();
        assertThat(scene.participation(four.get(1)))
                .endsWith(
                        new LeftReserve(scene.campaign, four.get(1).person(), STROKE, LeftReserveReason.NOT_ELIGIBLE));
        assertThat(scene.participation(four.get(3))).last().isInstanceOf(AppointmentOffered.class);
    }

    @Test
    void who_has_a_post_elsewhere_by_then_is_passed_over() {
        List<Somebody> four = offered();
        declines(four.getFirst());
        scene.fixture.given(new PostHeld(
                scene.establishment, 3, CANCER, four.get(1).person(), new CampaignId(UUID.randomUUID()), TERM));
        offerFromReserve();
        assertThat(scene.participation(four.get(1)))
                .endsWith(
                        new LeftReserve(scene.campaign, four.get(1).person(), STROKE, LeftReserveReason.NOT_ELIGIBLE));
        assertThat(scene.participation(four.get(2))).last().isInstanceOf(AppointmentOffered.class);
    }

    @Test
    void a_reserve_list_does_not_live_for_ever() {
        List<Somebody> four = offered();
        declines(four.getFirst());
        scene.fixture.at("2028-03-23T12:00:00Z");
        offerFromReserve();
        assertThat(scene.participation(four.get(1)))
                .endsWith(new LeftReserve(scene.campaign, four.get(1).person(), STROKE, LeftReserveReason.EXPIRED));
        assertThat(scene.fixture.eventsOf(scene.campaign.stream()))
                .endsWith(new ReserveListExhausted(scene.campaign, STROKE));
    }

    @Test
    void nobody_is_decided_on_whose_time_on_the_reserve_list_is_over() {
        List<Somebody> four = offered();
        scene.fixture.at("2028-03-23T12:00:00Z");
        scene.when(scene.authority, scene.decide(four.subList(1, 2), List.of(), "Still good"))
                .thenRefused(RESERVE_EXPIRED);
        scene.when(scene.authority, scene.decide(four.subList(3, 4), four.subList(2, 3), "Still good"))
                .thenRefused(RESERVE_EXPIRED);
        declines(four.getFirst());
        offerFromReserve();
        scene.when(scene.authority, scene.decide(four.subList(1, 2), List.of(), "Still good"))
                .thenRefused(RESERVE_EXPIRED);
        scene.when(scene.officer, new HoldInReserve(scene.campaign, four.get(1).person(), STROKE))
                .thenRefused(RESERVE_EXPIRED);
        scene.when(scene.authority, scene.decide(four.subList(3, 4), List.of(), null))
                .thenAccepted();
    }

    @Test
    void the_time_on_the_reserve_list_of_a_strand_is_not_begun_anew_by_another_strand() {
        List<Somebody> four = offered();
        PersonId over = four.get(1).person();
        scene.fixture.given(
                new LeftReserve(scene.campaign, over, STROKE, LeftReserveReason.EXPIRED),
                new CandidateRecommended(scene.campaign, over, CANCER, 1, new BigDecimal("71.00")));
        scene.when(scene.authority, scene.decide(four.subList(1, 2), List.of(), "Still good"))
                .thenRefused(RESERVE_EXPIRED);
    }

    @Test
    void who_is_on_the_reserve_list_is_decided_on_up_to_its_last_day() {
        List<Somebody> four = offered();
        scene.fixture.at("2028-03-22T12:00:00Z");
        scene.when(scene.authority, scene.decide(four.subList(1, 2), List.of(), null))
                .thenAccepted();
    }

    @Test
    void an_exhausted_list_says_so() {
        List<Somebody> four = scene.fourRecommended();
        scene.given(scene.authority, scene.decide(four.subList(0, 1), List.of(), null));
        declines(four.getFirst());
        offerFromReserve();
        assertThat(scene.fixture.eventsOf(scene.campaign.stream()))
                .endsWith(new ReserveListExhausted(scene.campaign, STROKE));
    }

    @Test
    void nobody_is_called_for_a_post_that_is_no_more() {
        List<Somebody> four = offered();
        declines(four.getFirst());
        scene.fixture.given(new StrandClosed(scene.establishment, STROKE, "Merged into another"));
        offerFromReserve();
        assertThat(scene.fixture.eventsOf(scene.campaign.stream()))
                .endsWith(new ReserveNotCalled(scene.campaign, STROKE));
        assertThat(scene.participation(four.get(1))).last().isInstanceOf(PlacedOnReserve.class);
    }

    @Test
    void nobody_is_called_while_the_establishment_is_full() {
        List<Somebody> four = offered();
        declines(four.getFirst());
        scene.fixture.given(
                new PostHeld(scene.establishment, 3, CANCER, newPerson(), scene.campaign, TERM),
                new CapChanged(scene.establishment, 1, "Less money"));
        offerFromReserve();
        assertThat(scene.fixture.eventsOf(scene.campaign.stream()))
                .endsWith(new ReserveNotCalled(scene.campaign, STROKE));
    }

    @Test
    void the_reserve_list_outlives_the_campaign() {
        List<Somebody> four = scene.fourRecommended();
        scene.given(scene.authority, scene.decide(four.subList(0, 1), four.subList(1, 2), null));
        declines(four.getFirst());
        scene.given(scene.officer, new CloseCampaign(scene.campaign, people(four.subList(2, 4))));
        offerFromReserve();
        assertThat(scene.participation(four.get(1))).last().isInstanceOf(AppointmentOffered.class);
        confirm(four.get(1)).thenAccepted();
    }

    @Test
    void a_confirmed_appointment_fills_the_post() {
        Somebody offered = offered().getFirst();
        confirm(offered)
                .then(
                        new AppointmentConfirmed(
                                scene.campaign, offered.person(), scene.establishment, STROKE, 1, TERM),
                        new PostFilled(scene.establishment, 1, STROKE, offered.person(), scene.campaign, TERM, null));
        scene.when(scene.officer, scene.confirm(offered)).thenRefused(ALREADY_DECIDED, "stage", "APPOINTED");
        scene.when(scene.authority, new WithdrawOffer(scene.campaign, offered.person(), "Merged"))
                .thenRefused(NO_OPEN_OFFER);
    }

    @Test
    void an_appointment_is_confirmed_after_the_offer_is_accepted() {
        List<Somebody> four = offered();
        scene.when(scene.officer, scene.confirm(four.get(0))).thenRefused(OFFER_NOT_ACCEPTED);
        scene.when(scene.officer, scene.confirm(four.get(1))).thenRefused(OFFER_NOT_ACCEPTED);
    }

    @Test
    void an_appointment_waits_for_confirmed_impartiality() {
        Somebody offered = offered().getFirst();
        scene.declares(offered.person());
        scene.given(offered, scene.accept(offered), scene.stateImpartial(offered))
                .when(scene.officer, scene.confirm(offered))
                .thenRefused(IMPARTIALITY_NOT_CONFIRMED);
    }

    @Test
    void nobody_is_appointed_who_has_left_practice_since_the_offer() {
        Somebody offered = offered().getFirst();
        scene.declares(offered.person());
        scene.given(offered, scene.accept(offered), scene.stateImpartial(offered))
                .given(scene.chair, scene.confirmImpartial(offered));
        retires(offered);
        scene.when(scene.officer, scene.confirm(offered)).thenRefused(EstablishmentRule.NOT_IN_ACTIVE_PRACTICE);
    }

    @Test
    void an_appointment_waits_for_an_up_to_date_declaration() {
        Somebody offered = offered().getFirst();
        scene.given(offered, scene.accept(offered), scene.stateImpartial(offered))
                .given(scene.chair, scene.confirmImpartial(offered))
                .when(scene.officer, scene.confirm(offered))
                .thenRefused(DECLARATION_OUT_OF_DATE, "months", 12);
    }

    @Test
    void somebody_is_held_in_reserve_after_the_decision() {
        List<Somebody> four = scene.fourRecommended();
        var hold = new HoldInReserve(scene.campaign, four.get(2).person(), STROKE);
        scene.when(scene.officer, hold).thenRefused(NO_DECISION);
        scene.given(scene.authority, scene.decide(four.subList(0, 1), four.subList(1, 2), null))
                .when(scene.officer, hold)
                .then(
                        new ReserveListExtended(
                                scene.campaign, STROKE, four.get(2).person(), 2),
                        new PlacedOnReserve(scene.campaign, four.get(2).person(), STROKE, 2, RESERVE_UNTIL));
        scene.when(scene.officer, hold).thenRefused(ALREADY_DECIDED, "stage", "RESERVE");
        scene.when(scene.officer, new HoldInReserve(scene.campaign, four.get(0).person(), STROKE))
                .thenRefused(ALREADY_DECIDED, "stage", "OFFERED");
        scene.when(scene.officer, new HoldInReserve(scene.campaign, four.get(3).person(), CANCER))
                .thenRefused(NO_DECISION);
    }

    @Test
    void who_left_the_reserve_list_and_is_listed_again_is_called_last() {
        List<Somebody> four = offered();
        Somebody back = four.get(1);
        scene.given(
                        scene.officer,
                        scene.eligibility(back, true, true, false),
                        scene.eligibility(back, true, true, true))
                .when(scene.officer, new HoldInReserve(scene.campaign, back.person(), STROKE))
                .then(
                        new ReserveListExtended(scene.campaign, STROKE, back.person(), 2),
                        new PlacedOnReserve(scene.campaign, back.person(), STROKE, 2, RESERVE_UNTIL));
        declines(four.getFirst());
        offerFromReserve();
        assertThat(scene.fixture.eventsOf(scene.campaign.stream()))
                .endsWith(new ReserveCalled(scene.campaign, STROKE, four.get(2).person()));
    }

    @Test
    void who_left_the_reserve_list_is_listed_again_by_a_decision_in_its_order() {
        List<Somebody> four = offered();
        Somebody back = four.get(1);
        scene.given(
                        scene.officer,
                        scene.eligibility(back, true, true, false),
                        scene.eligibility(back, true, true, true))
                .when(scene.authority, scene.decide(four.subList(3, 4), four.subList(1, 2), "Covers both hospitals"))
                .thenAmongOthers(new PlacedOnReserve(scene.campaign, back.person(), STROKE, 2, RESERVE_UNTIL));
        declines(four.getFirst());
        offerFromReserve();
        assertThat(scene.fixture.eventsOf(scene.campaign.stream()))
                .endsWith(new ReserveCalled(scene.campaign, STROKE, four.get(2).person()));
    }

    @Test
    void after_a_cancellation_there_is_nobody_to_call() {
        List<Somebody> four = offered();
        scene.given(scene.officer, new CancelCampaign(scene.campaign, "No money"));
        offerFromReserve();
        assertThat(scene.participation(four.get(1))).last().isInstanceOf(LeftReserve.class);
        scene.when(scene.authority, scene.decide(four.subList(3, 4), List.of(), "Late"))
                .thenRefused(CAMPAIGN_OVER);
    }

    /** Four recommended; the first is offered a post, the second and third are the reserve. */
    private List<Somebody> offered() {
        List<Somebody> four = scene.fourRecommended();
        scene.given(scene.authority, scene.decide(four.subList(0, 1), four.subList(1, 3), null));
        return four;
    }

    private void declines(Somebody offered) {
        scene.given(offered, new DeclineOffer(scene.campaign, offered.person(), null));
    }

    private void retires(Somebody somebody) {
        scene.fixture.given(
                new PersonAmended(somebody.person(), "A clinician", null, Profession.GP, null, null, false));
    }

    private void offerFromReserve() {
        offerFromReserve(TERM);
    }

    private void offerFromReserve(Term term) {
        scene.fixture.whenAutomationGives(
                new OfferFromReserve(scene.campaign, STROKE, term),
                UUID.randomUUID().toString());
    }

    private LapseOffer lapse(Somebody offered) {
        return new LapseOffer(scene.campaign, offered.person());
    }

    private DomainFixture.Result confirm(Somebody offered) {
        scene.declares(offered.person());
        return scene.given(offered, scene.accept(offered), scene.stateImpartial(offered))
                .given(scene.chair, scene.confirmImpartial(offered))
                .when(scene.officer, scene.confirm(offered));
    }

    private PostHeld held(int slot, Somebody somebody) {
        return new PostHeld(scene.establishment, slot, STROKE, somebody.person(), scene.campaign, TERM);
    }

    private AppointmentOffered offered(int slot, Somebody somebody) {
        return new AppointmentOffered(
                scene.campaign, somebody.person(), scene.establishment, STROKE, slot, TERM, RESPOND_BY, false);
    }

    private HoldReleased released(int slot, Somebody somebody, HoldReleaseReason reason) {
        return new HoldReleased(scene.establishment, slot, STROKE, somebody.person(), scene.campaign, TERM, reason);
    }
}
