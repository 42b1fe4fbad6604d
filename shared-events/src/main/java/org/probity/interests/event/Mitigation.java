package org.probity.interests.event;

/** What is done about a conflict of interest, and what its holder may still do in the matter. */
public enum Mitigation {
    NOTE_ONLY(true, true, true, true),
    DISCUSS_NO_VOTE(false, true, false, true),
    WITHDRAW(false, false, false, false),
    NO_PAPERS(false, false, false, false),
    REMOVED_FROM_MATTER(false, false, false, false);

    private final boolean countsForQuorum;
    private final boolean speaks;
    private final boolean votesOrScores;
    private final boolean papers;

    Mitigation(boolean countsForQuorum, boolean speaks, boolean votesOrScores, boolean papers) {
        this.countsForQuorum = countsForQuorum;
        this.speaks = speaks;
        this.votesOrScores = votesOrScores;
        this.papers = papers;
    }

    public boolean countsForQuorum() {
        return countsForQuorum;
    }

    public boolean speaks() {
        return speaks;
    }

    public boolean votesOrScores() {
        return votesOrScores;
    }

    /** Whether the holder still sees the papers of the matter; if not, the whole matter is closed to them. */
    public boolean papers() {
        return papers;
    }

    /** Whether it lets its holder do nothing that another does not let them do. */
    public boolean covers(Mitigation other) {
        return (!papers || other.papers) && (!votesOrScores || other.votesOrScores);
    }
}
