package org.probity.campaign.command;

import static org.probity.campaign.command.CampaignRule.REASON_REQUIRED;
import static org.probity.campaign.command.CampaignRule.SELF_NOMINATION;
import static org.probity.command.CommonRule.DECIDING_OWN_CASE;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Aggregate;
import org.probity.campaign.command.NominationCommand.AcceptNomination;
import org.probity.campaign.command.NominationCommand.ApplyForPost;
import org.probity.campaign.command.NominationCommand.CheckEligibility;
import org.probity.campaign.command.NominationCommand.DeclineNomination;
import org.probity.campaign.command.NominationCommand.NominateLead;
import org.probity.campaign.command.NominationCommand.WithdrawCandidate;
import org.probity.command.Occasion;
import org.probity.establishment.command.Establishment;
import org.probity.establishment.event.HoldReleaseReason;
import org.probity.id.PersonId;
import org.probity.people.command.PeopleRegister;
import org.springframework.stereotype.Component;

/** Opens the streams for becoming a candidate and ceasing to be one. */
@Component
class NominationHandler {

    private final Campaigns campaigns;
    private final PeopleRegister people;

    NominationHandler(Campaigns campaigns, PeopleRegister people) {
        this.campaigns = campaigns;
        this.people = people;
    }

    @CommandHandler
    void handle(NominateLead command, Occasion occasion) {
        people.entry(command.person());
        PersonId nominator = occasion.caller().asPerson();
        Aggregate<Campaign> campaign = campaigns.campaign(command.campaign(), occasion);
        campaign.execute(c -> {
            c.advert().mustTakeNominations(occasion.today());
            c.strandsMustBeIn(command.strands());
        });
        SELF_NOMINATION.refuseIf(nominator.equals(command.person()));
        var both = campaigns.participations(command.campaign(), nominator, command.person());
        both.of(command.person()).execute(nominee -> nominee.nominate(command, nominator));
        both.of(nominator).execute(p -> p.nominateOther(command.campaign(), nominator, command.person()));
    }

    @CommandHandler
    void handle(AcceptNomination command, Occasion occasion) {
        occasion.caller().mustBe(command.person());
        campaigns.any(command.campaign()).execute(campaign -> campaign.advert().mustTakeNominations(occasion.today()));
        participation(command).execute(Participation::acceptNomination);
    }

    @CommandHandler
    void handle(DeclineNomination command, Occasion occasion) {
        occasion.caller().mustBe(command.person());
        campaigns.any(command.campaign()).execute(Campaign::mustBeRunning);
        participation(command).execute(nominee -> nominee.declineNomination(command.reason()));
    }

    @CommandHandler
    void handle(ApplyForPost command, Occasion occasion) {
        occasion.caller().mustBe(command.person());
        people.entry(command.person());
        campaigns.any(command.campaign()).execute(campaign -> {
            campaign.advert().mustTakeNominations(occasion.today());
            campaign.strandsMustBeIn(command.strands());
        });
        participation(command).execute(applicant -> applicant.applyForPost(command));
    }

    @CommandHandler
    void handle(CheckEligibility command, Occasion occasion) {
        campaigns.campaign(command.campaign(), occasion).execute(Campaign::mustBeRunning);
        DECIDING_OWN_CASE.refuseIf(occasion.caller().is(command.person()));
        boolean inActivePractice = people.entry(command.person()).inActivePractice();
        participation(command).execute(p -> p.candidate().checkEligibility(command, inActivePractice));
    }

    @CommandHandler
    void handle(WithdrawCandidate command, Occasion occasion) {
        Aggregate<Establishment> posts = campaigns.establishmentOf(command.campaign());
        campaigns.campaignFor(command.person(), command.campaign(), occasion);
        REASON_REQUIRED.refuseIf(!occasion.caller().is(command.person()) && command.reason() == null);
        participation(command).execute(p -> p.candidate().withdraw(command.reason()));
        posts.execute(p -> p.release(command.person(), command.campaign(), HoldReleaseReason.CANDIDATE_WITHDREW));
    }

    private Aggregate<Participation> participation(NominationCommand command) {
        return campaigns.participations(command.campaign(), command.person()).of(command.person());
    }
}
