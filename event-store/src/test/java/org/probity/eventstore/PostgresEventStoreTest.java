package org.probity.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.probity.eventstore.TestLog.event;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.probity.eventstore.TestLog.Story.Told;
import org.springframework.boot.health.contributor.Status;

class PostgresEventStoreTest {

    private final TestLog node = new TestLog();

    @AfterEach
    void close() {
        node.close();
    }

    @Test
    void a_stream_is_read_in_sequence_with_what_the_unit_of_work_has_staged() {
        node.append(event("story/a", 0, "one"), event("story/b", 0, "other"));
        var unitOfWork = DefaultUnitOfWork.startAndGet(null);
        node.store.publish(event("story/a", 1, "two"));

        var events = node.store.readEvents("story/a").asStream().toList();
        assertThat(events.stream().map(e -> ((Told) e.getPayload()).text())).containsExactly("one", "two");
        assertThat(node.store.lastSequenceNumberFor("story/a")).contains(1L);
        assertThat(node.store.stagedTypes()).containsExactly("Told");
        unitOfWork.rollback();
        assertThat(node.store.lastSequenceNumberFor("story/a")).contains(0L);
        assertThat(node.store.lastSequenceNumberFor("story/none")).isEmpty();
    }

    @Test
    void a_message_carries_the_time_the_log_recorded_and_the_metadata_as_written() {
        node.append(event("story/a", 0, "one"));

        var message = node.store.readEvents("story/a").next();
        assertThat(message.getTimestamp()).isEqualTo(node.clock.now);
        assertThat(message.getMetaData()).containsEntry("by", "test");
    }

    @Test
    void tokens_stand_at_head_tail_and_instant() {
        node.append(event("story/a", 0, "noon"));
        node.clock.now = node.clock.now.plus(Duration.ofHours(1));
        node.append(event("story/a", 1, "one o'clock"));

        assertThat(node.store.createTailToken()).isEqualTo(new GlobalSequenceTrackingToken(0));
        assertThat(node.store.createHeadToken()).isEqualTo(new GlobalSequenceTrackingToken(2));
        assertThat(node.store.createTokenAt(node.clock.now)).isEqualTo(new GlobalSequenceTrackingToken(1));
        assertThat(node.store.createTokenAt(Instant.EPOCH)).isEqualTo(new GlobalSequenceTrackingToken(0));
    }

    @Test
    void a_reader_on_another_node_is_called_when_events_arrive() throws InterruptedException {
        try (var reader = new TestLog(node);
                var stream = reader.store.openStream(new GlobalSequenceTrackingToken(0))) {
            var called = new AtomicInteger();
            assertThat(stream.setOnAvailableCallback(called::incrementAndGet)).isTrue();
            assertThat(stream.hasNextAvailable()).isFalse();

            node.append(event("story/a", 0, "one"), event("story/b", 0, "two"));

            await().atMost(5, TimeUnit.SECONDS).until(() -> called.get() > 0);
            assertThat(List.of(
                            stream.nextAvailable().getPayload(),
                            stream.nextAvailable().getPayload()))
                    .isEqualTo(List.of(new Told("one"), new Told("two")));
            assertThat(stream.hasNextAvailable(10, TimeUnit.MILLISECONDS)).isFalse();
        }
    }

    @ParameterizedTest
    @CsvSource({"Forgotten, 1", "Told, 2"})
    void whoever_reads_stops_at_an_event_that_this_build_does_not_know(String type, String revision) throws Exception {
        node.append(event("story/a", 0, "before"));
        try (var connection = node.connections.pool().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("""
                    insert into log.event (position, event_id, subject_type, subject, sequence, type, revision,
                                           payload, metadata, recorded_at)
                    select 2, gen_random_uuid(), subject_type, subject, 1, '%s', '%s', payload, metadata, recorded_at
                      from log.event""".formatted(type, revision));
        }
        assertThat(node.unknown.health().getStatus()).isEqualTo(Status.UP);

        for (int attempt = 0; attempt < 2; attempt++) {
            try (var stream = node.store.openStream(null)) {
                assertThat(stream.nextAvailable().getPayload()).isEqualTo(new Told("before"));
                assertThatThrownBy(() -> stream.hasNextAvailable(5, TimeUnit.SECONDS))
                        .isInstanceOf(UnknownEventException.class)
                        .hasMessageContaining("an event " + type + " of revision " + revision);
            }
        }
        assertThatThrownBy(() -> node.store.readEvents("story/a").asStream().toList())
                .isInstanceOf(UnknownEventException.class);
        assertThat(node.unknown.health().getStatus()).isEqualTo(Status.DOWN);
        assertThat(node.unknown.health().getDetails().toString()).contains("an event " + type);
    }

