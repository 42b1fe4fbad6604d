package org.probity.audit.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.probity.query.ReadFixture.each;
import static org.probity.query.Story.ACUTE;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.probity.audit.event.FindingEvent.FindingAnswered;
import org.probity.audit.event.FindingEvent.FindingRecorded;
import org.probity.audit.event.FindingGrade;
import org.probity.audit.event.FindingSubject;
import org.probity.audit.event.SampleEvent.SampleDrawn;
import org.probity.audit.event.SampleSelection;
import org.probity.campaign.event.CampaignEvent.AppointmentDecided;
import org.probity.event.Term;
import org.probity.eventstore.EventLog;
import org.probity.id.BoardId;
import org.probity.id.FindingId;
import org.probity.id.OrganisationCode;
import org.probity.id.PersonId;
import org.probity.id.SampleId;
import org.probity.id.Sha256;
import org.probity.interests.event.Mitigation;
import org.probity.people.event.Authority;
import org.probity.people.event.Profession;
import org.probity.query.MeetingStory;
import org.probity.query.ReadFixture;
import org.probity.query.ReadFixture.Somebody;
import org.probity.query.Story;
import tools.jackson.databind.JsonNode;

/** What reviewers drew and found, and who reads it. */
class FindingReadsTest {

    private static final Sha256 SEED = Sha256.of("seed");

    private final ReadFixture fixture = new ReadFixture();
    private final MeetingStory story = new MeetingStory(fixture);
    private final PersonId author = fixture.person(Profession.OTHER);
    private final Somebody reviewer = fixture.login(author, Authority.GOVERNANCE_REVIEWER);
    private final FindingId finding = new FindingId(UUID.randomUUID());
    private final SampleId sample = new SampleId(UUID.randomUUID());

    private void found(String about, OrganisationCode body, @Nullable BoardId board) {
        fixture.given(new FindingRecorded(
                finding,
                new FindingSubject(about),
                body,
                board,
                null,
                FindingGrade.CONCERN,
                "The rationale names no evidence",
                author));
    }

    private String one() {
        return "/api/findings/" + finding.value();
    }

    private String list() {
        return "/api/findings?body=" + story.body.value();
    }

    private void drawn(OrganisationCode body, Term period, int size, long position) {
        fixture.given(new SampleDrawn(sample, body, period, size, SEED, position, author));
    }

    private JsonNode sample(Somebody by) {
        return fixture.asks(by, "/api/samples/" + sample.value()).ok();
    }

    private Term thisMonth() {
        return new Term(fixture.today().minusDays(1), fixture.today().plusDays(30));
    }

    @Test
    void a_finding_tells_what_was_found_and_what_the_body_answered() {
        story.tabled(true).opened().decided();
        found(story.decision.stream(), story.body, story.board);
        fixture.given(
                new FindingAnswered(finding, new FindingSubject(story.decision.stream()), "It will", story.presider));

        JsonNode told = fixture.asks(reviewer, one()).ok().path("finding");
        assertThat(told.path("about").asString()).isEqualTo(story.decision.stream());
        assertThat(told.path("grade").asString()).isEqualTo("CONCERN");
        assertThat(told.path("recordedByName").asString()).startsWith("Invented Person");
        assertThat(told.path("answer").asString()).isEqualTo("It will");
        assertThat(each(fixture.asks(reviewer, list()).ok().path("items"), "text"))
                .containsExactly("The rationale names no evidence");
    }

    @Test
    void reviewers_secretaries_and_chairs_of_the_body_read_findings_and_nobody_else() {
        story.tabled(true).opened().decided();
        found(story.decision.stream(), story.body, story.board);

        for (Authority role : List.of(Authority.BOARD_SECRETARY, Authority.BOARD_CHAIR)) {
            Somebody serving = fixture.serving(story.body, role);
            assertThat(fixture.asks(serving, one()).ok().path("finding").isNull())
                    .isFalse();
            assertThat(fixture.asks(serving, list()).ok().path("items").size()).isEqualTo(1);
        }
        for (Somebody other : List.of(
                fixture.serving(story.body, Authority.BOARD_MEMBER),
                fixture.serving(story.body, Authority.APPOINTMENTS_OFFICER),
                fixture.serving(ReadFixture.newBody(), Authority.BOARD_SECRETARY))) {
            fixture.asks(other, one()).isProblem(403, "not-permitted");
            fixture.asks(other, list()).isProblem(403, "not-permitted");
        }
    }

    @Test
    void a_finding_about_a_decision_or_meeting_is_closed_to_who_withdrew_from_the_matter() {
        story.tabled(true).opened().recused(Mitigation.WITHDRAW).decided();
        Somebody withdrawn = fixture.login(story.conflicted, Authority.GOVERNANCE_REVIEWER);
        for (String about : List.of(story.decision.stream(), story.meeting.stream())) {
            fixture.given(new FindingRecorded(
                    new FindingId(UUID.randomUUID()),
                    new FindingSubject(about),
                    story.body,
                    story.board,
                    null,
                    FindingGrade.CONCERN,
                    MeetingStory.SECRET,
                    author));
        }
        found(story.decision.stream(), story.body, story.board);

        JsonNode told = fixture.asks(withdrawn, list()).ok();
        assertThat(told.path("items").size()).isZero();
        assertThat(told.path("withheld").asInt()).isZero();
        assertThat(fixture.asks(withdrawn, one()).ok().path("finding").isNull()).isTrue();
        assertThat(fixture.asks(reviewer, list()).ok().path("items").size()).isEqualTo(3);
    }

