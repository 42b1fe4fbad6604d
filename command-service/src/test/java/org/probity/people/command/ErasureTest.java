package org.probity.people.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.probity.command.CommonRule.DECIDING_OWN_CASE;
import static org.probity.command.CommonRule.PERSON_ERASED;
import static org.probity.command.DomainFixture.newBody;
import static org.probity.command.DomainFixture.newPerson;
import static org.probity.people.command.PeopleRule.CAMPAIGN_NOT_OVER;
import static org.probity.people.command.PeopleRule.DUTY_IN_FORCE;
import static org.probity.people.command.PeopleRule.RETENTION_NOT_OVER;
import static org.probity.people.command.PeopleRule.STILL_IN_OFFICE;
import static org.probity.people.command.PeopleRule.UNDER_RETENTION_HOLD;
import static org.probity.people.event.Authority.APPOINTMENTS_OFFICER;
import static org.probity.people.event.Authority.CLINICIAN;
import static org.probity.people.event.Authority.DATA_PROTECTION_OFFICER;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.probity.board.event.BoardCapacity;
import org.probity.board.event.BoardEvent.BoardMemberAssigned;
import org.probity.board.event.BoardEvent.BoardMembershipEnded;
import org.probity.board.event.BoardEvent.BoardMembershipExtended;
import org.probity.board.event.QuorumFloor;
import org.probity.board.event.QuorumRule;
import org.probity.campaign.command.NominationCommand.ApplyForPost;
import org.probity.campaign.event.CampaignEvent.CampaignCancelled;
import org.probity.campaign.event.CampaignEvent.CampaignClosed;
import org.probity.campaign.event.CampaignEvent.CampaignOpened;
import org.probity.campaign.event.CampaignOutcome;
import org.probity.campaign.event.CampaignRules;
import org.probity.campaign.event.Criteria;
import org.probity.campaign.event.Criterion;
import org.probity.campaign.event.LeftReserveReason;
import org.probity.campaign.event.PanelCapacity;
import org.probity.campaign.event.ParticipationEvent.AppliedForPost;
import org.probity.campaign.event.ParticipationEvent.LeadNominated;
import org.probity.campaign.event.ParticipationEvent.LeftReserve;
import org.probity.campaign.event.ParticipationEvent.NominationDeclined;
import org.probity.campaign.event.ParticipationEvent.PanelSeatLeft;
import org.probity.campaign.event.ParticipationEvent.PanelSeatTaken;
import org.probity.campaign.event.ParticipationEvent.PlacedOnReserve;
import org.probity.campaign.event.StrandPosts;
import org.probity.campaign.event.Timetable;
import org.probity.command.DomainFixture;
import org.probity.command.DomainFixture.Somebody;
import org.probity.command.Occasion;
import org.probity.establishment.command.EstablishmentCommand.EstablishPosts;
import org.probity.establishment.event.EstablishmentEvent.PostFilled;
import org.probity.establishment.event.EstablishmentEvent.PostVacated;
import org.probity.establishment.event.EstablishmentEvent.TermExtended;
import org.probity.establishment.event.Programme;
import org.probity.establishment.event.VacancyCause;
import org.probity.event.Term;
import org.probity.eventstore.KeyVault;
import org.probity.id.BoardId;
import org.probity.id.CampaignId;
import org.probity.id.CriterionCode;
import org.probity.id.DutyId;
import org.probity.id.EstablishmentId;
import org.probity.id.OrganisationCode;
import org.probity.id.PersonId;
import org.probity.id.RulePackVersion;
import org.probity.id.StrandCode;
import org.probity.people.command.PeopleCommand.ErasePerson;
import org.probity.people.command.PeopleCommand.PlaceRetentionHold;
import org.probity.people.command.PeopleCommand.RegisterPerson;
import org.probity.people.event.DutyEvent.DutyEnded;
import org.probity.people.event.DutyEvent.DutyGranted;
import org.probity.people.event.DutyScope;
import org.probity.people.event.PersonEvent.PersonErased;
import org.probity.people.event.PersonEvent.PersonRegistered;
import org.probity.people.event.Profession;
import org.probity.people.event.Registration;
import org.probity.people.event.RegistrationClaimEvent.RegistrationClaimed;
import org.probity.people.event.RegistrationClaimEvent.RegistrationReleased;
import org.probity.people.event.Regulator;
import org.probity.policy.event.BuiltInPacks;
import org.probity.policy.event.RulePack;
import org.probity.policy.event.RulePacksEvent.RulePackAdopted;

