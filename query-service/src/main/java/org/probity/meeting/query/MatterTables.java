package org.probity.meeting.query;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.probity.board.event.ConflictGround;
import org.probity.board.event.StatedEffect;
import org.probity.id.BoardId;
import org.probity.id.InterestId;
import org.probity.id.MatterId;
import org.probity.id.MatterKind;
import org.probity.id.PersonId;
import org.probity.interests.event.Mitigation;
import org.probity.query.ReadTables;
import org.probity.query.VersionedTable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** The read tables of matters. Personal columns are null once the person is erased. */
@Component
public record MatterTables(VersionedTable<Matter> matters, VersionedTable<Conflict> conflicts) {

    @Autowired
    MatterTables(ReadTables tables) {
        this(
                tables.versioned("matter", Matter.class, "id"),
                tables.versioned("matter_conflict", Conflict.class, "matter", "person"));
    }

    /**
     * A matter.
     *
     * @param board the board it is before
     */
    public record Matter(
            MatterId id, BoardId board, MatterKind kind, String title, List<StatedEffect> effects, Instant raised) {

        Matter before(BoardId other) {
            return new Matter(id, other, kind, title, effects, raised);
        }

        Matter withEffects(List<StatedEffect> stated) {
            return new Matter(id, board, kind, title, stated, raised);
        }
    }

    /**
     * Somebody's conflict in a matter: what they were asked, what they declared or answered last, and what is decided.
     *
     * @param suggested what they were asked about
     * @param denied their answer, if they see no conflict
     * @param interest the declared interest it comes from, if it is one
     * @param declared when they declared it; null where it was decided without
     * @param undecided whether what they were asked or declared waits for whoever presides
     * @param mitigation how far it keeps them out of the matter; null where it does not
     * @param reason of the last thing that was decided
     */
    public record Conflict(
            MatterId matter,
            PersonId person,
            List<ConflictGround> suggested,
            @Nullable String denied,
            @Nullable InterestId interest,
            @Nullable String description,
            @Nullable Instant declared,
            boolean undecided,
            @Nullable Mitigation mitigation,
            @Nullable String reason,
            @Nullable PersonId decidedBy,
            @Nullable Instant decided) {

        static final List<String> PERSONAL = List.of("denied", "description", "reason");

        static Conflict none(MatterId matter, PersonId person) {
            return new Conflict(matter, person, List.of(), null, null, null, null, false, null, null, null, null);
        }

        Conflict asked(List<ConflictGround> grounds) {
            List<ConflictGround> all =
                    Stream.concat(suggested.stream(), grounds.stream()).toList();
            return new Conflict(
                    matter,
                    person,
                    all,
                    null,
                    interest,
                    description,
                    declared,
                    true,
                    mitigation,
                    reason,
                    decidedBy,
                    decided);
        }

        Conflict denied(@Nullable String explanation) {
            return new Conflict(
                    matter,
                    person,
                    suggested,
                    explanation,
                    interest,
                    description,
                    declared,
                    undecided,
                    mitigation,
                    reason,
                    decidedBy,
                    decided);
        }

        Conflict declared(@Nullable InterestId from, @Nullable String told, Instant at) {
            return new Conflict(
                    matter, person, suggested, denied, from, told, at, true, mitigation, reason, decidedBy, decided);
        }

        Conflict decided(@Nullable Mitigation found, @Nullable String why, PersonId by, Instant at) {
            return new Conflict(
                    matter, person, suggested, denied, interest, description, declared, false, found, why, by, at);
        }

        /** What they declared last is no conflict; a recusal from before stands, with its reason. */
        Conflict found(@Nullable String none, PersonId by, Instant at) {
            return mitigation == null
                    ? decided(null, none, by, at)
                    : new Conflict(
                            matter,
                            person,
                            suggested,
                            denied,
                            interest,
                            description,
                            declared,
                            false,
                            mitigation,
                            reason,
                            decidedBy,
                            decided);
        }

        /** Everybody who is in it. */
        List<PersonId> people() {
            return decidedBy == null ? List.of(person) : List.of(person, decidedBy);
        }

        /** Whether the matter is closed to them. */
        boolean closes() {
            return mitigation != null && !mitigation.papers();
        }
    }
}
