package org.probity.campaign.command;

import static org.probity.campaign.command.CampaignRule.*;
import static org.probity.command.CommonRule.DECIDING_OWN_CASE;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Aggregate;
import org.jspecify.annotations.Nullable;
import org.probity.campaign.command.AppointmentCommand.AcceptOffer;
import org.probity.campaign.command.AppointmentCommand.ConfirmAppointment;
import org.probity.campaign.command.AppointmentCommand.DecideAppointment;
import org.probity.campaign.command.AppointmentCommand.DeclineOffer;
import org.probity.campaign.command.AppointmentCommand.HoldInReserve;
import org.probity.campaign.command.AppointmentCommand.LapseOffer;
import org.probity.campaign.command.AppointmentCommand.OfferFromReserve;
import org.probity.campaign.command.AppointmentCommand.WithdrawOffer;
import org.probity.campaign.event.HeldPost;
import org.probity.campaign.event.LeftReserveReason;
import org.probity.command.Occasion;
import org.probity.establishment.command.Establishment;
import org.probity.establishment.command.EstablishmentRule;
import org.probity.establishment.event.HoldReleaseReason;
import org.probity.event.Term;
import org.probity.id.CampaignId;
import org.probity.id.EstablishmentId;
import org.probity.id.PersonId;
import org.probity.id.StrandCode;
import org.probity.interests.command.DeclarationRegister;
import org.probity.people.command.PeopleRegister;
import org.springframework.stereotype.Component;

/**
 * Opens the streams for offers and appointments. Whatever makes, ends or fulfils an offer is appended, in the same unit
 * of work, to the posts it is an offer of: so two last offers cannot both be made, whichever campaigns they come from.
 */
@Component
class AppointmentHandler {

    private final Campaigns campaigns;
    private final PeopleRegister people;
    private final DeclarationRegister declarations;

    AppointmentHandler(Campaigns campaigns, PeopleRegister people, DeclarationRegister declarations) {
        this.campaigns = campaigns;
        this.people = people;
        this.declarations = declarations;
    }

    /**
     * The others in the order of merit are read without a lock: if one withdraws at the same moment, the decision
     * needs a reason that it might not need a moment later.
     */
    @CommandHandler
    void handle(DecideAppointment command, Occasion occasion) {
        Aggregate<Establishment> posts = campaigns.establishmentOf(command.campaign());
        Aggregate<Campaign> campaign = campaigns.campaign(command.campaign(), occasion);
        campaign.execute(Campaign::mustNotBeCancelled);
        PersonId decider = occasion.caller().asPerson();
        List<PersonId> merit = campaign.invoke(c -> c.strand(command.strand()).merit());
        List<PersonId> named = Stream.concat(command.offers().stream(), command.reserve().stream())
                .toList();
        var participations = campaigns.participations(
                command.campaign(),
                Stream.of(List.of(decider), merit, named).flatMap(List::stream).toList());
        DECIDING_OWN_CASE.refuseIf(participations.of(decider).invoke(Participation::isCandidate));
        DECIDER_NOMINATED.refuseIf(participations.of(decider).invoke(Participation::isNominator));
        LocalDate until = command.term().until();
        TERM_OVER.refuseIf(until != null && !until.isAfter(occasion.today()), "until", until);
        DECIDER_ON_PANEL.refuseIf(campaign.invoke(c -> c.panel().ever().contains(decider)));
        named.forEach(person -> participations.appointee(
                person, candidate -> candidate.mustBeAvailableFor(command.strand(), occasion.today())));
        List<PersonId> available = merit.stream()
                .filter(person -> participations.askAppointee(
                        person, candidate -> candidate.isAvailableFor(command.strand(), occasion.today())))
                .toList();
        command.offers()
                .forEach(person -> EstablishmentRule.NOT_IN_ACTIVE_PRACTICE.refuseIf(
                        !people.entry(person).inActivePractice()));
        int firstReserve = campaign.invoke(c -> c.strand(command.strand()).nextReserve(named));
        campaign.execute(c -> c.strand(command.strand()).decide(command, decider, available));
        for (PersonId person : command.offers()) {
            offer(posts, campaign, participations, person, command.strand(), command.term(), false, occasion);
        }
        LocalDate listedUntil = reserveUntil(campaign, occasion);
        for (int i = 0; i < command.reserve().size(); i++) {
            int order = firstReserve + i;
            participations.appointee(
                    command.reserve().get(i),
                    candidate -> candidate.placeOnReserve(command.strand(), order, listedUntil, occasion.today()));
        }
    }

    /**
     * Calls the next who is still eligible: by the register, and by the last check, which covers registration and the
     * employer's release and, when it finds somebody ineligible, takes them off the list. A list that is exhausted says
     * so, for somebody to act on; and so does a post that was let go when there is none left to offer, which leaves the
     * list as it is: another decision may have been for a longer term.
     */
    @CommandHandler
    void handle(OfferFromReserve command, Occasion occasion) {
        StrandCode strand = command.strand();
        Aggregate<Establishment> posts = campaigns.establishmentOf(command.campaign());
        Aggregate<Campaign> campaign = campaigns.campaign(command.campaign(), occasion);
        campaign.execute(Campaign::mustNotBeCancelled);
        Term held = command.term();
        Term term = held == null ? null : held.restFrom(occasion.today());
        if (term == null || posts.invoke(p -> p.freePosts(strand, term)) == 0) {
            campaign.execute(c -> c.strand(strand).leaveReserveUncalled());
            return;
        }
        List<PersonId> listed = campaign.invoke(c -> c.strand(strand).reserve());
        var participations = campaigns.participations(command.campaign(), listed);
        PersonId next = next(listed, participations, strand, posts, term, occasion.today());
        if (next == null) {
            campaign.execute(c -> c.strand(strand).exhaustReserve());
            return;
        }
        campaign.execute(c -> c.strand(strand).callReserve(next));
        offer(posts, campaign, participations, next, strand, term, true, occasion);
    }

