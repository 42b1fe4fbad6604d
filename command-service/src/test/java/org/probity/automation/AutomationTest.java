package org.probity.automation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.api.Assertions;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.probity.automation.AutomationProgress.Progress;
import org.probity.command.DomainFixture;
import org.probity.id.OrganisationCode;
import org.probity.people.event.OrganisationEvent.OrganisationClosed;
import org.springframework.transaction.support.TransactionSynchronizationManager;

class AutomationTest {

    private static final RunningService SERVICE = new RunningService(Witness.class);

    private final Witness witness = SERVICE.the(Witness.class);

    @BeforeEach
    void forget() {
        SERVICE.whenQuiet();
        witness.seen.clear();
    }

    @AfterAll
    static void stop() {
        SERVICE.close();
    }

    @Test
    void an_event_that_cannot_be_answered_is_tried_again_and_those_after_it_wait() {
        OrganisationCode first = DomainFixture.newBody();
        OrganisationCode second = DomainFixture.newBody();
        witness.failures.set(2);

        SERVICE.given(closed(first), closed(second));

        await().atMost(Duration.ofSeconds(30)).until(() -> witness.seen.contains(second));
        assertThat(witness.seen).containsExactly(first, first, first, second);
        SERVICE.whenQuiet();
    }

    @Test
    void an_automation_handles_its_event_in_a_transaction() {
        SERVICE.given(closed(DomainFixture.newBody())).whenQuiet();

        assertThat(witness.inTransaction).isTrue();
    }

    @Test
    void every_automation_runs_one_event_after_the_other() {
        var processing = SERVICE.the(EventProcessingConfiguration.class);

        assertThat(processing.eventProcessors().keySet())
                .contains("automation.board-seats", "automation.witness")
                .allMatch(name -> name.startsWith("automation."));
        assertThat(processing.eventProcessors().values()).allSatisfy(processor -> assertThat(processor)
                .isInstanceOfSatisfying(PooledStreamingEventProcessor.class, pooled -> {
                    assertThat(pooled.processingStatus()).hasSize(1);
                    assertThat(pooled.supportsReset()).isFalse();
                    Assertions.assertThatIllegalStateException().isThrownBy(() -> {
                        pooled.shutDown();
                        try {
                            pooled.resetTokens();
                        } finally {
                            pooled.start();
                        }
                    });
                }));
    }

    @Test
    void progress_says_how_far_each_automation_is_behind_the_log() {
        SERVICE.given(closed(DomainFixture.newBody())).whenQuiet();

        List<Progress> progress = SERVICE.the(AutomationProgress.class).now();

        assertThat(progress.stream().map(Progress::automation)).contains("automation.witness");
        assertThat(progress).allSatisfy(each -> {
            assertThat(each.head()).isEqualTo(SERVICE.head());
            assertThat(each.lag()).hasValue(0);
        });
    }

    private static OrganisationClosed closed(OrganisationCode code) {
        return new OrganisationClosed(code, LocalDate.of(2026, 4, 1));
    }

    /** Writes down what it is told, and fails as often as it is asked to. */
    @DisallowReplay
    @ProcessingGroup("automation.witness")
    static class Witness {
        private final List<OrganisationCode> seen = new CopyOnWriteArrayList<>();
        private final AtomicInteger failures = new AtomicInteger();
        private volatile boolean inTransaction;

        @EventHandler
        void when(OrganisationClosed closed) {
            seen.add(closed.code());
            inTransaction = TransactionSynchronizationManager.isActualTransactionActive();
            if (failures.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
                throw new IllegalStateException("asked to fail");
            }
        }
    }
}
