package org.probity.command;

/** A command names something that is not in the log: HTTP 404, never recorded. */
public final class UnknownSubject extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Names the stream that does not exist. */
    public UnknownSubject(String subject) {
        super(subject, null, false, false);
    }
}
