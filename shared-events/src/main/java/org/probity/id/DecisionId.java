package org.probity.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** Names a decision of a board. */
public record DecisionId(@JsonValue UUID value) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public DecisionId {}

    /** The stream of this decision. */
    public String stream() {
        return "decision/" + value;
    }
}
