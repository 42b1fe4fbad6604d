package org.probity.command;

import java.lang.reflect.Executable;
import java.lang.reflect.Parameter;
import java.util.Map;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.annotation.ParameterResolver;
import org.axonframework.messaging.annotation.ParameterResolverFactory;
import org.axonframework.messaging.correlation.CorrelationDataProvider;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.jspecify.annotations.Nullable;
import org.probity.eventstore.LogClock;
import org.probity.eventstore.PostgresEventStore;
import org.probity.eventstore.Receipt;
import org.springframework.stereotype.Component;

/**
 * What surrounds a handler: it decides on an {@link Occasion}, its events say who gave the command, its append stores
 * the idempotency key, its positions come back. A dry run ends here, before anything is appended. The first attempt reads
 * from memory what is there, and those after it read the log.
 */
@Component
class CommandContext
        implements MessageHandlerInterceptor<CommandMessage<?>>, ParameterResolverFactory, CorrelationDataProvider {

    private static final String OCCASION = Occasion.class.getName();

    private final Callers callers;
    private final LogClock clock;
    private final PostgresEventStore events;

    CommandContext(Callers callers, LogClock clock, PostgresEventStore events) {
        this.callers = callers;
        this.clock = clock;
        this.events = events;
    }

    @Override
    public @Nullable Object handle(UnitOfWork<? extends CommandMessage<?>> unitOfWork, InterceptorChain chain)
            throws Exception {
        Submission submission = Submission.of(unitOfWork.getMessage());
        return submission.isFirstAttempt()
                ? events.decideFromMemory(unitOfWork, () -> decide(submission, unitOfWork, chain))
                : decide(submission, unitOfWork, chain);
    }

    private @Nullable Object decide(Submission submission, UnitOfWork<?> unitOfWork, InterceptorChain chain)
            throws Exception {
        unitOfWork.resources().put(OCCASION, new Occasion(callers.of(submission), clock.instant()));
        Object result = chain.proceed();
        if (submission.isDryRun()) {
            submission.wouldStage(events.stagedTypes());
            throw new DryRunEnds();
        }
        submission.key().attachTo(unitOfWork);
        unitOfWork.root().afterCommit(committed -> submission.received(Receipt.of(committed)));
        return result;
    }

    @Override
    public Map<String, ?> correlationDataFor(Message<?> message) {
        return message instanceof CommandMessage<?> command
                ? Submission.of(command).origin()
                : Map.of();
    }

    @Override
    public @Nullable ParameterResolver<?> createInstance(Executable executable, Parameter[] parameters, int index) {
        return parameters[index].getType() == Occasion.class ? new OccasionResolver() : null;
    }

    /** Undoes the unit of work of a dry run. */
    static final class DryRunEnds extends RuntimeException {
        private static final long serialVersionUID = 1L;

        DryRunEnds() {
            super("dry run", null, false, false);
        }
    }

    private static final class OccasionResolver implements ParameterResolver<Occasion> {
        @Override
        public @Nullable Occasion resolveParameterValue(Message<?> message) {
            return CurrentUnitOfWork.get().getResource(OCCASION);
        }

        @Override
        public boolean matches(Message<?> message) {
            return CurrentUnitOfWork.isStarted()
                    && CurrentUnitOfWork.get().resources().containsKey(OCCASION);
        }
    }
}
