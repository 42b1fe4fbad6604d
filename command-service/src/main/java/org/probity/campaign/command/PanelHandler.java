package org.probity.campaign.command;

import static org.probity.campaign.command.CampaignRule.*;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Aggregate;
import org.probity.campaign.command.PanelCommand.AppointActingPanelChair;
import org.probity.campaign.command.PanelCommand.ConstitutePanel;
import org.probity.campaign.command.PanelCommand.DisclosePanelConnection;
import org.probity.campaign.command.PanelCommand.MitigatePanelConnection;
import org.probity.campaign.command.PanelCommand.RecusePanelMember;
import org.probity.campaign.command.PanelCommand.ReplacePanelMember;
import org.probity.campaign.event.PanelSeat;
import org.probity.campaign.event.ParticipationEvent.PanelMemberRecused;
import org.probity.command.Occasion;
import org.probity.id.CampaignId;
import org.probity.id.OrganisationCode;
import org.probity.id.PersonId;
import org.probity.id.StrandCode;
import org.probity.interests.command.DeclarationRegister;
import org.probity.people.command.PeopleRegister;
import org.probity.people.event.Authority;
import org.springframework.stereotype.Component;

/** Opens the streams for who sits on a panel, and who steps aside. */
@Component
class PanelHandler {

    private final Campaigns campaigns;
    private final PeopleRegister people;
    private final DeclarationRegister declarations;

    PanelHandler(Campaigns campaigns, PeopleRegister people, DeclarationRegister declarations) {
        this.campaigns = campaigns;
        this.people = people;
        this.declarations = declarations;
    }

    @CommandHandler
    void handle(ConstitutePanel command, Occasion occasion) {
        Aggregate<Campaign> campaign = campaigns.campaign(command.campaign(), occasion);
        campaign.execute(c -> c.constitutePanel(command));
        var participations = campaigns.participations(
                command.campaign(),
                command.seats().stream().map(PanelSeat::person).toList());
        for (PanelSeat seat : command.seats()) {
            takeSeat(campaign, participations, seat, command.campaign(), occasion);
        }
    }

    /** A member judges every list and candidate, so a chair who is off one of them does not choose who sits. */
    @CommandHandler
    void handle(ReplacePanelMember command, Occasion occasion) {
        Aggregate<Campaign> campaign = campaigns.campaignForChairOrOfficer(command.campaign(), occasion);
        PersonId caller = occasion.caller().asPerson();
        boolean asChair = campaign.invoke(c -> c.panel().isChair(caller));
        campaign.execute(c -> c.replacePanelMember(command));
        PanelSeat joining = command.joining();
        var participations = campaigns.participations(
                command.campaign(),
                Stream.concat(
                                Stream.of(command.leaving(), joining.person()),
                                asChair ? Stream.of(caller) : Stream.empty())
                        .toList());
        if (asChair) {
            participations.member(caller, PanelMember::mustNotBeRecused);
        }
        participations.member(command.leaving(), member -> member.leave(command.reason()));
        takeSeat(campaign, participations, joining, command.campaign(), occasion);
    }

    private void takeSeat(
            Aggregate<Campaign> campaign,
            Participations participations,
            PanelSeat seat,
            CampaignId id,
            Occasion occasion) {
        people.entry(seat.person());
        int months = campaign.invoke(c -> c.rules().declarationMonths());
        participations.of(seat.person()).execute(p -> p.takePanelSeat(id, seat.person(), seat.capacity()));
        DECLARATION_OUT_OF_DATE.refuseIf(
                !declarations.upToDate(seat.person(), occasion.today(), months), "months", months);
    }

    /** Nor does such a chair choose who stands in for them. */
    @CommandHandler
    void handle(AppointActingPanelChair command, Occasion occasion) {
        Aggregate<Campaign> campaign = campaigns.campaignForChairOrOfficer(command.campaign(), occasion);
        PersonId caller = occasion.caller().asPerson();
        boolean asChair = campaign.invoke(c -> c.panel().isChair(caller));
        campaign.execute(c -> c.appointActingChair(command));
        if (asChair) {
            campaigns.participations(command.campaign(), caller).member(caller, PanelMember::mustNotBeRecused);
        }
    }

