package org.probity.meeting.query;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.probity.board.event.DecisionKind;
import org.probity.board.event.DecisionOutcome;
import org.probity.board.event.StatedEffect;
import org.probity.id.BoardId;
import org.probity.id.DecisionId;
import org.probity.id.MatterId;
import org.probity.id.MatterKind;
import org.probity.id.MeetingId;
import org.probity.identity.Actor;
import org.probity.meeting.query.MeetingTables.ItemState;
import org.probity.query.Answer;
import org.probity.query.Moment;
import org.probity.query.PageAsked;

/** What can be asked about matters. Before a matter is on the agenda of a public item, only the board reads it. */
public sealed interface MatterQuery {

    /** The matters that are before a board, the newest first. */
    record FindMattersOf(BoardId board, Moment moment, PageAsked page, Actor actor) implements MatterQuery {}

    /** One matter. */
    record FindMatter(MatterId matter, Moment moment, Actor actor) implements MatterQuery {}

    /** The matters before a board. */
    record MattersFound(List<MatterListed> items, @Nullable String next, long position, Instant asAt)
            implements Answer {}

    /**
     * A matter in a list.
     *
     * @param title null where it is taken in private and closed to the asker
     * @param kind null where the matter is closed to the asker
     */
    record MatterListed(
            MatterId id,
            @Nullable String title,
            @Nullable MatterKind kind,
            @Nullable Closed closed) {}

    /**
     * A matter.
     *
     * @param title null where it is taken in private and closed to the asker
     * @param closed why nothing more is told; null where all is
     * @param own the asker's conflict in it
     * @param decisions what was decided; to whoever withdrew, once it is published
     */
    record MatterFound(
            MatterId id,
            @Nullable String title,
            @Nullable Closed closed,
            @Nullable ConflictFound own,
            List<DecisionOfMatter> decisions,
            @Nullable MatterDetail detail,
            long position,
            Instant asAt)
            implements Answer {}

    /** A decision that was taken on a matter; {@code meeting} is null for a chair's action. */
    record DecisionOfMatter(DecisionId id, @Nullable MeetingId meeting, DecisionOutcome outcome) {}

    /**
     * What is told of a matter.
     *
     * @param board the board it is before
     * @param conflicts of whom it keeps out or asks, by name only for those who belong to the board
     * @param considered the agendas it was on, in their order
     */
    record MatterDetail(
            BoardId board,
            String boardName,
            MatterKind kind,
            List<StatedEffect> effects,
            Instant raised,
            List<ConflictFound> conflicts,
            List<Consideration> considered) {}

    /** A matter on an agenda. */
    record Consideration(
            MeetingId meeting, BoardId board, Instant starts, int item, DecisionKind purpose, ItemState state) {}
}
