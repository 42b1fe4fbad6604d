package org.probity.audit.query;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.axonframework.queryhandling.QueryHandler;
import org.probity.audit.query.LogQuery.LogRead;
import org.probity.audit.query.LogQuery.ReadLog;
import org.probity.audit.query.LogQuery.StoredLine;
import org.probity.eventstore.EventLog;
import org.probity.eventstore.LogClock;
import org.probity.eventstore.LogHead;
import org.probity.eventstore.StoredEvent;
import org.probity.id.CampaignId;
import org.probity.id.ParticipationId;
import org.probity.id.PersonId;
import org.probity.people.event.Authority;
import org.probity.people.query.Askers;
import org.probity.query.NotPermitted;
import org.springframework.stereotype.Component;

/**
 * Reads the log itself, with no projection between. Whoever takes part in a campaign, as a member of its panel, nominee,
 * candidate or nominator, reads of its other participations that something happened and not what: scores, statements and
 * connections are closed to them here as they are in the campaign, whatever else they are.
 */
@Component
class LogQueries {

    private final EventLog log;
    private static final Pattern PARTICIPATION = Pattern.compile("participation/([0-9a-f-]{36})/([0-9a-f-]{36})");

    private final LogClock clock;
    private final Askers askers;

    LogQueries(EventLog log, LogClock clock, Askers askers) {
        this.log = log;
        this.clock = clock;
        this.askers = askers;
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
        PersonId asker = askers.of(query.actor()).person();
        Map<String, Boolean> takesPart = new HashMap<>();
        return new LogRead(
                page.stream()
                        .map(event -> line(event, asker != null && isClosed(event, asker, takesPart)))
                        .toList(),
                events.size() > page.size() ? page.getLast().position() : null,
                head.position(),
                clock.instant());
    }

    /** A refused command about a participation is closed like the participation. */
    private boolean isClosed(StoredEvent event, PersonId asker, Map<String, Boolean> takesPart) {
        String about = event.subject().startsWith("refusal/") ? event.payload() : event.subject();
        Matcher participation = PARTICIPATION.matcher(about);
        if (!participation.find() || participation.group(2).equals(asker.value().toString())) {
            return false;
        }
        return takesPart.computeIfAbsent(participation.group(1), campaign -> {
            var own = new ParticipationId(new CampaignId(UUID.fromString(campaign)), asker);
            return !log.ofSubjectAfter(own.stream(), 0, 1).isEmpty();
        });
    }

    private static StoredLine line(StoredEvent event, boolean withheld) {
        return new StoredLine(
                event.position(),
                event.eventId(),
                event.recordedAt(),
                event.subjectType(),
                event.subject(),
                event.sequence(),
                event.type(),
                event.revision(),
                withheld ? null : event.payload(),
                withheld,
                event.metadata());
    }
}
