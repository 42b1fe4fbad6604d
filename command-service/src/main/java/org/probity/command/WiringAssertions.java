package org.probity.command;

import java.util.ArrayList;
import java.util.List;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.Configuration;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.axonframework.updates.configuration.UsagePropertyProvider;
import org.jspecify.annotations.Nullable;
import org.probity.eventstore.PostgresEventStore;
import org.probity.eventstore.StableNameSerializer;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;
import org.springframework.util.ClassUtils;

/**
 * Refuses to start when Axon runs on anything but what this service gives it. Axon falls back in silence: to tokens in
 * memory, to no transactions, to XStream. Nothing else would tell until events are handled twice or half.
 */
@Component
class WiringAssertions implements SmartInitializingSingleton {

    private final Configuration axon;
    private final UsagePropertyProvider updateChecker;

    WiringAssertions(Configuration axon, UsagePropertyProvider updateChecker) {
        this.axon = axon;
        this.updateChecker = updateChecker;
    }

    /**
     * @throws IllegalStateException naming everything that is not as it should be
     */
    @Override
    public void afterSingletonsInstantiated() {
        List<String> wrong = wrongIn(axon, updateChecker);
        if (!wrong.isEmpty()) {
            throw new IllegalStateException("Axon is wired wrongly: " + String.join("; ", wrong));
        }
    }

    static List<String> wrongIn(Configuration axon, UsagePropertyProvider updateChecker) {
        var wrong = new ArrayList<String>();
        expect(PostgresEventStore.class, axon.eventStore(), "event store", wrong);
        expect(JdbcTokenStore.class, axon.getComponent(TokenStore.class), "token store", wrong);
        expect(StableNameSerializer.class, axon.serializer(), "serializer", wrong);
        expect(StableNameSerializer.class, axon.eventSerializer(), "event serializer", wrong);
        expect(StableNameSerializer.class, axon.messageSerializer(), "message serializer", wrong);
        expect(
                SpringTransactionManager.class,
                axon.getComponent(TransactionManager.class),
                "transaction manager",
                wrong);
        expect(SimpleCommandBus.class, axon.commandBus(), "command bus", wrong);
        if (ClassUtils.isPresent("com.thoughtworks.xstream.XStream", null)) {
            wrong.add("XStream is on the class path");
        }
        if (!Boolean.TRUE.equals(updateChecker.getDisabled())) {
            wrong.add("the update checker is on");
        }
        return wrong;
    }

    private static void expect(Class<?> type, @Nullable Object component, String what, List<String> wrong) {
        if (!type.isInstance(component)) {
            wrong.add(what + " is "
                    + (component == null ? "missing" : component.getClass().getName()));
        }
    }
}
