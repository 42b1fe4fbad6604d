package org.probity.audit.query;

import java.util.List;
import org.axonframework.queryhandling.QueryHandler;
import org.probity.audit.query.LogQuery.LogRead;
import org.probity.audit.query.LogQuery.ReadLog;
import org.probity.audit.query.LogQuery.StoredLine;
import org.probity.eventstore.EventLog;
import org.probity.eventstore.LogClock;
import org.probity.eventstore.LogHead;
import org.probity.eventstore.StoredEvent;
import org.probity.people.event.Authority;
import org.probity.query.NotPermitted;
import org.springframework.stereotype.Component;

/** Reads the log itself, with no projection between. */
@Component
class LogQueries {

    private final EventLog log;
    private final LogClock clock;

    LogQueries(EventLog log, LogClock clock) {
        this.log = log;
        this.clock = clock;
    }

    @QueryHandler
    LogRead read(ReadLog query) {
        if (!query.actor().has(Authority.GOVERNANCE_REVIEWER)) {
            throw new NotPermitted("Reviewers read the log.");
        }
        LogHead head = log.head();
        List<StoredEvent> events = query.subject() == null
                ? log.after(query.after(), query.limit() + 1)
                : log.ofSubjectAfter(query.subject(), query.after(), query.limit() + 1);
        List<StoredEvent> page = events.stream().limit(query.limit()).toList();
        return new LogRead(
                page.stream().map(LogQueries::line).toList(),
                events.size() > page.size() ? page.getLast().position() : null,
                head.position(),
                clock.instant());
    }

    private static StoredLine line(StoredEvent event) {
        return new StoredLine(
                event.position(),
                event.eventId(),
                event.recordedAt(),
                event.subjectType(),
                event.subject(),
                event.sequence(),
                event.type(),
                event.revision(),
                event.payload(),
                event.metadata());
    }
}
