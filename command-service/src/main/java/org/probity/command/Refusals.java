package org.probity.command;

import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.jspecify.annotations.Nullable;
import org.probity.audit.event.RefusalEvent;
import org.probity.audit.event.RefusalEvent.CommandRejected;
import org.probity.audit.event.RefusalEvent.RefusalBudgetSpent;
import org.probity.audit.event.RefusalEvent.RefusalRepeated;
import org.probity.eventstore.EventLog;
import org.probity.eventstore.PostgresEventStore;
import org.probity.eventstore.Receipt;
import org.probity.id.AccountId;
import org.probity.id.RefusalId;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Records refusals: an attempt is part of the history. Three bounds keep a flood from filling the log: the same refusal
 * (actor, command, subject, rule, details) within a minute is counted instead of repeated, and an actor has a budget of
 * different refusals a minute and another of repeated ones. The key of a repeated one is kept beside the log with the
 * refusal it repeats, because a key has one outcome.
 */
@Component
class Refusals {

    private static final Duration WINDOW = Duration.ofMinutes(1);

    private final PostgresEventStore events;
    private final EventLog log;
    private final Clock clock;
    private final Budget different;
    private final Budget repeated;
    private final Map<Attempt, Window> windows = new ConcurrentHashMap<>();

    Refusals(
            PostgresEventStore events,
            EventLog log,
            Clock clock,
            @Value("${probity.refusals-per-minute:60}") int different,
            @Value("${probity.repeated-refusals-per-minute:600}") int repeated) {
        this.events = events;
        this.log = log;
        this.clock = clock;
        this.different = new Budget(different);
        this.repeated = new Budget(repeated);
    }

    /**
     * Records a refusal, or counts it if it is the same again. Either way the log then finds it by the command's key.
     *
     * @throws BudgetSpent if the actor has had too many different ones this minute, or too many repeated ones
     * @throws org.probity.eventstore.CommandKeyTakenException if the key has an outcome already
     */
    void record(Submission submission, RuleRefusal refusal) {
        AccountId account =
                submission.actor() == null ? null : submission.actor().account();
        String command = submission.command().getClass().getSimpleName();
        String subject = submission.command().subject();
        var attempt = new Attempt(
                account == null ? String.valueOf(submission.automation()) : account.value(),
                command,
                subject,
                refusal.rule().code(),
                refusal.details());
        Instant now = clock.instant();
        Window running = windows.get(attempt);
        if (running != null && now.isBefore(running.until)) {
            if (account != null && repeated.spend(account, now) > repeated.limit) {
                throw new BudgetSpent();
            }
            running.repeats.incrementAndGet();
            log.keepRefused(submission.key(), running.position);
            return;
        }
        if (account != null) {
            spend(account, now);
        }
        var id = new RefusalId(UUID.randomUUID());
        long position = append(
                new CommandRejected(
                        id, command, account, subject, refusal.rule().code(), refusal.details()),
                0,
                submission);
        Window before = windows.put(attempt, new Window(id, position, now.plus(WINDOW)));
        if (before != null) {
            flush(before);
        }
    }

    /** Writes the counts of windows that have ended, and forgets them. */
    @Scheduled(fixedDelay = 5_000)
    void flushEnded() {
        Instant now = clock.instant();
        windows.forEach((attempt, window) -> {
            if (!now.isBefore(window.until) && windows.remove(attempt, window)) {
                flush(window);
            }
        });
        different.forgetEnded(now);
        repeated.forgetEnded(now);
    }

    /** Writes all counts, so that a shutdown loses none. */
    @PreDestroy
    void flushAll() {
        windows.values().forEach(this::flush);
    }

    private void flush(Window window) {
        int repeats = window.repeats.getAndSet(0);
        if (repeats > 0) {
            long next = events.lastSequenceNumberFor(window.refusal.stream()).orElse(-1L) + 1;
            append(new RefusalRepeated(window.refusal, repeats), next, null);
        }
    }

    private void spend(AccountId account, Instant now) {
        int spent = different.spend(account, now);
        if (spent == different.limit + 1) {
            append(new RefusalBudgetSpent(new RefusalId(UUID.randomUUID()), account, different.limit), 0, null);
        }
        if (spent > different.limit) {
            throw new BudgetSpent();
        }
    }

    /** Returns the position of the event. */
    private long append(RefusalEvent event, long sequence, @Nullable Submission submission) {
        UnitOfWork<?> unitOfWork = DefaultUnitOfWork.startAndGet(null);
        unitOfWork.execute(() -> {
            if (submission != null) {
                submission.key().attachTo(unitOfWork);
            }
            events.publish(new GenericDomainEventMessage<>(
                    "Refusal", event.stream(), sequence, event, submission == null ? Map.of() : submission.origin()));
        });
        return Objects.requireNonNull(Receipt.of(unitOfWork)).first();
    }

    /** What makes two refusals the same. */
    private record Attempt(String actor, String command, String subject, String rule, Map<String, String> details) {}

    private static final class Window {
        private final RefusalId refusal;
        private final long position;
        private final Instant until;
        private final AtomicInteger repeats = new AtomicInteger();

        Window(RefusalId refusal, long position, Instant until) {
            this.refusal = refusal;
            this.position = position;
            this.until = until;
        }
    }

    /** How many refusals of a sort each actor may have a minute. */
    private static final class Budget {
        private final int limit;
        private final Map<AccountId, Spending> spendings = new ConcurrentHashMap<>();

        Budget(int limit) {
            this.limit = limit;
        }

        /** Spends one and returns how many are spent this minute. */
        int spend(AccountId account, Instant now) {
            return spendings
                    .compute(
                            account,
                            (key, running) -> running == null || !now.isBefore(running.until)
                                    ? new Spending(now.plus(WINDOW))
                                    : running)
                    .count
                    .incrementAndGet();
        }

        void forgetEnded(Instant now) {
            spendings.values().removeIf(spending -> !now.isBefore(spending.until));
        }
    }

    private static final class Spending {
        private final Instant until;
        private final AtomicInteger count = new AtomicInteger();

        Spending(Instant until) {
            this.until = until;
        }
    }

    /** The actor's refusals of this minute are used up: HTTP 429. */
    static final class BudgetSpent extends RuntimeException {
        private static final long serialVersionUID = 1L;

        BudgetSpent() {
            super("refusal-budget-spent", null, false, false);
        }
    }
}
