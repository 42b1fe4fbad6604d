package org.probity.eventstore;

import java.util.UUID;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.jspecify.annotations.Nullable;

/**
 * The idempotency key of a command, stored in the same write as the first of its events.
 *
 * @param id the key the client chose
 * @param fingerprint what the key was used for (a keyed hash of actor, command and body): the same key with
 *     another fingerprint is a misuse
 */
public record CommandKey(UUID id, String fingerprint) {

    private static final String RESOURCE = CommandKey.class.getName();

    /** Has the append of this unit of work store the key. */
    public void attachTo(UnitOfWork<?> unitOfWork) {
        unitOfWork.root().resources().put(RESOURCE, this);
    }

    static @Nullable CommandKey of(UnitOfWork<?> unitOfWork) {
        return unitOfWork.root().getResource(RESOURCE);
    }
}
