package org.probity.meeting.query;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.axonframework.queryhandling.QueryHandler;
import org.probity.board.event.Minutes;
import org.probity.board.event.MinutesEvent.MinutesApproved;
import org.probity.board.event.MinutesEvent.MinutesCirculated;
import org.probity.board.event.MinutesText;
import org.probity.board.query.BoardProjection;
import org.probity.board.query.BoardTables;
import org.probity.board.query.BoardTables.Board;
import org.probity.event.Event;
import org.probity.meeting.query.MeetingLog.Happened;
import org.probity.meeting.query.MeetingTables.Meeting;
import org.probity.meeting.query.MinutesQuery.*;
import org.probity.people.query.PeopleProjection;
import org.probity.people.query.PeopleTables;
import org.probity.query.NotPermitted;
import org.probity.query.UnknownSubject;
import org.probity.query.View;
import org.probity.query.Views;
import org.springframework.stereotype.Component;

/**
 * Computes minutes from the log as the command side does. Of an item whose matter is closed to the asker they tell the
 * title, and the outcome once it is published; the text is then not the one that was circulated, and says so.
 */
@Component
class MinutesQueries {

    private final MeetingLog log;
    private final MeetingTables tables;
    private final BoardTables boards;
    private final PeopleTables people;
    private final ReadableMinutes readable;
    private final MatterReaders readers;
    private final Views views;

    MinutesQueries(
            MeetingLog log,
            MeetingTables tables,
            BoardTables boards,
            PeopleTables people,
            ReadableMinutes readable,
            MatterReaders readers,
            Views views) {
        this.log = log;
        this.tables = tables;
        this.boards = boards;
        this.people = people;
        this.readable = readable;
        this.readers = readers;
        this.views = views;
    }

    @QueryHandler
    MinutesFound find(FindMinutes query) {
        View view = views.of(query.moment(), MeetingProjection.NAME, BoardProjection.NAME, PeopleProjection.NAME);
        long at = view.position();
        Meeting meeting = tables.meetings()
                .at(at, query.meeting())
                .orElseThrow(() -> new UnknownSubject(query.meeting().stream()));
        Board board = boards.boards().at(at, meeting.board()).orElseThrow();
        MatterReader reader = readers.of(query.actor());
        boolean insider = reader.isInsider(board, meeting.roll());
        List<Happened> happened = log.of(query.meeting(), at);
        Optional<Happened> approved = last(happened, MinutesApproved.class);
        if (!insider && (approved.isEmpty() || reader.person() == null)) {
            throw new NotPermitted(
                    "Those who belong to the board, those who serve it and reviewers see minutes before they are approved.");
        }
        List<Event> events = happened.stream().map(Happened::event).toList();
        Optional<Happened> circulated = last(happened, MinutesCirculated.class);
        Minutes told = Minutes.of(events, log::of, matter -> reader.closed(matter, true, insider) != null);
        MinutesText publicText = told.publicText();
        Optional<MinutesText> privateText = insider ? told.privateText() : Optional.empty();
        return new MinutesFound(
                meeting.id(),
                board.id(),
                board.name(),
                approved.isPresent() ? MinutesState.APPROVED : state(Minutes.of(events, log::of), circulated),
                readable.of(publicText, at),
                privateText.map(text -> readable.of(text, at)).orElse(null),
                Stream.concat(Stream.of(publicText), privateText.stream()).allMatch(MinutesText::complete),
                circulated.map(one -> circulation(one, insider)).orElse(null),
                approved.map(one -> approval(one, at)).orElse(null),
                at,
                view.moment());
    }

    private static Optional<Happened> last(List<Happened> happened, Class<? extends Event> type) {
        return happened.stream().filter(one -> type.isInstance(one.event())).reduce((earlier, later) -> later);
    }

    /** Corrected is what says something else than what was circulated. */
    private static MinutesState state(Minutes now, Optional<Happened> circulated) {
        return circulated
                .map(one -> (MinutesCirculated) one.event())
                .map(one -> one.says(now) ? MinutesState.CIRCULATED : MinutesState.CORRECTED)
                .orElse(MinutesState.DRAFT);
    }

    private static CirculationFound circulation(Happened happened, boolean insider) {
        var circulated = (MinutesCirculated) happened.event();
        return new CirculationFound(
                circulated.version(),
                circulated.publicHash(),
                insider ? circulated.privateHash() : null,
                happened.recordedAt());
    }

    private ApprovalFound approval(Happened happened, long position) {
        var approved = (MinutesApproved) happened.event();
        Names names = Names.of(people, position, List.of(List.of(approved.presider())));
        return new ApprovalFound(approved.by(), names.of(approved.presider()), happened.recordedAt());
    }
}
