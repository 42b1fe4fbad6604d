package org.probity.scenario;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
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

    /** The ids of the decisions that meetings of a board took with somebody between two days. */
    List<String> decisionsWith(String person, String board, String from, LocalDate until) {
        return decisionsOf(board)
                .map(one -> get.apply("/api/decisions/" + one.get("id").stringValue()))
                .filter(one -> one.at("/record/present")
                        .valueStream()
                        .anyMatch(present -> present.get("person").stringValue().equals(id(person))))
                .filter(one -> {
                    LocalDate day = Instant.parse(one.at("/record/at").stringValue())
                            .atZone(ZoneOffset.UTC)
                            .toLocalDate();
                    return !day.isBefore(LocalDate.parse(from)) && day.isBefore(until);
                })
                .map(one -> one.get("id").stringValue())
                .toList();
    }

    /** The day on which somebody declared the only interest of theirs that came late. */
    LocalDate lateInterest(String person) {
        List<JsonNode> late = get.apply("/api/people/" + id(person) + "/interests")
                .get("interests")
                .valueStream()
                .filter(one -> one.get("late").booleanValue())
                .toList();
        if (late.size() != 1) {
            throw new AssertionError(person + " declared late " + late.size() + " times");
        }
        return LocalDate.parse(late.getFirst().get("declared").stringValue());
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
