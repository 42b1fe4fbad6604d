package org.probity.command;

import java.util.List;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.DuplicateCommandHandlerResolver;
import org.axonframework.commandhandling.FailingDuplicateCommandHandlerResolver;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.messaging.interceptors.CorrelationDataInterceptor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;

/**
 * The command bus runs without a transaction manager: the append is its own transaction, and a command holds no
 * pooled connection while it waits for it.
 */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class CommandBusConfiguration {

    @Bean
    CommandBus commandBus(CommandContext context) {
        var bus = SimpleCommandBus.builder()
                .transactionManager(NoTransactionManager.instance())
                .duplicateCommandHandlerResolver(duplicateCommandHandlerResolver())
                .build();
        bus.registerHandlerInterceptor(new CorrelationDataInterceptor<>(List.of(context)));
        bus.registerHandlerInterceptor(context);
        return bus;
    }

    @Bean
    DuplicateCommandHandlerResolver duplicateCommandHandlerResolver() {
        return FailingDuplicateCommandHandlerResolver.instance();
    }
}
