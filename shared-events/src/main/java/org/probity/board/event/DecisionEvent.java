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

/** The story of one decision: what was decided, and what became of it. Why is part of the record, and names nobody. */
public sealed interface DecisionEvent extends Event {

    DecisionId decision();

    /** What it is about. */
    MatterId matter();

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

    /**
     * The chair proposes to act between meetings. It binds nobody until the chief officer agrees.
     *
     * @param urgency why it cannot wait for a meeting; it names nobody
     * @param consulted the members without office that the chair consulted
     */
    record ChairsActionProposed(
            DecisionId decision,
            BoardId board,
            MatterId matter,
            Resolution resolution,
            String urgency,
            PersonId chair,
            List<PersonId> consulted)
            implements DecisionEvent {
        public ChairsActionProposed {
            consulted = List.copyOf(consulted);
        }
    }

    /** The chair does not act after all. */
    record ChairsActionWithdrawn(DecisionId decision, MatterId matter) implements DecisionEvent {}

    /**
     * Chair and chief officer decided a matter between meetings, each with a login of their own.
     *
     * @param at the moment the chief officer agreed
     * @param urgency why it could not wait for a meeting
     * @param steppedOut whose conflict kept them out of the matter, and how far
     * @param rulePack the pack that governed it
     */
    record ChairsActionTaken(
            DecisionId decision,
            OrganisationCode body,
            BoardId board,
            MatterId matter,
            DecisionKind kind,
            Resolution resolution,
            Instant at,
            String urgency,
            PersonId chair,
            PersonId chiefOfficer,
            List<PersonId> consulted,
            List<SteppedOut> steppedOut,
            RulePackVersion rulePack)
            implements DecisionEvent {
        public ChairsActionTaken {
            consulted = List.copyOf(consulted);
            steppedOut = List.copyOf(steppedOut);
        }
    }

    /** A meeting stands behind a chair's action; {@code by} is the decision with which it says so. */
    record DecisionRatified(DecisionId decision, MatterId matter, MeetingId meeting, DecisionId by)
            implements DecisionEvent {}

    /** A meeting does not stand behind a chair's action. What was done under it stays done until it is superseded. */
    record RatificationRefused(DecisionId decision, MatterId matter, MeetingId meeting, DecisionId by, String reason)
            implements DecisionEvent {}

    /** From now on {@code by} holds in its place. */
    record DecisionSuperseded(DecisionId decision, MatterId matter, DecisionId by, String reason)
            implements DecisionEvent {}

    /** It holds in place of {@code earlier}. */
    record EarlierDecisionSuperseded(DecisionId decision, MatterId matter, DecisionId earlier)
            implements DecisionEvent {}
}
