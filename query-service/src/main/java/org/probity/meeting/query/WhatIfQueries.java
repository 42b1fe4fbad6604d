package org.probity.meeting.query;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.axonframework.queryhandling.QueryHandler;
import org.probity.board.event.BoardKind;
import org.probity.board.event.DecisionEvent.ChairsActionTaken;
import org.probity.board.event.DecisionEvent.DecisionRecorded;
import org.probity.board.event.QuorumFloor.FloorCount;
import org.probity.board.event.SteppedOut;
import org.probity.board.query.BoardProjection;
import org.probity.board.query.BoardTables;
import org.probity.board.query.BoardTables.Board;
import org.probity.id.BoardId;
import org.probity.id.MatterId;
import org.probity.id.MeetingId;
import org.probity.meeting.query.MatterTables.Matter;
import org.probity.meeting.query.MeetingTables.Decision;
import org.probity.meeting.query.MeetingTables.Item;
import org.probity.meeting.query.MeetingTables.Meeting;
import org.probity.meeting.query.MeetingTables.Opening;
import org.probity.meeting.query.WhatIfQuery.*;
import org.probity.people.event.Authority;
import org.probity.people.event.DutyScope;
import org.probity.people.query.Asker;
import org.probity.people.query.Askers;
import org.probity.policy.event.BuiltInPacks;
import org.probity.policy.event.RulePack;
import org.probity.policy.query.PolicyProjection;
import org.probity.policy.query.PolicyTables;
import org.probity.policy.query.PolicyTables.Pack;
import org.probity.query.InvalidParameter;
import org.probity.query.NotPermitted;
import org.probity.query.PageAsked.Page;
import org.probity.query.View;
import org.probity.query.Views;
import org.springframework.stereotype.Component;

/**
 * Holds past decisions against other numbers, by the same pure rules that the meeting was held to: the quorum of a
 * statutory board, clear days of notice, and how many a chair consults.
 */
@Component
class WhatIfQueries {

    private final MeetingTables tables;
    private final MatterTables matters;
    private final BoardTables boards;
    private final PolicyTables policy;
    private final Askers askers;
    private final MatterReaders readers;
    private final Views views;

    WhatIfQueries(
            MeetingTables tables,
            MatterTables matters,
            BoardTables boards,
            PolicyTables policy,
            Askers askers,
            MatterReaders readers,
            Views views) {
        this.tables = tables;
        this.matters = matters;
        this.boards = boards;
        this.policy = policy;
        this.askers = askers;
        this.readers = readers;
        this.views = views;
    }

    @QueryHandler
    WhatIfFound find(FindWhatIf query) {
        mustBePermitted(askers.of(query.actor()), DutyScope.of(query.body()));
        View view = views.of(
                query.moment(),
                MeetingProjection.NAME,
                MatterProjection.NAME,
                BoardProjection.NAME,
                PolicyProjection.NAME);
        RulePack pack = pack(query, view);
        NumbersApplied numbers = query.changed().appliedTo(pack);
        Map<BoardId, Board> ofBody = boards.boards().where(view.position(), "body = ?", query.body()).stream()
                .collect(toMap(Board::id, board -> board));
        Map<MeetingId, Meeting> meetings = tables.meetings().where(view.position(), "body = ?", query.body()).stream()
                .collect(toMap(Meeting::id, meeting -> meeting));
        Map<MatterId, Matter> titles =
                matters.matters().all(view.position()).stream().collect(toMap(Matter::id, matter -> matter));
        MatterReader reader = readers.of(query.actor());
        List<Decision> all = tables.decisions().all(view.position()).stream()
                .filter(decision -> ofBody.containsKey(decision.board()))
                .sorted(Comparator.comparing(Decision::position).reversed())
                .toList();
        Map<MeetingId, List<Item>> items =
                tables.items().all(view.position()).stream().collect(groupingBy(Item::meeting));
        List<Decision> counted = all.stream()
                .filter(decision -> !reader.isWithdrawnFrom(decision.matter()))
                .toList();
        List<Decision> open = counted.stream()
                .filter(decision -> reader.closed(
                                decision.matter(),
                                isPublic(decision, items),
                                reader.isInsider(known(ofBody, decision.board()), null))
                        == null)
                .toList();
        List<WouldBeRefused> refused = new ArrayList<>();
        for (Decision decision : open) {
            Board board = known(ofBody, decision.board());
            List<RuleBroken> broken = broken(decision, board, meetings, numbers);
            if (!broken.isEmpty()) {
                String title = known(titles, decision.matter()).title();
                refused.add(new WouldBeRefused(decision.id(), board.id(), board.name(), title, decision.at(), broken));
            }
        }
        Page<WouldBeRefused> page =
                query.page().of(refused, one -> one.decision().value().toString());
        return new WhatIfFound(
                query.body(),
                pack.version(),
                numbers,
                open.size(),
                counted.size() - open.size(),
                page.items(),
                page.next(),
                view.position(),
                view.moment());
    }

