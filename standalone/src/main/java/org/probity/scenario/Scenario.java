package org.probity.scenario;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.probity.command.NameBasedId;
import org.probity.people.event.Authority;

/**
 * A story as its file tells it.
 *
 * @param source the file, as messages name it
 * @param name also part of ids and idempotency keys, so another name makes it another story
 * @param actors users of the embedded issuer that the story needs, and what their tokens say they may do
 * @param steps in the order in which they are played
 */
record Scenario(String source, String name, String title, Map<String, Set<Authority>> actors, List<Step> steps) {

    /** Gives the commands that move the clock. */
    static final String KEEPER_OF_THE_CLOCK = Authority.POLICY_OWNER.kebab();

    /** Reads the log to see what automations did. */
    static final String READER_OF_THE_LOG = Authority.GOVERNANCE_REVIEWER.kebab();

    private static final Set<String> WITHOUT_TRACE =
            Set.of("not-permitted", "unknown-subject", "unknown-command", "invalid-fields", "malformed-json");

    /**
     * One step: the clock moves, a command is given, an automation answers; each of them optional, one at least present.
     *
     * @param number from 1
     * @param line of the file, from 1
     * @param at the time to which the log's clock moves first; absent if it stays
     * @param awaited type of an event that must follow in the log before the next step
     * @param note what to tell whoever watches
     */
    record Step(
            int number,
            int line,
            @Nullable Instant at,
            @Nullable Given given,
            @Nullable String awaited,
            @Nullable String note) {}

    /**
     * A command given by an actor.
     *
     * @param body its fields: texts, numbers, booleans, lists, maps and {@link IssuerUrl}
     * @param refusedBy code of the rule or problem that is expected to refuse it; absent if it is to be accepted
     * @param attempt from 1; counted up by hand to give a corrected command where a refused one is on record
     */
    record Given(
            String actor,
            String command,
            Map<String, Object> body,
            @Nullable String refusedBy,
            int attempt) {

        /** Whether it is expected to be refused before any rule is asked: the log says nothing of that. */
        boolean leavesNoTrace() {
            return refusedBy != null && WITHOUT_TRACE.contains(refusedBy);
        }
    }

    /** Whether the story sets the log's clock: then its first step does. */
    boolean setsTheClock() {
        return steps.getFirst().at() != null;
    }

    /** Everybody whose token it takes to play this. */
    Set<String> cast() {
        Set<String> cast = new TreeSet<>();
        if (setsTheClock()) {
            cast.add(KEEPER_OF_THE_CLOCK);
        }
        for (Step step : steps) {
            Given given = step.given();
            if (given != null) {
                cast.add(given.actor());
            }
        }
        if (readsTheLog()) {
            cast.add(READER_OF_THE_LOG);
        }
        return cast;
    }

    /** Whether somebody must look into the log to play this. */
    boolean readsTheLog() {
        return setsTheClock()
                || steps.stream().anyMatch(step -> step.awaited() != null)
                || steps.stream().map(Step::given).anyMatch(given -> given != null && given.leavesNoTrace());
    }

    /** The idempotency key of what is played first; once that was played it is in the log. */
    Optional<UUID> firstKey() {
        return keys().findFirst();
    }

    /** The idempotency key of what is played last; once all was played it is in the log. */
    Optional<UUID> lastKey() {
        return keys().reduce((before, last) -> last);
    }

    private Stream<UUID> keys() {
        return steps.stream().flatMap(step -> {
            Given given = step.given();
            return Stream.concat(
                    step.at() == null ? Stream.empty() : Stream.of(clockKey(step)),
                    given == null || given.leavesNoTrace() ? Stream.empty() : Stream.of(commandKey(step)));
        });
    }

    /** The idempotency key of a step's command: the same at every playing, so that it happens once. */
    UUID commandKey(Step step) {
        Given given = step.given();
        return key(step, given == null || given.attempt() == 1 ? "command" : "command/" + given.attempt());
    }

    /** The idempotency key of a step's move of the clock. */
    UUID clockKey(Step step) {
        return key(step, "clock");
    }

    /** Not from the content: a hash of it would stay in the log beyond the erasure of a person it names. */
    private UUID key(Step step, String what) {
        return NameBasedId.of("scenario/" + name + "/" + step.number() + "/" + what);
    }
}
