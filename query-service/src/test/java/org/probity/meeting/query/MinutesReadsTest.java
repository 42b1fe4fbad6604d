package org.probity.meeting.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.probity.query.MeetingStory.SECRET;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.probity.board.event.DecisionEvent.DecisionRecorded;
import org.probity.board.event.DecisionKind;
import org.probity.board.event.MeetingEvent.*;
import org.probity.board.event.Minutes;
import org.probity.board.event.MinutesEvent.*;
import org.probity.board.event.MinutesText;
import org.probity.board.event.QuorumCount;
import org.probity.event.Event;
import org.probity.eventstore.PostgresEventStore;
import org.probity.id.MatterId;
import org.probity.id.MeetingId;
import org.probity.id.Sha256;
import org.probity.identity.Actor;
import org.probity.interests.event.Mitigation;
import org.probity.people.event.Authority;
import org.probity.people.event.PersonEvent.PersonErased;
import org.probity.people.event.Profession;
import org.probity.query.MeetingStory;
import org.probity.query.ReadFixture;
import org.probity.query.ReadFixture.Somebody;
import tools.jackson.databind.JsonNode;

/** What is read of minutes, by whom, and as at when. */
class MinutesReadsTest {

    private final ReadFixture fixture = new ReadFixture();
    private final MeetingStory story = new MeetingStory(fixture);
    private final MeetingId next = new MeetingId(UUID.randomUUID());
    private final Somebody member = fixture.login(story.first, Authority.CLINICIAN);
    private final Somebody withdrawn =
            fixture.login(story.conflicted, Authority.CLINICIAN, Authority.GOVERNANCE_REVIEWER);
    private final Somebody outsider = fixture.login(fixture.person(Profession.GP), Authority.CLINICIAN);

    private ReadFixture.Reply asks(Somebody by, String query) {
        return fixture.asks(by, "/api/meetings/" + story.meeting.value() + "/minutes" + query);
    }

    private JsonNode minutes(Somebody by) {
        return asks(by, "").ok();
    }

    private static String publicText(JsonNode minutes) {
        return minutes.path("publicMinutes").path("text").asString();
    }

    private static String publicHash(JsonNode minutes) {
        return minutes.path("publicMinutes").path("sha256").asString();
    }

    private void held(boolean open) {
        story.tabled(open).opened().recused(Mitigation.WITHDRAW).decided().closed();
    }

    private long circulated(int version) {
        Minutes computed = computed();
        return fixture.given(new MinutesCirculated(
                story.meeting,
                version,
                computed.publicText().sha256(),
                computed.privateText().map(MinutesText::sha256).orElse(null)));
    }

    /** As the command side computes them. */
    private Minutes computed() {
        PostgresEventStore store = ReadFixture.bean(PostgresEventStore.class);
        List<Event> events = store.readEvents(story.meeting.stream())
                .asStream()
                .map(event -> (Event) event.getPayload())
                .toList();
        return Minutes.of(events, decision ->
                (DecisionRecorded) store.readEvents(decision.stream()).next().getPayload());
    }

    private void approved() {
        Minutes computed = computed();
        fixture.given(new MinutesApproved(
                story.meeting,
                1,
                computed.publicText().sha256(),
                computed.privateText().map(MinutesText::sha256).orElse(null),
                next,
                story.presider,
                new QuorumCount(4, 2, 4, List.of(), List.of())));
    }

    @Test
    void the_text_that_is_read_has_the_hash_that_was_circulated() {
        held(false);
        circulated(1);

        JsonNode found = minutes(member);
        assertThat(found.path("state").asString()).isEqualTo("CIRCULATED");
        assertThat(found.path("complete").asBoolean()).isTrue();
        assertThat(publicHash(found))
                .isEqualTo(found.path("circulated").path("publicHash").asString())
                .isEqualTo(Sha256.of(publicText(found)).value());
        JsonNode privateMinutes = found.path("privateMinutes");
        assertThat(privateMinutes.path("sha256").asString())
                .isEqualTo(found.path("circulated").path("privateHash").asString())
                .isEqualTo(Sha256.of(privateMinutes.path("text").asString()).value());
        assertThat(publicText(found)).doesNotContain(SECRET).contains("ITEM 1\nTaken: in private\n");
        assertThat(privateMinutes.path("text").asString()).contains(SECRET + " wording");
    }

    @Test
    void the_readable_text_has_names_in_place_of_ids_until_a_person_is_erased() {
        held(true);

        assertThat(publicText(minutes(member)))
                .contains("Presiding: " + story.presider.stream())
                .doesNotContain("Invented Person");
        assertThat(readable()).contains("Presiding: Invented Person").contains("Board: Board of " + story.body.value());
        String before = publicHash(minutes(member));

        fixture.given(new PersonErased(story.conflicted, null));

        assertThat(readable()).contains("Conflict: " + story.conflicted.stream() + ", withdraw");
        assertThat(publicHash(minutes(member))).isEqualTo(before);
    }

    private String readable() {
        return minutes(member).path("publicMinutes").path("readable").asString();
    }

