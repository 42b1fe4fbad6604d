package org.probity.board.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.probity.id.MatterKind;
import org.probity.id.PersonId;
import org.probity.interests.event.Mitigation;

/**
 * Counts quorum and votes of seeded random meetings and compares them with a model that shares nothing with them: it
 * walks over a table of people, and writes down each rule as its sentence says it.
 */
class CountingTest {

    private static final BoardCapacity[] CAPACITIES = {
        BoardCapacity.NON_OFFICER, BoardCapacity.OFFICER, BoardCapacity.CLINICAL_LEAD
    };

    /** A person in a meeting, as the model knows them. */
    private record Row(
            PersonId person,
            BoardCapacity capacity,
            int seat,
            boolean present,
            @Nullable Mitigation mitigation,
            @Nullable VoteChoice vote) {

        boolean counts() {
            return seat > 0 && present && (mitigation == null || mitigation == Mitigation.NOTE_ONLY);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void a_thousand_random_meetings_are_counted_as_the_sentences_say(long seed) {
        var random = new Random(seed);
        int quorate = 0;
        int disagreed = 0;
        for (int i = 0; i < 1_000; i++) {
            List<Row> meeting = meeting(random);
            int vacant = random.nextInt(4);
            TermsOfReference terms = terms(random);
            Roll roll = new Roll(
                    meeting.stream()
                            .map(row ->
                                    new RollMember(row.person(), row.capacity(), row.seat() > 0 ? row.seat() : null))
                            .toList(),
                    seats(meeting).size() + vacant);

            QuorumCount count = QuorumCount.of(terms, roll, present(meeting), mitigations(meeting));
            Tally tally = Tally.of(roll, votes(meeting));

            assertThat(count.met()).isEqualTo(isQuorate(meeting, vacant, terms));
            assertThat(count.counted()).isEqualTo(countingSeats(meeting).size());
            assertThat(Set.copyOf(count.missing())).isEqualTo(missing(meeting));
            assertThat(tally).isEqualTo(tally(meeting));
            quorate += count.met() ? 1 : 0;
            disagreed += tally.disagreed();
        }
        assertThat(quorate).isBetween(100, 900);
        assertThat(disagreed).isPositive();
    }

    private static boolean isQuorate(List<Row> meeting, int vacant, TermsOfReference terms) {
        int seats = seats(meeting).size() + vacant;
        int counting = countingSeats(meeting).size();
        boolean enough = counting * terms.quorum().denominator()
                >= seats * terms.quorum().numerator();
        for (CapacityMinimum minimum : terms.minima()) {
            var found = new HashSet<Integer>();
            for (Row row : meeting) {
                if (row.counts() && row.capacity() == minimum.capacity()) {
                    found.add(row.seat());
                }
            }
            enough &= found.size() >= minimum.members();
        }
        return enough;
    }

    private static Set<Integer> seats(List<Row> meeting) {
        var seats = new HashSet<Integer>();
        meeting.forEach(row -> seats.add(row.seat()));
        seats.remove(0);
        return seats;
    }

    private static Set<Integer> countingSeats(List<Row> meeting) {
        var seats = new HashSet<Integer>();
        for (Row row : meeting) {
            if (row.counts()) {
                seats.add(row.seat());
            }
        }
        return seats;
    }

    private static Set<PersonId> missing(List<Row> meeting) {
        Set<Integer> counting = countingSeats(meeting);
        var missing = new HashSet<PersonId>();
        for (Row row : meeting) {
            if (row.seat() > 0 && !counting.contains(row.seat())) {
                missing.add(row.person());
            }
        }
        return missing;
    }

    private static Tally tally(List<Row> meeting) {
        int inFavour = 0;
        int against = 0;
        int abstained = 0;
        int disagreed = 0;
        for (int seat : seats(meeting)) {
            var said = new ArrayList<VoteChoice>();
            for (Row row : meeting) {
                if (row.seat() == seat && row.vote() != null) {
                    said.add(row.vote());
                }
            }
            if (said.size() == 2 && said.get(0) != said.get(1)) {
                disagreed++;
            } else if (!said.isEmpty() && said.get(0) == VoteChoice.FOR) {
                inFavour++;
            } else if (!said.isEmpty() && said.get(0) == VoteChoice.AGAINST) {
                against++;
            } else if (!said.isEmpty()) {
                abstained++;
            }
        }
        return new Tally(inFavour, against, abstained, disagreed);
    }

    /** One to twelve seats, a fifth of them shared, and up to two who do not vote. */
    private static List<Row> meeting(Random random) {
        var rows = new ArrayList<Row>();
        int seats = 1 + random.nextInt(12);
        for (int seat = 1; seat <= seats; seat++) {
            BoardCapacity capacity = any(random, CAPACITIES);
            rows.add(row(random, capacity, seat));
            if (random.nextInt(5) == 0) {
                rows.add(row(random, capacity, seat));
            }
        }
        for (int i = random.nextInt(3); i > 0; i--) {
            rows.add(row(random, BoardCapacity.SUPPORT_STAFF, 0));
        }
        return rows;
    }

    private static Row row(Random random, BoardCapacity capacity, int seat) {
        boolean present = random.nextInt(4) > 0;
        Mitigation mitigation = random.nextInt(5) == 0 ? any(random, Mitigation.values()) : null;
        VoteChoice vote = present && random.nextInt(5) > 0 ? any(random, VoteChoice.values()) : null;
        return new Row(
                new PersonId(new UUID(random.nextLong(), random.nextLong())),
                capacity,
                seat,
                present,
                mitigation,
                vote);
    }

    private static <T> T any(Random random, T[] all) {
        return all[random.nextInt(all.length)];
    }

    private static TermsOfReference terms(Random random) {
        int denominator = 1 + random.nextInt(4);
        var minima = new ArrayList<CapacityMinimum>();
        if (random.nextInt(3) == 0) {
            minima.add(new CapacityMinimum(BoardCapacity.OFFICER, 1 + random.nextInt(2)));
        }
        if (random.nextInt(3) == 0) {
            minima.add(new CapacityMinimum(BoardCapacity.NON_OFFICER, 1 + random.nextInt(2)));
        }
        return new TermsOfReference(
                List.of(DecisionKind.DECIDE),
                List.of(new MatterKind("strategy")),
                new QuorumRule(1 + random.nextInt(denominator), denominator),
                minima,
                true,
                3,
                true,
                null);
    }

    private static Set<PersonId> present(List<Row> meeting) {
        var present = new HashSet<PersonId>();
        for (Row row : meeting) {
            if (row.present()) {
                present.add(row.person());
            }
        }
        return present;
    }

    private static Map<PersonId, Mitigation> mitigations(List<Row> meeting) {
        var mitigations = new HashMap<PersonId, Mitigation>();
        for (Row row : meeting) {
            if (row.mitigation() != null) {
                mitigations.put(row.person(), row.mitigation());
            }
        }
        return mitigations;
    }

    private static Map<PersonId, VoteChoice> votes(List<Row> meeting) {
        var votes = new HashMap<PersonId, VoteChoice>();
        for (Row row : meeting) {
            if (row.vote() != null) {
                votes.put(row.person(), row.vote());
            }
        }
        return votes;
    }
}
