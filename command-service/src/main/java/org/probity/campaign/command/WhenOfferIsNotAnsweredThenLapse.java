package org.probity.campaign.command;

import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.messaging.annotation.MessageIdentifier;
import org.probity.automation.Timer;
import org.probity.automation.Timers;
import org.probity.campaign.command.AppointmentCommand.LapseOffer;
import org.probity.campaign.event.ParticipationEvent;
import org.probity.campaign.event.ParticipationEvent.AppointmentOffered;
import org.probity.campaign.event.ParticipationEvent.CandidateWithdrew;
import org.probity.campaign.event.ParticipationEvent.ImpartialityWithheld;
import org.probity.campaign.event.ParticipationEvent.OfferAccepted;
import org.probity.campaign.event.ParticipationEvent.OfferDeclined;
import org.probity.campaign.event.ParticipationEvent.OfferLapsed;
import org.probity.campaign.event.ParticipationEvent.OfferWithdrawn;
import org.probity.command.Occasion;
import org.springframework.stereotype.Component;

/** An offer that nobody has answered lapses at the start of the day after the last one to answer it. */
@Component
@ProcessingGroup("automation.offers")
@DisallowReplay
class WhenOfferIsNotAnsweredThenLapse {

    private static final String NAME = "WhenOfferIsNotAnsweredThenLapse";

    private final Timers timers;

    WhenOfferIsNotAnsweredThenLapse(Timers timers) {
        this.timers = timers;
    }

    @EventHandler
    void on(AppointmentOffered offer, @MessageIdentifier String eventId) {
        timers.set(new Timer(
                NAME,
                offer.stream(),
                offer.respondBy().plusDays(1).atStartOfDay(Occasion.ZONE).toInstant(),
                new LapseOffer(offer.campaign(), offer.person()),
                eventId));
    }

    @EventHandler
    void on(OfferAccepted event) {
        cancel(event);
    }

    @EventHandler
    void on(OfferDeclined event) {
        cancel(event);
    }

    @EventHandler
    void on(OfferWithdrawn event) {
        cancel(event);
    }

    @EventHandler
    void on(OfferLapsed event) {
        cancel(event);
    }

    @EventHandler
    void on(CandidateWithdrew event) {
        cancel(event);
    }

    @EventHandler
    void on(ImpartialityWithheld event) {
        cancel(event);
    }

    private void cancel(ParticipationEvent event) {
        timers.cancel(NAME, event.stream());
    }
}
