package org.probity.campaign.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.probity.campaign.command.CampaignScene.AIM;
import static org.probity.campaign.command.CampaignScene.CRITERIA;
import static org.probity.campaign.command.CampaignScene.STROKE;
import static org.probity.campaign.command.CampaignScene.TERM;
import static org.probity.campaign.command.CampaignScene.TIMETABLE;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.probity.automation.RunningService;
import org.probity.automation.Timers;
import org.probity.campaign.event.CampaignEvent.CampaignOpened;
import org.probity.campaign.event.CampaignRules;
import org.probity.campaign.event.Criteria;
import org.probity.campaign.event.ParticipationEvent.*;
import org.probity.campaign.event.StrandPosts;
import org.probity.establishment.event.EstablishmentEvent.*;
import org.probity.establishment.event.HoldReleaseReason;
import org.probity.establishment.event.Programme;
import org.probity.id.CampaignId;
import org.probity.id.EstablishmentId;
import org.probity.id.OrganisationCode;
import org.probity.id.ParticipationId;
import org.probity.id.PersonId;
import org.probity.id.RulePackVersion;

/** Offers and their timers in the running service, in an example log that is in summer time. */
class OfferTimerTest {

    private static final OrganisationCode BODY = new OrganisationCode("INVZ1");
    private static final LocalDate RESPOND_BY = LocalDate.of(2026, 5, 15);
    private static final Instant DAY_AFTER = Instant.parse("2026-05-15T23:00:00Z");

    private final RunningService service = new RunningService();
    private final EstablishmentId posts = new EstablishmentId(UUID.randomUUID());
    private final CampaignId campaign = new CampaignId(UUID.randomUUID());
    private final PersonId candidate = new PersonId(UUID.randomUUID());
    private final String participation = new ParticipationId(campaign, candidate).stream();

    @BeforeEach
    void a_candidate_is_offered_a_post() {
        service.exampleStartsAt("2026-05-01T09:00:00Z")
                .given(
                        new PostsEstablished(
                                posts, BODY, "Leads", Programme.SENIOR_CLINICAL_LEADS, 30, "two days", candidate),
                        new StrandAdded(posts, STROKE, "Stroke", 2, 2, List.of(1, 2), null),
                        new CampaignOpened(
                                campaign,
                                posts,
                                BODY,
                                "Leads 2026",
                                List.of(new StrandPosts(STROKE, 2)),
                                "One day a week",
                                new Criteria(CRITERIA),
                                TIMETABLE,
                                List.of(AIM),
                                new CampaignRules(
                                        new RulePackVersion("default-1"), 3, 1, List.of(), 2, 4, 14, 24, 12, 3)),
                        new AppliedForPost(campaign, candidate, List.of(STROKE), null),
                        new PostHeld(posts, 1, STROKE, candidate, campaign, TERM),
                        new AppointmentOffered(campaign, candidate, posts, STROKE, 1, TERM, RESPOND_BY, false))
                .whenQuiet();
    }

    @AfterEach
    void stop() {
        service.close();
    }

    @Test
    void an_offer_lapses_at_the_start_of_the_day_after_the_last_to_answer_it() {
        service.clockAdvancesTo("2026-05-15T22:59:59Z").whenQuiet();
        assertThat(service.the(Timers.class).next()).contains(DAY_AFTER);

        service.clockAdvancesTo("2026-05-15T23:00:00Z").whenTimersHaveFired().whenQuiet();

        assertThat(service.eventsOf(participation).getLast())
                .isEqualTo(new OfferLapsed(campaign, candidate, posts, STROKE, 1));
        assertThat(service.eventsOf(posts.stream()).getLast())
                .isEqualTo(
                        new HoldReleased(posts, 1, STROKE, candidate, campaign, TERM, HoldReleaseReason.OFFER_LAPSED));
    }

    @Test
    void an_offer_that_is_answered_does_not_lapse() {
        service.given(new OfferAccepted(campaign, candidate, posts, STROKE, 1)).whenQuiet();

        assertThat(service.the(Timers.class).next()).isEmpty();
    }

    @Test
    void timers_that_were_lost_are_set_again_from_the_events() {
        service.stop();
        service.database().sql("delete from timers.scheduled_tasks").update();
        service.database().sql("delete from axon.token_entry").update();

        service.start().whenQuiet();

        assertThat(service.the(Timers.class).next()).contains(DAY_AFTER);
    }
}
