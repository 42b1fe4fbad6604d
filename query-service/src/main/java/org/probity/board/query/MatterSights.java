package org.probity.board.query;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.probity.audit.event.RefusalEvent.CommandRejected;
import org.probity.board.event.MatterEvent.MemberRecused;
import org.probity.board.event.MatterEvent.RecusalLifted;
import org.probity.eventstore.EventLog;
import org.probity.eventstore.StoredEvent;
import org.probity.id.MatterId;
import org.probity.id.MeetingId;
import org.probity.id.PersonId;
import org.probity.interests.event.Mitigation;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What somebody may read of matters in the log.
 *
 * <p>Invariant: whoever withdrew from a matter, whatever else they are, reads nothing of it from the moment that is
 * recorded, except what is about themselves. Recusals are read from the log, not from a projection that lags behind it.
 * What a meeting says of no item in particular stays open; what was refused about it is closed with any of its matters.
 */
@Component
public class MatterSights {

    private static final int PAGE = 1_000;

    private static final Pattern ABOUT =
            Pattern.compile("\\b(matter|meeting|decision)/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})");

    private static final String REFUSED = CommandRejected.class.getSimpleName();
    private static final String RECUSED = MemberRecused.class.getSimpleName();
    private static final String LIFTED = RecusalLifted.class.getSimpleName();

    private final EventLog log;

    MatterSights(EventLog log) {
        this.log = log;
    }

    /** Which events are withheld from a person; nobody in particular withdrew from nothing. */
    public Predicate<StoredEvent> withheldFrom(@Nullable PersonId person) {
        if (person == null) {
            return event -> false;
        }
        Map<UUID, Boolean> closed = new HashMap<>();
        return event -> !isAbout(person, event)
                && matters(event)
                        .anyMatch(matter ->
                                closed.computeIfAbsent(matter, asked -> isClosed(new MatterId(asked), person)));
    }

    private static boolean isAbout(PersonId person, StoredEvent event) {
        return event.subject().startsWith("matter/")
                && person.value().toString().equals(read(event).path("person").asString(""));
    }

    /** The matters that an event is about. */
    private Stream<UUID> matters(StoredEvent event) {
        boolean refused = event.type().equals(REFUSED);
        if (!refused && !ABOUT.matcher(event.subject()).lookingAt()) {
            return Stream.empty();
        }
        JsonNode payload = read(event);
        if (payload.path("matter").isString()) {
            return Stream.of(UUID.fromString(payload.path("matter").asString()));
        }
        String about = refused ? payload.path("subject").asString("") : event.subject();
        JsonNode item = refused ? null : payload.path("item");
        return ABOUT.matcher(about).results().flatMap(named -> matters(named, item));
    }

    private Stream<UUID> matters(MatchResult named, @Nullable JsonNode item) {
        UUID id = UUID.fromString(named.group(2));
        return switch (named.group(1)) {
            case "matter" -> Stream.of(id);
            case "decision" -> mattersIn("decision/" + id, null).stream();
            default -> mattersIn(new MeetingId(id).stream(), item).stream();
        };
    }

    /** The matters that a stream names: of one item, or of all where none is given. */
    private Set<UUID> mattersIn(String stream, @Nullable JsonNode item) {
        if (item != null && item.isMissingNode()) {
            return Set.of();
        }
        return events(stream)
                .map(MatterSights::read)
                .filter(payload -> payload.path("matter").isString())
                .filter(payload -> item == null || payload.path("item").equals(item))
                .map(payload -> UUID.fromString(payload.path("matter").asString()))
                .collect(Collectors.toCollection(HashSet::new));
    }

    private boolean isClosed(MatterId matter, PersonId person) {
        String whose = person.value().toString();
        return events(matter.stream())
                .filter(event -> event.type().equals(RECUSED) || event.type().equals(LIFTED))
                .map(MatterSights::read)
                .filter(payload -> whose.equals(payload.path("person").asString("")))
                .reduce((earlier, later) -> later)
                .map(payload -> payload.path("mitigation").asString("")) // a recusal that is lifted has none
                .filter(mitigation -> !mitigation.isEmpty())
                .map(Mitigation::valueOf)
                .filter(mitigation -> !mitigation.papers())
                .isPresent();
    }

    private Stream<StoredEvent> events(String stream) {
        return Stream.iterate(
                        log.ofSubjectAfter(stream, 0, PAGE),
                        page -> !page.isEmpty(),
                        page -> log.ofSubjectAfter(stream, page.getLast().position(), PAGE))
                .flatMap(page -> page.stream());
    }

    private static JsonNode read(StoredEvent event) {
        return JsonMapper.shared().readTree(event.payload());
    }
}
