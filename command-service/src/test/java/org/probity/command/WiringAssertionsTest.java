package org.probity.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

import java.time.LocalDate;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.Configuration;
import org.axonframework.updates.configuration.UsagePropertyProvider;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.probity.automation.RunningService;
import org.probity.board.command.BoardCommand.EndSeat;
import org.probity.id.BoardId;
import org.probity.id.StrandCode;
import org.springframework.transaction.support.TransactionSynchronizationManager;

class WiringAssertionsTest {

    private static final RunningService SERVICE = new RunningService();

    @AfterAll
    static void stop() {
        SERVICE.close();
    }

    @Test
    void the_service_is_wired_as_it_should_be() {
        assertThat(WiringAssertions.wrongIn(SERVICE.the(Configuration.class), SERVICE.the(UsagePropertyProvider.class)))
                .isEmpty();
    }

    @Test
    void everything_that_axon_would_fall_back_on_is_named() {
        assertThat(WiringAssertions.wrongIn(mock(Configuration.class), mock(UsagePropertyProvider.class)))
                .containsExactly(
                        "event store is missing",
                        "token store is missing",
                        "serializer is missing",
                        "event serializer is missing",
                        "message serializer is missing",
                        "transaction manager is missing",
                        "command bus is missing",
                        "the update checker is on");
    }

    @Test
    void a_command_does_not_run_in_a_transaction_even_where_its_automation_does() {
        var inTransaction = new AtomicReference<@Nullable Boolean>();
        SERVICE.the(CommandBus.class).registerHandlerInterceptor((unitOfWork, chain) -> {
            inTransaction.set(TransactionSynchronizationManager.isActualTransactionActive());
            return chain.proceed();
        });
        var unknown = new EndSeat(
                new BoardId(UUID.randomUUID()),
                DomainFixture.newPerson(),
                new StrandCode("stroke"),
                LocalDate.of(2026, 4, 1));

        assertThat(SERVICE.the(TransactionManager.class).fetchInTransaction(() -> {
                    try {
                        SERVICE.the(CommandDispatch.class).give("test", unknown, "cause");
                    } catch (UnknownSubject e) {
                        // it came as far as its handler
                    }
                    return TransactionSynchronizationManager.isActualTransactionActive();
                }))
                .isTrue();
        assertThat(inTransaction.get()).isFalse();
    }
}
