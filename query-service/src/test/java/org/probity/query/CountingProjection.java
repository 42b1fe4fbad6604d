package org.probity.query;

import java.util.concurrent.atomic.AtomicInteger;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.jspecify.annotations.Nullable;
import org.probity.id.OrganisationCode;
import org.probity.people.event.OrganisationEvent;
import org.springframework.stereotype.Component;

/** Counts organisations, and breaks where a test wants it to. */
@Component
@ProcessingGroup(CountingProjection.NAME)
class CountingProjection extends Projection {

    public static final String NAME = GROUP + "counting";
    static volatile @Nullable OrganisationCode breaksAt;
    static final AtomicInteger FAILURES = new AtomicInteger();

    private final ReadTables tables;

    CountingProjection(ReadTables tables) {
        this.tables = tables;
        tables.sql("create table if not exists read.counted (position bigint primary key, code text not null)")
                .update();
    }

    @EventHandler
    void on(OrganisationEvent event, Recorded recorded) {
        tables.sql("insert into read.counted values (?, ?)")
                .param(recorded.position())
                .param(event.code().value())
                .update();
        if (event.code().equals(breaksAt)) {
            FAILURES.incrementAndGet();
            throw new IllegalStateException("broken by the test");
        }
    }
}
