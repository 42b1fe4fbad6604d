package org.probity.board.command;

import static org.probity.command.Rule.Source.*;

import org.probity.command.Rule;

/** The rules that keep matters and what is decided about conflicts in them. */
public enum MatterRule implements Rule {
    WITHDRAWN_FROM_MATTER("Whoever withdrew from a matter takes no part in it, in whatever role.", GC),
    CONFLICT_UNDECIDED("A declared or suggested conflict of {person} is not decided yet.", GC),
    NO_CONFLICT_TO_DECIDE("No conflict of the person is to be decided.", P),
    NOT_RECUSED("The person takes full part in the matter already.", P),
    RECUSED_ALREADY("The same is decided about the person already.", P),
    NOT_PRESIDING(
            "Whoever presides decides on conflicts and conduct; on the presider's own conflict, the deputy does.", GC),
    MATTER_NOT_BEFORE_BOARD("The matter is before another board, {board}.", P),
    REFERRED_TO_ITSELF("A board refers a matter to another board.", P);

    private final Wording wording;

    MatterRule(String sentence, Source source) {
        this.wording = new Wording(sentence, source);
    }

    @Override
    public Wording wording() {
        return wording;
    }
}
