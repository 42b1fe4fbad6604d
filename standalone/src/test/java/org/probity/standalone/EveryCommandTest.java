package org.probity.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.probity.command.Command;
import org.probity.command.CommandTypes;
import org.probity.eventstore.StoredEvent;
import org.probity.id.CampaignId;
import org.probity.id.PersonId;
import org.probity.people.event.Authority;
import tools.jackson.databind.json.JsonMapper;

/**
 * Every command there is, over HTTP, as strangers, people of other roles and broken clients would give it: each gets
 * the answer the interface promises, and the log stays as it was. A new command is covered as soon as it exists.
 */
class EveryCommandTest {

    private static final String BODY = "INVS1";
    private static final String BYSTANDER = "bystander";
    private static final String ELSEWHERE = "panel-member-elsewhere";
    private static final String CAMPAIGN = "campaign";

    /**
     * Their subject comes into being with them, or is the log or the caller's own declarations; or it is of a body, and
     * nobody has a duty for one that does not exist.
     */
    private static final Set<String> NAMES_NOTHING = Set.of(
            "RegisterOrganisation",
            "RegisterPerson",
            "StartExample",
            "AdvanceClock",
            "DeclareInterest",
            "MakeNilDeclaration",
            "RenewDeclaration",
            "CeaseInterest",
            "EstablishPosts",
            "EstablishBoard",
            "AdoptRulePack",
            "AdoptAims",
            "DrawSample");

    /** Whoever gives them for another is not permitted, whatever they name. */
    private static final Set<String> IN_ONES_OWN_CASE = Set.of(
            "AcceptNomination",
            "AcceptOffer",
            "ApplyForPost",
            "DeclareConflict",
            "DeclineNomination",
            "DeclineOffer",
            "DenyConflict",
            "DisclosePanelConnection",
            "ReadOthersScorecards",
            "StateImpartiality",
            "SubmitScorecard",
            "SupersedeScorecard");

    @TempDir
    static Path data = Path.of("replaced by JUnit");

    @SuppressWarnings("NullAway.Init")
    private static Application application;

    @SuppressWarnings("NullAway.Init")
    private static CommandClient client;

    @SuppressWarnings("NullAway.Init")
    private static CommandTypes types;

    @SuppressWarnings("NullAway.Init")
    private static Tokens tokens;

    private static final Map<String, String> TOKENS = new HashMap<>();

    @BeforeAll
    static void start() {
        application = Application.start(data);
        client = CommandClient.of(application);
        types = application.context().getBean(CommandTypes.class);
        tokens = Tokens.of(application, data);
        application
                .context()
                .getBean(ExampleUsers.class)
                .add(List.of(
                        new ExampleUser(BYSTANDER, Set.of()),
                        new ExampleUser(ELSEWHERE, Set.of(Authority.PANEL_MEMBER))));
        client.people(BODY, Stream.of(Authority.values()).map(Authority::kebab).toList());
        client.person(BYSTANDER);
        client.login(BYSTANDER, BYSTANDER);
        campaigns();
        client.person(ELSEWHERE);
        client.duty(ELSEWHERE, "panel-member", "campaign/" + CommandClient.id("another campaign"));
        client.login(ELSEWHERE, ELSEWHERE);
    }

    @AfterAll
    static void stop() {
        application.close();
    }

    static List<String> commandsAboutSomething() {
        return commands().stream()
                .filter(command -> !NAMES_NOTHING.contains(command))
                .toList();
    }

    /** What a panel member may give in a campaign. */
    static List<String> commandsOfPanels() {
        return commands().stream()
                .filter(command -> CommandTypes.allowedBy(type(command)).contains(Authority.PANEL_MEMBER))
                .filter(command -> Stream.of(type(command).getRecordComponents())
                        .anyMatch(component -> component.getType() == CampaignId.class))
                .toList();
    }

    static List<String> commandsOfTheService() {
        return types.all().stream()
                .filter(type -> CommandTypes.allowedBy(type).isEmpty())
                .map(Class::getSimpleName)
                .toList();
    }

    static List<String> commands() {
        return types.all().stream()
                .filter(type -> !CommandTypes.allowedBy(type).isEmpty())
                .map(Class::getSimpleName)
                .toList();
    }

