package org.probity.campaign.command;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;
import static org.probity.campaign.command.CampaignRule.*;
import static org.probity.campaign.event.Stage.*;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.probity.campaign.event.HeldPost;
import org.probity.campaign.event.LeftReserveReason;
import org.probity.campaign.event.ParticipationEvent.*;
import org.probity.establishment.command.EstablishmentRule;
import org.probity.id.CampaignId;
import org.probity.id.PersonId;
import org.probity.id.StrandCode;

/** A candidate from the recommendation on: offer, reserve list, appointment. */
final class Appointee {

    private final Standing standing;
    private final CampaignId campaign;
    private final PersonId person;
    private final Set<StrandCode> recommendedFor = new HashSet<>();
    private final Map<StrandCode, LocalDate> reserve = new LinkedHashMap<>();
    private final Set<StrandCode> expired = new HashSet<>();
    private @Nullable Offer offer;

    Appointee(Standing standing) {
        this.standing = standing;
        this.campaign = standing.campaign();
        this.person = standing.person();
    }

    /** Whether the candidate can be offered a post of the strand. */
    boolean isAvailableFor(StrandCode strand, LocalDate today) {
        return recommendedFor.contains(strand)
                && (standing.isAt(RECOMMENDED) || standing.isAt(RESERVE))
                && !isReserveOver(strand, today);
    }

    void mustBeAvailableFor(StrandCode strand, LocalDate today) {
        mustHaveNoOffer();
        CampaignRule.NOT_APPOINTABLE.refuseIf(!recommendedFor.contains(strand));
        RESERVE_EXPIRED.refuseIf(isReserveOver(strand, today));
    }

    /**
     * Whether the time on the reserve list of a strand is over, since the last recommendation for it; who was never listed
     * is recommended without a limit of time.
     */
    boolean isReserveOver(StrandCode strand, LocalDate today) {
        LocalDate until = reserve.get(strand);
        return until == null ? expired.contains(strand) : !today.isBefore(until);
    }

    /** A candidate is offered one post of a campaign and no second one, whatever becomes of the first. */
    void mustHaveNoOffer() {
        standing.mustNotHaveEnded();
        ALREADY_DECIDED.refuseIf(offer != null, "stage", standing.stage());
    }

    /** The post that an offer holds, open or accepted, up to the confirmed appointment. */
    @Nullable
    HeldPost heldPost() {
        return offer == null || !isOffered() ? null : offer.post();
    }

    private boolean isOffered() {
        return standing.isAt(OFFERED) || standing.isAt(ACCEPTED);
    }

    void offer(Offer made, boolean fromReserve) {
        leaveEveryReserve(LeftReserveReason.OFFERED);
        HeldPost post = made.post();
        apply(new AppointmentOffered(
                campaign,
                person,
                post.establishment(),
                post.strand(),
                post.slot(),
                made.term(),
                made.respondBy(),
                fromReserve));
    }

    void acceptOffer(LocalDate today) {
        Offer open = openOffer();
        OFFER_OVERDUE.refuseIf(today.isAfter(open.respondBy()), "respondBy", open.respondBy());
        HeldPost post = open.post();
        apply(new OfferAccepted(campaign, person, post.establishment(), post.strand(), post.slot()));
    }

    void declineOffer(@Nullable String reason) {
        HeldPost post = openOffer().post();
        apply(new OfferDeclined(campaign, person, post.establishment(), post.strand(), post.slot(), reason));
    }

    void lapseOffer(LocalDate today) {
        Offer open = openOffer();
        OFFER_NOT_DUE.refuseIf(!today.isAfter(open.respondBy()), "respondBy", open.respondBy());
        HeldPost post = open.post();
        apply(new OfferLapsed(campaign, person, post.establishment(), post.strand(), post.slot()));
    }

    /** Also after it was accepted, up to the confirmed appointment. */
    void withdrawOffer(@Nullable String reason) {
        HeldPost post = heldPost();
        if (post == null) {
            throw NO_OPEN_OFFER.refusal();
        }
        apply(new OfferWithdrawn(campaign, person, post.establishment(), post.strand(), post.slot(), reason));
    }

