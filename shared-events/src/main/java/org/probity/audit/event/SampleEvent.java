package org.probity.audit.event;

import org.probity.event.Event;
import org.probity.event.Term;
import org.probity.id.OrganisationCode;
import org.probity.id.PersonId;
import org.probity.id.SampleId;
import org.probity.id.Sha256;

/** The story of one sample of the decisions of a body. */
public sealed interface SampleEvent extends Event {

    SampleId sample();

    @Override
    default String stream() {
        return sample().stream();
    }

    /**
     * A sample was drawn from what the log held at a position; which decisions it selects, {@link SampleSelection} says.
     *
     * @param period the days of the decisions it is drawn from
     * @param size how many are selected, if there are as many
     * @param seed nobody's choice: the SHA-256 of the id of the event at the position, a space and the position
     * @param position of the last event in the log as it was drawn
     */
    record SampleDrawn(
            SampleId sample, OrganisationCode body, Term period, int size, Sha256 seed, long position, PersonId drawnBy)
            implements SampleEvent {}
}
