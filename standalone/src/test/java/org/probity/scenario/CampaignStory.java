package org.probity.scenario;

import static java.util.Map.entry;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One campaign as its events tell it, read one after the other and kept in lists: what a reader of the log would work
 * out by hand. It shares no code with the projections, whose answers it is compared with.
 */
final class CampaignStory {

    private static final ZoneId ZONE = ZoneId.of("Europe/London");

    /** Events after which somebody simply is at a stage. */
    private static final Map<String, String> STAGE_AFTER = Map.ofEntries(
            entry("LeadNominated", "NOMINATED"),
            entry("NominationAccepted", "CANDIDATE"),
            entry("NominationDeclined", "NOMINATION_DECLINED"),
            entry("AppliedForPost", "CANDIDATE"),
            entry("CandidateWithdrew", "WITHDRAWN"),
            entry("CandidateLonglisted", "LONGLISTED"),
            entry("CandidateNotLonglisted", "NOT_LONGLISTED"),
            entry("CandidateShortlisted", "SHORTLISTED"),
            entry("CandidateNotShortlisted", "NOT_SHORTLISTED"),
            entry("InterviewRecorded", "INTERVIEWED"),
            entry("FoundAppointable", "APPOINTABLE"),
            entry("FoundNotAppointable", "NOT_APPOINTABLE"),
            entry("ImpartialityWithheld", "WITHHELD"),
            entry("AppointmentOffered", "OFFERED"),
            entry("OfferAccepted", "ACCEPTED"),
            entry("OfferDeclined", "DECLINED"),
            entry("OfferWithdrawn", "OFFER_WITHDRAWN"),
            entry("OfferLapsed", "LAPSED"),
            entry("NotAppointed", "NOT_APPOINTED"),
            entry("AppointmentConfirmed", "APPOINTED"));

    /** Stages at which somebody waits for what comes next. */
    private static final Set<String> WAITING = Set.of(
            "NOMINATED",
            "CANDIDATE",
            "LONGLISTED",
            "SHORTLISTED",
            "INTERVIEWED",
            "APPOINTABLE",
            "RECOMMENDED",
            "OFFERED",
            "ACCEPTED",
            "RESERVE");

    private final String name;
    private final int decisionMonths;
    private final Map<String, @Nullable Instant> decided = new HashMap<>();
    private final Map<String, Candidacy> candidacies = new LinkedHashMap<>();
    private LocalDate closing;
    private @Nullable Instant advertised;
    private @Nullable Instant ended;

    private CampaignStory(JsonNode opened) {
        name = opened.get("name").stringValue();
        decisionMonths = opened.get("rules").get("decisionMonths").intValue();
        closing = day(opened.get("timetable").get("closing"));
        opened.get("strands").forEach(strand -> decided.put(strand.get("strand").stringValue(), null));
    }

    /** The campaigns of a log, whose events are given in their order. */
    static Collection<CampaignStory> in(List<JsonNode> log) {
        Map<String, CampaignStory> stories = new LinkedHashMap<>();
        for (JsonNode event : log) {
            String type = event.get("type").stringValue();
            JsonNode payload = event.get("payload");
            if (type.equals("CampaignOpened")) {
                stories.put(payload.get("campaign").stringValue(), new CampaignStory(payload));
            } else if (event.get("subject").stringValue().matches("(campaign|participation)/.*")) {
                Instant at = Instant.parse(event.get("recordedAt").stringValue());
                CampaignStory story = stories.get(payload.get("campaign").stringValue());
                if (story != null) {
                    story.goOn(type, payload, at);
                }
            }
        }
        return stories.values();
    }

    private void goOn(String type, JsonNode event, Instant at) {
        switch (type) {
            case "AdvertPublished" -> {
                closing = day(event.get("closing"));
                advertised = advertised == null ? at : advertised;
            }
            case "ClosingExtended" -> closing = day(event.get("closing"));
            case "AppointmentDecided" -> decided.putIfAbsent(event.get("strand").stringValue(), at);
            case "CampaignClosed", "CampaignCancelled" -> ended = at;
            default -> {
                if (event.has("person")) {
                    String person = event.get("person").stringValue();
                    Candidacy before = candidacies.get(person);
                    if (before != null) {
                        before.goOn(type, event, at);
                    } else if (type.equals("LeadNominated") || type.equals("AppliedForPost")) {
                        candidacies.put(person, new Candidacy(STAGE_AFTER.get(type), at));
                    }
                }
            }
        }
    }

