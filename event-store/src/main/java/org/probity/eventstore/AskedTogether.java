package org.probity.eventstore;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;

/**
 * Questions of several callers, answered by one query. While a query runs, what is asked gathers for the next; a caller
 * alone waits for nobody.
 *
 * <p>Invariant: the query that answers a question begins after the question was asked. So the answer is as fresh as if each
 * caller had asked alone.
 *
 * @param <Q> what is asked
 * @param <A> the answer to all that was asked together
 */
final class AskedTogether<Q, A> {

    private final Function<Set<Q>, A> query;
    private final Semaphore turn = new Semaphore(1);
    private final ReentrantLock lock = new ReentrantLock();
    private Round<Q, A> next = new Round<>();

    /** Who asks first has all asked for, by a thread that nobody interrupts. */
    private static final class Round<Q, A> {
        private final Set<Q> questions = new HashSet<>();
        private final CompletableFuture<A> answer = new CompletableFuture<>();
        private boolean asked;
    }

    AskedTogether(Function<Set<Q>, A> query) {
        this.query = query;
    }

    /**
     * Asks.
     *
     * @return the answer to this and to what else was asked
     * @throws RuntimeException what the query throws, for all that asked
     */
    A ask(Collection<Q> questions) {
        Round<Q, A> round;
        boolean first;
        lock.lock();
        try {
            round = next;
            first = !round.asked;
            round.asked = true;
            round.questions.addAll(questions);
        } finally {
            lock.unlock();
        }
        if (first) {
            Thread.startVirtualThread(() -> askForAll(round));
        }
        try {
            return round.answer.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof Error fault) {
                throw fault;
            }
            throw e.getCause() instanceof RuntimeException known ? known : e;
        }
    }

    private void askForAll(Round<Q, A> round) {
        turn.acquireUninterruptibly();
        try {
            beginNext();
            round.answer.complete(query.apply(round.questions));
        } catch (RuntimeException | Error e) {
            round.answer.completeExceptionally(e);
        } finally {
            turn.release();
        }
    }

    private void beginNext() {
        lock.lock();
        try {
            next = new Round<>();
        } finally {
            lock.unlock();
        }
    }
}
