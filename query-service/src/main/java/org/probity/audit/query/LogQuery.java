package org.probity.audit.query;

import com.fasterxml.jackson.annotation.JsonRawValue;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.probity.identity.Actor;
import org.probity.query.Answer;

/** What can be asked about the log itself. */
public sealed interface LogQuery {

    /** The events after a position, of one subject or of all; reviewers only. */
    record ReadLog(long after, int limit, @Nullable String subject, Actor actor) implements LogQuery {}

    /** Events in their order; {@code next} is the position to go on after, null at the end. */
    record LogRead(List<StoredLine> events, @Nullable Long next, long position, Instant asAt) implements Answer {}

    /**
     * One event as it is stored: payload and metadata are embedded as written.
     *
     * @param payload null where it is withheld
     * @param withheld whether the payload is closed to the asker by their part in the campaign or matter it is about
     */
    record StoredLine(
            long position,
            UUID id,
            Instant recordedAt,
            @Nullable String subjectType,
            @Nullable String subject,
            @Nullable Long sequence,
            @Nullable String type,
            @Nullable String revision,
            @JsonRawValue @Schema(type = "object") @Nullable String payload,
            boolean withheld,
            @JsonRawValue @Schema(type = "object") @Nullable String metadata) {}
}
