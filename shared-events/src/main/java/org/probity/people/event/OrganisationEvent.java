package org.probity.people.event;

import java.time.LocalDate;
import org.probity.event.Event;
import org.probity.event.Term;
import org.probity.id.OrganisationCode;

/** The story of one organisation. */
public sealed interface OrganisationEvent extends Event {

    OrganisationCode code();

    @Override
    default String stream() {
        return code().stream();
    }

    /** Invented organisations belong to examples and are shown as such. */
    record OrganisationRegistered(
            OrganisationCode code, String name, OrganisationKind kind, Term term, boolean invented)
            implements OrganisationEvent {}

    /** The code stays taken for ever. */
    record OrganisationClosed(OrganisationCode code, LocalDate on) implements OrganisationEvent {}
}
