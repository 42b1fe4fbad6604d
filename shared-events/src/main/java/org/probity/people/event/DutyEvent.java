package org.probity.people.event;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.probity.event.Event;
import org.probity.event.Personal;
import org.probity.event.Term;
import org.probity.id.DutyId;
import org.probity.id.PersonId;

/** The story of the duties of one person: which role for what, and when. */
public sealed interface DutyEvent extends Event {

    PersonId person();

    @Override
    default String stream() {
        return streamOf(person());
    }

    /** The stream of a person's duties. */
    static String streamOf(PersonId person) {
        return "duties/" + person.value();
    }

    record DutyGranted(PersonId person, DutyId duty, Authority role, DutyScope scope, Term term) implements DutyEvent {

        /** The duty as an end leaves it: nothing is left of one that ends no later than it begins. */
        public Optional<DutyGranted> endedOn(LocalDate day) {
            return term.from().isBefore(day)
                    ? Optional.of(new DutyGranted(person, duty, role, scope, term.endedOn(day)))
                    : Optional.empty();
        }
    }

    /** {@code on} is the first day without the duty; no later than the duty's own first day, it never had effect. */
    record DutyEnded(
            PersonId person,
            DutyId duty,
            LocalDate on,
            @Personal @Nullable String reason) implements DutyEvent {}
}
