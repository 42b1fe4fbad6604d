package org.probity.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.probity.campaign.event.ParticipationEvent;
import org.probity.campaign.event.ParticipationEvent.CandidateNotLonglisted;
import org.probity.campaign.event.ParticipationEvent.CandidateNotShortlisted;
import org.probity.campaign.event.ParticipationEvent.CandidateWithdrew;
import org.probity.campaign.event.ParticipationEvent.FoundNotAppointable;
import org.probity.event.PersonalComponents;
import org.probity.eventstore.EventLog;
import org.probity.eventstore.PostgresEventStore;
import org.probity.eventstore.StoredEvent;
import org.probity.id.CampaignId;
import org.probity.id.PersonId;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A whole competition is played, and one of those who did not succeed is erased when the time has come. Whatever only
 * this person's events said of anybody is then in no table, in no log line and in no answer, and the log is what it was.
 */
@ExtendWith(OutputCaptureExtension.class)
class ErasureLeavesNoCopyTest {

    private static final JsonMapper JSON = JsonMapper.shared();

    @TempDir
    Path data = Path.of("replaced by JUnit");

    @Test
    void afterAnErasureNoCopyIsLeftAndTheLogIsUnchanged(CapturedOutput output) {
        PersonId person;
        Set<String> canaries;
        int port = Application.freePort();
        try (Application application = Application.start(data, port, twoYearsEarlier("county-durham"))) {
            await().atMost(Duration.ofMinutes(4)).until(() -> application
                    .send(application.request("/actuator/health"))
                    .body()
                    .contains("\"playing\":\"done\""));
            CommandClient commands = CommandClient.of(application);
            ParticipationEvent unsuccessful = unsuccessful(application);
            person = unsuccessful.person();
            end(unsuccessful.campaign(), commands);
            canaries = onlySaidOf(person, said(application));
            assertThat(canaries).hasSizeGreaterThan(4).anyMatch(text -> text.contains("@"));
            assertThat(copies(canaries, application))
                    .describedAs("the read tables hold them")
                    .isNotEmpty();
            List<StoredEvent> before = commands.log().after(0, 100_000);
            assertThat(before).noneMatch(event -> canaries.stream().anyMatch(event.payload()::contains));

            commands.accepted(
                    "data-protection-officer", "ErasePerson", "{\"person\":\"%s\"}".formatted(person.value()));

            await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertThat(copies(canaries, application))
                    .isEmpty());
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> onlySaidOf(person, said(application)).isEmpty());
            assertThat(commands.log().after(0, before.size())).isEqualTo(before);
            assertErasedButThere(person, unsuccessful.campaign(), application);
        }
        try (Application again = Application.start(data, port)) {
            assertThat(copies(canaries, again)).isEmpty();
            assertErasedButThere(person, null, again);
        }
        assertThat(canaries).noneMatch(output.getAll()::contains);
    }

    /** A bundled scenario in the past, so that its clock can go on for half a year. */
    private String twoYearsEarlier(String scenario) {
        try (var text = Objects.requireNonNull(
                ErasureLeavesNoCopyTest.class.getResourceAsStream("/scenarios/" + scenario + ".yaml"))) {
            String played = new String(text.readAllBytes(), StandardCharsets.UTF_8);
            Matcher years = Pattern.compile("\\b(20\\d\\d)(?=-\\d\\d-\\d\\d)").matcher(played);
            Path file = data.resolve("earlier.yaml");
            Files.writeString(file, years.replaceAll(year -> String.valueOf(Integer.parseInt(year.group()) - 2)));
            return file.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Of those who did not succeed the one of whom most is said. */
    private static ParticipationEvent unsuccessful(Application application) {
        Map<PersonId, Set<String>> said = said(application);
        return events(application)
                .filter(event -> event instanceof FoundNotAppointable
                        || event instanceof CandidateNotLonglisted
                        || event instanceof CandidateNotShortlisted
                        || event instanceof CandidateWithdrew)
                .map(ParticipationEvent.class::cast)
                .max(Comparator.comparing(
                        event -> onlySaidOf(event.person(), said).size()))
                .orElseThrow();
    }

    /** The campaign ends, and half a year goes by. */
    private static void end(CampaignId campaign, CommandClient commands) {
        commands.accepted("appointments-officer", "CancelCampaign", """
                {"campaign":"%s","reason":"No more posts are to be filled"}""".formatted(campaign.value()));
        commands.accepted("policy-owner", "AdvanceClock", """
                {"to":"%s"}""".formatted(
                        commands.log().head().recordedAt().plus(Duration.ofDays(200))));
    }

    /** The texts in what is personal of somebody, as far as they are in nothing that is said of others. */
    private static Set<String> onlySaidOf(PersonId person, Map<PersonId, Set<String>> said) {
        return said.getOrDefault(person, Set.of()).stream()
                .filter(text -> text.length() > 6)
                .filter(text -> said.entrySet().stream()
                        .filter(other -> !other.getKey().equals(person))
                        .noneMatch(other -> other.getValue().contains(text)))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** All texts in what is personal in the log, by person. */
    private static Map<PersonId, Set<String>> said(Application application) {
        Map<PersonId, Set<String>> said = new HashMap<>();
        events(application).forEach(event -> PersonalComponents.of(event.getClass())
                .forEach((component, of) -> texts(
                        JSON.valueToTree(valueOf(event, component)),
                        said.computeIfAbsent((PersonId) valueOf(event, of), person -> new TreeSet<>()))));
        return said;
    }

    private static void texts(JsonNode value, Set<String> into) {
        if (value.isString()) {
            into.add(value.stringValue());
        }
        value.forEach(part -> texts(part, into));
    }

    private static Object valueOf(Object event, String name) {
        try {
            for (RecordComponent component : event.getClass().getRecordComponents()) {
                if (component.getName().equals(name)) {
                    component.getAccessor().setAccessible(true);
                    return component.getAccessor().invoke(event);
                }
            }
            throw new IllegalStateException("No component " + name);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Stream<Object> events(Application application) {
        PostgresEventStore store = application.context().getBean(PostgresEventStore.class);
        return application.context().getBean(EventLog.class).after(0, 100_000).stream()
                .map(store::payloadOf);
    }

    /** Where in the database any of some texts stands, as text or as bytes. */
    private static List<String> copies(Set<String> texts, Application application) {
        JdbcClient database = JdbcClient.create(application.context().getBean(javax.sql.DataSource.class));
        List<String> found = new ArrayList<>();
        List<String> tables = database.sql("""
                        select format('%I.%I', schemaname, tablename) from pg_tables
                         where schemaname not in ('pg_catalog', 'information_schema')""").query(String.class).list();
        assertThat(tables).contains("log.event", "log.outcome", "axon.token_entry", "vault.key");
        for (String table : tables) {
            for (String row : database.sql("select t::text from %s t".formatted(table))
                    .query(String.class)
                    .list()) {
                texts.stream()
                        .filter(text -> row.contains(text)
                                || row.contains(HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8))))
                        .forEach(text -> found.add(table));
            }
        }
        return found;
    }

    /** The person and the competition can still be read, now and as they were. */
    private static void assertErasedButThere(PersonId person, @Nullable CampaignId campaign, Application application) {
        JsonNode read = get("/api/people/" + person.value(), application);
        assertThat(read.get("erased").booleanValue()).isTrue();
        assertThat(read.get("name").isNull()).isTrue();
        assertThat(get("/api/people/" + person.value() + "?asAt=2024-01-15", application)
                        .get("name")
                        .isNull())
                .isTrue();
        if (campaign != null) {
            get("/api/campaigns/" + campaign.value(), application);
            get("/api/campaigns/" + campaign.value() + "?asAt=2024-01-15", application);
        }
    }

    private static JsonNode get(String path, Application application) {
        var answer = application.send(application
                .request(path)
                .header("Authorization", "Bearer " + application.token("governance-reviewer")));
        assertThat(answer.statusCode()).describedAs(answer.body()).isEqualTo(200);
        return JSON.readTree(answer.body());
    }
}
