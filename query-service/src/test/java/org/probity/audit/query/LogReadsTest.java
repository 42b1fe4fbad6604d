package org.probity.audit.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.probity.eventstore.EventLog;
import org.probity.identity.Actor;
import org.probity.people.event.Authority;
import org.probity.people.event.Profession;
import org.probity.query.ReadFixture;
import org.probity.query.ReadFixture.Somebody;
import org.probity.query.Story;
import tools.jackson.databind.JsonNode;

/** The log as it is stored. */
class LogReadsTest {

    private final ReadFixture fixture = new ReadFixture();
    private final Story story = new Story(fixture).posts();
    private final Somebody reviewer = fixture.login(fixture.person(Profession.OTHER), Authority.GOVERNANCE_REVIEWER);

    @Test
    void aReviewerReadsTheEventsOfASubjectPageByPage() {
        String path = "/api/log?limit=2&subject=" + story.establishment.stream();

        JsonNode first = fixture.asks(reviewer, path).ok();
        assertThat(ReadFixture.each(first.path("events"), "type")).containsExactly("PostsEstablished", "StrandAdded");
        JsonNode second = fixture.asks(
                        reviewer, path + "&after=" + first.path("next").asLong())
                .ok();
        assertThat(ReadFixture.each(second.path("events"), "sequence")).containsExactly("2");
        assertThat(second.path("next").isNull()).isTrue();
    }

    @Test
    void payloadsAreEmbeddedAsTheyWereWritten() {
        var reply = fixture.asks(reviewer, "/api/log?limit=1&subject=" + story.establishment.stream());

        String stored = ReadFixture.bean(EventLog.class)
                .ofSubjectAfter(story.establishment.stream(), 0, 1)
                .getFirst()
                .payload();
        assertThat(reply.response().body()).contains("\"payload\":" + stored);
    }

    @Test
    void nobodyElseReadsTheLog() {
        fixture.asks(fixture.serving(story.body, Authority.APPOINTMENTS_OFFICER), "/api/log")
                .isProblem(403, "not-permitted");
    }

    @Test
    void aLoginThatIsLinkedToNobodyReadsNothingOfCampaigns() {
        var unlinked = new Somebody(
                new Actor("https://issuer.example", "unlinked", Set.of(Authority.GOVERNANCE_REVIEWER)), story.owner);
        story.campaign();

        JsonNode ofCampaign = fixture.asks(unlinked, "/api/log?subject=" + story.campaign.stream())
                .ok()
                .path("events");
        assertThat(ReadFixture.each(ofCampaign, "withheld")).isNotEmpty().containsOnly("true");
        JsonNode ofPosts = fixture.asks(unlinked, "/api/log?subject=" + story.establishment.stream())
                .ok()
                .path("events");
        assertThat(ReadFixture.each(ofPosts, "withheld")).isNotEmpty().containsOnly("false");
        assertThat(fixture.asks(unlinked, "/api/campaigns/" + story.campaign.value())
                        .ok()
                        .path("seenAs")
                        .asString())
                .isEqualTo("PUBLIC");
    }

    @Test
    void aCursorThatIsNoPositionIsRefused() {
        fixture.asks(reviewer, "/api/log?after=first").isProblem(400, "invalid-parameter");
        fixture.asks(reviewer, "/api/log?limit=201").isProblem(400, "invalid-parameter");
    }
}
