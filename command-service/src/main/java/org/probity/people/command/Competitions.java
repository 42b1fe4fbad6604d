package org.probity.people.command;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;
import static org.probity.command.CommonRule.DECIDING_OWN_CASE;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.Message;
import org.probity.campaign.event.CampaignEvent.CampaignCancelled;
import org.probity.campaign.event.CampaignEvent.CampaignClosed;
import org.probity.campaign.event.CampaignEvent.CampaignOpened;
import org.probity.campaign.event.ParticipationEvent.AppliedForPost;
import org.probity.campaign.event.ParticipationEvent.LeadNominated;
import org.probity.campaign.event.ParticipationEvent.LeftReserve;
import org.probity.campaign.event.ParticipationEvent.NominationDeclined;
import org.probity.campaign.event.ParticipationEvent.PanelSeatLeft;
import org.probity.campaign.event.ParticipationEvent.PanelSeatTaken;
import org.probity.campaign.event.ParticipationEvent.PlacedOnReserve;
import org.probity.command.Occasion;
import org.probity.eventstore.EventLog;
import org.probity.id.CampaignId;
import org.probity.id.EstablishmentId;
import org.probity.id.OrganisationCode;
import org.probity.id.ParticipationId;
import org.probity.id.PersonId;
import org.probity.id.StrandCode;
import org.probity.people.event.DutyScope;
import org.springframework.stereotype.Component;

/**
 * Who competes where: somebody who does decides on nothing that the competition rests on. Read from the log without a
 * lock: a candidacy that begins at the same moment counts from the next command on.
 */
@Component
public class Competitions {

    private static final String CAMPAIGNS = "campaign";

    private final EventStore events;
    private final EventLog log;

    Competitions(EventStore events, EventLog log) {
        this.events = events;
        this.log = log;
    }

    /** Whether somebody is, or was, a nominee or candidate; who declined a nomination is none. */
    public boolean competes(PersonId person, CampaignId campaign) {
        boolean competes = false;
        for (Object event : eventsOf(new ParticipationId(campaign, person).stream())) {
            competes = switch (event) {
                case LeadNominated e -> true;
                case AppliedForPost e -> true;
                case NominationDeclined e -> false;
                default -> competes;
            };
        }
        return competes;
    }

    /**
     * Demands that the caller competes for no post of an establishment.
     *
     * @throws org.probity.command.RuleRefusal {@code deciding-own-case} if they do
     */
    public void mustNotCompeteFor(EstablishmentId posts, Occasion occasion) {
        mustNotCompete(occasion, campaign -> campaign.establishment().equals(posts));
    }

    /** Demands that the caller competes in no campaign in which somebody takes part, as a rival or on the panel. */
    void mustNotCompeteWith(PersonId person, Occasion occasion) {
        mustNotCompete(occasion, campaign -> takesPart(person, campaign.campaign()));
    }

    /** Demands the same for the campaign that somebody's duty is for, and for all of the body that it is for. */
    void mustNotCompeteUnder(DutyScope scope, PersonId person, Occasion occasion) {
        mustNotCompete(
                occasion,
                campaign -> scope.equals(DutyScope.of(campaign.campaign()))
                        || (scope.equals(DutyScope.of(campaign.body())) && takesPart(person, campaign.campaign())));
    }

    private void mustNotCompete(Occasion occasion, Predicate<CampaignOpened> where) {
        PersonId person = occasion.caller().person();
        DECIDING_OWN_CASE.refuseIf(
                person != null && goingOn(person, occasion.today()).anyMatch(where));
    }

    /** The campaigns in which somebody competes: not over yet, or with a reserve list that still has them on it. */
    private Stream<CampaignOpened> goingOn(PersonId person, LocalDate today) {
        return campaignsOf(person)
                .filter(campaign -> competes(person, campaign))
                .filter(campaign -> over(campaign).isEmpty() || isOnReserve(person, campaign, today))
                .map(this::opening);
    }

    /** The campaigns that somebody has to do with: as a nominee, candidate or nominator, or on the panel. */
    Stream<CampaignId> campaignsOf(PersonId person) {
        Map<String, CampaignId> participations = log.streamsIn(CAMPAIGNS).stream()
                .map(Competitions::campaign)
                .collect(toMap(campaign -> new ParticipationId(campaign, person).stream(), identity()));
        return log.existing(participations.keySet()).stream()
                .flatMap(stream -> Stream.ofNullable(participations.get(stream)));
    }

    /** Whether somebody sits on the panel. */
    boolean assesses(PersonId person, CampaignId campaign) {
        boolean assesses = false;
        for (Object event : eventsOf(new ParticipationId(campaign, person).stream())) {
            assesses = switch (event) {
                case PanelSeatTaken e -> true;
                case PanelSeatLeft e -> false;
                default -> assesses;
            };
        }
        return assesses;
    }

    /** The day on which a campaign was closed or cancelled, if it was. */
    Optional<LocalDate> over(CampaignId campaign) {
        return events.readEvents(campaign.stream())
                .asStream()
                .filter(event ->
                        event.getPayload() instanceof CampaignClosed || event.getPayload() instanceof CampaignCancelled)
                .map(event -> LocalDate.ofInstant(event.getTimestamp(), Occasion.ZONE))
                .findFirst();
    }

    /** The first days on which somebody is not on a reserve list of a campaign any more, of each that they are on. */
    Collection<LocalDate> onReserveUntil(PersonId person, CampaignId campaign) {
        Map<StrandCode, LocalDate> until = new HashMap<>();
        for (Object event : eventsOf(new ParticipationId(campaign, person).stream())) {
            if (event instanceof PlacedOnReserve placed) {
                until.put(placed.strand(), placed.until());
            } else if (event instanceof LeftReserve left) {
                until.remove(left.strand());
            }
        }
        return until.values();
    }

    private boolean takesPart(PersonId person, CampaignId campaign) {
        return events.lastSequenceNumberFor(new ParticipationId(campaign, person).stream())
                .isPresent();
    }

    private boolean isOnReserve(PersonId person, CampaignId campaign, LocalDate today) {
        return onReserveUntil(person, campaign).stream().anyMatch(today::isBefore);
    }

    /** The body that a campaign is for. */
    OrganisationCode body(CampaignId campaign) {
        return opening(campaign).body();
    }

    private CampaignOpened opening(CampaignId campaign) {
        return (CampaignOpened) eventsOf(campaign.stream()).getFirst();
    }

    private List<?> eventsOf(String stream) {
        return events.readEvents(stream).asStream().map(Message::getPayload).toList();
    }

    private static CampaignId campaign(String stream) {
        return new CampaignId(UUID.fromString(stream.substring(CAMPAIGNS.length() + 1)));
    }
}
