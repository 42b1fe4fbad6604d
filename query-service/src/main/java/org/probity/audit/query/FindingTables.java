package org.probity.audit.query;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.probity.audit.event.FindingGrade;
import org.probity.event.Term;
import org.probity.id.BoardId;
import org.probity.id.FindingId;
import org.probity.id.OrganisationCode;
import org.probity.id.PersonId;
import org.probity.id.SampleId;
import org.probity.id.Sha256;
import org.probity.query.ReadTables;
import org.probity.query.VersionedTable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** The read tables of what reviewers draw and find. */
@Component
record FindingTables(VersionedTable<Drawn> samples, VersionedTable<Found> findings) {

    @Autowired
    FindingTables(ReadTables tables) {
        this(tables.versioned("sample", Drawn.class, "id"), tables.versioned("finding", Found.class, "id"));
    }

    /**
     * A sample.
     *
     * @param drawnAt the last position it was drawn from
     */
    record Drawn(
            SampleId id,
            OrganisationCode body,
            LocalDate termFrom,
            @Nullable LocalDate termUntil,
            int size,
            Sha256 seed,
            long drawnAt,
            PersonId drawnBy) {

        Term period() {
            return new Term(termFrom, termUntil);
        }
    }

    /** A finding, and what the body answered; {@code about} is a stream. */
    record Found(
            FindingId id,
            String about,
            OrganisationCode body,
            @Nullable BoardId board,
            @Nullable SampleId sample,
            FindingGrade grade,
            String text,
            PersonId recordedBy,
            Instant recorded,
            @Nullable String answer,
            @Nullable PersonId answeredBy,
            @Nullable Instant answered) {

        Found answered(String with, PersonId by, Instant at) {
            return new Found(id, about, body, board, sample, grade, text, recordedBy, recorded, with, by, at);
        }
    }
}
