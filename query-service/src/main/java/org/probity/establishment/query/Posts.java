package org.probity.establishment.query;

import static java.util.stream.Collectors.groupingBy;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.probity.establishment.query.EstablishmentTables.Establishment;
import org.probity.establishment.query.EstablishmentTables.Hold;
import org.probity.establishment.query.EstablishmentTables.Occupancy;
import org.probity.establishment.query.EstablishmentTables.Strand;
import org.probity.id.StrandCode;

/**
 * Which posts of an establishment are filled, held and vacant on a day.
 *
 * <p>A post is filled while it has a holder; one whose term is still to begin counts from the confirmation on, for the
 * post is taken. A hold counts from the decision that made it. In force on a day, only the terms that cover it count.
 * A post that a job-share or a successor fills counts once, and never as held too.
 */
public record Posts(
        Establishment establishment, List<Strand> strands, List<Occupancy> holders, List<Hold> holds, LocalDate day) {

    /** The posts at the asked moment, with those that are taken but not begun. */
    static Posts taken(
            Establishment establishment, List<Strand> strands, List<Occupancy> all, List<Hold> holds, LocalDate day) {
        return new Posts(
                establishment,
                inOrder(strands),
                all.stream()
                        .filter(post ->
                                post.termUntil() == null || post.termUntil().isAfter(day))
                        .toList(),
                holds,
                day);
    }

    /** The posts in force on a day. */
    static Posts inForce(
            Establishment establishment, List<Strand> strands, List<Occupancy> all, List<Hold> holds, LocalDate day) {
        return new Posts(
                establishment,
                inOrder(strands),
                all.stream().filter(post -> post.term().covers(day)).toList(),
                holds.stream()
                        .filter(hold -> new org.probity.event.Term(hold.termFrom(), hold.termUntil()).covers(day))
                        .toList(),
                day);
    }

    private static List<Strand> inOrder(List<Strand> strands) {
        return strands.stream().sorted(Comparator.comparing(Strand::place)).toList();
    }

    /** Posts with a holder. */
    public int filled() {
        return slots(holders.stream().map(Occupancy::slot)).size();
    }

    /** Posts filled by somebody who was carried over. */
    public int incumbents() {
        return slots(holders.stream().filter(Occupancy::carriedOver).map(Occupancy::slot))
                .size();
    }

    /** Posts kept for somebody who was offered them. */
    public int held() {
        return heldSlots(holds.stream(), holders.stream()).size();
    }

    /** Posts neither filled nor held. */
    public int vacant() {
        return establishment.posts() - filled() - held();
    }

    /** The same of one strand. */
    public Count of(Strand strand) {
        int filled = slots(holders(strand.code()).map(Occupancy::slot)).size();
        int held = heldSlots(holds.stream().filter(hold -> hold.strand().equals(strand.code())), holders(strand.code()))
                .size();
        return new Count(filled, held, strand.cap() - filled - held);
    }

    /** Who fills posts of a strand. */
    public Stream<Occupancy> holders(StrandCode strand) {
        return holders.stream().filter(post -> post.strand().equals(strand));
    }

    /** One holder for each filled post, or the two who share it: those in post on the day before those to come. */
    public List<Occupancy> counted() {
        Map<Integer, List<Occupancy>> bySlot = holders.stream().collect(groupingBy(Occupancy::slot));
        return bySlot.values().stream()
                .flatMap(post -> {
                    List<Occupancy> now =
                            post.stream().filter(one -> one.term().covers(day)).toList();
                    return now.isEmpty() ? Stream.of(post.getFirst()) : now.stream();
                })
                .toList();
    }

    /**
     * Counts of posts.
     *
     * @param vacant below zero while more are filled and held than the cap allows
     */
    public record Count(int filled, int held, int vacant) {}

    private static Set<Integer> heldSlots(Stream<Hold> holds, Stream<Occupancy> holders) {
        Set<Integer> held = slots(holds.map(Hold::slot));
        held.removeAll(slots(holders.map(Occupancy::slot)));
        return held;
    }

    private static Set<Integer> slots(Stream<Integer> slots) {
        return slots.collect(Collectors.toSet());
    }
}
