package org.probity.board.command;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.probity.board.event.BoardCapacity;
import org.probity.board.event.Post;
import org.probity.board.event.RollMember;
import org.probity.establishment.event.EstablishmentEvent;
import org.probity.establishment.event.EstablishmentEvent.*;
import org.probity.establishment.event.Programme;
import org.probity.event.Term;
import org.probity.id.BoardId;
import org.probity.id.EstablishmentId;
import org.probity.id.PersonId;
import org.probity.id.StrandCode;
import org.springframework.stereotype.Component;

/**
 * Who is in post and confirmed impartial, and which board a strand maps to: what a board asks about an establishment.
 * Read from the log. A seat that is given by hand appends to the posts it relies on. The service's own commands follow
 * the posts in the order of their events, one after the other, so they need no lock.
 */
@Component
class LeadsInPost {

    private final EventStore events;

    LeadsInPost(EventStore events) {
        this.events = events;
    }

    /**
     * A lead or champion who is in post throughout a term and whose impartiality is confirmed. A board gives a lead's
     * seat to nobody else, and only the log makes one of these: seating anybody else does not compile.
     */
    static final class ConfirmedLead {

        private final PersonId person;
        private final StrandCode strand;
        private final Post post;
        private final BoardCapacity capacity;
        private final Term term;

        private ConfirmedLead(PersonId person, StrandCode strand, Post post, BoardCapacity capacity, Term term) {
            this.person = person;
            this.strand = strand;
            this.post = post;
            this.capacity = capacity;
            this.term = term;
        }

        PersonId person() {
            return person;
        }

        StrandCode strand() {
            return strand;
        }

        Post post() {
            return post;
        }

        /** As what they sit on a board. */
        BoardCapacity capacity() {
            return capacity;
        }

        /** How long the seat is to last. */
        Term term() {
            return term;
        }
    }

    /** A lead who is in post on every day of the term, for a seat that lasts as long. */
    Optional<ConfirmedLead> throughout(Term term, EstablishmentId establishment, PersonId person, StrandCode strand) {
        return find(establishment, person, strand, term, post -> post.contains(term));
    }

    /** A lead who is in post when the term begins; what shortens or extends the post later does so to the seat. */
    Optional<ConfirmedLead> from(Term term, EstablishmentId establishment, PersonId person, StrandCode strand) {
        return find(establishment, person, strand, term, post -> post.covers(term.from()));
    }

    /** The boards on which somebody may sit by a post of the strand: the strand's own, and any that seated them by hand. */
    Set<BoardId> boardsOf(EstablishmentId establishment, PersonId person, StrandCode strand) {
        Posts posts = read(establishment);
        Set<BoardId> boards = new LinkedHashSet<>();
        BoardId own = posts.boards.get(strand);
        if (own != null) {
            boards.add(own);
        }
        posts.seatedByHand.stream()
                .filter(seat -> seat.person().equals(person) && seat.strand().equals(strand))
                .map(LeadSeated::board)
                .forEach(boards::add);
        return boards;
    }

    /** The strands whose posts a person holds on a day or later without a competition. */
    List<StrandCode> carriedOver(EstablishmentId establishment, PersonId person, LocalDate day) {
        return read(establishment).all.stream()
                .filter(post -> post.person().equals(person) && !post.byCompetition())
                .filter(post -> post.term().endsAfter(day))
                .map(Holding::strand)
                .distinct()
                .toList();
    }

    /** The leads in post on a day, as members who vote once they are confirmed impartial; two who share a post share a seat. */
    List<RollMember> rollOn(LocalDate day, EstablishmentId establishment) {
        Posts posts = read(establishment);
        return posts.all.stream()
                .filter(post -> post.term().covers(day))
                .map(post -> new RollMember(post.person(), posts.capacity, post.confirmed() ? post.slot() : null))
                .toList();
    }

    private Optional<ConfirmedLead> find(
            EstablishmentId establishment, PersonId person, StrandCode strand, Term term, Predicate<Term> inPost) {
        Posts posts = read(establishment);
        return posts.all.stream()
                .filter(post -> post.person().equals(person) && post.strand().equals(strand))
                .filter(Holding::confirmed)
                .filter(post -> inPost.test(post.term()))
                .findFirst()
                .map(held ->
                        new ConfirmedLead(person, strand, new Post(establishment, held.slot()), posts.capacity, term));
    }

    private Posts read(EstablishmentId establishment) {
        var posts = new Posts();
        var stream = events.readEvents(establishment.stream());
        while (stream.hasNext()) {
            if (stream.next().getPayload() instanceof EstablishmentEvent event) {
                posts.on(event);
            }
        }
        return posts;
    }

    /** A competition ends in a post only for somebody confirmed; an incumbent is confirmed later, for each term, or not. */
    private record Holding(
            int slot, StrandCode strand, PersonId person, Term term, boolean byCompetition, boolean confirmed) {
        Holding with(Term other) {
            return new Holding(slot, strand, person, other, byCompetition, confirmed);
        }

        Holding confirmed(boolean is) {
            return new Holding(slot, strand, person, term, byCompetition, is);
        }
    }

    private static final class Posts {
        private BoardCapacity capacity = BoardCapacity.CLINICAL_LEAD;
        private final Map<StrandCode, BoardId> boards = new HashMap<>();
        private final List<Holding> all = new ArrayList<>();
        private final List<LeadSeated> seatedByHand = new ArrayList<>();

        void on(EstablishmentEvent event) {
            switch (event) {
                case PostsEstablished e -> capacity = capacityOf(e.programme());
                case StrandAdded e -> {
                    BoardId board = e.board();
                    if (board != null) {
                        boards.put(e.strand(), board);
                    }
                }
                case IncumbentCarriedOver e ->
                    all.add(new Holding(e.slot(), e.strand(), e.person(), e.term(), false, false));
                case IncumbentImpartialityConfirmed e ->
                    change(
                            post -> isOf(post, e.slot(), e.person())
                                    && post.term().from().equals(e.term().from()),
                            post -> post.confirmed(true));
                case IncumbentImpartialityWithheld e ->
                    change(
                            post -> post.person().equals(e.person()) && !post.byCompetition(),
                            post -> post.confirmed(false));
                case PostFilled e -> all.add(new Holding(e.slot(), e.strand(), e.person(), e.term(), true, true));
                case LeadSeated e -> seatedByHand.add(e);
                case PostVacated e ->
                    change(
                            post -> isOf(post, e.slot(), e.person())
                                    && post.term().covers(e.on()),
                            post -> post.with(post.term().endedOn(e.on())));
                case TermExtended e ->
                    change(
                            post -> isOf(post, e.slot(), e.person())
                                    && e.oldUntil().equals(post.term().until()),
                            post -> post.with(new Term(post.term().from(), e.newUntil())));
                default -> {}
            }
        }

        private void change(Predicate<Holding> which, UnaryOperator<Holding> how) {
            all.replaceAll(post -> which.test(post) ? how.apply(post) : post);
        }

        private static boolean isOf(Holding post, int slot, PersonId person) {
            return post.slot() == slot && post.person().equals(person);
        }

        /** Aspiring leaders come to listen and learn. */
        private static BoardCapacity capacityOf(Programme programme) {
            return switch (programme) {
                case SENIOR_CLINICAL_LEADS -> BoardCapacity.CLINICAL_LEAD;
                case CLINICAL_CHAMPIONS -> BoardCapacity.CLINICAL_CHAMPION;
                case ASPIRING_LEADERS -> BoardCapacity.MEMBER;
            };
        }
    }
}
