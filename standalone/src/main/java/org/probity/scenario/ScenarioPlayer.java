package org.probity.scenario;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.probity.scenario.Scenario.Given;
import org.probity.scenario.Scenario.Step;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Plays a scenario through a service's public interface, step by step.
 *
 * <p>Invariant: playing again does nothing twice and ends the same, wherever an earlier playing was cut off. Why: every
 * command carries an idempotency key that depends on the scenario's name and the step's number alone, and its body is
 * the same bytes each time.
 */
final class ScenarioPlayer {

    /** Automations answer within milliseconds; a service that just started catches up first. */
    private static final Duration AUTOMATIONS_ANSWER_WITHIN = Duration.ofSeconds(30);

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(20);
    private static final int PAGE = 200;

    private final Scenario scenario;
    private final Service service;
    private final Progress progress;
    private final Set<List<String>> refusals = new HashSet<>();
    private String issuer = "";
    private int refused;

    ScenarioPlayer(Scenario scenario, Service service, Progress progress) {
        this.scenario = scenario;
        this.service = service;
        this.progress = progress;
    }

    /** What the log held before the first step. */
    enum LogBefore {
        NOTHING,
        /** The beginning of this scenario, from an earlier playing. */
        THIS_STORY,
        /** Something else, which the scenario adds to. */
        ANOTHER
    }

    /**
     * Plays it all.
     *
     * @throws StoppedScenario at the first answer that the file does not expect
     * @throws InterruptedException if told to stop; playing again goes on
     */
    void play(LogBefore before) throws StoppedScenario, InterruptedException {
        long began = System.nanoTime();
        for (Step step : scenario.steps()) {
            try {
                if (issuer.isEmpty()) {
                    issuer = service.issuer();
                }
                play(step, before);
            } catch (Service.OutOfReach e) {
                throw StoppedScenario.outOfReach(scenario, step, e);
            }
            progress.played(scenario, step);
        }
        progress.finished(scenario, refused, Duration.ofNanos(System.nanoTime() - began));
    }

    private void play(Step step, LogBefore before) throws StoppedScenario, Service.OutOfReach, InterruptedException {
        long position = 0;
        Instant at = step.at();
        if (at != null) {
            boolean starts = step.number() == 1 && before != LogBefore.ANOTHER;
            position = give(step, clockCommand(at, starts), scenario.clockKey(step));
        }
        Given given = step.given();
        if (given != null && given.leavesNoTrace()) {
            tryOut(step, given, before);
        } else if (given != null) {
            position = give(step, given, scenario.commandKey(step));
        }
        String awaited = step.awaited();
        if (awaited != null) {
            await(step, awaited, position);
        }
    }

    private Given clockCommand(Instant at, boolean startsTheLog) {
        return startsTheLog
                ? new Given(
                        Scenario.KEEPER_OF_THE_CLOCK,
                        "StartExample",
                        ordered("scenario", scenario.name(), "clock", at.toString()),
                        null,
                        1)
                : new Given(Scenario.KEEPER_OF_THE_CLOCK, "AdvanceClock", Map.of("to", at.toString()), null, 1);
    }

    /** Bodies must be the same bytes at every playing, and {@code Map.of} has an order of its own in each JVM. */
    private static Map<String, Object> ordered(String name1, Object value1, String name2, Object value2) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put(name1, value1);
        fields.put(name2, value2);
        return fields;
    }

    /** Returns the position that the command's events reached, 0 for an expected refusal. */
    private long give(Step step, Given given, UUID key)
            throws StoppedScenario, Service.OutOfReach, InterruptedException {
        Answer answer = service.give(given.actor(), given.command(), key, bodyOf(given));
        if (given.refusedBy() == null ? !answer.isAccepted() : !answer.rule().equals(given.refusedBy())) {
            throw StoppedScenario.unexpected(scenario, step, given, answer);
        }
        if (answer.isRefusal()) {
            refused++;
            if (!refusals.add(List.of(given.actor(), given.command(), answer.text("subject"), answer.rule()))) {
                throw StoppedScenario.sameRefusalAgain(scenario, step);
            }
        }
        return answer.position();
    }

    /**
     * Gives a command that is expected to leave no trace, as a dry run: without a trace it would be decided anew at every
     * playing, and may be accepted once the story has gone on. For the same reason only the first playing is judged.
     */
    private void tryOut(Step step, Given given, LogBefore before)
            throws StoppedScenario, Service.OutOfReach, InterruptedException {
        Answer answer = service.tryOut(given.actor(), given.command(), bodyOf(given));
        if (answer.code().equals(given.refusedBy())) {
            refused++;
        } else if (before == LogBefore.NOTHING) {
            throw StoppedScenario.unexpected(scenario, step, given, answer);
        } else {
            progress.say("  step " + step.number() + " would not be refused by " + given.refusedBy() + " now");
        }
    }

    private byte[] bodyOf(Given given) {
        return JsonMapper.shared().writeValueAsString(filledIn(given.body())).getBytes(StandardCharsets.UTF_8);
    }

    private Object filledIn(Object value) {
        if (value instanceof Map<?, ?> fields) {
            Map<String, Object> filled = new LinkedHashMap<>();
            fields.forEach((name, field) -> filled.put(String.valueOf(name), filledIn(field)));
            return filled;
        }
        if (value instanceof List<?> elements) {
            return elements.stream().map(this::filledIn).toList();
        }
        return value == IssuerUrl.HERE ? issuer : value;
    }

    private void await(Step step, String awaited, long position)
            throws StoppedScenario, Service.OutOfReach, InterruptedException {
        long giveUp = System.nanoTime() + AUTOMATIONS_ANSWER_WITHIN.toNanos();
        long read = position;
        while (true) {
            Answer page = service.log(Scenario.READER_OF_THE_LOG, read, PAGE);
            if (!page.isAccepted()) {
                throw StoppedScenario.awaitedInVain(
                        scenario, step, "the log cannot be read: " + page.status() + " " + page.code());
            }
            long readBefore = read;
            for (JsonNode event : page.body().path("events")) {
                if (event.path("type").asString("").equals(awaited)) {
                    return;
                }
                read = event.path("position").asLong(read);
            }
            if (System.nanoTime() - giveUp > 0) {
                throw StoppedScenario.awaitedInVain(
                        scenario,
                        step,
                        "none followed after position " + position + " within " + AUTOMATIONS_ANSWER_WITHIN.toSeconds()
                                + " s");
            }
            if (read == readBefore) {
                Thread.sleep(BETWEEN_LOOKS);
            }
        }
    }

    /** Asks the service what its log holds. */
    static LogBefore logBefore(Scenario scenario, Service service) throws Service.OutOfReach, InterruptedException {
        if (!scenario.readsTheLog()) {
            return LogBefore.ANOTHER;
        }
        Answer first = service.log(Scenario.READER_OF_THE_LOG, 0, 1);
        if (!first.isAccepted()) {
            throw new Service.OutOfReach("the log cannot be read: " + first.status() + " " + first.code());
        }
        JsonNode event = first.body().path("events").path(0);
        if (event.isMissingNode()) {
            return LogBefore.NOTHING;
        }
        boolean ours = event.path("type").asString("").equals("ExampleStarted")
                && event.path("payload").path("scenario").asString("").equals(scenario.name());
        return ours ? LogBefore.THIS_STORY : LogBefore.ANOTHER;
    }
}
