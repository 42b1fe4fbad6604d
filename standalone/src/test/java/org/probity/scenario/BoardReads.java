package org.probity.scenario;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.probity.command.NameBasedId;
import tools.jackson.databind.JsonNode;

/**
 * What boards of a scenario did, as the reads tell it, under the names that the scenario's file gives.
 *
 * @param get answers a path
 */
record BoardReads(String scenario, Function<String, JsonNode> get) {

    String id(String name) {
        return NameBasedId.of(scenario + "/" + name).toString();
    }

    JsonNode decision(String name) {
        return get.apply("/api/decisions/" + id(name));
    }

    JsonNode decision(String name, String asAt) {
        return get.apply("/api/decisions/" + id(name) + "?asAt=" + asAt);
    }

    JsonNode meeting(String name) {
        return get.apply("/api/meetings/" + id(name));
    }

    /** What the list of a board's decisions tells of one. */
    JsonNode summary(String board, String decision) {
        return decisionsOf(board)
                .filter(one -> one.get("id").stringValue().equals(id(decision)))
                .findFirst()
                .orElseThrow()
                .get("summary");
    }

    /** What the only interest of somebody that was declared late touched meanwhile. */
    JsonNode impact(String person) {
        String interests = "/api/people/" + id(person) + "/interests";
        List<JsonNode> late = get.apply(interests)
                .get("interests")
                .valueStream()
                .filter(one -> one.get("late").booleanValue())
                .toList();
        if (late.size() != 1) {
            throw new AssertionError(person + " declared late " + late.size() + " times");
        }
        return get.apply(interests + "/" + late.getFirst().get("id").stringValue() + "/impact");
    }

    static List<String> decisions(JsonNode impact) {
        return impact.get("decisions")
                .valueStream()
                .map(one -> one.get("decision").stringValue())
                .toList();
    }

    static String tally(JsonNode decision) {
        JsonNode tally = decision.at("/record/tally");
        return "%d-%d, %d abstained, %d disagreed"
                .formatted(
                        tally.get("inFavour").intValue(),
                        tally.get("against").intValue(),
                        tally.get("abstained").intValue(),
                        tally.get("disagreed").intValue());
    }

    private Stream<JsonNode> decisionsOf(String board) {
        return get.apply("/api/boards/" + id(board) + "/decisions").get("items").valueStream();
    }
}
