package org.probity.audit.command;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.spring.stereotype.Aggregate;
import org.probity.audit.command.AuditCommand.AnswerFinding;
import org.probity.audit.event.FindingEvent;
import org.probity.audit.event.FindingEvent.FindingAnswered;
import org.probity.audit.event.FindingEvent.FindingRecorded;
import org.probity.audit.event.FindingSubject;
import org.probity.command.CommonRule;
import org.probity.id.FindingId;
import org.probity.id.PersonId;

/** One finding. Protects that it stays as it was recorded and is answered once. */
@Aggregate
class Finding {

    @AggregateIdentifier
    private String stream;

    private FindingId id;
    private FindingSubject about;
    private boolean answered;

    Finding() {}

    void record(FindingRecorded found) {
        CommonRule.ALREADY_EXISTS.refuseIf(stream != null);
        apply(found);
    }

    void answer(AnswerFinding command, PersonId by) {
        AuditRule.FINDING_ANSWERED.refuseIf(answered);
        apply(new FindingAnswered(id, about, command.text(), by));
    }

    @EventSourcingHandler
    void on(FindingEvent event) {
        stream = event.stream();
        switch (event) {
            case FindingRecorded e -> {
                id = e.finding();
                about = e.about();
            }
            case FindingAnswered e -> answered = true;
        }
    }
}
