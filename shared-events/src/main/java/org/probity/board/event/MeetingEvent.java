package org.probity.board.event;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.probity.event.Event;
import org.probity.event.Personal;
import org.probity.id.BoardId;
import org.probity.id.DecisionId;
import org.probity.id.MatterId;
import org.probity.id.MeetingId;
import org.probity.id.OrganisationCode;
import org.probity.id.PersonId;
import org.probity.id.RulePackVersion;
import org.probity.interests.event.Mitigation;

/**
 * The story of one meeting of a board. Times called {@code at} are those at which something took effect in the room;
 * when it was recorded the log says.
 */
public sealed interface MeetingEvent extends Event {

    MeetingId meeting();

    @Override
    default String stream() {
        return meeting().stream();
    }

    /**
     * Notice was given.
     *
     * @param starts announced start
     * @param clearDays clear days of notice, counting neither this day nor that of the meeting
     * @param shortNoticeReason why fewer than the terms of reference ask for; null if there are enough
     */
    record MeetingConvened(
            MeetingId meeting,
            BoardId board,
            OrganisationCode body,
            Instant starts,
            int clearDays,
            @Nullable String shortNoticeReason)
            implements MeetingEvent {}

    /**
     * A matter is on the agenda.
     *
     * @param item its number on the agenda
     * @param title of the matter
     * @param purpose what the board is to do with the matter
     * @param open whether it is taken in public; else it is a private item
     * @param late whether it came later than the notice that the meeting itself needs
     */
    record AgendaItemAdded(
            MeetingId meeting,
            int item,
            MatterId matter,
            String title,
            DecisionKind purpose,
            boolean open,
            List<Document> papers,
            boolean late)
            implements MeetingEvent {
        public AgendaItemAdded {
            papers = List.copyOf(papers);
        }
    }

    record ApologiesSent(MeetingId meeting, PersonId person) implements MeetingEvent {}

    /**
     * The roll is frozen: what happens to seats later on the day changes nothing in this meeting.
     *
     * @param chair who chairs the board on the day, if anybody does
     * @param deputy who deputises, likewise
     * @param present who is there as it opens
     */
    record MeetingOpened(
            MeetingId meeting,
            BoardId board,
            Instant at,
            Roll roll,
            TermsOfReference terms,
            RulePackVersion rulePack,
            @Nullable PersonId chair,
            @Nullable PersonId deputy,
            List<PersonId> present)
            implements MeetingEvent {
        public MeetingOpened {
            present = List.copyOf(present);
        }
    }

    /** {@code item} is the only item they preside over; null for the meeting. */
    record ChairTaken(
            MeetingId meeting,
            PersonId person,
            PresiderRole role,
            @Nullable Integer item,
            Instant at) implements MeetingEvent {}

    record AttendanceRecorded(MeetingId meeting, PersonId person, Movement movement, Instant at)
            implements MeetingEvent {}

    /** Replaces all that was recorded of the person's attendance; decisions that were taken stand. */
    record AttendanceCorrected(
            MeetingId meeting,
            PersonId person,
            List<Presence> present,
            @Personal @Nullable String reason) implements MeetingEvent {
        public AttendanceCorrected {
            present = List.copyOf(present);
        }
    }

    /** What was decided about a conflict in a matter on this agenda; a vote they cast on it and that is open is void. */
    record MemberSteppedOut(MeetingId meeting, MatterId matter, PersonId person, Mitigation mitigation)
            implements MeetingEvent {}

    /** They take part again from a moment on, because the recusal was lifted. */
    record MemberSteppedIn(MeetingId meeting, MatterId matter, PersonId person, Instant at) implements MeetingEvent {}

    record VoteOpened(MeetingId meeting, int item, DecisionId decision, boolean secret, Resolution resolution)
            implements MeetingEvent {}

    /** Replaces what the person cast before. */
    record VoteCast(MeetingId meeting, int item, PersonId person, VoteChoice choice) implements MeetingEvent {}

    /** A ballot paper was handed in; what it says nobody records. */
    record BallotReceived(MeetingId meeting, int item, PersonId person) implements MeetingEvent {}

    /** What one of two tellers counted. */
    record TallyEntered(MeetingId meeting, int item, PersonId teller, Tally tally) implements MeetingEvent {}

    /** As many for it as against it: whoever presides uses the casting vote, or declines to. */
    record VoteTied(
            MeetingId meeting,
            int item,
            DecisionId decision,
            DecisionProcedure procedure,
            Resolution resolution,
            Tally tally,
            List<RecordedVote> votes,
            Instant at)
            implements MeetingEvent {
        public VoteTied {
            votes = List.copyOf(votes);
        }
    }

    /**
     * A vote that is open or tied is void; the item is as if nobody had voted.
     *
     * @param reason why it was abandoned; null where somebody stepped out whose ballot lies in the urn or was counted
     */
    record VoteVoided(MeetingId meeting, int item, @Nullable String reason) implements MeetingEvent {}

    /** {@code choice} is null where whoever presides declined: what was proposed is lost. */
    record CastingVoteGiven(
            MeetingId meeting,
            int item,
            PersonId person,
            @Nullable VoteChoice choice) implements MeetingEvent {}

    record ItemDecided(MeetingId meeting, int item, DecisionId decision, DecisionOutcome outcome, Instant at)
            implements MeetingEvent {}

    record ItemDeferred(MeetingId meeting, int item, String reason) implements MeetingEvent {}

    record ItemReferred(MeetingId meeting, int item, BoardId to, String reason) implements MeetingEvent {}

    /** {@code action} is its number among the meeting's actions; {@code item} the item it arose from. */
    record ActionRaised(
            MeetingId meeting, int action, @Nullable Integer item, PersonId owner, String task, LocalDate due)
            implements MeetingEvent {}

    record ActionCompleted(MeetingId meeting, int action, LocalDate on) implements MeetingEvent {}

    /** The meeting has to ratify a chair's action, or refuse to. */
    record RatificationFellDue(MeetingId meeting, MatterId matter, DecisionId decision) implements MeetingEvent {}

    /** {@code by} is the decision with which it did: carried where it ratified, lost where it refused to. */
    record RatificationConsidered(
            MeetingId meeting, MatterId matter, DecisionId decision, DecisionId by, DecisionOutcome outcome)
            implements MeetingEvent {}

    /** The meeting ended without a quorum for it: it falls due at the next one. */
    record RatificationCarriedOver(MeetingId meeting, MatterId matter, DecisionId decision) implements MeetingEvent {}

    record MeetingClosed(MeetingId meeting, Instant at) implements MeetingEvent {}
}
