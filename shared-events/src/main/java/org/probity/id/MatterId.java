package org.probity.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** Names a matter that boards consider. */
public record MatterId(@JsonValue UUID value) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public MatterId {}

    /** The stream of this matter. */
    public String stream() {
        return "matter/" + value;
    }
}
