package org.probity.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.probity.eventstore.TestLog.event;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.ResultMessage;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.modelling.command.ConcurrencyException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.probity.eventstore.TestLog.Story.Told;

/** Decisions of two nodes on one log, each with its own memory. */
class StreamCacheTest {

    private final TestLog node = new TestLog();
    private final TestLog other = new TestLog(node);

    @AfterEach
    void close() {
        other.close();
        node.close();
    }

    @Test
    void what_was_appended_or_read_here_is_decided_on_without_a_query() {
        other.append(event("story/b", 0, "one"));
        node.append(event("story/a", 0, "one"));
        assertThat(decide(node, () -> texts(node, "story/b"))).containsExactly("one");
        int before = node.queries.get();

        tell(node, "story/a", "two");
        tell(node, "story/b", "two");
        tell(node, "story/a", "three");

        assertThat(node.queries).hasValue(before);
        assertThat(texts(node, "story/a")).containsExactly("one", "two", "three");
        assertThat(texts(node, "story/b")).containsExactly("one", "two");
    }

    @Test
    void memory_holds_what_the_log_holds() {
        node.append(event("story/a", 0, "one"), event("story/b", 0, "other"), event("story/a", 1, "two"));
        var reads = new StreamCache.Reads();
        int before = node.queries.get();

        assertThat(node.cache.read("story/a", reads)).isEqualTo(other.log.ofStream("story/a"));
        assertThat(node.cache.read("story/b", reads)).isEqualTo(other.log.ofStream("story/b"));
        assertThat(node.queries).hasValue(before);
    }

    @Test
    void a_part_of_a_stream_and_its_end_are_known_from_memory() {
        node.append(event("story/a", 0, "one"), event("story/a", 1, "two"));
        decide(node, () -> {
            int before = node.queries.get();
            assertThat(node.store.readEvents("story/a", 1).asStream().map(StreamCacheTest::text))
                    .containsExactly("two");
            assertThat(node.store.lastSequenceNumberFor("story/a")).contains(1L);
            assertThat(node.queries).hasValue(before);
            assertThat(node.store.lastSequenceNumberFor("story/none")).isEmpty();
            return true;
        });
    }

    @Test
    void whoever_decides_without_memory_reads_the_log() {
        node.append(event("story/a", 0, "one"));
        other.append(event("story/a", 1, "two"));

        assertThat(texts(node, "story/a")).containsExactly("one", "two");
    }

    @Test
    void a_refusal_is_not_believed_when_another_node_has_changed_what_it_looked_at() {
        tell(node, "story/a", "open");
        tell(other, "story/a", "closed");

        assertThatThrownBy(() -> decide(node, () -> mustEndWith(node, "story/a", "closed")))
                .isInstanceOf(ConcurrencyException.class);
        assertThat(decide(node, () -> mustEndWith(node, "story/a", "closed"))).isTrue();
        assertThatThrownBy(() -> decide(node, () -> mustEndWith(node, "story/a", "open")))
                .isInstanceOf(Refusal.class);
    }

    @Test
    void a_stream_that_was_not_there_is_not_taken_to_be_missing_for_ever() {
        assertThatThrownBy(() -> decide(node, () -> mustEndWith(node, "story/a", "open")))
                .isInstanceOf(Refusal.class);
        tell(other, "story/a", "open");

        assertThatThrownBy(() -> decide(node, () -> mustEndWith(node, "story/a", "open")))
                .isInstanceOf(ConcurrencyException.class);
        assertThat(decide(node, () -> mustEndWith(node, "story/a", "open"))).isTrue();
    }

    @Test
    void nothing_is_appended_when_another_node_has_changed_what_was_only_looked_at() {
        tell(node, "story/duty", "granted");
        tell(other, "story/duty", "ended");
        Callable<Boolean> whileGranted = () -> {
            mustEndWith(node, "story/duty", "granted");
            return node.store.lastSequenceNumberFor("story/a").isEmpty() && publish(node, "story/a", 0, "done");
        };

        assertThatThrownBy(() -> decide(node, whileGranted)).isInstanceOf(ConcurrencyException.class);
        assertThatThrownBy(() -> decide(node, whileGranted)).isInstanceOf(Refusal.class);
        assertThat(node.all()).hasSize(2);
    }

    @Test
    void an_answer_that_leaves_no_event_is_not_believed_either() {
        tell(node, "story/a", "open");
        tell(other, "story/a", "closed");

        assertThatThrownBy(() -> decide(node, () -> texts(node, "story/a"))).isInstanceOf(ConcurrencyException.class);
        assertThat(decide(node, () -> texts(node, "story/a"))).containsExactly("open", "closed");
    }

    @Test
    void of_two_readings_of_one_stream_the_first_must_hold_too() {
        tell(node, "story/a", "open");
        tell(other, "story/a", "closed");

        assertThatThrownBy(() -> decide(node, () -> {
                    mustEndWith(node, "story/a", "open");
                    node.cache.forget(List.of("story/a"));
                    mustEndWith(node, "story/a", "closed");
                    return publish(node, "story/a", texts(node, "story/a").size(), "more");
                }))
                .isInstanceOf(ConcurrencyException.class);
        assertThat(node.all()).hasSize(2);
    }

    @Test
    void after_a_conflict_the_stream_is_read_anew() {
        tell(node, "story/a", "one");
        tell(other, "story/a", "two");

        assertThatThrownBy(() -> tell(node, "story/a", "three")).isInstanceOf(ConcurrencyException.class);
        tell(node, "story/a", "three");
        assertThat(texts(node, "story/a")).containsExactly("one", "two", "three");
    }

