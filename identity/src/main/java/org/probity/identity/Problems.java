package org.probity.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import org.springframework.http.server.ServletServerHttpResponse;

/**
 * Makes every problem detail (RFC 9457) of the HTTP interface. The {@code code} is part of the interface: clients decide
 * by it, so a code never changes its meaning; title and detail are for people.
 */
public final class Problems {

    private static final String TYPE = "urn:probity:problem:";
    private static final JacksonJsonHttpMessageConverter JSON = new JacksonJsonHttpMessageConverter();

    private Problems() {}

    /**
     * A problem with type {@code urn:probity:problem:<code>} and property {@code code}.
     *
     * @param status the HTTP status of the answer
     * @param code stable and in kebab case, such as {@code not-permitted}
     * @param detail what happened here, for people; nothing confidential
     */
    public static ProblemDetail of(HttpStatusCode status, String code, String detail) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setType(URI.create(TYPE + code));
        problem.setTitle(title(code));
        problem.setProperty("code", code);
        return problem;
    }

    /** Writes a problem where no controller can: in a filter. Leaves an answer alone that is already on its way. */
    static void write(ProblemDetail problem, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (response.isCommitted()) {
            return;
        }
        problem.setInstance(URI.create(request.getRequestURI()));
        response.setStatus(problem.getStatus());
        try (ServletServerHttpResponse out = new ServletServerHttpResponse(response)) {
            JSON.write(problem, MediaType.APPLICATION_PROBLEM_JSON, out);
        }
    }

    /** The code of a status for which nothing more is known, such as {@code not-found}. */
    static String code(HttpStatusCode status) {
        HttpStatus known = HttpStatus.resolve(status.value());
        return known == null
                ? "http-" + status.value()
                : known.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String title(String code) {
        String words = code.replace('-', ' ');
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }
}
