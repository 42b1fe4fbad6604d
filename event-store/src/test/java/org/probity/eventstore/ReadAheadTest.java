package org.probity.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.probity.eventstore.TestLog.event;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.probity.eventstore.TestLog.Story.Told;

/** How a reader reads who is far behind. */
class ReadAheadTest {

    private static final int EVENTS = 12_345;

    private final TestLog node = new TestLog();

    @AfterEach
    void close() {
        node.close();
    }

    @Test
    void a_reader_who_is_far_behind_gets_every_event_once_and_in_order_and_then_the_new_ones() throws Exception {
        grow(EVENTS, "Told");
        try (var stream = node.store.openStream(null)) {
            assertThat(positions(stream, EVENTS)).isEqualTo(upTo(EVENTS));
            assertThat(stream.hasNextAvailable()).isFalse();
            node.append(event("story/new", 0, "news"));
            assertThat(stream.nextAvailable().getPayload()).isEqualTo(new Told("news"));
        }
    }

    @Test
    void a_reader_who_is_far_behind_reads_up_to_an_event_that_is_not_known_and_no_further() throws Exception {
        grow(4_100, "Told");
        grow(1, "Forgotten");
        grow(5_000, "Told");
        for (int attempt = 0; attempt < 2; attempt++) {
            try (var stream = node.store.openStream(null)) {
                assertThat(positions(stream, 4_100)).isEqualTo(upTo(4_100));
                assertThatThrownBy(() -> stream.hasNextAvailable(5, TimeUnit.SECONDS))
                        .isInstanceOf(UnknownEventException.class);
                assertThatThrownBy(() -> stream.hasNextAvailable(5, TimeUnit.SECONDS))
                        .isInstanceOf(UnknownEventException.class);
            }
        }
    }

    @Test
    void a_reader_who_is_far_behind_goes_on_where_it_was_after_the_log_was_out_of_reach() throws Exception {
        grow(EVENTS, "Told");
        List<Long> read = new ArrayList<>();
        try (var stream = node.store.openStream(null)) {
            read(stream, 1_000, read);
            node.whenAsked = () -> {
                throw new LogUnavailableException("not now");
            };
            assertThatThrownBy(() -> read(stream, EVENTS, read)).isInstanceOf(LogUnavailableException.class);
            node.whenAsked = () -> {};
            read(stream, EVENTS, read);
        }
        assertThat(read).isEqualTo(upTo(EVENTS));
    }

    @Test
    void nothing_is_read_for_a_reader_who_has_left() throws Exception {
        grow(EVENTS, "Told");
        var reads = new AtomicInteger();
        var ahead = new ReadAhead(
                0,
                EVENTS,
                after -> {
                    reads.incrementAndGet();
                    return node.log.trackedAfter(after, 10);
                },
                page -> new LogPage(List.of(), 0));
        await().atMost(5, TimeUnit.SECONDS).until(() -> reads.get() > 3);

        ahead.close();

        while (ahead.next().isPresent()) {
            // what was read before is let go or comes to its end
        }
        assertThat(reads).as("six pages waited, one was in hand").hasValueLessThan(9);
    }

    @Test
    void the_connection_that_reads_for_a_reader_who_leaves_is_not_cut() throws Exception {
        var reading = new CountDownLatch(1);
        var mayGoOn = new CountDownLatch(1);
        var end = new CompletableFuture<String>();
        var ahead = new ReadAhead(
                0,
                EVENTS,
                after -> {
                    reading.countDown();
                    try {
                        mayGoOn.await();
                        end.complete("undisturbed");
                    } catch (InterruptedException e) {
                        end.complete("interrupted");
                    }
                    return List.of();
                },
                page -> new LogPage(List.of(), 0));
        reading.await();

        ahead.close();
        mayGoOn.countDown();

        assertThat(end.get(10, TimeUnit.SECONDS)).isEqualTo("undisturbed");
    }

    private static List<Long> positions(BlockingStream<TrackedEventMessage<?>> stream, int count)
            throws InterruptedException {
        List<Long> positions = new ArrayList<>();
        read(stream, count, positions);
        return positions;
    }

    /** Reads until there are so many. */
    private static void read(BlockingStream<TrackedEventMessage<?>> stream, int count, List<Long> into)
            throws InterruptedException {
        while (into.size() < count) {
            assertThat(stream.hasNextAvailable(20, TimeUnit.SECONDS)).isTrue();
            into.add(stream.nextAvailable().trackingToken().position().orElseThrow());
        }
    }

    private static List<Long> upTo(long last) {
        return LongStream.rangeClosed(1, last).boxed().toList();
    }

    /** Puts events of a type behind those that are there. */
    private void grow(int events, String type) throws SQLException {
        try (var connection = node.connections.pool().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("""
                    insert into log.event (position, event_id, subject_type, subject, sequence, type, revision,
                                           payload, metadata, recorded_at)
                    select head.position + n, gen_random_uuid(), 'Story', 'story/' || head.position + n, 0, '%s', '1',
                           '{"text":"' || n || '"}', '{}', now()
                      from log.head, generate_series(1, %d) n""".formatted(type, events));
        }
        long head = node.log.head().position();
        await().atMost(5, TimeUnit.SECONDS).until(() -> node.watch.head() >= head);
    }
}
