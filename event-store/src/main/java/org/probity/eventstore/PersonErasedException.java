package org.probity.eventstore;

import org.axonframework.common.AxonNonTransientException;

/** Something personal was to be recorded about a person whose key is destroyed. */
public final class PersonErasedException extends AxonNonTransientException {
    private static final long serialVersionUID = 1L;

    PersonErasedException() {
        super("The key to what is personal about the person was destroyed");
    }
}
