package org.probity.eventstore;

import java.util.List;
import org.axonframework.eventhandling.TrackedEventMessage;

/**
 * Some events of the log, one after the other.
 *
 * @param events as this build knows them: upcasters may have left some out
 * @param last the position up to which they go
 */
record LogPage(List<TrackedEventMessage<?>> events, long last) {}
