package org.probity.meeting.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.probity.query.MeetingStory.SECRET;

import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.probity.board.event.DecisionEvent.*;
import org.probity.board.event.MatterEvent.MemberRecused;
import org.probity.board.event.MatterEvent.RecusalLifted;
import org.probity.id.DecisionId;
import org.probity.id.MeetingId;
import org.probity.identity.Actor;
import org.probity.interests.event.Mitigation;
import org.probity.people.event.Authority;
import org.probity.people.event.Profession;
import org.probity.query.MeetingStory;
import org.probity.query.ReadFixture;
import org.probity.query.ReadFixture.Somebody;
import tools.jackson.databind.JsonNode;

/** Whoever withdrew from a matter reads its title, what is about themselves, and the outcome once it is published. */
class WithdrawnReadsTest {

    private final ReadFixture fixture = new ReadFixture();
    private final MeetingStory story = new MeetingStory(fixture);
    private final Somebody asWithdrawn =
            fixture.login(story.conflicted, Authority.CLINICIAN, Authority.GOVERNANCE_REVIEWER);

    private JsonNode decision() {
        return fixture.asks(asWithdrawn, "/api/decisions/" + story.decision.value())
                .ok();
    }

    private void knowsOfNoDecision(DecisionId decision, String query) {
        fixture.asks(asWithdrawn, "/api/decisions/" + decision.value() + query).isProblem(404, "unknown-subject");
    }

    private JsonNode matter() {
        return fixture.asks(asWithdrawn, "/api/matters/" + story.matter.value()).ok();
    }

    @Test
    void who_withdrew_reads_title_and_own_conflict_and_not_what_is_decided() {
        story.tabled(true).opened().recused(Mitigation.WITHDRAW).decided();

        JsonNode found = matter();
        assertThat(found.path("closed").asString()).isEqualTo("WITHDRAWN");
        assertThat(found.path("title").asString()).isEqualTo("Stroke sites");
        assertThat(found.path("own").path("description").asString()).isEqualTo("Employed by a site");
        assertThat(found.path("own").path("reason").asString()).isEqualTo("Employer loses");
        assertThat(found.path("decisions").size()).isZero();
        assertThat(found.path("detail").isNull()).isTrue();
        knowsOfNoDecision(story.decision, "");
        nothingConfidential(story.meeting);
    }

    @Test
    void once_it_is_published_who_withdrew_reads_the_outcome_and_no_more() {
        story.tabled(true).opened().recused(Mitigation.WITHDRAW).decided().closed();

        assertThat(decision().path("outcome").asString()).isEqualTo("CARRIED");
        assertThat(decision().path("record").isNull()).isTrue();
        nothingConfidential(story.meeting);
    }

    @Test
    void it_stays_closed_after_deferral_and_referral() {
        story.tabled(true).opened().recused(Mitigation.WITHDRAW);
        nothingConfidential(story.deferred());
        story.referred();
        nothingConfidential(story.meeting);
    }

    @Test
    void a_chairs_action_is_closed_to_them_too() {
        story.tabled(true).opened().recused(Mitigation.WITHDRAW);

        knowsOfNoDecision(story.actedOn(), "");
        assertThat(matter().path("decisions").size()).isZero();
        nothingConfidential(story.meeting);
    }

    @Test
    void a_chairs_action_is_not_published_by_a_meeting_that_only_deferred_the_matter() {
        story.tabled(true).opened();
        story.deferred();
        story.closed().recused(Mitigation.WITHDRAW);
        DecisionId action = story.actedOn();
        String path = "/api/decisions/" + action.value();

        knowsOfNoDecision(action, "");
        assertThat(matter().path("decisions").size()).isZero();
        fixture.given(new DecisionRatified(action, story.matter, story.meeting, story.decision));
        assertThat(fixture.asks(asWithdrawn, path).ok().path("outcome").asString())
                .isEqualTo("CARRIED");
    }

    @Test
    void that_something_was_decided_they_read_once_it_is_published() {
        story.tabled(true).opened().recused(Mitigation.WITHDRAW).decided();
        String list = "/api/boards/" + story.board.value() + "/decisions";

        assertThat(fixture.asks(asWithdrawn, list).ok().path("items").size()).isZero();
        JsonNode action = fixture.asks(asWithdrawn, "/api/meetings/" + story.meeting.value())
                .ok()
                .path("actions")
                .get(0);
        assertThat(action.path("due").isNull()).isTrue();
        story.closed();
        assertThat(fixture.asks(asWithdrawn, list).ok().path("items").size()).isEqualTo(1);
    }

