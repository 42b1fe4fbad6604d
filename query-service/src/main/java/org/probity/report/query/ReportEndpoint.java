package org.probity.report.query;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.probity.id.BoardId;
import org.probity.id.OrganisationCode;
import org.probity.identity.Actor;
import org.probity.query.Days;
import org.probity.query.Moment;
import org.probity.query.PageAsked;
import org.probity.query.Questions;
import org.probity.report.query.ReportQuery.*;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Reads about what boards report to those they are accountable to. */
@RestController
class ReportEndpoint {

    private final Questions questions;

    ReportEndpoint(Questions questions) {
        this.questions = questions;
    }

    @GetMapping("/api/boards/{id}/reports")
    ReportsFound of(Actor actor, @PathVariable UUID id, Moment moment, PageAsked page) {
        return questions.ask(new FindReports(new BoardId(id), moment, page, actor), ReportsFound.class);
    }

    @GetMapping("/api/overdue-reports")
    OverdueReportsFound overdue(
            @RequestParam(required = false) @Nullable OrganisationCode body,
            Moment moment,
            @RequestParam(required = false) @Nullable String inForceOn,
            PageAsked page) {
        return questions.ask(
                new FindOverdueReports(body, moment, Days.parse("inForceOn", inForceOn), page),
                OverdueReportsFound.class);
    }
}
