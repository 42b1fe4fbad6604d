package org.probity.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.probity.eventstore.EventLog;
import org.probity.eventstore.StoredEvent;
import org.probity.standalone.Application;
import org.probity.standalone.StandaloneApplication;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.databind.json.JsonMapper;

/** The application with an example, from the first start on. */
@ExtendWith(OutputCaptureExtension.class)
class ScenarioAtStartTest {

    private static final List<String> STORY = List.of(
            "ExampleStarted",
            "OrganisationRegistered",
            "PersonRegistered",
            "AccountLinked",
            "DutyGranted",
            "PostsEstablished",
            "StrandAdded",
            "ClockAdvanced",
            "StrandAdded",
            "CommandRejected",
            "CapChanged");

    /** How many steps the story has. */
    private static final int STEPS = 9;

    private static final Pattern ANSWERED = Pattern.compile("step (\\d+) of \\d+");

    private final int port = Application.freePort();

    @TempDir
    Path data = Path.of("replaced by JUnit");

    @Test
    void theFirstStartPlaysTheStoryAndTheSecondOnlyLetsItsActorsIn(CapturedOutput output) {
        List<StoredEvent> told;
        try (Application first = Application.start(data, port, "small-body")) {
            untilItSays(first, "done");
            told = log(first);
            assertThat(told).extracting(StoredEvent::type).containsExactlyElementsOf(STORY);
            assertThat(told.getFirst().recordedAt()).isEqualTo(Instant.parse("2025-09-01T09:00:00Z"));
            assertThat(told.getLast().recordedAt()).isEqualTo(Instant.parse("2025-10-01T09:00:00Z"));
            assertThat(output)
                    .contains("Playing A small body establishes its posts (9 steps)")
                    .contains("step 4 of 9  (1) Rowan Fell has no duty yet")
                    .contains("9 steps, 2 of them refused as expected")
                    .contains("curl -s -u governance-reviewer")
                    .contains("http://localhost:" + port + "/swagger-ui.html");
        }
        try (Application second = Application.start(data, port, "small-body")) {
            untilItSays(second, "done");
            assertThat(log(second)).isEqualTo(told);
            assertThat(second.token("rowan-fell")).isNotEqualTo("null");
        }
        assertThat(output.getOut().split("Playing A small body", -1)).hasSize(2);
    }

    @Test
    void aStoryThatWasCutOffGoesOnWithoutDoingAnythingTwice() throws Exception {
        List<StoredEvent> begun;
        try (Application first = Application.start(data, port, beginning(7))) {
            untilItSays(first, "done");
            begun = log(first);
        }
        try (Application second = Application.start(data, port, "small-body")) {
            untilItSays(second, "done");
            assertThat(log(second)).startsWith(begun.toArray(StoredEvent[]::new));
            assertThat(log(second)).extracting(StoredEvent::type).containsExactlyElementsOf(STORY);
        }
    }

    @Test
    void aLogThatHoldsSomethingElseIsLeftAlone(CapturedOutput output) throws Exception {
        try (Application first = Application.start(data, port, "small-body")) {
            untilItSays(first, "done");
        }
        Path other = Files.writeString(
                data.resolve("other.yaml"),
                small().replace("scenario: small-body", "scenario: other")
                        .replace("rowan-fell:", "amber-dale: [clinician]\n  rowan-fell:"));
        try (Application second = Application.start(data, port, other.toString())) {
            untilItSays(second, "done");
            assertThat(log(second)).hasSameSizeAs(STORY);
            assertThat(output).contains("The log holds something else than other, which is not played.");
            assertThat(second.token("amber-dale")).as("its actors are let in").isNotEqualTo("null");
        }
    }

    @Test
    void aStoryThatStopsIsSaidInTheOutputAndInHealthAndTheServiceGoesOn(CapturedOutput output) throws Exception {
        Path wrong = Files.writeString(
                data.resolve("wrong.yaml"),
                small().replace("strand: acute, name: Acute care,", "strand: by-automation, name: Twice,"));
        try (Application application = Application.start(data, port, wrong.toString())) {
            untilItSays(application, "stopped");
            HttpResponse<String> health = application.send(application.request("/actuator/health"));
            assertThat(health.statusCode()).isEqualTo(503);
            assertThat(health.body()).contains("wrong.yaml:30: stopped at step 7 of 9");
            assertThat(output)
                    .contains("wrong.yaml:30: stopped at step 7 of 9")
                    .contains(
                            "answered  409 refused by strand-exists: The establishment has a strand of this code already.")
                    .contains("the scenario small-body was not played to its end");
            assertThat(application.token("rowan-fell")).isNotEqualTo("null");
        }
    }

