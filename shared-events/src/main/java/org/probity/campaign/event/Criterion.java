package org.probity.campaign.event;

import org.probity.id.CriterionCode;

/** One essential criterion; the weight is its share of the total, in percent. */
public record Criterion(CriterionCode code, String text, int weight) {

    /**
     * @throws IllegalArgumentException when the text is blank or the weight is not within 1 to 100
     */
    public Criterion {
        if (text.isBlank()) {
            throw new IllegalArgumentException("a criterion needs a text");
        }
        if (weight < 1 || weight > 100) {
            throw new IllegalArgumentException("the weight of a criterion is 1 to 100 percent");
        }
    }
}
