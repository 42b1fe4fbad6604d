package org.probity.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** Names an establishment: the funded posts of one role for one body. */
public record EstablishmentId(@JsonValue UUID value) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public EstablishmentId {}

    /** The stream of this establishment. */
    public String stream() {
        return "establishment/" + value;
    }
}
