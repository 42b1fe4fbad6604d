package org.probity.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.probity.standalone.Application;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Plays both bundled scenarios to their ends, through the public interface of the whole service, and looks at what a
 * newcomer sees first. The figures are those the scenarios were written to show.
 */
class BundledScenariosTest {

    @TempDir
    Path data = Path.of("replaced by JUnit");

    @Test
    void yorkshire_and_the_humber_ends_with_thirty_posts_of_which_twenty_six_are_filled() {
        try (Application application = Application.start(data, Application.freePort(), "yorkshire-and-the-humber")) {
            JsonNode posts = onlyEstablishment(application);

            assertThat(figures(posts))
                    .isEqualTo(Map.of("posts", 30, "filled", 26, "incumbents", 11, "held", 1, "vacant", 3));
            assertThat(counts(posts.get("professions")))
                    .isEqualTo(Map.of(
                            "HOSPITAL_CONSULTANT", 10,
                            "GP", 6,
                            "NURSE", 3,
                            "PHARMACIST", 2,
                            "ALLIED_HEALTH_PROFESSIONAL", 2,
                            "MIDWIFE", 1,
                            "DENTIST", 1,
                            "PUBLIC_HEALTH", 1));
            assertThat(counts(campaign(posts, "autumn 2025").get("stages")))
                    .isEqualTo(Map.of(
                            "WITHDRAWN", 2,
                            "NOT_LONGLISTED", 8,
                            "NOT_SHORTLISTED", 6,
                            "NOT_APPOINTABLE", 5,
                            "APPOINTED", 9,
                            "OFFERED", 1,
                            "DECLINED", 1,
                            "WITHHELD", 1,
                            "RESERVE", 1,
                            "NOMINATION_DECLINED", 1));
            assertThat(counts(campaign(posts, "spring 2026").get("stages")))
                    .isEqualTo(Map.of(
                            "WITHDRAWN", 1,
                            "NOT_LONGLISTED", 3,
                            "NOT_SHORTLISTED", 3,
                            "NOT_APPOINTABLE", 3,
                            "APPOINTED", 6,
                            "RESERVE", 2,
                            "SHORTLISTED", 3));
            assertThat(campaign(posts, "autumn 2025")
                            .get("daysFromCloseToDecision")
                            .intValue())
                    .isEqualTo(74);
            assertThat(campaign(posts, "autumn 2025").get("overdue").booleanValue())
                    .isFalse();
            assertThat(campaign(posts, "spring 2026")
                            .get("daysFromCloseToDecision")
                            .intValue())
                    .isEqualTo(117);
            assertThat(campaign(posts, "spring 2026").get("overdue").booleanValue())
                    .isTrue();
            agreesWithTheLog(application);
            assertThat(refusals(application))
                    .containsExactlyInAnyOrder(
                            "declaration-out-of-date", "decider-on-panel", "strand-full", "inquorate");
            assertThat(waitingLongest(application, "2025-10-28T08:00:00Z"))
                    .describedAs("the morning an incumbent is confirmed whom nobody had asked")
                    .isEqualTo(41);
            JsonNode tie = only("CandidatesRecommended", "mental-health", application);
            assertThat(tie.get("merit").valueStream().map(place -> place.get("total")
                            .intValue()))
                    .describedAs("a tie")
                    .containsExactly(71, 71);
            assertThat(tie.get("tieBreakReason").stringValue()).startsWith("Equal at 71.");

            JsonNode group = get(application, "/api/clinical-advisory-group");
            assertThat(group.get("members").size()).isEqualTo(26);
            boardsOfYorkshire(new BoardReads("yorkshire-and-the-humber", path -> get(application, path)));
            assertThat(refusal("inquorate", application))
                    .describedAs("six are there, four of them recused")
                    .containsAllEntriesOf(Map.of("seats", "8", "required", "3", "counted", "2"));
        }
    }

