package org.probity.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.probity.eventstore.TestLog.event;
import static org.probity.eventstore.TestLog.key;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.modelling.command.ConcurrencyException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class EventLogTest {

    private final TestLog node = new TestLog();

    @AfterEach
    void close() {
        node.close();
    }

    @Test
    void the_first_event_has_position_one() {
        Receipt receipt = node.append(event("story/a", 0, "first"));

        assertThat(receipt.first()).isEqualTo(1);
        assertThat(receipt.types()).containsExactly("Told");
        assertThat(node.all()).singleElement().satisfies(stored -> {
            assertThat(stored.subject()).isEqualTo("story/a");
            assertThat(stored.payload()).isEqualTo("{\"text\":\"first\"}");
            assertThat(stored.metadata()).isEqualTo("{\"by\":\"test\"}");
            assertThat(stored.type()).isEqualTo("Told");
            assertThat(stored.revision()).isEqualTo("1");
        });
    }

    @Test
    void several_streams_are_appended_together_or_not_at_all() {
        node.append(event("story/a", 0, "first"));

        assertThatThrownBy(() -> node.append(event("story/b", 0, "with a stale one"), event("story/a", 0, "stale")))
                .isInstanceOf(ConcurrencyException.class);

        assertThat(node.all()).hasSize(1);
        assertThat(node.append(event("story/a", 1, "next"), event("story/b", 0, "next"))
                        .first())
                .isEqualTo(2);
    }

    @Test
    void streams_are_found_by_the_beginning_of_their_names() {
        node.append(event("story/a/2", 0, "one"), event("story/a/1", 0, "one"), event("story/a/1", 1, "two"));
        node.append(event("story/a", 0, "the whole"), event("story/ab/1", 0, "another"), event("story/a%/1", 0, "odd"));

        assertThat(node.log.streamsIn("story/a")).containsExactly("story/a/1", "story/a/2");
        assertThat(node.log.streamsIn("story/b")).isEmpty();
    }

    @Test
    void of_the_streams_that_are_asked_for_those_that_exist_are_told() {
        node.append(event("story/b", 0, "one"), event("story/a", 0, "one"), event("story/a", 1, "two"));

        assertThat(node.log.existing(List.of("story/b", "story/c", "story/a"))).containsExactly("story/a", "story/b");
        assertThat(node.log.existing(List.of())).isEmpty();
    }

    @Test
    void positions_are_gapless_in_commit_order_whatever_fails_in_between_and_on_two_nodes() throws Exception {
        try (var second = new TestLog(node);
                var threads = Executors.newFixedThreadPool(8)) {
            var seenInOrder = new ArrayList<Long>();
            List<Callable<Integer>> writers = new ArrayList<>();
            for (int w = 0; w < 8; w++) {
                int writer = w;
                TestLog mine = w % 2 == 0 ? node : second;
                writers.add(() -> {
                    var random = new Random(writer);
                    int appended = 0;
                    for (int i = 0; i < 60; i++) {
                        try {
                            boolean conflict = random.nextInt(4) == 0;
                            mine.append(
                                    event("story/" + writer + "-" + i, 0, "a"),
                                    event(conflict ? "story/0-0" : "story/" + writer + "+" + i, 0, "b"));
                            appended += 2;
                        } catch (ConcurrencyException e) {
                            // leaves no gap
                        }
                    }
                    return appended;
                });
            }
            Future<?> reader = threads.submit(() -> {
                try (var stream = second.store.openStream(null)) {
                    while (seenInOrder.isEmpty() || seenInOrder.getLast() < 8 * 60) {
                        if (!stream.hasNextAvailable(2, java.util.concurrent.TimeUnit.SECONDS)) {
                            return null;
                        }
                        seenInOrder.add(stream.nextAvailable()
                                .trackingToken()
                                .position()
                                .orElseThrow());
                    }
                    return null;
                }
            });
            int appended = 0;
            for (Future<Integer> writer : threads.invokeAll(writers)) {
                appended += writer.get();
            }
            reader.get();

            assertThat(node.all().stream().map(StoredEvent::position))
                    .containsExactlyElementsOf(
                            LongStream.rangeClosed(1, appended).boxed().toList());
            assertThat(node.log.head().position()).isEqualTo(appended);
            assertThat(seenInOrder)
                    .containsExactlyElementsOf(LongStream.rangeClosed(1, seenInOrder.size())
                            .boxed()
                            .toList());
            assertThat(seenInOrder.size()).isGreaterThanOrEqualTo(Math.min(appended, 8 * 60));
        }
    }

    @Test
    void recorded_time_never_runs_backwards() {
        node.append(event("story/a", 0, "noon"));
        node.clock.now = Instant.parse("2026-03-01T11:00:00Z");
        Receipt earlier = node.append(event("story/a", 1, "the clock was set back"));
        node.clock.now = Instant.parse("2026-03-01T13:00:00Z");
        Receipt later = node.append(event("story/a", 2, "one o'clock"));

        assertThat(earlier.recordedAt()).isEqualTo(Instant.parse("2026-03-01T12:00:00Z"));
        assertThat(later.recordedAt()).isEqualTo(Instant.parse("2026-03-01T13:00:00Z"));
        assertThat(node.log.positionAt(Instant.parse("2026-03-01T12:30:00Z"))).isEqualTo(2);
        assertThat(node.log.positionAt(Instant.parse("2026-03-01T11:59:00Z"))).isZero();
    }

    @Test
    void the_last_position_at_a_moment_is_found_among_any_number_of_events_and_times() {
        Instant noon = node.clock.now;
        assertThat(node.log.positionAt(noon)).isZero();
        for (int i = 0; i < 20; i++) {
            node.clock.now = noon.plusSeconds(10L * (i / 3));
            node.append(event("story/a", i, "three at a time"));
        }
        for (int seconds = -5; seconds < 80; seconds += 5) {
            long expected = Math.min(20, 3L * Math.floorDiv(seconds + 10, 10));
            assertThat(node.log.positionAt(noon.plusSeconds(seconds))).isEqualTo(expected);
        }
    }

    @Test
    void a_name_that_no_stream_can_have_is_one_that_does_not_exist() {
        node.append(event("story/a", 0, "one"));
        assertThat(node.log.ofStream("story/\0")).isEmpty();
        assertThat(node.log.lastSequences(List.of("story/a", "story/\0"))).containsOnlyKeys("story/a");
    }

    @Test
    void a_silent_connection_of_the_writer_is_given_up_after_the_time_that_the_address_says() {
        assertThat(LogConnections.ofWriter("jdbc:postgresql://127.0.0.1/log", null, null)
                        .getSocketTimeout())
                .isEqualTo(LogConnections.SILENCE_SECONDS);
        assertThat(LogConnections.ofWriter("jdbc:postgresql://127.0.0.1/log?socketTimeout=300", null, null)
                        .getSocketTimeout())
                .isEqualTo(300);
    }

    @Test
    void a_slow_statement_of_a_reader_is_given_up_before_its_connection() throws Exception {
        try (var connection = node.connections.pool().getConnection();
                var statement = connection.createStatement();
                var shown = statement.executeQuery("show statement_timeout")) {
            shown.next();
            assertThat(shown.getString(1)).isEqualTo("25s");
            assertThat(connection.getNetworkTimeout()).isEqualTo(LogConnections.SILENCE_SECONDS * 1_000);
        }
        try (var connection = node.vaultConnections.pool().getConnection()) {
            assertThat(connection.getNetworkTimeout()).isEqualTo(LogConnections.SILENCE_SECONDS * 1_000);
        }
    }

    @Test
    void readers_who_keep_up_share_what_is_read() throws Exception {
        node.append(event("story/a", 0, "one"));
        await().until(() -> node.watch.head() == 1);
        int before = node.queries.get();
        for (int reader = 0; reader < 5; reader++) {
            try (var stream = node.store.openStream(null)) {
                assertThat(stream.nextAvailable().getPayload()).isNotNull();
            }
        }
        assertThat(node.queries.get() - before).isEqualTo(1);
    }

    /** Not even while it is so short that to read it all would be the shortest way. */
    @Test
    void no_question_is_answered_by_reading_the_log_from_end_to_end() {
        CommandKey key = key("who did what");
        node.append(key, event("story/a", 0, "one"), event("story/b", 0, "two"));
        JdbcClient.create(node.connections.pool()).sql("analyze").update();
        for (int turn = 0; turn < 20; turn++) {
            node.append(event("story/c", turn, "on and on"));
            node.log.after(0, 10);
            node.log.trackedAfter(0, 10);
            node.log.ofSubjectAfter("story/a", 0, 10);
            node.log.ofStream("story/a");
            node.log.lastSequences(List.of("story/a", "story/b"));
            node.log.streamsIn("story");
            node.log.existing(List.of("story/a"));
            node.log.positionAt(node.clock.now);
            node.log.recordedAt(1);
            node.log.findByKey(key.id());
        }
        await().atMost(Duration.ofSeconds(30)).until(() -> read("idx_scan", "event") >= 200);
        assertThat(read("seq_tup_read", "event")).isZero();
        assertThat(read("seq_tup_read", "outcome")).isZero();
    }

    private long read(String statistic, String table) {
        return JdbcClient.create(node.connections.pool())
                .sql("select " + statistic + " from pg_stat_user_tables where schemaname = 'log' and relname = ?")
                .param(table)
                .query(Long.class)
                .single();
    }

    @Test
    void a_key_is_stored_with_the_first_event_of_its_command_and_finds_them_all() {
        CommandKey key = key("who did what");
        node.append(event("story/x", 0, "before"));
        node.append(key, event("story/a", 0, "one"), event("story/b", 0, "two"));
        node.append(event("story/x", 1, "after"));

        var found = node.log.findByKey(key.id()).orElseThrow();
        assertThat(found.fingerprint()).isEqualTo("who did what");
        assertThat(found.events().stream().map(StoredEvent::position)).containsExactly(2L, 3L);
        assertThat(node.log.findByKey(java.util.UUID.randomUUID())).isEmpty();
    }

    @Test
    void the_same_key_appends_once_however_often_it_is_tried_at_once() throws Exception {
        CommandKey key = key("race");
        List<Callable<Boolean>> tries = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            int n = i;
            tries.add(() -> {
                try {
                    node.append(key, event("story/try-" + n, 0, "me"));
                    return true;
                } catch (CommandKeyTakenException e) {
                    return false;
                }
            });
        }
        try (var threads = Executors.newFixedThreadPool(10)) {
            int won = 0;
            for (Future<Boolean> attempt : threads.invokeAll(tries)) {
                won += attempt.get() ? 1 : 0;
            }
            assertThat(won).isEqualTo(1);
        }
        assertThat(node.all()).hasSize(1);
    }

    @Test
    void a_key_whose_refusal_is_in_the_log_already_is_kept_with_it() {
        node.append(event("story/x", 0, "before"));
        node.append(key("first"), event("story/refusal", 0, "refused"));
        CommandKey again = key("again");
        node.log.keepRefused(again, 2);

        var found = node.log.findByKey(again.id()).orElseThrow();
        assertThat(found.fingerprint()).isEqualTo("again");
        assertThat(found.events().stream().map(StoredEvent::position)).containsExactly(2L);
    }

    @Test
    void a_key_has_one_outcome_a_refusal_or_events() {
        CommandKey refused = key("refused");
        CommandKey accepted = key("accepted");
        node.append(event("story/refusal", 0, "refused"));
        node.append(accepted, event("story/a", 0, "accepted"));
        node.log.keepRefused(refused, 1);

        assertThatThrownBy(() -> node.log.keepRefused(refused, 1)).isInstanceOf(CommandKeyTakenException.class);
        assertThatThrownBy(() -> node.log.keepRefused(accepted, 1)).isInstanceOf(CommandKeyTakenException.class);
        assertThatThrownBy(() -> node.append(refused, event("story/b", 0, "accepted later")))
                .isInstanceOf(CommandKeyTakenException.class);
        assertThat(node.all()).hasSize(2);
    }

    @Test
    void a_key_that_is_refused_and_accepted_at_the_same_moment_on_two_nodes_has_one_outcome() throws Exception {
        node.append(event("story/refusal", 0, "refused"));
        try (var second = new TestLog(node);
                var threads = Executors.newFixedThreadPool(2)) {
            for (int i = 0; i < 100; i++) {
                CommandKey key = key("race");
                String story = "story/" + i;
                List<Callable<Boolean>> rivals = List.of(
                        () -> wins(() -> node.log.keepRefused(key, 1)),
                        () -> wins(() -> second.append(key, event(story, 0, "accepted"))));
                int won = 0;
                for (Future<Boolean> attempt : threads.invokeAll(rivals)) {
                    won += attempt.get() ? 1 : 0;
                }
                assertThat(won).isEqualTo(1);
            }
        }
    }

    private static boolean wins(Runnable attempt) {
        try {
            attempt.run();
            return true;
        } catch (CommandKeyTakenException e) {
            return false;
        }
    }

    @Test
    void an_event_larger_than_a_log_entry_is_refused_before_it_is_sent() {
        assertThatThrownBy(() -> node.append(event("story/a", 0, "x".repeat(EventTooLargeException.LIMIT))))
                .isInstanceOf(EventTooLargeException.class);
        assertThat(node.all()).isEmpty();
    }

    @Test
    void a_unit_of_work_that_is_rolled_back_appends_nothing() {
        var unitOfWork = DefaultUnitOfWork.startAndGet(null);
        node.store.publish(event("story/a", 0, "never"));
        unitOfWork.rollback();

        assertThat(node.all()).isEmpty();
    }

    @Test
    void a_database_that_may_lose_what_it_acknowledged_is_not_used() throws SQLException {
        try (var connection = node.connections.pool().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("alter database %s set synchronous_commit = off".formatted(connection.getCatalog()));
        }
        assertThatThrownBy(() -> new TestLog(node))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("synchronous_commit=off");
    }

    @Test
    void what_is_recorded_cannot_be_changed_by_a_statement() throws SQLException {
        node.append(event("story/a", 0, "stays"));
        node.log.keepRefused(key("stays"), 1);
        for (String sql : List.of(
                "update log.event set payload = '{}'",
                "delete from log.event",
                "truncate log.event cascade",
                "update log.outcome set fingerprint = ''",
                "delete from log.outcome",
                "truncate log.outcome")) {
            try (var connection = node.connections.pool().getConnection();
                    var statement = connection.createStatement()) {
                assertThatThrownBy(() -> statement.execute(sql)).hasMessageContaining("append-only");
            }
        }
        assertThat(node.all()).hasSize(1);
    }

    @Test
    void an_example_log_takes_its_time_from_its_scenario() {
        Instant start = Instant.parse("2025-09-01T09:00:00Z");
        append(new ClockChange(start, true), 0);
        Receipt still = node.append(event("story/a", 1, "the clock stands"));
        append(new ClockChange(Instant.parse("2025-09-02T09:00:00Z"), false), 2);
        Receipt next = node.append(event("story/a", 3, "a day later"));

        assertThat(still.recordedAt()).isEqualTo(start);
        assertThat(next.recordedAt()).isEqualTo(Instant.parse("2025-09-02T09:00:00Z"));
        assertThat(node.log.head().example()).isTrue();
    }

    @Test
    void a_log_that_is_not_empty_cannot_become_an_example() {
        node.append(event("story/a", 0, "real"));

        assertThatThrownBy(() -> append(new ClockChange(Instant.parse("2025-09-01T09:00:00Z"), true), 1))
                .isInstanceOf(ConcurrencyException.class);
        assertThat(node.log.head().example()).isFalse();
        assertThat(node.all()).hasSize(1);
    }

    @Test
    void a_real_log_ignores_a_clock_that_is_set() {
        append(new ClockChange(Instant.parse("2001-01-01T00:00:00Z"), false), 0);

        assertThat(node.log.head().recordedAt()).isEqualTo(Instant.parse("2026-03-01T12:00:00Z"));
    }

    private void append(ClockChange change, long sequence) {
        var unitOfWork = DefaultUnitOfWork.startAndGet(null);
        change.attachTo(unitOfWork);
        unitOfWork.execute(() -> node.store.publish(event("story/a", sequence, "the clock moves")));
    }
}
