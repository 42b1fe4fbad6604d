package org.probity.meeting.query;

import java.util.UUID;
import org.probity.id.BoardId;
import org.probity.id.DecisionId;
import org.probity.identity.Actor;
import org.probity.meeting.query.DecisionQuery.*;
import org.probity.query.Moment;
import org.probity.query.PageAsked;
import org.probity.query.Questions;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Reads about decisions. */
@RestController
class DecisionEndpoint {

    private final Questions questions;

    DecisionEndpoint(Questions questions) {
        this.questions = questions;
    }

    @GetMapping("/api/boards/{id}/decisions")
    DecisionsFound of(Actor actor, @PathVariable UUID id, Moment moment, PageAsked page) {
        return questions.ask(new FindDecisionsOf(new BoardId(id), moment, page, actor), DecisionsFound.class);
    }

    @GetMapping("/api/decisions/{id}")
    DecisionFound one(Actor actor, @PathVariable UUID id, Moment moment) {
        return questions.ask(new FindDecision(new DecisionId(id), moment, actor), DecisionFound.class);
    }
}