    @Test
    void aFileThatCannotBeReadIsSaidAndNothingIsPlayed(CapturedOutput output) throws Exception {
        Path broken =
                Files.writeString(data.resolve("broken.yaml"), small().replace("refused: strand", "refusde: strand"));
        try (Application application = Application.start(data, port, broken.toString())) {
            untilItSays(application, "stopped");
            assertThat(output).contains("broken.yaml:35: unknown key \"refusde\"");
            assertThat(log(application)).isEmpty();
        }
    }

    @Test
    void aStoryIsToldToItsEndAfterTheProcessWasKilledInTheMiddle(CapturedOutput output) throws Exception {
        int longer = 200;
        StringBuilder story = new StringBuilder(small());
        for (int i = 0; i < longer; i++) {
            story.append("  - {as: rowan-fell, give: ChangeCap, with: {establishment: !id posts, posts: ")
                    .append(7 + i % 2)
                    .append(", reason: Again}, note: So it says when it was answered}\n");
        }
        Path file = Files.writeString(data.resolve("longer.yaml"), story);
        int answered = killOnceItSays("step 100 of 209", file);
        try (Application survivor = Application.start(data, port)) {
            assertThat(log(survivor).stream().map(StoredEvent::type).filter("CapChanged"::equals))
                    .as("everything that was answered is in the log")
                    .hasSizeBetween(answered - STEPS + 1, longer);
        }
        try (Application second = Application.start(data, port, file.toString())) {
            untilItSays(second, "done");
            assertThat(output)
                    .as("the killed process had not come to the end")
                    .contains("Playing A small body establishes its posts (209 steps)");
            assertThat(log(second).stream().map(StoredEvent::type).filter("CapChanged"::equals))
                    .hasSize(1 + longer);
            assertThat(log(second)).hasSize(STORY.size() + longer);
            await().atMost(Duration.ofMinutes(1))
                    .untilAsserted(() ->
                            assertThat(posts(second)).as("projections went on").isEqualTo(8));
        }
    }

    private static int posts(Application application) {
        HttpResponse<String> dashboard = application.send(application
                .request("/api/dashboards/recruitment")
                .header("Authorization", "Bearer " + application.token("governance-reviewer")));
        return JsonMapper.shared()
                .readTree(dashboard.body())
                .path("establishments")
                .path(0)
                .path("posts")
                .asInt(0);
    }

    /**
     * As {@code kill -9} does: no shutdown hook runs.
     *
     * @return the last step that it said was answered
     */
    private int killOnceItSays(String words, Path file) throws Exception {
        Process process = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        StandaloneApplication.class.getName(),
                        "--server.port=" + port,
                        "--probity.data-dir=" + data,
                        "--probity.scenario=" + file)
                .redirectErrorStream(true)
                .start();
        try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
            String line = out.readLine();
            while (line != null && !line.contains(words)) {
                line = out.readLine();
            }
            assertThat(line).as("the process said what was waited for").isNotNull();
            // The handle leaves open what there is still to read.
            process.toHandle().destroyForcibly();
            process.waitFor();
            return Stream.concat(Stream.of(line), out.lines())
                    .map(ANSWERED::matcher)
                    .filter(Matcher::find)
                    .mapToInt(step -> Integer.parseInt(step.group(1)))
                    .max()
                    .orElseThrow();
        } finally {
            process.destroyForcibly().waitFor();
        }
    }

    private String beginning(int steps) throws Exception {
        String whole = small();
        int end = 0;
        for (int i = 0; i <= steps; i++) {
            end = whole.indexOf("\n  - ", end + 1);
        }
        return Files.writeString(data.resolve("beginning.yaml"), whole.substring(0, end + 1))
                .toString();
    }

    private static String small() throws Exception {
        return new ClassPathResource("scenarios/small-body.yaml").getContentAsString(StandardCharsets.UTF_8);
    }

    private static List<StoredEvent> log(Application application) {
        return application.context().getBean(EventLog.class).after(0, 1_000);
    }

    private static void untilItSays(Application application, String state) {
        await().atMost(Duration.ofMinutes(2)).until(() -> application
                .send(application.request("/actuator/health"))
                .body()
                .contains("\"playing\":\"" + state + "\""));
    }
}
