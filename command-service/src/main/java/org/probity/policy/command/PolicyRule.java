package org.probity.policy.command;

import org.probity.command.Rule;

/** The rules that keep what bodies adopt. */
public enum PolicyRule implements Rule {
    PACK_NOT_NEWER("pack-not-newer", "A rule pack of version {version} is known already.", "P"),
    PACK_BACKDATED("pack-backdated", "A rule pack never applies before it is recorded: {from} is before {today}.", "P"),
    AIMS_REQUIRED("aims-required", "At least one aim is required.", "P");

    private final String code;
    private final String sentence;
    private final String source;

    PolicyRule(String code, String sentence, String source) {
        this.code = code;
        this.sentence = sentence;
        this.source = source;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public String sentence() {
        return sentence;
    }

    @Override
    public String source() {
        return source;
    }
}
