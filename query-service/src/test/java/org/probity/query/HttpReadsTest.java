package org.probity.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.probity.event.Term;
import org.probity.id.OrganisationCode;
import org.probity.people.event.Authority;
import org.probity.people.event.OrganisationEvent.OrganisationRegistered;
import org.probity.people.event.OrganisationKind;
import org.probity.people.event.Profession;
import org.probity.query.ReadFixture.Somebody;
import tools.jackson.databind.JsonNode;

/** What all reads have in common: positions, moments, pages and problems. */
class HttpReadsTest {

    private final ReadFixture fixture = new ReadFixture();
    private final Somebody anybody = fixture.login(fixture.person(Profession.GP), Authority.CLINICIAN);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/establishments/",
                "/api/campaigns/",
                "/api/boards/",
                "/api/people/",
            })
    void whatDoesNotExistIsAnUnknownSubject(String path) {
        fixture.asks(anybody, path + UUID.randomUUID()).isProblem(404, "unknown-subject");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/establishments?limit=0",
                "/api/establishments?limit=201",
                "/api/establishments?limit=many",
                "/api/establishments?after=nothing",
                "/api/establishments?asAt=yesterday",
                "/api/establishments?asAt=2999-01-01",
                "/api/establishments?asAt=2999-01-01T00:00:00Z",
                "/api/establishments?atPosition=-1",
                "/api/establishments?atPosition=999999999",
                "/api/establishments?atPosition=1&asAt=2026-03-01",
                "/api/establishments?inForceOn=soon",
                "/api/campaigns?after=nothing",
                "/api/boards?limit=0",
                "/api/interests?limit=0",
                "/api/interests?inForceOn=%2B999999998-01-01",
                "/api/boards?inForceOn=-0044-03-15"
            })
    void aParameterThatMeansNothingIsRefused(String path) {
        fixture.asks(anybody, path).isProblem(400, "invalid-parameter");
    }

    @Test
    void beforeTheLogBeganThereWasNothing() {
        for (String asAt : new String[] {"-200000-01-01T00:00:00Z", "-1000000000-01-01T00:00:00Z", "1900-01-01"}) {
            assertThat(fixture.asks(anybody, "/api/establishments?asAt=" + asAt)
                            .ok()
                            .path("position")
                            .asLong())
                    .isZero();
        }
    }

    @Test
    void aTextThatNothingStoredCanHaveIsRefused() {
        Somebody reviewer = fixture.login(fixture.person(Profession.OTHER), Authority.GOVERNANCE_REVIEWER);
        fixture.asks(reviewer, "/api/log?subject=%00").isProblem(400, "invalid-parameter");
        fixture.asks(reviewer, "/api/people?name=%00").isProblem(400, "invalid-parameter");
    }

    @Test
    void nothingIsReadWithoutAToken() {
        fixture.asks(null, "/api/establishments").isProblem(401, "token-missing");
    }

    @Test
    void whatWasJustWrittenIsReadByWhoeverNamesItsPosition() {
        for (int i = 0; i < 5; i++) {
            OrganisationCode body = ReadFixture.newBody();
            long written = ReadFixture.append(new OrganisationRegistered(
                    body, "Invented Body", OrganisationKind.ACUTE, new Term(fixture.today(), null), true));
            JsonNode answer = fixture.asks(anybody, "/api/establishments", "Probity-Position", Long.toString(written))
                    .ok();
            assertThat(answer.path("position").asLong()).isGreaterThanOrEqualTo(written);
        }
    }

    @Test
    void aPositionThatIsNotReachedInTimeIsAnsweredWithWhenToAskAgain() {
        var reply = fixture.asks(anybody, "/api/establishments", "Probity-Position", "999999999");

        reply.isProblem(503, "projection-behind");
        assertThat(reply.response().headers().firstValue("Retry-After")).isPresent();
    }

    @Test
    void aPositionThatIsNoneIsRefused() {
        fixture.asks(anybody, "/api/establishments", "Probity-Position", "first")
                .isProblem(400, "invalid-parameter");
    }

    @Test
    void anAnswerNamesTheMomentItHoldsFor() {
        long position = fixture.given(new OrganisationRegistered(
                ReadFixture.newBody(), "Invented", OrganisationKind.ACUTE, new Term(fixture.today(), null), true));
        var then = fixture.now();
        fixture.later(Duration.ofHours(3));

        JsonNode newest = fixture.asks(anybody, "/api/boards").ok();
        assertThat(newest.path("asAt").asString()).isEqualTo(fixture.now().toString());
        JsonNode earlier =
                fixture.asks(anybody, "/api/boards?atPosition=" + position).ok();
        assertThat(earlier.path("position").asLong()).isEqualTo(position);
        assertThat(earlier.path("asAt").asString()).isEqualTo(then.toString());
    }

    @Test
    void listsAreReadPageByPage() {
        for (int i = 0; i < 3; i++) {
            new Story(fixture).posts();
        }
        List<String> ids = new ArrayList<>();
        String after = "";
        while (true) {
            JsonNode page =
                    fixture.asks(anybody, "/api/establishments?limit=1" + after).ok();
            ids.addAll(ReadFixture.each(page.path("items"), "id"));
            if (page.path("next").isNull()) {
                break;
            }
            after = "&after=" + page.path("next").asString();
        }
        assertThat(ids)
                .doesNotHaveDuplicates()
                .hasSizeGreaterThanOrEqualTo(3)
                .containsExactlyElementsOf(ReadFixture.each(
                        fixture.asks(anybody, "/api/establishments?limit=200")
                                .ok()
                                .path("items"),
                        "id"));
    }

    @Test
    void theDescriptionOfTheInterfaceShowsWhatReadsAnswerAndTake() {
        JsonNode api = fixture.asks(anybody, "/api/openapi").body();

        JsonNode read = api.path("paths").path("/api/campaigns/{id}").path("get");
        assertThat(read.path("responses").path("200").toString()).contains("#/components/schemas/CampaignFound");
        assertThat(ReadFixture.each(read.path("parameters"), "name"))
                .containsExactlyInAnyOrder("id", "asAt", "atPosition", "Probity-Position");
        assertThat(api.path("components")
                        .path("schemas")
                        .path("RecruitmentDashboard")
                        .path("properties")
                        .has("establishments"))
                .isTrue();
    }
}
