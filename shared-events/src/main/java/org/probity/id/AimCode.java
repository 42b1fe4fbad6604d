package org.probity.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** An aim within the list of one body. */
public record AimCode(@JsonValue String value) {

    /**
     * @throws IllegalArgumentException when the value is not a slug of at most 60 characters
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public AimCode {
        Slug.check(value, "an aim code");
    }
}
