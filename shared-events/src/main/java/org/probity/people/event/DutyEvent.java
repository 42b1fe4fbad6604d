package org.probity.people.event;

import java.time.LocalDate;
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

    record DutyGranted(PersonId person, DutyId duty, Authority role, DutyScope scope, Term term) implements DutyEvent {}

    /** {@code on} is the first day without the duty. */
    record DutyEnded(
            PersonId person,
            DutyId duty,
            LocalDate on,
            @Personal @Nullable String reason) implements DutyEvent {}
}
