package org.probity.campaign.command;

import static org.probity.campaign.command.CampaignRule.REASON_REQUIRED;
import static org.probity.campaign.command.CampaignScene.*;
import static org.probity.command.CommonRule.DECIDING_OWN_CASE;
import static org.probity.people.event.Authority.APPOINTING_AUTHORITY;
import static org.probity.people.event.Authority.APPOINTMENTS_OFFICER;
import static org.probity.people.event.Authority.CLINICIAN;
import static org.probity.people.event.Authority.PANEL_MEMBER;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.probity.campaign.command.AppointmentCommand.ConfirmAppointment;
import org.probity.campaign.command.AppointmentCommand.HoldInReserve;
import org.probity.campaign.command.AppointmentCommand.WithdrawOffer;
import org.probity.campaign.command.CampaignCommand.*;
import org.probity.campaign.command.ImpartialityCommand.WithholdImpartiality;
import org.probity.campaign.command.NominationCommand.*;
import org.probity.campaign.command.PanelCommand.*;
import org.probity.campaign.event.CampaignEvent.CampaignClosed;
import org.probity.campaign.event.CampaignOutcome;
import org.probity.campaign.event.LeftReserveReason;
import org.probity.campaign.event.PanelCapacity;
import org.probity.campaign.event.ParticipationEvent.LeftReserve;
import org.probity.campaign.event.ParticipationEvent.PlacedOnReserve;
import org.probity.command.By;
import org.probity.command.Command;
import org.probity.command.DomainFixture.Somebody;
import org.probity.establishment.command.EstablishmentCommand.ChangeStrandCap;
import org.probity.establishment.command.EstablishmentCommand.CloseStrand;
import org.probity.event.Term;
import org.probity.id.DutyId;
import org.probity.id.PersonId;
import org.probity.interests.event.Mitigation;
import org.probity.people.command.PeopleCommand.AmendPerson;
import org.probity.people.command.PeopleCommand.EndDuty;
import org.probity.people.command.PeopleCommand.GrantDuty;
import org.probity.people.event.DutyEvent.DutyGranted;
import org.probity.people.event.DutyScope;
import org.probity.people.event.OrganisationEvent.OrganisationRegistered;
import org.probity.people.event.OrganisationKind;
import org.probity.people.event.Profession;

/** Who competes does not run the competition, whatever their duty. */
class OfficerWhoCompetesTest {

    private final CampaignScene scene = new CampaignScene();
    private final Somebody officer = scene.fixture.serving(scene.body, APPOINTMENTS_OFFICER, APPOINTING_AUTHORITY);
    private final Somebody clinician = scene.fixture.withLogin(officer.person(), CLINICIAN);

    @BeforeEach
    void a_running_competition() {
        scene.register(officer.person(), true);
        scene.advertised().withPanel();
    }

    @ParameterizedTest
    @MethodSource("commandsOfOfficersAndAuthorities")
    void an_officer_or_authority_who_applied_gives_no_command_of_the_campaign(Class<?> type) {
        Somebody rival = scene.candidate(STROKE);
        Command command = everythingOfficersAndAuthoritiesDo(rival)
                .filter(type::isInstance)
                .findFirst()
                .orElseThrow();
        scene.given(clinician, new ApplyForPost(scene.campaign, officer.person(), List.of(STROKE), null))
                .when(officer, command)
                .thenRefused(DECIDING_OWN_CASE);
    }

    /** All there are, but the one that opens a campaign: nobody competes before that. */
    private static Stream<Class<?>> commandsOfOfficersAndAuthorities() {
        return Stream.of(
                        AppointmentCommand.class,
                        AssessmentCommand.class,
                        CampaignCommand.class,
                        ImpartialityCommand.class,
                        NominationCommand.class,
                        PanelCommand.class)
                .flatMap(family -> Stream.<Class<?>>of(family.getPermittedSubclasses()))
                .filter(type -> type != OpenCampaign.class)
                .filter(type -> Stream.of(type.getAnnotationsByType(By.class))
                        .flatMap(by -> Stream.of(by.value()))
                        .anyMatch(Set.of(APPOINTMENTS_OFFICER, APPOINTING_AUTHORITY)::contains));
    }

    @Test
    void nor_does_an_officer_whose_candidacy_has_ended() {
        Somebody rival = scene.candidate(STROKE);
        scene.given(clinician, new ApplyForPost(scene.campaign, officer.person(), List.of(STROKE), null))
                .given(clinician, new WithdrawCandidate(scene.campaign, officer.person(), null))
                .when(officer, scene.eligibility(rival, true, true, true))
                .thenRefused(DECIDING_OWN_CASE);
    }

    @Test
    void an_officer_who_declined_a_nomination_goes_on() {
        Somebody rival = scene.candidate(STROKE);
        scene.given(scene.officer, new NominateLead(scene.campaign, officer.person(), List.of(STROKE), null))
                .when(officer, scene.eligibility(rival, true, true, true))
                .thenRefused(DECIDING_OWN_CASE);
        scene.given(clinician, new DeclineNomination(scene.campaign, officer.person(), null))
                .when(officer, scene.eligibility(rival, true, true, true))
                .thenAccepted();
    }

    @Test
    void an_officer_withdraws_a_candidate_for_a_reason() {
        Somebody candidate = scene.candidate(STROKE);
        scene.when(scene.officer, new WithdrawCandidate(scene.campaign, candidate.person(), null))
                .thenRefused(REASON_REQUIRED);
        scene.when(scene.officer, new WithdrawCandidate(scene.campaign, candidate.person(), "Told us by telephone"))
                .thenAccepted();
    }

