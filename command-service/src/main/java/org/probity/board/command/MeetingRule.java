package org.probity.board.command;

import static org.probity.command.Rule.Source.*;

import org.probity.command.Rule;

/** The rules that keep meetings and how they decide. */
public enum MeetingRule implements Rule {
    MEETING_IN_PAST("A meeting is convened for a time to come.", P),
    NOTICE_TOO_SHORT("A meeting needs {needed} clear days of notice, or a reason for less; this has {given}.", GC),
    NOT_DELEGATED("The terms of reference let the board not {purpose} matters of kind {kind}.", GC),
    ITEM_NUMBER_TAKEN("The agenda has an item {item} already.", P),
    ALREADY_ON_AGENDA("The matter is item {item} of this agenda already.", P),
    MEETING_ALREADY_OPEN("The meeting is open already.", P),
    MEETING_NOT_OPEN("The meeting is not open.", P),
    MEETING_OVER("The meeting is over.", P),
    BEFORE_ANNOUNCED_START("No meeting opens before its announced start, {starts}.", GC),
    TIME_OUT_OF_ORDER("In a meeting one thing follows another: not before {earliest}, not after {latest}.", P),
    NO_SUCH_ITEM("The agenda has no such item.", P),
    ITEM_FINISHED("The item is decided, deferred or referred.", P),
    NOT_EXPECTED("Apologies are sent by who belongs to the board.", P),
    NOT_ON_ROLL("The person is not on the roll of the meeting.", P),
    ROLL_NOT_DERIVED("Only the roll of a clinical advisory group follows from the posts, and always does.", YH),
    ALREADY_PRESENT("The person is in the meeting at that time.", P),
    NOT_PRESENT("The person is not in the meeting at that time.", P),
    ANOTHER_PRESIDES("{person} presides: the chair, else the deputy, else whom the meeting elects.", GC),
    OFFICER_PRESIDES("No officer presides over a board.", GC),
    PRESIDER_CONFLICTED("Whoever may not vote on an item does not preside over it.", GC),
    NOBODY_PRESIDES("Nobody who is there presides.", GC),
    INQUORATE(
            "Of {seats} voting seats {required} must be there and free to vote; {counted} are. By capacity: {minima}. Missing: {missing}.",
            GC),
    NOT_ENTITLED_TO_VOTE("{person} has no vote on this item now: not on the roll, not there, or conflicted.", GC),
    COUNTED_TWICE("{person} raises a hand once.", P),
    VOTE_OPEN("A vote on the item is open or tied.", P),
    NO_VOTE_OPEN("No vote on the item is open.", P),
    BALLOT_SECRET("In a secret ballot nobody's choice is recorded.", GC),
    BALLOT_NOT_SECRET("The vote is not secret.", P),
    BALLOT_RECEIVED("A ballot was handed in for the seat already.", P),
    TALLY_MISSING("Two tellers enter what they counted; {entered} have.", GC),
    TALLIES_DIFFER("The tellers counted differently.", GC),
    BALLOTS_MISCOUNTED("{received} ballots were received, {counted} are counted.", GC),
    CASTING_VOTE_NOT_DUE("A casting vote is due only on equality.", GC),
    ITEMS_UNDECIDED("Items are neither decided nor deferred nor referred: {items}.", P),
    ACTION_NUMBER_TAKEN("The meeting has an action {action} already.", P),
    NO_SUCH_ACTION("The meeting has no such action that is open.", P);

    private final Wording wording;

    MeetingRule(String sentence, Source source) {
        this.wording = new Wording(sentence, source);
    }

    @Override
    public Wording wording() {
        return wording;
    }
}
