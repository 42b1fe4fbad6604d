package org.probity.establishment.command;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;
import static org.probity.establishment.command.EstablishmentRule.*;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;
import org.probity.command.CommonRule;
import org.probity.establishment.command.EstablishmentCommand.AddStrand;
import org.probity.establishment.command.EstablishmentCommand.CarryOverIncumbent;
import org.probity.establishment.command.EstablishmentCommand.ChangeCap;
import org.probity.establishment.command.EstablishmentCommand.ChangeStrandCap;
import org.probity.establishment.command.EstablishmentCommand.CloseStrand;
import org.probity.establishment.command.EstablishmentCommand.EstablishPosts;
import org.probity.establishment.command.EstablishmentCommand.ExtendTerm;
import org.probity.establishment.command.EstablishmentCommand.VacatePost;
import org.probity.establishment.command.Slots.Booking;
import org.probity.establishment.event.EstablishmentEvent;
import org.probity.establishment.event.EstablishmentEvent.*;
import org.probity.establishment.event.HoldReleaseReason;
import org.probity.establishment.event.Programme;
import org.probity.event.Term;
import org.probity.id.BoardId;
import org.probity.id.CampaignId;
import org.probity.id.EstablishmentId;
import org.probity.id.MeetingId;
import org.probity.id.OrganisationCode;
import org.probity.id.PersonId;
import org.probity.id.StrandCode;

/**
 * The funded posts of one role for one body. Protects slots, the dates on which they are filled or held, and caps:
 * of each strand and of the whole, on every date. A term that has ended has no effect, whether or not anybody said so.
 */
@Aggregate
public class Establishment {

    @AggregateIdentifier
    private String stream;

    private EstablishmentId id;
    private OrganisationCode body;
    private Programme programme;
    private int posts;
    private final Map<StrandCode, @Nullable BoardId> strands = new HashMap<>();
    private final Slots slots = new Slots();
    private final Set<CarriedOver> carriedOver = new HashSet<>();
    private final Set<CarriedOver> stated = new HashSet<>();
    private final Set<CarriedOver> confirmed = new HashSet<>();

    /** A term that began without a competition. It may end on another day than was said; it begins on that one. */
    private record CarriedOver(int slot, PersonId person, LocalDate from) {

        static CarriedOver by(Booking booking) {
            return new CarriedOver(
                    booking.slot(), booking.person(), booking.term().from());
        }
    }

    Establishment() {}

    /** The body the posts are funded for; null before the posts are established. */
    public OrganisationCode body() {
        return body;
    }

    /** Whether a strand is open. */
    public boolean hasStrand(StrandCode strand) {
        return strands.containsKey(strand);
    }

    /** How many posts of a strand can be filled throughout a term, as far as the cap of the whole allows. */
    public int freePosts(StrandCode strand, Term term) {
        long free = slots.of(strand).stream()
                .filter(slot -> slots.isFree(slot, term))
                .count();
        return (int) Math.min(free, freePosts(term));
    }

    /** How many posts of all strands together can be filled throughout a term. */
    public int freePosts(Term term) {
        return (int) Math.max(0, posts - slots.mostTakenIn(term));
    }

    /** Whether somebody fills a post, or has one held for them, on some day of a term. */
    public boolean hasPost(PersonId person, Term term) {
        return slots.of(person, booking -> booking.term().overlaps(term)).isPresent();
    }

    void establish(EstablishPosts command) {
        CommonRule.ALREADY_EXISTS.refuseIf(stream != null);
        CAP_NOT_POSITIVE.refuseIf(command.posts() < 1);
        apply(new PostsEstablished(
                command.establishment(),
                command.body(),
                command.name(),
                command.programme(),
                command.posts(),
                command.commitment(),
                command.seniorOwner()));
    }

    /**
     * Adds a strand.
     *
     * @param cap its number of posts
     * @param bodyOfBoard whom the board serves, if there is one
     */
    void addStrand(AddStrand command, int cap, @Nullable OrganisationCode bodyOfBoard) {
        BOARD_OF_ANOTHER_BODY.refuseIf(bodyOfBoard != null && !bodyOfBoard.equals(body));
        STRAND_EXISTS.refuseIf(hasStrand(command.strand()));
        CAP_NOT_POSITIVE.refuseIf(cap < 1);
        apply(new StrandAdded(
                id, command.strand(), command.name(), command.target(), cap, nextSlots(cap), command.board()));
    }

