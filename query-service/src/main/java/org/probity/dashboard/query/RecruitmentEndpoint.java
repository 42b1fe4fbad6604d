package org.probity.dashboard.query;

import org.probity.dashboard.query.RecruitmentQuery.FindRecruitment;
import org.probity.dashboard.query.RecruitmentQuery.RecruitmentDashboard;
import org.probity.identity.Actor;
import org.probity.query.Moment;
import org.probity.query.Questions;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Reads recruitment at a glance. */
@RestController
class RecruitmentEndpoint {

    private final Questions questions;

    RecruitmentEndpoint(Questions questions) {
        this.questions = questions;
    }

    @GetMapping("/api/dashboards/recruitment")
    RecruitmentDashboard recruitment(Actor actor, Moment moment) {
        return questions.ask(new FindRecruitment(actor, moment), RecruitmentDashboard.class);
    }
}
