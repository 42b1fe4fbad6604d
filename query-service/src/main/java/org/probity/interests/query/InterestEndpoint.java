package org.probity.interests.query;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.probity.id.OrganisationCode;
import org.probity.id.PersonId;
import org.probity.identity.Actor;
import org.probity.interests.query.InterestQuery.*;
import org.probity.query.Days;
import org.probity.query.Moment;
import org.probity.query.PageAsked;
import org.probity.query.Questions;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Reads about declared interests. */
@RestController
class InterestEndpoint {

    private final Questions questions;

    InterestEndpoint(Questions questions) {
        this.questions = questions;
    }

    @GetMapping("/api/people/{id}/interests")
    InterestsFound of(
            Actor actor,
            @PathVariable UUID id,
            Moment moment,
            @RequestParam(required = false) @Nullable String inForceOn) {
        return questions.ask(
                new FindInterestsOf(new PersonId(id), moment, Days.parse("inForceOn", inForceOn), actor),
                InterestsFound.class);
    }

    @GetMapping("/api/interests")
    RegisterFound register(
            Actor actor,
            @RequestParam(required = false) @Nullable OrganisationCode body,
            Moment moment,
            @RequestParam(required = false) @Nullable String inForceOn,
            PageAsked page) {
        return questions.ask(
                new FindRegister(body, moment, Days.parse("inForceOn", inForceOn), page, actor), RegisterFound.class);
    }

    @GetMapping("/api/interests/non-responders")
    NonRespondersFound nonResponders(
            Actor actor,
            @RequestParam OrganisationCode body,
            Moment moment,
            @RequestParam(required = false) @Nullable String inForceOn,
            PageAsked page) {
        return questions.ask(
                new FindNonResponders(body, moment, Days.parse("inForceOn", inForceOn), page, actor),
                NonRespondersFound.class);
    }

    @GetMapping("/api/interests/late")
    LateInterestsFound late(Actor actor, @RequestParam OrganisationCode body, Moment moment, PageAsked page) {
        return questions.ask(new FindLateInterests(body, moment, page, actor), LateInterestsFound.class);
    }
}
