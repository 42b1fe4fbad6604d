package org.probity.audit.command;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.spring.stereotype.Aggregate;
import org.probity.audit.event.SampleEvent;
import org.probity.audit.event.SampleEvent.SampleDrawn;
import org.probity.command.CommonRule;
import org.probity.id.OrganisationCode;

/** One sample. Protects that it is drawn once: another seed is another sample, and both stay in the log. */
@Aggregate
class Sample {

    @AggregateIdentifier
    private String stream;

    private OrganisationCode body;

    Sample() {}

    void draw(SampleDrawn drawn) {
        CommonRule.ALREADY_EXISTS.refuseIf(stream != null);
        apply(drawn);
    }

    void mustBeOf(OrganisationCode other) {
        AuditRule.SAMPLE_OF_ANOTHER_BODY.refuseIf(!body.equals(other), "body", body.value());
    }

    @EventSourcingHandler
    void on(SampleEvent event) {
        stream = event.stream();
        switch (event) {
            case SampleDrawn e -> body = e.body();
        }
    }
}
