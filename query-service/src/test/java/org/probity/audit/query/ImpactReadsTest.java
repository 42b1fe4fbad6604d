package org.probity.audit.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.probity.query.ReadFixture.each;
import static org.probity.query.Story.ACUTE;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.probity.board.event.BoardEvent.BoardMembershipEnded;
import org.probity.board.event.MatterEvent.EffectsRestated;
import org.probity.campaign.event.AssessmentStage;
import org.probity.campaign.event.PanelCapacity;
import org.probity.campaign.event.ParticipationEvent.PanelSeatLeft;
import org.probity.campaign.event.ParticipationEvent.PanelSeatTaken;
import org.probity.event.Term;
import org.probity.id.InterestId;
import org.probity.id.OrganisationCode;
import org.probity.id.PersonId;
import org.probity.interests.event.InterestCategory;
import org.probity.interests.event.InterestsEvent.InterestDeclared;
import org.probity.interests.event.Mitigation;
import org.probity.people.event.Authority;
import org.probity.people.event.Profession;
import org.probity.query.MeetingStory;
import org.probity.query.ReadFixture;
import org.probity.query.ReadFixture.Reply;
import org.probity.query.ReadFixture.Somebody;
import org.probity.query.Story;
import org.probity.query.View;
import tools.jackson.databind.JsonNode;

/** What an interest touched before it was declared. */
class ImpactReadsTest {

    private static final OrganisationCode LOSES = new OrganisationCode("INVSECRET");

    private final ReadFixture fixture = new ReadFixture();
    private final MeetingStory story = new MeetingStory(fixture);
    private final Somebody reviewer = fixture.login(fixture.person(Profession.OTHER), Authority.GOVERNANCE_REVIEWER);
    private final InterestId interest = new InterestId(UUID.randomUUID());
    private final LocalDate arose = fixture.today();

    private void declares(PersonId holder, OrganisationCode organisation, LocalDate since) {
        fixture.later(Duration.ofHours(1));
        fixture.given(new InterestDeclared(
                holder,
                interest,
                InterestCategory.FINANCIAL,
                organisation,
                null,
                "Shares",
                since,
                fixture.today(),
                new Term(since, null),
                true,
                null));
    }

    private Reply impact(Somebody by, PersonId holder) {
        return fixture.asks(by, "/api/people/" + holder.value() + "/interests/" + interest.value() + "/impact");
    }

    private JsonNode impact(PersonId holder) {
        return impact(reviewer, holder).ok();
    }

    @Test
    void an_interest_declared_late_lists_the_decisions_its_holder_took_part_in_meanwhile() {
        story.tabled(true).opened().decided();
        declares(story.presider, LOSES, arose);

        JsonNode found = impact(story.presider).path("decisions").get(0);
        assertThat(found.path("decision").asString())
                .isEqualTo(story.decision.value().toString());
        assertThat(found.path("title").asString()).isEqualTo("Stroke sites");
        assertThat(found.path("parts").toString()).isEqualTo("[\"PRESENT\",\"VOTED\",\"PRESIDED\"]");
        assertThat(found.path("concerned").asBoolean()).isTrue();
        assertThat(found.path("steppedOut").isNull()).isTrue();
        assertThat(impact(story.presider).path("withheld").asInt()).isZero();
    }

    @Test
    void a_matter_that_treats_another_organisation_differently_does_not_concern_it() {
        story.tabled(true).opened().decided();
        declares(story.presider, story.body, arose);

        assertThat(impact(story.presider)
                        .path("decisions")
                        .get(0)
                        .path("concerned")
                        .asBoolean())
                .isFalse();
    }

