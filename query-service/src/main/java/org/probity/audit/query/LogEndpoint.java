package org.probity.audit.query;

import org.jspecify.annotations.Nullable;
import org.probity.audit.query.LogQuery.LogRead;
import org.probity.audit.query.LogQuery.ReadLog;
import org.probity.identity.Actor;
import org.probity.query.InvalidParameter;
import org.probity.query.PageAsked;
import org.probity.query.Questions;
import org.probity.query.Texts;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Reads the log; its cursor is a position. */
@RestController
class LogEndpoint {

    private final Questions questions;

    LogEndpoint(Questions questions) {
        this.questions = questions;
    }

    @GetMapping("/api/log")
    LogRead read(Actor actor, PageAsked page, @RequestParam(required = false) @Nullable String subject) {
        String named = subject == null ? null : Texts.parse("subject", subject);
        return questions.ask(new ReadLog(position(page.after()), page.limit(), named, actor), LogRead.class);
    }

    private static long position(@Nullable String after) {
        try {
            long position = after == null ? 0 : Long.parseLong(after);
            if (position >= 0) {
                return position;
            }
        } catch (NumberFormatException e) {
            // falls through to the refusal below
        }
        throw new InvalidParameter("after", "a position of the log");
    }
}
