package org.probity.meeting.query;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.axonframework.queryhandling.QueryHandler;
import org.jspecify.annotations.Nullable;
import org.probity.board.event.QuorumCount;
import org.probity.board.event.Roll;
import org.probity.board.event.RollMember;
import org.probity.board.event.TermsOfReference;
import org.probity.board.query.BoardProjection;
import org.probity.board.query.BoardTables;
import org.probity.board.query.BoardTables.Board;
import org.probity.establishment.query.EstablishmentProjection;
import org.probity.id.PersonId;
import org.probity.interests.event.Mitigation;
import org.probity.meeting.query.DecisionQuery.QuorumFound;
import org.probity.meeting.query.MatterTables.Conflict;
import org.probity.meeting.query.MeetingQuery.*;
import org.probity.meeting.query.MeetingTables.Attendance;
import org.probity.meeting.query.MeetingTables.Item;
import org.probity.meeting.query.MeetingTables.Meeting;
import org.probity.meeting.query.MeetingTables.Opening;
import org.probity.people.query.PeopleProjection;
import org.probity.people.query.PeopleTables;
import org.probity.query.NotPermitted;
import org.probity.query.UnknownSubject;
import org.probity.query.View;
import org.probity.query.Views;
import org.springframework.stereotype.Component;

/** Counts the quorum of a meeting's items with the same rule as the meeting itself, before it opens as a forecast. */
@Component
class QuorumQueries {

    private final MeetingTables tables;
    private final MatterTables matters;
    private final BoardTables boards;
    private final PeopleTables people;
    private final Rolls rolls;
    private final MatterReaders readers;
    private final Views views;

    QuorumQueries(
            MeetingTables tables,
            MatterTables matters,
            BoardTables boards,
            PeopleTables people,
            Rolls rolls,
            MatterReaders readers,
            Views views) {
        this.tables = tables;
        this.matters = matters;
        this.boards = boards;
        this.people = people;
        this.rolls = rolls;
        this.readers = readers;
        this.views = views;
    }

    @QueryHandler
    MeetingQuorum find(FindQuorum query) {
        View view = views.of(
                query.moment(),
                MeetingProjection.NAME,
                MatterProjection.NAME,
                BoardProjection.NAME,
                EstablishmentProjection.NAME,
                PeopleProjection.NAME);
        Meeting meeting = tables.meetings()
                .at(view.position(), query.meeting())
                .orElseThrow(() -> new UnknownSubject(query.meeting().stream()));
        Board board = boards.boards().at(view.position(), meeting.board()).orElseThrow();
        MatterReader reader = readers.of(query.actor());
        if (!reader.isInsider(board, meeting.roll())) {
            throw new NotPermitted("Those who belong to the board, those who serve it and reviewers see its quorum.");
        }
        var room = new Room(meeting, board, view);
        return new MeetingQuorum(
                meeting.id(),
                meeting.opening() == null,
                tables.items().where(view.position(), "meeting = ? order by item", meeting.id()).stream()
                        .map(item -> count(item, room, reader.closed(item.matter(), item.open(), true)))
                        .toList(),
                view.position(),
                view.moment());
    }

    private static ItemQuorum count(Item item, Room room, @Nullable Closed closed) {
        if (closed != null) {
            return new ItemQuorum(item.item(), null, null, List.of(), closed);
        }
        List<Conflict> conflicts = room.conflictsIn(item);
        Map<PersonId, Mitigation> decided = conflicts.stream()
                .flatMap(one -> Stream.ofNullable(one.mitigation()).map(as -> Map.entry(one.person(), as)))
                .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
        Map<PersonId, Mitigation> worst = new HashMap<>(decided);
        conflicts.stream().filter(Conflict::undecided).forEach(one -> worst.put(one.person(), Mitigation.WITHDRAW));
        return new ItemQuorum(
                item.item(),
                room.counted(decided),
                room.counted(worst),
                room.roll.members().stream()
                        .filter(RollMember::votes)
                        .flatMap(member -> Stream.ofNullable(room.missing(member.person(), decided, worst)))
                        .toList(),
                null);
    }

    /** Who is to be expected at a meeting, or is there. */
    private final class Room {

        private final Roll roll;
        private final TermsOfReference terms;
        private final Set<PersonId> present;
        private final Set<PersonId> apologies;
        private final List<Conflict> conflicts;
        private final Names names;

        private Room(Meeting meeting, Board board, View view) {
            long at = view.position();
            List<Attendance> attendance = tables.attendance().where(at, "meeting = ?", meeting.id());
            Opening opening = meeting.opening();
            apologies = attendance.stream()
                    .filter(Attendance::apologies)
                    .map(Attendance::person)
                    .collect(toSet());
            if (opening == null) {
                roll = rolls.on(board, LocalDate.ofInstant(meeting.starts(), View.ZONE), view);
                terms = board.terms();
                present = roll.members().stream()
                        .map(RollMember::person)
                        .filter(person -> !apologies.contains(person))
                        .collect(toSet());
            } else {
                roll = opening.roll();
                terms = opening.terms();
                present = attendance.stream()
                        .filter(one -> one.present().stream().anyMatch(there -> there.covers(view.moment())))
                        .map(Attendance::person)
                        .collect(toSet());
            }
            conflicts = matters.conflicts()
                    .where(at, "matter in (select matter from read.agenda_item where meeting = ?)", meeting.id());
            names = Names.of(
                    people,
                    at,
                    List.of(roll.members().stream().map(RollMember::person).toList()));
        }

        List<Conflict> conflictsIn(Item item) {
            return conflicts.stream()
                    .filter(one -> one.matter().equals(item.matter()))
                    .toList();
        }

        QuorumFound counted(Map<PersonId, Mitigation> mitigations) {
            return QuorumFound.of(QuorumCount.of(terms, roll, present, mitigations), names);
        }

        @Nullable
        MissingFound missing(PersonId person, Map<PersonId, Mitigation> decided, Map<PersonId, Mitigation> worst) {
            MissingBecause why = null;
            if (!present.contains(person)) {
                why = apologies.contains(person) ? MissingBecause.APOLOGIES : MissingBecause.ABSENT;
            } else if (!countsUnder(decided.get(person))) {
                why = MissingBecause.CONFLICT;
            } else if (!countsUnder(worst.get(person))) {
                why = MissingBecause.CONFLICT_UNDECIDED;
            }
            return why == null ? null : new MissingFound(person, names.name(person), why);
        }

        private boolean countsUnder(@Nullable Mitigation mitigation) {
            return mitigation == null || mitigation.countsForQuorum();
        }
    }
}
