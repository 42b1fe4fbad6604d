package org.probity.board.command;

import static org.probity.command.Rule.Source.CD;
import static org.probity.command.Rule.Source.GC;
import static org.probity.command.Rule.Source.P;
import static org.probity.command.Rule.Source.YH;

import org.probity.command.Rule;

/** The rules that keep terms of reference, seats, chairs and deputies, and what a board reports. */
public enum BoardRule implements Rule {
    QUORUM_BELOW_FLOOR(
            "The quorum of a statutory board is {numerator}/{denominator} of its seats at least, with {officers} officers"
                    + " and {nonOfficers} non-officers.",
            GC),
    QUORUM_IMPOSSIBLE("The quorum asks for {members} of capacity {capacity}, more than can ever vote.", P),
    SEATS_NOT_STATED("Where vacancies count, the terms state with how many voting seats the board is constituted.", P),
    SEATS_FULL("All {seats} voting seats are filled on some day of the term.", P),
    SEATS_BELOW_FILLED("{filled} voting seats are filled on one day, today or later: more than {seats}.", P),
    NO_SEAT_TO_SHARE("The other has no voting seat of the same capacity throughout the term.", P),
    SEAT_SHARED_ALREADY("Two share a seat, and somebody else shares it on some day of the term.", P),
    LEADS_SHARE_POSTS("Leads and champions share a seat by sharing the post it comes with.", P),
    ADVISES_ONLY("A clinical advisory group advises; it does not decide.", YH),
    DERIVED_MEMBERSHIP(
            "Clinical leads in post are the voting members of a clinical advisory group; others join it without a vote.",
            YH),
    ALREADY_A_MEMBER("The person has a seat on some day of the term already.", P),
    NOT_A_MEMBER("The person has no seat on the board throughout that time.", P),
    STRAND_WITHOUT_POST("Only the seat of a clinical lead or champion belongs to a strand.", P),
    SUPPORT_STAFF_DO_NOT_VOTE("Support staff sit on a board without a vote.", YH),
    CHAIR_ALREADY_APPOINTED("Another chair is appointed for some day of the term.", P),
    DEPUTY_ALREADY_APPOINTED("Another deputy is appointed for some day of the term.", P),
    DEPUTY_IS_CHAIR("Nobody is chair and deputy of a board on the same day.", P),
    SEAT_NOT_EXTENDED(
            "A seat is extended with the post it came with, from {until}, the end of both, to a later one.", P),
    NOT_ACCOUNTABLE("The board is accountable to no other board.", CD),
    FIRST_DUE_PASSED("The first report of a cycle is due on a day to come.", P),
    REPORT_NOT_ASKED_FOR("Report {report} is neither due nor the next to fall due.", P),
    REPORT_SUBMITTED_ALREADY("Report {report} was submitted already.", P),
    REPORT_WITHOUT_DOCUMENT("A report is a document at least.", P),
    PERIOD_NOT_OVER("A report covers a period that is over.", P),
    PERIOD_REPORTED_ALREADY("Report {report} covers some day of the period already.", P),
    NO_SUCH_REPORT("The board submitted no report {report}.", P),
    REPORT_RECEIVED_ALREADY("Report {report} was received already.", P),
    MEETING_OF_ANOTHER_BOARD("A report is received at a meeting of the board it was submitted to, {board}.", P),
    MEETING_BEFORE_REPORT("The meeting was over before the report was submitted.", P);

    private final Wording wording;

    BoardRule(String sentence, Source source) {
        this.wording = new Wording(sentence, source);
    }

    @Override
    public Wording wording() {
        return wording;
    }
}
