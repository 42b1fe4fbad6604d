package org.probity.standalone;

/** The application would do harm if it started; message and action are for the person who started it. */
final class RefusedToStart extends RuntimeException {

    private final String action;

    RefusedToStart(String why, String action) {
        super(why);
        this.action = action;
    }

    RefusedToStart(String why, String action, Throwable cause) {
        super(why, cause);
        this.action = action;
    }

    String action() {
        return action;
    }
}
