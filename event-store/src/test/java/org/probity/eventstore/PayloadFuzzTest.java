package org.probity.eventstore;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.DictionaryEntries;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.serialization.SerializationException;
import org.junit.jupiter.api.AfterAll;
import org.probity.eventstore.TestLog.Story;
import org.probity.eventstore.TestLog.Story.Confided;
import org.probity.eventstore.TestLog.Story.Told;

/**
 * Whatever stands in a row of the log, it is read as an event or refused as one that cannot be read, with the one sort of
 * exception that says so. The build tries the inputs beside this test;
 * {@code JAZZER_FUZZ=1} looks for others.
 */
class PayloadFuzzTest {

    private static final TestLog NODE = new TestLog();

    private static final PostgresEventStore STORE = NODE.storeOf(EventTypes.of(
            List.of(Story.class),
            event -> event == Confided.class ? Map.of("secret", "teller") : Map.of(),
            type -> type.equals("Told")
                    ? List.of(PayloadFuzzTest::renamed, PayloadFuzzTest::louder)
                    : List.of(PayloadFuzzTest::moved)));

    @AfterAll
    static void close() {
        NODE.close();
    }

    /** An input has three lines: the type and the revision, the payload, the metadata. */
    @FuzzTest(maxDuration = "10m")
    @DictionaryEntries({
        "Told 1\\x0A",
        "Told 3\\x0A",
        "Confided 2\\x0A",
        "{}",
        "[]",
        "null",
        "\\x22text\\x22:",
        "\\x22words\\x22:",
        "\\x22secret\\x22:{",
        "\\x22person\\x22:",
        "\\x22key\\x22:1",
        "\\x22field\\x22:\\x22Confided.secret\\x22",
        "\\x22sealed\\x22:\\x22AAAA\\x22",
        "\\x22teller\\x22:",
        "\\x22place\\x22:",
        "\\x5Cud83d",
        "\\x5Cu0000"
    })
    void whatever_a_row_holds_is_an_event_or_cannot_be_read(byte[] row) {
        String[] lines = new String(row, StandardCharsets.UTF_8).split("\n", 3);
        if (lines.length < 3) {
            return;
        }
        int space = lines[0].indexOf(' ');
        String type = space < 0 ? lines[0] : lines[0].substring(0, space);
        String revision = lines[0].substring(space + 1);
        var stored = new StoredEvent(
                1, new UUID(0, 1), "Story", "story/a", 0, type, revision, lines[1], lines[2], Instant.EPOCH);
        try {
            DomainEventMessage<?> read = STORE.messageOf(stored);
            assertThat(read.getPayload()).isInstanceOfAny(Told.class, Confided.class);
            assertThat(read.getMetaData()).isNotNull();
        } catch (SerializationException e) {
            // It stops whoever reads.
        }
    }

    private static Map<String, Object> renamed(Map<String, Object> event) {
        event.put("text", event.remove("words"));
        return event;
    }

    private static Map<String, Object> louder(Map<String, Object> event) {
        event.put("text", Objects.requireNonNull((String) event.get("text")).toUpperCase(Locale.ROOT));
        return event;
    }

    private static Map<String, Object> moved(Map<String, Object> event) {
        var place = new HashMap<>((Map<?, ?>) Objects.requireNonNull(event.get("place")));
        event.put("place", place.get("name"));
        return event;
    }
}
