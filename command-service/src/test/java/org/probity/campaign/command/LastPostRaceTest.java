package org.probity.campaign.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.probity.campaign.command.CampaignScene.*;
import static org.probity.command.DomainFixture.newBody;
import static org.probity.command.DomainFixture.newPerson;
import static org.probity.people.event.Authority.APPOINTING_AUTHORITY;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.RepeatedTest;
import org.probity.campaign.command.AppointmentCommand.DecideAppointment;
import org.probity.command.DomainFixture;
import org.probity.command.DomainFixture.Somebody;
import org.probity.establishment.event.EstablishmentEvent.PostHeld;
import org.probity.id.CampaignId;
import org.probity.id.EstablishmentId;
import org.probity.id.OrganisationCode;
import org.probity.id.PersonId;

/**
 * The promise of the whole product: two people decide at the same moment to offer the last post of a strand, and one
 * of them is told that the strand is full.
 */
class LastPostRaceTest {

    private final DomainFixture fixture = new DomainFixture();
    private final OrganisationCode body = newBody();
    private final EstablishmentId establishment = new EstablishmentId(UUID.randomUUID());
    private final Somebody one = fixture.serving(body, APPOINTING_AUTHORITY);
    private final Somebody other = fixture.serving(body, APPOINTING_AUTHORITY);

    @RepeatedTest(50)
    void two_last_offers_of_one_campaign_give_one_offer_and_one_refusal() throws Exception {
        onePost();
        CampaignId campaign = campaign();
        PersonId[] merit = recommended(campaign, 2);
        race(offer(campaign, merit[0]), offer(campaign, merit[1]));
    }

    @RepeatedTest(50)
    void two_last_offers_of_two_campaigns_give_one_offer_and_one_refusal() throws Exception {
        onePost();
        CampaignId campaign = campaign();
        CampaignId rival = campaign();
        race(offer(campaign, recommended(campaign, 1)[0]), offer(rival, recommended(rival, 1)[0]));
    }

    private void race(DecideAppointment offer, DecideAppointment rivalOffer) throws Exception {
        var together = new CyclicBarrier(2);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<@Nullable String> offered = threads.submit(refusalOf(one, offer, together));
            Future<@Nullable String> rivalOffered = threads.submit(refusalOf(other, rivalOffer, together));
            assertThat(new @Nullable String[] {offered.get(), rivalOffered.get()})
                    .containsExactlyInAnyOrder(null, "strand-full");
        }
        assertThat(fixture.eventsOf(establishment.stream()))
                .filteredOn(PostHeld.class::isInstance)
                .hasSize(1);
    }

    private Callable<@Nullable String> refusalOf(Somebody by, DecideAppointment offer, CyclicBarrier together) {
        return () -> {
            together.await();
            return fixture.when(by, offer).refusedBy();
        };
    }

    private DecideAppointment offer(CampaignId campaign, PersonId person) {
        return new DecideAppointment(campaign, STROKE, List.of(person), List.of(), TERM, "The only post");
    }

    private void onePost() {
        fixture.given(PastEvents.onePost(establishment, body, newPerson()));
    }

    private CampaignId campaign() {
        var campaign = new CampaignId(UUID.randomUUID());
        fixture.given(PastEvents.opened(campaign, establishment, body));
        return campaign;
    }

    private PersonId[] recommended(CampaignId campaign, int people) {
        PersonId[] merit =
                Stream.generate(DomainFixture::newPerson).limit(people).toArray(PersonId[]::new);
        fixture.given(PastEvents.recommended(campaign, List.of(merit)));
        return merit;
    }
}
