package org.probity.command;

import static org.probity.command.CommonRule.PERSON_ERASED;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicReference;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandResultMessage;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;
import org.probity.audit.event.RefusalEvent.CommandRejected;
import org.probity.eventstore.CommandKey;
import org.probity.eventstore.CommandKeyTakenException;
import org.probity.eventstore.EventLog;
import org.probity.eventstore.EventLog.KeyedEvents;
import org.probity.eventstore.PersonErasedException;
import org.probity.eventstore.PostgresEventStore;
import org.probity.eventstore.Receipt;
import org.probity.eventstore.StoredEvent;
import org.probity.identity.Actor;
import org.springframework.stereotype.Component;

/**
 * Takes a command from its first attempt to its outcome: answers a key it has seen with what it answered then, decides
 * again when another command was faster, and records a refusal.
 */
@Component
public class CommandDispatch {

    private static final int ATTEMPTS = 8;

    private final CommandBus bus;
    private final EventLog log;
    private final PostgresEventStore events;
    private final Refusals refusals;
    private final Fingerprints fingerprints;

    CommandDispatch(
            CommandBus bus, EventLog log, PostgresEventStore events, Refusals refusals, Fingerprints fingerprints) {
        this.bus = bus;
        this.log = log;
        this.events = events;
        this.refusals = refusals;
        this.fingerprints = fingerprints;
    }

    /** Gives a command on a person's behalf. */
    Outcome give(Actor actor, Command command, CommandKey key, boolean dryRun) {
        var allowedBy = CommandTypes.allowedBy(command.getClass());
        if (actor.authorities().stream().noneMatch(allowedBy::contains)) {
            throw new NotPermitted("The token carries no authority for this command");
        }
        return decide(Submission.by(actor, command, key, dryRun));
    }

    /**
     * Gives a command on behalf of an automation or timer. Given twice for the same event, it happens once.
     *
     * <p>It runs on a thread of its own: an automation calls from within the unit of work and the transaction of the
     * event it answers, and the command belongs to neither.
     *
     * @param automation its name, as it stands in the metadata of the events it leads to
     * @param cause what makes the command unique: the id of the event or timer that it answers
     */
    public void give(String automation, Command command, String cause) {
        CommandKey key = fingerprints.keyOf(automation, command, cause);
        try {
            CompletableFuture.runAsync(
                            () -> decide(Submission.byAutomation(automation, command, key)), Thread::startVirtualThread)
                    .join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException known ? known : e;
        }
    }

    private Outcome decide(Submission submission) {
        Submission attempt = submission;
        RuntimeException lastFailure = null;
        for (int i = 0; i < ATTEMPTS; i++) {
            try {
                return sendOrRefuse(attempt);
            } catch (ConcurrencyException | AggregateStreamCreationException | CommandKeyTakenException e) {
                lastFailure = e;
                attempt = submission.again();
            }
        }
        throw new ConcurrentChange(lastFailure);
    }

    /**
     * The append itself finds a key that was used before, so most commands need not ask for it. Whatever else fails may
     * fail because of what the same command changed the first time.
     */
    private Outcome sendOrRefuse(Submission submission) {
        try {
            return send(submission);
        } catch (RuntimeException failure) {
            return earlierOutcome(submission).orElseGet(() -> {
                return switch (failure) {
                    case RuleRefusal refusal -> refused(submission, refusal);
                    // Erased while it was decided; what is personal in its events can be recorded no more.
                    case PersonErasedException erased -> refused(submission, PERSON_ERASED.refusal());
                    default -> throw failure;
                };
            });
        }
    }

    private Optional<Outcome> earlierOutcome(Submission submission) {
        if (submission.isDryRun()) {
            return Optional.empty();
        }
        CommandKey key = submission.key();
        return log.findByKey(key.id()).map(earlier -> {
            if (!earlier.fingerprint().equals(key.fingerprint())) {
                throw new KeyReused();
            }
            return outcomeOf(earlier);
        });
    }

    private Outcome outcomeOf(KeyedEvents earlier) {
        StoredEvent first = earlier.events().getFirst();
        if (first.type().equals(CommandRejected.class.getSimpleName())) {
            var rejected = (CommandRejected) events.payloadOf(first);
            return new Outcome.Refused(rejected.rule(), rejected.subject(), rejected.details());
        }
        return new Outcome.Accepted(earlier.events().stream()
                .map(event -> new Outcome.Recorded(event.position(), event.type()))
                .toList());
    }

    private Outcome send(Submission submission) {
        var result = new AtomicReference<@Nullable CommandResultMessage<?>>();
        bus.<Command, Object>dispatch(submission.message(), (command, answer) -> result.set(answer));
        CommandResultMessage<?> answer = result.get();
        if (answer != null && answer.isExceptional()) {
            Throwable failure = answer.exceptionResult();
            if (failure instanceof CommandContext.DryRunEnds) {
                return new Outcome.Accepted(submission.staged().stream()
                        .map(type -> new Outcome.Recorded(null, type))
                        .toList());
            }
            throw failure instanceof RuntimeException known ? known : new IllegalStateException(failure);
        }
        Receipt receipt = submission.receipt();
        if (receipt == null) {
            throw new IllegalStateException("Every command leaves an event, but "
                    + submission.command().getClass().getSimpleName() + " left none");
        }
        List<Outcome.Recorded> events = new ArrayList<>();
        for (String type : receipt.types()) {
            events.add(new Outcome.Recorded(receipt.first() + events.size(), type));
        }
        return new Outcome.Accepted(events);
    }

    private Outcome refused(Submission submission, RuleRefusal refusal) {
        if (!submission.isDryRun()) {
            refusals.record(submission, refusal);
        }
        return new Outcome.Refused(refusal.rule().code(), submission.command().subject(), refusal.details());
    }

    /** Other commands were faster each time: HTTP 409 {@code concurrent-change}; the same key may be sent again. */
    static final class ConcurrentChange extends RuntimeException {
        private static final long serialVersionUID = 1L;

        ConcurrentChange(@Nullable Throwable cause) {
            super("concurrent-change", cause);
        }
    }

    /** The key was used by another actor, for another command or body: HTTP 409 {@code idempotency-key-reused}. */
    static final class KeyReused extends RuntimeException {
        private static final long serialVersionUID = 1L;

        KeyReused() {
            super("idempotency-key-reused", null, false, false);
        }
    }
}
