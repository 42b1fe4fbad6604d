package org.probity.board.event;

/** How somebody votes. */
public enum VoteChoice {
    FOR,
    AGAINST,
    ABSTAIN
}
