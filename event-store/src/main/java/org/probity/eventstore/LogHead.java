package org.probity.eventstore;

import java.time.Instant;

/**
 * The end of the log.
 *
 * @param position position of the last event; 0 when the log is empty
 * @param recordedAt when the last event was recorded; the epoch when the log is empty
 * @param example whether the log is an example whose clock is set by its scenario
 */
public record LogHead(long position, Instant recordedAt, boolean example) {}