    @Test
    void the_description_of_the_interface_names_every_command() {
        String description =
                application.send(application.request("/api/openapi")).body();

        assertThat(JsonMapper.shared().readTree(description).get("paths").propertyNames())
                .filteredOn(path -> path.startsWith("/api/commands/"))
                .extracting(path -> path.substring("/api/commands/".length()))
                .containsExactlyInAnyOrderElementsOf(commands());
    }

    @Test
    void the_tokens_of_this_test_are_wrong_in_nothing_else() {
        String good = tokens.valid("appointments-officer", Duration.ofMinutes(5));

        assertThat(application.whoAmI(good).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("commands")
    void nobody_gives_a_command(String command) {
        client.refusedWithoutTrace(
                () -> application.send(
                        client.request(command, body(command)).header("Idempotency-Key", CommandClient.key())),
                401,
                "token-missing");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("commands")
    void nobody_gives_a_command_with_a_token_that_has_expired(String command) {
        refused(command, tokens.valid("appointments-officer", Duration.ofHours(-1)), 401, "token-expired");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("commands")
    void nobody_gives_a_command_with_a_token_of_a_foreign_issuer(String command) {
        refused(command, tokens.foreign("appointments-officer"), 401, "token-invalid");
        refused(command, tokens.forged("appointments-officer"), 401, "token-invalid");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("commands")
    void nobody_gives_a_command_that_their_role_does_not_allow(String command) {
        Set<Authority> allowed = CommandTypes.allowedBy(type(command));
        refused(command, token(BYSTANDER), 403, "not-permitted");
        for (Authority other : Authority.values()) {
            if (!allowed.contains(other)) {
                refused(command, token(other.kebab()), 403, "not-permitted");
            }
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("commands")
    void a_command_needs_a_key(String command) {
        client.refusedWithoutTrace(
                () -> application.send(
                        client.request(command, body(command)).header("Authorization", "Bearer " + allowed(command))),
                400,
                "idempotency-key-missing");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("commands")
    void a_command_is_json(String command) {
        String body = body(command);

        malformed(command, body.substring(0, body.length() - 1));
        malformed(command, "[" + body + "]");
        malformed(command, body + body);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("commands")
    void a_command_has_no_field_beyond_its_own(String command) {
        Map<String, Object> fields = new LinkedHashMap<>(new WellFormed().fields(type(command)));
        fields.put("colour", "red");

        assertThat(invalid(command, fields)).describedAs(command).containsExactly(Map.entry("colour", "unknown-field"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("commands")
    void a_command_without_its_fields_is_told_which(String command) {
        Map<String, String> missing = new WellFormed()
                .fields(type(command)).keySet().stream().collect(Collectors.toMap(field -> field, field -> "required"));

        assertThat(invalid(command, Map.of())).describedAs(command).isEqualTo(missing);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("commands")
    void a_command_with_fields_of_another_type_is_told_which(String command) {
        List<String> all = Stream.of(type(command).getRecordComponents())
                .map(component -> component.getName())
                .toList();
        Map<String, Object> fields =
                all.stream().collect(Collectors.toMap(field -> field, field -> Map.of("of-another", "type")));

        assertThat(invalid(command, fields).keySet())
                .describedAs(command)
                .extracting(path -> path.replaceFirst("[.\\[].*", ""))
                .containsExactlyInAnyOrderElementsOf(all);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("commands")
    void a_command_of_a_megabyte_is_too_large(String command) {
        client.refusedWithoutTrace(
                () -> client.post(allowed(command), command, CommandClient.key(), " ".repeat(1 << 20) + body(command)),
                413,
                "body-too-large");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("commandsAboutSomething")
    void a_command_about_something_unknown_finds_nothing(String command) {
        Authority role = CommandTypes.allowedBy(type(command)).iterator().next();
        var nothing = new WellFormed().with(CampaignId.class, CommandClient.key());
        if (IN_ONES_OWN_CASE.contains(command)) {
            nothing.with(PersonId.class, CommandClient.id(role.kebab()));
        }

        client.refusedWithoutTrace(
                () -> client.post(token(role.kebab()), command, CommandClient.key(), nothing.body(type(command))),
                404,
                "unknown-subject");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("commandsOfPanels")
    void a_panel_member_of_another_campaign_gives_no_command_of_this_one(String command) {
        client.refusedWithoutTrace(() -> postAsPanelMember(ELSEWHERE, command), 403, "not-permitted");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("commandsOfPanels")
    void a_panel_member_of_the_body_without_a_seat_is_refused_by_a_rule(String command) {
        long before = client.log().head().position();
        HttpResponse<String> answer = postAsPanelMember("panel-member", command);

        assertThat(answer.statusCode()).describedAs(answer.body()).isEqualTo(409);
        assertThat(client.log().after(before, 10)).extracting(StoredEvent::type).containsExactly("CommandRejected");
        assertThat(Application.json(answer).get("rule")).isIn("not-on-panel", "not-panel-chair", "nominations-open");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("commandsOfTheService")
    void nobody_gives_a_command_that_the_service_gives_itself(String command) {
        String body = new WellFormed().body(types.named(command).orElseThrow());

        client.refusedWithoutTrace(
                () -> client.post(
                        tokens.valid("appointments-officer", Duration.ofMinutes(5)),
                        command,
                        CommandClient.key(),
                        body),
                404,
                "unknown-command");
    }

    private static HttpResponse<String> postAsPanelMember(String user, String command) {
        String body = new WellFormed()
                .with(CampaignId.class, CommandClient.id(CAMPAIGN))
                .with(PersonId.class, CommandClient.id(user))
                .body(type(command));
        return client.post(token(user), command, CommandClient.key(), body);
    }

    private static void campaigns() {
        client.accepted("appointments-officer", "EstablishPosts", """
                {"establishment":"%s","body":"%s","name":"Leads","programme":"SENIOR_CLINICAL_LEADS","posts":3,
                 "commitment":"two days","seniorOwner":"%s"}""".formatted(
                        CommandClient.id("leads"), BODY, CommandClient.id("commissioner")));
        client.accepted("appointments-officer", "AddStrand", """
                {"establishment":"%s","strand":"stroke","name":"Stroke","target":2,"cap":2}""".formatted(CommandClient.id("leads")));
        client.accepted("policy-owner", "AdoptAims", """
                {"body":"%s","aims":[{"code":"care","text":"Better care"}]}""".formatted(BODY));
        for (String campaign : List.of(CAMPAIGN, "another campaign")) {
            client.accepted("appointments-officer", "OpenCampaign", """
                    {"campaign":"%s","establishment":"%s","name":"Autumn","strands":[{"strand":"stroke","posts":1}],
                     "specification":"A lead","criteria":[{"code":"c","text":"Leads","weight":100}],
                     "timetable":{"closing":"2099-01-01","longlist":"2099-01-02","shortlist":"2099-01-03",
                     "interviews":"2099-01-04","decision":"2099-01-05"},"aims":["care"]}""".formatted(
                            CommandClient.id(campaign), CommandClient.id("leads")));
        }
    }

    private static void refused(String command, String token, int status, String code) {
        client.refusedWithoutTrace(() -> client.post(token, command, CommandClient.key(), body(command)), status, code);
    }

    private static void malformed(String command, String body) {
        client.refusedWithoutTrace(
                () -> client.post(allowed(command), command, CommandClient.key(), body), 400, "malformed-json");
    }

    /** What is said to be wrong with each field. */
    private static Map<String, String> invalid(String command, Map<String, Object> fields) {
        String body = JsonMapper.shared().writeValueAsString(fields);
        HttpResponse<String> answer = client.refusedWithoutTrace(
                () -> client.post(allowed(command), command, CommandClient.key(), body), 400, "invalid-fields");
        return ((List<?>) Application.json(answer).getOrDefault("errors", List.of()))
                .stream()
                        .map(error -> (Map<?, ?>) error)
                        .collect(Collectors.toMap(
                                error -> String.valueOf(error.get("field")),
                                error -> String.valueOf(error.get("error"))));
    }

    private static String body(String command) {
        return new WellFormed().body(type(command));
    }

    /** The token of somebody whose role may give the command. */
    private static String allowed(String command) {
        return token(CommandTypes.allowedBy(type(command)).iterator().next().kebab());
    }

    private static String token(String user) {
        return TOKENS.computeIfAbsent(user, application::token);
    }

    private static Class<? extends Command> type(String command) {
        return types.forPeople(command).orElseThrow();
    }
}