    private static void mustBePermitted(Asker asker, DutyScope body) {
        if (!asker.isReviewer()
                && !asker.serves(Authority.POLICY_OWNER, body)
                && !asker.serves(Authority.BOARD_SECRETARY, body)) {
            throw new NotPermitted(
                    "Reviewers, and the policy owners and secretaries of the body, ask what would have been.");
        }
    }

    private RulePack pack(FindWhatIf query, View view) {
        LocalDate today = view.today();
        if (query.version() == null) {
            return policy.inForce(view.position(), query.body(), today);
        }
        return Stream.concat(
                        BuiltInPacks.ALL.stream(),
                        policy.packs().where(view.position(), "body = ?", query.body()).stream()
                                .map(Pack::pack))
                .filter(pack -> pack.version().equals(query.version()))
                .findFirst()
                .orElseThrow(() -> new InvalidParameter("version", "a pack that is built in or that the body adopted"));
    }

    /** A chair's action is as public as its matter is on any agenda. */
    private static boolean isPublic(Decision decision, Map<MeetingId, List<Item>> items) {
        DecisionRecorded taken = decision.recorded();
        return taken == null
                ? items.values().stream()
                        .flatMap(List::stream)
                        .anyMatch(item -> item.open() && item.matter().equals(decision.matter()))
                : known(items, taken.meeting()).stream().anyMatch(item -> item.item() == taken.item() && item.open());
    }

    private static List<RuleBroken> broken(
            Decision decision, Board board, Map<MeetingId, Meeting> meetings, NumbersApplied numbers) {
        DecisionRecorded taken = decision.recorded();
        ChairsActionTaken action = decision.action();
        if (taken != null) {
            Meeting meeting = known(meetings, taken.meeting());
            return Stream.of(inquorate(taken, meeting, board, numbers), tooShort(meeting, numbers))
                    .flatMap(Optional::stream)
                    .toList();
        }
        int consulted = action == null ? 0 : action.consulted().size();
        int needed = numbers.chairsActionConsulted();
        return consulted < needed
                ? List.of(new RuleBroken("consulted-too-few", Map.of("needed", needed, "consulted", consulted)))
                : List.of();
    }

    private static <K, V> V known(Map<K, V> map, K key) {
        return Optional.ofNullable(map.get(key)).orElseThrow();
    }

    private static Optional<RuleBroken> inquorate(
            DecisionRecorded taken, Meeting meeting, Board board, NumbersApplied numbers) {
        Opening opening = meeting.opening();
        if (opening == null || board.kind() != BoardKind.STATUTORY_BOARD) {
            return Optional.empty();
        }
        FloorCount count = numbers.statutoryQuorum()
                .count(
                        opening.terms(),
                        opening.roll(),
                        Set.copyOf(taken.present()),
                        taken.steppedOut().stream().collect(toMap(SteppedOut::person, SteppedOut::mitigation)));
        if (count.met()) {
            return Optional.empty();
        }
        var details = new LinkedHashMap<String, Integer>();
        details.put("required", count.required());
        details.put("counted", count.counted());
        details.put("officersRequired", count.officersRequired());
        details.put("officers", count.officers());
        details.put("nonOfficersRequired", count.nonOfficersRequired());
        details.put("nonOfficers", count.nonOfficers());
        return Optional.of(new RuleBroken("inquorate", details));
    }

    private static Optional<RuleBroken> tooShort(Meeting meeting, NumbersApplied numbers) {
        Integer needed = numbers.noticeClearDays();
        return needed != null && meeting.clearDays() < needed && meeting.shortNoticeReason() == null
                ? Optional.of(
                        new RuleBroken("notice-too-short", Map.of("needed", needed, "given", meeting.clearDays())))
                : Optional.empty();
    }
}