    @Test
    void minutes_are_a_draft_until_they_are_circulated_and_corrected_when_they_say_something_else() {
        story.tabled(true).opened();
        assertThat(minutes(member).path("state").asString()).isEqualTo("DRAFT");
        assertThat(publicText(minutes(member))).contains("Closed: not so far").contains("Outcome: none so far");

        story.decided().closed();
        long first = circulated(1);
        fixture.given(new MinutesCorrected(story.meeting, 1, 1, "Read thus", "A slip"));
        assertThat(minutes(member).path("state").asString()).isEqualTo("CORRECTED");
        assertThat(publicText(minutes(member))).contains("CORRECTION 1\nOf item: 1\nReads: Read thus\n");

        circulated(2);
        assertThat(minutes(member).path("state").asString()).isEqualTo("CIRCULATED");
        fixture.given(new AttendanceCorrected(story.meeting, story.second, List.of(), "Was never there"));
        assertThat(minutes(member).path("state").asString()).isEqualTo("CORRECTED");

        JsonNode then = asks(member, "?atPosition=" + first).ok();
        assertThat(then.path("state").asString()).isEqualTo("CIRCULATED");
        assertThat(then.path("circulated").path("version").asInt()).isEqualTo(1);
        assertThat(publicText(then)).doesNotContain("CORRECTION");
    }

    @Test
    void what_is_done_later_does_not_change_the_text() {
        held(true);
        circulated(1);
        String before = publicText(minutes(member));

        fixture.given(new ActionCompleted(story.meeting, 1, fixture.today()));

        assertThat(minutes(member).path("state").asString()).isEqualTo("CIRCULATED");
        assertThat(publicText(minutes(member))).isEqualTo(before);
    }

    @Test
    void what_was_approved_is_told_as_it_was_then_and_by_whom() {
        held(true);
        circulated(1);
        approved();
        fixture.given(new AttendanceCorrected(story.meeting, story.second, List.of(), "Was never there"));

        JsonNode found = minutes(member);
        assertThat(found.path("state").asString()).isEqualTo("APPROVED");
        assertThat(found.path("approved").path("by").asString())
                .isEqualTo(next.value().toString());
        assertThat(found.path("approved").path("presider").path("name").asString())
                .startsWith("Invented Person");
        assertThat(publicHash(found))
                .isEqualTo(found.path("circulated").path("publicHash").asString());
    }

    @Test
    void only_what_is_approved_and_public_is_for_everybody() {
        held(false);
        circulated(1);
        asks(outsider, "").isProblem(403, "not-permitted");
        approved();

        JsonNode found = minutes(outsider);
        assertThat(publicText(found)).startsWith("MINUTES\n");
        assertThat(found.path("complete").asBoolean()).isTrue();
        assertThat(found.path("privateMinutes").isNull()).isTrue();
        assertThat(found.path("circulated").path("privateHash").isNull()).isTrue();
        assertThat(found.toString()).doesNotContain(SECRET).doesNotContain("Stroke sites");
        asks(unlinked(), "").isProblem(403, "not-permitted");
    }

    private Somebody unlinked() {
        return new Somebody(
                new Actor("https://issuer.example", "unlinked", Set.of(Authority.CLINICIAN)),
                fixture.person(Profession.GP));
    }

    @Test
    void who_withdrew_reads_the_title_the_published_outcome_and_that_something_is_left_out() {
        story.tabled(true).opened().recused(Mitigation.WITHDRAW).decided();
        fixture.given(new MinutesCorrected(story.meeting, 1, 1, SECRET + " correction", "A slip"));
        assertThat(minutes(withdrawn).toString()).doesNotContain(SECRET);
        assertThat(publicText(minutes(withdrawn))).contains("ITEM 1. Stroke sites\nLeft out: closed to this reader\n");

        story.closed();
        circulated(1);
        approved();

        JsonNode found = minutes(withdrawn);
        assertThat(found.toString()).doesNotContain(SECRET);
        assertThat(publicText(found))
                .contains("ITEM 1. Stroke sites\nOutcome: carried\nLeft out: closed to this reader\n");
        assertThat(found.path("complete").asBoolean()).isFalse();
        assertThat(found.path("publicMinutes").path("sha256").isNull()).isTrue();
        assertThat(publicText(minutes(member))).contains(SECRET + " correction");
    }

    @Test
    void of_a_private_item_who_withdrew_reads_the_title_and_not_the_outcome() {
        held(false);

        JsonNode found = minutes(withdrawn);
        assertThat(found.path("privateMinutes").path("text").asString())
                .contains("ITEM 1. Stroke sites\nLeft out: closed to this reader\n");
        assertThat(found.toString()).doesNotContain(SECRET).doesNotContain("carried");
    }

    @Test
    void in_the_log_a_correction_is_closed_with_the_matter_of_its_item() {
        held(true);
        var other = new MatterId(UUID.randomUUID());
        fixture.given(
                new AgendaItemAdded(story.meeting, 2, other, "Another", DecisionKind.DECIDE, true, List.of(), false),
                new MinutesCorrected(story.meeting, 1, 1, SECRET + " correction", "A slip"),
                new MinutesCorrected(story.meeting, 2, 2, "Of another item", "A slip"),
                new MinutesCorrected(story.meeting, 3, null, "Of no item", "A slip"));

        String path = "/api/log?limit=200&subject=" + story.meeting.stream();
        assertThat(fixture.asks(withdrawn, path).ok().toString())
                .doesNotContain(SECRET)
                .contains("Of another item")
                .contains("Of no item");
        Somebody reviewer = fixture.login(fixture.person(Profession.GP), Authority.GOVERNANCE_REVIEWER);
        assertThat(fixture.asks(reviewer, path).ok().toString()).contains(SECRET + " correction");
    }

    @Test
    void a_meeting_that_was_not_convened_has_no_minutes() {
        asks(member, "").isProblem(404, "unknown-subject");
    }
}
