package org.probity.policy.command;

import static org.probity.command.Rule.Source.*;

import org.probity.command.Rule;

/** The rules that keep what bodies adopt. */
public enum PolicyRule implements Rule {
    PACK_NOT_NEWER("A rule pack of version {version} is known already.", P),
    PACK_BACKDATED("A rule pack never applies before it is recorded: {from} is before {today}.", P),
    ADOPTION_NOT_DECIDED("A pack is adopted by a decision of the body itself that was carried and holds.", P),
    AIMS_REQUIRED("At least one aim is required.", P),
    AIM_UNKNOWN("The body has no aim {aim}.", YH);

    private final Wording wording;

    PolicyRule(String sentence, Source source) {
        this.wording = new Wording(sentence, source);
    }

    @Override
    public Wording wording() {
        return wording;
    }
}
