package org.probity.eventstore;

import org.axonframework.common.AxonTransientException;

/** The database of the log cannot be reached, or did not answer. */
public final class LogUnavailableException extends AxonTransientException {

    private static final long serialVersionUID = 1L;

    LogUnavailableException(String message) {
        super(message);
    }

    LogUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
