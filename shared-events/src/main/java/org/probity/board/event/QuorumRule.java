package org.probity.board.event;

/** The fraction of voting seats that must be present and entitled to vote. */
public record QuorumRule(int numerator, int denominator) {

    /**
     * @throws IllegalArgumentException when it is no fraction above 0 and up to 1
     */
    public QuorumRule {
        if (numerator < 1 || denominator < numerator) {
            throw new IllegalArgumentException("a quorum is a fraction above 0 and up to 1");
        }
    }

    /** Whether it is as great a fraction as another, or a greater one. */
    public boolean isAtLeast(QuorumRule other) {
        return (long) numerator * other.denominator >= (long) other.numerator * denominator;
    }

    /** How many members a quorum takes: the fraction of the voting seats on the day, rounded up, and at least one. */
    public int required(int votingSeats) {
        return Math.max(1, Math.toIntExact(Math.ceilDiv((long) votingSeats * numerator, (long) denominator)));
    }
}
