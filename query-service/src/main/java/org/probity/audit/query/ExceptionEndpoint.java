package org.probity.audit.query;

import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.probity.audit.query.ExceptionQuery.ExceptionsFound;
import org.probity.audit.query.ExceptionQuery.FindExceptions;
import org.probity.id.OrganisationCode;
import org.probity.identity.Actor;
import org.probity.query.InvalidParameter;
import org.probity.query.Moment;
import org.probity.query.PageAsked;
import org.probity.query.Questions;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Reads what departed from the ordinary. */
@RestController
class ExceptionEndpoint {

    private final Questions questions;

    ExceptionEndpoint(Questions questions) {
        this.questions = questions;
    }

    @GetMapping("/api/exceptions")
    ExceptionsFound all(
            Actor actor,
            @RequestParam(required = false) @Nullable OrganisationCode body,
            @RequestParam(required = false) @Nullable String kind,
            Moment moment,
            PageAsked page) {
        return questions.ask(
                new FindExceptions(body, kind == null ? null : kind(kind), moment, page, actor), ExceptionsFound.class);
    }

    private static ExceptionKind kind(String asked) {
        return Stream.of(ExceptionKind.values())
                .filter(one -> one.name().equals(asked.toUpperCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new InvalidParameter("kind", "a kind of exception"));
    }
}
