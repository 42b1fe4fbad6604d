package org.probity.audit.query;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.probity.campaign.query.PanelWork.CandidateScored;
import org.probity.campaign.query.PanelWork.PanelSat;
import org.probity.id.InterestId;
import org.probity.id.PersonId;
import org.probity.identity.Actor;
import org.probity.interests.query.InterestQuery.InterestFound;
import org.probity.meeting.query.DecisionsTouched.DecisionTouched;
import org.probity.query.Answer;
import org.probity.query.Moment;

/** What can be asked about the impact of an interest that nobody knew of yet. */
public sealed interface ImpactQuery {

    /**
     * Everything that the holder of an interest had a part in from the day it arose until it was declared: for
     * themselves, for reviewers, and for secretaries and officers of a body they hold an office of, as far as that body
     * goes.
     */
    record FindImpact(PersonId person, InterestId interest, Moment moment, Actor actor) implements ImpactQuery {}

    /**
     * What the holder had a part in meanwhile.
     *
     * @param declaredAt when the log recorded the declaration
     * @param withheld how many more there are that are closed to the asker; of matters they withdrew from none is counted
     */
    record ImpactFound(
            PersonId person,
            @Nullable String name,
            InterestFound interest,
            Instant declaredAt,
            List<DecisionTouched> decisions,
            List<CandidateScored> scorecards,
            List<PanelSat> panels,
            int withheld,
            long position,
            Instant asAt)
            implements Answer {}
}
