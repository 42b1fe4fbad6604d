package org.probity.campaign.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.probity.campaign.command.CampaignScene.*;
import static org.probity.command.DomainFixture.newBody;
import static org.probity.command.DomainFixture.newPerson;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.probity.automation.RunningService;
import org.probity.campaign.event.CampaignEvent.AppointmentDecided;
import org.probity.campaign.event.CampaignEvent.CampaignCancelled;
import org.probity.campaign.event.CampaignEvent.ReserveListExhausted;
import org.probity.campaign.event.CampaignEvent.ReserveNotCalled;
import org.probity.campaign.event.ParticipationEvent.*;
import org.probity.establishment.event.EstablishmentEvent.HoldReleased;
import org.probity.establishment.event.EstablishmentEvent.PostHeld;
import org.probity.establishment.event.HoldReleaseReason;
import org.probity.event.Term;
import org.probity.id.CampaignId;
import org.probity.id.EstablishmentId;
import org.probity.id.OrganisationCode;
import org.probity.id.ParticipationId;
import org.probity.id.PersonId;

/** The reserve list, with the automation running. */
class ReserveListTest {

    private final RunningService service = new RunningService();
    private final OrganisationCode body = newBody();
    private final EstablishmentId establishment = new EstablishmentId(UUID.randomUUID());
    private final CampaignId campaign = new CampaignId(UUID.randomUUID());
    private final PersonId offered = newPerson();
    private final PersonId reserve = newPerson();

    @BeforeEach
    void an_offer_and_a_reserve() {
        service.exampleStartsAt("2026-03-23T12:00:00Z")
                .given(PastEvents.onePost(establishment, body, newPerson()))
                .given(PastEvents.opened(campaign, establishment, body))
                .given(PastEvents.recommended(campaign, List.of(offered, reserve)))
                .given(
                        new AppointmentDecided(
                                campaign, STROKE, List.of(offered), List.of(reserve), TERM, false, null, newPerson()),
                        new PostHeld(establishment, 1, STROKE, offered, campaign, TERM),
                        new AppointmentOffered(
                                campaign, offered, establishment, STROKE, 1, TERM, LocalDate.of(2026, 4, 6), false),
                        new PlacedOnReserve(campaign, reserve, STROKE, 1, LocalDate.of(2028, 3, 23)))
                .whenQuiet();
    }

    @AfterEach
    void stop() {
        service.close();
    }

    @Test
    void the_reserve_is_offered_the_post_that_was_declined_and_then_nobody_is_left() {
        service.given(
                        new OfferDeclined(campaign, offered, establishment, STROKE, 1, null),
                        released(offered, HoldReleaseReason.OFFER_DECLINED))
                .whenQuiet();
        assertThat(participation(reserve))
                .endsWith(new AppointmentOffered(
                        campaign, reserve, establishment, STROKE, 1, TERM, LocalDate.of(2026, 4, 6), true));

        service.given(
                        new ImpartialityWithheld(campaign, reserve, newPerson(), null, null),
                        released(reserve, HoldReleaseReason.IMPARTIALITY_WITHHELD))
                .whenQuiet();
        assertThat(service.eventsOf(campaign.stream())).endsWith(new ReserveListExhausted(campaign, STROKE));
        assertThat(service.refusals()).isEmpty();
    }

    @Test
    void a_later_decision_for_another_term_does_not_change_what_the_reserve_is_offered() {
        var later = new Term(LocalDate.of(2028, 6, 1), LocalDate.of(2028, 12, 1));
        service.given(
                        new AppointmentDecided(
                                campaign, STROKE, List.of(newPerson()), List.of(), later, true, "A leave", newPerson()),
                        new OfferDeclined(campaign, offered, establishment, STROKE, 1, null),
                        released(offered, HoldReleaseReason.OFFER_DECLINED))
                .whenQuiet();
        assertThat(participation(reserve))
                .endsWith(new AppointmentOffered(
                        campaign, reserve, establishment, STROKE, 1, TERM, LocalDate.of(2026, 4, 6), true));
    }

    @Test
    void a_post_that_an_earlier_version_let_go_without_saying_its_term_is_left_to_people() {
        service.given(
                        new OfferDeclined(campaign, offered, establishment, STROKE, 1, null),
                        new HoldReleased(
                                establishment, 1, STROKE, offered, campaign, null, HoldReleaseReason.OFFER_DECLINED))
                .whenQuiet();
        assertThat(service.eventsOf(campaign.stream())).endsWith(new ReserveNotCalled(campaign, STROKE));
        assertThat(service.refusals()).isEmpty();
    }

    @Test
    void a_cancelled_campaign_calls_nobody() {
        service.given(
                        new CampaignCancelled(campaign, "No money"),
                        new OfferWithdrawn(campaign, offered, establishment, STROKE, 1, null),
                        released(offered, HoldReleaseReason.CAMPAIGN_CANCELLED))
                .whenQuiet();
        assertThat(participation(reserve)).last().isInstanceOf(PlacedOnReserve.class);
        assertThat(service.refusals()).isEmpty();
    }

    private HoldReleased released(PersonId person, HoldReleaseReason reason) {
        return new HoldReleased(establishment, 1, STROKE, person, campaign, TERM, reason);
    }

    private List<Object> participation(PersonId person) {
        return service.eventsOf(new ParticipationId(campaign, person).stream());
    }
}
