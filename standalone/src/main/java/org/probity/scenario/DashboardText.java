package org.probity.scenario;

import java.util.Locale;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** The recruitment dashboard in a few lines of text, for whoever watches an example being played. */
final class DashboardText {

    private DashboardText() {}

    /**
     * Tells the dashboard.
     *
     * @param dashboard what {@code GET /api/dashboards/recruitment} answers
     */
    static String of(JsonNode dashboard) {
        return dashboard
                .path("establishments")
                .valueStream()
                .map(DashboardText::establishment)
                .collect(Collectors.joining("\n"));
    }

    private static String establishment(JsonNode one) {
        String campaigns =
                one.path("campaigns").valueStream().map(DashboardText::campaign).collect(Collectors.joining());
        return "%n%s: %s posts, %s filled (%s incumbents), %s held, %s vacant%n%s"
                .formatted(
                        one.path("name").asString(),
                        one.path("posts"),
                        one.path("filled"),
                        one.path("incumbents"),
                        one.path("held"),
                        one.path("vacant"),
                        campaigns);
    }

    private static String campaign(JsonNode one) {
        JsonNode days = one.path("daysFromCloseToDecision");
        return "  %s%n    candidates     %s%n    days a stage   %s%n    close to decision %s%n"
                .formatted(
                        one.path("name").asString(),
                        listed(one.path("stages")),
                        listed(one.path("daysPerStage")),
                        days.isNumber() ? days + " days, target " + one.path("targetDays") : "open");
    }

    private static String listed(JsonNode counts) {
        return counts.propertyStream()
                .map(count -> count.getKey().toLowerCase(Locale.ROOT).replace('_', ' ') + " " + count.getValue())
                .collect(Collectors.joining(", "));
    }
}
