package org.probity.people.query;

import java.util.UUID;
import org.probity.id.PersonId;
import org.probity.identity.Actor;
import org.probity.people.query.PeopleQuery.*;
import org.probity.query.Moment;
import org.probity.query.PageAsked;
import org.probity.query.Questions;
import org.probity.query.Texts;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Reads about people. */
@RestController
class PeopleEndpoint {

    private final Questions questions;

    PeopleEndpoint(Questions questions) {
        this.questions = questions;
    }

    @GetMapping("/api/people")
    PeopleFound search(Actor actor, @RequestParam(defaultValue = "") String name, Moment moment, PageAsked page) {
        return questions.ask(new SearchPeople(Texts.parse("name", name), actor, moment, page), PeopleFound.class);
    }

    @GetMapping("/api/people/{id}")
    PersonFound find(Actor actor, @PathVariable UUID id, Moment moment) {
        return questions.ask(new FindPerson(new PersonId(id), actor, moment), PersonFound.class);
    }
}
