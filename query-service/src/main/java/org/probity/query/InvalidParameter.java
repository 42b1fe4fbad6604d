package org.probity.query;

import org.probity.identity.Problems;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/** A parameter of a read has a form or value that means nothing: HTTP 400 {@code invalid-parameter}. */
public final class InvalidParameter extends ErrorResponseException {
    private static final long serialVersionUID = 1L;

    /**
     * @param parameter its name
     * @param expected what it should be, for people; never the value given
     */
    public InvalidParameter(String parameter, String expected) {
        super(HttpStatus.BAD_REQUEST, problem(parameter, expected), null);
    }

    private static ProblemDetail problem(String parameter, String expected) {
        ProblemDetail problem = Problems.of(
                HttpStatus.BAD_REQUEST, "invalid-parameter", "%s must be %s.".formatted(parameter, expected));
        problem.setProperty("parameter", parameter);
        return problem;
    }
}
