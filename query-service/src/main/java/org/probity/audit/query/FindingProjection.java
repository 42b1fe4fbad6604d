package org.probity.audit.query;

import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.probity.audit.event.FindingEvent;
import org.probity.audit.event.FindingEvent.*;
import org.probity.audit.event.SampleEvent;
import org.probity.audit.event.SampleEvent.*;
import org.probity.audit.query.FindingTables.Drawn;
import org.probity.audit.query.FindingTables.Found;
import org.probity.query.Projection;
import org.probity.query.Recorded;
import org.springframework.stereotype.Component;

/** Samples and findings as rows. */
@Component
@ProcessingGroup(FindingProjection.NAME)
class FindingProjection extends Projection {

    static final String NAME = GROUP + "findings";

    private final FindingTables tables;

    FindingProjection(FindingTables tables) {
        this.tables = tables;
    }

    @EventHandler
    void on(SampleEvent event, Recorded recorded) {
        switch (event) {
            case SampleDrawn e ->
                tables.samples()
                        .put(
                                recorded.position(),
                                new Drawn(
                                        e.sample(),
                                        e.body(),
                                        e.period().from(),
                                        e.period().until(),
                                        e.size(),
                                        e.seed(),
                                        e.position(),
                                        e.drawnBy()));
        }
    }

    @EventHandler
    void on(FindingEvent event, Recorded recorded) {
        switch (event) {
            case FindingRecorded e ->
                tables.findings()
                        .put(
                                recorded.position(),
                                new Found(
                                        e.finding(),
                                        e.about().stream(),
                                        e.body(),
                                        e.board(),
                                        e.sample(),
                                        e.grade(),
                                        e.text(),
                                        e.recordedBy(),
                                        recorded.at(),
                                        null,
                                        null,
                                        null));
            case FindingAnswered e ->
                tables.findings()
                        .put(
                                recorded.position(),
                                tables.findings()
                                        .current(e.finding())
                                        .orElseThrow()
                                        .answered(e.text(), e.answeredBy(), recorded.at()));
        }
    }
}
