package org.probity.campaign.command;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;
import static org.probity.campaign.command.CampaignRule.*;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.probity.campaign.command.AppointmentCommand.DecideAppointment;
import org.probity.campaign.command.AssessmentCommand.RecommendCandidates;
import org.probity.campaign.event.CampaignEvent.AppointmentDecided;
import org.probity.campaign.event.CampaignEvent.CampaignCancelled;
import org.probity.campaign.event.CampaignEvent.CandidatesRecommended;
import org.probity.campaign.event.CampaignEvent.ReserveCalled;
import org.probity.campaign.event.CampaignEvent.ReserveListExhausted;
import org.probity.campaign.event.CampaignEvent.ReserveListExtended;
import org.probity.campaign.event.CampaignEvent.ReserveNotCalled;
import org.probity.campaign.event.MeritPlace;
import org.probity.id.CampaignId;
import org.probity.id.PersonId;
import org.probity.id.StrandCode;

/**
 * How a competition comes out in one strand: the order of merit, what was decided on it, and the reserve list. Protects
 * that an order of merit follows the totals, and that a decision which departs from it says why.
 */
final class StrandOutcome {

    private final CampaignId id;
    private final StrandCode strand;
    private List<MeritPlace> merit = List.of();
    private boolean decided;
    private final List<PersonId> reserve = new ArrayList<>();
    private final Set<PersonId> offered = new LinkedHashSet<>();

    StrandOutcome(CampaignId id, StrandCode strand) {
        this.id = id;
        this.strand = strand;
    }

    /** The order of merit, the best first. */
    List<PersonId> merit() {
        NO_RECOMMENDATION.refuseIf(merit.isEmpty());
        return merit.stream().map(MeritPlace::person).toList();
    }

    /** Who is to be called next, in order; some may have left the list on their own streams. */
    List<PersonId> reserve() {
        return List.copyOf(reserve);
    }

    /** Everybody who was ever offered a post, or is listed to be offered one. */
    Stream<PersonId> offeredOrReserve() {
        return Stream.concat(offered.stream(), reserve.stream());
    }

    /** {@code places} in the order of the command, which must be that of the totals. */
    void recommend(RecommendCandidates command, List<MeritPlace> places) {
        Campaign.mustBeList(command.merit());
        for (int i = 1; i < places.size(); i++) {
            int order = places.get(i - 1).total().compareTo(places.get(i).total());
            NOT_IN_MERIT_ORDER.refuseIf(order < 0);
            TIE_NOT_BROKEN.refuseIf(order == 0 && command.tieBreakReason() == null);
        }
        apply(new CandidatesRecommended(id, strand, places, command.tieBreakReason()));
    }

    /**
     * Decides. Offers depart from the recommendation unless they go to the best who are still available, and the
     * reserve is who comes next.
     *
     * @param available who of the order of merit can still be offered a post, the best first
     */
    void decide(DecideAppointment command, PersonId decider, List<PersonId> available) {
        Campaign.mustBeNamedOnce(Stream.concat(command.offers().stream(), command.reserve().stream())
                .toList());
        int offers = command.offers().size();
        int named = offers + command.reserve().size();
        boolean departs = command.offers().isEmpty()
                || named > available.size()
                || !Set.copyOf(command.offers()).equals(Set.copyOf(available.subList(0, offers)))
                || !command.reserve().equals(available.subList(offers, named));
        REASON_REQUIRED.refuseIf(departs && command.reason() == null);
        apply(new AppointmentDecided(
                id, strand, command.offers(), command.reserve(), command.term(), departs, command.reason(), decider));
    }

    /**
     * The next place on the reserve list, 1 being the first, once those who are to be offered a post or listed have left
     * the places they had.
     */
    int nextReserve(Collection<PersonId> leaving) {
        return (int) reserve.stream()
                        .filter(person -> !leaving.contains(person))
                        .count()
                + 1;
    }

    void extendReserve(PersonId person) {
        NO_DECISION.refuseIf(!decided);
        apply(new ReserveListExtended(id, strand, person, nextReserve(List.of(person))));
    }

    void callReserve(PersonId person) {
        apply(new ReserveCalled(id, strand, person));
    }

    /** A post was let go, yet there is none to offer: its strand was closed meanwhile, a cap lowered, or its term is over. */
    void leaveReserveUncalled() {
        apply(new ReserveNotCalled(id, strand));
    }

    void exhaustReserve() {
        apply(new ReserveListExhausted(id, strand));
    }

    void on(CandidatesRecommended event) {
        merit = event.merit();
    }

    void on(AppointmentDecided event) {
        decided = true;
        event.offers().forEach(this::offered);
        event.reserve().forEach(this::listed);
    }

    void on(ReserveListExtended event) {
        listed(event.person());
    }

    void on(ReserveCalled event) {
        offered(event.person());
    }

    void on(ReserveListExhausted event) {
        reserve.clear();
    }

    void on(CampaignCancelled event) {
        reserve.clear();
    }

    /** At the end: the place of somebody who had left the list on their own stream is gone. */
    private void listed(PersonId person) {
        reserve.remove(person);
        reserve.add(person);
    }

    private void offered(PersonId person) {
        offered.add(person);
        reserve.remove(person);
    }
}
