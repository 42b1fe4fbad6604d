package org.probity.eventstore;

import org.axonframework.serialization.SerializationException;
import org.jspecify.annotations.Nullable;

/**
 * A personal value in the log cannot be opened although its key was not destroyed: somebody changed it or put it in
 * another place, or the vault is not the one that belongs to the log. Whoever reads it stops: to read nothing there
 * would be to say that the person was erased.
 */
public final class SealBrokenException extends SerializationException {
    private static final long serialVersionUID = 1L;

    SealBrokenException(String field, String why, @Nullable Throwable cause) {
        super("The personal value " + field + " cannot be opened: " + why, cause);
    }
}
