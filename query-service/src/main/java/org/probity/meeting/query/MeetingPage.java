package org.probity.meeting.query;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.probity.board.query.BoardTables.Board;
import org.probity.id.PersonId;
import org.probity.meeting.query.MatterTables.Conflict;
import org.probity.meeting.query.MeetingQuery.*;
import org.probity.meeting.query.MeetingTables.Action;
import org.probity.meeting.query.MeetingTables.Attendance;
import org.probity.meeting.query.MeetingTables.Item;
import org.probity.meeting.query.MeetingTables.Meeting;
import org.probity.meeting.query.MeetingTables.Opening;
import org.probity.meeting.query.MeetingTables.Presider;
import org.probity.query.View;

/** One meeting as one asker sees it; made for one answer. */
final class MeetingPage {

    private final Meeting meeting;
    private final Board board;
    private final List<Item> items;
    private final List<Attendance> attendance;
    private final List<Action> actions;
    private final List<Conflict> conflicts;
    private final Names names;
    private final MatterReader reader;
    private final boolean insider;

    MeetingPage(
            Meeting meeting,
            Board board,
            List<Item> items,
            List<Attendance> attendance,
            List<Action> actions,
            List<Conflict> conflicts,
            Names names,
            MatterReader reader) {
        this.meeting = meeting;
        this.board = board;
        this.items = items;
        this.attendance = attendance;
        this.actions = actions;
        this.conflicts = conflicts;
        this.names = names;
        this.reader = reader;
        this.insider = reader.isInsider(board, meeting.roll());
    }

    MeetingFound answer(View view) {
        return new MeetingFound(
                meeting.id(),
                board.id(),
                board.name(),
                meeting.body(),
                meeting.state(),
                meeting.starts(),
                meeting.clearDays(),
                meeting.shortNoticeReason(),
                roll(meeting.opening()),
                meeting.presiders().stream()
                        .filter(one -> isTold(one.item()))
                        .map(this::presider)
                        .toList(),
                attendance.stream().map(this::attendance).toList(),
                items.stream().map(this::item).toList(),
                actions.stream().map(this::action).toList(),
                meeting.closed(),
                view.position(),
                view.moment());
    }

    private @Nullable RollFound roll(@Nullable Opening opening) {
        if (opening == null) {
            return null;
        }
        int seats = opening.roll().votingSeats();
        return new RollFound(
                opening.at(),
                opening.roll().members().stream()
                        .map(member -> new RollMemberFound(
                                member.person(), names.name(member.person()), member.capacity(), member.seat()))
                        .toList(),
                seats,
                opening.terms().quorum().required(seats),
                named(opening.chair()),
                named(opening.deputy()),
                opening.rulePack());
    }

    private @Nullable Named named(@Nullable PersonId person) {
        return person == null ? null : names.of(person);
    }

    private PresiderFound presider(Presider one) {
        return new PresiderFound(one.person(), names.name(one.person()), one.role(), one.item(), one.at());
    }

    private AttendanceFound attendance(Attendance one) {
        return new AttendanceFound(
                one.person(),
                names.name(one.person()),
                one.apologies(),
                one.present(),
                insider ? one.correction() : null);
    }

    private @Nullable Closed closed(Item item) {
        return reader.closed(item.matter(), item.open(), insider);
    }

    private ItemFound item(Item item) {
        Closed closed = closed(item);
        boolean told = closed == null || meeting.hasPublished(item);
        return new ItemFound(
                item.item(),
                item.matter(),
                item.open(),
                closed == null || closed.tellsTitle(item.open()) ? item.title() : null,
                told ? item.decision() : null,
                told ? item.outcome() : null,
                closed,
                conflicts.stream()
                        .filter(one -> one.matter().equals(item.matter())
                                && one.person().equals(reader.person()))
                        .findFirst()
                        .map(own -> ConflictFound.of(own, names, true))
                        .orElse(null),
                closed == null ? detail(item) : null);
    }

    private ItemDetail detail(Item item) {
        return new ItemDetail(
                item.purpose(),
                item.state(),
                item.papers(),
                item.late(),
                item.reason(),
                item.referredTo(),
                conflicts.stream()
                        .filter(one -> one.matter().equals(item.matter()) && one.mitigation() != null)
                        .map(one -> ConflictFound.of(one, names, insider))
                        .toList());
    }

    private ActionFound action(Action one) {
        boolean told = isTold(one.item());
        return new ActionFound(
                one.action(),
                one.item(),
                told ? names.of(one.owner()) : null,
                told ? one.task() : null,
                told ? one.due() : null,
                told ? one.completed() : null);
    }

    /** What is about an item is told with it. */
    private boolean isTold(@Nullable Integer number) {
        return items.stream()
                .filter(item -> Integer.valueOf(item.item()).equals(number))
                .allMatch(item -> closed(item) == null);
    }
}
