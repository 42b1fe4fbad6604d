package org.probity.query;

import org.probity.identity.Problems;
import org.springframework.http.HttpStatus;
import org.springframework.web.ErrorResponseException;

/** The actor may not read this: HTTP 403 {@code not-permitted}. */
public final class NotPermitted extends ErrorResponseException {
    private static final long serialVersionUID = 1L;

    /**
     * @param detail who may, for people
     */
    public NotPermitted(String detail) {
        super(HttpStatus.FORBIDDEN, Problems.of(HttpStatus.FORBIDDEN, "not-permitted", detail), null);
    }
}
