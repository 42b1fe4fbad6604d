package org.probity.audit.query;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.probity.audit.event.FindingGrade;
import org.probity.id.BoardId;
import org.probity.id.FindingId;
import org.probity.id.OrganisationCode;
import org.probity.id.PersonId;
import org.probity.id.SampleId;
import org.probity.identity.Actor;
import org.probity.query.Answer;
import org.probity.query.Moment;
import org.probity.query.PageAsked;

/**
 * What can be asked about findings: by reviewers, and by secretaries and chairs of the body or of the board it is about.
 * A finding is closed to whom what it is about is closed.
 */
public sealed interface FindingQuery {

    /** The findings about a body that the asker may read of, the newest first. */
    record FindFindings(OrganisationCode body, Moment moment, PageAsked page, Actor actor) implements FindingQuery {}

    /** One finding. */
    record FindFinding(FindingId finding, Moment moment, Actor actor) implements FindingQuery {}

    /** Findings; {@code withheld} is how many more there are that are closed to the asker. */
    record FindingsFound(
            List<FindingListed> items, @Nullable String next, int withheld, long position, Instant asAt)
            implements Answer {}

    /**
     * One finding.
     *
     * @param finding null where it is closed to the asker
     */
    record FindingFound(FindingId id, @Nullable FindingListed finding, long position, Instant asAt) implements Answer {}

    /**
     * A finding, and what the body answered.
     *
     * @param about the stream of a decision, a meeting, a board or a campaign
     * @param board null if it is about a campaign
     * @param sample the sample that brought it up, if one did
     */
    record FindingListed(
            FindingId id,
            String about,
            OrganisationCode body,
            @Nullable BoardId board,
            @Nullable SampleId sample,
            FindingGrade grade,
            String text,
            PersonId recordedBy,
            @Nullable String recordedByName,
            Instant recorded,
            @Nullable String answer,
            @Nullable PersonId answeredBy,
            @Nullable Instant answered) {}
}
