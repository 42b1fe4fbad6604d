package org.probity.meeting.query;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.probity.board.event.BoardCapacity;
import org.probity.board.event.DecisionKind;
import org.probity.board.event.DecisionOutcome;
import org.probity.board.event.Document;
import org.probity.board.event.Presence;
import org.probity.board.event.PresiderRole;
import org.probity.id.BoardId;
import org.probity.id.DecisionId;
import org.probity.id.MatterId;
import org.probity.id.MeetingId;
import org.probity.id.OrganisationCode;
import org.probity.id.PersonId;
import org.probity.id.RulePackVersion;
import org.probity.identity.Actor;
import org.probity.meeting.query.DecisionQuery.QuorumFound;
import org.probity.meeting.query.MeetingTables.ItemState;
import org.probity.query.Answer;
import org.probity.query.Moment;
import org.probity.query.PageAsked;

/** What can be asked about meetings. */
public sealed interface MeetingQuery {

    /** The meetings of a board, the latest first. */
    record FindMeetingsOf(BoardId board, Moment moment, PageAsked page) implements MeetingQuery {}

    /** One meeting. */
    record FindMeeting(MeetingId meeting, Moment moment, Actor actor) implements MeetingQuery {}

    /**
     * The quorum of each item: before the meeting as it is to be expected, while it goes on as it is. For those who
     * belong to the board.
     */
    record FindQuorum(MeetingId meeting, Moment moment, Actor actor) implements MeetingQuery {}

    /** How far a meeting is. */
    enum MeetingState {
        CONVENED,
        OPEN,
        CLOSED
    }

    /** The meetings of a board. */
    record MeetingsFound(
            List<MeetingListed> items, @Nullable String next, long position, Instant asAt) implements Answer {}

    /**
     * A meeting in a list.
     *
     * @param shortNotice whether there was less notice than the terms of reference ask for
     */
    record MeetingListed(MeetingId id, Instant starts, MeetingState state, boolean shortNotice, int items) {}

    /**
     * A meeting.
     *
     * @param clearDays clear days of notice
     * @param shortNoticeReason why there were fewer than the terms of reference ask for; null if there were enough
     * @param roll what was frozen as it opened; null before
     * @param attendance who was there, and who sent apologies
     */
    record MeetingFound(
            MeetingId id,
            BoardId board,
            String boardName,
            OrganisationCode body,
            MeetingState state,
            Instant starts,
            int clearDays,
            @Nullable String shortNoticeReason,
            @Nullable RollFound roll,
            List<PresiderFound> presiders,
            List<AttendanceFound> attendance,
            List<ItemFound> agenda,
            List<ActionFound> actions,
            @Nullable Instant closed,
            long position,
            Instant asAt)
            implements Answer {}

    /**
     * The roll of a meeting.
     *
     * @param required how many voting seats make a quorum
     */
    record RollFound(
            Instant opened,
            List<RollMemberFound> members,
            int votingSeats,
            int required,
            @Nullable Named chair,
            @Nullable Named deputy,
            RulePackVersion rulePack) {}

    /** Somebody on the roll; {@code seat} is null for who does not vote, and the same for two who share a seat. */
    record RollMemberFound(
            PersonId person,
            @Nullable String name,
            BoardCapacity capacity,
            @Nullable Integer seat) {}

    /** Somebody took the chair; {@code item} is null for the meeting. */
    record PresiderFound(
            PersonId person,
            @Nullable String name,
            PresiderRole role,
            @Nullable Integer item,
            Instant at) {}

    /** When somebody was there; {@code correction} is why it was corrected, for those who belong to the board. */
    record AttendanceFound(
            PersonId person,
            @Nullable String name,
            boolean apologies,
            List<Presence> present,
            @Nullable String correction) {}

    /**
     * An item of the agenda.
     *
     * @param title null where it is taken in private and closed to the asker
     * @param outcome to whoever withdrew from the matter only once it is published
     * @param closed why nothing more is told; null where all is
     */
    record ItemFound(
            int item,
            MatterId matter,
            boolean open,
            @Nullable String title,
            @Nullable DecisionId decision,
            @Nullable DecisionOutcome outcome,
            @Nullable Closed closed,
            @Nullable ConflictFound own,
            @Nullable ItemDetail detail) {}

    /**
     * What is told of an item.
     *
     * @param late whether it came later than the notice that the meeting itself needs
     * @param reason why it was deferred or referred
     * @param steppedOut whose conflict keeps them out of the matter now, and how far
     */
    record ItemDetail(
            DecisionKind purpose,
            ItemState state,
            List<Document> papers,
            boolean late,
            @Nullable String reason,
            @Nullable BoardId referredTo,
            List<ConflictFound> steppedOut) {}

    /** Something to be done; nothing else is told where the item it arose from is closed to the asker. */
    record ActionFound(
            int action,
            @Nullable Integer item,
            @Nullable Named owner,
            @Nullable String task,
            @Nullable LocalDate due,
            @Nullable LocalDate completed) {}

    /**
     * The quorum of a meeting.
     *
     * @param forecast whether it is what is to be expected, from the seats on the day, apologies and conflicts; else it
     *     counts who is there
     */
    record MeetingQuorum(MeetingId meeting, boolean forecast, List<ItemQuorum> items, long position, Instant asAt)
            implements Answer {}

    /**
     * The quorum of an item; both counts are null where it is closed to the asker.
     *
     * @param expected as conflicts are decided now
     * @param atWorst as if every conflict that is not decided yet kept its holder from voting
     */
    record ItemQuorum(
            int item,
            @Nullable QuorumFound expected,
            @Nullable QuorumFound atWorst,
            List<MissingFound> missing,
            @Nullable Closed closed) {}

    /** A holder of a voting seat who does not count, or may not. */
    record MissingFound(PersonId person, @Nullable String name, MissingBecause because) {}

    /** Why somebody does not count. */
    enum MissingBecause {
        APOLOGIES,
        ABSENT,
        CONFLICT,
        CONFLICT_UNDECIDED
    }
}