/** When what is known about a person may be erased, and what stays. The day of the recorded events is the real today. */
class ErasureTest {

    private static final AtomicInteger NUMBERS = new AtomicInteger(5_000_000);
    private static final StrandCode STROKE = new StrandCode("stroke");

    private final DomainFixture fixture = new DomainFixture();
    private final LocalDate today = LocalDate.ofInstant(Instant.now(), Occasion.ZONE);
    private final PersonId person = newPerson();
    private final CampaignId campaign = new CampaignId(UUID.randomUUID());
    private final EstablishmentId posts = new EstablishmentId(UUID.randomUUID());
    private final OrganisationCode body = newBody();
    private final BoardId board = new BoardId(UUID.randomUUID());
    private final Somebody dataProtection = fixture.somebody(DATA_PROTECTION_OFFICER);

    {
        fixture.given(new PersonRegistered(person, "A clinician", null, Profession.GP, null, null, true));
        on(today);
    }

    @Test
    void a_data_protection_officer_erases_a_person_once() {
        fixture.when(dataProtection, erase()).then(new PersonErased(person, null));
        fixture.when(dataProtection, erase()).thenRefused(PERSON_ERASED);
    }

    @Test
    void others_do_not() {
        fixture.when(fixture.serving(newBody(), APPOINTMENTS_OFFICER), erase()).thenNotPermitted();
    }

    @Test
    void only_a_registered_person_is_erased() {
        fixture.when(dataProtection, new ErasePerson(newPerson())).thenUnknownSubject();
    }

    @Test
    void nobody_erases_themselves() {
        fixture.when(fixture.withLogin(person, DATA_PROTECTION_OFFICER), erase())
                .thenRefused(DECIDING_OWN_CASE);
    }

    @Test
    void a_person_under_a_hold_is_not_erased() {
        fixture.given(dataProtection, new PlaceRetentionHold(person, "A complaint is open"))
                .when(dataProtection, erase())
                .thenRefused(UNDER_RETENTION_HOLD);
    }

    @Test
    void the_registration_number_is_given_up_and_may_be_claimed_again() {
        Somebody officer = fixture.serving(newBody(), APPOINTMENTS_OFFICER);
        var number = new Registration(Regulator.GMC, String.valueOf(NUMBERS.incrementAndGet()));
        PersonId registered = newPerson();
        List<Object> claimed =
                fixture.when(officer, register(registered, number)).thenEvents();
        var claim = ((RegistrationClaimed) claimed.getLast()).claim();

        fixture.when(dataProtection, new ErasePerson(registered))
                .then(new PersonErased(registered, null), new RegistrationReleased(claim, registered));

        List<Object> again =
                fixture.when(officer, register(newPerson(), number)).thenEvents();
        assertThat(((RegistrationClaimed) again.getLast()).claim()).isNotEqualTo(claim);
    }

    @Test
    void whoever_holds_a_post_is_not_erased_until_it_ends_and_then_the_name_stays_public() {
        fixture.given(filled(new Term(today.minusYears(1), today.plusYears(1))))
                .when(dataProtection, erase())
                .thenRefused(STILL_IN_OFFICE);

        fixture.given(new PostVacated(posts, 1, STROKE, person, today, VacancyCause.RESIGNED, null))
                .when(dataProtection, erase())
                .then(new PersonErased(person, "A clinician"));
    }

    @Test
    void whoever_will_hold_a_post_is_not_erased_and_who_never_took_it_has_no_public_name() {
        fixture.given(filled(new Term(today.plusDays(10), today.plusYears(1))))
                .when(dataProtection, erase())
                .thenRefused(STILL_IN_OFFICE);

        fixture.given(new PostVacated(posts, 1, STROKE, person, today.plusDays(10), VacancyCause.RESIGNED, null))
                .when(dataProtection, erase())
                .then(new PersonErased(person, null));
    }

    @Test
    void a_post_that_was_extended_ends_later() {
        fixture.given(
                        filled(new Term(today.minusYears(1), today)),
                        new TermExtended(posts, 1, STROKE, person, today, today.plusDays(1), null))
                .when(dataProtection, erase())
                .thenRefused(STILL_IN_OFFICE);
        on(today.plusDays(1)).when(dataProtection, erase()).then(new PersonErased(person, "A clinician"));
    }