    @Test
    void a_matter_concerns_it_though_its_effects_are_restated_after_the_decision() {
        story.tabled(true).opened().decided();
        fixture.given(new EffectsRestated(story.matter, List.of()));
        declares(story.presider, LOSES, arose);

        assertThat(impact(story.presider)
                        .path("decisions")
                        .get(0)
                        .path("concerned")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void a_decision_from_which_its_holder_stepped_out_says_so() {
        story.tabled(true).opened().recused(Mitigation.WITHDRAW).decided();
        declares(story.conflicted, LOSES, arose);

        assertThat(impact(story.conflicted)
                        .path("decisions")
                        .get(0)
                        .path("steppedOut")
                        .asString())
                .isEqualTo("WITHDRAW");
    }

    @Test
    void what_was_decided_before_it_arose_or_after_it_was_declared_is_not_listed() {
        story.tabled(true).opened().decided();
        fixture.daysLater(2);
        declares(story.presider, LOSES, fixture.today());
        fixture.daysLater(1);
        story.actedOn();

        assertThat(impact(story.presider).path("decisions").size()).isZero();
    }

    @Test
    void a_chairs_action_lists_who_took_it_and_who_was_consulted() {
        story.tabled(true);
        story.actedOn();
        declares(story.second, LOSES, arose);

        assertThat(impact(story.second).path("decisions").get(0).path("parts").toString())
                .isEqualTo("[\"CONSULTED\"]");
    }

    @Test
    void of_what_a_reviewer_withdrew_from_nothing_is_told_nor_counted() {
        story.tabled(true).opened().recused(Mitigation.WITHDRAW).decided();
        declares(story.presider, LOSES, arose);
        Somebody withdrawn = fixture.login(story.conflicted, Authority.GOVERNANCE_REVIEWER);

        JsonNode found = impact(withdrawn, story.presider).ok();
        assertThat(found.path("decisions").size()).isZero();
        assertThat(found.path("withheld").asInt()).isZero();
        assertThat(found.toString()).doesNotContain("Stroke sites");
    }

    @Test
    void its_holder_sees_it_and_another_member_does_not() {
        story.tabled(true).opened().decided();
        declares(story.presider, LOSES, arose);

        Somebody holder = fixture.login(story.presider, Authority.BOARD_CHAIR);
        assertThat(impact(holder, story.presider).ok().path("decisions").size()).isEqualTo(1);
        impact(fixture.login(story.first, Authority.BOARD_MEMBER), story.presider)
                .isProblem(403, "not-permitted");
    }

    @Test
    void a_secretary_of_the_body_sees_what_was_done_for_the_body_alone() {
        story.tabled(true).opened().decided();
        var elsewhere = new Story(fixture).posts().campaign();
        fixture.given(new PanelSeatTaken(elsewhere.campaign, story.presider, PanelCapacity.MEMBER));
        declares(story.presider, LOSES, arose);

        JsonNode found = impact(fixture.serving(story.body, Authority.BOARD_SECRETARY), story.presider)
                .ok();
        assertThat(found.path("decisions").size()).isEqualTo(1);
        assertThat(found.path("panels").size()).isZero();
        assertThat(found.path("withheld").asInt()).isEqualTo(1);
        impact(fixture.serving(ReadFixture.newBody(), Authority.BOARD_SECRETARY), story.presider)
                .isProblem(403, "not-permitted");
    }

    @Test
    void it_lists_scorecards_and_panels_its_holder_sat_on_even_if_they_left() {
        var campaign = new Story(fixture).posts().campaign();
        PersonId member = campaign.seat(PanelCapacity.MEMBER);
        PersonId candidate = campaign.candidate(ACUTE);
        campaign.scores(member, candidate, AssessmentStage.SIFT, 3);
        fixture.given(new PanelSeatLeft(campaign.campaign, member, "Moved away"));
        declares(member, LOSES, arose);

        JsonNode found = impact(member);
        assertThat(each(found.path("panels"), "campaign"))
                .containsExactly(campaign.campaign.value().toString());
        assertThat(each(found.path("scorecards"), "candidate"))
                .containsExactly(candidate.value().toString());
        assertThat(found.toString()).doesNotContain("Reason of 3");
    }

    @Test
    void what_was_done_in_the_first_moment_of_the_day_counts() {
        LocalDate day = fixture.today().plusDays(1);
        fixture.later(
                Duration.between(fixture.now(), day.atStartOfDay(View.ZONE).toInstant()));
        var campaign = new Story(fixture).posts().campaign();
        PersonId member = campaign.seat(PanelCapacity.MEMBER);
        fixture.given(new PanelSeatLeft(campaign.campaign, member, "Moved away"));
        declares(member, LOSES, day);

        assertThat(impact(member).path("panels").size()).isEqualTo(1);
    }

    @Test
    void a_panel_its_holder_joined_later_or_had_left_before_is_not_listed() {
        var campaign = new Story(fixture).posts().campaign();
        PersonId member = campaign.seat(PanelCapacity.MEMBER);
        fixture.given(new PanelSeatLeft(campaign.campaign, member, "Moved away"));
        fixture.daysLater(1);
        declares(member, LOSES, fixture.today());
        var later = new Story(fixture).posts().campaign();
        fixture.given(new PanelSeatTaken(later.campaign, member, PanelCapacity.MEMBER));

        assertThat(impact(member).path("panels").size()).isZero();
    }

    @Test
    void a_candidate_who_reviews_does_not_learn_who_scored_whom() {
        var campaign = new Story(fixture).posts().campaign();
        PersonId member = campaign.seat(PanelCapacity.MEMBER);
        PersonId rival = campaign.candidate(ACUTE);
        PersonId candidate = campaign.candidate(ACUTE);
        campaign.scores(member, rival, AssessmentStage.SIFT, 3);
        declares(member, LOSES, arose);

        JsonNode found = impact(fixture.login(candidate, Authority.GOVERNANCE_REVIEWER), member)
                .ok();
        assertThat(found.path("scorecards").size()).isZero();
        assertThat(found.path("withheld").asInt()).isEqualTo(1);
    }

    @Test
    void an_interest_nobody_declared_is_unknown() {
        impact(reviewer, story.presider).isProblem(404, "unknown-subject");
    }

    @Test
    void late_declarations_of_office_holders_are_listed_for_secretaries_of_the_body() {
        declares(story.presider, LOSES, arose);
        String path = "/api/interests/late?body=" + story.body.value();

        JsonNode items = fixture.asks(fixture.serving(story.body, Authority.BOARD_SECRETARY), path)
                .ok()
                .path("items");
        assertThat(each(items, "person")).containsExactly(story.presider.value().toString());
        assertThat(items.get(0).path("interest").path("id").asString())
                .isEqualTo(interest.value().toString());
        fixture.asks(fixture.login(story.first, Authority.BOARD_MEMBER), path).isProblem(403, "not-permitted");
        JsonNode ofAnother = fixture.asks(
                        reviewer,
                        "/api/interests/late?body=" + ReadFixture.newBody().value())
                .ok();
        assertThat(ofAnother.path("items").size()).isZero();
    }

    @Test
    void what_was_decided_in_private_is_not_told_to_officers_though_its_matter_is_public_too() {
        story.tabled(false).opened().decided();
        story.deferred(); // the matter is on a public agenda, too
        declares(story.presider, LOSES, arose);
        Somebody officer = fixture.serving(story.body, Authority.APPOINTMENTS_OFFICER);

        assertThat(impact(officer, story.presider).ok().path("decisions").size())
                .isZero();
        assertThat(impact(officer, story.presider).ok().path("withheld").asInt())
                .isEqualTo(1);
        assertThat(impact(reviewer, story.presider).ok().path("decisions").size())
                .isEqualTo(1);
    }

    @Test
    void who_declared_late_stays_on_the_lists_of_the_body_after_they_left_it() {
        declares(story.first, LOSES, arose);
        fixture.daysLater(2);
        fixture.given(new BoardMembershipEnded(story.board, story.first, fixture.today(), "Resigned", null));
        fixture.daysLater(1);
        String body = "body=" + story.body.value();

        assertThat(each(
                        fixture.asks(reviewer, "/api/interests/late?" + body)
                                .ok()
                                .path("items"),
                        "person"))
                .containsExactly(story.first.value().toString());
        assertThat(each(
                        fixture.asks(reviewer, "/api/exceptions?kind=LATE_DECLARATION&" + body)
                                .ok()
                                .path("items"),
                        "person"))
                .containsExactly(story.first.value().toString());
    }
}
