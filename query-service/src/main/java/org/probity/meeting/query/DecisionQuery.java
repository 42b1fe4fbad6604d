package org.probity.meeting.query;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.probity.board.event.BoardCapacity;
import org.probity.board.event.DecisionKind;
import org.probity.board.event.DecisionOutcome;
import org.probity.board.event.DecisionProcedure;
import org.probity.board.event.QuorumCount;
import org.probity.board.event.QuorumCount.CapacityCount;
import org.probity.board.event.Resolution;
import org.probity.board.event.Tally;
import org.probity.board.event.VoteChoice;
import org.probity.id.BoardId;
import org.probity.id.DecisionId;
import org.probity.id.MatterId;
import org.probity.id.MeetingId;
import org.probity.id.PersonId;
import org.probity.id.RulePackVersion;
import org.probity.identity.Actor;
import org.probity.interests.query.InterestQuery.InterestFound;
import org.probity.meeting.query.MeetingTables.Ratification;
import org.probity.meeting.query.MeetingTables.Superseded;
import org.probity.query.Answer;
import org.probity.query.Moment;
import org.probity.query.PageAsked;

/** What can be asked about decisions. */
public sealed interface DecisionQuery {

    /** What a board decided, the newest first; to whoever withdrew from a matter, once it is published. */
    record FindDecisionsOf(BoardId board, Moment moment, PageAsked page, Actor actor) implements DecisionQuery {}

    /** The record of one decision; to whoever withdrew from its matter it is unknown until it is published. */
    record FindDecision(DecisionId decision, Moment moment, Actor actor) implements DecisionQuery {}

    /** Decisions of a board. */
    record DecisionsFound(
            List<DecisionListed> items, @Nullable String next, long position, Instant asAt) implements Answer {}

    /**
     * A decision in a list.
     *
     * @param title of the matter; null where it is taken in private and closed to the asker
     * @param outcome null while it is closed to the asker
     * @param closed why nothing more is told; null where all is
     */
    record DecisionListed(
            DecisionId id,
            MatterId matter,
            @Nullable String title,
            @Nullable DecisionOutcome outcome,
            @Nullable DecisionSummary summary,
            @Nullable Closed closed) {}

    /**
     * What a list tells of a decision.
     *
     * @param procedure how the meeting decided; null for a chair's action
     * @param ratified what a meeting said of a chair's action; null before, and where it was a meeting that decided
     */
    record DecisionSummary(
            DecisionKind kind,
            @Nullable DecisionProcedure procedure,
            String wording,
            Instant at,
            LocalDate effective,
            @Nullable Tally tally,
            @Nullable Boolean ratified,
            @Nullable DecisionId supersededBy) {}

    /**
     * A decision.
     *
     * @param title of the matter; null where it is taken in private and closed to the asker
     * @param outcome null where it is closed to the asker: to whoever withdrew from the matter it is told once it is
     *     published
     * @param closed why nothing more is told; null where all is
     * @param own the asker's conflict in the matter
     * @param record how a meeting took it
     * @param action how chair and chief officer took it between meetings
     * @param since what became of it
     */
    record DecisionFound(
            DecisionId id,
            BoardId board,
            String boardName,
            MatterId matter,
            @Nullable String title,
            @Nullable DecisionOutcome outcome,
            @Nullable Closed closed,
            @Nullable ConflictFound own,
            @Nullable DecisionRecord record,
            @Nullable ActionRecord action,
            @Nullable Since since,
            long position,
            Instant asAt)
            implements Answer {}

    /**
     * Everything that shows how a decision was taken, as it was known when it was.
     *
     * @param open whether it was taken in public
     * @param at the moment in the meeting
     * @param recordedAt when the log recorded it
     * @param tally null where nobody dissented and nobody voted
     * @param votes who voted how; nobody where the ballot was secret
     * @param dissent who voted against what came of it
     * @param present who was there at that moment, of the roll or not
     * @param steppedOut whose conflict kept them out, how far and why
     * @param declarations what those of the roll who were there or stepped out had declared by then
     */
    record DecisionRecord(
            MeetingId meeting,
            int item,
            boolean open,
            DecisionKind kind,
            DecisionProcedure procedure,
            Instant at,
            Instant recordedAt,
            Named presider,
            Resolution resolution,
            @Nullable Tally tally,
            List<VoteFound> votes,
            @Nullable VoteChoice castingVote,
            List<Named> dissent,
            List<PresentFound> present,
            List<ConflictFound> steppedOut,
            QuorumFound quorum,
            List<DeclarationFound> declarations,
            RulePackVersion rulePack) {}

    /**
     * How chair and chief officer took a decision between meetings.
     *
     * @param open whether the matter is taken in public
     * @param urgency why it could not wait for a meeting
     */
    record ActionRecord(
            boolean open,
            DecisionKind kind,
            Instant at,
            Instant recordedAt,
            Named chair,
            Named chiefOfficer,
            List<Named> consulted,
            String urgency,
            Resolution resolution,
            List<ConflictFound> steppedOut,
            List<DeclarationFound> declarations,
            RulePackVersion rulePack) {}

    /**
     * What became of a decision, and what it did to others.
     *
     * @param answeredBy the decisions of other boards that answer it
     * @param superseded what holds in its place, and why; null while it holds itself
     * @param supersedes the decisions in whose place it holds
     * @param ratification what a meeting said of a chair's action; null before
     * @param ratifies the chair's actions that a meeting ratified with it
     * @param refusesToRatify those it refused to
     */
    record Since(
            List<DecisionId> answeredBy,
            @Nullable Superseded superseded,
            List<DecisionId> supersedes,
            @Nullable Ratification ratification,
            List<DecisionId> ratifies,
            List<DecisionId> refusesToRatify) {}

    /** How somebody voted. */
    record VoteFound(PersonId person, @Nullable String name, VoteChoice choice) {}

    /** Somebody who was there; capacity is null for who is not on the roll. */
    record PresentFound(
            PersonId person,
            @Nullable String name,
            @Nullable BoardCapacity capacity,
            boolean voting) {}

    /**
     * A quorum as it was, or would be, counted at one moment.
     *
     * @param met whether it could be decided
     * @param missing the holders of voting seats that did not count
     */
    record QuorumFound(
            int votingSeats, int required, int counted, boolean met, List<CapacityCount> minima, List<Named> missing) {

        static QuorumFound of(QuorumCount counted, Names names) {
            return new QuorumFound(
                    counted.votingSeats(),
                    counted.required(),
                    counted.counted(),
                    counted.met(),
                    counted.minima(),
                    counted.missing().stream().map(names::of).toList());
        }
    }

    /**
     * What somebody had declared by then. An asker who does not belong to the board reads what the public register
     * lists.
     *
     * @param declared the day of their last declaration; null for none
     * @param upToDate whether it was young enough by the rule pack
     * @param interests in force on the day
     */
    record DeclarationFound(
            PersonId person,
            @Nullable String name,
            @Nullable LocalDate declared,
            boolean upToDate,
            boolean nil,
            List<InterestFound> interests) {}
}
