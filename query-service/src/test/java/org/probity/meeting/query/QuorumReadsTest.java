package org.probity.meeting.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.probity.query.ReadFixture.each;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.probity.board.event.ConflictGround;
import org.probity.board.event.MatterEvent.ConflictSuggested;
import org.probity.board.event.MeetingEvent.*;
import org.probity.board.event.Movement;
import org.probity.interests.event.Mitigation;
import org.probity.people.event.Authority;
import org.probity.people.event.Profession;
import org.probity.query.MeetingStory;
import org.probity.query.ReadFixture;
import org.probity.query.ReadFixture.Somebody;
import tools.jackson.databind.JsonNode;

/** Whether a meeting will be quorate, and is. */
class QuorumReadsTest {

    private final ReadFixture fixture = new ReadFixture();
    private final MeetingStory story = new MeetingStory(fixture);
    private final Somebody secretary = fixture.serving(story.body, Authority.BOARD_SECRETARY);

    private JsonNode quorum(Somebody by) {
        return fixture.asks(by, "/api/meetings/" + story.meeting.value() + "/quorum")
                .ok();
    }

    private JsonNode item() {
        return quorum(secretary).path("items").get(0);
    }

    @Test
    void the_forecast_counts_who_has_a_seat_on_the_day_and_sent_no_apologies() {
        story.tabled(true);
        fixture.given(new ApologiesSent(story.meeting, story.second));

        assertThat(quorum(secretary).path("forecast").asBoolean()).isTrue();
        JsonNode expected = item().path("expected");
        // the terms state eight seats, and vacant ones count
        assertThat(expected.path("votingSeats").asInt()).isEqualTo(8);
        assertThat(expected.path("required").asInt()).isEqualTo(3);
        assertThat(expected.path("counted").asInt()).isEqualTo(3);
        assertThat(expected.path("met").asBoolean()).isTrue();
        assertThat(each(item().path("missing"), "because")).containsExactly("APOLOGIES");
    }

    @Test
    void a_known_conflict_is_missing_and_one_that_is_not_decided_is_at_worst() {
        story.tabled(true);
        fixture.given(new ConflictSuggested(story.matter, story.first, List.of(ConflictGround.employer(story.body))));
        story.recused(Mitigation.DISCUSS_NO_VOTE);

        assertThat(item().path("expected").path("counted").asInt()).isEqualTo(3);
        assertThat(item().path("expected").path("met").asBoolean()).isTrue();
        assertThat(item().path("atWorst").path("counted").asInt()).isEqualTo(2);
        assertThat(item().path("atWorst").path("met").asBoolean()).isFalse();
        assertThat(each(item().path("missing"), "because")).containsExactlyInAnyOrder("CONFLICT", "CONFLICT_UNDECIDED");
    }

    @Test
    void while_it_goes_on_it_counts_who_is_there() {
        story.tabled(true).opened();
        fixture.later(Duration.ofMinutes(5))
                .given(new AttendanceRecorded(story.meeting, story.second, Movement.LEFT, fixture.now()));

        assertThat(quorum(secretary).path("forecast").asBoolean()).isFalse();
        assertThat(item().path("expected").path("votingSeats").asInt()).isEqualTo(4);
        assertThat(item().path("expected").path("counted").asInt()).isEqualTo(3);
        assertThat(each(item().path("missing"), "because")).containsExactly("ABSENT");
    }

    @Test
    void it_is_for_those_who_belong_to_the_board_and_not_of_what_they_withdrew_from() {
        story.tabled(true).opened().recused(Mitigation.WITHDRAW);

        fixture.asks(
                        fixture.login(fixture.person(Profession.GP), Authority.CLINICIAN),
                        "/api/meetings/" + story.meeting.value() + "/quorum")
                .isProblem(403, "not-permitted");
        JsonNode closed = quorum(fixture.login(story.conflicted, Authority.CLINICIAN))
                .path("items")
                .get(0);
        assertThat(closed.path("closed").asString()).isEqualTo("WITHDRAWN");
        assertThat(closed.path("expected").isNull()).isTrue();
        assertThat(closed.path("missing").size()).isZero();
    }
}
