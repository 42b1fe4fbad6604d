package org.probity.eventstore;

import org.axonframework.common.AxonNonTransientException;

/** An event would not fit into a bundle of log entries, whose lengths are 16-bit numbers (C2SP tlog-tiles). */
public final class EventTooLargeException extends AxonNonTransientException {

    /** The greatest size of an event, in bytes of its payload and metadata with room for the envelope. */
    public static final int LIMIT = 65_535 - 1_024;

    private static final long serialVersionUID = 1L;

    EventTooLargeException(String type) {
        super("An event of type " + type + " is too large");
    }
}
