package org.probity.people.event;

import org.probity.event.Event;
import org.probity.id.PersonId;
import org.probity.id.RegistrationClaimId;

/** The story of one professional registration: whom it belongs to, so that one number is one person. */
public sealed interface RegistrationClaimEvent extends Event {

    RegistrationClaimId claim();

    @Override
    default String stream() {
        return claim().stream();
    }

    record RegistrationClaimed(RegistrationClaimId claim, PersonId person) implements RegistrationClaimEvent {}

    /** The number is free again, after a correction or an erasure. */
    record RegistrationReleased(RegistrationClaimId claim, PersonId person) implements RegistrationClaimEvent {}
}
