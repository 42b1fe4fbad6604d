package org.probity.eventstore;

import java.time.InstantSource;

/**
 * The time that counts for time limits: the system's clock, or in an example log the time its scenario has
 * reached. Never earlier than what is already recorded.
 */
@FunctionalInterface
public interface LogClock extends InstantSource {}
