package org.probity.eventstore;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Settings of the event store.
 *
 * @param connections how many connections the log keeps for reading, apart from the application's pool
 * @param room how many units of work may be waiting or being written; more are refused
 * @param cache how much memory the streams that commands have read lately may take
 */
@ConfigurationProperties("probity.event-store")
record EventStoreProperties(
        @DefaultValue("6") int connections,
        @DefaultValue("1024") int room,
        @DefaultValue("64MB") DataSize cache) {}
