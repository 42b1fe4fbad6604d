package org.probity.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** Names a refused command. */
public record RefusalId(@JsonValue UUID value) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public RefusalId {}

    /** The stream of this refusal. */
    public String stream() {
        return "refusal/" + value;
    }
}
