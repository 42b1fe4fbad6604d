package org.probity.meeting.query;

import java.util.UUID;
import org.probity.id.BoardId;
import org.probity.id.MeetingId;
import org.probity.identity.Actor;
import org.probity.meeting.query.MeetingQuery.*;
import org.probity.query.Moment;
import org.probity.query.PageAsked;
import org.probity.query.Questions;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Reads about meetings. */
@RestController
class MeetingEndpoint {

    private final Questions questions;

    MeetingEndpoint(Questions questions) {
        this.questions = questions;
    }

    @GetMapping("/api/boards/{id}/meetings")
    MeetingsFound of(@PathVariable UUID id, Moment moment, PageAsked page) {
        return questions.ask(new FindMeetingsOf(new BoardId(id), moment, page), MeetingsFound.class);
    }

    @GetMapping("/api/meetings/{id}")
    MeetingFound one(Actor actor, @PathVariable UUID id, Moment moment) {
        return questions.ask(new FindMeeting(new MeetingId(id), moment, actor), MeetingFound.class);
    }

    @GetMapping("/api/meetings/{id}/quorum")
    MeetingQuorum quorum(Actor actor, @PathVariable UUID id, Moment moment) {
        return questions.ask(new FindQuorum(new MeetingId(id), moment, actor), MeetingQuorum.class);
    }
}
