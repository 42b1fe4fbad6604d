package org.probity.audit.query;

import java.util.UUID;
import org.probity.audit.query.FindingQuery.*;
import org.probity.audit.query.SampleQuery.FindSample;
import org.probity.audit.query.SampleQuery.SampleFound;
import org.probity.id.FindingId;
import org.probity.id.OrganisationCode;
import org.probity.id.SampleId;
import org.probity.identity.Actor;
import org.probity.query.Moment;
import org.probity.query.PageAsked;
import org.probity.query.Questions;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Reads what reviewers drew and found. */
@RestController
class FindingEndpoint {

    private final Questions questions;

    FindingEndpoint(Questions questions) {
        this.questions = questions;
    }

    @GetMapping("/api/findings")
    FindingsFound of(Actor actor, @RequestParam OrganisationCode body, Moment moment, PageAsked page) {
        return questions.ask(new FindFindings(body, moment, page, actor), FindingsFound.class);
    }

    @GetMapping("/api/findings/{id}")
    FindingFound one(Actor actor, @PathVariable UUID id, Moment moment) {
        return questions.ask(new FindFinding(new FindingId(id), moment, actor), FindingFound.class);
    }

    @GetMapping("/api/samples/{id}")
    SampleFound sample(Actor actor, @PathVariable UUID id, Moment moment) {
        return questions.ask(new FindSample(new SampleId(id), moment, actor), SampleFound.class);
    }
}
