package org.probity.meeting.query;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.probity.board.event.DecisionEvent.ChairsActionTaken;
import org.probity.board.event.DecisionEvent.DecisionRecorded;
import org.probity.board.event.DecisionKind;
import org.probity.board.event.DecisionOutcome;
import org.probity.board.event.Document;
import org.probity.board.event.Movement;
import org.probity.board.event.Presence;
import org.probity.board.event.PresiderRole;
import org.probity.board.event.Resolution;
import org.probity.board.event.Roll;
import org.probity.board.event.SteppedOut;
import org.probity.board.event.TermsOfReference;
import org.probity.id.BoardId;
import org.probity.id.DecisionId;
import org.probity.id.MatterId;
import org.probity.id.MeetingId;
import org.probity.id.OrganisationCode;
import org.probity.id.PersonId;
import org.probity.id.RulePackVersion;
import org.probity.meeting.query.MeetingQuery.MeetingState;
import org.probity.query.ReadTables;
import org.probity.query.VersionedTable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** The read tables of meetings and of what they decide. */
@Component
public record MeetingTables(
        VersionedTable<Meeting> meetings,
        VersionedTable<Item> items,
        VersionedTable<Attendance> attendance,
        VersionedTable<Action> actions,
        VersionedTable<Decision> decisions) {

    @Autowired
    MeetingTables(ReadTables tables) {
        this(
                tables.versioned("meeting", Meeting.class, "id"),
                tables.versioned("agenda_item", Item.class, "meeting", "item"),
                tables.versioned("meeting_attendance", Attendance.class, "meeting", "person"),
                tables.versioned("meeting_action", Action.class, "meeting", "action"),
                tables.versioned("decision", Decision.class, "id"));
    }

    /**
     * A meeting.
     *
     * @param opening what was frozen as it opened; null before
     * @param presiders who took the chair, in order
     * @param closed when it closed; null before
     */
    public record Meeting(
            MeetingId id,
            BoardId board,
            OrganisationCode body,
            Instant starts,
            int clearDays,
            @Nullable String shortNoticeReason,
            @Nullable Opening opening,
            List<Presider> presiders,
            @Nullable Instant closed) {

        MeetingState state() {
            if (closed != null) {
                return MeetingState.CLOSED;
            }
            return opening == null ? MeetingState.CONVENED : MeetingState.OPEN;
        }

        /** Who belongs to it; null before it opened. */
        @Nullable
        Roll roll() {
            return opening == null ? null : opening.roll();
        }

        /** Whether what became of an item is public: it was taken in public, and the meeting is over. */
        boolean hasPublished(Item item) {
            return item.open() && closed != null;
        }

        Meeting opened(Opening frozen) {
            return new Meeting(id, board, body, starts, clearDays, shortNoticeReason, frozen, presiders, closed);
        }

        Meeting presidedBy(Presider next) {
            List<Presider> all =
                    Stream.concat(presiders.stream(), Stream.of(next)).toList();
            return new Meeting(id, board, body, starts, clearDays, shortNoticeReason, opening, all, closed);
        }

        Meeting closed(Instant at) {
            return new Meeting(id, board, body, starts, clearDays, shortNoticeReason, opening, presiders, at);
        }
    }

    /** What a meeting froze as it opened. */
    public record Opening(
            Instant at,
            Roll roll,
            TermsOfReference terms,
            RulePackVersion rulePack,
            @Nullable PersonId chair,
            @Nullable PersonId deputy) {}

    /** Somebody took the chair, of the meeting or of one item. */
    public record Presider(
            PersonId person, PresiderRole role, @Nullable Integer item, Instant at) {}

    /** How far an item is. */
    public enum ItemState {
        TABLED,
        VOTE_OPEN,
        TIED,
        DECIDED,
        DEFERRED,
        REFERRED
    }

    /**
     * An item of an agenda.
     *
     * @param open whether it is taken in public
     * @param reason why it was deferred or referred
     */
    public record Item(
            MeetingId meeting,
            int item,
            MatterId matter,
            String title,
            DecisionKind purpose,
            boolean open,
            List<Document> papers,
            boolean late,
            ItemState state,
            @Nullable DecisionId decision,
            @Nullable DecisionOutcome outcome,
            @Nullable String reason,
            @Nullable BoardId referredTo) {

        Item in(ItemState now) {
            return new Item(
                    meeting,
                    item,
                    matter,
                    title,
                    purpose,
                    open,
                    papers,
                    late,
                    now,
                    decision,
                    outcome,
                    reason,
                    referredTo);
        }

        Item decided(DecisionId by, DecisionOutcome as) {
            return new Item(
                    meeting,
                    item,
                    matter,
                    title,
                    purpose,
                    open,
                    papers,
                    late,
                    ItemState.DECIDED,
                    by,
                    as,
                    reason,
                    referredTo);
        }

        Item leftOver(ItemState now, String why, @Nullable BoardId to) {
            return new Item(meeting, item, matter, title, purpose, open, papers, late, now, decision, outcome, why, to);
        }
    }

    /**
     * Whether somebody sent apologies, and when they were there.
     *
     * @param correction why it was corrected, if it was
     */
    public record Attendance(
            MeetingId meeting,
            PersonId person,
            boolean apologies,
            List<Presence> present,
            @Nullable String correction) {

        static final List<String> PERSONAL = List.of("correction");

        static Attendance none(MeetingId meeting, PersonId person) {
            return new Attendance(meeting, person, false, List.of(), null);
        }

        Attendance apologised() {
            return new Attendance(meeting, person, true, present, correction);
        }

        Attendance moved(Movement movement, Instant at) {
            var all = new ArrayList<>(present);
            if (movement == Movement.ARRIVED) {
                all.add(new Presence(at, null));
            } else {
                all.add(new Presence(all.removeLast().from(), at));
            }
            return new Attendance(meeting, person, apologies, all, correction);
        }

        Attendance corrected(List<Presence> instead, @Nullable String why) {
            return new Attendance(meeting, person, apologies, instead, why);
        }
    }

    /** Something to be done; {@code item} is the item it arose from. */
    public record Action(
            MeetingId meeting,
            int action,
            @Nullable Integer item,
            PersonId owner,
            String task,
            LocalDate due,
            @Nullable LocalDate completed) {

        Action completed(LocalDate on) {
            return new Action(meeting, action, item, owner, task, due, on);
        }
    }

    /**
     * A decision, of a meeting or by chair's action: one of the two is not null.
     *
     * @param answers the decision of another board that it answers
     * @param position where the log recorded it
     * @param recordedAt when the log recorded it
     * @param superseded what holds in its place; null while it holds itself
     * @param ratification what a meeting said of a chair's action; null before
     */
    public record Decision(
            DecisionId id,
            BoardId board,
            @Nullable MeetingId meeting,
            MatterId matter,
            @Nullable DecisionId answers,
            @Nullable DecisionRecorded recorded,
            @Nullable ChairsActionTaken action,
            long position,
            Instant recordedAt,
            @Nullable Superseded superseded,
            @Nullable Ratification ratification) {

        static Decision of(DecisionRecorded taken, long position, Instant at) {
            return new Decision(
                    taken.decision(),
                    taken.board(),
                    taken.meeting(),
                    taken.matter(),
                    taken.resolution().answers(),
                    taken,
                    null,
                    position,
                    at,
                    null,
                    null);
        }

        static Decision of(ChairsActionTaken taken, long position, Instant at) {
            return new Decision(
                    taken.decision(),
                    taken.board(),
                    null,
                    taken.matter(),
                    taken.resolution().answers(),
                    null,
                    taken,
                    position,
                    at,
                    null,
                    null);
        }

        Decision superseded(Superseded by) {
            return new Decision(
                    id, board, meeting, matter, answers, recorded, action, position, recordedAt, by, ratification);
        }

        Decision considered(Ratification as) {
            return new Decision(
                    id, board, meeting, matter, answers, recorded, action, position, recordedAt, superseded, as);
        }

        /** What was decided, word for word, and why. */
        Resolution resolution() {
            return recorded == null ? taken().resolution() : recorded.resolution();
        }

        /** A chair's action is carried: nothing else is recorded of it. */
        DecisionOutcome outcome() {
            return recorded == null ? DecisionOutcome.CARRIED : recorded.outcome();
        }

        Instant at() {
            return recorded == null ? taken().at() : recorded.at();
        }

        OrganisationCode body() {
            return recorded == null ? taken().body() : recorded.body();
        }

        /** Whose conflict kept them out of the matter. */
        List<SteppedOut> steppedOut() {
            return recorded == null ? taken().steppedOut() : recorded.steppedOut();
        }

        DecisionKind kind() {
            return recorded == null ? taken().kind() : recorded.kind();
        }

        /**
         * Whether the outcome is public: that of a public item once the meeting is over, and that of a chair's action once
         * the meeting is over that considered it in public.
         *
         * @param items of the matter
         * @param meetings that had it on the agenda
         */
        boolean isPublished(Collection<Item> items, Collection<Meeting> meetings) {
            MeetingId in = recorded != null ? recorded.meeting() : ratification == null ? null : ratification.meeting();
            return items.stream()
                    .filter(item -> item.meeting().equals(in) && (recorded == null || item.item() == recorded.item()))
                    .anyMatch(item -> meetings.stream()
                            .anyMatch(meeting -> meeting.id().equals(in) && meeting.hasPublished(item)));
        }

        boolean isRatified() {
            return ratification != null && ratification.ratified();
        }

        private ChairsActionTaken taken() {
            return Optional.ofNullable(action).orElseThrow();
        }
    }

    /** That another decision holds in its place, and why. */
    public record Superseded(DecisionId by, String reason) {}

    /**
     * What a meeting said of a chair's action.
     *
     * @param by the decision with which it did
     * @param reason why it refused; null where it ratified
     */
    public record Ratification(
            MeetingId meeting,
            DecisionId by,
            boolean ratified,
            @Nullable String reason) {}
}
