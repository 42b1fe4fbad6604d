package org.probity.campaign.command;

import static org.probity.command.CommonRule.DECIDING_OWN_CASE;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.Message;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.ConcurrencyException;
import org.probity.campaign.event.CampaignEvent.CampaignOpened;
import org.probity.campaign.event.ParticipationEvent.ScorecardSubmitted;
import org.probity.command.Caller;
import org.probity.command.NotPermitted;
import org.probity.command.Occasion;
import org.probity.command.Streams;
import org.probity.command.UnknownSubject;
import org.probity.establishment.command.Establishment;
import org.probity.eventstore.EventLog;
import org.probity.id.CampaignId;
import org.probity.id.OrganisationCode;
import org.probity.id.ParticipationId;
import org.probity.id.PersonId;
import org.probity.people.command.Competitions;
import org.probity.people.event.Authority;
import org.probity.people.event.DutyScope;
import org.springframework.stereotype.Component;

/** Opens a campaign, the posts it is about and the participations in it, in the fixed order of streams. */
@Component
class Campaigns {

    private final Streams streams;
    private final EventStore events;
    private final EventLog log;
    private final Competitions competitions;

    Campaigns(Streams streams, EventStore events, EventLog log, Competitions competitions) {
        this.streams = streams;
        this.events = events;
        this.log = log;
        this.competitions = competitions;
    }

    /**
     * What was fixed when a campaign opened: its first event, which nothing changes, so it is read without a lock. It
     * tells which establishment to open before the campaign.
     *
     * @throws UnknownSubject if there is no such campaign
     */
    CampaignOpened opening(CampaignId campaign) {
        var stream = events.readEvents(campaign.stream());
        if (stream.hasNext() && stream.next().getPayload() instanceof CampaignOpened opened) {
            return opened;
        }
        throw new UnknownSubject(campaign.stream());
    }

    /** The posts a campaign is about. Open them before the campaign itself. */
    Aggregate<Establishment> establishmentOf(CampaignId campaign) {
        return streams.existing(Establishment.class, opening(campaign).establishment().stream());
    }

    /**
     * A campaign, for somebody with a duty for it or for its body, who does not compete in it.
     *
     * @throws NotPermitted if the caller has none
     * @throws org.probity.command.RuleRefusal {@code deciding-own-case} if the caller competes
     */
    Aggregate<Campaign> campaign(CampaignId id, Occasion occasion) {
        Aggregate<Campaign> campaign = any(id);
        mustServe(occasion.caller(), campaign.invoke(Campaign::body), id, occasion.today());
        if (!occasion.caller().actsAsClinician()) {
            mustNotCompete(occasion.caller(), id);
        }
        return campaign;
    }

    /**
     * Nobody serves a competition in which they are, or were, a nominee or candidate; who declined a nomination is none.
     * Read without a lock: a candidacy that begins at the same moment counts from the next command on.
     */
    private void mustNotCompete(Caller caller, CampaignId campaign) {
        PersonId person = caller.person();
        DECIDING_OWN_CASE.refuseIf(person != null && competitions.competes(person, campaign));
    }

    /** A campaign, for a command that its subject gives for themselves, or else one with a duty as officer. */
    Aggregate<Campaign> campaignFor(PersonId subject, CampaignId id, Occasion occasion) {
        Aggregate<Campaign> campaign = any(id);
        if (!occasion.caller().is(subject)) {
            mustServeAs(Authority.APPOINTMENTS_OFFICER, campaign.invoke(Campaign::body), id, occasion);
            mustNotCompete(occasion.caller(), id);
        }
        return campaign;
    }

    /** A campaign, for a member who chairs its panel, or else one with a duty as officer. */
    Aggregate<Campaign> campaignForChairOrOfficer(CampaignId id, Occasion occasion) {
        Aggregate<Campaign> campaign = campaign(id, occasion);
        OrganisationCode body = campaign.invoke(Campaign::body);
        if (!servesAs(Authority.APPOINTMENTS_OFFICER, body, id, occasion)) {
            PersonId chair = occasion.caller().asPerson();
            campaign.execute(c -> c.mustChair(chair));
        }
        return campaign;
    }

    /** A campaign, whoever asks. */
    Aggregate<Campaign> any(CampaignId id) {
        return streams.existing(Campaign.class, id.stream());
    }

    /** The participations of people in a campaign; of those who have none, an empty one. */
    Participations participations(CampaignId campaign, Collection<PersonId> people) {
        var opened = new Participations();
        people.stream()
                .distinct()
                .map(person -> new ParticipationId(campaign, person))
                .sorted(Comparator.comparing(ParticipationId::stream))
                .forEach(id -> opened.add(id.person(), streams.open(Participation.class, id.stream())));
        return opened;
    }

    /**
     * The participations of a member of the panel and of everybody whose scorecard by that member is in, and some
     * others. Whom the member scored is read before the streams are opened, and looked at again afterwards.
     *
     * @throws ConcurrencyException if a scorecard came in meanwhile; the command is decided again
     */
    Participations scoredBy(CampaignId campaign, PersonId member, Collection<PersonId> others) {
        Set<PersonId> scored = events.readEvents(new ParticipationId(campaign, member).stream())
                .asStream()
                .map(Message::getPayload)
                .filter(ScorecardSubmitted.class::isInstance)
                .map(event -> ((ScorecardSubmitted) event).candidate())
                .collect(Collectors.toSet());
        Participations opened = participations(
                campaign,
                Stream.of(scored, others, List.of(member))
                        .flatMap(Collection::stream)
                        .toList());
        if (!scored.equals(opened.askMember(member, PanelMember::scored))) {
            throw new ConcurrencyException("A scorecard came in meanwhile");
        }
        return opened;
    }

    /** The same for a few people. */
    Participations participations(CampaignId campaign, PersonId... people) {
        return participations(campaign, List.of(people));
    }

    /**
     * Everybody who takes part in a campaign so far, in whatever part, and some others. Read without a lock: somebody
     * who joins at the same moment is not among them.
     */
    Participations everybodyIn(CampaignId campaign, Collection<PersonId> others) {
        Stream<PersonId> everybody = log.streamsIn(ParticipationId.folderOf(campaign)).stream()
                .map(stream -> ParticipationId.personOf(campaign, stream));
        return participations(
                campaign, Stream.concat(everybody, others.stream()).toList());
    }

    private static void mustServe(Caller caller, OrganisationCode body, CampaignId campaign, LocalDate today) {
        if (!caller.serves(DutyScope.of(campaign), today)) {
            caller.mustServe(body, today);
        }
    }

    static void mustServeAs(Authority role, OrganisationCode body, CampaignId campaign, Occasion occasion) {
        if (!servesAs(role, body, campaign, occasion)) {
            throw new NotPermitted("No duty for this body");
        }
    }

    static boolean servesAs(Authority role, OrganisationCode body, CampaignId campaign, Occasion occasion) {
        return Stream.of(DutyScope.of(campaign), DutyScope.of(body))
                .anyMatch(scope -> occasion.caller().servesAs(role, scope, occasion.today()));
    }
}
