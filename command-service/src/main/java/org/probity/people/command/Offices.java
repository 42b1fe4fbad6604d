package org.probity.people.command;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.Message;
import org.jspecify.annotations.Nullable;
import org.probity.board.event.BoardEvent.BoardMemberAssigned;
import org.probity.board.event.BoardEvent.BoardMembershipEnded;
import org.probity.board.event.BoardEvent.BoardMembershipExtended;
import org.probity.board.event.BoardEvent.ChairAppointed;
import org.probity.board.event.BoardEvent.DeputyAppointed;
import org.probity.establishment.event.EstablishmentEvent.IncumbentCarriedOver;
import org.probity.establishment.event.EstablishmentEvent.PostFilled;
import org.probity.establishment.event.EstablishmentEvent.PostVacated;
import org.probity.establishment.event.EstablishmentEvent.TermExtended;
import org.probity.event.Term;
import org.probity.eventstore.EventLog;
import org.probity.id.PersonId;
import org.probity.id.StrandCode;
import org.springframework.stereotype.Component;

/** The posts that somebody holds or held, and the seats on boards, read from the log without a lock. */
@Component
class Offices {

    private final EventStore events;
    private final EventLog log;

    Offices(EventStore events, EventLog log) {
        this.events = events;
        this.log = log;
    }

    /** The terms of all of them, past and to come, but none that ended before it began. */
    List<Term> of(PersonId person) {
        return Stream.of("establishment", "board")
                .flatMap(folder -> log.streamsIn(folder).stream())
                .flatMap(stream -> in(stream, person))
                .toList();
    }

    private Stream<Term> in(String stream, PersonId person) {
        var held = new Held(person);
        events.readEvents(stream).asStream().map(Message::getPayload).forEach(held::on);
        return held.offices.stream().map(Office::term);
    }

    /**
     * A post, or a seat on a board.
     *
     * @param strand of the post, or of the one that brought the seat; absent for other seats and for a board's officers
     */
    private record Office(Term term, @Nullable StrandCode strand) {}

    /** What one person holds in one establishment or on one board. */
    private static final class Held {

        private final PersonId person;
        private final List<Office> offices = new ArrayList<>();

        Held(PersonId person) {
            this.person = person;
        }

        void on(Object event) {
            switch (event) {
                case IncumbentCarriedOver e -> begin(e.person(), e.term(), e.strand());
                case PostFilled e -> begin(e.person(), e.term(), e.strand());
                case BoardMemberAssigned e -> begin(e.person(), e.term(), e.strand());
                case ChairAppointed e -> begin(e.person(), e.term(), null);
                case DeputyAppointed e -> begin(e.person(), e.term(), null);
                case PostVacated e ->
                    end(
                            e.person(),
                            e.on(),
                            office -> e.strand().equals(office.strand())
                                    && office.term().covers(e.on()));
                // An office ends with the seat unless another remains, and then that one counts.
                case BoardMembershipEnded e ->
                    end(
                            e.person(),
                            e.on(),
                            office -> e.strand() == null
                                    || office.strand() == null
                                    || e.strand().equals(office.strand()));
                case TermExtended e -> extend(e.person(), e.oldUntil(), e.newUntil());
                case BoardMembershipExtended e -> extend(e.person(), e.oldUntil(), e.newUntil());
                default -> {}
            }
        }

        private void begin(PersonId holder, Term term, @Nullable StrandCode strand) {
            if (holder.equals(person)) {
                offices.add(new Office(term, strand));
            }
        }

        private void end(PersonId holder, LocalDate on, Predicate<Office> which) {
            if (holder.equals(person)) {
                Predicate<Office> ends = which.and(office -> office.term().endsAfter(on));
                offices.removeIf(ends.and(office -> !office.term().from().isBefore(on)));
                offices.replaceAll(
                        office -> ends.test(office) ? new Office(office.term().endedOn(on), office.strand()) : office);
            }
        }

        private void extend(PersonId holder, LocalDate oldUntil, LocalDate newUntil) {
            if (holder.equals(person)) {
                offices.replaceAll(office -> oldUntil.equals(office.term().until())
                        ? new Office(new Term(office.term().from(), newUntil), office.strand())
                        : office);
            }
        }
    }
}
