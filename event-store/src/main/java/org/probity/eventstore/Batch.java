package org.probity.eventstore;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * Units of work that are flushed together. No two of them touch the same stream or carry the same key: of such two, one
 * has to see the outcome of the other.
 */
final class Batch {

    private static final int MOST_EVENTS = 1_000;

    private final List<Append> units = new ArrayList<>();
    private final Set<String> subjects = new HashSet<>();
    private final Set<UUID> keys = new HashSet<>();
    private int events;

    /** Takes a unit of work in, if it fits and gets along with those already here. */
    boolean take(Append unit) {
        if (!units.isEmpty() && !getsAlong(unit)) {
            return false;
        }
        units.add(unit);
        unit.rows().forEach(row -> subjects.add(row.subject()));
        CommandKey key = unit.key();
        if (key != null) {
            keys.add(key.id());
        }
        events += unit.rows().size();
        return true;
    }

    private boolean getsAlong(Append unit) {
        CommandKey key = unit.key();
        return events + unit.rows().size() <= MOST_EVENTS
                && unit.clockChange() == null
                && units.getFirst().clockChange() == null
                && (key == null || !keys.contains(key.id()))
                && unit.rows().stream().noneMatch(row -> subjects.contains(row.subject()));
    }

    boolean isFull() {
        return events >= MOST_EVENTS;
    }

    List<Append> units() {
        return units;
    }

    /** How many events its units of work have together. */
    int events() {
        return events;
    }
}
