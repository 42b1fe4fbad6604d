package org.probity.identity;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.context.support.DefaultMessageSourceResolvable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.validation.FieldError;
import org.springframework.validation.ObjectError;
import org.springframework.web.ErrorResponse;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.MissingRequestHeaderException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.ServletRequestBindingException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import org.springframework.web.servlet.resource.NoResourceFoundException;
import org.springframework.web.util.DisconnectedClientHelper;

/**
 * Turns whatever a controller did not answer into a problem with a code. Other advices come first; this one takes all
 * that is left. Nothing of an unexpected exception reaches the client but an incident id under which it is logged.
 */
@RestControllerAdvice
@Order(Ordered.LOWEST_PRECEDENCE)
final class ProblemAdvice extends ResponseEntityExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);

    /** Left to the security filters, which know how to challenge and tell 401 from 403. */
    @ExceptionHandler({AuthenticationException.class, AccessDeniedException.class})
    @SuppressWarnings("DoNotCallSuggester") // Spring takes the same exception thrown again as "not handled here"
    ResponseEntity<Object> leftToSecurity(RuntimeException failure) {
        throw failure;
    }

    @ExceptionHandler
    @Nullable
    ResponseEntity<Object> unexpected(Exception failure) {
        if (DisconnectedClientHelper.isClientDisconnectedException(failure)) {
            return null;
        }
        return answer(incident(failure), HttpHeaders.EMPTY);
    }

    /** A problem that names nothing but the incident under which the failure is logged. */
    static ProblemDetail incident(@Nullable Throwable failure) {
        String incident = UUID.randomUUID().toString();
        LOG.error("incident {}", incident, failure);
        ProblemDetail problem = Problems.of(
                HttpStatus.INTERNAL_SERVER_ERROR,
                "internal-error",
                "Something went wrong here; it is logged under the incident id.");
        problem.setProperty("incident", incident);
        return problem;
    }

    @Override
    protected ResponseEntity<Object> handleExceptionInternal(
            Exception failure, @Nullable Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        Object made = body == null && failure instanceof ErrorResponse response ? response.getBody() : body;
        return answer(problem(failure, made, status), headers);
    }

    private static ProblemDetail problem(Exception failure, @Nullable Object body, HttpStatusCode status) {
        if (body instanceof ProblemDetail made && hasCode(made)) {
            return made;
        }
        if (status.is5xxServerError() && !(failure instanceof ErrorResponseException)) {
            return status.isSameCodeAs(HttpStatus.SERVICE_UNAVAILABLE)
                    ? Problems.of(status, "timeout", "The answer was not ready in time.")
                    : incident(failure);
        }
        return switch (failure) {
            case HttpMessageNotReadableException unreadable ->
                Problems.of(
                        status, "malformed-json", "The body is missing or cannot be read as what is expected here.");
            case HttpMediaTypeNotSupportedException unsupported ->
                Problems.of(status, "media-type-not-supported", "The body has a media type that is not read here.");
            case NoResourceFoundException nothing ->
                Problems.of(status, "not-found", "There is nothing at this address.");
            case MissingServletRequestParameterException missing ->
                Problems.of(
                        status,
                        "parameter-missing",
                        "The parameter '%s' is missing.".formatted(missing.getParameterName()));
            case MissingRequestHeaderException missing ->
                Problems.of(status, "header-missing", "The header '%s' is missing.".formatted(missing.getHeaderName()));
            case ServletRequestBindingException incomplete ->
                Problems.of(status, "request-incomplete", "Something that is needed here is missing in the request.");
            case MethodArgumentTypeMismatchException mismatch ->
                Problems.of(
                        status,
                        "parameter-malformed",
                        "The parameter '%s' has a form that is not understood.".formatted(mismatch.getName()));
            case TypeMismatchException mismatch ->
                Problems.of(status, "parameter-malformed", "A parameter has a form that is not understood.");
            case MethodArgumentNotValidException invalid ->
                invalid(status, invalid.getAllErrors().stream().map(ProblemAdvice::error));
            case HandlerMethodValidationException invalid ->
                invalid(
                        status,
                        invalid.getParameterValidationResults().stream()
                                .flatMap(result -> result.getResolvableErrors().stream()
                                        .map(error -> error instanceof FieldError field
                                                ? error(field)
                                                : error(
                                                        String.valueOf(result.getMethodParameter()
                                                                .getParameterName()),
                                                        error.getDefaultMessage()))));
            default -> Problems.of(status, Problems.code(status), detail(body));
        };
    }

    private static boolean hasCode(ProblemDetail problem) {
        Map<String, Object> properties = problem.getProperties();
        return properties != null && properties.containsKey("code");
    }

    private static ProblemDetail invalid(HttpStatusCode status, Stream<Map<String, String>> errors) {
        ProblemDetail problem = Problems.of(status, "invalid", "Some values are not valid.");
        List<Map<String, String>> all = errors.toList();
        problem.setProperty("errors", all);
        return problem;
    }

    private static Map<String, String> error(ObjectError error) {
        return error instanceof FieldError field
                ? error(field.getField(), field.getDefaultMessage())
                : error(error.getObjectName(), ((DefaultMessageSourceResolvable) error).getDefaultMessage());
    }

    private static Map<String, String> error(String field, @Nullable String message) {
        return Map.of("field", field, "detail", message == null ? "is not valid" : message);
    }

    private static String detail(@Nullable Object body) {
        String detail = body instanceof ProblemDetail problem ? problem.getDetail() : null;
        return detail == null ? "The request cannot be answered." : detail;
    }

    private static ResponseEntity<Object> answer(ProblemDetail problem, HttpHeaders headers) {
        return ResponseEntity.status(problem.getStatus())
                .headers(headers)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }
}
