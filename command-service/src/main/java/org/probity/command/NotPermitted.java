package org.probity.command;

/** The actor may not give this command, or not to a subject of this body: HTTP 403, never recorded. */
public final class NotPermitted extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Says what is lacking, without naming anybody. */
    public NotPermitted(String reason) {
        super(reason, null, false, false);
    }
}
