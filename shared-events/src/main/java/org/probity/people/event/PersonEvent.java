package org.probity.people.event;

import org.jspecify.annotations.Nullable;
import org.probity.event.Event;
import org.probity.event.Personal;
import org.probity.id.OrganisationCode;
import org.probity.id.PersonId;

/** The story of one person, up to the erasure of what is known about them. */
public sealed interface PersonEvent extends Event {

    PersonId person();

    @Override
    default String stream() {
        return person().stream();
    }

    record PersonRegistered(
            PersonId person,
            @Personal @Nullable String name,
            @Personal @Nullable String contact,
            Profession profession,
            @Personal @Nullable Registration registration,
            @Nullable OrganisationCode employer,
            boolean inActivePractice)
            implements PersonEvent {}

    /** Carries the full new state, not the difference. */
    record PersonAmended(
            PersonId person,
            @Personal @Nullable String name,
            @Personal @Nullable String contact,
            Profession profession,
            @Personal @Nullable Registration registration,
            @Nullable OrganisationCode employer,
            boolean inActivePractice)
            implements PersonEvent {}

    /** From now on the person cannot be erased. */
    record RetentionHoldPlaced(
            PersonId person, @Personal @Nullable String reason) implements PersonEvent {}

    record RetentionHoldLifted(PersonId person) implements PersonEvent {}

    /**
     * The key to the personal data is destroyed because of this; no further event about the person follows.
     *
     * @param publicName the name of somebody who held a post or sat on a board, which public decisions keep; not personal
     *     data any more but a public fact, so it is stored as it is
     */
    record PersonErased(PersonId person, @Nullable String publicName) implements PersonEvent {}
}
