package org.probity.event;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * What events looked like before, as steps from one revision to the next. Steps are only ever added: the log still holds
 * every earlier form. Each revision has a sample among the tests, {@code golden/<event>.<revision>.json}.
 */
public final class EarlierForms {

    private static final Map<String, List<UnaryOperator<Map<String, Object>>>> STEPS = Map.of(
            "RulePackAdopted", List.of(event -> withPresets(event, "pack"), EarlierForms::withMeetings),
            "CampaignOpened", List.of(event -> withPresets(event, "rules")),
            "InterestDeclared", List.of(EarlierForms::withoutValue),
            "BoardEstablished", List.of(EarlierForms::withoutStatedSeats),
            "TermsOfReferenceAdopted", List.of(EarlierForms::withoutStatedSeats),
            "BoardMemberAssigned", List.of(EarlierForms::withSeatOfTheirOwn));

    private EarlierForms() {}

    /** The steps of one event, the first from revision 1 to 2; none if it never changed. */
    public static List<UnaryOperator<Map<String, Object>>> of(String type) {
        return STEPS.getOrDefault(type, List.of());
    }

    /** Interests of before said nothing of what a gift is worth. */
    private static Map<String, Object> withoutValue(Map<String, Object> event) {
        event.putIfAbsent("estimatedPounds", null);
        return event;
    }

    /** Rule packs of before named no compositions of panels. */
    private static Map<String, Object> withPresets(Map<String, Object> event, String pack) {
        if (event.get(pack) instanceof Map<?, ?> numbers) {
            @SuppressWarnings("unchecked")
            var changed = (Map<String, Object>) numbers;
            changed.putIfAbsent("panelPresets", new ArrayList<>());
        }
        return event;
    }

    /**
     * Of terms that end the service warned 90 days ahead, and of a quorum it asked what the terms of reference said,
     * whatever the rule packs of before; no decision was recorded that could have adopted one.
     */
    private static Map<String, Object> withMeetings(Map<String, Object> event) {
        if (event.get("pack") instanceof Map<?, ?> numbers) {
            @SuppressWarnings("unchecked")
            var changed = (Map<String, Object>) numbers;
            changed.putIfAbsent("warningDays", 90);
            changed.putIfAbsent(
                    "statutoryQuorum",
                    Map.of("quorum", Map.of("numerator", 1, "denominator", 1_000), "officers", 0, "nonOfficers", 0));
        }
        event.putIfAbsent("adoptedBy", null);
        return event;
    }

    /** Terms of reference of before did not state how many voting seats there are. */
    private static Map<String, Object> withoutStatedSeats(Map<String, Object> event) {
        if (event.get("terms") instanceof Map<?, ?> terms) {
            @SuppressWarnings("unchecked")
            var changed = (Map<String, Object>) terms;
            changed.putIfAbsent("votingSeats", null);
        }
        return event;
    }

    /** Nobody shared a seat before. */
    private static Map<String, Object> withSeatOfTheirOwn(Map<String, Object> event) {
        event.putIfAbsent("post", null);
        event.putIfAbsent("sharesWith", null);
        return event;
    }
}
