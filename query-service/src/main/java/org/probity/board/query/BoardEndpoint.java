package org.probity.board.query;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.probity.board.query.BoardQuery.*;
import org.probity.id.BoardId;
import org.probity.id.EstablishmentId;
import org.probity.query.Days;
import org.probity.query.Moment;
import org.probity.query.PageAsked;
import org.probity.query.Questions;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Reads about boards and the Clinical Advisory Group. */
@RestController
class BoardEndpoint {

    private final Questions questions;

    BoardEndpoint(Questions questions) {
        this.questions = questions;
    }

    @GetMapping("/api/boards")
    BoardsFound all(Moment moment, @RequestParam(required = false) @Nullable String inForceOn, PageAsked page) {
        return questions.ask(new FindBoards(moment, Days.parse("inForceOn", inForceOn), page), BoardsFound.class);
    }

    @GetMapping("/api/boards/{id}")
    BoardFound one(@PathVariable UUID id, Moment moment, @RequestParam(required = false) @Nullable String inForceOn) {
        return questions.ask(
                new FindBoard(new BoardId(id), moment, Days.parse("inForceOn", inForceOn)), BoardFound.class);
    }

    @GetMapping("/api/clinical-advisory-group")
    ClinicalAdvisoryGroup clinicalAdvisoryGroup(
            @RequestParam(required = false) @Nullable UUID establishment,
            Moment moment,
            @RequestParam(required = false) @Nullable String inForceOn) {
        EstablishmentId of = establishment == null ? null : new EstablishmentId(establishment);
        return questions.ask(
                new FindClinicalAdvisoryGroup(of, moment, Days.parse("inForceOn", inForceOn)),
                ClinicalAdvisoryGroup.class);
    }
}
