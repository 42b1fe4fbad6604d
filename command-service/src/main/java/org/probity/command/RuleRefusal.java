package org.probity.command;

import java.util.Map;

/** A rule refuses a command: nothing of the command happens, and the attempt itself is recorded. */
public final class RuleRefusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Rule rule;
    private final transient Map<String, String> details;

    RuleRefusal(Rule rule, Map<String, String> details) {
        super(rule.code(), null, false, false);
        this.rule = rule;
        this.details = Map.copyOf(details);
    }

    /** The rule that refuses. */
    public Rule rule() {
        return rule;
    }

    /** Ids and numbers that explain the refusal, by name. */
    public Map<String, String> details() {
        return details;
    }
}
