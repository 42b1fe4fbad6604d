package org.probity.eventstore;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.probity.eventstore.Schedule.Attempt;
import org.probity.eventstore.Schedule.Told;

/** What the log holds after whatever a seed made happen, compared with what the writers were told. */
class SeededSchedulesTest {

    /** Some seeds in the usual build; as many as {@code -Dprobity.schedules} says. */
    static LongStream seeds() {
        return LongStream.rangeClosed(1, Integer.getInteger("probity.schedules", 6));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void whatever_happens_the_log_is_what_the_writers_were_told(long seed) throws Exception {
        try (var schedule = new Schedule(seed)) {
            int cuts = schedule.run();
            assertThat(cuts).as("answers that were lost").isPositive();

            List<StoredEvent> log = schedule.log();
            assertThat(log.stream().map(StoredEvent::position))
                    .as("positions have no gap and no repeat")
                    .isEqualTo(LongStream.rangeClosed(1, log.size()).boxed().toList());
            assertThat(log.stream().map(StoredEvent::recordedAt).toList()).isSorted();
            assertStreamsHaveNoGap(log);
            assertAttempts(new ArrayList<>(schedule.attempts), log);
            Map<Long, String> read = schedule.readAll(log.size());
            log.forEach(event -> assertThat(read)
                    .as("a reader sees every event")
                    .containsEntry(event.position(), event.eventId().toString()));
        }
    }

    private static void assertStreamsHaveNoGap(List<StoredEvent> log) {
        Map<String, Long> last = new HashMap<>();
        for (StoredEvent event : log) {
            assertThat(event.sequence())
                    .as("the next of its stream")
                    .isEqualTo(last.merge(event.subject(), 0L, (before, none) -> before + 1));
        }
    }

    private static void assertAttempts(List<Attempt> attempts, List<StoredEvent> log) {
        Map<String, Long> positions = new HashMap<>();
        log.forEach(event -> positions.put(event.eventId().toString(), event.position()));
        assertThat(positions).as("no event is recorded twice").hasSize(log.size());
        Set<String> accounted = new HashSet<>();
        Map<UUID, Integer> outcomes = new HashMap<>();
        for (Attempt attempt : attempts) {
            List<Long> recorded = attempt.events().stream()
                    .filter(positions::containsKey)
                    .map(positions::get)
                    .toList();
            boolean whole = !recorded.isEmpty();
            if (attempt.told() == Told.REFUSED) {
                assertThat(recorded).as("what was refused is not there").isEmpty();
            } else if (attempt.told() == Told.RECORDED) {
                long first = Objects.requireNonNull(attempt.receipt()).first();
                assertThat(recorded)
                        .as("what was answered is there, where it was said to be")
                        .isEqualTo(
                                LongStream.range(first, first + attempt.events().size())
                                        .boxed()
                                        .toList());
            } else if (whole) {
                assertThat(recorded)
                        .as("what became of it is not known, but nothing is there by halves")
                        .isEqualTo(LongStream.range(
                                        recorded.getFirst(),
                                        recorded.getFirst() + attempt.events().size())
                                .boxed()
                                .toList());
            }
            if (whole) {
                accounted.addAll(attempt.events());
                if (attempt.key() != null) {
                    outcomes.merge(attempt.key().id(), 1, Integer::sum);
                }
            }
        }
        assertThat(positions.keySet()).as("nobody else's events are there").isEqualTo(accounted);
        assertThat(outcomes.values()).as("a key has one outcome").allMatch(times -> times == 1);
        assertThat(attempts.stream().map(Attempt::told))
                .as("enough happened for this to say something")
                .contains(Told.RECORDED, Told.REFUSED);
    }
}