    @Test
    void a_later_term_in_the_same_post_goes_on_when_the_one_before_ends() {
        fixture.given(
                        filled(new Term(today.minusYears(1), today.plusDays(9))),
                        filled(new Term(today.plusDays(9), today.plusYears(1))),
                        new PostVacated(posts, 1, STROKE, person, today, VacancyCause.RESIGNED, null))
                .when(dataProtection, erase())
                .thenRefused(STILL_IN_OFFICE);
    }

    @Test
    void a_seat_of_another_strand_goes_on() {
        var term = new Term(today.minusDays(9), today.plusYears(1));
        fixture.given(
                        new BoardMemberAssigned(
                                board, person, BoardCapacity.CLINICAL_LEAD, true, term, STROKE, null, null),
                        new BoardMemberAssigned(
                                board,
                                person,
                                BoardCapacity.CLINICAL_LEAD,
                                true,
                                term,
                                new StrandCode("cancer"),
                                null,
                                null),
                        new BoardMembershipEnded(board, person, today, null, STROKE))
                .when(dataProtection, erase())
                .thenRefused(STILL_IN_OFFICE);
    }

    @Test
    void the_post_of_another_is_no_reason() {
        fixture.given(new PostFilled(
                        posts, 1, STROKE, newPerson(), campaign, new Term(today, today.plusYears(1)), null))
                .when(dataProtection, erase())
                .then(new PersonErased(person, null));
    }

    @Test
    void whoever_sits_on_a_board_is_not_erased_until_the_seat_ends_and_then_the_name_stays_public() {
        LocalDate until = today.plusDays(5);
        fixture.given(
                        new BoardMemberAssigned(
                                board,
                                person,
                                BoardCapacity.MEMBER,
                                true,
                                new Term(today.minusDays(9), until),
                                null,
                                null,
                                null),
                        new BoardMembershipExtended(board, person, until, until.plusDays(1)))
                .when(dataProtection, erase())
                .thenRefused(STILL_IN_OFFICE);

        on(until).when(dataProtection, erase()).thenRefused(STILL_IN_OFFICE);
        fixture.given(new BoardMembershipEnded(board, person, until, null, null));
        on(until).when(dataProtection, erase()).then(new PersonErased(person, "A clinician"));
    }

    @Test
    void whoever_has_a_duty_is_not_erased_until_it_ends() {
        var duty = new DutyId(UUID.randomUUID());
        fixture.given(new DutyGranted(person, duty, CLINICIAN, DutyScope.of(newBody()), new Term(today, null)))
                .when(dataProtection, erase())
                .thenRefused(DUTY_IN_FORCE);

        fixture.given(new DutyEnded(person, duty, today, null))
                .when(dataProtection, erase())
                .thenAccepted();
    }

    @Test
    void whoever_competes_is_not_erased_until_six_months_after_the_end() {
        fixture.given(opened(), new AppliedForPost(campaign, person, List.of(STROKE), null))
                .when(dataProtection, erase())
                .thenRefused(CAMPAIGN_NOT_OVER, "campaign", campaign.value());

        fixture.given(new CampaignClosed(campaign, CampaignOutcome.NO_APPOINTMENT_MADE))
                .when(dataProtection, erase())
                .thenRefused(RETENTION_NOT_OVER, "until", today.plusMonths(6));
        on(today.plusMonths(6).minusDays(1)).when(dataProtection, erase()).thenRefused(RETENTION_NOT_OVER);
        on(today.plusMonths(6)).when(dataProtection, erase()).then(new PersonErased(person, null));
    }

    @Test
    void a_body_may_keep_its_candidates_longer() {
        RulePack six = BuiltInPacks.inForce(today);
        var nine = new RulePack(
                new RulePackVersion("inv-9"),
                today.minusYears(1),
                six.panelMinimum(),
                six.independentMinimum(),
                six.panelPresets(),
                six.assessorsPerCandidate(),
                six.maxScore(),
                six.offerLapseDays(),
                six.reserveMonths(),
                six.declarationMonths(),
                six.declareWithinDays(),
                six.ceasedInterestMonths(),
                six.decisionMonths(),
                six.noticeClearDays(),
                9,
                six.chairsActionConsulted(),
                six.strandPosts(),
                six.suppressBelow(),
                six.warningDays(),
                new QuorumFloor(new QuorumRule(1, 3), 1, 1));
        fixture.given(
                new RulePackAdopted(body, nine, "Board paper 9", null),
                opened(),
                new AppliedForPost(campaign, person, List.of(STROKE), null),
                new CampaignClosed(campaign, CampaignOutcome.NO_APPOINTMENT_MADE));

        on(today.plusMonths(9).minusDays(1))
                .when(dataProtection, erase())
                .thenRefused(RETENTION_NOT_OVER, "until", today.plusMonths(9));
        on(today.plusMonths(9)).when(dataProtection, erase()).thenAccepted();
    }

