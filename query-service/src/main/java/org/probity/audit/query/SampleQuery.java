package org.probity.audit.query;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.probity.event.Term;
import org.probity.id.OrganisationCode;
import org.probity.id.PersonId;
import org.probity.id.SampleId;
import org.probity.id.Sha256;
import org.probity.identity.Actor;
import org.probity.query.Answer;
import org.probity.query.Moment;

/** What can be asked about samples: by reviewers alone. */
public sealed interface SampleQuery {

    /** One sample and the decisions it selects. */
    record FindSample(SampleId sample, Moment moment, Actor actor) implements SampleQuery {}

    /**
     * A sample.
     *
     * @param seed see {@link org.probity.audit.event.SampleSelection}
     * @param drawnAt the last position of what it was drawn from
     * @param decisions how many there were to draw from; of matters that the asker withdrew from none is counted
     * @param items what it selects, in the order of selection
     * @param withheld how many of those it selects are closed to the asker
     */
    record SampleFound(
            SampleId id,
            OrganisationCode body,
            Term period,
            int size,
            Sha256 seed,
            long drawnAt,
            PersonId drawnBy,
            int decisions,
            List<DecisionSampled> items,
            int withheld,
            long position,
            Instant asAt)
            implements Answer {}

    /**
     * A decision that a sample selects.
     *
     * @param name by which the selection orders it
     * @param subject the stream that tells of it: of the decision, or of the campaign
     * @param at when it was decided
     * @param title of the matter or the campaign
     */
    record DecisionSampled(
            String name,
            String subject,
            Instant at,
            @Nullable String title) {}
}
