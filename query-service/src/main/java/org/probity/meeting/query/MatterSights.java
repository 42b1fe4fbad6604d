package org.probity.meeting.query;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.probity.audit.event.FindingEvent.FindingAnswered;
import org.probity.audit.event.FindingEvent.FindingRecorded;
import org.probity.audit.event.RefusalEvent.CommandRejected;
import org.probity.board.event.BoardEvent.RatificationAwaited;
import org.probity.board.event.BoardEvent.RatificationHandedOver;
import org.probity.board.event.BoardEvent.ReportReceived;
import org.probity.board.event.BoardEvent.ReportSubmitted;
import org.probity.eventstore.EventLog;
import org.probity.eventstore.StoredEvent;
import org.probity.id.MatterId;
import org.probity.id.PersonId;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What somebody may read of matters in the log.
 *
 * <p>Invariant: whoever withdrew from a matter, whatever else they are, reads nothing of it from the moment that is
 * recorded, except what is about themselves.
 * What a meeting says of no item in particular stays open; what was refused or found about it is closed with any of its
 * matters, and so is what a board reports about several.
 */
@Component
public class MatterSights {

    private static final int PAGE = 1_000;

    private static final Pattern SUBJECT =
            Pattern.compile("(matter|meeting|decision)/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})");

    /** What a board reports names the matters it is about. */
    private static final Set<String> REPORTED =
            Set.of(ReportSubmitted.class.getSimpleName(), ReportReceived.class.getSimpleName());

    /** What events call a decision beside the one they are about. */
    private static final List<String> OTHER_DECISIONS = List.of("by", "earlier");

    /** What a board says of a chair's action tells that it was taken. */
    private static final Set<String> OF_BOARDS =
            Set.of(RatificationAwaited.class.getSimpleName(), RatificationHandedOver.class.getSimpleName());

    /** What is told in a stream of its own about a stream that the payload names. */
    private static final Map<String, String> ABOUT_ANOTHER = Map.of(
            CommandRejected.class.getSimpleName(), "subject",
            FindingRecorded.class.getSimpleName(), "about",
            FindingAnswered.class.getSimpleName(), "about");

    private final EventLog log;
    private final Withdrawals withdrawals;

    MatterSights(EventLog log, Withdrawals withdrawals) {
        this.log = log;
        this.withdrawals = withdrawals;
    }

    /** Which events are withheld from a person; all about matters from a login that is linked to nobody. */
    public Predicate<StoredEvent> withheldFrom(@Nullable PersonId person) {
        return new Sight(person)::closes;
    }

    /** What one asker may read; each stream is read once. */
    private final class Sight {

        private final @Nullable String person;
        private final @Nullable Set<MatterId> withdrawn;
        private final Map<String, List<JsonNode>> streams = new HashMap<>();

        private Sight(@Nullable PersonId person) {
            this.person = person == null ? null : person.value().toString();
            this.withdrawn = person == null ? null : withdrawals.of(person);
        }

        boolean closes(StoredEvent event) {
            if (REPORTED.contains(event.type())) {
                return named(read(event).path("matters")).anyMatch(this::isClosed);
            }
            if (OF_BOARDS.contains(event.type())) {
                return matter(read(event)).anyMatch(this::isClosed);
            }
            String named = ABOUT_ANOTHER.get(event.type());
            if (named == null && !SUBJECT.matcher(event.subject()).matches()) {
                return false;
            }
            JsonNode payload = read(event);
            String subject =
                    named == null ? event.subject() : payload.path(named).asString("");
            Matcher about = SUBJECT.matcher(subject);
            if (!about.matches()) {
                return false;
            }
            boolean ofMatter = about.group(1).equals("matter");
            if (ofMatter && named == null && isOf(payload)) {
                return false;
            }
            return (ofMatter
                            ? Stream.of(UUID.fromString(about.group(2)))
                            : matters(subject, named == null ? payload : null))
                    .anyMatch(this::isClosed);
        }

        /**
         * The matters an event of a meeting or decision is about, and those of another decision that it names; of what is
         * null here, and of a decision's event that names none, any that the stream names.
         */
        private Stream<UUID> matters(String stream, @Nullable JsonNode payload) {
            if (payload != null && payload.path("matter").isString()) {
                return Stream.concat(matter(payload), mattersOfOthers(payload));
            }
            if (payload == null || stream.startsWith("decision/")) {
                return story(stream).flatMap(MatterSights::matter);
            }
            JsonNode item = payload.path("item").isNumber() ? payload.path("item") : itemOfAction(stream, payload);
            return item.isNumber()
                    ? story(stream).filter(one -> one.path("item").equals(item)).flatMap(MatterSights::matter)
                    : Stream.empty();
        }

        /** That an action is completed is about the item it arose from. */
        private JsonNode itemOfAction(String stream, JsonNode payload) {
            return story(stream)
                    .filter(one -> payload.path("action").isNumber()
                            && one.path("action").equals(payload.path("action")))
                    .map(one -> one.path("item"))
                    .filter(JsonNode::isNumber)
                    .findFirst()
                    .orElseGet(() -> payload.path("item"));
        }

        private Stream<JsonNode> story(String stream) {
            return streams
                    .computeIfAbsent(
                            stream, anew -> events(anew).map(MatterSights::read).toList())
                    .stream();
        }

        private Stream<UUID> mattersOfOthers(JsonNode payload) {
            return Stream.concat(
                            OTHER_DECISIONS.stream().map(payload::path),
                            Stream.of(payload.path("resolution").path("answers")))
                    .filter(JsonNode::isString)
                    .flatMap(other -> matters("decision/" + other.asString(), null));
        }

        private boolean isClosed(UUID matter) {
            return withdrawn == null || withdrawn.contains(new MatterId(matter));
        }

        private boolean isOf(JsonNode payload) {
            return payload.path("person").asString("").equals(person);
        }
    }

    private Stream<StoredEvent> events(String stream) {
        return Stream.iterate(
                        log.ofSubjectAfter(stream, 0, PAGE),
                        page -> !page.isEmpty(),
                        page -> log.ofSubjectAfter(stream, page.getLast().position(), PAGE))
                .flatMap(List::stream);
    }

    private static Stream<UUID> matter(JsonNode payload) {
        JsonNode matter = payload.path("matter");
        return matter.isString() ? Stream.of(UUID.fromString(matter.asString())) : Stream.empty();
    }

    private static Stream<UUID> named(JsonNode matters) {
        return matters.valueStream().map(one -> UUID.fromString(one.asString()));
    }

    private static JsonNode read(StoredEvent event) {
        return JsonMapper.shared().readTree(event.payload());
    }
}
