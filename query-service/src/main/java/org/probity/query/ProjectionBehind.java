package org.probity.query;

import org.probity.identity.Problems;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/** The projections have not reached the asked position in time: HTTP 503 {@code projection-behind}; ask again. */
final class ProjectionBehind extends ErrorResponseException {
    private static final long serialVersionUID = 1L;

    ProjectionBehind(long position) {
        super(HttpStatus.SERVICE_UNAVAILABLE, problem(position), null);
        getHeaders().set(HttpHeaders.RETRY_AFTER, "1");
    }

    private static ProblemDetail problem(long position) {
        ProblemDetail problem = Problems.of(
                HttpStatus.SERVICE_UNAVAILABLE, "projection-behind", "What was recorded there cannot be read yet.");
        problem.setProperty("position", position);
        return problem;
    }
}