    @Test
    void of_several_announcements_the_furthest_counts_whatever_their_order() throws Exception {
        try (var connection = node.connections.pool().getConnection();
                var statement = connection.createStatement()) {
            // Announced until somebody listens.
            await().atMost(5, TimeUnit.SECONDS).until(() -> {
                statement.execute("select pg_notify('probity_log', '7'), pg_notify('probity_log', '5')");
                return node.watch.head() == 7;
            });
        }
    }

    @Test
    void an_announcement_that_nobody_understands_ends_no_listening() throws Exception {
        try (var connection = node.connections.pool().getConnection();
                var statement = connection.createStatement()) {
            await().atMost(5, TimeUnit.SECONDS).until(() -> {
                statement.execute("select pg_notify('probity_log', '3')");
                return node.watch.head() == 3;
            });
            statement.execute("select pg_notify('probity_log', 'no position')");
            await().atMost(5, TimeUnit.SECONDS).until(() -> {
                statement.execute("select pg_notify('probity_log', '4')");
                return node.watch.head() == 4;
            });
        }
    }

    @Test
    @Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void a_reader_waits_no_longer_than_asked_for_a_head_that_is_not_there() throws Exception {
        node.watch.reached(5);
        try (var stream = node.store.openStream(null)) {
            assertThat(stream.hasNextAvailable(50, TimeUnit.MILLISECONDS)).isFalse();
            node.append(event("story/a", 0, "one"));
            assertThat(stream.hasNextAvailable(5, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void a_reader_goes_on_after_its_listening_connection_is_cut() throws Exception {
        try (var stream = node.store.openStream(null)) {
            node.append(event("story/a", 0, "before"));
            assertThat(stream.nextAvailable().getPayload()).isEqualTo(new Told("before"));
            try (var connection = node.connections.pool().getConnection();
                    var statement = connection.createStatement()) {
                statement.execute("select pg_terminate_backend(pid) from pg_stat_activity"
                        + " where datname = current_database() and pid <> pg_backend_pid()");
            }
            try (var other = new TestLog(node)) {
                other.append(event("story/a", 1, "after"));
            }
            assertThat(stream.hasNextAvailable(10, TimeUnit.SECONDS)).isTrue();
            assertThat(stream.nextAvailable().getPayload()).isEqualTo(new Told("after"));
        }
    }

    @Test
    void an_event_of_an_earlier_revision_takes_the_steps_it_has_not_taken() {
        Upcasts steps = type -> type.equals("Told")
                ? List.of(
                        event -> {
                            event.put("text", event.remove("words"));
                            return event;
                        },
                        event -> {
                            event.put("text", event.get("text") + "!");
                            return event;
                        })
                : List.of();
        var types = EventTypes.of(List.of(TestLog.Story.class), PersonalData.NONE, steps);
        var store = node.storeOf(types);

        assertThat(store.payloadOf(told("1", "{\"words\":\"one\"}"))).isEqualTo(new Told("one!"));
        assertThat(store.payloadOf(told("2", "{\"text\":\"two\"}"))).isEqualTo(new Told("two!"));
        assertThat(store.payloadOf(told("3", "{\"text\":\"three\"}"))).isEqualTo(new Told("three"));
        assertThatThrownBy(() -> store.payloadOf(told("4", "{}"))).isInstanceOf(UnknownEventException.class);
        assertThatThrownBy(() -> store.payloadOf(told("new", "{}"))).isInstanceOf(UnknownEventException.class);
    }

    private static StoredEvent told(String revision, String payload) {
        return new StoredEvent(
                1, new UUID(0, 1), "Story", "story/a", 0, "Told", revision, payload, "{}", Instant.EPOCH);
    }
}