    void changeStrandCap(ChangeStrandCap command, LocalDate today) {
        strandMustBeOpen(command.strand());
        CAP_NOT_POSITIVE.refuseIf(command.cap() < 1);
        List<Integer> all = slots.of(command.strand());
        List<Integer> occupied = slots.occupiedFrom(command.strand(), today);
        CAP_BELOW_FILLED.refuseIf(command.cap() < occupied.size(), "cap", command.cap(), "occupied", occupied.size());
        List<Integer> added = nextSlots(Math.max(0, command.cap() - all.size()));
        List<Integer> removed = all.reversed().stream()
                .filter(slot -> !occupied.contains(slot))
                .limit(Math.max(0, all.size() - command.cap()))
                .toList();
        apply(new StrandCapChanged(id, command.strand(), command.cap(), added, removed, command.reason()));
    }

    void closeStrand(CloseStrand command, LocalDate today) {
        strandMustBeOpen(command.strand());
        int occupied = slots.occupiedFrom(command.strand(), today).size();
        STRAND_OCCUPIED.refuseIf(occupied > 0, "occupied", occupied);
        apply(new StrandClosed(id, command.strand(), command.reason()));
    }

    void changeCap(ChangeCap command, LocalDate today) {
        CAP_NOT_POSITIVE.refuseIf(command.posts() < 1);
        long occupied = slots.mostTakenIn(new Term(today, null));
        CAP_BELOW_FILLED.refuseIf(command.posts() < occupied, "cap", command.posts(), "occupied", occupied);
        apply(new CapChanged(id, command.posts(), command.reason()));
    }

    void carryOver(CarryOverIncumbent command, boolean inActivePractice) {
        strandMustBeOpen(command.strand());
        NOT_IN_ACTIVE_PRACTICE.refuseIf(!inActivePractice);
        mustNotBeInPost(command.person(), command.term());
        Integer shared = command.jobShareSlot();
        int slot = shared == null
                ? freeSlot(command.strand(), command.term())
                : slotToShare(command.strand(), shared, command.term());
        apply(new IncumbentCarriedOver(
                id,
                slot,
                command.strand(),
                command.person(),
                command.term(),
                command.authorisingDecision(),
                command.reason(),
                shared != null));
    }

    void vacate(VacatePost command) {
        Booking post = slots.of(
                        command.person(),
                        booking -> booking.heldFor() == null
                                && booking.term().covers(command.on())
                                && booking.term().from().isBefore(command.on()))
                .orElseThrow(NOT_IN_POST::refusal);
        apply(new PostVacated(
                id, post.slot(), post.strand(), command.person(), command.on(), command.cause(), command.reason()));
    }

    void extend(ExtendTerm command, LocalDate today) {
        Booking post = slots.of(
                        command.person(),
                        booking -> booking.heldFor() == null && booking.term().covers(today))
                .orElseThrow(NOT_IN_POST::refusal);
        LocalDate until = post.term().until();
        if (until == null || !command.until().isAfter(until)) {
            throw TERM_NOT_EXTENDED.refusal("until", until);
        }
        var further = new Term(until, command.until());
        slots.of(command.person(), booking -> booking.term().overlaps(further)).ifPresent(booking -> {
            throw PERSON_ALREADY_IN_POST.refusal("slot", booking.slot());
        });
        boolean onlySharers = slots.overlapping(further)
                .filter(booking -> booking.slot() == post.slot())
                .allMatch(booking -> booking.term().overlaps(post.term()));
        SLOT_TAKEN.refuseIf(!onlySharers, "slot", post.slot());
        ESTABLISHMENT_FULL.refuseIf(slots.mostTakenBeside(post.slot(), further) >= posts, "posts", posts);
        apply(new TermExtended(
                id, post.slot(), post.strand(), command.person(), until, command.until(), command.reason()));
    }

