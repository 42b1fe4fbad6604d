package org.probity.audit.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.probity.query.ReadFixture.each;
import static org.probity.query.Story.ACUTE;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.probity.audit.event.RefusalEvent.CommandRejected;
import org.probity.board.event.ConflictGround;
import org.probity.board.event.DecisionEvent.DecisionRatified;
import org.probity.board.event.DecisionEvent.RatificationRefused;
import org.probity.board.event.DecisionKind;
import org.probity.board.event.MatterEvent.*;
import org.probity.board.event.MeetingEvent.AgendaItemAdded;
import org.probity.board.event.MeetingEvent.AttendanceCorrected;
import org.probity.board.event.MeetingEvent.MeetingConvened;
import org.probity.board.event.MinutesEvent.MinutesCorrected;
import org.probity.campaign.event.CampaignEvent.AppointmentDecided;
import org.probity.event.Term;
import org.probity.id.DecisionId;
import org.probity.id.InterestId;
import org.probity.id.MeetingId;
import org.probity.id.OrganisationCode;
import org.probity.id.PersonId;
import org.probity.id.RefusalId;
import org.probity.interests.event.InterestCategory;
import org.probity.interests.event.InterestsEvent.InterestDeclared;
import org.probity.interests.event.Mitigation;
import org.probity.people.event.Authority;
import org.probity.people.event.Profession;
import org.probity.query.MeetingStory;
import org.probity.query.ReadFixture;
import org.probity.query.ReadFixture.Somebody;
import org.probity.query.Story;
import tools.jackson.databind.JsonNode;

/** What departed from the ordinary, for reviewers. */
class ExceptionReadsTest {

    private final ReadFixture fixture = new ReadFixture();
    private final MeetingStory story = new MeetingStory(fixture);
    private final Somebody reviewer = fixture.login(fixture.person(Profession.OTHER), Authority.GOVERNANCE_REVIEWER);

    private JsonNode exceptions(Somebody by, String more) {
        return fixture.asks(by, "/api/exceptions?limit=200&body=" + story.body.value() + more)
                .ok();
    }

    private List<String> codes() {
        return each(exceptions(reviewer, "").path("items"), "code");
    }

    private Somebody withdrawn() {
        return fixture.login(story.conflicted, Authority.GOVERNANCE_REVIEWER);
    }

    @Test
    void nothing_ordinary_is_an_exception() {
        story.tabled(true).opened().recused(Mitigation.WITHDRAW).decided().closed();

        assertThat(codes()).isEmpty();
    }

    @Test
    void only_reviewers_read_exceptions() {
        for (Authority other : List.of(Authority.BOARD_SECRETARY, Authority.APPOINTMENTS_OFFICER)) {
            fixture.asks(fixture.serving(story.body, other), "/api/exceptions").isProblem(403, "not-permitted");
        }
    }

    @Test
    void a_decision_on_appointments_that_departs_from_the_recommendation_is_one() {
        var campaign = new Story(fixture).posts().campaign();
        PersonId candidate = campaign.candidate(ACUTE);
        fixture.given(decided(campaign, candidate, false, null), decided(campaign, candidate, true, "Second choice"));
        String path = "/api/exceptions?kind=departure&body=" + campaign.body.value();

        JsonNode found = fixture.asks(reviewer, path).ok();
        assertThat(found.path("items").size()).isEqualTo(1);
        assertThat(found.path("items").get(0).path("reason").asString()).isEqualTo("Second choice");
        assertThat(found.path("items").get(0).path("campaign").asString())
                .isEqualTo(campaign.campaign.value().toString());
        JsonNode ofCandidate = fixture.asks(fixture.login(candidate, Authority.GOVERNANCE_REVIEWER), path)
                .ok();
        assertThat(ofCandidate.path("items").size()).isZero();
        assertThat(ofCandidate.path("withheld").asInt()).isEqualTo(1);
    }

    private AppointmentDecided decided(Story campaign, PersonId candidate, boolean departs, @Nullable String reason) {
        return new AppointmentDecided(
                campaign.campaign,
                ACUTE,
                List.of(candidate),
                List.of(),
                campaign.fromToday(),
                departs,
                reason,
                campaign.owner);
    }

    @Test
    void a_chairs_action_says_what_became_of_it_and_what_had_by_an_earlier_position() {
        story.tabled(true);
        DecisionId ratified = story.actedOn();
        DecisionId refused = story.actedOn();
        story.actedOn();
        long before = fixture.given(new DecisionRatified(ratified, story.matter, story.meeting, story.decision)) - 1;
        fixture.given(new RatificationRefused(refused, story.matter, story.meeting, story.decision, "Not urgent"));

        assertThat(codes()).containsExactly("awaited", "refused", "ratified");
        assertThat(each(exceptions(reviewer, "&atPosition=" + before).path("items"), "code"))
                .containsExactly("awaited", "awaited", "awaited");
    }

    @Test
    void a_meeting_at_short_notice_tells_the_reason() {
        fixture.given(new MeetingConvened(story.meeting, story.board, story.body, story.starts, 1, "Urgent"));

        JsonNode found =
                exceptions(reviewer, "&kind=SHORT_NOTICE").path("items").get(0);
        assertThat(found.path("reason").asString()).isEqualTo("Urgent");
        assertThat(found.path("subject").asString()).isEqualTo(story.meeting.stream());
    }

