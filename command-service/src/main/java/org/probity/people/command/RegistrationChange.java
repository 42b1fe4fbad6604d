package org.probity.people.command;

import org.axonframework.modelling.command.Aggregate;
import org.jspecify.annotations.Nullable;
import org.probity.id.PersonId;
import org.probity.id.RegistrationClaimId;

/**
 * A person takes one registration number and gives up another. Both claims are open; nothing has happened yet.
 *
 * @param taken absent if the person takes none
 * @param released absent if the person gives up none
 */
record RegistrationChange(
        PersonId person,
        @Nullable OpenClaim taken,
        @Nullable OpenClaim released) {

    /** Has it happen. */
    void complete() {
        if (taken != null) {
            taken.claim().execute(claim -> claim.claim(taken.id(), person));
        }
        if (released != null) {
            released.claim().execute(claim -> claim.release(released.id(), person));
        }
    }

    /** The claim to one number. */
    record OpenClaim(RegistrationClaimId id, Aggregate<RegistrationClaim> claim) {}
}
