package org.probity.query;

import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.jspecify.annotations.Nullable;

/**
 * Writes a projection's position in the transaction of its rows.
 *
 * <p>Invariant: the rows of a projection are those of exactly the events up to its position. The position row is locked
 * from the first event of a batch to the commit, and events at or below it are passed over; so neither a token that
 * went back nor two nodes that both believe to own the projection can apply an event twice.
 */
final class ExactlyOnce implements MessageHandlerInterceptor<EventMessage<?>> {

    private static final String APPLIED = ExactlyOnce.class.getName();

    private final String projection;
    private final Positions positions;

    ExactlyOnce(String projection, Positions positions) {
        this.projection = projection;
        this.positions = positions;
    }

    @Override
    public @Nullable Object handle(UnitOfWork<? extends EventMessage<?>> batch, InterceptorChain chain)
            throws Exception {
        long position = Recorded.positionOf(batch.getMessage());
        long applied = batch.getOrComputeResource(APPLIED, key -> begin(batch));
        if (position <= applied) {
            return null;
        }
        Object result = chain.proceed();
        batch.resources().put(APPLIED, position);
        return result;
    }

    private long begin(UnitOfWork<? extends EventMessage<?>> batch) {
        long before = positions.lock(projection);
        batch.onPrepareCommit(prepared -> positions.store(projection, prepared.<Long>getResource(APPLIED)));
        batch.afterCommit(committed -> positions.advanced());
        return before;
    }
}
