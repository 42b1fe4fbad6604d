package org.probity.scenario;

import java.net.URI;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.probity.eventstore.EventLog;
import org.probity.scenario.ScenarioPlayer.LogBefore;
import org.probity.standalone.ExampleUser;
import org.probity.standalone.ExampleUsers;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * Plays the configured scenario into an empty log once the web server is up, goes on with one that was cut off, and
 * leaves every other log alone. Its actors become example users at every start, whatever the log holds.
 *
 * <p>A failure does not end the service, which is of use without an example; it is printed, logged, and shown by the
 * health endpoint.
 */
@Component("scenario")
class ScenarioAtStart implements HealthIndicator {

    private static final Logger LOG = LoggerFactory.getLogger(ScenarioAtStart.class);
    private static final String NONE = "none";

    private final boolean hasIssuer;
    private final EventLog log;
    private final Environment environment;
    private final Progress progress = Progress.onStandardOutput();
    private final @Nullable Scenario scenario;
    private volatile State state;
    private volatile @Nullable Thread player;

    /**
     * @param which name or path of the scenario to play, or {@code none}
     * @param more scenario files whose actors become example users too, without being played
     */
    ScenarioAtStart(
            ObjectProvider<ExampleUsers> users,
            EventLog log,
            Environment environment,
            @Value("${probity.scenario:none}") String which,
            @Value("${probity.example-users:}") List<String> more) {
        this.log = log;
        this.environment = environment;
        ExampleUsers known = users.getIfAvailable();
        this.hasIssuer = known != null;
        this.state = new State(false, NONE, "");
        if (known != null) {
            more.forEach(file -> cast(file, known));
        }
        this.scenario = known == null || which.equals(NONE) ? null : cast(which, known);
    }

    private @Nullable Scenario cast(String which, ExampleUsers users) {
        try {
            Scenario read = ScenarioFiles.read(which);
            users.add(read.actors().entrySet().stream()
                    .map(actor -> new ExampleUser(actor.getKey(), actor.getValue()))
                    .toList());
            return read;
        } catch (UnreadableScenario e) {
            fail(which, e);
            return null;
        }
    }

    @EventListener(ApplicationReadyEvent.class)
    void whenServing() {
        Scenario chosen = scenario;
        String address = "http://localhost:" + environment.getProperty("local.server.port");
        if (chosen != null) {
            player = Thread.ofVirtual().name("scenario").start(() -> play(chosen, address));
        } else if (hasIssuer && !state.failed()) {
            progress.whereToLook(address);
        }
    }

    /** Published before the web server stops, so that the player does not take that for a failure. */
    @EventListener(ContextClosedEvent.class)
    void beforeStopping() throws InterruptedException {
        Thread playing = player;
        if (playing != null) {
            playing.interrupt();
            playing.join();
        }
    }

    private void play(Scenario chosen, String address) {
        try (Service service = new Service(URI.create(address))) {
            LogBefore before = logBefore(chosen);
            if (before == LogBefore.ANOTHER) {
                progress.say("The log holds something else than " + chosen.name() + ", which is not played.");
            } else if (chosen.lastKey().flatMap(log::findByKey).isEmpty()) {
                state = new State(false, "playing", chosen.name());
                progress.say("Playing " + chosen.title() + " (" + chosen.steps().size() + " steps)");
                new ScenarioPlayer(chosen, service, progress).play(before);
            }
            progress.say(DashboardText.of(
                    service.dashboard("governance-reviewer", log.head().position())
                            .body()));
            state = new State(false, "done", chosen.name());
            progress.whereToLook(address);
        } catch (InterruptedException e) {
            state = new State(false, "cut off", chosen.name());
            progress.say("Stopped playing " + chosen.name() + "; the next start goes on.");
            Thread.currentThread().interrupt();
        } catch (StoppedScenario | Service.OutOfReach | RuntimeException e) {
            fail(chosen.name(), e);
        }
    }

    private LogBefore logBefore(Scenario chosen) {
        if (log.head().position() == 0) {
            return LogBefore.NOTHING;
        }
        return chosen.firstKey().flatMap(log::findByKey).isPresent() ? LogBefore.THIS_STORY : LogBefore.ANOTHER;
    }

    private void fail(String which, Exception failure) {
        String message = String.valueOf(failure.getMessage());
        state = new State(true, "stopped", message);
        progress.say(message);
        LOG.error(
                "the scenario {} was not played to its end: {}",
                which,
                message.lines().findFirst().orElse(""),
                failure instanceof RuntimeException ? failure : null);
    }

    @Override
    public Health health() {
        State now = state;
        return (now.failed() ? Health.down() : Health.up())
                .withDetails(Map.of("playing", now.name(), "what", now.what()))
                .build();
    }

    /**
     * How far it is.
     *
     * @param failed whether somebody should look
     * @param what the scenario, or what went wrong
     */
    private record State(boolean failed, String name, String what) {}
}
