package org.probity.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** A kind of matter that terms of reference name, such as {@code service-change}. */
public record MatterKind(@JsonValue String value) {

    /**
     * @throws IllegalArgumentException when the value is not a slug of at most 60 characters
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public MatterKind {
        Slug.check(value, "a kind of matter");
    }
}
