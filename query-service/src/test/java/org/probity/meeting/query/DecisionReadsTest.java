package org.probity.meeting.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.probity.query.ReadFixture.each;

import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.probity.board.event.DecisionEvent.*;
import org.probity.event.Term;
import org.probity.id.DecisionId;
import org.probity.id.InterestId;
import org.probity.id.PersonId;
import org.probity.interests.event.InterestCategory;
import org.probity.interests.event.InterestsEvent.*;
import org.probity.interests.event.Mitigation;
import org.probity.people.event.Authority;
import org.probity.people.event.Profession;
import org.probity.query.MeetingStory;
import org.probity.query.ReadFixture;
import org.probity.query.ReadFixture.Somebody;
import tools.jackson.databind.JsonNode;

/** The record of a decision: everything that shows how it was taken, as it was known then. */
class DecisionReadsTest {

    private final ReadFixture fixture = new ReadFixture();
    private final MeetingStory story = new MeetingStory(fixture);
    private final Somebody outsider = fixture.login(fixture.person(Profession.GP), Authority.CLINICIAN);
    private final Somebody reviewer = fixture.login(fixture.person(Profession.OTHER), Authority.GOVERNANCE_REVIEWER);

    private JsonNode decision(Somebody by) {
        return fixture.asks(by, "/api/decisions/" + story.decision.value()).ok();
    }

    @Test
    void a_record_tells_outcome_tally_dissent_presence_quorum_and_grounds() {
        story.tabled(true).opened().recused(Mitigation.WITHDRAW).decided();

        JsonNode found = decision(outsider);
        assertThat(found.path("outcome").asString()).isEqualTo("CARRIED");
        assertThat(found.path("title").asString()).isEqualTo("Stroke sites");
        JsonNode record = found.path("record");
        assertThat(record.path("tally").path("inFavour").asInt()).isEqualTo(2);
        assertThat(each(record.path("dissent"), "person")).containsExactly(id(story.second));
        assertThat(each(record.path("dissent"), "name")).allMatch(name -> name.startsWith("Invented Person"));
        assertThat(each(record.path("present"), "person"))
                .containsExactly(id(story.presider), id(story.first), id(story.second), id(story.conflicted));
        assertThat(each(record.path("steppedOut"), "mitigation")).containsExactly("WITHDRAW");
        assertThat(record.path("quorum").path("required").asInt()).isEqualTo(2);
        assertThat(record.path("quorum").path("counted").asInt()).isEqualTo(3);
        assertThat(record.path("quorum").path("met").asBoolean()).isTrue();
        assertThat(each(record.path("quorum").path("missing"), "person")).containsExactly(id(story.conflicted));
        assertThat(record.path("resolution")
                        .path("evidence")
                        .get(0)
                        .path("sha256")
                        .asString())
                .isEqualTo("ab".repeat(32));
        assertThat(record.path("resolution").path("aims").get(0).asString()).isEqualTo("a");
        assertThat(record.path("resolution").path("effective").asString()).isEqualTo("2026-04-01");
        assertThat(record.path("rulePack").asString()).isEqualTo("probity-1");
        assertThat(record.path("presider").path("person").asString()).isEqualTo(id(story.presider));
    }

    @Test
    void declarations_are_told_as_they_were_known_when_it_was_decided() {
        LocalDate today = fixture.today();
        fixture.given(
                new NilDeclarationMade(story.first, today.minusMonths(13)),
                declared(story.second, InterestCategory.FINANCIAL, "Shares"));
        story.tabled(true).opened().decided();
        fixture.given(declared(story.presider, InterestCategory.FINANCIAL, "Came to light later"));

        JsonNode declarations = decision(reviewer).path("record").path("declarations");
        assertThat(of(story.second, declarations).path("upToDate").asBoolean()).isTrue();
        assertThat(each(of(story.second, declarations).path("interests"), "description"))
                .containsExactly("Shares");
        assertThat(of(story.first, declarations).path("upToDate").asBoolean()).isFalse();
        assertThat(of(story.first, declarations).path("nil").asBoolean()).isTrue();
        assertThat(of(story.presider, declarations).path("declared").isNull()).isTrue();
        assertThat(of(story.presider, declarations).path("interests").size()).isZero();
    }

    @Test
    void of_private_lives_a_record_tells_the_board_alone() {
        fixture.given(declared(story.second, InterestCategory.INDIRECT, "Married to a director"));
        story.tabled(true).opened().decided();

        assertThat(interests(fixture.login(story.first, Authority.CLINICIAN))
                        .get(0)
                        .path("description")
                        .asString())
                .isEqualTo("Married to a director");
        assertThat(interests(outsider).get(0).path("category").asString()).isEqualTo("INDIRECT");
        assertThat(interests(outsider).get(0).path("description").isNull()).isTrue();
    }

    private JsonNode interests(Somebody by) {
        return of(story.second, decision(by).path("record").path("declarations"))
                .path("interests");
    }

    @Test
    void why_somebody_stepped_out_is_told_as_it_was_decided_then() {
        story.tabled(true).opened().recused(Mitigation.WITHDRAW).decided();
        story.decided(story.second, Mitigation.DISCUSS_NO_VOTE);

        JsonNode steppedOut = decision(reviewer).path("record").path("steppedOut");
        assertThat(each(steppedOut, "person")).containsExactly(id(story.conflicted));
        assertThat(each(steppedOut, "reason")).containsExactly("Employer loses");
        assertThat(each(steppedOut, "description")).containsExactly("Employed by a site");
        assertThat(decision(outsider)
                        .path("record")
                        .path("steppedOut")
                        .get(0)
                        .path("reason")
                        .isNull())
                .isTrue();
    }

