package org.probity.query;

import org.probity.identity.Problems;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/** What was asked for does not exist at the asked moment: HTTP 404 {@code unknown-subject}. */
public final class UnknownSubject extends ErrorResponseException {
    private static final long serialVersionUID = 1L;

    /**
     * @param subject the stream id of what does not exist
     */
    public UnknownSubject(String subject) {
        super(HttpStatus.NOT_FOUND, problem(subject), null);
    }

    private static ProblemDetail problem(String subject) {
        ProblemDetail problem =
                Problems.of(HttpStatus.NOT_FOUND, "unknown-subject", "There is no such subject at the asked moment.");
        problem.setProperty("subject", subject);
        return problem;
    }
}
