package org.probity.eventstore;

import java.time.Instant;
import java.util.UUID;

/**
 * One event as it is stored: the bytes of payload and metadata exactly as written.
 *
 * @param position place in the log, from 1 without gaps, in commit order
 * @param subject the stream (aggregate) it belongs to, such as {@code campaign/<uuid>}
 * @param sequence place in its stream, from 0 without gaps
 * @param type stable name, such as {@code LeadNominated}
 * @param revision revision of the type, from 1
 * @param payload one line of UTF-8 JSON
 * @param metadata one line of UTF-8 JSON
 * @param recordedAt when the fact entered the log, by the log's clock; never decreases with the position
 */
public record StoredEvent(
        long position,
        UUID eventId,
        String subjectType,
        String subject,
        long sequence,
        String type,
        String revision,
        String payload,
        String metadata,
        Instant recordedAt) {}
