package org.probity.meeting.query;

import static java.util.stream.Collectors.toMap;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.axonframework.queryhandling.QueryHandler;
import org.jspecify.annotations.Nullable;
import org.probity.board.event.DecisionEvent.DecisionRecorded;
import org.probity.board.query.BoardProjection;
import org.probity.board.query.BoardTables;
import org.probity.board.query.BoardTables.Board;
import org.probity.id.BoardId;
import org.probity.id.MatterId;
import org.probity.id.MeetingId;
import org.probity.identity.Actor;
import org.probity.meeting.query.MatterQuery.*;
import org.probity.meeting.query.MatterTables.Conflict;
import org.probity.meeting.query.MatterTables.Matter;
import org.probity.meeting.query.MeetingTables.Decision;
import org.probity.meeting.query.MeetingTables.Item;
import org.probity.meeting.query.MeetingTables.Meeting;
import org.probity.people.query.PeopleProjection;
import org.probity.people.query.PeopleTables;
import org.probity.query.Moment;
import org.probity.query.PageAsked.Page;
import org.probity.query.UnknownSubject;
import org.probity.query.View;
import org.probity.query.Views;
import org.springframework.stereotype.Component;

/** Answers about matters, as far as the asker may read them. */
@Component
public class MatterQueries {

    private final MatterTables tables;
    private final MeetingTables meetings;
    private final BoardTables boards;
    private final PeopleTables people;
    private final MatterReaders readers;
    private final Views views;

    MatterQueries(
            MatterTables tables,
            MeetingTables meetings,
            BoardTables boards,
            PeopleTables people,
            MatterReaders readers,
            Views views) {
        this.tables = tables;
        this.meetings = meetings;
        this.boards = boards;
        this.people = people;
        this.readers = readers;
        this.views = views;
    }

    @QueryHandler
    MattersFound find(FindMattersOf query) {
        View view = view(query.moment());
        Board board = board(query.board(), view);
        MatterReader reader = readers.of(query.actor());
        List<Matter> all = tables.matters().where(view.position(), "board = ?", board.id()).stream()
                .sorted(Comparator.comparing(Matter::raised).reversed())
                .toList();
        Page<Matter> page = query.page().of(all, one -> one.id().value().toString());
        return new MattersFound(
                page.items().stream()
                        .map(matter -> listed(new Seen(matter, view, reader)))
                        .toList(),
                page.next(),
                view.position(),
                view.moment());
    }

    private static MatterListed listed(Seen seen) {
        return new MatterListed(
                seen.matter.id(), seen.title(), seen.closed == null ? seen.matter.kind() : null, seen.closed);
    }

    @QueryHandler
    MatterFound find(FindMatter query) {
        View view = view(query.moment());
        Matter matter = tables.matters()
                .at(view.position(), query.matter())
                .orElseThrow(() -> new UnknownSubject(query.matter().stream()));
        MatterReader reader = readers.of(query.actor());
        var seen = new Seen(matter, view, reader);
        List<Conflict> conflicts = tables.conflicts().where(view.position(), "matter = ?", matter.id());
        Names names = names(conflicts, view);
        return new MatterFound(
                matter.id(),
                seen.title(),
                seen.closed,
                conflicts.stream()
                        .filter(one -> one.person().equals(reader.person()))
                        .findFirst()
                        .map(own -> ConflictFound.of(own, names, true))
                        .orElse(null),
                seen.decisions(),
                seen.closed == null ? detail(seen, conflicts, names, view) : null,
                view.position(),
                view.moment());
    }

    /** Why somebody does not read of a decision, which may have been taken in private though its matter is public. */
    Function<Decision, Optional<Closed>> decisionsClosedTo(Actor actor, View view) {
        MatterReader reader = readers.of(actor);
        return decision -> {
            var seen = new Seen(
                    tables.matters().at(view.position(), decision.matter()).orElseThrow(), view, reader);
            return seen.closed != null || seen.insider || seen.isPublic(decision)
                    ? Optional.ofNullable(seen.closed)
                    : Optional.of(Closed.PRIVATE);
        };
    }

