package org.probity.disposal.query;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.probity.id.PersonId;
import org.probity.identity.Actor;
import org.probity.query.Answer;
import org.probity.query.Moment;
import org.probity.query.PageAsked;

/** What can be asked about disposal. */
sealed interface DisposalQuery {

    /** Who could be erased: the data protection officer and reviewers ask. */
    record FindDueForDisposal(Actor actor, Moment moment, PageAsked page) implements DisposalQuery {}

    /** Candidates of whom nothing must be kept any more, the longest due first. */
    record DueForDisposal(List<Due> items, @Nullable String next, long position, Instant asAt) implements Answer {}

    /** A former candidate; {@code since} is the first day on which an erasure would not be refused for retention. */
    record Due(PersonId person, @Nullable String name, LocalDate since) {}
}
