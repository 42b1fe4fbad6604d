package org.probity.audit.event;

import org.jspecify.annotations.Nullable;
import org.probity.event.Event;
import org.probity.id.BoardId;
import org.probity.id.FindingId;
import org.probity.id.OrganisationCode;
import org.probity.id.PersonId;
import org.probity.id.SampleId;

/**
 * The story of one finding of a reviewer, kept apart from the story of what it is about. Texts name nobody. Every event
 * says what the finding is about, because it is closed to those to whom that is closed.
 */
public sealed interface FindingEvent extends Event {

    FindingId finding();

    FindingSubject about();

    @Override
    default String stream() {
        return finding().stream();
    }

    /**
     * A reviewer found something.
     *
     * @param board whose decision, meeting or own case it is about; null if it is about a campaign
     * @param sample the sample that brought it up, if one did
     */
    record FindingRecorded(
            FindingId finding,
            FindingSubject about,
            OrganisationCode body,
            @Nullable BoardId board,
            @Nullable SampleId sample,
            FindingGrade grade,
            String text,
            PersonId recordedBy)
            implements FindingEvent {}

    /** The body says what it makes of it. */
    record FindingAnswered(FindingId finding, FindingSubject about, String text, PersonId answeredBy)
            implements FindingEvent {}
}
