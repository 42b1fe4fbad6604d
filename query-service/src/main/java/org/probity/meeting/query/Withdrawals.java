package org.probity.meeting.query;

import static java.util.stream.Collectors.toCollection;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.probity.board.event.MatterEvent.MemberRecused;
import org.probity.board.event.MatterEvent.RecusalLifted;
import org.probity.eventstore.EventLog;
import org.probity.eventstore.StoredEvent;
import org.probity.id.MatterId;
import org.probity.id.PersonId;
import org.probity.interests.event.Mitigation;
import org.probity.meeting.query.MatterTables.Conflict;
import org.probity.query.Moment;
import org.probity.query.Views;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * From which matters somebody withdrew.
 *
 * <p>Invariant: a recusal counts from the moment it is recorded. The rows may lag behind the log; so what the log says
 * after the position of the rows is read as well.
 */
@Component
class Withdrawals {

    private static final String RECUSED = MemberRecused.class.getSimpleName();
    private static final String LIFTED = RecusalLifted.class.getSimpleName();

    private final MatterTables tables;
    private final EventLog log;
    private final Views views;

    Withdrawals(MatterTables tables, EventLog log, Views views) {
        this.tables = tables;
        this.log = log;
        this.views = views;
    }

    /** The matters that are closed to somebody now, in whatever role. */
    Set<MatterId> of(PersonId person) {
        long rows = views.of(Moment.NEWEST, MatterProjection.NAME).position();
        Set<MatterId> closed = tables.conflicts().where(rows, "person = ?", person).stream()
                .filter(Conflict::closes)
                .map(Conflict::matter)
                .collect(toCollection(HashSet::new));
        for (StoredEvent event : log.ofTypesAfter(List.of(RECUSED, LIFTED), rows)) {
            JsonNode payload = JsonMapper.shared().readTree(event.payload());
            if (payload.path("person").asString().equals(person.value().toString())) {
                var matter = new MatterId(UUID.fromString(payload.path("matter").asString()));
                if (event.type().equals(RECUSED)
                        && !Mitigation.valueOf(payload.path("mitigation").asString())
                                .papers()) {
                    closed.add(matter);
                } else {
                    closed.remove(matter);
                }
            }
        }
        return closed;
    }
}
