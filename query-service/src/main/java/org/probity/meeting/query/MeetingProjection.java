package org.probity.meeting.query;

import java.util.List;
import java.util.function.UnaryOperator;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.probity.board.event.DecisionEvent;
import org.probity.board.event.DecisionEvent.*;
import org.probity.board.event.MeetingEvent;
import org.probity.board.event.MeetingEvent.*;
import org.probity.board.event.Movement;
import org.probity.id.MeetingId;
import org.probity.id.PersonId;
import org.probity.meeting.query.MeetingTables.*;
import org.probity.people.event.PersonEvent.PersonErased;
import org.probity.query.Projection;
import org.probity.query.Recorded;
import org.springframework.stereotype.Component;

/**
 * Meetings and decisions as rows. How somebody votes while a vote is open is nowhere here: who voted how is told by the
 * decision.
 */
@Component
@ProcessingGroup(MeetingProjection.NAME)
public class MeetingProjection extends Projection {

    public static final String NAME = GROUP + "meeting";

    private final MeetingTables tables;

    MeetingProjection(MeetingTables tables) {
        this.tables = tables;
    }

    @EventHandler
    void on(MeetingEvent event, Recorded recorded) {
        long at = recorded.position();
        switch (event) {
            case MeetingConvened e ->
                tables.meetings()
                        .put(
                                at,
                                new Meeting(
                                        e.meeting(),
                                        e.board(),
                                        e.body(),
                                        e.starts(),
                                        e.clearDays(),
                                        e.shortNoticeReason(),
                                        null,
                                        List.of(),
                                        null));
            case AgendaItemAdded e ->
                tables.items()
                        .put(
                                at,
                                new Item(
                                        e.meeting(),
                                        e.item(),
                                        e.matter(),
                                        e.title(),
                                        e.purpose(),
                                        e.open(),
                                        e.papers(),
                                        e.late(),
                                        ItemState.TABLED,
                                        null,
                                        null,
                                        null,
                                        null));
            case ApologiesSent e -> attendance(at, e.meeting(), e.person(), Attendance::apologised);
            case MeetingOpened e -> {
                change(
                        at,
                        e.meeting(),
                        meeting -> meeting.opened(
                                new Opening(e.at(), e.roll(), e.terms(), e.rulePack(), e.chair(), e.deputy())));
                e.present()
                        .forEach(person ->
                                attendance(at, e.meeting(), person, one -> one.moved(Movement.ARRIVED, e.at())));
            }
            case ChairTaken e ->
                change(
                        at,
                        e.meeting(),
                        meeting -> meeting.presidedBy(new Presider(e.person(), e.role(), e.item(), e.at())));
            case AttendanceRecorded e ->
                attendance(at, e.meeting(), e.person(), one -> one.moved(e.movement(), e.at()));
            case AttendanceCorrected e ->
                attendance(at, e.meeting(), e.person(), one -> one.corrected(e.present(), e.reason()));
            case MemberSteppedOut e -> {}
            case MemberSteppedIn e -> {}
            case VoteOpened e -> change(at, e.meeting(), e.item(), item -> item.in(ItemState.VOTE_OPEN));
            case VoteCast e -> {}
            case BallotReceived e -> {}
            case TallyEntered e -> {}
            case VoteVoided e -> change(at, e.meeting(), e.item(), item -> item.in(ItemState.TABLED));
            case VoteTied e -> change(at, e.meeting(), e.item(), item -> item.in(ItemState.TIED));
            case CastingVoteGiven e -> {}
            case ItemDecided e -> change(at, e.meeting(), e.item(), item -> item.decided(e.decision(), e.outcome()));
            case ItemDeferred e ->
                change(at, e.meeting(), e.item(), item -> item.leftOver(ItemState.DEFERRED, e.reason(), null));
            case ItemReferred e ->
                change(at, e.meeting(), e.item(), item -> item.leftOver(ItemState.REFERRED, e.reason(), e.to()));
            case ActionRaised e ->
                tables.actions()
                        .put(at, new Action(e.meeting(), e.action(), e.item(), e.owner(), e.task(), e.due(), null));
            case ActionCompleted e ->
                tables.actions()
                        .put(
                                at,
                                tables.actions()
                                        .current(e.meeting(), e.action())
                                        .orElseThrow()
                                        .completed(e.on()));
            case RatificationFellDue e -> {}
            case RatificationConsidered e -> {}
            case RatificationCarriedOver e -> {}
            case MeetingClosed e -> change(at, e.meeting(), meeting -> meeting.closed(e.at()));
        }
    }

    @EventHandler
    void on(DecisionEvent event, Recorded recorded) {
        switch (event) {
            case DecisionRecorded e ->
                tables.decisions()
                        .put(
                                recorded.position(),
                                new Decision(
                                        e.decision(),
                                        e.board(),
                                        e.meeting(),
                                        e.matter(),
                                        e.resolution().answers(),
                                        e,
                                        recorded.position(),
                                        recorded.at()));
            case ChairsActionProposed e -> {}
            case ChairsActionWithdrawn e -> {}
            case ChairsActionTaken e -> {}
            case DecisionRatified e -> {}
            case RatificationRefused e -> {}
            case DecisionSuperseded e -> {}
            case EarlierDecisionSuperseded e -> {}
        }
    }

    @EventHandler
    void on(PersonErased event) {
        tables.attendance().blank(Attendance.PERSONAL, "person = ?", event.person());
    }

    private void change(long at, MeetingId id, UnaryOperator<Meeting> how) {
        tables.meetings().put(at, how.apply(tables.meetings().current(id).orElseThrow()));
    }

    private void change(long at, MeetingId meeting, int number, UnaryOperator<Item> how) {
        tables.items().put(at, how.apply(tables.items().current(meeting, number).orElseThrow()));
    }

    private void attendance(long at, MeetingId meeting, PersonId person, UnaryOperator<Attendance> how) {
        Attendance known =
                tables.attendance().current(meeting, person).orElseGet(() -> Attendance.none(meeting, person));
        tables.attendance().put(at, how.apply(known));
    }
}