    /** An incumbent says that they are impartial, to whoever appoints, in each term they were carried over into so far. */
    public void stateImpartiality(PersonId person, String statement) {
        mustBeIncumbent(person);
        ALREADY_CONFIRMED.refuseIf(carriedOver(person).allMatch(confirmed::contains));
        apply(new IncumbentImpartialityStated(id, person, statement));
    }

    /** The appointing authority is satisfied; the incumbent may take the seat of the strand for the present term. */
    public void confirmImpartiality(PersonId person, PersonId confirmedBy, LocalDate today) {
        CONFIRMING_OWN_IMPARTIALITY.refuseIf(person.equals(confirmedBy));
        mustBeIncumbent(person);
        Booking post = slots.of(
                        person,
                        booking -> booking.heldFor() == null && booking.term().covers(today))
                .orElseThrow(NOT_IN_POST::refusal);
        var term = CarriedOver.by(post);
        NOT_AN_INCUMBENT.refuseIf(!carriedOver.contains(term));
        IMPARTIALITY_NOT_STATED.refuseIf(!stated.contains(term));
        ALREADY_CONFIRMED.refuseIf(confirmed.contains(term));
        apply(new IncumbentImpartialityConfirmed(
                id, person, confirmedBy, post.slot(), post.strand(), strands.get(post.strand()), post.term()));
    }

    /**
     * The appointing authority is not satisfied; the incumbent takes no seat. It concerns the present and later terms
     * that began without a competition: who was appointed by one since is judged by its panel.
     */
    public void withholdImpartiality(PersonId person, PersonId withheldBy, String reason, LocalDate today) {
        CONFIRMING_OWN_IMPARTIALITY.refuseIf(person.equals(withheldBy));
        mustBeIncumbent(person);
        boolean concerned = slots.of(
                        person,
                        booking -> carriedOver.contains(CarriedOver.by(booking))
                                && booking.term().endsAfter(today))
                .isPresent();
        INCUMBENCY_OVER.refuseIf(!concerned);
        apply(new IncumbentImpartialityWithheld(id, person, withheldBy, reason));
    }

    private void mustBeIncumbent(PersonId person) {
        NOT_AN_INCUMBENT.refuseIf(carriedOver(person).findAny().isEmpty());
    }

    private Stream<CarriedOver> carriedOver(PersonId person) {
        return carriedOver.stream().filter(term -> term.person().equals(person));
    }

    /**
     * Holds a post for somebody who is offered it.
     *
     * @return the slot
     */
    public int hold(StrandCode strand, PersonId person, CampaignId campaign, Term term) {
        strandMustBeOpen(strand);
        mustNotBeInPost(person, term);
        int slot = freeSlot(strand, term);
        apply(new PostHeld(id, slot, strand, person, campaign, term));
        return slot;
    }

    /** Gives up what a campaign holds for somebody; without a hold nothing happens. */
    public void release(PersonId person, CampaignId campaign, HoldReleaseReason reason) {
        slots.of(person, booking -> campaign.equals(booking.heldFor()))
                .ifPresent(held ->
                        apply(new HoldReleased(id, held.slot(), held.strand(), person, campaign, held.term(), reason)));
    }

    /** The hold becomes an incumbency. */
    public void fill(PersonId person, CampaignId campaign) {
        Booking held =
                slots.of(person, booking -> campaign.equals(booking.heldFor())).orElseThrow(NOT_IN_POST::refusal);
        apply(new PostFilled(
                id, held.slot(), held.strand(), person, campaign, held.term(), strands.get(held.strand())));
    }

    /** A board gives a lead a seat by hand, which relies on the post. */
    public void seatLead(BoardId board, PersonId person, StrandCode strand, Term term) {
        apply(new LeadSeated(id, person, strand, board, term));
    }

    /** A meeting opened whose voting members are the leads in post: whoever changes a post does so before or after. */
    public void takeRoll(BoardId board, OrganisationCode bodyOfBoard, MeetingId meeting, LocalDate on) {
        BOARD_OF_ANOTHER_BODY.refuseIf(!bodyOfBoard.equals(body));
        NOT_OF_LEADS.refuseIf(programme != Programme.SENIOR_CLINICAL_LEADS);
        apply(new LeadsRollTaken(id, board, meeting, on));
    }

