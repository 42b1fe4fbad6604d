package org.probity.board.command;

import static org.probity.command.Rule.Source.P;

import org.probity.command.Rule;

/** The rules that keep chair's actions, their ratification, and what supersedes a decision. */
public enum DecisionRule implements Rule {
    NOT_THE_CHAIR("A chair's action is that of whoever chairs the board on the day, and of nobody in their place.", P),
    NOT_THE_CHIEF_OFFICER("To a chair's action a chief officer on the board agrees, who is not the chair.", P),
    ACTION_NOT_PROPOSED("The chair proposes no such action, or not any more.", P),
    CONFLICTED_IN_MATTER(
            "{person} is conflicted in the matter, and can neither act between meetings nor be consulted on it.", P),
    NOT_TO_BE_CONSULTED(
            "{person} is not among those to consult: who has a voting seat on the day, is no officer, and not the chair.",
            P),
    CONSULTED_TOO_FEW("On a chair's action {needed} non-officers at least are consulted; {consulted} were.", P),
    ACTION_AVOIDS_CONFLICT(
            "For conflicts the board would have no quorum on the matter if all others came: {required} of {seats} voting seats must count, {counted} could. No chair's action gets round that.",
            P),
    BOARD_DECIDED("What the board decided on the matter only a meeting of it decides anew.", P),
    MEETING_DECIDES("A meeting of the board is open and has the matter on its agenda.", P),
    DECISION_NOT_TAKEN("The decision is proposed, not taken.", P),
    RATIFICATION_NOT_DUE("The meeting has no such decision to ratify.", P),
    RATIFICATION_DECIDED("The decision is ratified, or its ratification refused, already.", P),
    RATIFICATION_NOT_CONSIDERED("The meeting neither ratified nor refused to ratify: {decisions}.", P),
    RATIFICATION_AWAITED(
            "Before the board refers a matter on which its chair acted, it ratifies {decision} or refuses to.", P),
    RATIFIES_NOTHING(
            "What ratifies a decision, or refuses to, is decided by the meeting on the same matter and answers it.", P),
    OUTCOME_SAYS_OTHERWISE("What is carried ratifies a decision, what is lost refuses to; this is {outcome}.", P),
    SUPERSEDED_ALREADY("The decision is superseded already, by {by}.", P),
    SUPERSEDED_ITSELF("The decision that is to supersede is itself superseded, by {by}.", P),
    NOT_CARRIED("Only what a meeting carried supersedes a decision.", P),
    NOT_LATER("A decision is superseded by a later one.", P),
    KIND_DIFFERS("A decision of kind {kind} is superseded by one of that kind, or by one that decides.", P),
    NOT_ACCOUNTABLE_TO_BOARD(
            "A decision is superseded by its own board, or by the one that board is accountable to.", P),
    CONFLICTED_TOOK_PART(
            "{person} is kept from voting on the matter, but not on the one that was decided to supersede it.", P);

    private final Wording wording;

    DecisionRule(String sentence, Source source) {
        this.wording = new Wording(sentence, source);
    }

    @Override
    public Wording wording() {
        return wording;
    }
}
