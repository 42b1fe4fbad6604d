package org.probity.board.event;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.probity.id.AimCode;
import org.probity.id.DecisionId;

/**
 * What is proposed to a board, word for word, and why. It outlives the people in it and therefore names nobody.
 *
 * @param wording what is proposed
 * @param rationale why
 * @param evidence what it rests on
 * @param aims the body's aims it serves
 * @param effective the day from which it is to hold; may lie in the past or in the future
 * @param answers the decision of another board that it answers, such as a recommendation
 */
public record Resolution(
        String wording,
        String rationale,
        List<Document> evidence,
        List<AimCode> aims,
        LocalDate effective,
        @Nullable DecisionId answers) {

    public Resolution {
        evidence = List.copyOf(evidence);
        aims = List.copyOf(aims);
    }

    /** The same for somebody to whom the answered decision is closed. */
    public Resolution withoutAnswer() {
        return new Resolution(wording, rationale, evidence, aims, effective, null);
    }
}
