package org.probity.campaign.command;

import static org.probity.campaign.command.CampaignRule.UNDECIDED_CANDIDATES;

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Aggregate;
import org.probity.campaign.command.CampaignCommand.CancelCampaign;
import org.probity.campaign.command.CampaignCommand.ChangeCriteria;
import org.probity.campaign.command.CampaignCommand.CloseCampaign;
import org.probity.campaign.command.CampaignCommand.ExtendClosing;
import org.probity.campaign.command.CampaignCommand.GiveFeedback;
import org.probity.campaign.command.CampaignCommand.LodgeComplaint;
import org.probity.campaign.command.CampaignCommand.OpenCampaign;
import org.probity.campaign.command.CampaignCommand.PublishAdvert;
import org.probity.campaign.event.CampaignOutcome;
import org.probity.campaign.event.CampaignRules;
import org.probity.campaign.event.StrandPosts;
import org.probity.command.Occasion;
import org.probity.command.Streams;
import org.probity.establishment.command.Establishment;
import org.probity.establishment.command.EstablishmentRule;
import org.probity.establishment.event.HoldReleaseReason;
import org.probity.event.Term;
import org.probity.id.OrganisationCode;
import org.probity.id.PersonId;
import org.probity.id.StrandCode;
import org.probity.people.command.PeopleRegister;
import org.probity.policy.command.AimsRegister;
import org.probity.policy.command.RulePackRegister;
import org.springframework.stereotype.Component;

/** Opens the streams for what is done with a competition as a whole. */
@Component
class CampaignHandler {

    private final Streams streams;
    private final Campaigns campaigns;
    private final RulePackRegister rulePacks;
    private final AimsRegister aims;
    private final PeopleRegister people;

    CampaignHandler(
            Streams streams,
            Campaigns campaigns,
            RulePackRegister rulePacks,
            AimsRegister aims,
            PeopleRegister people) {
        this.streams = streams;
        this.campaigns = campaigns;
        this.rulePacks = rulePacks;
        this.aims = aims;
        this.people = people;
    }

    /**
     * Whether posts are vacant is read without a lock, and two competitions may be open for one post: which of them
     * fills it is decided when it is offered, under a lock.
     */
    @CommandHandler
    void handle(OpenCampaign command, Occasion occasion) {
        Aggregate<Establishment> posts = streams.existing(Establishment.class, command.establishment().stream());
        OrganisationCode body = posts.invoke(Establishment::body);
        occasion.caller().mustServe(body, occasion.today());
        LocalDate decision = command.timetable().decision();
        Term fromDecision = new Term(decision, decision.plusDays(1));
        Map<StrandCode, Integer> free = command.strands().stream()
                .map(StrandPosts::strand)
                .distinct()
                .collect(Collectors.toMap(
                        strand -> strand,
                        strand -> posts.invoke(establishment -> {
                            EstablishmentRule.UNKNOWN_STRAND.refuseIf(
                                    !establishment.hasStrand(strand), "strand", strand.value());
                            return establishment.freePosts(strand, fromDecision);
                        })));
        int freeInAll = posts.invoke(establishment -> establishment.freePosts(fromDecision));
        CampaignRules rules = CampaignRules.of(rulePacks.inForce(body, occasion.today()));
        streams.open(Campaign.class, command.subject())
                .execute(campaign -> campaign.open(command, body, free, freeInAll, aims.aims(body), rules));
    }

    @CommandHandler
    void handle(ChangeCriteria command, Occasion occasion) {
        campaigns.campaign(command.campaign(), occasion).execute(campaign -> campaign.advert()
                .changeCriteria(command.criteria()));
    }

    @CommandHandler
    void handle(PublishAdvert command, Occasion occasion) {
        campaigns.campaign(command.campaign(), occasion).execute(campaign -> campaign.advert()
                .publish(command, occasion.today()));
    }

    @CommandHandler
    void handle(ExtendClosing command, Occasion occasion) {
        campaigns.campaign(command.campaign(), occasion).execute(campaign -> campaign.advert()
                .extend(command, occasion.today()));
    }

    /**
     * Looks at everybody who takes part. What they are is read without a lock where nothing is appended: nobody joins
     * after the closing day, and an outcome, once there, stays. The one that may not, ineligible for want of the
     * employer's release, is made to.
     */
    @CommandHandler
    void handle(CloseCampaign command, Occasion occasion) {
        Aggregate<Campaign> campaign = campaigns.campaign(command.campaign(), occasion);
        campaign.execute(c -> c.advert().mustHaveClosed(occasion.today()));
        Set<PersonId> notAppointed = Set.copyOf(command.notAppointed());
        var everybody = campaigns.everybodyIn(command.campaign(), notAppointed);
        long undecided = everybody.count(
                everybody.candidates().filter(person -> !notAppointed.contains(person)),
                candidate -> !candidate.appointee().hasOutcome());
        UNDECIDED_CANDIDATES.refuseIf(undecided > 0, "undecided", undecided);
        notAppointed.forEach(person -> everybody.appointee(person, Appointee::closeWithoutAppointment));
        everybody
                .candidates()
                .filter(person -> everybody.ask(person, Candidate::mayReturn))
                .forEach(person -> everybody.candidate(person, Candidate::loseEligibility));
        long appointed = everybody.count(
                everybody.candidates(), candidate -> candidate.appointee().isAppointed());
        campaign.execute(
                c -> c.close(appointed > 0 ? CampaignOutcome.APPOINTMENTS_MADE : CampaignOutcome.NO_APPOINTMENT_MADE));
    }

    @CommandHandler
    void handle(CancelCampaign command, Occasion occasion) {
        Aggregate<Establishment> posts = campaigns.establishmentOf(command.campaign());
        Aggregate<Campaign> campaign = campaigns.campaign(command.campaign(), occasion);
        Set<PersonId> concerned = campaign.invoke(Campaign::offeredOrReserve);
        var participations = campaigns.participations(command.campaign(), concerned);
        campaign.execute(c -> c.cancel(command));
        concerned.forEach(person -> {
            participations.appointee(person, Appointee::endByCancellation);
            posts.execute(p -> p.release(person, command.campaign(), HoldReleaseReason.CAMPAIGN_CANCELLED));
        });
    }

    @CommandHandler
    void handle(LodgeComplaint command, Occasion occasion) {
        people.entry(command.complainant());
        campaigns
                .campaignFor(command.complainant(), command.campaign(), occasion)
                .execute(campaign -> campaign.complain(command));
    }

    /** That somebody is a candidate is read without a lock: it stays so. */
    @CommandHandler
    void handle(GiveFeedback command, Occasion occasion) {
        Aggregate<Campaign> campaign = campaigns.campaign(command.campaign(), occasion);
        campaigns.participations(command.campaign(), command.person()).ask(command.person(), Candidate::strands);
        campaign.execute(c -> c.giveFeedback(command));
    }
}
