package org.probity.meeting.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.probity.query.ReadFixture.each;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.probity.board.event.ConflictGround;
import org.probity.board.event.MatterEvent.ConflictDenied;
import org.probity.board.event.MatterEvent.ConflictSuggested;
import org.probity.board.event.MeetingEvent.*;
import org.probity.board.event.Movement;
import org.probity.board.event.Presence;
import org.probity.id.OrganisationCode;
import org.probity.interests.event.Mitigation;
import org.probity.people.event.Authority;
import org.probity.people.event.Profession;
import org.probity.query.MeetingStory;
import org.probity.query.ReadFixture;
import org.probity.query.ReadFixture.Somebody;
import tools.jackson.databind.JsonNode;

/** What is read of a meeting, by whom, and as at when. */
class MeetingReadsTest {

    private final ReadFixture fixture = new ReadFixture();
    private final MeetingStory story = new MeetingStory(fixture);
    private final Somebody outsider = fixture.login(fixture.person(Profession.GP), Authority.CLINICIAN);
    private final Somebody member = fixture.login(story.first, Authority.CLINICIAN);

    private JsonNode meeting(Somebody by, String query) {
        return fixture.asks(by, "/api/meetings/" + story.meeting.value() + query)
                .ok();
    }

    private static JsonNode item(JsonNode meeting) {
        return meeting.path("agenda").get(0);
    }

    @Test
    void a_meeting_shows_its_agenda_before_it_opens_and_its_frozen_roll_after() {
        story.tabled(true);
        long before = fixture.given(new ApologiesSent(story.meeting, story.second));
        story.opened();

        JsonNode convened = meeting(outsider, "?atPosition=" + before);
        assertThat(convened.path("state").asString()).isEqualTo("CONVENED");
        assertThat(convened.path("roll").isNull()).isTrue();
        assertThat(item(convened).path("title").asString()).isEqualTo("Stroke sites");
        assertThat(convened.path("attendance").get(0).path("apologies").asBoolean())
                .isTrue();

        JsonNode opened = meeting(outsider, "");
        assertThat(opened.path("state").asString()).isEqualTo("OPEN");
        assertThat(opened.path("roll").path("votingSeats").asInt()).isEqualTo(4);
        assertThat(opened.path("roll").path("required").asInt()).isEqualTo(2);
        assertThat(opened.path("roll").path("chair").path("name").asString()).startsWith("Invented Person");
        assertThat(each(opened.path("presiders"), "role")).containsExactly("CHAIR");
    }

    @Test
    void attendance_is_told_with_its_correction_and_the_reason_only_to_the_board() {
        story.tabled(true).opened();
        long moved = fixture.given(new AttendanceRecorded(
                story.meeting, story.second, Movement.LEFT, story.starts.plus(Duration.ofMinutes(10))));
        fixture.given(new AttendanceCorrected(
                story.meeting,
                story.second,
                List.of(new Presence(story.starts, story.starts.plus(Duration.ofMinutes(40)))),
                "The secretary misheard"));

        assertThat(untilOf(meeting(member, "?atPosition=" + moved)))
                .isEqualTo(story.starts.plus(Duration.ofMinutes(10)).toString());
        assertThat(untilOf(meeting(member, "")))
                .isEqualTo(story.starts.plus(Duration.ofMinutes(40)).toString());
        assertThat(attendance(meeting(member, "")).path("correction").asString())
                .isEqualTo("The secretary misheard");
        assertThat(attendance(meeting(outsider, "")).path("correction").isNull())
                .isTrue();
    }

    private JsonNode attendance(JsonNode meeting) {
        return meeting.path("attendance")
                .valueStream()
                .filter(one -> one.path("person")
                        .asString()
                        .equals(story.second.value().toString()))
                .findFirst()
                .orElseThrow();
    }

    private String untilOf(JsonNode meeting) {
        return attendance(meeting).path("present").get(0).path("until").asString();
    }

