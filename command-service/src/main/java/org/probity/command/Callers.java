package org.probity.command;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.probity.id.DutyId;
import org.probity.id.PersonId;
import org.probity.identity.Actor;
import org.probity.people.event.AccountEvent.AccountLinked;
import org.probity.people.event.Authority;
import org.probity.people.event.DutyEvent;
import org.probity.people.event.DutyEvent.DutyEnded;
import org.probity.people.event.DutyEvent.DutyGranted;
import org.springframework.stereotype.Component;

/**
 * Finds the person behind an account and their duties, from the log. Read without locks: a duty that ends at the same
 * moment does not undo a command that was already under way.
 *
 * <p>What was found is remembered for as long as the stream has no further event, which is asked each time.
 */
@Component
class Callers {

    private static final int MOST = 10_000;

    private final EventStore events;
    private final Cache<String, Found<Optional<PersonId>>> persons = remembered();
    private final Cache<String, Found<List<DutyGranted>>> duties = remembered();

    Callers(EventStore events) {
        this.events = events;
    }

    Caller of(Submission submission) {
        Set<Authority> allowedBy = CommandTypes.allowedBy(submission.command().getClass());
        Actor actor = submission.actor();
        if (actor == null) {
            return new Caller(null, null, Set.of(), allowedBy, List.of(), submission.automation());
        }
        PersonId person = found(persons, actor.account().stream(), this::person).orElse(null);
        return new Caller(
                actor.account(),
                person,
                actor.authorities(),
                allowedBy,
                person == null ? List.of() : found(duties, DutyEvent.streamOf(person), this::duties),
                null);
    }

    /** What a stream said when this was its last event. */
    private record Found<T>(long last, T said) {}

    private static <T> Cache<String, Found<T>> remembered() {
        return Caffeine.newBuilder().maximumSize(MOST).build();
    }

    private <T> T found(Cache<String, Found<T>> remembered, String stream, Function<String, T> read) {
        long last = events.lastSequenceNumberFor(stream).orElse(-1L);
        Found<T> found = remembered.getIfPresent(stream);
        if (found == null || found.last() != last) {
            found = new Found<>(last, read.apply(stream));
            remembered.put(stream, found);
        }
        return found.said();
    }

    private Optional<PersonId> person(String account) {
        PersonId person = null;
        var stream = events.readEvents(account);
        while (stream.hasNext()) {
            if (stream.next().getPayload() instanceof AccountLinked linked) {
                person = linked.person();
            }
        }
        return Optional.ofNullable(person);
    }

    private List<DutyGranted> duties(String ofPerson) {
        var duties = new LinkedHashMap<DutyId, DutyGranted>();
        var stream = events.readEvents(ofPerson);
        while (stream.hasNext()) {
            switch (stream.next().getPayload()) {
                case DutyGranted granted -> duties.put(granted.duty(), granted);
                case DutyEnded ended ->
                    duties.computeIfPresent(
                            ended.duty(), (id, duty) -> duty.endedOn(ended.on()).orElse(null));
                default -> {}
            }
        }
        return List.copyOf(duties.values());
    }
}
