package org.probity.audit.query;

import java.util.List;
import java.util.function.Predicate;
import org.axonframework.queryhandling.QueryHandler;
import org.probity.audit.query.LogQuery.LogRead;
import org.probity.audit.query.LogQuery.ReadLog;
import org.probity.audit.query.LogQuery.StoredLine;
import org.probity.campaign.query.LogSights;
import org.probity.eventstore.EventLog;
import org.probity.eventstore.LogClock;
import org.probity.eventstore.LogHead;
import org.probity.eventstore.StoredEvent;
import org.probity.meeting.query.MatterSights;
import org.probity.people.event.Authority;
import org.probity.people.query.Asker;
import org.probity.people.query.Askers;
import org.probity.query.NotPermitted;
import org.springframework.stereotype.Component;

/**
 * Reads the log itself, with no projection between. What is closed to the asker in a campaign or a matter is closed
 * here too, whatever else they are: the line stands, so that positions have no gap, without what it says.
 */
@Component
class LogQueries {

    private final EventLog log;
    private final LogClock clock;
    private final Askers askers;
    private final LogSights campaigns;
    private final MatterSights matters;

    LogQueries(EventLog log, LogClock clock, Askers askers, LogSights campaigns, MatterSights matters) {
        this.log = log;
        this.clock = clock;
        this.askers = askers;
        this.campaigns = campaigns;
        this.matters = matters;
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
        Asker asker = askers.of(query.actor());
        Predicate<StoredEvent> ofCampaigns = campaigns.withheldFrom(asker);
        Predicate<StoredEvent> ofMatters = matters.withheldFrom(asker.person());
        return new LogRead(
                page.stream()
                        .map(event -> ofMatters.test(event)
                                ? new Line(event, true, true)
                                : new Line(event, ofCampaigns.test(event), false))
                        .map(Line::stored)
                        .toList(),
                events.size() > page.size() ? page.getLast().position() : null,
                head.position(),
                clock.instant());
    }

    /**
     * A line of the log.
     *
     * @param withheld whether what it says is closed to the asker
     * @param entirely whether that it happened is, too: of a matter the course tells as much as the words
     */
    private record Line(StoredEvent event, boolean withheld, boolean entirely) {

        StoredLine stored() {
            return new StoredLine(
                    event.position(),
                    event.eventId(),
                    event.recordedAt(),
                    entirely ? null : event.subjectType(),
                    entirely ? null : event.subject(),
                    entirely ? null : event.sequence(),
                    entirely ? null : event.type(),
                    entirely ? null : event.revision(),
                    withheld ? null : event.payload(),
                    withheld,
                    entirely ? null : event.metadata());
        }
    }
}
