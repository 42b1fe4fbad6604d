package org.probity.campaign.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.probity.campaign.command.CampaignScene.*;
import static org.probity.command.DomainFixture.newBody;
import static org.probity.command.DomainFixture.newPerson;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.RepeatedTest;
import org.probity.automation.RunningService;
import org.probity.campaign.command.CampaignCommand.CloseCampaign;
import org.probity.campaign.command.NominationCommand.CheckEligibility;
import org.probity.campaign.event.CampaignEvent.AdvertPublished;
import org.probity.campaign.event.CampaignEvent.CampaignClosed;
import org.probity.campaign.event.Criteria;
import org.probity.campaign.event.ParticipationEvent.AppliedForPost;
import org.probity.campaign.event.ParticipationEvent.EligibilityChecked;
import org.probity.command.Command;
import org.probity.command.CommandDispatch;
import org.probity.id.CampaignId;
import org.probity.id.EstablishmentId;
import org.probity.id.ParticipationId;
import org.probity.id.PersonId;
import org.probity.people.event.PersonEvent.PersonRegistered;
import org.probity.people.event.Profession;

/**
 * A campaign is closed on one node while, on another, the employer's late release brings a candidate back: either the
 * campaign is closed, or there is a candidate to decide on, and never both.
 */
class CloseOnTwoNodesTest {

    private static RunningService node;
    private static RunningService otherNode;

    private final CampaignId campaign = new CampaignId(UUID.randomUUID());
    private final PersonId candidate = newPerson();

    @BeforeAll
    static void start() {
        node = new RunningService();
        otherNode = node.anotherNode();
        node.exampleStartsAt("2026-03-23T12:00:00Z");
    }

    @AfterAll
    static void stop() {
        otherNode.close();
        node.close();
    }

    @RepeatedTest(15)
    void no_candidate_comes_back_into_a_closed_campaign() throws Exception {
        node.given(
                PastEvents.opened(campaign, new EstablishmentId(UUID.randomUUID()), newBody()),
                new AdvertPublished(campaign, List.of("Bulletin"), CLOSING, new Criteria(CRITERIA), false),
                new PersonRegistered(candidate, "A clinician", null, Profession.GP, null, null, true),
                new AppliedForPost(campaign, candidate, List.of(STROKE), null),
                new EligibilityChecked(campaign, candidate, true, true, false, false, null));
        var together = new CyclicBarrier(2);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Boolean> close = threads.submit(give(node, new CloseCampaign(campaign, List.of()), together));
            Future<Boolean> release = threads.submit(
                    give(otherNode, new CheckEligibility(campaign, candidate, true, true, true, null), together));
            assertThat(List.of(close.get(), release.get())).containsOnly(true);
        }
        boolean closed = node.eventsOf(campaign.stream()).stream().anyMatch(CampaignClosed.class::isInstance);
        boolean back = node.eventsOf(new ParticipationId(campaign, candidate).stream()).stream()
                .anyMatch(event -> event instanceof EligibilityChecked checked && checked.eligible());
        assertThat(List.of(closed, back)).containsExactlyInAnyOrder(true, false);
    }

    private Callable<Boolean> give(RunningService on, Command command, CyclicBarrier together) {
        return () -> {
            together.await();
            on.the(CommandDispatch.class).give("race", command, campaign.stream());
            return true;
        };
    }
}
