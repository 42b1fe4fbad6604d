package org.probity.command;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How a command ended, as far as a client is told. Errors that leave no trace are exceptions instead. */
sealed interface Outcome {

    /** Its events are in the log, or, after a dry run, would be. */
    record Accepted(List<Recorded> events) implements Outcome {}

    /**
     * A rule refused it.
     *
     * @param details ids and numbers that explain the refusal
     */
    record Refused(String rule, String subject, Map<String, String> details) implements Outcome {}

    /**
     * An event that a command led to.
     *
     * @param position place in the log; absent after a dry run
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Recorded(@Nullable Long position, String type) {}
}
