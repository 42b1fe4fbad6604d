package org.probity.command;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** All rules by code. */
@Component
public class RuleBook {

    private final Map<String, Rule> rules = new TreeMap<>();

    /**
     * @throws IllegalArgumentException if two rules share a code
     */
    public RuleBook(List<ContextCatalogue> contexts) {
        Stream<Rule> common = Stream.of(CommonRule.values());
        Stream<Rule> own = contexts.stream().flatMap(context -> context.rules().stream());
        Stream.concat(common, own).forEach(rule -> {
            if (rules.put(rule.code(), rule) != null) {
                throw new IllegalArgumentException("Two rules share the code " + rule.code());
            }
        });
    }

    /** The rules in alphabetical order of their codes. */
    public Collection<Rule> all() {
        return rules.values();
    }

    /** What a refusal means, in a sentence with its details filled in; the code itself for a rule of the past. */
    public String explain(String code, Map<String, String> details) {
        Rule rule = rules.get(code);
        if (rule == null) {
            return code;
        }
        String text = rule.wording().sentence();
        for (var detail : details.entrySet()) {
            text = text.replace("{" + detail.getKey() + "}", detail.getValue());
        }
        return text;
    }
}