    @Test
    void a_place_on_a_reserve_list_is_kept_as_long_as_the_list() {
        fixture.given(
                opened(),
                new AppliedForPost(campaign, person, List.of(STROKE), null),
                new PlacedOnReserve(campaign, person, STROKE, 1, today.plusMonths(12)),
                new CampaignClosed(campaign, CampaignOutcome.APPOINTMENTS_MADE));

        on(today.plusMonths(12).minusDays(1))
                .when(dataProtection, erase())
                .thenRefused(RETENTION_NOT_OVER, "until", today.plusMonths(12));
        fixture.given(new LeftReserve(campaign, person, STROKE, LeftReserveReason.WITHDREW));
        on(today.plusMonths(6)).when(dataProtection, erase()).thenAccepted();
    }

    @Test
    void whoever_declined_a_nomination_was_no_candidate() {
        fixture.given(
                        opened(),
                        new LeadNominated(campaign, person, newPerson(), List.of(STROKE), null),
                        new NominationDeclined(campaign, person, null))
                .when(dataProtection, erase())
                .thenAccepted();
    }

    @Test
    void whoever_sits_on_a_panel_is_not_erased_before_the_campaign_is_over() {
        fixture.given(opened(), new PanelSeatTaken(campaign, person, PanelCapacity.MEMBER))
                .when(dataProtection, erase())
                .thenRefused(CAMPAIGN_NOT_OVER);

        fixture.given(new CampaignCancelled(campaign, "No need"))
                .when(dataProtection, erase())
                .thenAccepted();
    }

    @Test
    void whoever_left_the_panel_may_be_erased() {
        fixture.given(
                        opened(),
                        new PanelSeatTaken(campaign, person, PanelCapacity.MEMBER),
                        new PanelSeatLeft(campaign, person, null))
                .when(dataProtection, erase())
                .thenAccepted();
    }

    @Test
    void nothing_begins_about_an_erased_person_not_even_what_is_not_personal() {
        Somebody themselves = fixture.withLogin(person, CLINICIAN);
        Somebody officer = fixture.serving(body, APPOINTMENTS_OFFICER);
        fixture.given(opened()).given(dataProtection, erase());

        fixture.when(themselves, new ApplyForPost(campaign, person, List.of(STROKE), null))
                .thenRefused(PERSON_ERASED);
        fixture.when(
                        officer,
                        new EstablishPosts(
                                new EstablishmentId(UUID.randomUUID()),
                                body,
                                "Leads",
                                Programme.SENIOR_CLINICAL_LEADS,
                                3,
                                "one day",
                                person))
                .thenRefused(PERSON_ERASED);
    }

    @Test
    void what_is_personal_is_refused_once_the_key_is_destroyed_whatever_was_decided() {
        fixture.bean(KeyVault.class).destroy(person.value().toString());

        fixture.when(dataProtection, new PlaceRetentionHold(person, "Too late")).thenRefused(PERSON_ERASED);
    }

    private DomainFixture on(LocalDate day) {
        return fixture.at(day + "T12:00:00Z");
    }

    private ErasePerson erase() {
        return new ErasePerson(person);
    }

    private static RegisterPerson register(PersonId who, Registration number) {
        return new RegisterPerson(who, "A clinician", null, Profession.GP, number, null, true);
    }

    private PostFilled filled(Term term) {
        return new PostFilled(posts, 1, STROKE, person, campaign, term, null);
    }

    private CampaignOpened opened() {
        return new CampaignOpened(
                campaign,
                posts,
                body,
                "Leads",
                List.of(new StrandPosts(STROKE, 1)),
                "One day a week",
                Criteria.of(new Criterion(new CriterionCode("leadership"), "Leads others", 100)),
                new Timetable(
                        today.plusDays(10),
                        today.plusDays(20),
                        today.plusDays(30),
                        today.plusDays(40),
                        today.plusDays(50)),
                List.of(),
                new CampaignRules(new RulePackVersion("probity-2"), 3, 1, List.of(), 2, 4, 14, 24, 12, 3));
    }
}