    @Test
    void county_durham_ends_with_fifteen_posts_of_which_fourteen_are_filled_and_had_fifteen_before() {
        try (Application application = Application.start(data, Application.freePort(), "county-durham")) {
            JsonNode posts = onlyEstablishment(application);

            assertThat(figures(posts))
                    .isEqualTo(Map.of("posts", 15, "filled", 14, "incumbents", 0, "held", 1, "vacant", 0));
            assertThat(posts.get("campaigns").size()).isEqualTo(1);
            assertThat(counts(posts.get("campaigns").get(0).get("stages")))
                    .describedAs(
                            "forty-one applied: three withdrew, sixteen were sifted out, of 22 interviewed 17 were good")
                    .isEqualTo(Map.of(
                            "WITHDRAWN", 3,
                            "INELIGIBLE", 1,
                            "NOT_LONGLISTED", 8,
                            "NOT_SHORTLISTED", 7,
                            "NOT_APPOINTABLE", 5,
                            "APPOINTED", 15,
                            "DECLINED", 1,
                            "OFFERED", 1));
            assertThat(peopleWith("AppliedForPost", application)).isEqualTo(41);
            assertThat(peopleWith("InterviewRecorded", application)).isEqualTo(22);
            assertThat(peopleWith("FoundAppointable", application)).isEqualTo(17);
            assertThat(peopleWith("AppointmentOffered", application))
                    .describedAs("fifteen at first, then both of the reserve")
                    .isEqualTo(17);
            agreesWithTheLog(application);
            assertThat(refusals(application))
                    .describedAs("criteria changed after the advert, and a registration that had lapsed")
                    .containsExactlyInAnyOrder(
                            "criteria-frozen", "already-decided", "inquorate", "ratification-not-considered");
            JsonNode earlier = get(application, "/api/dashboards/recruitment?asAt=2026-04-15");
            assertThat(figures(earlier.get("establishments").get(0)))
                    .describedAs("before the resignation")
                    .isEqualTo(Map.of("posts", 15, "filled", 15, "incumbents", 0, "held", 0, "vacant", 0));
            boardsOfDurham(new BoardReads("county-durham", path -> get(application, path)));
            assertThat(refusal("inquorate", application))
                    .describedAs("five are there, and no executive")
                    .containsAllEntriesOf(Map.of(
                            "required",
                            "4",
                            "counted",
                            "5",
                            "minima",
                            "CLINICAL_CHAMPION 3 of 2, EXECUTIVE_DIRECTOR 0 of 1"));
        }
    }

    private static void boardsOfYorkshire(BoardReads reads) {
        JsonNode list = reads.decision("waiting-list-decision");
        assertThat(BoardReads.tally(list))
                .describedAs("three against three")
                .isEqualTo("3-3, 0 abstained, 0 disagreed");
        assertThat(list.at("/record/presider/name").stringValue()).isEqualTo("Ms Lucasta Rushenlock");
        assertThat(list.at("/record/castingVote").stringValue()).isEqualTo("FOR");
        assertThat(list.get("outcome").stringValue()).isEqualTo("CARRIED");

        assertThat(reads.meeting("acute-first").at("/agenda/0/detail/state").stringValue())
                .isEqualTo("DEFERRED");
        JsonNode strokes = reads.decision("stroke-decision");
        assertThat(strokes.at("/record/steppedOut").size())
                .describedAs("the recusals followed the matter")
                .isEqualTo(4);
        assertThat(strokes.at("/record/quorum/counted").intValue()).isEqualTo(4);

        assertThat(reads.decision("easter-action").at("/since/ratification/by").stringValue())
                .isEqualTo(reads.id("easter-ratification"));
        assertThat(BoardReads.tally(reads.decision("easter-ratification"))).isEqualTo("6-1, 0 abstained, 0 disagreed");

        JsonNode impact = reads.impact("barnaby-gimmerthwaite");
        assertThat(impact.at("/interest/declared").stringValue())
                .describedAs("93 days after the 28 that there are")
                .isEqualTo("2026-04-10");
        assertThat(BoardReads.decisions(impact))
                .containsExactlyInAnyOrder(reads.id("easter-ratification"), reads.id("centres-first"));
        assertThat(impact.get("scorecards").size()).isEqualTo(5);
        assertThat(reads.summary("authority-board", "centres-first")
                        .get("supersededBy")
                        .stringValue())
                .isEqualTo(reads.id("centres-anew"));
        assertThat(reads.decision("centres-first", "2026-04-15")
                        .at("/since/superseded")
                        .isNull())
                .describedAs("the day before, it held")
                .isTrue();
    }

    private static void boardsOfDurham(BoardReads reads) {
        JsonNode recommended = reads.decision("diabetes-recommendation");
        JsonNode answer = reads.decision("diabetes-decision");
        assertThat(recommended.at("/since/answeredBy/0").stringValue()).isEqualTo(reads.id("diabetes-decision"));
        for (JsonNode taken : List.of(recommended, answer)) {
            assertThat(taken.at("/record/steppedOut/0/name").stringValue()).isEqualTo("Dr Bram Nettlecombe");
        }
        assertThat(BoardReads.tally(reads.decision("visits-recommendation")))
                .describedAs("two who share a seat do not agree")
                .isEqualTo("4-2, 1 abstained, 1 disagreed");

        JsonNode transport = reads.decision("transport-decision");
        assertThat(BoardReads.tally(transport)).isEqualTo("5-5, 0 abstained, 0 disagreed");
        assertThat(transport.at("/record/presider/name").stringValue()).isEqualTo("Mr Sunniva Merrowshaw");
        assertThat(transport.at("/record/castingVote").stringValue()).isEqualTo("AGAINST");
        assertThat(transport.get("outcome").stringValue()).isEqualTo("LOST");

        assertThat(reads.summary("board", "beds-action").get("ratified").booleanValue())
                .isTrue();
        assertThat(BoardReads.decisions(reads.impact("winifred-wetherfeather")))
                .describedAs("decided meanwhile with whoever declared late")
                .containsExactlyInAnyOrder(
                        reads.id("beds-ratification"), reads.id("transport-decision"), reads.id("diabetes-decision"));
    }

