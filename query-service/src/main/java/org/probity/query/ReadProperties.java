package org.probity.query;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the read side.
 *
 * @param generation which generation of the read tables is filled and asked: schema {@code read_<generation>}; its default
 *     goes up when tables or projections change, and the new tables are filled from the log
 * @param patience how long a read waits for the position it asked for
 */
@ConfigurationProperties("probity.read")
public record ReadProperties(
        @DefaultValue("4") int generation,
        @DefaultValue("5s") Duration patience) {}