    @Test
    void an_append_that_another_nodes_came_before_leaves_no_gap_in_memory() {
        tell(node, "story/a", "one");
        tell(other, "story/a", "two");
        node.append(event("story/a", 2, "three"));

        assertThat(decide(node, () -> texts(node, "story/a"))).containsExactly("one", "two", "three");
    }

    @Test
    void a_state_that_was_read_before_an_append_does_not_take_the_place_of_the_one_after_it() {
        other.append(event("story/a", 0, "one"));
        StoredEvent first = other.log.ofStream("story/a").getFirst();
        // The answer of an append comes while the state before it is on its way from the log.
        node.whenAsked = () -> node.cache.appended(List.of(first, later(first)));

        assertThat(decide(node, () -> node.cache.read("story/a", new StreamCache.Reads())))
                .hasSize(1);
        assertThat(node.cache.read("story/a", new StreamCache.Reads())).hasSize(2);
    }

    @Test
    void memory_does_not_grow_beyond_its_bound() {
        String page = "x".repeat(20_000);
        for (int i = 0; i < 200; i++) {
            node.append(event("story/" + i, 0, page));
        }
        int kept = 0;
        for (int i = 199; i >= 0; i--) {
            int before = node.queries.get();
            node.cache.read("story/" + i, new StreamCache.Reads());
            kept += node.queries.get() == before ? 1 : 0;
        }
        assertThat(kept).isPositive().isLessThanOrEqualTo(TestLog.CACHE_BYTES / (2 * page.length()));
    }

    @Test
    void what_was_appended_a_moment_ago_is_in_memory_however_much_was_kept_before() {
        String page = "x".repeat(20_000);
        for (int i = 0; i < 200; i++) {
            node.append(event("story/" + i, 0, page));
            int before = node.queries.get();
            node.cache.read("story/" + i, new StreamCache.Reads());
            assertThat(node.queries.get()).isEqualTo(before);
        }
    }

    @Test
    void no_decision_relies_on_less_than_the_log_held_when_it_began() throws Exception {
        var registering = new AtomicBoolean(true);
        var accepted = new AtomicInteger();
        var refused = new AtomicInteger();
        Queue<String> tooOld = new ConcurrentLinkedQueue<>();
        List<Future<?>> deciding = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (TestLog on : List.of(node, other, node, other)) {
                String stream = "story/" + UUID.randomUUID();
                deciding.add(threads.submit(() -> {
                    for (int turn = 0; registering.get() || turn < 20; turn++) {
                        boolean refuses = turn % 2 == 0;
                        long began = on.log.head().position();
                        try {
                            int seen = decide(on, () -> tellHowManyAreRegistered(on, stream, refuses));
                            accepted.incrementAndGet();
                            check(seen, began, tooOld);
                        } catch (Refusal refusal) {
                            refused.incrementAndGet();
                            check(refusal.seen, began, tooOld);
                        } catch (ConcurrencyException e) {
                            // memory lacked something: decided again
                        }
                    }
                }));
            }
            for (int i = 0; i < 200; i++) {
                (i % 2 == 0 ? node : other).append(event("story/register", i, "entry"));
            }
            registering.set(false);
        }
        for (Future<?> each : deciding) {
            each.get();
        }
        assertThat(tooOld).isEmpty();
        assertThat(accepted).hasPositiveValue();
        assertThat(refused).hasPositiveValue();
    }

    private static int tellHowManyAreRegistered(TestLog on, String stream, boolean refuses) {
        int seen = texts(on, "story/register").size();
        if (refuses) {
            throw new Refusal(seen);
        }
        publish(on, stream, texts(on, stream).size(), "" + seen);
        return seen;
    }

    private void check(int seen, long began, Queue<String> tooOld) {
        long registered = node.log.ofStream("story/register").stream()
                .filter(event -> event.position() <= began)
                .count();
        if (seen < registered) {
            tooOld.add("saw %d of %d".formatted(seen, registered));
        }
    }

    /** Appends a sentence to what a node, deciding, takes a story to be. */
    private static void tell(TestLog on, String stream, String text) {
        decide(on, () -> publish(on, stream, texts(on, stream).size(), text));
    }

    private static boolean publish(TestLog on, String stream, long sequence, String text) {
        on.store.publish(event(stream, sequence, text));
        return true;
    }

    private static boolean mustEndWith(TestLog on, String stream, String text) {
        List<String> told = texts(on, stream);
        if (told.isEmpty() || !told.getLast().equals(text)) {
            throw new Refusal(told.size());
        }
        return true;
    }

    private static List<String> texts(TestLog on, String stream) {
        return on.store.readEvents(stream).asStream().map(StreamCacheTest::text).toList();
    }

    private static String text(EventMessage<?> message) {
        return ((Told) message.getPayload()).text();
    }

    /** A command from its beginning to its answer. */
    @SuppressWarnings("unchecked")
    private static <T> T decide(TestLog on, Callable<T> decision) {
        var unitOfWork = DefaultUnitOfWork.startAndGet(null);
        ResultMessage<T> result =
                unitOfWork.executeWithResult(() -> (T) on.store.decideFromMemory(unitOfWork, decision::call));
        if (result.isExceptional()) {
            throw (RuntimeException) result.exceptionResult();
        }
        return result.getPayload();
    }

    private static StoredEvent later(StoredEvent event) {
        return new StoredEvent(
                event.position() + 1,
                UUID.randomUUID(),
                event.subjectType(),
                event.subject(),
                event.sequence() + 1,
                event.type(),
                event.revision(),
                event.payload(),
                event.metadata(),
                event.recordedAt());
    }

    private static final class Refusal extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final int seen;

        Refusal(int seen) {
            this.seen = seen;
        }
    }
}
