package org.probity.scenario;

import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * What a service answered.
 *
 * @param status of HTTP
 * @param retryAfterSeconds what it asked for, or 1
 * @param body what it said; a problem detail (RFC 9457) if it refused
 */
record Answer(int status, long retryAfterSeconds, JsonNode body) {

    boolean isAccepted() {
        return status == 200;
    }

    /** Whether a rule refused the command; the refusal then is in the log. */
    boolean isRefusal() {
        return status == 409 && !rule().isEmpty();
    }

    /** Whether the same request may do better later. */
    boolean asksForPatience() {
        return status == 503 || status == 429 || (status == 409 && code().equals("concurrent-change"));
    }

    /** Position of the command's last event. */
    long position() {
        return body.path("position").asLong(0);
    }

    String code() {
        return text("code");
    }

    /** The rule that refused; empty if none did. */
    String rule() {
        return text("rule");
    }

    String text(String field) {
        return body.path(field).asString("");
    }

    /** The invalid fields with what is wrong. */
    List<String> invalidFields() {
        return body.path("errors")
                .valueStream()
                .map(error -> (error.path("field").asString("") + ": "
                        + error.path("error").asString("")))
                .toList();
    }
}