    private Offer openOffer() {
        if (offer == null || !standing.isAt(OFFERED)) {
            throw NO_OPEN_OFFER.refusal();
        }
        return offer;
    }

    void confirmAppointment(boolean impartial) {
        standing.mustNotHaveEnded();
        if (offer == null || !standing.isAt(ACCEPTED)) {
            throw OFFER_NOT_ACCEPTED.refusal();
        }
        EstablishmentRule.IMPARTIALITY_NOT_CONFIRMED.refuseIf(!impartial);
        HeldPost post = offer.post();
        apply(new AppointmentConfirmed(
                campaign, person, post.establishment(), post.strand(), post.slot(), offer.term()));
    }

    /** Whether the candidate is on the reserve list of a strand, be it still in time or not. */
    boolean isOnReserve(StrandCode strand) {
        return reserve.containsKey(strand);
    }

    void placeOnReserve(StrandCode strand, int order, LocalDate until, LocalDate today) {
        mustBeAvailableFor(strand, today);
        ALREADY_DECIDED.refuseIf(isOnReserve(strand), "stage", standing.stage());
        apply(new PlacedOnReserve(campaign, person, strand, order, until));
    }

    void leaveReserve(StrandCode strand, LeftReserveReason reason) {
        apply(new LeftReserve(campaign, person, strand, reason));
    }

    /** A place whose time is over ends with a new recommendation, which begins that time anew. */
    void leaveReserveThatIsOver(StrandCode strand, LocalDate today) {
        if (isOnReserve(strand) && isReserveOver(strand, today)) {
            leaveReserve(strand, LeftReserveReason.EXPIRED);
        }
    }

    void leaveEveryReserve(LeftReserveReason reason) {
        List.copyOf(reserve.keySet()).forEach(strand -> leaveReserve(strand, reason));
    }

    /** Whether a campaign may close over the candidate: there is an end, or a place on a reserve list. */
    boolean hasOutcome() {
        return standing.hasEnded() || standing.isAt(RESERVE);
    }

    boolean isAppointed() {
        return standing.isAt(APPOINTED);
    }

    void closeWithoutAppointment() {
        mustHaveNoOffer();
        ALREADY_DECIDED.refuseIf(standing.isAt(RESERVE), "stage", standing.stage());
        apply(new NotAppointed(campaign, person));
    }

    /** The campaign is cancelled; what was open ends with it. */
    void endByCancellation() {
        if (isOffered()) {
            withdrawOffer(null);
        }
        leaveEveryReserve(LeftReserveReason.CAMPAIGN_CANCELLED);
    }

    void on(CandidateRecommended event) {
        recommendedFor.add(event.strand());
        expired.remove(event.strand());
        if (standing.isAt(APPOINTABLE)) {
            standing.moveTo(RECOMMENDED);
        }
    }

    void on(AppointmentOffered event) {
        var post = new HeldPost(event.establishment(), event.strand(), event.slot());
        offer = new Offer(post, event.term(), event.respondBy());
        standing.moveTo(OFFERED);
    }

    void on(OfferAccepted event) {
        standing.moveTo(ACCEPTED);
    }

    void on(OfferDeclined event) {
        standing.moveTo(DECLINED);
    }

    void on(OfferWithdrawn event) {
        standing.moveTo(OFFER_WITHDRAWN);
    }

    void on(OfferLapsed event) {
        standing.moveTo(LAPSED);
    }

    void on(PlacedOnReserve event) {
        reserve.put(event.strand(), event.until());
        standing.moveTo(RESERVE);
    }

    /**
     * On no list any more, the candidate is where the recommendation left them, unless something ended it or an offer
     * follows.
     */
    void on(LeftReserve event) {
        reserve.remove(event.strand());
        if (event.reason() == LeftReserveReason.EXPIRED) {
            expired.add(event.strand());
        }
        if (event.reason() != LeftReserveReason.OFFERED && reserve.isEmpty() && standing.isAt(RESERVE)) {
            standing.moveTo(RECOMMENDED);
        }
    }

    void on(NotAppointed event) {
        standing.moveTo(NOT_APPOINTED);
    }

    void on(AppointmentConfirmed event) {
        standing.moveTo(APPOINTED);
    }
}