    @Test
    void an_officer_who_competes_decides_on_no_duty_for_the_competition() {
        var ofCampaign = new DutyId(UUID.randomUUID());
        var ofBody = new DutyId(UUID.randomUUID());
        var since = new Term(LocalDate.EPOCH, null);
        scene.fixture.given(
                new OrganisationRegistered(scene.body, "Invented body", OrganisationKind.COMMISSIONER, since, true),
                new DutyGranted(scene.chair.person(), ofCampaign, PANEL_MEMBER, DutyScope.of(scene.campaign), since),
                new DutyGranted(scene.chair.person(), ofBody, PANEL_MEMBER, DutyScope.of(scene.body), since));
        PersonId other = scene.clinician().person();
        applies();

        for (DutyId duty : List.of(ofCampaign, ofBody)) {
            var ends = new EndDuty(scene.chair.person(), duty, scene.fixture.today(), "No longer needed");
            scene.when(officer, ends).thenRefused(DECIDING_OWN_CASE);
            scene.when(scene.officer, ends).thenAccepted();
        }
        scene.when(officer, grant(other, DutyScope.of(scene.campaign))).thenRefused(DECIDING_OWN_CASE);
        scene.when(officer, grant(other, DutyScope.of(scene.body))).thenAccepted();
    }

    @Test
    void an_officer_who_competes_amends_nobody_who_takes_part() {
        Somebody rival = scene.candidate(STROKE);
        Somebody bystander = scene.clinician();
        applies();

        scene.when(officer, retires(rival)).thenRefused(DECIDING_OWN_CASE);
        scene.when(officer, retires(scene.chair)).thenRefused(DECIDING_OWN_CASE);
        scene.when(officer, retires(bystander)).thenAccepted();
        scene.when(scene.officer, retires(rival)).thenAccepted();
    }

    @Test
    void they_amend_a_former_rival_when_the_competition_is_over_but_not_while_they_are_on_its_reserve_list() {
        Somebody rival = scene.candidate(STROKE);
        applies();
        LocalDate until = scene.fixture.today().plusMonths(12);
        scene.fixture.given(
                new PlacedOnReserve(scene.campaign, officer.person(), STROKE, 2, until),
                new CampaignClosed(scene.campaign, CampaignOutcome.APPOINTMENTS_MADE));

        scene.when(officer, retires(rival)).thenRefused(DECIDING_OWN_CASE);
        scene.fixture.given(new LeftReserve(scene.campaign, officer.person(), STROKE, LeftReserveReason.NOT_ELIGIBLE));
        scene.when(officer, retires(rival)).thenAccepted();
    }

    @Test
    void an_officer_who_competes_changes_nothing_about_the_posts_they_compete_for() {
        var cap = new ChangeStrandCap(scene.establishment, STROKE, 1, "Less money");
        applies();

        scene.when(officer, cap).thenRefused(DECIDING_OWN_CASE);
        scene.when(officer, new CloseStrand(scene.establishment, CANCER, "No longer needed"))
                .thenRefused(DECIDING_OWN_CASE);
        scene.when(scene.officer, cap).thenAccepted();
    }

    private void applies() {
        scene.given(clinician, new ApplyForPost(scene.campaign, officer.person(), List.of(STROKE), null));
    }

    private static GrantDuty grant(PersonId person, DutyScope scope) {
        return new GrantDuty(
                person, new DutyId(UUID.randomUUID()), PANEL_MEMBER, scope, new Term(LocalDate.EPOCH, null));
    }

    private static AmendPerson retires(Somebody somebody) {
        return new AmendPerson(somebody.person(), "A clinician", null, Profession.GP, null, null, false);
    }

    private Stream<Command> everythingOfficersAndAuthoritiesDo(Somebody rival) {
        return Stream.of(
                scene.eligibility(rival, true, true, false),
                new WithdrawCandidate(scene.campaign, rival.person(), "Told us by telephone"),
                new ChangeCriteria(scene.campaign, CRITERIA),
                new PublishAdvert(scene.campaign, List.of("Journal"), CLOSING.plusDays(5), null),
                new ExtendClosing(scene.campaign, CLOSING.plusDays(5), "Few so far"),
                new CloseCampaign(scene.campaign, List.of()),
                new CancelCampaign(scene.campaign, "No money"),
                new LodgeComplaint(scene.campaign, rival.person(), "Said to us"),
                new GiveFeedback(scene.campaign, rival.person(), "Well done"),
                new ConstitutePanel(scene.campaign, scene.panel(), null),
                new RecusePanelMember(
                        scene.campaign, scene.member.person(), Mitigation.WITHDRAW, List.of(STROKE), null, null),
                new ReplacePanelMember(
                        scene.campaign,
                        scene.independent.person(),
                        seat(scene.assessor(), PanelCapacity.INDEPENDENT),
                        "Ill"),
                new AppointActingPanelChair(scene.campaign, scene.member.person(), "Chair is away"),
                new ConfirmAppointment(scene.campaign, rival.person()),
                new HoldInReserve(scene.campaign, rival.person(), STROKE),
                new NominateLead(scene.campaign, scene.clinician().person(), List.of(STROKE), null),
                scene.decide(List.of(rival), List.of(), null),
                new WithdrawOffer(scene.campaign, rival.person(), "A mistake"),
                new MitigatePanelConnection(
                        scene.campaign,
                        scene.chair.person(),
                        rival.person(),
                        Mitigation.NOTE_ONLY,
                        "One paper in 2019",
                        "Not close",
                        "Noted",
                        null),
                scene.confirmImpartial(rival),
                new WithholdImpartiality(rival.person(), scene.campaign, null, "An undisclosed company"));
    }
}
