package org.probity.eventstore;

import org.axonframework.common.AxonTransientException;

/** The idempotency key of this append is in the log already: its outcome is there to be read. */
public final class CommandKeyTakenException extends AxonTransientException {

    private static final long serialVersionUID = 1L;

    CommandKeyTakenException() {
        super("The idempotency key is in the log already");
    }

    CommandKeyTakenException(Throwable cause) {
        super("The idempotency key is in the log already", cause);
    }
}
