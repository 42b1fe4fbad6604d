package org.probity.command;

import org.probity.identity.Problems;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Answers a refused command: 409 with the rule's code, its sentence and the details (RFC 9457). */
@Component
class RefusalText {

    private final RuleBook rules;

    RefusalText(RuleBook rules) {
        this.rules = rules;
    }

    ResponseEntity<ProblemDetail> answer(Outcome.Refused refused) {
        ProblemDetail problem =
                Problems.of(HttpStatus.CONFLICT, refused.rule(), rules.explain(refused.rule(), refused.details()));
        problem.setProperty("rule", refused.rule());
        problem.setProperty("subject", refused.subject());
        problem.setProperty("details", refused.details());
        return ResponseEntity.status(HttpStatus.CONFLICT)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }
}
