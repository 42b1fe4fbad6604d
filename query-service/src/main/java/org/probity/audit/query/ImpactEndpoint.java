package org.probity.audit.query;

import java.util.UUID;
import org.probity.audit.query.ImpactQuery.FindImpact;
import org.probity.audit.query.ImpactQuery.ImpactFound;
import org.probity.id.InterestId;
import org.probity.id.PersonId;
import org.probity.identity.Actor;
import org.probity.query.Moment;
import org.probity.query.Questions;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Reads what an interest touched before it was declared. */
@RestController
class ImpactEndpoint {

    private final Questions questions;

    ImpactEndpoint(Questions questions) {
        this.questions = questions;
    }

    @GetMapping("/api/people/{person}/interests/{interest}/impact")
    ImpactFound impact(Actor actor, @PathVariable UUID person, @PathVariable UUID interest, Moment moment) {
        return questions.ask(
                new FindImpact(new PersonId(person), new InterestId(interest), moment, actor), ImpactFound.class);
    }
}
