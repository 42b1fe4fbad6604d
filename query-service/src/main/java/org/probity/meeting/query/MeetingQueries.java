package org.probity.meeting.query;

import static java.util.stream.Collectors.groupingBy;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.axonframework.queryhandling.QueryHandler;
import org.probity.board.event.RollMember;
import org.probity.board.query.BoardProjection;
import org.probity.board.query.BoardTables;
import org.probity.board.query.BoardTables.Board;
import org.probity.id.BoardId;
import org.probity.id.MeetingId;
import org.probity.id.PersonId;
import org.probity.meeting.query.MatterTables.Conflict;
import org.probity.meeting.query.MeetingQuery.*;
import org.probity.meeting.query.MeetingTables.Action;
import org.probity.meeting.query.MeetingTables.Attendance;
import org.probity.meeting.query.MeetingTables.Item;
import org.probity.meeting.query.MeetingTables.Meeting;
import org.probity.meeting.query.MeetingTables.Opening;
import org.probity.meeting.query.MeetingTables.Presider;
import org.probity.people.query.PeopleProjection;
import org.probity.people.query.PeopleTables;
import org.probity.query.PageAsked.Page;
import org.probity.query.UnknownSubject;
import org.probity.query.View;
import org.probity.query.Views;
import org.springframework.stereotype.Component;

/** Answers about meetings; of each item as much as the asker may read of its matter. */
@Component
class MeetingQueries {

    private final MeetingTables tables;
    private final MatterTables matters;
    private final BoardTables boards;
    private final PeopleTables people;
    private final MatterReaders readers;
    private final Views views;

    MeetingQueries(
            MeetingTables tables,
            MatterTables matters,
            BoardTables boards,
            PeopleTables people,
            MatterReaders readers,
            Views views) {
        this.tables = tables;
        this.matters = matters;
        this.boards = boards;
        this.people = people;
        this.readers = readers;
        this.views = views;
    }

    @QueryHandler
    MeetingsFound find(FindMeetingsOf query) {
        View view = views.of(query.moment(), MeetingProjection.NAME, BoardProjection.NAME);
        long at = view.position();
        BoardId board = board(query.board(), view).id();
        List<Meeting> all = tables.meetings().where(at, "board = ? order by starts desc, id", board);
        Page<Meeting> page = query.page().of(all, one -> one.id().value().toString());
        Map<MeetingId, List<Item>> items =
                tables.items().where(at, "meeting in (select id from read.meeting where board = ?)", board).stream()
                        .collect(groupingBy(Item::meeting));
        return new MeetingsFound(
                page.items().stream()
                        .map(one -> new MeetingListed(
                                one.id(),
                                one.starts(),
                                one.state(),
                                one.shortNoticeReason() != null,
                                items.getOrDefault(one.id(), List.of()).size()))
                        .toList(),
                page.next(),
                at,
                view.moment());
    }

    @QueryHandler
    MeetingFound find(FindMeeting query) {
        View view = views.of(
                query.moment(),
                MeetingProjection.NAME,
                MatterProjection.NAME,
                BoardProjection.NAME,
                PeopleProjection.NAME);
        Meeting meeting = tables.meetings()
                .at(view.position(), query.meeting())
                .orElseThrow(() -> new UnknownSubject(query.meeting().stream()));
        return page(meeting, view, readers.of(query.actor())).answer(view);
    }

    private MeetingPage page(Meeting meeting, View view, MatterReader reader) {
        long at = view.position();
        String ofMeeting = "meeting = ?";
        List<Attendance> attendance = tables.attendance().where(at, ofMeeting, meeting.id());
        List<Action> actions = tables.actions().where(at, ofMeeting + " order by action", meeting.id());
        List<Conflict> conflicts = matters.conflicts()
                .where(at, "matter in (select matter from read.agenda_item where meeting = ?)", meeting.id());
        return new MeetingPage(
                meeting,
                board(meeting.board(), view),
                tables.items().where(at, ofMeeting + " order by item", meeting.id()),
                attendance,
                actions,
                conflicts,
                Names.of(people, at, everybody(meeting, attendance, actions, conflicts)),
                reader);
    }

    private static List<List<PersonId>> everybody(
            Meeting meeting, List<Attendance> attendance, List<Action> actions, List<Conflict> conflicts) {
        Opening opening = meeting.opening();
        return List.of(
                opening == null
                        ? List.of()
                        : Stream.concat(
                                        opening.roll().members().stream().map(RollMember::person),
                                        Stream.of(opening.chair(), opening.deputy())
                                                .filter(Objects::nonNull))
                                .toList(),
                meeting.presiders().stream().map(Presider::person).toList(),
                attendance.stream().map(Attendance::person).toList(),
                actions.stream().map(Action::owner).toList(),
                conflicts.stream().flatMap(one -> one.people().stream()).toList());
    }

    private Board board(BoardId id, View view) {
        return boards.boards().at(view.position(), id).orElseThrow(() -> new UnknownSubject(id.stream()));
    }
}
