package org.probity.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.probity.audit.event.FindingSubject;
import org.probity.board.command.ChairsActionCommand;
import org.probity.board.command.DecidingCommand;
import org.probity.board.command.DecisionCommand;
import org.probity.board.command.MatterCommand;
import org.probity.command.CommandTypes;
import org.probity.command.NameBasedId;
import org.probity.id.BoardId;
import org.probity.id.DecisionId;
import org.probity.id.FindingId;
import org.probity.id.MatterId;
import org.probity.id.MeetingId;
import org.probity.id.OrganisationCode;
import org.probity.id.PersonId;
import org.probity.people.event.DutyScope;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Walks every path of the interface with the token of somebody who withdrew from matters and holds every role there is.
 * The scenario writes a word into everything that is closed to her.
 */
class WithdrawnPersonTest {

    private static final String CLOSED = "Confidential";
    private static final String SCENARIO = "withdrawn-member";
    private static final String BODY = "INVX2";

    /** What the scenario names, as it occurs in paths. */
    private static final List<String> NAMES = List.of(
            "board",
            "other-board",
            "decided",
            "deferred",
            "referred",
            "voted",
            "meeting",
            "next",
            "elsewhere",
            "decision",
            "vote",
            "sample",
            "finding",
            "edda-pike",
            "dan-merrow");

    private static final Set<String> ALLOWED_ANSWERS = Set.of(
            "withdrawn-from-matter",
            "not-permitted",
            "not-entitled-to-vote",
            "unknown-subject",
            "matter-not-before-board");

    private static final List<String> MATTERS = List.of("decided", "deferred", "referred", "voted");

    @TempDir
    static Path data = Path.of("replaced by JUnit");

    @SuppressWarnings("NullAway.Init")
    private static Application application;

    @SuppressWarnings("NullAway.Init")
    private static JsonNode paths;

    @BeforeAll
    static void start() {
        application = Application.start(data, Application.freePort(), SCENARIO).played();
        paths = JsonMapper.shared()
                .readTree(application.send(application.request("/api/openapi")).body())
                .path("paths");
    }

    @AfterAll
    static void stop() {
        application.close();
    }

    @Test
    void no_read_tells_her_anything_that_is_closed() {
        assertThat(tellingAnythingClosed("edda-pike")).isEmpty();
    }

    @Test
    void the_same_reads_tell_it_to_another_reviewer() {
        assertThat(tellingAnythingClosed("rex-stanhope"))
                .contains(
                        "/api/matters/" + id("referred"),
                        "/api/meetings/" + id("next"),
                        "/api/meetings/" + id("meeting") + "/minutes",
                        "/api/meetings/" + id("elsewhere"),
                        "/api/decisions/" + id("decision"),
                        "/api/boards/" + id("board") + "/decisions",
                        "/api/findings/" + id("finding"),
                        "/api/findings?limit=200&body=" + BODY,
                        "/api/boards/" + id("other-board") + "/reports")
                .anyMatch(path -> path.startsWith("/api/log"));
    }

    @Test
    void she_reads_the_title_and_her_own_conflict() {
        String token = application.token("edda-pike");
        JsonNode matter = JsonMapper.shared()
                .readTree(get(token, "/api/matters/" + id("decided")).body());

        assertThat(matter.path("title").asString()).isEqualTo("Stroke sites");
        assertThat(matter.path("own").path("description").asString()).isEqualTo("My employer runs a site");
        assertThat(matter.path("decisions").size()).isZero();
    }

    /** Dry, so that nothing changes and no refusal is left out of account. */
    @Test
    void no_command_tells_her_anything_that_is_closed() {
        var client = CommandClient.of(application);
        String token = application.token("edda-pike");
        CommandTypes types = application.context().getBean(CommandTypes.class);
        List<String> leaks = new ArrayList<>();
        List<String> untold = new ArrayList<>();
        List<String> broken = new ArrayList<>();
        for (var type : types.all()) {
            for (String matter : MATTERS) {
                String body = new WellFormed()
                        .with(MatterId.class, id(matter))
                        .with(MeetingId.class, id("meeting"))
                        .with(DecisionId.class, id("decision"))
                        .with(BoardId.class, id("board"))
                        .with(PersonId.class, id("dan-merrow"))
                        .with(FindingId.class, id("finding"))
                        .with(FindingSubject.class, "decision/" + id("decision"))
                        .with(OrganisationCode.class, BODY)
                        .with(DutyScope.class, "organisation/" + BODY)
                        .with(int.class, 1 + MATTERS.indexOf(matter))
                        .body(type);
                HttpResponse<String> answer =
                        client.post(token, type.getSimpleName() + "?dryRun=true", CommandClient.key(), body);
                if (answer.body().contains(CLOSED)) {
                    leaks.add(type.getSimpleName() + " " + matter);
                }
                if (isAboutMatters(type) && !ALLOWED_ANSWERS.contains(code(answer))) {
                    untold.add(type.getSimpleName() + " " + code(answer));
                }
                if (answer.statusCode() >= 500) {
                    broken.add(type.getSimpleName() + " " + answer.statusCode());
                }
            }
        }

        assertThat(leaks).isEmpty();
        assertThat(untold).isEmpty();
        assertThat(broken).isEmpty();
    }

    /** What is refused says that she withdrew, or nothing of the matter. */
    private static boolean isAboutMatters(Class<?> type) {
        return (MatterCommand.class.isAssignableFrom(type) && type != MatterCommand.RaiseMatter.class)
                || DecidingCommand.class.isAssignableFrom(type)
                || DecisionCommand.class.isAssignableFrom(type)
                || ChairsActionCommand.class.isAssignableFrom(type);
    }

    private static String code(HttpResponse<String> answer) {
        return answer.statusCode() == 200
                ? "accepted"
                : String.valueOf(Application.json(answer).get("code"));
    }

    private static List<String> tellingAnythingClosed(String user) {
        String token = application.token(user);
        return reads().filter(path -> {
                    HttpResponse<String> answer = get(token, path);
                    assertThat(answer.statusCode()).as(path).isIn(200, 400, 403, 404);
                    return answer.body().contains(CLOSED);
                })
                .toList();
    }

    /** Every path that can be read, about everything that the scenario names. */
    private static Stream<String> reads() {
        String query = "?limit=200&body=" + BODY;
        Stream<String> walked = paths.propertyStream()
                .filter(path -> path.getValue().has("get"))
                .map(path -> path.getKey())
                .flatMap(path -> path.contains("{")
                        ? NAMES.stream().map(name -> path.replaceAll("\\{[^}]+}", id(name)))
                        : Stream.of(path + query));
        Stream<String> log = NAMES.stream()
                .flatMap(name -> Stream.of("matter/", "meeting/", "decision/", "board/", "finding/")
                        .map(stream -> "/api/log?limit=200&subject=" + stream + id(name)));
        Stream<String> whole =
                Stream.iterate(0, after -> after + 200).limit(3).map(after -> "/api/log?limit=200&after=" + after);
        return Stream.of(walked, log, whole).flatMap(all -> all);
    }

    private static HttpResponse<String> get(String token, String path) {
        return application.send(application.request(path).header("Authorization", "Bearer " + token));
    }

    private static String id(String name) {
        return NameBasedId.of(SCENARIO + "/" + name).toString();
    }
}
