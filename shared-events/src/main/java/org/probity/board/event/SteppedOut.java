package org.probity.board.event;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.probity.id.PersonId;
import org.probity.interests.event.Mitigation;

/** Who took no full part in a matter, because of a conflict, and how far. */
public record SteppedOut(PersonId person, Mitigation mitigation) {

    /** The same of everybody, in the order of their ids. */
    public static List<SteppedOut> of(Map<PersonId, Mitigation> mitigations) {
        return mitigations.entrySet().stream()
                .map(one -> new SteppedOut(one.getKey(), one.getValue()))
                .sorted(Comparator.comparing(one -> one.person().value()))
                .toList();
    }
}
