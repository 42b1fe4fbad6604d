package org.probity.audit.command;

import static org.probity.command.Rule.Source.*;

import org.probity.command.Rule;

/** The rules that keep what reviewers write. */
public enum AuditRule implements Rule {
    OWN_CASE("Nobody records a finding about what they took part in themselves.", GC),
    SAMPLE_OF_ANOTHER_BODY("The sample was drawn from the decisions of another body, {body}.", P),
    FINDING_ANSWERED("The finding is answered already.", P);

    private final Wording wording;

    AuditRule(String sentence, Source source) {
        this.wording = new Wording(sentence, source);
    }

    @Override
    public Wording wording() {
        return wording;
    }
}
