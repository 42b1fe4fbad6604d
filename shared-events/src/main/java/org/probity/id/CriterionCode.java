package org.probity.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** A criterion within the criteria of one campaign. */
public record CriterionCode(@JsonValue String value) {

    /**
     * @throws IllegalArgumentException when the value is not a slug of at most 60 characters
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public CriterionCode {
        Slug.check(value, "a criterion code");
    }
}