    @Test
    void the_decisions_of_a_board_are_listed_with_what_was_decided() {
        story.tabled(true).opened().decided();

        JsonNode listed = fixture.asks(outsider, "/api/boards/" + story.board.value() + "/decisions")
                .ok()
                .path("items")
                .get(0);
        assertThat(listed.path("id").asString())
                .isEqualTo(story.decision.value().toString());
        assertThat(listed.path("summary").path("tally").path("against").asInt()).isEqualTo(1);
    }

    @Test
    void a_decision_taken_in_private_is_for_the_board() {
        story.tabled(false).opened().decided().closed();

        JsonNode found = decision(outsider);
        assertThat(found.path("closed").asString()).isEqualTo("PRIVATE");
        assertThat(found.path("record").isNull()).isTrue();
        assertThat(found.path("title").isNull()).isTrue();
        assertThat(found.path("outcome").isNull()).isTrue();
        assertThat(decision(fixture.login(story.first, Authority.CLINICIAN))
                        .path("record")
                        .isNull())
                .isFalse();
    }

    @Test
    void a_chairs_action_tells_who_acted_who_was_consulted_and_why_it_could_not_wait() {
        story.tabled(true);
        fixture.given(declared(story.presider, InterestCategory.FINANCIAL, "Shares"));
        String path = "/api/decisions/" + story.actedOn().value();

        JsonNode action = fixture.asks(reviewer, path).ok().path("action");
        assertThat(action.path("chair").path("person").asString()).isEqualTo(id(story.presider));
        assertThat(action.path("chiefOfficer").path("person").asString()).isEqualTo(id(story.first));
        assertThat(each(action.path("consulted"), "person")).containsExactly(id(story.second));
        assertThat(action.path("urgency").asString()).startsWith(MeetingStory.SECRET);
        assertThat(action.path("declarations").size()).isEqualTo(3);
        assertThat(each(of(story.presider, action.path("declarations")).path("interests"), "description"))
                .containsExactly("Shares");
        assertThat(fixture.asks(reviewer, path).ok().path("record").isNull()).isTrue();
    }

    @Test
    void a_chairs_action_is_for_the_board_until_its_matter_is_on_a_public_agenda() {
        String meeting = "/api/boards/" + story.board.value() + "/decisions";
        story.tabled(false);
        String path = "/api/decisions/" + story.actedOn().value();

        assertThat(fixture.asks(outsider, path).ok().path("closed").asString()).isEqualTo("PRIVATE");
        assertThat(fixture.asks(outsider, path).ok().path("outcome").isNull()).isTrue();
        assertThat(fixture.asks(outsider, meeting)
                        .ok()
                        .path("items")
                        .get(0)
                        .path("title")
                        .isNull())
                .isTrue();
        assertThat(fixture.asks(fixture.login(story.first, Authority.CLINICIAN), path)
                        .ok()
                        .path("action")
                        .isNull())
                .isFalse();
    }

    @Test
    void what_became_of_a_decision_is_told_of_both() {
        story.tabled(true).opened();
        DecisionId action = story.actedOn();
        story.decided();
        fixture.given(
                new DecisionRatified(action, story.matter, story.meeting, story.decision),
                new DecisionSuperseded(action, story.matter, story.decision, "Another site was found"),
                new EarlierDecisionSuperseded(story.decision, story.matter, action));

        JsonNode earlier =
                fixture.asks(reviewer, "/api/decisions/" + action.value()).ok().path("since");
        assertThat(earlier.path("ratification").path("ratified").asBoolean()).isTrue();
        assertThat(earlier.path("superseded").path("by").asString())
                .isEqualTo(story.decision.value().toString());
        assertThat(earlier.path("superseded").path("reason").asString()).isEqualTo("Another site was found");
        JsonNode later = decision(reviewer).path("since");
        assertThat(later.path("ratifies").get(0).asString())
                .isEqualTo(action.value().toString());
        assertThat(later.path("supersedes").get(0).asString())
                .isEqualTo(action.value().toString());
        assertThat(later.path("refusesToRatify").size()).isZero();
        JsonNode listed = fixture.asks(reviewer, "/api/boards/" + story.board.value() + "/decisions")
                .ok()
                .path("items");
        assertThat(listed.get(1).path("summary").path("ratified").asBoolean()).isTrue();
        assertThat(listed.get(1).path("summary").path("supersededBy").asString())
                .isEqualTo(story.decision.value().toString());
    }

    @Test
    void there_is_no_record_before_the_decision() {
        story.tabled(true);
        long before = fixture.given();
        story.opened().decided();

        fixture.asks(reviewer, "/api/decisions/" + story.decision.value() + "?atPosition=" + before)
                .isProblem(404, "unknown-subject");
    }

    private static String id(PersonId person) {
        return person.value().toString();
    }

    private static JsonNode of(PersonId person, JsonNode declarations) {
        return declarations
                .valueStream()
                .filter(one -> one.path("person").asString().equals(id(person)))
                .findFirst()
                .orElseThrow();
    }

    private InterestDeclared declared(PersonId person, InterestCategory category, String description) {
        return new InterestDeclared(
                person,
                new InterestId(UUID.randomUUID()),
                category,
                story.body,
                null,
                description,
                fixture.today(),
                fixture.today(),
                new Term(fixture.today().minusYears(1), null),
                false,
                null);
    }
}
