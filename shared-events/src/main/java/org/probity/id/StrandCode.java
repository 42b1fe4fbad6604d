package org.probity.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** A strand of an establishment, such as a pathway, a programme or a work stream. */
public record StrandCode(@JsonValue String value) {

    /**
     * @throws IllegalArgumentException when the value is not a slug of at most 60 characters
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public StrandCode {
        Slug.check(value, "a strand code");
    }
}