    /** Who can still be called; those before who cannot leave the list. */
    private @Nullable PersonId next(
            List<PersonId> listed,
            Participations participations,
            StrandCode strand,
            Aggregate<Establishment> posts,
            Term term,
            LocalDate today) {
        for (PersonId person : listed) {
            if (!participations.askAppointee(person, candidate -> candidate.isOnReserve(strand))) {
                continue;
            }
            if (participations.askAppointee(person, candidate -> candidate.isReserveOver(strand, today))) {
                participations.appointee(
                        person, candidate -> candidate.leaveReserve(strand, LeftReserveReason.EXPIRED));
            } else if (!people.entry(person).inActivePractice() || posts.invoke(p -> p.hasPost(person, term))) {
                participations.appointee(
                        person, candidate -> candidate.leaveReserve(strand, LeftReserveReason.NOT_ELIGIBLE));
            } else {
                return person;
            }
        }
        return null;
    }

    private static void offer(
            Aggregate<Establishment> posts,
            Aggregate<Campaign> campaign,
            Participations participations,
            PersonId person,
            StrandCode strand,
            Term term,
            boolean fromReserve,
            Occasion occasion) {
        CampaignId id = campaign.invoke(Campaign::id);
        EstablishmentId establishment = campaign.invoke(Campaign::establishment);
        int lapseDays = campaign.invoke(c -> c.rules().offerLapseDays());
        int slot = posts.invoke(p -> p.hold(strand, person, id, term));
        var offer = new Offer(
                new HeldPost(establishment, strand, slot),
                term,
                occasion.today().plusDays(lapseDays));
        participations.appointee(person, candidate -> candidate.offer(offer, fromReserve));
    }

    private static LocalDate reserveUntil(Aggregate<Campaign> campaign, Occasion occasion) {
        return occasion.today().plusMonths(campaign.invoke(c -> c.rules().reserveMonths()));
    }

    @CommandHandler
    void handle(AcceptOffer command, Occasion occasion) {
        occasion.caller().mustBe(command.person());
        campaigns.any(command.campaign());
        appointee(command.campaign(), command.person(), candidate -> candidate.acceptOffer(occasion.today()));
    }

    @CommandHandler
    void handle(DeclineOffer command, Occasion occasion) {
        occasion.caller().mustBe(command.person());
        Aggregate<Establishment> posts = campaigns.establishmentOf(command.campaign());
        appointee(command.campaign(), command.person(), candidate -> candidate.declineOffer(command.reason()));
        posts.execute(p -> p.release(command.person(), command.campaign(), HoldReleaseReason.OFFER_DECLINED));
    }

    @CommandHandler
    void handle(WithdrawOffer command, Occasion occasion) {
        Aggregate<Establishment> posts = campaigns.establishmentOf(command.campaign());
        campaigns.campaign(command.campaign(), occasion);
        DECIDING_OWN_CASE.refuseIf(occasion.caller().is(command.person()));
        appointee(command.campaign(), command.person(), candidate -> candidate.withdrawOffer(command.reason()));
        posts.execute(p -> p.release(command.person(), command.campaign(), HoldReleaseReason.OFFER_WITHDRAWN));
    }

    @CommandHandler
    void handle(LapseOffer command, Occasion occasion) {
        Aggregate<Establishment> posts = campaigns.establishmentOf(command.campaign());
        appointee(command.campaign(), command.person(), candidate -> candidate.lapseOffer(occasion.today()));
        posts.execute(p -> p.release(command.person(), command.campaign(), HoldReleaseReason.OFFER_LAPSED));
    }

    @CommandHandler
    void handle(ConfirmAppointment command, Occasion occasion) {
        Aggregate<Establishment> posts = campaigns.establishmentOf(command.campaign());
        Aggregate<Campaign> campaign = campaigns.campaign(command.campaign(), occasion);
        DECIDING_OWN_CASE.refuseIf(occasion.caller().is(command.person()));
        int months = campaign.invoke(c -> c.rules().declarationMonths());
        campaigns
                .participations(command.campaign(), command.person())
                .candidate(command.person(), Candidate::confirmAppointment);
        EstablishmentRule.NOT_IN_ACTIVE_PRACTICE.refuseIf(
                !people.entry(command.person()).inActivePractice());
        DECLARATION_OUT_OF_DATE.refuseIf(
                !declarations.upToDate(command.person(), occasion.today(), months), "months", months);
        posts.execute(p -> p.fill(command.person(), command.campaign()));
    }

    @CommandHandler
    void handle(HoldInReserve command, Occasion occasion) {
        Aggregate<Campaign> campaign = campaigns.campaign(command.campaign(), occasion);
        DECIDING_OWN_CASE.refuseIf(occasion.caller().is(command.person()));
        campaign.execute(Campaign::mustBeRunning);
        int order = campaign.invoke(c -> c.strand(command.strand()).nextReserve(List.of(command.person())));
        LocalDate until = reserveUntil(campaign, occasion);
        campaign.execute(c -> c.strand(command.strand()).extendReserve(command.person()));
        appointee(
                command.campaign(),
                command.person(),
                candidate -> candidate.placeOnReserve(command.strand(), order, until, occasion.today()));
    }

    private void appointee(CampaignId campaign, PersonId person, Consumer<Appointee> decision) {
        campaigns.participations(campaign, person).appointee(person, decision);
    }
}
