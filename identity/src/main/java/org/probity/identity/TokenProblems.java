package org.probity.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.jwt.JwtValidationException;
import org.springframework.security.oauth2.server.resource.BearerTokenError;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;

/**
 * Answers 401 and 403 as problems (RFC 9457) with the {@code WWW-Authenticate} header of RFC 6750, section 3: no error
 * code when there was no token, {@code invalid_token} or {@code insufficient_scope} when there was one. A token that
 * cannot be judged because the issuer's keys are out of reach is no fault of the caller: 503 with {@code Retry-After}
 * (seconds).
 */
final class TokenProblems implements AuthenticationEntryPoint, AccessDeniedHandler {

    private static final Logger LOG = LoggerFactory.getLogger(TokenProblems.class);

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        if (failure instanceof AuthenticationServiceException) {
            LOG.error("tokens cannot be verified", failure);
            response.setHeader(HttpHeaders.RETRY_AFTER, "10");
            Problems.write(
                    Problems.of(
                            HttpStatus.SERVICE_UNAVAILABLE,
                            "issuer-unavailable",
                            "The keys of the token's issuer cannot be had right now."),
                    request,
                    response);
            return;
        }
        ProblemDetail problem;
        if (!(failure instanceof OAuth2AuthenticationException tokenFailure)) {
            problem = Problems.of(
                    HttpStatus.UNAUTHORIZED, "token-missing", "This needs a bearer token in the Authorization header.");
            challenge(response, "");
        } else if (isExpired(tokenFailure)) {
            problem = Problems.of(HttpStatus.UNAUTHORIZED, "token-expired", "The token has expired.");
            challenge(response, ", error=\"invalid_token\", error_description=\"The token has expired\"");
        } else {
            HttpStatusCode status = tokenFailure.getError() instanceof BearerTokenError error
                    ? error.getHttpStatus()
                    : HttpStatus.UNAUTHORIZED;
            problem = Problems.of(status, "token-invalid", "The token is malformed, or not one this service accepts.");
            String error = status.isSameCodeAs(HttpStatus.BAD_REQUEST) ? "invalid_request" : "invalid_token";
            challenge(response, ", error=\"" + error + "\", error_description=\"The token is not accepted\"");
        }
        Problems.write(problem, request, response);
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied)
            throws IOException {
        challenge(response, ", error=\"insufficient_scope\"");
        Problems.write(
                Problems.of(HttpStatus.FORBIDDEN, "not-permitted", "The token does not carry the authority for this."),
                request,
                response);
    }

    private static void challenge(HttpServletResponse response, String error) {
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"probity\"" + error);
    }

    /** Spring tells an expired token from other invalid ones by the description alone; a test holds it to that. */
    private static boolean isExpired(OAuth2AuthenticationException failure) {
        return failure.getCause() instanceof JwtValidationException invalid
                && invalid.getErrors().stream().allMatch(error -> {
                    String description = error.getDescription();
                    return description != null && description.startsWith("Jwt expired at");
                });
    }
}
