package org.probity.board.command;

import static org.probity.command.Rule.Source.*;

import org.probity.command.Rule;

/** The rules that keep minutes. */
public enum MinutesRule implements Rule {
    MEETING_NOT_OVER("There are no minutes to circulate before the meeting is over.", P),
    MINUTES_NOT_CIRCULATED("Minutes are circulated before they are corrected or approved.", GC),
    MINUTES_CHANGED(
            "The minutes were corrected, or what happened was, since version {version} was circulated: circulate them again.",
            P),
    MINUTES_APPROVED("Approved minutes stay as they are.", GC),
    NOT_A_LATER_MEETING("Minutes are approved by a meeting of the same board that opened after theirs was over.", GC);

    private final Wording wording;

    MinutesRule(String sentence, Source source) {
        this.wording = new Wording(sentence, source);
    }

    @Override
    public Wording wording() {
        return wording;
    }
}
