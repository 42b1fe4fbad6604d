package org.probity.meeting.query;

import java.util.UUID;
import org.probity.id.MeetingId;
import org.probity.identity.Actor;
import org.probity.meeting.query.MinutesQuery.*;
import org.probity.query.Moment;
import org.probity.query.Questions;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Reads minutes. */
@RestController
class MinutesEndpoint {

    private final Questions questions;

    MinutesEndpoint(Questions questions) {
        this.questions = questions;
    }

    @GetMapping("/api/meetings/{id}/minutes")
    MinutesFound of(Actor actor, @PathVariable UUID id, Moment moment) {
        return questions.ask(new FindMinutes(new MeetingId(id), moment, actor), MinutesFound.class);
    }
}