    private int freeSlot(StrandCode strand, Term term) {
        ESTABLISHMENT_FULL.refuseIf(slots.mostTakenIn(term) >= posts, "posts", posts);
        return slots.free(strand, term)
                .orElseThrow(() -> STRAND_FULL.refusal(
                        "strand", strand.value(), "cap", slots.of(strand).size()));
    }

    private int slotToShare(StrandCode strand, int slot, Term term) {
        List<Booking> holders = slots.overlapping(term)
                .filter(booking -> booking.slot() == slot && booking.strand().equals(strand))
                .toList();
        SLOT_TAKEN.refuseIf(holders.size() > 1, "slot", slot);
        boolean throughout = holders.stream().anyMatch(holder -> holder.term().contains(term));
        SLOT_NOT_SHARED.refuseIf(!throughout, "slot", slot);
        return slot;
    }

    private void mustNotBeInPost(PersonId person, Term term) {
        slots.of(person, booking -> booking.term().overlaps(term)).ifPresent(booking -> {
            throw PERSON_ALREADY_IN_POST.refusal("slot", booking.slot());
        });
    }

    private void strandMustBeOpen(StrandCode strand) {
        UNKNOWN_STRAND.refuseIf(!hasStrand(strand), "strand", strand.value());
    }

    private List<Integer> nextSlots(int count) {
        int next = slots.next();
        return IntStream.range(next, next + count).boxed().toList();
    }

    @EventSourcingHandler
    void on(EstablishmentEvent event) {
        switch (event) {
            case PostsEstablished e -> {
                stream = e.stream();
                id = e.establishment();
                body = e.body();
                programme = e.programme();
                posts = e.posts();
            }
            case StrandAdded e -> {
                strands.put(e.strand(), e.board());
                slots.add(e.strand(), e.slots());
            }
            case StrandCapChanged e -> {
                slots.add(e.strand(), e.addedSlots());
                slots.remove(e.removedSlots());
            }
            case StrandClosed e -> {
                strands.remove(e.strand());
                slots.remove(slots.of(e.strand()));
            }
            case CapChanged e -> posts = e.posts();
            case IncumbentCarriedOver e -> {
                // Each term that begins without a competition begins with the question anew.
                carriedOver.add(new CarriedOver(e.slot(), e.person(), e.term().from()));
                slots.book(new Booking(e.slot(), e.strand(), e.person(), e.term(), null));
            }
            case IncumbentImpartialityStated e -> carriedOver(e.person()).forEach(stated::add);
            case IncumbentImpartialityConfirmed e ->
                confirmed.add(new CarriedOver(e.slot(), e.person(), e.term().from()));
            case IncumbentImpartialityWithheld e -> {
                stated.removeIf(term -> term.person().equals(e.person()));
                confirmed.removeIf(term -> term.person().equals(e.person()));
            }
            case PostHeld e -> slots.book(new Booking(e.slot(), e.strand(), e.person(), e.term(), e.campaign()));
            case HoldReleased e ->
                slots.of(e.person(), booking -> e.campaign().equals(booking.heldFor()))
                        .ifPresent(slots::cancel);
            case PostFilled e ->
                slots.of(e.person(), booking -> e.campaign().equals(booking.heldFor()))
                        .ifPresent(held ->
                                slots.replace(held, new Booking(e.slot(), e.strand(), e.person(), e.term(), null)));
            case LeadSeated e -> {}
            case LeadsRollTaken e -> {}
            case PostVacated e ->
                slots.of(
                                e.person(),
                                booking -> booking.slot() == e.slot()
                                        && booking.heldFor() == null
                                        && booking.term().covers(e.on()))
                        .ifPresent(post -> slots.replace(
                                post,
                                new Booking(
                                        post.slot(),
                                        post.strand(),
                                        post.person(),
                                        post.term().endedOn(e.on()),
                                        null)));
            case TermExtended e ->
                slots.of(
                                e.person(),
                                booking -> booking.slot() == e.slot()
                                        && e.oldUntil().equals(booking.term().until()))
                        .ifPresent(post -> slots.replace(
                                post,
                                new Booking(
                                        post.slot(),
                                        post.strand(),
                                        post.person(),
                                        new Term(post.term().from(), e.newUntil()),
                                        null)));
        }
    }
}
