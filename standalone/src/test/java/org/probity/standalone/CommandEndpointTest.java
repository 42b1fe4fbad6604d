package org.probity.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.probity.eventstore.EventLog;
import org.probity.eventstore.StoredEvent;

/** The command endpoint as clients meet it: what bad input gets, and that it leaves nothing behind. */
class CommandEndpointTest {

    @TempDir
    static Path data = Path.of("replaced by JUnit");

    private static Application application;
    private static CommandClient client;
    private static EventLog log;

    @BeforeAll
    static void start() {
        application = Application.start(data);
        client = CommandClient.of(application);
        log = client.log();
        client.people("INVS1", List.of("appointments-officer", "panel-member"));
    }

    @AfterAll
    static void stop() {
        application.close();
    }

    @Test
    void an_accepted_command_answers_its_positions_and_is_in_the_log_then() {
        long before = log.head().position();
        UUID key = UUID.randomUUID();
        var answer = post("appointments-officer", "EstablishPosts", key.toString(), posts(UUID.randomUUID(), 3));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Probity-Position")).contains(Long.toString(before + 1));
        assertThat(Application.json(answer))
                .containsEntry("command", key.toString())
                .containsEntry("position", (int) before + 1)
                .containsEntry("events", List.of(Map.of("position", (int) before + 1, "type", "PostsEstablished")));
        assertThat(log.head().position()).isEqualTo(before + 1);
        assertThat(log.after(before, 1).getFirst().metadata())
                .contains("\"command\":\"EstablishPosts\"")
                .contains("\"actor\":");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "{", "[]", "null", "\"text\"", "{\"name\":1}x", "{\"name\":\"a\",\"name\":\"b\"}", "\u0000"})
    void a_body_that_is_not_one_json_object_is_refused(String body) {
        refusedWithoutTrace(
                () -> post("appointments-officer", "EstablishPosts", CommandClient.key(), body), 400, "malformed-json");
    }

    @Test
    void all_fields_that_are_unknown_missing_or_wrong_are_named_together() {
        var answer = refusedWithoutTrace(
                () -> post("appointments-officer", "EstablishPosts", CommandClient.key(), """
                {"establishment":"not a uuid","body":"INVS1","name":"  ","programme":"KINGS","posts":"three",
                 "seniorOwner":null,"colour":"red"}"""), 400, "invalid-fields");

        assertThat((List<?>) Application.json(answer).get("errors"))
                .extracting(error -> ((Map<?, ?>) error).get("field") + " " + ((Map<?, ?>) error).get("error"))
                .containsExactlyInAnyOrder(
                        "establishment invalid",
                        "name blank",
                        "programme invalid",
                        "posts invalid",
                        "commitment required",
                        "seniorOwner required",
                        "colour unknown-field");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Half a \\ud83d pair", "A\\u0000B", "A\\u001b[31mB"})
    void text_that_cannot_be_stored_is_refused_where_it_stands(String name) {
        assertThat(errorsOf("RegisterOrganisation", """
                {"code":"INVX9","name":"%s","kind":"PRACTICE","term":{"from":"2000-01-01"},"invented":true}""".formatted(name))).containsExactly("name invalid");
    }

    @ParameterizedTest
    @CsvSource({
        "'\"+9000000-01-01\"', out-of-range",
        "'\"0001-01-01\"', out-of-range",
        "'\"2026-01-01T00:00:00Z\"', invalid",
        "'[2026,1,1]', invalid",
        "20454, invalid"
    })
    void a_day_is_written_as_one_and_lies_in_times_that_somebody_plans_for(String day, String error) {
        assertThat(errorsOf("RegisterOrganisation", """
                {"code":"INVX9","name":"Invented","kind":"PRACTICE","term":{"from":%s},"invented":true}""".formatted(day))).containsExactly("term.from " + error);
    }

    @Test
    void a_time_lies_in_times_that_somebody_plans_for() {
        assertThat(errorsOf("AdvanceClock", "{\"to\":\"+1000000000-12-31T23:59:59Z\"}"))
                .containsExactly("to out-of-range");
    }

    @ParameterizedTest
    @CsvSource({"2147483647, 'cap out-of-range'", "10001, 'cap out-of-range'"})
    void a_number_is_one_that_people_count_with(int cap, String error) {
        assertThat(errorsOf("AddStrand", """
                {"establishment":"%s","strand":"stroke","name":"Stroke","target":2,"cap":%d}""".formatted(UUID.randomUUID(), cap))).containsExactly(error);
    }

    @Test
    void a_target_is_not_negative() {
        assertThat(errorsOf("AddStrand", """
                {"establishment":"%s","strand":"stroke","name":"Stroke","target":-5,"cap":2}""".formatted(UUID.randomUUID())))
                .containsExactly(" a target is not negative");
    }

    private List<String> errorsOf(String command, String body) {
        String by = command.equals("AddStrand") ? "appointments-officer" : "founder";
        var answer = refusedWithoutTrace(() -> post(by, command, CommandClient.key(), body), 400, "invalid-fields");
        return Stream.of(Application.json(answer).get("errors"))
                .flatMap(errors -> ((List<?>) errors).stream())
                .map(error -> ((Map<?, ?>) error).get("field") + " " + ((Map<?, ?>) error).get("error"))
                .toList();
    }

    @Test
    void an_empty_id_is_named_as_the_client_named_it() {
        var answer = refusedWithoutTrace(
                () -> post("appointments-officer", "CloseCampaign", CommandClient.key(), """
                {"campaign":"","notAppointed":[]}"""), 400, "invalid-fields");

        assertThat((List<?>) Application.json(answer).get("errors"))
                .singleElement()
                .extracting(error -> ((Map<?, ?>) error).get("field"))
                .isEqualTo("campaign");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"3\"", "3.5", "1e400", "99999999999", "true", "[3]", "{}"})
    void a_number_is_a_number(String number) {
        String body = posts(UUID.randomUUID(), 3).replace("\"posts\":3", "\"posts\":" + number);

        refusedWithoutTrace(
                () -> post("appointments-officer", "EstablishPosts", CommandClient.key(), body), 400, "invalid-fields");
    }

    @ParameterizedTest
    @CsvSource({
        "'{\"from\":\"2026-04-01\",\"until\":\"2026-04-01\"}', term",
        "'{\"from\":\"yesterday\"}', term.from",
        "'{\"until\":\"2026-04-01\"}', term",
        "'{\"from\":\"2026-04-01\",\"to\":\"2027-04-01\"}', term.to",
        "'\"2026\"', term"
    })
    void a_wrong_value_inside_a_value_is_named_by_its_path(String term, String field) {
        var answer = refusedWithoutTrace(
                () -> post("policy-owner", "GrantDuty", CommandClient.key(), """
                {"person":"%s","duty":"%s","role":"PANEL_MEMBER","scope":"organisation/INVS1","term":%s}""".formatted(
                                CommandClient.id("panel-member"), UUID.randomUUID(), term)),
                400,
                "invalid-fields");

        assertThat(answer.body()).contains("\"field\":\"" + field);
    }

    @Test
    void a_body_that_does_not_say_it_is_json_is_refused() {
        refusedWithoutTrace(
                () -> application.send(application
                        .request("/api/commands/EstablishPosts")
                        .header("Authorization", "Bearer " + application.token("appointments-officer"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .header("Idempotency-Key", CommandClient.key())
                        .POST(BodyPublishers.ofString(posts(UUID.randomUUID(), 3)))),
                415,
                "media-type-not-supported");
    }

    @Test
    void a_body_of_a_megabyte_is_too_large() {
        refusedWithoutTrace(
                () -> post("appointments-officer", "EstablishPosts", CommandClient.key(), "x".repeat(1 << 20)),
                413,
                "body-too-large");
    }

    @Test
    void a_text_is_at_most_four_thousand_characters() {
        String body = posts(UUID.randomUUID(), 3).replace("two days", "x".repeat(4_001));

        refusedWithoutTrace(
                () -> post("appointments-officer", "EstablishPosts", CommandClient.key(), body), 400, "invalid-fields");
    }

    @ParameterizedTest
    @ValueSource(strings = {"NoSuchCommand", "establishPosts", "EstablishmentCommand", "SeatLead", "LapseOffer"})
    void a_command_nobody_may_give_does_not_exist(String name) {
        refusedWithoutTrace(
                () -> post("appointments-officer", name, CommandClient.key(), "{}"), 404, "unknown-command");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1", "not-a-uuid", "0b8f0000-0000-0000-0000-00000000000g", "1-1-1-1-1"})
    void a_command_needs_an_idempotency_key_that_is_a_uuid(String key) {
        refusedWithoutTrace(
                () -> post("appointments-officer", "EstablishPosts", key, posts(UUID.randomUUID(), 3)),
                400,
                "idempotency-key-missing");
    }

    @Test
    void a_command_about_something_unknown_finds_nothing() {
        refusedWithoutTrace(
                () -> post("appointments-officer", "ChangeCap", CommandClient.key(), """
                        {"establishment":"%s","posts":3,"reason":"Fewer"}""".formatted(UUID.randomUUID())),
                404,
                "unknown-subject");
    }

    @Test
    void a_command_without_a_token_or_with_a_broken_one_is_refused() {
        Supplier<HttpResponse<String>> withoutToken = () -> application.send(application
                .request("/api/commands/EstablishPosts")
                .POST(BodyPublishers.ofString(posts(UUID.randomUUID(), 3))));
        Supplier<HttpResponse<String>> brokenToken = () -> application.send(application
                .request("/api/commands/EstablishPosts")
                .header(
                        "Authorization",
                        "Bearer " + application.token("appointments-officer").replace(".", ".x"))
                .POST(BodyPublishers.ofString(posts(UUID.randomUUID(), 3))));

        refusedWithoutTrace(withoutToken, 401, "token-missing");
        refusedWithoutTrace(brokenToken, 401, "token-invalid");
    }

    @Test
    void another_roles_token_is_refused() {
        refusedWithoutTrace(
                () -> post("panel-member", "EstablishPosts", CommandClient.key(), posts(UUID.randomUUID(), 3)),
                403,
                "not-permitted");
    }

    @Test
    void a_token_of_somebody_without_a_duty_for_the_body_is_refused() {
        String body = posts(UUID.randomUUID(), 3).replace("INVS1", "INVS2");

        refusedWithoutTrace(
                () -> post("appointments-officer", "EstablishPosts", CommandClient.key(), body), 403, "not-permitted");
    }

    @Test
    void the_same_key_gives_the_same_answer_and_happens_once() {
        String key = CommandClient.key();
        String body = posts(UUID.randomUUID(), 3);
        var first = post("appointments-officer", "EstablishPosts", key, body);
        long head = log.head().position();
        var second = post("appointments-officer", "EstablishPosts", key, body);

        assertThat(second.statusCode()).isEqualTo(200);
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(log.head().position()).isEqualTo(head);
    }

    @Test
    void the_same_key_for_something_else_is_refused() {
        String key = CommandClient.key();
        UUID establishment = UUID.randomUUID();
        post("appointments-officer", "EstablishPosts", key, posts(establishment, 3));

        refusedWithoutTrace(
                () -> post("appointments-officer", "EstablishPosts", key, posts(establishment, 4)),
                409,
                "idempotency-key-reused");
        refusedWithoutTrace(
                () -> post("appointments-officer", "ChangeCap", key, """
                        {"establishment":"%s","posts":3,"reason":"Fewer"}""".formatted(establishment)),
                409,
                "idempotency-key-reused");
        refusedWithoutTrace(
                () -> post("policy-owner", "RegisterPerson", key, """
                        {"person":"%s","name":"Another","profession":"GP","inActivePractice":true}""".formatted(UUID.randomUUID())),
                409,
                "idempotency-key-reused");
    }

    @Test
    void the_same_key_sent_fifty_times_at_once_has_one_outcome() {
        String key = CommandClient.key();
        String body = posts(UUID.randomUUID(), 3);
        long before = log.head().position();
        String token = application.token("appointments-officer");
        List<String> answers = IntStream.range(0, 50)
                .parallel()
                .mapToObj(i -> client.post(token, "EstablishPosts", key, body).body())
                .distinct()
                .toList();

        assertThat(answers).hasSize(1);
        assertThat(log.head().position()).isEqualTo(before + 1);
    }

    @Test
    void a_dry_run_decides_and_leaves_nothing() {
        UUID establishment = UUID.randomUUID();
        String key = CommandClient.key();
        var dry = post("appointments-officer", "EstablishPosts?dryRun=true", key, posts(establishment, 3));

        assertThat(dry.statusCode()).isEqualTo(200);
        assertThat(Application.json(dry).get("events")).isEqualTo(List.of(Map.of("type", "PostsEstablished")));
        refusedWithoutTrace(
                () -> post("appointments-officer", "EstablishPosts?dryRun=true", key, posts(establishment, 0)),
                409,
                "cap-not-positive");
        assertThat(post("appointments-officer", "EstablishPosts", key, posts(establishment, 5))
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void a_refusal_names_its_rule_and_is_recorded_once() {
        long before = log.head().position();
        String key = CommandClient.key();
        String body = posts(UUID.randomUUID(), 0);
        var refused = post("appointments-officer", "EstablishPosts", key, body);
        var sameKey = post("appointments-officer", "EstablishPosts", key, body);
        var sameAgain = post("appointments-officer", "EstablishPosts", CommandClient.key(), body);

        for (var answer : List.of(refused, sameKey, sameAgain)) {
            assertThat(answer.statusCode()).isEqualTo(409);
            assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
            assertThat(Application.json(answer))
                    .containsEntry("rule", "cap-not-positive")
                    .containsEntry("detail", "A cap is at least 1.");
        }
        List<StoredEvent> gained = log.after(before, 10);
        assertThat(gained).extracting(StoredEvent::type).containsExactly("CommandRejected");
        assertThat(gained.getFirst().payload()).contains("cap-not-positive").doesNotContain("at least");
    }

    @Test
    void a_flood_of_refusals_ends_in_a_budget_and_costs_others_nothing() {
        long before = log.head().position();
        String token = application.token("appointments-officer");
        List<Integer> statuses = IntStream.range(0, 80)
                .mapToObj(i -> client.post(token, "EstablishPosts", CommandClient.key(), posts(UUID.randomUUID(), 0))
                        .statusCode())
                .distinct()
                .toList();

        assertThat(statuses).contains(429);
        List<StoredEvent> gained = log.after(before, 1_000);
        assertThat(gained).hasSizeLessThanOrEqualTo(61);
        assertThat(gained).extracting(StoredEvent::type).contains("RefusalBudgetSpent");
        assertThat(give("policy-owner", "RegisterPerson", """
                        {"person":"%s","name":"Somebody","profession":"GP","inActivePractice":true}""".formatted(UUID.randomUUID()))
                        .statusCode())
                .isEqualTo(200);
        assertThat(client.post(token, "EstablishPosts", CommandClient.key(), posts(UUID.randomUUID(), 3))
                        .statusCode())
                .describedAs("what is right is accepted from the same actor all the same")
                .isEqualTo(200);
    }

    private static HttpResponse<String> refusedWithoutTrace(
            Supplier<HttpResponse<String>> request, int status, String code) {
        return client.refusedWithoutTrace(request, status, code);
    }

    private static HttpResponse<String> give(String user, String command, String body) {
        return client.accepted(user, command, body);
    }

    private static HttpResponse<String> post(String user, String command, String key, String body) {
        return client.post(application.token(user), command, key, body);
    }

    private static String posts(UUID establishment, int posts) {
        return """
                {"establishment":"%s","body":"INVS1","name":"Senior clinical leads",
                 "programme":"SENIOR_CLINICAL_LEADS","posts":%d,"commitment":"two days","seniorOwner":"%s"}""".formatted(establishment, posts, CommandClient.id("appointments-officer"));
    }
}
