package org.probity.eventstore;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.probity.eventstore.TestLog.event;
import static org.probity.eventstore.TestLog.key;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import javax.sql.DataSource;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;

@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class GroupCommitTest {

    private final TestLog node = new TestLog();

    @AfterEach
    void close() {
        node.close();
    }

    @Test
    void of_many_units_of_work_written_together_only_the_offenders_fail() throws Exception {
        node.append(event("story/taken", 0, "first"));
        CommandKey used = key("used");
        node.append(used, event("story/keyed", 0, "first"));
        List<CompletableFuture<Receipt>> innocent = new ArrayList<>();
        CompletableFuture<Receipt> stale;
        CompletableFuture<Receipt> repeated;
        try (var held = new HeldTurn(node)) {
            held.hasOneWaiting();
            innocent.add(submit(event("story/a", 0, "a"), event("story/b", 0, "b")));
            held.hasQueued(1);
            stale = submit(event("story/c", 0, "goes with the next"), event("story/taken", 0, "stale"));
            held.hasQueued(2);
            innocent.add(submit(event("story/d", 0, "d")));
            held.hasQueued(3);
            repeated = submit(used, event("story/e", 0, "e"));
            held.hasQueued(4);
            innocent.add(submit(event("story/f", 0, "f"), event("story/f", 1, "f"), event("story/taken", 1, "next")));
            held.hasQueued(5);
        }
        assertThat(failureOf(stale)).isInstanceOf(ConcurrencyException.class);
        assertThat(failureOf(repeated)).isInstanceOf(CommandKeyTakenException.class);
        assertThat(innocent).allSatisfy(unit -> {
            Receipt receipt = unit.get();
            assertThat(node.log.after(receipt.first() - 1, receipt.types().size()))
                    .extracting(StoredEvent::recordedAt)
                    .containsOnly(receipt.recordedAt());
        });
        assertThat(subjectsInOrder())
                .containsExactly(
                        "story/taken",
                        "story/keyed",
                        "story/waiting",
                        "story/a",
                        "story/b",
                        "story/d",
                        "story/f",
                        "story/f",
                        "story/taken");
        assertGapless();
    }

    @Test
    void two_units_of_work_that_want_the_same_place_are_decided_one_after_the_other() throws Exception {
        CompletableFuture<Receipt> one;
        CompletableFuture<Receipt> other;
        CompletableFuture<Receipt> next;
        try (var held = new HeldTurn(node)) {
            held.hasOneWaiting();
            one = submit(event("story/a", 0, "one"));
            held.hasQueued(1);
            other = submit(event("story/a", 0, "other"));
            held.hasQueued(2);
            next = submit(event("story/a", 1, "after one"));
            held.hasQueued(3);
        }
        assertThat(one.get().first()).isEqualTo(2);
        assertThat(failureOf(other)).isInstanceOf(ConcurrencyException.class);
        assertThat(next.get().first()).isEqualTo(3);
        assertGapless();
    }

    @Test
    void when_all_fail_the_head_stays_where_it_was() throws Exception {
        Receipt before = node.append(event("story/a", 0, "one"));
        node.clock.now = node.clock.now.plusSeconds(60);

        assertThat(failureOf(submit(event("story/a", 0, "stale")))).isInstanceOf(ConcurrencyException.class);

        assertThat(node.log.head()).isEqualTo(new LogHead(1, before.recordedAt(), false));
    }

    @Test
    void a_full_house_refuses_and_what_it_took_is_written() throws Exception {
        try (var small = new GroupCommit(database(), node.clock, 3)) {
            List<CompletableFuture<Receipt>> taken;
            try (var held = new HeldTurn(node)) {
                var first = submit(small, null, event("story/first", 0, "in flight"));
                held.hasWaiting();
                taken = List.of(
                        first,
                        submit(small, null, event("story/second", 0, "queued")),
                        submit(small, null, event("story/third", 0, "queued")));
                await().until(() -> small.pending() == 3);
                assertThat(failureOf(submit(small, null, event("story/fourth", 0, "one too many"))))
                        .isInstanceOf(LogUnavailableException.class);
            }
            for (CompletableFuture<Receipt> unit : taken) {
                unit.get();
            }
        }
        assertThat(subjectsInOrder()).containsExactlyInAnyOrder("story/first", "story/second", "story/third");
    }

    @Test
    void closing_writes_what_was_taken_and_takes_no_more() throws Exception {
        var closing = new GroupCommit(database(), node.clock, 10);
        List<CompletableFuture<Receipt>> taken;
        CompletableFuture<Void> closed;
        try (var held = new HeldTurn(node)) {
            var first = submit(closing, null, event("story/first", 0, "in flight"));
            held.hasWaiting();
            taken = List.of(first, submit(closing, null, event("story/second", 0, "queued")));
            await().until(() -> closing.pending() == 2);
            closed = CompletableFuture.runAsync(closing::close);
            await().until(closing::isClosing);
            assertThat(failureOf(submit(closing, null, event("story/late", 0, "late"))))
                    .isInstanceOf(LogUnavailableException.class);
        }
        closed.get();
        for (CompletableFuture<Receipt> unit : taken) {
            unit.get();
        }
        assertThat(subjectsInOrder()).containsExactly("story/first", "story/second");
    }

    @Test
    void an_answer_that_is_lost_after_the_commit_is_found_in_the_log() throws Exception {
        try (var proxy = new CuttingProxy(TestLog.port());
                var through = new GroupCommit(database(proxy.port()), node.clock, 10)) {
            submit(through, null, event("story/a", 0, "opens the connection")).get();
            proxy.cutAnswerTo("the answer is lost");

            Receipt receipt = submit(
                            through, key("cut"), event("story/a", 1, "the answer is lost"), event("story/b", 0, "b"))
                    .get();

            assertThat(proxy.cuts()).isEqualTo(1);
            assertThat(receipt.first()).isEqualTo(2);
            assertThat(receipt.recordedAt()).isEqualTo(node.all().get(1).recordedAt());
            assertThat(subjectsInOrder()).containsExactly("story/a", "story/a", "story/b");
        }
    }

    @Test
    void an_answer_that_never_comes_is_found_in_the_log() throws Exception {
        try (var proxy = new CuttingProxy(TestLog.port())) {
            PGSimpleDataSource impatient = database(proxy.port());
            impatient.setSocketTimeout(1);
            try (var through = new GroupCommit(impatient, node.clock, 10)) {
                submit(through, null, event("story/a", 0, "opens the connection"))
                        .get();
                proxy.keepAnswerTo("the answer never comes");

                Receipt receipt = submit(through, key("kept"), event("story/a", 1, "the answer never comes"))
                        .get();

                assertThat(proxy.cuts()).isPositive();
                assertThat(receipt.first()).isEqualTo(2);
                assertThat(subjectsInOrder()).containsExactly("story/a", "story/a");
            }
        }
    }

    @Test
    void a_statement_that_is_only_slow_leaves_nothing_behind_when_it_is_given_up() throws Exception {
        PGSimpleDataSource impatient = database();
        impatient.setSocketTimeout(3);
        var counting = new CountingConnections(impatient);
        try (var hasty = new GroupCommit(counting, node.clock, 10)) {
            CompletableFuture<Receipt> slow;
            try (var held = new HeldTurn(node)) {
                slow = submit(hasty, null, event("story/a", 0, "slow"));
                held.hasWaiting();
                await().atMost(30, TimeUnit.SECONDS).until(() -> counting.opened.get() == 3);
                held.hasWaiting();
            }
            assertThat(slow.get().first()).isEqualTo(1);
        }
    }

    @Test
    void whoever_is_interrupted_while_it_writes_alone_still_gets_its_outcome() throws Exception {
        var counting = new CountingConnections(database());
        try (var alone = new GroupCommit(counting, node.clock, 10)) {
            submit(alone, null, event("story/a", 0, "opens the connection")).get();
            Append unit =
                    Append.of(List.of(event("story/a", 1, "interrupted")), key("interrupted"), null, node.serializer);
            var outcome = new CompletableFuture<Receipt>();
            var stillInterrupted = new CompletableFuture<Boolean>();
            try (var held = new HeldTurn(node)) {
                Thread caller = Thread.ofVirtual().start(() -> {
                    outcome.complete(alone.append(unit));
                    stillInterrupted.complete(Thread.currentThread().isInterrupted());
                });
                held.hasWaiting();
                caller.interrupt();
            }
            assertThat(outcome.get().first()).isEqualTo(2);
            assertThat(stillInterrupted.get()).isTrue();
            assertThat(counting.opened).hasValue(2);
            assertThat(subjectsInOrder()).containsExactly("story/a", "story/a");
        }
    }

    private static final class CountingConnections extends DelegatingDataSource {
        private final AtomicInteger opened = new AtomicInteger();

        CountingConnections(DataSource database) {
            super(database);
        }

        @Override
        public Connection getConnection() throws SQLException {
            opened.incrementAndGet();
            return super.getConnection();
        }
    }

    @Test
    void an_append_goes_on_after_its_connection_is_ended() throws Exception {
        node.append(event("story/a", 0, "one"));
        node.endConnections();

        assertThat(node.append(event("story/a", 1, "two")).first()).isEqualTo(2);
        assertGapless();
    }

    @Test
    void a_database_that_is_gone_is_said_to_be() {
        var nowhere = new PGSimpleDataSource();
        nowhere.setUrl("jdbc:postgresql://127.0.0.1:1/none");
        try (var lost = new GroupCommit(nowhere, node.clock, 10)) {
            assertThat(failureOf(submit(lost, null, event("story/a", 0, "one"))))
                    .isInstanceOf(LogUnavailableException.class);
        }
    }

    @Test
    void a_database_that_lets_nobody_in_is_gone_too_and_says_nothing_of_the_unit_of_work() {
        var missing = new PGSimpleDataSource();
        missing.setUrl(node.connections.pool().getJdbcUrl().replaceAll("/log\\d+", "/no_such_database"));
        try (var lost = new GroupCommit(missing, node.clock, 10)) {
            assertThat(failureOf(submit(lost, null, event("story/a", 0, "one"))))
                    .isInstanceOf(LogUnavailableException.class);
        }
    }

    @Test
    void what_was_sent_waits_for_its_outcome_also_when_the_database_first_lets_nobody_in() throws Exception {
        try (var proxy = new CuttingProxy(TestLog.port())) {
            var refusing = new RefusingOnce(database(proxy.port()));
            try (var through = new GroupCommit(refusing, node.clock, 10)) {
                submit(through, null, event("story/a", 0, "opens the connection"))
                        .get();
                refusing.refuseNext = true;
                proxy.cutAnswerTo("the answer is lost");

                Receipt receipt = submit(through, key("cut"), event("story/a", 1, "the answer is lost"))
                        .get();

                assertThat(proxy.cuts()).isEqualTo(1);
                assertThat(refusing.refuseNext).isFalse();
                assertThat(receipt.first()).isEqualTo(2);
                assertThat(subjectsInOrder()).containsExactly("story/a", "story/a");
            }
        }
    }

    /** A database that once answers a log-in like one that does not know the user (SQLSTATE 28P01). */
    private static final class RefusingOnce extends DelegatingDataSource {
        private volatile boolean refuseNext;

        RefusingOnce(DataSource database) {
            super(database);
        }

        @Override
        public Connection getConnection() throws SQLException {
            if (refuseNext) {
                refuseNext = false;
                throw new SQLException("refused", "28P01");
            }
            return super.getConnection();
        }
    }

    @Test
    void a_unit_of_work_that_the_database_cannot_take_fails_alone() throws Exception {
        CompletableFuture<Receipt> good;
        CompletableFuture<Receipt> bad;
        CompletableFuture<Receipt> alsoGood;
        try (var held = new HeldTurn(node)) {
            held.hasOneWaiting();
            good = submit(event("story/a", 0, "one"));
            held.hasQueued(1);
            bad = submit(event("story/" + (char) 0, 0, "no text has this character"));
            held.hasQueued(2);
            alsoGood = submit(event("story/b", 0, "two"));
            held.hasQueued(3);
        }
        assertThat(good.get().first()).isEqualTo(2);
        assertThat(alsoGood.get().first()).isEqualTo(3);
        assertThatThrownBy(bad::get)
                .cause()
                .isInstanceOf(org.axonframework.eventsourcing.eventstore.EventStoreException.class);
        assertGapless();
    }

    private void assertGapless() {
        List<Long> positions = node.all().stream().map(StoredEvent::position).toList();
        assertThat(positions)
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, positions.size()).boxed().toList());
        assertThat(node.log.head().position()).isEqualTo(positions.size());
        Map<String, List<Long>> sequences = node.all().stream()
                .collect(toMap(StoredEvent::subject, one -> List.of(one.sequence()), (some, more) -> {
                    var all = new ArrayList<>(some);
                    all.addAll(more);
                    return all;
                }));
        assertThat(sequences.values()).allSatisfy(all -> assertThat(all)
                .containsExactlyElementsOf(
                        IntStream.range(0, all.size()).mapToObj(Long::valueOf).toList()));
    }

    private List<String> subjectsInOrder() {
        return node.all().stream().map(StoredEvent::subject).toList();
    }

    private CompletableFuture<Receipt> submit(DomainEventMessage<?>... events) {
        return submit(node.commit, null, events);
    }

    private CompletableFuture<Receipt> submit(CommandKey key, DomainEventMessage<?>... events) {
        return submit(node.commit, key, events);
    }

    private CompletableFuture<Receipt> submit(
            GroupCommit to, @Nullable CommandKey key, DomainEventMessage<?>... events) {
        Append unit = Append.of(List.of(events), key, null, node.serializer);
        return CompletableFuture.supplyAsync(
                () -> to.append(unit), task -> Thread.ofVirtual().start(task));
    }

    private static Throwable failureOf(CompletableFuture<Receipt> unit) {
        try {
            throw new AssertionError("It was appended: " + unit.join());
        } catch (CompletionException e) {
            return Objects.requireNonNull(e.getCause());
        }
    }

    private PGSimpleDataSource database() {
        return database(TestLog.port());
    }

    private PGSimpleDataSource database(int port) {
        var database = new PGSimpleDataSource();
        database.setUrl(node.connections.pool().getJdbcUrl().replace(":" + TestLog.port() + "/", ":" + port + "/"));
        return database;
    }

    /** Somebody else has the turn to append: whatever is appended meanwhile piles up. */
    private final class HeldTurn implements AutoCloseable {
        private final Connection connection;
        private @Nullable CompletableFuture<Receipt> waiting;

        HeldTurn(TestLog log) throws SQLException {
            connection = log.connections.pool().getConnection();
            connection.setAutoCommit(false);
            try (var statement = connection.createStatement()) {
                statement.execute("select pg_advisory_xact_lock(log.turn())");
            }
        }

        /** A flush is under way and waits, so that what comes next is written together. */
        void hasOneWaiting() {
            waiting = submit(event("story/waiting", 0, "waits for the turn"));
            hasWaiting();
        }

        void hasWaiting() {
            await().until(() -> {
                try (var other = node.connections.pool().getConnection();
                        var statement = other.createStatement();
                        var result = statement.executeQuery("select count(*) from pg_stat_activity"
                                + " where datname = current_database() and wait_event_type = 'Lock'")) {
                    result.next();
                    return result.getInt(1) == 1;
                }
            });
        }

        void hasQueued(int units) {
            await().until(() -> node.commit.pending() == units + 1);
        }

        @Override
        public void close() throws SQLException {
            connection.rollback();
            connection.setAutoCommit(true);
            connection.close();
            if (waiting != null) {
                waiting.join();
            }
        }
    }
}
