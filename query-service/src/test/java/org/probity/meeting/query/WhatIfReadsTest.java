package org.probity.meeting.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.probity.query.ReadFixture.each;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.probity.board.event.BoardKind;
import org.probity.interests.event.Mitigation;
import org.probity.people.event.Authority;
import org.probity.people.event.Profession;
import org.probity.policy.event.RulePacksEvent.RulePackAdopted;
import org.probity.query.MeetingStory;
import org.probity.query.ReadFixture;
import org.probity.query.ReadFixture.Somebody;
import org.probity.query.Story;
import tools.jackson.databind.JsonNode;

/** Which past decisions would have been refused under another rule pack. */
class WhatIfReadsTest {

    private final ReadFixture fixture = new ReadFixture();
    private final MeetingStory story = new MeetingStory(fixture, BoardKind.STATUTORY_BOARD);
    private final Somebody reviewer = fixture.login(fixture.person(Profession.OTHER), Authority.GOVERNANCE_REVIEWER);

    private JsonNode whatIf(String numbers) {
        return fixture.asks(reviewer, "/api/rule-packs/what-if?body=" + story.body.value() + numbers)
                .ok();
    }

    private static JsonNode refusal(JsonNode found) {
        return found.path("items").get(0).path("refusals").get(0);
    }

    /** Of four seats three counted, all of them of leads, who are no officers. */
    private void decided() {
        story.tabled(true).opened().recused(Mitigation.WITHDRAW).decided();
    }

    @Test
    void with_a_greater_quorum_a_decision_would_have_been_inquorate() {
        decided();

        assertThat(whatIf("&statutoryQuorum=3/4&officers=0").path("items").size())
                .isZero();
        JsonNode found = whatIf("&statutoryQuorum=4/5&officers=0");
        assertThat(found.path("examined").asInt()).isEqualTo(1);
        assertThat(each(found.path("items"), "decision"))
                .containsExactly(story.decision.value().toString());
        assertThat(refusal(found).path("rule").asString()).isEqualTo("inquorate");
        assertThat(refusal(found).path("details").path("required").asInt()).isEqualTo(4);
        assertThat(refusal(found).path("details").path("counted").asInt()).isEqualTo(3);
    }

    @Test
    void an_officer_who_is_asked_for_and_was_not_there_is_missed() {
        decided();

        assertThat(refusal(whatIf("&officers=1"))
                        .path("details")
                        .path("officersRequired")
                        .asInt())
                .isEqualTo(1);
        assertThat(whatIf("&officers=0&nonOfficers=3").path("items").size()).isZero();
    }

    @Test
    void a_pack_of_the_body_is_named_by_its_version() {
        decided();
        fixture.given(new RulePackAdopted(
                story.body, Story.pack("strict", fixture.today().plusDays(30)), "Paper 7", null));

        JsonNode found = whatIf("&version=strict");
        assertThat(found.path("version").asString()).isEqualTo("strict");
        assertThat(refusal(found).path("rule").asString()).isEqualTo("inquorate");
        fixture.asks(reviewer, "/api/rule-packs/what-if?version=unknown&body=" + story.body.value())
                .isProblem(400, "invalid-parameter");
    }

    @Test
    void notice_that_was_long_enough_may_have_been_too_short() {
        decided();

        assertThat(whatIf("&officers=0&noticeClearDays=7").path("items").size()).isZero();
        assertThat(refusal(whatIf("&officers=0&noticeClearDays=8")).path("rule").asString())
                .isEqualTo("notice-too-short");
    }

    @Test
    void a_chair_may_have_consulted_too_few() {
        story.tabled(true).actedOn();

        assertThat(whatIf("&chairsActionConsulted=1").path("items").size()).isZero();
        assertThat(refusal(whatIf("&chairsActionConsulted=2"))
                        .path("details")
                        .path("consulted")
                        .asInt())
                .isEqualTo(1);
    }

    @Test
    void of_a_matter_that_is_closed_to_them_a_reviewer_is_not_told_that_anything_was_decided() {
        decided();
        Somebody withdrawn = fixture.login(story.conflicted, Authority.GOVERNANCE_REVIEWER);

        JsonNode found = fixture.asks(withdrawn, "/api/rule-packs/what-if?officers=1&body=" + story.body.value())
                .ok();
        assertThat(found.path("withheld").asInt()).isZero();
        assertThat(found.path("examined").asInt()).isZero();
        assertThat(found.path("items").size()).isZero();
    }

    @Test
    void it_is_for_reviewers_and_for_the_policy_owners_and_secretaries_of_the_body() {
        String path = "/api/rule-packs/what-if?body=" + story.body.value();
        fixture.asks(fixture.serving(ReadFixture.newBody(), Authority.POLICY_OWNER), path)
                .isProblem(403, "not-permitted");
        List.of(Authority.POLICY_OWNER, Authority.BOARD_SECRETARY)
                .forEach(role ->
                        fixture.asks(fixture.serving(story.body, role), path).ok());
    }

    @Test
    void what_is_no_number_of_a_pack_is_refused() {
        String path = "/api/rule-packs/what-if?body=" + story.body.value();
        fixture.asks(reviewer, path + "&statutoryQuorum=3/2").isProblem(400, "invalid-parameter");
        fixture.asks(reviewer, path + "&statutoryQuorum=half").isProblem(400, "invalid-parameter");
        fixture.asks(reviewer, path + "&officers=-1").isProblem(400, "invalid-parameter");
        fixture.asks(reviewer, path + "&noticeClearDays=x").isProblem(400, "parameter-malformed");
        fixture.asks(reviewer, "/api/rule-packs/what-if").isProblem(400, "parameter-missing");
    }
}
