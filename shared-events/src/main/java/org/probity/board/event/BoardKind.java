package org.probity.board.event;

/** What sort of board it is; the voting roll of a clinical advisory group is derived from the leads in post. */
public enum BoardKind {
    PATHWAY_DELIVERY_BOARD,
    CLINICAL_ADVISORY_GROUP,
    CLINICAL_REFERENCE_CORE_GROUP,
    PROFESSIONAL_EXECUTIVE_COMMITTEE,
    STATUTORY_BOARD;

    /** Whether its voting members follow from the posts instead of seats. */
    public boolean hasDerivedRoll() {
        return this == CLINICAL_ADVISORY_GROUP;
    }
}
