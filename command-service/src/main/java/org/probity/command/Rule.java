package org.probity.command;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A named rule of the domain, implemented by one enum a context. Its code is what a client sees and what the log
 * keeps when the rule refuses a command.
 */
public interface Rule {

    /** Stable code in kebab case, such as {@code strand-full}. */
    String code();

    /** What the rule demands, as one sentence; {@code {name}} stands for a detail of the refusal. */
    String sentence();

    /** Where the rule comes from: YH, CD, GC or P, as the glossary explains. */
    String source();

    /**
     * Refuses the command if the condition is true.
     *
     * @param details names and values, in turns: ids and numbers only, never prose or personal data
     * @throws RuleRefusal if it is
     */
    default void refuseIf(boolean condition, @Nullable Object... details) {
        if (condition) {
            throw refusal(details);
        }
    }

    /** The refusal itself, for a place where a condition alone does not say it. */
    default RuleRefusal refusal(@Nullable Object... details) {
        Map<String, String> named = new LinkedHashMap<>();
        for (int i = 0; i + 1 < details.length; i += 2) {
            named.put(String.valueOf(details[i]), String.valueOf(details[i + 1]));
        }
        return new RuleRefusal(this, named);
    }
}