    @Test
    void a_finding_about_a_board_is_open_to_who_withdrew_from_a_matter() {
        story.tabled(true).opened().recused(Mitigation.WITHDRAW);
        found(story.board.stream(), story.body, story.board);

        Somebody withdrawn = fixture.login(story.conflicted, Authority.GOVERNANCE_REVIEWER);
        assertThat(fixture.asks(withdrawn, one()).ok().path("finding").isNull()).isFalse();
    }

    @Test
    void a_finding_about_a_campaign_is_closed_to_who_competes_in_it() {
        var campaign = new Story(fixture).posts().campaign();
        PersonId candidate = campaign.candidate(ACUTE);
        found(campaign.campaign.stream(), campaign.body, null);

        Somebody competing = fixture.login(candidate, Authority.GOVERNANCE_REVIEWER);
        assertThat(fixture.asks(competing, one()).ok().path("finding").isNull()).isTrue();
        assertThat(fixture.asks(reviewer, one()).ok().path("finding").isNull()).isFalse();
    }

    @Test
    void what_nobody_found_is_unknown() {
        fixture.asks(reviewer, one()).isProblem(404, "unknown-subject");
        fixture.asks(reviewer, "/api/samples/" + sample.value()).isProblem(404, "unknown-subject");
    }

    @Test
    void a_sample_selects_by_its_seed_from_all_decisions_of_the_body() {
        story.tabled(true).opened().decided();
        List<String> names = Stream.of(story.decision, story.actedOn(), story.actedOn(), story.actedOn())
                .map(decision -> decision.stream())
                .toList();
        drawn(story.body, thisMonth(), 2, head());

        JsonNode found = sample(reviewer);
        assertThat(found.path("decisions").asInt()).isEqualTo(4);
        assertThat(found.path("seed").asString()).isEqualTo(SEED.value());
        assertThat(each(found.path("items"), "name")).isEqualTo(SampleSelection.of(SEED, 2, names));
        assertThat(each(found.path("items"), "title")).containsOnly("Stroke sites");
    }

    @Test
    void a_sample_stays_what_it_was_when_it_was_drawn() {
        story.tabled(true).opened().decided();
        long position = head();
        story.actedOn();
        drawn(story.body, thisMonth(), 5, position);

        assertThat(each(sample(reviewer).path("items"), "name")).containsExactly(story.decision.stream());
    }

    @Test
    void a_sample_holds_decisions_of_its_days_and_its_body_alone() {
        story.tabled(true).opened().decided();
        drawn(story.body, new Term(fixture.today().plusDays(1), null), 5, head());
        assertThat(sample(reviewer).path("decisions").asInt()).isZero();

        fixture.given(new SampleDrawn(
                new SampleId(UUID.randomUUID()), ReadFixture.newBody(), thisMonth(), 5, SEED, head(), author));
        assertThat(sample(reviewer).path("items").size()).isZero();
    }

    @Test
    void every_decision_on_appointments_counts_also_one_that_was_followed_by_another() {
        var campaign = new Story(fixture).posts().campaign();
        PersonId candidate = campaign.candidate(ACUTE);
        appointed(campaign, candidate);
        fixture.daysLater(1);
        appointed(campaign, candidate);
        drawn(campaign.body, thisMonth(), 5, head());

        assertThat(each(sample(reviewer).path("items"), "name"))
                .containsExactlyInAnyOrder(
                        SampleSelection.appointment(campaign.campaign, ACUTE, 1),
                        SampleSelection.appointment(campaign.campaign, ACUTE, 2));
        JsonNode ofCandidate = sample(fixture.login(candidate, Authority.GOVERNANCE_REVIEWER));
        assertThat(ofCandidate.path("items").size()).isZero();
        assertThat(ofCandidate.path("withheld").asInt()).isEqualTo(2);
    }

    private void appointed(Story campaign, PersonId candidate) {
        fixture.given(new AppointmentDecided(
                campaign.campaign,
                ACUTE,
                List.of(candidate),
                List.of(),
                campaign.fromToday(),
                false,
                null,
                campaign.owner));
    }

    @Test
    void of_a_matter_that_a_reviewer_withdrew_from_a_sample_does_not_tell_that_anything_was_decided() {
        story.tabled(true).opened().recused(Mitigation.WITHDRAW).decided();
        drawn(story.body, thisMonth(), 5, head());

        JsonNode found = sample(fixture.login(story.conflicted, Authority.GOVERNANCE_REVIEWER));
        assertThat(found.path("items").size()).isZero();
        assertThat(found.path("withheld").asInt()).isZero();
        assertThat(found.path("decisions").asInt()).isZero();
        assertThat(sample(reviewer).path("decisions").asInt()).isEqualTo(1);
        fixture.asks(fixture.serving(story.body, Authority.BOARD_SECRETARY), "/api/samples/" + sample.value())
                .isProblem(403, "not-permitted");
    }

    private long head() {
        return ReadFixture.bean(EventLog.class).head().position();
    }
}
