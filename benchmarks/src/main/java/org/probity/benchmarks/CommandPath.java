package org.probity.benchmarks;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.time.Duration;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.config.AggregateConfigurer;
import org.axonframework.config.Configuration;
import org.axonframework.config.Configurer;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.jspecify.annotations.Nullable;
import org.probity.benchmarks.Sample.Nomination;
import org.probity.eventstore.CommandKey;

/**
 * The same Axon application on whichever event store. Every other command makes a nomination; the one after it reads
 * that nomination's stream and amends it. A command counts once its event is durable. Each carries an idempotency key,
 * which a store that knows none does not keep.
 */
final class CommandPath implements AutoCloseable {

    private final Configuration axon;

    /**
     * @param store sets the event store, and the transactions it needs
     */
    CommandPath(UnaryOperator<Configurer> store) {
        axon = store.apply(DefaultConfigurer.defaultConfiguration()
                        .configureSerializer(
                                configuration -> Jackson3Serializer.builder().build())
                        .configureAggregate(AggregateConfigurer.defaultConfiguration(NominationAggregate.class)))
                .start();
        axon.commandBus().registerHandlerInterceptor((unitOfWork, chain) -> {
            new CommandKey(UUID.randomUUID(), Sample.FINGERPRINT).attachTo(unitOfWork);
            return chain.proceed();
        });
    }

    double perSecond(int callers, Duration duration) {
        CommandGateway gateway = axon.commandGateway();
        String[] ids = new String[callers];
        return Load.perSecond(callers, duration, (caller, turn) -> {
            if (turn % 2 == 0) {
                ids[caller] = Sample.newStream();
            }
            Object command = turn % 2 == 0 ? new Nominate(ids[caller]) : new Amend(ids[caller]);
            gateway.sendAndWait(new GenericCommandMessage<>(command, MetaData.from(Sample.ORIGIN)));
            return true;
        });
    }

    @Override
    public void close() {
        axon.shutdown();
    }

    record Nominate(@TargetAggregateIdentifier String id) {}

    record Amend(@TargetAggregateIdentifier String id) {}

    /** One nomination. */
    static final class NominationAggregate {

        @AggregateIdentifier
        @SuppressWarnings("UnusedVariable") // read by Axon
        private @Nullable String id;

        private int amendments;

        NominationAggregate() {}

        @CommandHandler
        NominationAggregate(Nominate command) {
            apply(Sample.nominated(command.id()), MetaData.from(Sample.ORIGIN));
        }

        @CommandHandler
        void handle(Amend command) {
            apply(Sample.amended(command.id(), amendments + 1), MetaData.from(Sample.ORIGIN));
        }

        @EventSourcingHandler
        void on(Nomination.Nominated event) {
            id = event.id();
        }

        @EventSourcingHandler
        void on(Nomination.Amended event) {
            amendments = event.number();
        }
    }
}
