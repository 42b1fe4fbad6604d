package org.probity.board.command;

import org.probity.command.Rule;

/** The rules that keep terms of reference, seats, chairs and deputies. */
public enum BoardRule implements Rule {
    QUORUM_IMPOSSIBLE(
            "quorum-impossible", "The quorum asks for {members} of capacity {capacity}, more than can ever vote.", "P"),
    ADVISES_ONLY("advises-only", "A clinical advisory group advises; it does not decide.", "YH"),
    DERIVED_MEMBERSHIP(
            "derived-membership",
            "Clinical leads in post are the voting members of a clinical advisory group; others join it without a vote.",
            "YH"),
    ALREADY_A_MEMBER("already-a-member", "The person has a seat on some day of the term already.", "P"),
    NOT_A_MEMBER("not-a-member", "The person has no seat on the board throughout that time.", "P"),
    STRAND_WITHOUT_POST(
            "strand-without-post", "Only the seat of a clinical lead or champion belongs to a strand.", "P"),
    SUPPORT_STAFF_DO_NOT_VOTE("support-staff-do-not-vote", "Support staff sit on a board without a vote.", "YH"),
    CHAIR_ALREADY_APPOINTED("chair-already-appointed", "Another chair is appointed for some day of the term.", "P"),
    DEPUTY_ALREADY_APPOINTED("deputy-already-appointed", "Another deputy is appointed for some day of the term.", "P"),
    DEPUTY_IS_CHAIR("deputy-is-chair", "Nobody is chair and deputy of a board on the same day.", "P"),
    NO_SUCH_BOARD("no-such-board", "The strand maps to a board that is not established.", "P"),
    SEAT_NOT_EXTENDED("seat-not-extended", "The new end of the seat is not after {until}.", "P");

    private final String code;
    private final String sentence;
    private final String source;

    BoardRule(String code, String sentence, String source) {
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
