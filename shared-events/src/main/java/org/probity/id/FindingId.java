package org.probity.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** Names a finding of reviewers. */
public record FindingId(@JsonValue UUID value) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public FindingId {}

    /** The stream of this finding. */
    public String stream() {
        return "finding/" + value;
    }
}