    @Test
    void what_holds_in_place_of_a_decision_is_closed_with_the_matter_of_either() {
        var other = new MeetingStory(fixture);
        other.tabled(true).opened().decided().closed();
        story.tabled(true).opened().recused(Mitigation.WITHDRAW).decided();
        fixture.given(new DecisionSuperseded(other.decision, other.matter, story.decision, SECRET + " reason"));

        JsonNode since = fixture.asks(asWithdrawn, "/api/decisions/" + other.decision.value())
                .ok()
                .path("since");
        assertThat(since.path("superseded").isNull()).isTrue();
        assertThat(fixture.asks(asWithdrawn, "/api/boards/" + other.board.value() + "/decisions")
                        .ok()
                        .toString())
                .doesNotContain(story.decision.value().toString());
    }

    @Test
    void a_decision_on_another_matter_does_not_name_the_closed_one_that_it_answers() {
        story.tabled(true).opened().recused(Mitigation.WITHDRAW).decided();
        var other = new MeetingStory(fixture);
        other.tabled(true).opened().answers(story.decision).decided();
        String path = "/api/decisions/" + other.decision.value();
        Somebody another = fixture.login(fixture.person(Profession.OTHER), Authority.GOVERNANCE_REVIEWER);

        assertThat(fixture.asks(another, path)
                        .ok()
                        .at("/record/resolution/answers")
                        .asString())
                .isEqualTo(story.decision.value().toString());
        assertThat(fixture.asks(asWithdrawn, path)
                        .ok()
                        .at("/record/resolution/answers")
                        .isNull())
                .isTrue();
        assertThat(fixture.asks(asWithdrawn, "/api/log?subject=" + other.decision.stream())
                        .ok()
                        .toString())
                .doesNotContain(story.decision.value().toString());
    }

    @Test
    void who_may_discuss_it_reads_everything() {
        story.tabled(true).opened().recused(Mitigation.DISCUSS_NO_VOTE).decided();

        assertThat(decision().path("closed").isNull()).isTrue();
        assertThat(decision().path("record").path("resolution").path("wording").asString())
                .startsWith(SECRET);
    }

    @Test
    void when_a_recusal_is_lifted_they_read_everything_again() {
        story.tabled(true).opened().recused(Mitigation.REMOVED_FROM_MATTER).decided();
        fixture.given(new RecusalLifted(story.matter, story.conflicted, "Left the employer", story.presider));

        assertThat(decision().path("record").path("resolution").path("wording").asString())
                .startsWith(SECRET);
    }

    @Test
    void what_was_open_then_is_closed_now_also_as_at_then() {
        story.tabled(true).opened().decided();
        long before = fixture.given();
        story.recused(Mitigation.NO_PAPERS);

        knowsOfNoDecision(story.decision, "?atPosition=" + before);
    }

    @Test
    void a_recusal_counts_before_the_rows_know_of_it() throws Exception {
        story.tabled(true).opened().decided();
        var recusal =
                new MemberRecused(story.matter, story.conflicted, Mitigation.WITHDRAW, "Employer", story.presider);

        try (var held = ReadFixture.holdBack(MatterProjection.NAME)) {
            ReadFixture.append(recusal);

            assertThat(matter().path("closed").asString()).isEqualTo("WITHDRAWN");
            knowsOfNoDecision(story.decision, "");
            held.rollback();
        }
    }

    @Test
    void a_login_that_is_linked_to_nobody_reads_titles() {
        story.tabled(true).opened().decided();
        var unlinked = new Somebody(
                new Actor("https://issuer.example", "unlinked", Set.of(Authority.CLINICIAN)),
                fixture.person(Profession.GP));

        JsonNode found = fixture.asks(unlinked, "/api/decisions/" + story.decision.value())
                .ok();
        assertThat(found.path("closed").asString()).isEqualTo("LOGIN_UNLINKED");
        assertThat(found.path("title").asString()).isEqualTo("Stroke sites");
        assertThat(found.path("record").isNull()).isTrue();
    }

    private void nothingConfidential(MeetingId meeting) {
        String board = "/api/boards/" + story.board.value();
        Stream.of(
                        "/api/matters/" + story.matter.value(),
                        "/api/meetings/" + meeting.value(),
                        board + "/matters",
                        board + "/meetings",
                        board + "/decisions",
                        "/api/log?limit=200&subject=" + story.matter.stream(),
                        "/api/log?limit=200&subject=" + meeting.stream(),
                        "/api/log?limit=200&subject=" + story.decision.stream())
                .forEach(path -> assertThat(fixture.asks(asWithdrawn, path).ok().toString())
                        .as(path)
                        .doesNotContain(SECRET)
                        .doesNotContain("INVSECRET")
                        .doesNotContain("inFavour"));
    }
}
