package org.probity.audit.command;

import java.util.List;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.modelling.command.Aggregate;
import org.probity.audit.command.AuditCommand.*;
import org.probity.audit.event.FindingEvent.FindingRecorded;
import org.probity.audit.event.FindingSubject;
import org.probity.audit.event.SampleEvent.SampleDrawn;
import org.probity.audit.event.SampleSelection;
import org.probity.board.command.MatterRegister;
import org.probity.command.Caller;
import org.probity.command.Occasion;
import org.probity.command.Streams;
import org.probity.command.UnknownSubject;
import org.probity.eventstore.EventLog;
import org.probity.eventstore.StoredEvent;
import org.probity.id.BoardId;
import org.probity.id.FindingId;
import org.probity.id.PersonId;
import org.probity.id.SampleId;
import org.springframework.stereotype.Component;

/** Opens what reviewers write. Nothing is appended to what it is about. */
@Component
class AuditHandler {

    private final Streams streams;
    private final Reviews reviews;
    private final MatterRegister matters;
    private final EventStore events;
    private final EventLog log;

    AuditHandler(Streams streams, Reviews reviews, MatterRegister matters, EventStore events, EventLog log) {
        this.streams = streams;
        this.reviews = reviews;
        this.matters = matters;
        this.events = events;
        this.log = log;
    }

    /**
     * The seed follows from the last event in the log, which nobody chooses. Whoever foresees it by reading the log, and
     * draws again and again, leaves every draw in the log.
     */
    @CommandHandler
    void handle(DrawSample command, Occasion occasion) {
        PersonId reviewer = occasion.caller().asPerson();
        occasion.caller().mustServe(command.body(), occasion.today());
        StoredEvent last = log.after(log.head().position() - 1, 1).getFirst();
        var drawn = new SampleDrawn(
                command.sample(),
                command.body(),
                command.period(),
                command.size(),
                SampleSelection.seed(last.eventId(), last.position()),
                last.position(),
                reviewer);
        streams.open(Sample.class, command.subject()).execute(sample -> sample.draw(drawn));
    }

    @CommandHandler
    void handle(RecordFinding command, Occasion occasion) {
        PersonId reviewer = occasion.caller().asPerson();
        UnderReview about = reviews.of(command.about(), reviewer);
        mustServe(about, occasion);
        matters.mustBeOpenTo(reviewer, about.matters());
        AuditRule.OWN_CASE.refuseIf(about.involved().contains(reviewer));
        SampleId sample = command.sample();
        if (sample != null) {
            streams.existing(Sample.class, sample.stream()).execute(drawn -> drawn.mustBeOf(about.body()));
        }
        streams.open(Finding.class, command.subject())
                .execute(finding -> finding.record(new FindingRecorded(
                        command.finding(),
                        command.about(),
                        about.body(),
                        about.board(),
                        sample,
                        command.grade(),
                        command.text(),
                        reviewer)));
    }

    /** Whoever may not read what it is about does not answer, and nobody does in a competition of their own. */
    @CommandHandler
    void handle(AnswerFinding command, Occasion occasion) {
        PersonId secretary = occasion.caller().asPerson();
        FindingSubject subject = subjectOf(command.finding());
        UnderReview about = reviews.of(subject, secretary);
        mustServe(about, occasion);
        matters.mustBeOpenTo(secretary, about.matters());
        AuditRule.OWN_CASE.refuseIf(
                subject.campaign().isPresent() && about.involved().contains(secretary));
        Aggregate<Finding> finding = streams.existing(Finding.class, command.subject());
        finding.execute(it -> it.answer(command, secretary));
    }

    private static void mustServe(UnderReview about, Occasion occasion) {
        Caller caller = occasion.caller();
        BoardId board = about.board();
        if (board == null) {
            caller.mustServe(about.body(), occasion.today());
        } else {
            caller.mustServe(board, about.body(), occasion.today());
        }
    }

    /** What a finding is about never changes, and so is read without a lock. */
    private FindingSubject subjectOf(FindingId finding) {
        List<?> story = events.readEvents(finding.stream())
                .asStream()
                .map(event -> event.getPayload())
                .toList();
        return story.stream()
                .filter(FindingRecorded.class::isInstance)
                .map(event -> ((FindingRecorded) event).about())
                .findFirst()
                .orElseThrow(() -> new UnknownSubject(finding.stream()));
    }
}
