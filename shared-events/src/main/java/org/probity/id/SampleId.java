package org.probity.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** Names a sample of reviewers. */
public record SampleId(@JsonValue UUID value) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public SampleId {}

    /** The stream of this sample. */
    public String stream() {
        return "sample/" + value;
    }
}