    /** That the other is a candidate is read without a lock: it stays so. */
    @CommandHandler
    void handle(DisclosePanelConnection command, Occasion occasion) {
        occasion.caller().mustBe(command.member());
        campaigns.campaign(command.campaign(), occasion).execute(Campaign::mustBeRunning);
        var both = campaigns.participations(command.campaign(), command.member(), command.candidate());
        both.member(command.member(), PanelMember::mustBeSeated);
        both.ask(command.candidate(), Candidate::strands);
        both.member(command.member(), member -> member.disclose(command));
    }

    @CommandHandler
    void handle(MitigatePanelConnection command, Occasion occasion) {
        PersonId decider = occasion.caller().asPerson();
        Aggregate<Campaign> campaign = campaigns.campaign(command.campaign(), occasion);
        campaign.execute(Campaign::mustBeRunning);
        OrganisationCode body = campaign.invoke(Campaign::body);
        boolean ofChair = campaign.invoke(c -> c.panel().isChair(command.member()));
        boolean asChair =
                !ofChair || !Campaigns.servesAs(Authority.APPOINTING_AUTHORITY, body, command.campaign(), occasion);
        if (asChair) {
            campaign.execute(c -> c.mustChair(decider));
        }
        var concerned = campaigns.scoredBy(
                command.campaign(),
                command.member(),
                asChair ? List.of(command.candidate(), decider) : List.of(command.candidate()));
        List<StrandCode> strands = concerned.ask(command.candidate(), Candidate::strands);
        if (asChair) {
            concerned.member(decider, chair -> chair.mustNotBeRecusedFrom(command.candidate(), strands));
        }
        concerned.member(command.member(), member -> member.mitigate(command, decider));
        if (!command.mitigation().votesOrScores()) {
            String narrowing = command.narrowingReason();
            recuse(
                    concerned,
                    narrowing == null
                            ? new PanelMemberRecused(
                                    command.campaign(), command.member(), command.mitigation(), strands, null, null)
                            : new PanelMemberRecused(
                                    command.campaign(),
                                    command.member(),
                                    command.mitigation(),
                                    List.of(),
                                    command.candidate(),
                                    narrowing));
        }
    }

    /** A chair who is off a list, or off a candidate who may be on it, leaves it to an officer to take others off it. */
    @CommandHandler
    void handle(RecusePanelMember command, Occasion occasion) {
        Aggregate<Campaign> campaign = campaigns.campaignForChairOrOfficer(command.campaign(), occasion);
        NOT_A_RECUSAL.refuseIf(command.mitigation().votesOrScores());
        PersonId only = command.onlyCandidate();
        if (only == null) {
            campaign.execute(c -> c.strandsMustBeIn(command.strands()));
        } else {
            STRANDS_NAMED.refuseIf(!command.strands().isEmpty());
            REASON_REQUIRED.refuseIf(command.reason() == null);
        }
        PersonId caller = occasion.caller().asPerson();
        boolean asChair = campaign.invoke(c -> c.panel().isChair(caller)) && !caller.equals(command.member());
        var concerned = campaigns.scoredBy(
                command.campaign(),
                command.member(),
                Stream.concat(Stream.ofNullable(only), asChair ? Stream.of(caller) : Stream.empty())
                        .toList());
        if (asChair) {
            if (only == null) {
                concerned.member(caller, chair -> chair.mustNotBeRecusedFromAnybodyOn(command.strands()));
            } else {
                List<StrandCode> strands = concerned.ask(only, Candidate::strands);
                concerned.member(caller, chair -> chair.mustNotBeRecusedFrom(only, strands));
            }
        }
        recuse(
                concerned,
                new PanelMemberRecused(
                        command.campaign(),
                        command.member(),
                        command.mitigation(),
                        command.strands(),
                        only,
                        command.reason()));
    }

    /**
     * Takes a member off merit lists, or off one candidate. The candidates whose scorecards of this member no longer
     * count are told on their own streams, on which their lists and findings rely.
     */
    private static void recuse(Participations concerned, PanelMemberRecused recusal) {
        concerned.member(recusal.person(), member -> member.recuse(recusal));
        PersonId only = recusal.candidate();
        Set<PersonId> scored = concerned.askMember(recusal.person(), PanelMember::scored);
        for (PersonId person : only == null ? scored : Set.of(only)) {
            List<StrandCode> shared = concerned.ask(person, Candidate::strands).stream()
                    .filter(recusal.strands()::contains)
                    .toList();
            if (only != null || !shared.isEmpty()) {
                concerned.candidate(
                        person, candidate -> candidate.loseAssessor(recusal.person(), recusal.mitigation(), shared));
            }
        }
    }
}
