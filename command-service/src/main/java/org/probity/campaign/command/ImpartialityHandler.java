package org.probity.campaign.command;

import static org.probity.campaign.command.CampaignRule.CAMPAIGN_OR_ESTABLISHMENT;
import static org.probity.campaign.command.CampaignRule.NOT_PANEL_CHAIR;

import java.util.List;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Aggregate;
import org.probity.campaign.command.ImpartialityCommand.ConfirmImpartiality;
import org.probity.campaign.command.ImpartialityCommand.StateImpartiality;
import org.probity.campaign.command.ImpartialityCommand.WithholdImpartiality;
import org.probity.command.NotPermitted;
import org.probity.command.Occasion;
import org.probity.command.Streams;
import org.probity.establishment.command.Establishment;
import org.probity.establishment.event.HoldReleaseReason;
import org.probity.id.CampaignId;
import org.probity.id.PersonId;
import org.probity.id.StrandCode;
import org.probity.people.event.Authority;
import org.probity.people.event.DutyScope;
import org.springframework.stereotype.Component;

/** Opens the streams for impartiality: a candidate's stands with the campaign, an incumbent's with the posts. */
@Component
class ImpartialityHandler {

    private final Streams streams;
    private final Campaigns campaigns;

    ImpartialityHandler(Streams streams, Campaigns campaigns) {
        this.streams = streams;
        this.campaigns = campaigns;
    }

    @CommandHandler
    void handle(StateImpartiality command, Occasion occasion) {
        occasion.caller().mustBe(command.person());
        CampaignId campaign = command.campaign();
        mustNameOne(command);
        if (campaign != null) {
            campaigns.any(campaign);
            campaigns
                    .participations(campaign, command.person())
                    .candidate(command.person(), candidate -> candidate.stateImpartiality(command.statement()));
        } else {
            streams.existing(Establishment.class, command.subject())
                    .execute(posts -> posts.stateImpartiality(command.person(), command.statement()));
        }
    }

    @CommandHandler
    void handle(ConfirmImpartiality command, Occasion occasion) {
        PersonId judge = occasion.caller().asPerson();
        CampaignId campaign = command.campaign();
        mustNameOne(command);
        if (campaign != null) {
            judgedByChair(campaign, command.person(), occasion)
                    .candidate(command.person(), candidate -> candidate.confirmImpartiality(judge));
        } else {
            posts(command, occasion)
                    .execute(posts -> posts.confirmImpartiality(command.person(), judge, occasion.today()));
        }
    }

    @CommandHandler
    void handle(WithholdImpartiality command, Occasion occasion) {
        PersonId judge = occasion.caller().asPerson();
        CampaignId campaign = command.campaign();
        mustNameOne(command);
        if (campaign != null) {
            Aggregate<Establishment> posts = campaigns.establishmentOf(campaign);
            judgedByChair(campaign, command.person(), occasion)
                    .candidate(command.person(), candidate -> candidate.withholdImpartiality(judge, command.reason()));
            posts.execute(p -> p.release(command.person(), campaign, HoldReleaseReason.IMPARTIALITY_WITHHELD));
        } else {
            posts(command, occasion)
                    .execute(posts ->
                            posts.withholdImpartiality(command.person(), judge, command.reason(), occasion.today()));
        }
    }

    /**
     * The candidate, where the caller chairs the panel and is free to judge, which is read without a lock on the chair's
     * stream. Also when the campaign is closed: offers from the reserve go on.
     */
    private Participations judgedByChair(CampaignId id, PersonId candidate, Occasion occasion) {
        PersonId judge = occasion.caller().asPerson();
        campaigns
                .campaign(id, occasion)
                .execute(campaign -> NOT_PANEL_CHAIR.refuseIf(!campaign.panel().isChair(judge)));
        Participations both = campaigns.participations(id, judge, candidate);
        List<StrandCode> strands = both.ask(candidate, Candidate::strands);
        both.member(judge, chair -> chair.mustBeFreeToJudge(candidate, strands));
        return both;
    }

    private Aggregate<Establishment> posts(ImpartialityCommand command, Occasion occasion) {
        Aggregate<Establishment> posts = streams.existing(Establishment.class, command.subject());
        DutyScope body = DutyScope.of(posts.invoke(Establishment::body));
        if (!occasion.caller().servesAs(Authority.APPOINTING_AUTHORITY, body, occasion.today())) {
            throw new NotPermitted("No duty for this body");
        }
        return posts;
    }

    private static void mustNameOne(ImpartialityCommand command) {
        CAMPAIGN_OR_ESTABLISHMENT.refuseIf((command.campaign() == null) == (command.establishment() == null));
    }
}
