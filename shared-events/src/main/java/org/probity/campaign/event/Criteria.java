package org.probity.campaign.event;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.probity.id.CriterionCode;

/** The essential criteria of a campaign: each code once, weights that sum to 100. In JSON a plain list. */
public record Criteria(@JsonValue List<Criterion> all) {

    /**
     * @throws IllegalArgumentException when a code occurs twice or the weights do not sum to 100 (so also when empty)
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public Criteria {
        all = List.copyOf(all);
        if (all.stream().map(Criterion::code).distinct().count() != all.size()) {
            throw new IllegalArgumentException("a criterion code may occur only once");
        }
        int sum = all.stream().mapToInt(Criterion::weight).sum();
        if (sum != 100) {
            throw new IllegalArgumentException("the weights of the criteria sum to 100, not " + sum);
        }
    }

    public static Criteria of(Criterion... criteria) {
        return new Criteria(List.of(criteria));
    }

    public Set<CriterionCode> codes() {
        return all.stream().map(Criterion::code).collect(Collectors.toUnmodifiableSet());
    }
}
