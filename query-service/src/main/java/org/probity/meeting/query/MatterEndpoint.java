package org.probity.meeting.query;

import java.util.UUID;
import org.probity.id.BoardId;
import org.probity.id.MatterId;
import org.probity.identity.Actor;
import org.probity.meeting.query.MatterQuery.*;
import org.probity.query.Moment;
import org.probity.query.PageAsked;
import org.probity.query.Questions;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Reads about matters. */
@RestController
class MatterEndpoint {

    private final Questions questions;

    MatterEndpoint(Questions questions) {
        this.questions = questions;
    }

    @GetMapping("/api/boards/{id}/matters")
    MattersFound of(Actor actor, @PathVariable UUID id, Moment moment, PageAsked page) {
        return questions.ask(new FindMattersOf(new BoardId(id), moment, page, actor), MattersFound.class);
    }

    @GetMapping("/api/matters/{id}")
    MatterFound one(Actor actor, @PathVariable UUID id, Moment moment) {
        return questions.ask(new FindMatter(new MatterId(id), moment, actor), MatterFound.class);
    }
}
