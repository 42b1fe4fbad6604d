package org.probity.eventstore;

import org.axonframework.serialization.SerializationException;

/**
 * The log holds an event of a type or revision that this build does not know, and that no upcaster turns into one it
 * does. To pass it over would show a state that is not what the log says, so whoever reads it stops.
 */
public final class UnknownEventException extends SerializationException {
    private static final long serialVersionUID = 1L;

    UnknownEventException(String type, String revision) {
        super("The log holds an event " + type + " of revision " + revision
                + ", which this version of the service does not know: run the version that wrote it, or a later one.");
    }
}
