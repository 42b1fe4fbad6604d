package org.probity.disposal.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.probity.query.Story.ACUTE;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.probity.campaign.event.CampaignEvent.CampaignClosed;
import org.probity.campaign.event.CampaignOutcome;
import org.probity.campaign.event.LeftReserveReason;
import org.probity.campaign.event.ParticipationEvent.AppliedForPost;
import org.probity.campaign.event.ParticipationEvent.LeadNominated;
import org.probity.campaign.event.ParticipationEvent.LeftReserve;
import org.probity.campaign.event.ParticipationEvent.NominationDeclined;
import org.probity.campaign.event.ParticipationEvent.PlacedOnReserve;
import org.probity.establishment.event.EstablishmentEvent.IncumbentCarriedOver;
import org.probity.event.Term;
import org.probity.id.DutyId;
import org.probity.id.PersonId;
import org.probity.people.event.Authority;
import org.probity.people.event.DutyEvent.DutyGranted;
import org.probity.people.event.DutyScope;
import org.probity.people.event.PersonEvent.PersonErased;
import org.probity.people.event.PersonEvent.RetentionHoldLifted;
import org.probity.people.event.PersonEvent.RetentionHoldPlaced;
import org.probity.people.event.Profession;
import org.probity.query.ReadFixture;
import org.probity.query.ReadFixture.Somebody;
import org.probity.query.Story;

/** Who is due for disposal. */
class DisposalReadsTest {

    private final ReadFixture fixture = new ReadFixture();
    private final Story story = new Story(fixture).posts().campaign();
    private final PersonId candidate = fixture.person(Profession.GP);
    private final Somebody officer =
            fixture.login(fixture.person(Profession.MANAGER), Authority.DATA_PROTECTION_OFFICER);

    @Test
    void aCandidateIsDueSixMonthsAfterTheEndAndNoLongerOnceErased() {
        apply(candidate);
        fixture.daysLater(200);
        assertThat(due("")).doesNotContain(candidate);

        close();
        long early = fixture.given(new RetentionHoldPlaced(candidate, "A complaint"));
        fixture.daysLater(185);
        assertThat(due("")).doesNotContain(candidate);

        fixture.given(new RetentionHoldLifted(candidate));
        assertThat(due("")).contains(candidate);
        assertThat(due("?atPosition=" + early)).doesNotContain(candidate);

        fixture.given(new PersonErased(candidate, null));
        assertThat(due("")).doesNotContain(candidate);
    }

    @Test
    void whoeverIsOnAReserveListIsDueWhenItIsOver() {
        apply(candidate);
        fixture.given(new PlacedOnReserve(
                story.campaign, candidate, ACUTE, 1, fixture.today().plusMonths(12)));
        close();
        fixture.daysLater(190);
        assertThat(due("")).doesNotContain(candidate);

        fixture.given(new LeftReserve(story.campaign, candidate, ACUTE, LeftReserveReason.WITHDREW));
        assertThat(due("")).contains(candidate);
    }

    @Test
    void whoeverHoldsAPostOrADutyIsNotDueNorWhoNeverWasACandidate() {
        PersonId onDuty = fixture.person(Profession.GP);
        PersonId declined = fixture.person(Profession.GP);
        PersonId noCandidate = fixture.person(Profession.GP);
        apply(candidate);
        apply(onDuty);
        fixture.given(
                new LeadNominated(story.campaign, declined, story.owner, List.of(ACUTE), null),
                new NominationDeclined(story.campaign, declined, null),
                new IncumbentCarriedOver(
                        story.establishment, 3, ACUTE, candidate, story.endingIn(400), "decision 2", null, false),
                new DutyGranted(
                        onDuty,
                        new DutyId(UUID.randomUUID()),
                        Authority.CLINICIAN,
                        DutyScope.of(story.body),
                        new Term(fixture.today(), fixture.today().plusDays(300))));
        close();
        fixture.daysLater(190);
        assertThat(due("")).doesNotContain(candidate, onDuty, declined, noCandidate);

        fixture.daysLater(200);
        assertThat(due("")).contains(onDuty).doesNotContain(candidate, declined, noCandidate);
    }

    @Test
    void othersDoNotSeeWhoIsDue() {
        fixture.asks(fixture.serving(story.body, Authority.APPOINTMENTS_OFFICER), "/api/people/due-for-disposal")
                .isProblem(403, "not-permitted");
    }

    private void apply(PersonId person) {
        fixture.given(new AppliedForPost(story.campaign, person, List.of(ACUTE), null));
    }

    private void close() {
        fixture.given(new CampaignClosed(story.campaign, CampaignOutcome.NO_APPOINTMENT_MADE));
    }

    private List<PersonId> due(String moment) {
        return ReadFixture.each(
                        fixture.asks(officer, "/api/people/due-for-disposal" + moment)
                                .ok()
                                .path("items"),
                        "person")
                .stream()
                .map(id -> new PersonId(UUID.fromString(id)))
                .toList();
    }
}
