package org.probity.establishment.command;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.probity.event.Term;
import org.probity.id.CampaignId;
import org.probity.id.PersonId;
import org.probity.id.StrandCode;

/**
 * The numbered slots of an establishment and who has them on which dates. Bookings of one slot do not overlap, unless
 * the slot is shared; so the cap of a strand, which is the number of its slots, holds on every date.
 */
final class Slots {

    private final Map<Integer, StrandCode> homes = new TreeMap<>();
    private final List<Booking> bookings = new ArrayList<>();
    private int highest;

    /**
     * A slot is filled by a person, or held for one who was offered it.
     *
     * @param heldFor the campaign that holds it; absent once it is filled
     */
    record Booking(
            int slot,
            StrandCode strand,
            PersonId person,
            Term term,
            @Nullable CampaignId heldFor) {}

    void add(StrandCode strand, List<Integer> slots) {
        slots.forEach(slot -> {
            homes.put(slot, strand);
            highest = Math.max(highest, slot);
        });
    }

    void remove(List<Integer> slots) {
        homes.keySet().removeAll(slots);
    }

    void book(Booking booking) {
        bookings.add(booking);
    }

    void replace(Booking booking, Booking by) {
        bookings.set(bookings.indexOf(booking), by);
    }

    void cancel(Booking booking) {
        bookings.remove(booking);
    }

    /** A number that no slot has or had: what is booked keeps its meaning. */
    int next() {
        return highest + 1;
    }

    List<Integer> of(StrandCode strand) {
        return homes.entrySet().stream()
                .filter(home -> home.getValue().equals(strand))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** A slot of the strand that nobody has on any day of the term. */
    Optional<Integer> free(StrandCode strand, Term term) {
        return of(strand).stream().filter(slot -> isFree(slot, term)).findFirst();
    }

    boolean isFree(int slot, Term term) {
        return overlapping(term).noneMatch(booking -> booking.slot() == slot);
    }

    /** Slots of the strand that somebody has from a day on. */
    List<Integer> occupiedFrom(StrandCode strand, LocalDate day) {
        return of(strand).stream()
                .filter(slot -> !isFree(slot, new Term(day, null)))
                .toList();
    }

    /** The greatest number of slots that are taken on one day of the term; a shared slot counts once. */
    long mostTakenIn(Term term) {
        return mostTakenIn(term, booking -> true);
    }

    /** The same for the other slots than one. */
    long mostTakenBeside(int slot, Term term) {
        return mostTakenIn(term, booking -> booking.slot() != slot);
    }

    private long mostTakenIn(Term term, Predicate<Booking> which) {
        List<Booking> within = overlapping(term).filter(which).toList();
        return Stream.concat(
                        Stream.of(term.from()),
                        within.stream().map(booking -> booking.term().from()).filter(term::covers))
                .mapToLong(day -> within.stream()
                        .filter(booking -> booking.term().covers(day))
                        .map(Booking::slot)
                        .distinct()
                        .count())
                .max()
                .orElse(0);
    }

    Optional<Booking> of(PersonId person, Predicate<Booking> which) {
        return bookings.stream()
                .filter(booking -> booking.person().equals(person))
                .filter(which)
                .findFirst();
    }

    Stream<Booking> overlapping(Term term) {
        return bookings.stream().filter(booking -> booking.term().overlaps(term));
    }
}