    String name() {
        return name;
    }

    /** How many are at each stage. */
    Map<String, Integer> stages() {
        Map<String, Integer> counts = new TreeMap<>();
        candidacies.values().forEach(candidacy -> counts.merge(candidacy.stage(), 1, Integer::sum));
        return counts;
    }

    /** The median time at each stage, in days. */
    Map<String, Double> daysPerStage(Instant now) {
        Map<String, List<Double>> stays = new TreeMap<>();
        candidacies.values().forEach(candidacy -> candidacy.addStays(ended == null ? now : ended, stays));
        if (advertised != null) {
            Instant closed = closing.plusDays(1).atStartOfDay(ZONE).toInstant();
            stays.put("ADVERT", List.of(days(advertised, now.isBefore(closed) ? now : closed)));
        }
        Map<String, Double> medians = new TreeMap<>();
        stays.forEach((stage, all) -> medians.put(stage, median(all)));
        return medians;
    }

    /**
     * From the closing day to the first decision on the last strand, or until now while one is undecided. A decision on
     * a post that fell vacant later is another matter.
     */
    long daysFromCloseToDecision(Instant now) {
        Instant last = Instant.MIN;
        for (Instant one : decided.values()) {
            Instant until = one != null ? one : ended != null ? ended : now;
            last = until.isAfter(last) ? until : last;
        }
        return ChronoUnit.DAYS.between(closing, LocalDate.ofInstant(last, ZONE));
    }

    long targetDays() {
        return ChronoUnit.DAYS.between(closing, closing.plusMonths(decisionMonths));
    }

    private static LocalDate day(JsonNode text) {
        return LocalDate.parse(text.stringValue());
    }

    private static double days(Instant from, Instant until) {
        return Duration.between(from, until).toSeconds() / 86_400.0;
    }

    private static double median(List<Double> values) {
        double[] sorted =
                values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
    }

    /** Where one person went, and when. */
    private static final class Candidacy {

        private final List<String> stages = new ArrayList<>();
        private final List<Instant> since = new ArrayList<>();
        private final Set<String> reserveLists = new HashSet<>();

        Candidacy(@Nullable String stage, Instant at) {
            reach(stage, at);
        }

        String stage() {
            return stages.getLast();
        }

        void goOn(String type, JsonNode event, Instant at) {
            boolean offered = Set.of("OFFERED", "ACCEPTED", "APPOINTED").contains(stage());
            switch (type) {
                case "EligibilityChecked" -> {
                    if (!event.get("eligible").booleanValue()) {
                        reach("INELIGIBLE", at);
                    } else if (stage().equals("INELIGIBLE")) {
                        String before = stages.get(stages.size() - 2);
                        reach(before.equals("RESERVE") ? "RECOMMENDED" : before, at);
                    }
                }
                case "CandidateRecommended" -> {
                    if (!offered && !stage().equals("RESERVE")) {
                        reach("RECOMMENDED", at);
                    }
                }
                case "PlacedOnReserve" -> {
                    reserveLists.add(event.get("strand").stringValue());
                    if (!offered) {
                        reach("RESERVE", at);
                    }
                }
                case "LeftReserve" -> {
                    reserveLists.remove(event.get("strand").stringValue());
                    boolean isOffered = event.get("reason").stringValue().equals("OFFERED");
                    if (stage().equals("RESERVE") && reserveLists.isEmpty() && !isOffered) {
                        reach("RECOMMENDED", at);
                    }
                }
                default -> {
                    if (STAGE_AFTER.containsKey(type)) {
                        reach(STAGE_AFTER.get(type), at);
                    }
                }
            }
        }

        private void reach(@Nullable String stage, Instant at) {
            if (stage != null && (stages.isEmpty() || !stage.equals(stage()))) {
                stages.add(stage);
                since.add(at);
            }
        }

        void addStays(Instant end, Map<String, List<Double>> stays) {
            for (int i = 0; i < stages.size(); i++) {
                if (WAITING.contains(stages.get(i))) {
                    Instant left = i + 1 < stages.size() ? since.get(i + 1) : end;
                    stays.computeIfAbsent(stages.get(i), stage -> new ArrayList<>())
                            .add(days(since.get(i), left));
                }
            }
        }
    }
}