    @Test
    void an_item_that_came_late_and_corrections_are_exceptions() {
        story.tabled(true);
        fixture.given(
                new AgendaItemAdded(
                        story.meeting, 2, story.matter, "Stroke sites", DecisionKind.DECIDE, true, List.of(), true),
                new AttendanceCorrected(story.meeting, story.first, List.of(), "Was ill"),
                new MinutesCorrected(story.meeting, 1, null, "Two, not three", "A slip"));

        assertThat(codes()).containsExactly("minutes-corrected", "attendance-corrected", "item-added-late");
        assertThat(exceptions(reviewer, "").toString()).doesNotContain("Was ill");
    }

    @Test
    void a_late_declaration_of_an_office_holder_is_one() {
        fixture.given(declared(story.first, true), declared(story.second, false));

        JsonNode items = exceptions(reviewer, "&kind=LATE_DECLARATION").path("items");
        assertThat(each(items, "person")).containsExactly(story.first.value().toString());
        assertThat(fixture.asks(
                                reviewer,
                                "/api/exceptions?kind=LATE_DECLARATION&body="
                                        + ReadFixture.newBody().value())
                        .ok()
                        .path("items")
                        .size())
                .isZero();
    }

    private InterestDeclared declared(PersonId person, boolean late) {
        return new InterestDeclared(
                person,
                new InterestId(UUID.randomUUID()),
                InterestCategory.FINANCIAL,
                new OrganisationCode("INVSECRET"),
                null,
                "Shares",
                fixture.today(),
                fixture.today(),
                new Term(fixture.today(), null),
                late,
                null);
    }

    @Test
    void a_refusal_for_want_of_a_quorum_is_one_and_another_is_not() {
        story.tabled(true).opened();
        fixture.given(refused("inquorate"), refused("no-such-item"));

        assertThat(codes()).containsExactly("close-vote");
        assertThat(each(exceptions(reviewer, "").path("items"), "reason")).containsExactly("counted 2 of 3 required");
    }

    private CommandRejected refused(String rule) {
        return new CommandRejected(
                new RefusalId(UUID.randomUUID()),
                "CloseVote",
                null,
                story.meeting.stream(),
                rule,
                Map.of("counted", "2", "required", "3"));
    }

    @Test
    void a_proposed_withdrawal_that_is_decided_as_less_is_an_override() {
        story.tabled(true).opened();
        asked(story.first, Mitigation.WITHDRAW);
        asked(story.second, Mitigation.WITHDRAW);
        fixture.given(new NoConflictFound(story.matter, story.first, "Long ago", story.presider));
        story.decided(story.second, Mitigation.DISCUSS_NO_VOTE);

        assertThat(codes()).containsExactly("lesser-mitigation", "no-conflict");
        assertThat(exceptions(reviewer, "").toString()).doesNotContain("Long ago");
    }

    @Test
    void a_conflict_decided_as_proposed_or_that_nobody_proposed_is_none() {
        story.tabled(true).opened();
        asked(story.first, Mitigation.DISCUSS_NO_VOTE);
        story.decided(story.first, Mitigation.WITHDRAW);
        fixture.given(
                new ConflictDeclared(story.matter, story.first, null, "Another"),
                new NoConflictFound(story.matter, story.first, "The same", story.presider),
                new ConflictDeclared(story.matter, story.second, null, "Knows somebody"),
                new NoConflictFound(story.matter, story.second, "Hardly", story.presider));
        story.decided(story.conflicted, Mitigation.NOTE_ONLY);

        assertThat(codes()).isEmpty();
    }

    @Test
    void a_recusal_that_was_proposed_and_is_lifted_is_an_override() {
        story.tabled(true).opened();
        asked(story.first, Mitigation.WITHDRAW);
        story.decided(story.first, Mitigation.WITHDRAW);
        fixture.given(new RecusalLifted(story.matter, story.first, "Sold them", story.presider));

        assertThat(codes()).containsExactly("recusal-lifted");
    }

    private void asked(PersonId person, Mitigation proposed) {
        ConflictGround ground = new ConflictGround(null, new InterestId(UUID.randomUUID()), proposed);
        fixture.given(new ConflictSuggested(story.matter, person, List.of(ground)));
    }

    @Test
    void of_what_a_reviewer_withdrew_from_nothing_is_told_nor_counted() {
        story.tabled(true).opened().recused(Mitigation.WITHDRAW);
        asked(story.first, Mitigation.WITHDRAW);
        fixture.given(
                new NoConflictFound(story.matter, story.first, "Long ago", story.presider),
                refused("inquorate"),
                new MinutesCorrected(story.meeting, 1, 1, MeetingStory.SECRET, "A slip"));
        story.actedOn();

        JsonNode found = exceptions(withdrawn(), "");
        assertThat(found.path("items").size()).isZero();
        assertThat(found.path("withheld").asInt()).isZero();
        assertThat(found.toString()).doesNotContain(MeetingStory.SECRET, "Stroke sites");
        assertThat(codes()).hasSize(4);
    }

    @Test
    void the_newest_come_first_page_by_page() {
        for (int i = 0; i < 3; i++) {
            fixture.later(Duration.ofHours(1));
            fixture.given(new MeetingConvened(
                    new MeetingId(UUID.randomUUID()), story.board, story.body, story.starts, 1, "Reason " + i));
        }

        String path = "/api/exceptions?limit=2&body=" + story.body.value();
        JsonNode first = fixture.asks(reviewer, path).ok();
        assertThat(each(first.path("items"), "reason")).containsExactly("Reason 2", "Reason 1");
        JsonNode second = fixture.asks(
                        reviewer, path + "&after=" + first.path("next").asString())
                .ok();
        assertThat(each(second.path("items"), "reason")).containsExactly("Reason 0");
    }

    @Test
    void an_unknown_kind_is_an_invalid_parameter() {
        fixture.asks(reviewer, "/api/exceptions?kind=odd").isProblem(400, "invalid-parameter");
    }
}