    @Test
    void the_reason_why_somebody_stepped_out_is_for_the_board() {
        story.tabled(true).opened().recused(Mitigation.WITHDRAW);

        JsonNode toMember =
                item(meeting(member, "")).path("detail").path("steppedOut").get(0);
        assertThat(toMember.path("mitigation").asString()).isEqualTo("WITHDRAW");
        assertThat(toMember.path("reason").asString()).isEqualTo("Employer loses");
        JsonNode toOutsider =
                item(meeting(outsider, "")).path("detail").path("steppedOut").get(0);
        assertThat(toOutsider.path("mitigation").asString()).isEqualTo("WITHDRAW");
        assertThat(toOutsider.path("reason").isNull()).isTrue();
        assertThat(toOutsider.path("description").isNull()).isTrue();
    }

    @Test
    void what_somebody_is_asked_is_for_them_and_for_the_board() {
        story.tabled(true).opened();
        OrganisationCode employer = ReadFixture.newBody();
        fixture.given(
                new ConflictSuggested(story.matter, story.conflicted, List.of(ConflictGround.employer(employer))),
                new ConflictDenied(story.matter, story.conflicted, "I left"));
        String path = "/api/matters/" + story.matter.value();

        JsonNode own = fixture.asks(fixture.login(story.conflicted, Authority.CLINICIAN), path)
                .ok()
                .path("own");
        assertThat(each(own.path("suggested"), "employer")).containsExactly(employer.value());
        assertThat(own.path("undecided").asBoolean()).isTrue();
        JsonNode toBoard =
                fixture.asks(member, path).ok().path("detail").path("conflicts").get(0);
        assertThat(toBoard.path("denied").asString()).isEqualTo("I left");
        assertThat(fixture.asks(outsider, path)
                        .ok()
                        .path("detail")
                        .path("conflicts")
                        .size())
                .isZero();
    }

    @Test
    void what_is_taken_in_private_is_for_the_board_and_who_serves_it_and_reviewers() {
        story.tabled(false).opened().decided();

        JsonNode closed = item(meeting(outsider, ""));
        assertThat(closed.path("closed").asString()).isEqualTo("PRIVATE");
        assertThat(closed.path("title").isNull()).isTrue();
        assertThat(closed.path("outcome").isNull()).isTrue();
        assertThat(meeting(outsider, "").path("actions").get(0).path("task").isNull())
                .isTrue();
        List.of(
                        member,
                        fixture.serving(story.body, Authority.BOARD_SECRETARY),
                        fixture.login(fixture.person(Profession.OTHER), Authority.GOVERNANCE_REVIEWER))
                .forEach(insider -> assertThat(item(meeting(insider, ""))
                                .path("detail")
                                .path("papers")
                                .size())
                        .isEqualTo(1));
    }

    @Test
    void an_item_tells_how_far_it_is() {
        story.tabled(true).opened();
        assertThat(state()).isEqualTo("TABLED");
        story.decided();
        assertThat(state()).isEqualTo("DECIDED");
        assertThat(item(meeting(outsider, "")).path("decision").asString())
                .isEqualTo(story.decision.value().toString());
    }

    @Test
    void a_vote_that_is_void_begins_anew() {
        story.tabled(true).opened();
        fixture.given(new VoteVoided(story.meeting, 1, null));

        assertThat(state()).isEqualTo("TABLED");
    }

    private String state() {
        return item(meeting(outsider, "")).path("detail").path("state").asString();
    }

    @Test
    void the_meetings_of_a_board_are_listed_the_latest_first() {
        story.tabled(true).opened();
        String next = story.deferred().value().toString();

        JsonNode found = fixture.asks(outsider, "/api/boards/" + story.board.value() + "/meetings")
                .ok();
        assertThat(each(found.path("items"), "id"))
                .containsExactly(next, story.meeting.value().toString());
        assertThat(each(found.path("items"), "state")).containsExactly("CONVENED", "OPEN");
    }

    @Test
    void an_action_is_open_until_it_is_completed() {
        story.tabled(true).opened().decided();
        assertThat(meeting(member, "").path("actions").get(0).path("completed").isNull())
                .isTrue();
        fixture.given(new ActionCompleted(story.meeting, 1, fixture.today()));

        assertThat(meeting(member, "").path("actions").get(0).path("completed").asString())
                .isEqualTo(fixture.today().toString());
    }

    @Test
    void a_meeting_that_is_not_convened_is_unknown() {
        fixture.asks(member, "/api/meetings/" + UUID.randomUUID()).isProblem(404, "unknown-subject");
    }
}
