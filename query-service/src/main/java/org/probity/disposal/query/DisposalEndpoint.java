package org.probity.disposal.query;

import org.probity.disposal.query.DisposalQuery.DueForDisposal;
import org.probity.disposal.query.DisposalQuery.FindDueForDisposal;
import org.probity.identity.Actor;
import org.probity.query.Moment;
import org.probity.query.PageAsked;
import org.probity.query.Questions;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Reads who is due for disposal. */
@RestController
class DisposalEndpoint {

    private final Questions questions;

    DisposalEndpoint(Questions questions) {
        this.questions = questions;
    }

    @GetMapping("/api/people/due-for-disposal")
    DueForDisposal due(Actor actor, Moment moment, PageAsked page) {
        return questions.ask(new FindDueForDisposal(actor, moment, page), DueForDisposal.class);
    }
}
