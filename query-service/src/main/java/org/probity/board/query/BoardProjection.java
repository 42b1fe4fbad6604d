package org.probity.board.query;

import static java.util.stream.Collectors.partitioningBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.probity.board.event.BoardEvent;
import org.probity.board.event.BoardEvent.*;
import org.probity.board.query.BoardTables.Board;
import org.probity.board.query.BoardTables.Cycle;
import org.probity.board.query.BoardTables.Member;
import org.probity.board.query.BoardTables.Office;
import org.probity.board.query.BoardTables.Officer;
import org.probity.board.query.BoardTables.Report;
import org.probity.event.Term;
import org.probity.id.PersonId;
import org.probity.id.StrandCode;
import org.probity.query.Projection;
import org.probity.query.Recorded;
import org.springframework.stereotype.Component;

/** Boards, their seats, offices and reports as rows. */
@Component
@ProcessingGroup(BoardProjection.NAME)
public class BoardProjection extends Projection {

    public static final String NAME = GROUP + "board";

    private final BoardTables tables;

    BoardProjection(BoardTables tables) {
        this.tables = tables;
    }

    @EventHandler
    void on(BoardEvent event, Recorded recorded) {
        long at = recorded.position();
        switch (event) {
            case BoardEstablished e ->
                tables.boards()
                        .put(at, new Board(e.board(), e.body(), e.kind(), e.name(), e.accountableTo(), e.terms()));
            case TermsOfReferenceAdopted e -> {
                Board old = tables.boards().current(e.board()).orElseThrow();
                tables.boards()
                        .put(
                                at,
                                new Board(
                                        old.id(), old.body(), old.kind(), old.name(), old.accountableTo(), e.terms()));
            }
            case BoardMemberAssigned e ->
                tables.members()
                        .put(
                                at,
                                new Member(
                                        e.board(),
                                        e.person(),
                                        e.term().from(),
                                        e.term().until(),
                                        e.capacity(),
                                        e.voting(),
                                        e.strand(),
                                        placeOf(e)));
            case BoardMembershipExtended e ->
                tables.members()
                        .currentWhere(
                                "board = ? and person = ? and term_until = ?", e.board(), e.person(), e.oldUntil())
                        .forEach(seat -> tables.members().put(at, seat.until(e.newUntil())));
            case BoardMembershipEnded e -> end(e, at);
            case ChairAppointed e -> appoint(e, Office.CHAIR, e.person(), e.term(), at);
            case BoardRollTaken e -> {}
            case RatificationAwaited e -> {}
            case RatificationHandedOver e -> {}
            case DeputyAppointed e -> appoint(e, Office.DEPUTY, e.person(), e.term(), at);
            case ReportingCycleSet e ->
                tables.cycles()
                        .put(
                                at,
                                new Cycle(
                                        e.board(),
                                        e.cycle().first(),
                                        e.cycle().months(),
                                        e.cycle().firstDue()));
            case ReportSubmitted e -> tables.reports().put(at, report(e));
            case ReportReceived e ->
                tables.reports()
                        .put(
                                at,
                                tables.reports()
                                        .current(e.board(), e.report())
                                        .orElseThrow()
                                        .received(e.on(), e.meeting(), e.note()));
        }
    }

    private static Report report(ReportSubmitted event) {
        return new Report(
                event.board(),
                event.report(),
                event.due(),
                event.period().from(),
                event.period().until(),
                event.on(),
                event.documents(),
                event.summary(),
                event.matters(),
                null,
                null,
                null);
    }

    private String placeOf(BoardMemberAssigned assigned) {
        PersonId sharesWith = assigned.sharesWith();
        return sharesWith == null
                ? assigned.place()
                : tables.members().currentWhere("board = ? and person = ?", assigned.board(), sharesWith).stream()
                        .filter(seat -> seat.term().contains(assigned.term()))
                        .findFirst()
                        .orElseThrow()
                        .place();
    }

    private void appoint(BoardEvent event, Office office, PersonId person, Term term, long at) {
        tables.officers().put(at, new Officer(event.board(), office, person, term.from(), term.until()));
    }

    /** Whoever leaves a seat leaves the office that rests on it; what would have begun later never begins. */
    private void end(BoardMembershipEnded event, long at) {
        String theirs = "board = ? and person = ? and (term_until is null or term_until > ?)";
        LocalDate on = event.on();
        StrandCode strand = event.strand();
        Map<Boolean, List<Member>> ends =
                tables.members().currentWhere(theirs, event.board(), event.person(), on).stream()
                        .collect(partitioningBy(seat -> strand == null || strand.equals(seat.strand())));
        List<Member> remaining = ends.getOrDefault(false, List.of());
        ends.getOrDefault(true, List.of()).forEach(seat -> {
            if (seat.termFrom().isBefore(on)) {
                tables.members().put(at, seat.until(on));
            } else {
                tables.members().remove(at, seat.board(), seat.person(), seat.termFrom());
            }
        });
        tables.officers().currentWhere(theirs, event.board(), event.person(), on).stream()
                .filter(one -> remaining.stream().noneMatch(seat -> seat.term().contains(one.term())))
                .forEach(one -> {
                    if (one.termFrom().isBefore(on)) {
                        tables.officers()
                                .put(at, new Officer(one.board(), one.office(), one.person(), one.termFrom(), on));
                    } else {
                        tables.officers().remove(at, one.board(), one.office(), one.person(), one.termFrom());
                    }
                });
    }
}