    /**
     * Why somebody does not read of a matter what boards report about it; empty if they do.
     *
     * @param boards that report, and are reported to: who belongs to one reads also what is taken in private
     */
    public Function<MatterId, Optional<Closed>> closedTo(Actor actor, List<Board> boards, View view) {
        MatterReader reader = readers.of(actor);
        if (reader.isReviewer()) {
            return matter -> reader.isWithdrawnFrom(matter) ? Optional.of(Closed.WITHDRAWN) : Optional.empty();
        }
        boolean insider = boards.stream().anyMatch(board -> reader.isInsider(board, null));
        Map<MatterId, Optional<Closed>> known = new HashMap<>();
        return matter -> known.computeIfAbsent(matter, anew -> tables.matters()
                .at(view.position(), anew)
                .map(found -> Optional.ofNullable(new Seen(found, view, reader).closed))
                .orElseGet(() -> Optional.of(Closed.PRIVATE))
                .filter(why -> why != Closed.PRIVATE || !insider));
    }

    private Names names(List<Conflict> conflicts, View view) {
        return Names.of(
                people,
                view.position(),
                List.of(conflicts.stream().flatMap(one -> one.people().stream()).toList()));
    }

    private MatterDetail detail(Seen seen, List<Conflict> conflicts, Names names, View view) {
        Matter matter = seen.matter;
        return new MatterDetail(
                matter.board(),
                board(matter.board(), view).name(),
                matter.kind(),
                matter.effects(),
                matter.raised(),
                conflicts.stream()
                        .filter(one -> seen.insider || one.mitigation() != null)
                        .map(one -> ConflictFound.of(one, names, seen.insider))
                        .toList(),
                seen.items.stream().map(seen::considered).toList());
    }

    private View view(Moment moment) {
        return views.of(
                moment, MatterProjection.NAME, MeetingProjection.NAME, BoardProjection.NAME, PeopleProjection.NAME);
    }

    private Board board(BoardId id, View view) {
        return boards.boards().at(view.position(), id).orElseThrow(() -> new UnknownSubject(id.stream()));
    }

    /** A matter as one asker sees it: they belong to it with any of the boards that took it up. */
    private final class Seen {

        private final Matter matter;
        private final List<Item> items;
        private final List<Decision> decisions;
        private final Map<MeetingId, Meeting> meetingsOfItems;
        private final boolean open;
        private final boolean insider;
        private final @Nullable Closed closed;

        private Seen(Matter matter, View view, MatterReader reader) {
            this.matter = matter;
            long at = view.position();
            meetingsOfItems =
                    meetings
                            .meetings()
                            .where(at, "id in (select meeting from read.agenda_item where matter = ?)", matter.id())
                            .stream()
                            .collect(toMap(Meeting::id, one -> one));
            items = meetings.items().where(at, "matter = ?", matter.id()).stream()
                    .sorted(Comparator.comparing(item -> meeting(item).starts()))
                    .toList();
            decisions = meetings.decisions().where(at, "matter = ?", matter.id());
            open = items.stream().anyMatch(Item::open);
            insider = reader.isInsider(board(matter.board(), view), null)
                    || meetingsOfItems.values().stream()
                            .anyMatch(one -> reader.isInsider(board(one.board(), view), one.roll()));
            closed = reader.closed(matter.id(), open, insider);
        }

        private Meeting meeting(Item item) {
            return Optional.ofNullable(meetingsOfItems.get(item.meeting())).orElseThrow();
        }

        @Nullable
        String title() {
            return closed == null || closed.tellsTitle(open) ? matter.title() : null;
        }

        /** What was decided, also by chair's action; to whoever withdrew, once it is published. */
        List<DecisionOfMatter> decisions() {
            return decisions.stream()
                    .filter(one -> closed == null
                            ? insider || isPublic(one)
                            : one.isPublished(items, meetingsOfItems.values()))
                    .map(one -> new DecisionOfMatter(one.id(), one.meeting(), one.outcome()))
                    .toList();
        }

        private boolean isPublic(Decision decision) {
            DecisionRecorded taken = decision.recorded();
            return taken == null
                    ? open
                    : items.stream()
                            .anyMatch(item -> item.open()
                                    && item.meeting().equals(taken.meeting())
                                    && item.item() == taken.item());
        }

        Consideration considered(Item item) {
            Meeting on = meeting(item);
            return new Consideration(
                    item.meeting(), on.board(), on.starts(), item.item(), item.purpose(), item.state());
        }
    }
}
