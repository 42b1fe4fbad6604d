package org.probity.eventstore;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the event store.
 *
 * @param connections how many connections the log keeps of its own, apart from the application's pool
 */
@ConfigurationProperties("probity.event-store")
record EventStoreProperties(@DefaultValue("6") int connections) {}
