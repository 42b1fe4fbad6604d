package org.probity.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.probity.event.EarlierForms;
import org.probity.eventstore.EventTypes;
import org.probity.eventstore.PostgresEventStore;
import org.probity.eventstore.StoredEvent;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A sample of every event in every revision, as it stands in logs, {@code golden/<event>.<revision>.json}. A file is never
 * changed: when an event takes another form, it gets an upcast, and a file more.
 */
class GoldenEventsTest {

    private static final Path GOLDEN = Path.of("src/test/resources/golden");
    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .build();

    private final DomainFixture fixture = new DomainFixture();

    static Stream<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(GOLDEN)) {
            return files.sorted().toList().stream();
        }
    }

    @Test
    void every_revision_of_every_event_has_a_sample_and_nothing_else_has() throws IOException {
        Stream<String> expected = fixture.bean(EventTypes.class).names().stream()
                .flatMap(name -> Stream.iterate(1, revision -> revision + 1)
                        .limit(EarlierForms.of(name).size() + 1)
                        .map(revision -> name + "." + revision + ".json"));

        assertThat(files().map(file -> file.getFileName().toString()))
                .containsExactlyInAnyOrderElementsOf(expected.toList());
    }

    @ParameterizedTest
    @MethodSource("files")
    void what_was_ever_stored_is_read_and_stored_the_same_again_in_its_newest_form(Path file) throws IOException {
        String[] name = file.getFileName().toString().split("\\.", -1);

        Object event =
                fixture.bean(PostgresEventStore.class).payloadOf(stored(name[0], name[1], Files.readString(file)));

        String newest = name[0] + "." + (EarlierForms.of(name[0]).size() + 1) + ".json";
        assertThat(event.getClass().getSimpleName()).isEqualTo(name[0]);
        assertThat(JSON.writeValueAsString(event))
                .isEqualTo(upcastSample(
                        file, Files.readString(GOLDEN.resolve(newest)).strip()));
    }

    /** What an earlier form says nothing of is empty in the newest, or what it was then. */
    private static String upcastSample(Path file, String newest) {
        ObjectNode sample = (ObjectNode) JSON.readTree(newest);
        switch (file.getFileName().toString()) {
            case "CampaignOpened.1.json" -> ((ArrayNode) sample.findValue("panelPresets")).removeAll();
            case "RulePackAdopted.1.json" -> {
                ((ArrayNode) sample.findValue("panelPresets")).removeAll();
                withoutMeetings(sample);
            }
            case "RulePackAdopted.2.json" -> withoutMeetings(sample);
            case "BoardEstablished.1.json", "TermsOfReferenceAdopted.1.json" ->
                ((ObjectNode) sample.get("terms")).putNull("votingSeats");
            case "BoardMemberAssigned.1.json" -> sample.putNull("post").putNull("sharesWith");
            default -> {}
        }
        return JSON.writeValueAsString(sample);
    }

    private static void withoutMeetings(ObjectNode rulePackAdopted) {
        rulePackAdopted.putNull("adoptedBy");
        ObjectNode pack = (ObjectNode) rulePackAdopted.get("pack");
        pack.put("warningDays", 90);
        ObjectNode floor = (ObjectNode) pack.get("statutoryQuorum");
        floor.put("officers", 0).put("nonOfficers", 0);
        ((ObjectNode) floor.get("quorum")).put("denominator", 1000);
    }

    private static StoredEvent stored(String type, String revision, String payload) {
        return new StoredEvent(
                1, new UUID(0, 1), "Sample", "sample/1", 0, type, revision, payload.strip(), "{}", Instant.EPOCH);
    }
}