    private static JsonNode onlyEstablishment(Application application) {
        application.played();
        JsonNode establishments =
                get(application, "/api/dashboards/recruitment").get("establishments");
        assertThat(establishments.size()).isEqualTo(1);
        return establishments.get(0);
    }

    private static Map<String, Integer> figures(JsonNode establishment) {
        return Map.of(
                "posts", establishment.get("posts").intValue(),
                "filled", establishment.get("filled").intValue(),
                "incumbents", establishment.get("incumbents").intValue(),
                "held", establishment.get("held").intValue(),
                "vacant", establishment.get("vacant").intValue());
    }

    private static JsonNode campaign(JsonNode establishment, String name) {
        return establishment
                .get("campaigns")
                .valueStream()
                .filter(campaign -> campaign.get("name").stringValue().contains(name))
                .findFirst()
                .orElseThrow();
    }

    private static Map<String, Integer> counts(JsonNode counts) {
        return JsonMapper.shared().convertValue(counts, new TypeReference<>() {});
    }

    /** Stages, days and targets of each campaign, as the dashboard says and as the log does. */
    private static void agreesWithTheLog(Application application) {
        JsonNode dashboard = get(application, "/api/dashboards/recruitment");
        Instant now = Instant.parse(dashboard.get("asAt").stringValue());
        JsonNode campaigns = dashboard.get("establishments").get(0).get("campaigns");
        Collection<CampaignStory> stories = CampaignStory.in(log(application));

        assertThat(campaigns.valueStream().map(campaign -> campaign.get("name").stringValue()))
                .containsExactlyInAnyOrderElementsOf(
                        stories.stream().map(CampaignStory::name).toList());
        for (CampaignStory story : stories) {
            JsonNode campaign = campaign(dashboard.get("establishments").get(0), story.name());
            long days = campaign.get("daysFromCloseToDecision").longValue();
            assertThat(counts(campaign.get("stages"))).isEqualTo(story.stages());
            Map<String, Double> expected = story.daysPerStage(now);
            assertThat(campaign.get("daysPerStage").propertyNames())
                    .containsExactlyInAnyOrderElementsOf(expected.keySet());
            expected.forEach((stage, median) -> assertThat(
                            campaign.get("daysPerStage").get(stage).doubleValue())
                    .describedAs("days at %s in %s", stage, story.name())
                    .isCloseTo(median, within(0.051)));
            assertThat(days).isEqualTo(story.daysFromCloseToDecision(now));
            assertThat(campaign.get("targetDays").longValue()).isEqualTo(story.targetDays());
            assertThat(campaign.get("overdue").booleanValue()).isEqualTo(days > story.targetDays());
        }
    }

    private static long peopleWith(String event, Application application) {
        return log(application).stream()
                .filter(one -> one.get("type").stringValue().equals(event))
                .map(one -> one.get("payload").get("person").stringValue())
                .distinct()
                .count();
    }

    private static long waitingLongest(Application application, String moment) {
        return get(application, "/api/dashboards/recruitment?asAt=" + moment)
                .get("establishments")
                .get(0)
                .get("unconfirmedIncumbents")
                .get(0)
                .get("days")
                .longValue();
    }

    /** What the only event of a type says of a strand. */
    private static JsonNode only(String event, String strand, Application application) {
        List<JsonNode> found = log(application).stream()
                .filter(one -> one.get("type").stringValue().equals(event))
                .map(one -> one.get("payload"))
                .filter(payload -> payload.get("strand").stringValue().equals(strand))
                .toList();
        assertThat(found).hasSize(1);
        return found.getFirst();
    }

    /** The rules that refused something, from the whole log. */
    private static List<String> refusals(Application application) {
        return log(application).stream()
                .filter(event -> event.get("type").stringValue().equals("CommandRejected"))
                .map(event -> event.get("payload").get("rule").stringValue())
                .toList();
    }

    /** What was said when a rule refused something, which it did once. */
    private static Map<String, String> refusal(String rule, Application application) {
        List<JsonNode> found = log(application).stream()
                .filter(event -> event.get("type").stringValue().equals("CommandRejected"))
                .map(event -> event.get("payload"))
                .filter(payload -> payload.get("rule").stringValue().equals(rule))
                .toList();
        assertThat(found).hasSize(1);
        return JsonMapper.shared().convertValue(found.getFirst().get("details"), new TypeReference<>() {});
    }

    private static List<JsonNode> log(Application application) {
        var events = new ArrayList<JsonNode>();
        JsonNode next = JsonMapper.shared().getNodeFactory().numberNode(0);
        while (next != null && !next.isNull()) {
            JsonNode page = get(application, "/api/log?limit=200&after=" + next.asString());
            page.get("events").forEach(events::add);
            next = page.get("next");
        }
        return events;
    }

    private static JsonNode get(Application application, String path) {
        var answer = application.send(application
                .request(path)
                .header("Authorization", "Bearer " + application.token("governance-reviewer")));
        assertThat(answer.statusCode()).describedAs(answer.body()).isEqualTo(200);
        return JsonMapper.shared().readTree(answer.body());
    }
}
