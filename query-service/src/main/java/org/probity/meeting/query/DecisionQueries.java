package org.probity.meeting.query;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.axonframework.queryhandling.QueryHandler;
import org.jspecify.annotations.Nullable;
import org.probity.board.event.DecisionEvent.ChairsActionTaken;
import org.probity.board.event.DecisionEvent.DecisionRecorded;
import org.probity.board.event.DecisionOutcome;
import org.probity.board.query.BoardProjection;
import org.probity.board.query.BoardTables;
import org.probity.board.query.BoardTables.Board;
import org.probity.id.BoardId;
import org.probity.id.PersonId;
import org.probity.meeting.query.DecisionQuery.*;
import org.probity.meeting.query.MatterTables.Matter;
import org.probity.meeting.query.MeetingTables.Decision;
import org.probity.meeting.query.MeetingTables.Item;
import org.probity.meeting.query.MeetingTables.Meeting;
import org.probity.meeting.query.MeetingTables.Ratification;
import org.probity.meeting.query.MeetingTables.Superseded;
import org.probity.people.query.PeopleTables;
import org.probity.query.PageAsked.Page;
import org.probity.query.UnknownSubject;
import org.probity.query.View;
import org.probity.query.Views;
import org.springframework.stereotype.Component;

/** Answers about decisions, as far as the asker may read the matter. */
@Component
class DecisionQueries {

    private final MeetingTables tables;
    private final MatterTables matters;
    private final BoardTables boards;
    private final PeopleTables people;
    private final DecisionRecords records;
    private final MatterReaders readers;
    private final Views views;

    DecisionQueries(
            MeetingTables tables,
            MatterTables matters,
            BoardTables boards,
            PeopleTables people,
            DecisionRecords records,
            MatterReaders readers,
            Views views) {
        this.tables = tables;
        this.matters = matters;
        this.boards = boards;
        this.people = people;
        this.records = records;
        this.readers = readers;
        this.views = views;
    }

    @QueryHandler
    DecisionsFound find(FindDecisionsOf query) {
        View view = views.of(query.moment(), MeetingProjection.NAME, MatterProjection.NAME, BoardProjection.NAME);
        Board board = board(query.board(), view);
        MatterReader reader = readers.of(query.actor());
        List<Decision> all = tables.decisions().where(view.position(), "board = ?", board.id()).stream()
                .sorted(Comparator.comparing(Decision::position).reversed())
                .toList();
        List<Decision> told = all.stream()
                .filter(one ->
                        !reader.isWithdrawnFrom(one.matter()) || new Seen(one, board, view, reader).isPublished())
                .toList();
        Page<Decision> page = query.page().of(told, one -> one.id().value().toString());
        return new DecisionsFound(
                page.items().stream()
                        .map(decision -> listed(new Seen(decision, board, view, reader), view))
                        .toList(),
                page.next(),
                view.position(),
                view.moment());
    }

    private DecisionListed listed(Seen seen, View view) {
        return new DecisionListed(
                seen.decision.id(),
                seen.decision.matter(),
                seen.title(),
                seen.outcome(),
                seen.closed == null ? summary(seen, view) : null,
                seen.closed);
    }

    private DecisionSummary summary(Seen seen, View view) {
        Decision decision = seen.decision;
        DecisionRecorded taken = decision.recorded();
        Superseded superseded = records.superseded(decision, seen.reader, view);
        Ratification ratification = decision.ratification();
        return new DecisionSummary(
                decision.kind(),
                taken == null ? null : taken.procedure(),
                decision.resolution().wording(),
                decision.at(),
                decision.resolution().effective(),
                taken == null ? null : taken.tally(),
                ratification == null ? null : ratification.ratified(),
                superseded == null ? null : superseded.by());
    }

    @QueryHandler
    DecisionFound find(FindDecision query) {
        View view = views.of(query.moment(), DecisionRecords.PROJECTIONS);
        Decision decision = tables.decisions()
                .at(view.position(), query.decision())
                .orElseThrow(() -> new UnknownSubject(query.decision().stream()));
        Board board = board(decision.board(), view);
        MatterReader reader = readers.of(query.actor());
        var seen = new Seen(decision, board, view, reader);
        if (reader.isWithdrawnFrom(decision.matter()) && !seen.isPublished()) {
            throw new UnknownSubject(query.decision().stream());
        }
        return new DecisionFound(
                decision.id(),
                board.id(),
                board.name(),
                decision.matter(),
                seen.title(),
                seen.outcome(),
                seen.closed,
                own(decision, reader.person(), view),
                seen.record(view),
                seen.action(view),
                seen.closed == null ? records.since(decision, reader, view) : null,
                view.position(),
                view.moment());
    }

    private @Nullable ConflictFound own(Decision decision, @Nullable PersonId asker, View view) {
        return Optional.ofNullable(asker)
                .flatMap(person -> matters.conflicts().at(view.position(), decision.matter(), person))
                .map(own -> ConflictFound.of(own, Names.of(people, view.position(), List.of(own.people())), true))
                .orElse(null);
    }

    private Board board(BoardId id, View view) {
        return boards.boards().at(view.position(), id).orElseThrow(() -> new UnknownSubject(id.stream()));
    }

    /** A decision as one asker sees it. A chair's action is as open as its matter is on any agenda. */
    private final class Seen {

        private final Decision decision;
        private final MatterReader reader;
        private final Matter matter;
        private final List<Item> items;
        private final List<Meeting> considered;
        private final boolean open;
        private final boolean insider;
        private final @Nullable Closed closed;

        private Seen(Decision decision, Board board, View view, MatterReader reader) {
            this.decision = decision;
            this.reader = reader;
            matter = matters.matters().at(view.position(), decision.matter()).orElseThrow();
            DecisionRecorded taken = decision.recorded();
            items = taken == null
                    ? tables.items().where(view.position(), "matter = ?", decision.matter())
                    : tables.items().at(view.position(), taken.meeting(), taken.item()).stream()
                            .toList();
            considered = items.stream()
                    .flatMap(item -> tables.meetings().at(view.position(), item.meeting()).stream())
                    .toList();
            open = items.stream().anyMatch(Item::open);
            insider = reader.isInsider(board, null)
                    || considered.stream()
                            .anyMatch(meeting ->
                                    meeting.board().equals(board.id()) && reader.isInsider(board, meeting.roll()));
            closed = reader.closed(decision.matter(), open, insider);
        }

        @Nullable
        String title() {
            return closed == null || closed.tellsTitle(open) ? matter.title() : null;
        }

        @Nullable
        DecisionOutcome outcome() {
            return closed == null || isPublished() ? decision.outcome() : null;
        }

        boolean isPublished() {
            return decision.isPublished(items, considered);
        }

        @Nullable
        DecisionRecord record(View view) {
            DecisionRecorded taken = decision.recorded();
            return closed != null || taken == null
                    ? null
                    : records.of(taken, decision, items.getFirst(), insider, reader, view);
        }

        @Nullable
        ActionRecord action(View view) {
            ChairsActionTaken taken = decision.action();
            return closed != null || taken == null ? null : records.of(taken, decision, open, insider, reader, view);
        }
    }
}
