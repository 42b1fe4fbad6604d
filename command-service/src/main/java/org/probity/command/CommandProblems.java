package org.probity.command;

import org.probity.command.CommandBinding.InvalidFields;
import org.probity.command.CommandBinding.MalformedBody;
import org.probity.command.CommandDispatch.ConcurrentChange;
import org.probity.command.CommandDispatch.KeyReused;
import org.probity.command.CommandEndpoint.BodyTooLarge;
import org.probity.command.CommandEndpoint.KeyMissing;
import org.probity.command.CommandEndpoint.UnknownCommand;
import org.probity.command.Refusals.BudgetSpent;
import org.probity.eventstore.EventTooLargeException;
import org.probity.eventstore.LogUnavailableException;
import org.probity.identity.Problems;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Every way a command can fail without reaching the log, as a problem with a stable code (RFC 9457). */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class CommandProblems {

    @ExceptionHandler
    ResponseEntity<ProblemDetail> on(MalformedBody e) {
        return problem(HttpStatus.BAD_REQUEST, "malformed-json", "The body is not one JSON object.");
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> on(InvalidFields e) {
        ProblemDetail problem =
                Problems.of(HttpStatus.BAD_REQUEST, "invalid-fields", "Some fields are unknown, missing or wrong.");
        problem.setProperty("errors", e.errors());
        return answer(problem);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> on(KeyMissing e) {
        return problem(
                HttpStatus.BAD_REQUEST, "idempotency-key-missing", "The header Idempotency-Key must hold a UUID.");
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> on(NotPermitted e) {
        return problem(HttpStatus.FORBIDDEN, "not-permitted", String.valueOf(e.getMessage()) + ".");
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> on(UnknownCommand e) {
        return problem(HttpStatus.NOT_FOUND, "unknown-command", "There is no command of this name.");
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> on(UnknownSubject e) {
        ProblemDetail problem = Problems.of(
                HttpStatus.NOT_FOUND, "unknown-subject", "The command names something that does not exist.");
        problem.setProperty("subject", e.getMessage());
        return answer(problem);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> on(KeyReused e) {
        return problem(
                HttpStatus.CONFLICT,
                "idempotency-key-reused",
                "This idempotency key was used by another actor, for another command or another body.");
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> on(ConcurrentChange e) {
        return problem(
                HttpStatus.CONFLICT, "concurrent-change", "Others were changing the same subject. Send it again.");
    }

    @ExceptionHandler({BodyTooLarge.class, EventTooLargeException.class})
    ResponseEntity<ProblemDetail> tooLarge(RuntimeException e) {
        return e instanceof BodyTooLarge
                ? problem(HttpStatus.CONTENT_TOO_LARGE, "body-too-large", "The body is larger than 256 KiB.")
                : problem(
                        HttpStatus.CONTENT_TOO_LARGE, "event-too-large", "An event would be larger than 65,535 bytes.");
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> on(BudgetSpent e) {
        return ResponseEntity.status(HttpStatus.TOO_MANY_REQUESTS)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .header("Retry-After", "60")
                .body(Problems.of(
                        HttpStatus.TOO_MANY_REQUESTS,
                        "refusal-budget-spent",
                        "Too many refused commands in a minute."));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> on(LogUnavailableException e) {
        return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .header("Retry-After", "2")
                .body(Problems.of(
                        HttpStatus.SERVICE_UNAVAILABLE, "log-unavailable", "The log cannot be reached just now."));
    }

    private static ResponseEntity<ProblemDetail> problem(HttpStatus status, String code, String detail) {
        return answer(Problems.of(status, code, detail));
    }

    private static ResponseEntity<ProblemDetail> answer(ProblemDetail problem) {
        return ResponseEntity.status(problem.getStatus())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }
}
