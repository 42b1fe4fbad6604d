package org.probity.campaign.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.probity.query.Story.ACUTE;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.probity.campaign.event.CampaignEvent.*;
import org.probity.campaign.event.PanelCapacity;
import org.probity.campaign.event.ParticipationEvent.*;
import org.probity.id.PersonId;
import org.probity.people.event.Authority;
import org.probity.query.ReadFixture;
import org.probity.query.Story;
import tools.jackson.databind.JsonNode;

/** A campaign as its officers read it: the panel, and how each strand comes out. */
class CampaignReadTest {

    private final ReadFixture fixture = new ReadFixture();
    private final Story story = new Story(fixture).posts().campaign();

    private JsonNode campaign() {
        return fixture.asks(
                        fixture.serving(story.body, Authority.APPOINTMENTS_OFFICER),
                        "/api/campaigns/" + story.campaign.value())
                .ok();
    }

    private List<String> reserve() {
        return campaign().path("strands").values().stream()
                .filter(strand -> strand.path("strand").asString().equals(ACUTE.value()))
                .flatMap(strand -> strand.path("decision").path("reserve").values().stream())
                .map(JsonNode::asString)
                .toList();
    }

    private AppointmentDecided decided(List<PersonId> offers, List<PersonId> reserve) {
        return new AppointmentDecided(
                story.campaign, ACUTE, offers, reserve, story.fromToday(), false, null, story.owner);
    }

    private static String[] inOrder(PersonId... people) {
        return List.of(people).stream().map(person -> person.value().toString()).toArray(String[]::new);
    }

    /** The seat of somebody, as read. */
    private JsonNode seat(PersonId person) {
        return campaign().path("panel").values().stream()
                .filter(seat ->
                        seat.path("person").asString().equals(person.value().toString()))
                .findFirst()
                .orElseThrow();
    }

    private boolean isActingChair(PersonId person) {
        return seat(person).path("actingChair").asBoolean();
    }

    @Test
    void oneActingChairTakesTheChairFromTheOther() {
        PersonId one = story.seat(PanelCapacity.MEMBER);
        PersonId other = story.seat(PanelCapacity.MEMBER);
        fixture.given(new ActingPanelChairAppointed(story.campaign, one, "The chair is ill"));
        assertThat(isActingChair(one)).isTrue();

        fixture.given(new ActingPanelChairAppointed(story.campaign, other, "So is the other"));
        assertThat(isActingChair(one)).isFalse();
        assertThat(isActingChair(other)).isTrue();
    }

    @Test
    void whoLeavesThePanelActsAsChairNoMore() {
        PersonId member = story.seat(PanelCapacity.MEMBER);
        fixture.given(
                new ActingPanelChairAppointed(story.campaign, member, "The chair is ill"),
                new PanelSeatLeft(story.campaign, member, "Moves away"));

        assertThat(isActingChair(member)).isFalse();
        assertThat(seat(member).path("left").asBoolean()).isTrue();
    }

    @Test
    void whoReturnsToThePanelSitsInTheirNewCapacityAndWhatTheyDisclosedStays() {
        PersonId member = story.seat(PanelCapacity.MEMBER);
        story.discloses(member, story.candidate(ACUTE));
        fixture.given(
                new PanelSeatLeft(story.campaign, member, "Moves away"),
                new PanelSeatTaken(story.campaign, member, PanelCapacity.CHAIR));

        assertThat(seat(member).path("capacity").asString()).isEqualTo("CHAIR");
        assertThat(seat(member).path("left").asBoolean()).isFalse();
        assertThat(seat(member).path("connections").size()).isEqualTo(1);
    }

    @Test
    void theTotalIsTheOneTheRecommendationRestsOn() {
        PersonId candidate = story.candidate(ACUTE);
        story.interviewed(candidate);
        fixture.given(
                new FoundAppointable(story.campaign, candidate, List.of(ACUTE), new BigDecimal("71.50")),
                new CandidateRecommended(story.campaign, candidate, ACUTE, 1, new BigDecimal("68.00")));

        assertThat(ReadFixture.each(campaign().path("candidates"), "total")).containsExactly("68.0");
    }

    @Test
    void whoIsListedAgainIsAtTheEndOfTheReserveList() {
        PersonId offered = story.candidate(ACUTE);
        PersonId back = story.candidate(ACUTE);
        PersonId next = story.candidate(ACUTE);
        fixture.given(decided(List.of(offered), List.of(back, next)));
        assertThat(reserve()).containsExactly(inOrder(back, next));

        fixture.given(new ReserveListExtended(story.campaign, ACUTE, back, 2));
        assertThat(reserve()).containsExactly(inOrder(next, back));

        fixture.given(decided(List.of(), List.of(next)));
        assertThat(reserve()).containsExactly(inOrder(back, next));
    }
}
