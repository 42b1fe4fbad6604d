package org.probity.meeting.query;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.probity.board.event.ConflictGround;
import org.probity.id.InterestId;
import org.probity.id.PersonId;
import org.probity.interests.event.Mitigation;
import org.probity.meeting.query.MatterTables.Conflict;

/**
 * A conflict in a matter. What was asked and declared, and why it was decided so is for the person and for those who belong to the
 * board; that somebody stepped out, and how far, is for everybody who reads the matter.
 *
 * @param suggested what they were asked about: their employer, or an interest they declared
 * @param denied their answer, if they see no conflict
 * @param interest the declared interest it comes from, if it is one
 * @param declared when it was declared; null where it was decided without
 * @param undecided whether it waits for whoever presides
 * @param mitigation how far it keeps them out of the matter; null where it does not
 * @param decidedBy who decided last
 */
public record ConflictFound(
        PersonId person,
        @Nullable String name,
        List<ConflictGround> suggested,
        @Nullable String denied,
        @Nullable InterestId interest,
        @Nullable String description,
        @Nullable Instant declared,
        boolean undecided,
        @Nullable Mitigation mitigation,
        @Nullable String reason,
        @Nullable Named decidedBy,
        @Nullable Instant decided) {

    static ConflictFound of(Conflict conflict, Names names, boolean all) {
        PersonId by = conflict.decidedBy();
        return new ConflictFound(
                conflict.person(),
                names.name(conflict.person()),
                all ? conflict.suggested() : List.of(),
                all ? conflict.denied() : null,
                all ? conflict.interest() : null,
                all ? conflict.description() : null,
                conflict.declared(),
                conflict.undecided(),
                conflict.mitigation(),
                all ? conflict.reason() : null,
                by == null ? null : names.of(by),
                conflict.decided());
    }
}
