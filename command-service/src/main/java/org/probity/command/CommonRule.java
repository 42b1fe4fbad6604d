package org.probity.command;

/** Rules that are the same in every context. */
public enum CommonRule implements Rule {
    ALREADY_EXISTS("already-exists", "Something with this id exists already.", "P");

    private final String code;
    private final String sentence;
    private final String source;

    CommonRule(String code, String sentence, String source) {
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
