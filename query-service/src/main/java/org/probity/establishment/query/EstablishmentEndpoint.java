package org.probity.establishment.query;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.probity.establishment.query.EstablishmentQuery.*;
import org.probity.id.EstablishmentId;
import org.probity.identity.Actor;
import org.probity.query.Days;
import org.probity.query.Moment;
import org.probity.query.PageAsked;
import org.probity.query.Questions;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Reads about posts. */
@RestController
class EstablishmentEndpoint {

    private final Questions questions;

    EstablishmentEndpoint(Questions questions) {
        this.questions = questions;
    }

    @GetMapping("/api/establishments")
    EstablishmentsFound all(Moment moment, @RequestParam(required = false) @Nullable String inForceOn, PageAsked page) {
        return questions.ask(
                new FindEstablishments(moment, Days.parse("inForceOn", inForceOn), page), EstablishmentsFound.class);
    }

    @GetMapping("/api/establishments/{id}")
    EstablishmentFound one(
            Actor actor,
            @PathVariable UUID id,
            Moment moment,
            @RequestParam(required = false) @Nullable String inForceOn) {
        return questions.ask(
                new FindEstablishment(new EstablishmentId(id), moment, Days.parse("inForceOn", inForceOn), actor),
                EstablishmentFound.class);
    }
}
