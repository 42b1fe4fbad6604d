package org.probity.board.event;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.probity.event.Event;
import org.probity.id.BoardId;
import org.probity.id.DecisionId;
import org.probity.id.MatterId;
import org.probity.id.MeetingId;
import org.probity.id.OrganisationCode;
import org.probity.id.PersonId;
import org.probity.id.RulePackVersion;

/** The story of one decision: what was decided, and what became of it. */
public sealed interface DecisionEvent extends Event {

    DecisionId decision();

    @Override
    default String stream() {
        return decision().stream();
    }

    /**
     * A meeting decided an item.
     *
     * @param at the moment of the decision in the meeting
     * @param tally how the vote was counted; null where nobody dissented and nobody voted
     * @param votes who voted how; empty where nobody voted or the ballot was secret
     * @param castingVote what whoever presided decided on equality
     * @param present who was there at that moment
     * @param steppedOut whose conflict kept them out of the matter, and how far
     * @param quorum as counted at that moment
     * @param rulePack the pack that governed it
     */
    record DecisionRecorded(
            DecisionId decision,
            OrganisationCode body,
            BoardId board,
            MeetingId meeting,
            int item,
            MatterId matter,
            DecisionKind kind,
            DecisionProcedure procedure,
            DecisionOutcome outcome,
            Resolution resolution,
            Instant at,
            PersonId presider,
            @Nullable Tally tally,
            List<RecordedVote> votes,
            @Nullable VoteChoice castingVote,
            List<PersonId> present,
            List<SteppedOut> steppedOut,
            QuorumCount quorum,
            RulePackVersion rulePack)
            implements DecisionEvent {
        public DecisionRecorded {
            votes = List.copyOf(votes);
            present = List.copyOf(present);
            steppedOut = List.copyOf(steppedOut);
        }
    }
}
