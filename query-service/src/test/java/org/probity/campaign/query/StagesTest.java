package org.probity.campaign.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.probity.query.Story.ACUTE;
import static org.probity.query.Story.STROKE;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.probity.campaign.event.LeftReserveReason;
import org.probity.campaign.event.ParticipationEvent.*;
import org.probity.campaign.event.Stage;
import org.probity.campaign.query.CampaignTables.Candidacy;
import org.probity.campaign.query.CampaignTables.Step;
import org.probity.id.PersonId;
import org.probity.query.ReadFixture;
import org.probity.query.Story;

/** The one stage that a candidacy carries through its events. */
class StagesTest {

    private final ReadFixture fixture = new ReadFixture();
    private final Story story = new Story(fixture).posts().campaign();
    private final PersonId candidate = story.candidate(ACUTE, STROKE);

    private Candidacy candidacy() {
        return ReadFixture.bean(CampaignTables.class)
                .candidacies()
                .current(story.campaign, candidate)
                .orElseThrow();
    }

    private void recommended() {
        story.interviewed(candidate);
        fixture.given(
                new FoundAppointable(story.campaign, candidate, List.of(ACUTE, STROKE), BigDecimal.TEN),
                new CandidateRecommended(story.campaign, candidate, ACUTE, 1, BigDecimal.TEN));
    }

    private AppointmentOffered offer() {
        return new AppointmentOffered(
                story.campaign,
                candidate,
                story.establishment,
                ACUTE,
                3,
                story.fromToday(),
                fixture.today().plusDays(14),
                false);
    }

    @Test
    void theWayToAnAppointmentIsKeptStepByStepWithItsMoments() {
        recommended();
        fixture.given(
                offer(),
                new OfferAccepted(story.campaign, candidate, story.establishment, ACUTE, 3),
                new AppointmentConfirmed(story.campaign, candidate, story.establishment, ACUTE, 3, story.fromToday()));

        assertThat(candidacy().steps())
                .extracting(Step::stage)
                .containsExactly(
                        Stage.CANDIDATE,
                        Stage.LONGLISTED,
                        Stage.SHORTLISTED,
                        Stage.INTERVIEWED,
                        Stage.APPOINTABLE,
                        Stage.RECOMMENDED,
                        Stage.OFFERED,
                        Stage.ACCEPTED,
                        Stage.APPOINTED);
        assertThat(candidacy().steps()).extracting(Step::at).isSorted();
    }

    @Test
    void foundEligibleAfterAllACandidateIsBackWhereTheyWere() {
        fixture.given(new EligibilityChecked(story.campaign, candidate, true, true, false, false, null));
        assertThat(candidacy().stage()).isEqualTo(Stage.INELIGIBLE);

        fixture.given(new EligibilityChecked(story.campaign, candidate, true, true, true, true, null));
        assertThat(candidacy().stage()).isEqualTo(Stage.CANDIDATE);
    }

    @Test
    void aRecommendationOrReserveInAnotherStrandDoesNotTakeAnOfferBack() {
        recommended();
        fixture.given(
                offer(),
                new CandidateRecommended(story.campaign, candidate, STROKE, 2, BigDecimal.TEN),
                new PlacedOnReserve(
                        story.campaign, candidate, STROKE, 1, fixture.today().plusMonths(12)));

        assertThat(candidacy().stage()).isEqualTo(Stage.OFFERED);
    }

    @Test
    void offTheLastReserveListACandidateIsRecommendedAgain() {
        recommended();
        fixture.given(
                new PlacedOnReserve(
                        story.campaign, candidate, ACUTE, 1, fixture.today().plusMonths(12)),
                new PlacedOnReserve(
                        story.campaign, candidate, STROKE, 1, fixture.today().plusMonths(12)),
                new LeftReserve(story.campaign, candidate, ACUTE, LeftReserveReason.EXPIRED));
        assertThat(candidacy().stage()).isEqualTo(Stage.RESERVE);

        fixture.given(new LeftReserve(story.campaign, candidate, STROKE, LeftReserveReason.EXPIRED));
        assertThat(candidacy().stage()).isEqualTo(Stage.RECOMMENDED);
    }

    @Test
    void whoIsOfferedAPostFromTheReserveIsNotRecommendedInBetween() {
        recommended();
        fixture.given(
                new PlacedOnReserve(
                        story.campaign, candidate, ACUTE, 1, fixture.today().plusMonths(12)),
                new LeftReserve(story.campaign, candidate, ACUTE, LeftReserveReason.OFFERED),
                offer());

        assertThat(candidacy().steps())
                .extracting(Step::stage)
                .endsWith(Stage.RECOMMENDED, Stage.RESERVE, Stage.OFFERED)
                .containsOnlyOnce(Stage.RECOMMENDED);
    }

    @Test
    void aDeclinedOfferIsDeclined() {
        recommended();
        fixture.given(
                offer(), new OfferDeclined(story.campaign, candidate, story.establishment, ACUTE, 3, "Moves away"));

        assertThat(candidacy().stage()).isEqualTo(Stage.DECLINED);
    }
}
