package org.probity.campaign.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.probity.campaign.command.CampaignScene.*;
import static org.probity.command.DomainFixture.newBody;
import static org.probity.command.DomainFixture.newPerson;

import java.time.LocalDate;
import java.util.ArrayList;
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
import org.junit.jupiter.api.Test;
import org.probity.automation.RunningService;
import org.probity.campaign.command.AppointmentCommand.OfferFromReserve;
import org.probity.campaign.event.CampaignEvent.AppointmentDecided;
import org.probity.campaign.event.CampaignEvent.ReserveCalled;
import org.probity.campaign.event.CampaignEvent.ReserveNotCalled;
import org.probity.campaign.event.ParticipationEvent.PlacedOnReserve;
import org.probity.command.CommandDispatch;
import org.probity.establishment.event.EstablishmentEvent.PostHeld;
import org.probity.id.CampaignId;
import org.probity.id.EstablishmentId;
import org.probity.id.OrganisationCode;
import org.probity.id.PersonId;

/**
 * The same promise where no lock in memory helps: two nodes on one log offer the last post of a strand from the
 * reserve lists of two campaigns, and the sequence of the posts' stream lets one of them in.
 */
class LastPostOnTwoNodesTest {

    private static RunningService node;
    private static RunningService otherNode;

    private final OrganisationCode body = newBody();
    private final EstablishmentId establishment = new EstablishmentId(UUID.randomUUID());

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
    void two_nodes_offer_the_last_post_once() throws Exception {
        node.given(PastEvents.onePost(establishment, body, newPerson()));
        CampaignId campaign = campaignWithReserve();
        CampaignId rival = campaignWithReserve();
        var together = new CyclicBarrier(2);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Boolean> one = threads.submit(offer(node, campaign, together));
            Future<Boolean> other = threads.submit(offer(otherNode, rival, together));
            assertThat(List.of(one.get(), other.get())).containsOnly(true);
        }
        assertThat(node.eventsOf(establishment.stream()))
                .filteredOn(PostHeld.class::isInstance)
                .hasSize(1);
        assertThat(List.of(last(campaign), last(rival)))
                .satisfiesExactlyInAnyOrder(
                        one -> assertThat(one).isInstanceOf(ReserveCalled.class),
                        other -> assertThat(other).isInstanceOf(ReserveNotCalled.class));
    }

    /** Each of them reads the campaign, waits for those before it to append to it, and is out of date by then. */
    @Test
    void however_many_ask_for_one_campaign_at_once_each_is_answered() throws Exception {
        node.given(PastEvents.onePost(establishment, body, newPerson()));
        CampaignId campaign = campaignWithReserve();
        var together = new CyclicBarrier(40);
        List<Future<?>> asked = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < together.getParties(); i++) {
                String cause = campaign.stream() + i;
                asked.add(threads.submit(() -> {
                    together.await();
                    node.the(CommandDispatch.class).give("race", new OfferFromReserve(campaign, STROKE, TERM), cause);
                    return true;
                }));
            }
        }
        for (Future<?> each : asked) {
            assertThat(each.get()).isEqualTo(true);
        }
        assertThat(node.eventsOf(campaign.stream()))
                .filteredOn(event -> event instanceof ReserveCalled || event instanceof ReserveNotCalled)
                .hasSize(together.getParties());
    }

    private static Object last(CampaignId campaign) {
        return node.eventsOf(campaign.stream()).getLast();
    }

    private static Callable<Boolean> offer(RunningService on, CampaignId campaign, CyclicBarrier together) {
        return () -> {
            together.await();
            on.the(CommandDispatch.class).give("race", new OfferFromReserve(campaign, STROKE, TERM), campaign.stream());
            return true;
        };
    }

    private CampaignId campaignWithReserve() {
        var campaign = new CampaignId(UUID.randomUUID());
        PersonId reserve = newPerson();
        node.given(PastEvents.opened(campaign, establishment, body))
                .given(PastEvents.recommended(campaign, List.of(reserve)))
                .given(
                        new AppointmentDecided(
                                campaign, STROKE, List.of(), List.of(reserve), TERM, true, "Later", newPerson()),
                        new PlacedOnReserve(campaign, reserve, STROKE, 1, LocalDate.of(2028, 3, 23)));
        return campaign;
    }
}
