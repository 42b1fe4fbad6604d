package org.probity.command;

import com.google.errorprone.annotations.Immutable;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A named rule of the domain, implemented by one enum a context. Its code is what a client sees and what the log
 * keeps when the rule refuses a command.
 */
public interface Rule {

    /** The constant's name. */
    String name();

    /** What the rule demands, and where it comes from. */
    Wording wording();

    /** Stable code in kebab case, such as {@code strand-full}: the name of the constant, which is therefore never changed. */
    default String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

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

    /**
     * A rule in words.
     *
     * @param sentence what it demands; {@code {name}} stands for a detail of the refusal
     */
    @Immutable
    record Wording(String sentence, Source source) {}

    /** Where a rule comes from. Those by analogy do not bind a health body; those of the product can be changed. */
    enum Source {
        /** A regional strategy for clinical leadership, Yorkshire and the Humber. */
        YH,
        /** A primary care trust's clinical champions, County Durham. */
        CD,
        /** Codes and practice of public appointments and of boards, by analogy. */
        GC,
        /** This product's own. */
        P
    }
}
