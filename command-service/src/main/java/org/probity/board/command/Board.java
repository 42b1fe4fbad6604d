package org.probity.board.command;

import static java.util.stream.Collectors.toSet;
import static org.axonframework.modelling.command.AggregateLifecycle.apply;
import static org.probity.board.command.BoardRule.*;
import static org.probity.establishment.command.EstablishmentRule.IMPARTIALITY_NOT_CONFIRMED;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;
import org.probity.board.command.BoardCommand.AppointChair;
import org.probity.board.command.BoardCommand.AppointDeputy;
import org.probity.board.command.BoardCommand.AssignToBoard;
import org.probity.board.command.BoardCommand.EndBoardMembership;
import org.probity.board.command.BoardCommand.EndSeat;
import org.probity.board.command.BoardCommand.EstablishBoard;
import org.probity.board.command.BoardCommand.ExtendSeat;
import org.probity.board.command.BoardCommand.ReceiveReport;
import org.probity.board.command.BoardCommand.SetReportingCycle;
import org.probity.board.command.BoardCommand.SubmitReport;
import org.probity.board.command.LeadsInPost.ConfirmedLead;
import org.probity.board.event.BoardCapacity;
import org.probity.board.event.BoardEvent;
import org.probity.board.event.BoardEvent.*;
import org.probity.board.event.BoardKind;
import org.probity.board.event.CapacityMinimum;
import org.probity.board.event.DecisionKind;
import org.probity.board.event.QuorumFloor;
import org.probity.board.event.ReportingCycle;
import org.probity.board.event.Roll;
import org.probity.board.event.RollMember;
import org.probity.board.event.TermsOfReference;
import org.probity.command.CommonRule;
import org.probity.event.Term;
import org.probity.id.BoardId;
import org.probity.id.DecisionId;
import org.probity.id.MatterId;
import org.probity.id.MeetingId;
import org.probity.id.OrganisationCode;
import org.probity.id.PersonId;
import org.probity.id.StrandCode;

/**
 * One board: what it may do, who sits on it on which dates and what it reports. Protects terms of reference that can be
 * met, one seat for a person on a day, one chair and one deputy, and one report for each that is asked for. The voting
 * members of a clinical advisory group are not kept here: they are the leads in post on the day.
 */
@Aggregate
public class Board {

    @AggregateIdentifier
    private String stream;

    private BoardId id;
    private OrganisationCode body;
    private BoardKind kind;
    private @Nullable BoardId accountableTo;
    private TermsOfReference terms;
    private final Reports reports = new Reports();
    private final List<Seat> seats = new ArrayList<>();
    private final List<Office> chairs = new ArrayList<>();
    private final List<Office> deputies = new ArrayList<>();
    private final Map<DecisionId, RatificationAwaited> awaited = new LinkedHashMap<>();

    Board() {}

    /** The body it serves; null before the board is established. */
    public OrganisationCode body() {
        return body;
    }

    TermsOfReference terms() {
        return terms;
    }

    BoardKind kind() {
        return kind;
    }

    BoardId id() {
        return id;
    }

    boolean isAccountableTo(BoardId other) {
        return other.equals(accountableTo);
    }

    boolean hasDerivedRoll() {
        return kind.hasDerivedRoll();
    }

    /** Whether somebody has a seat or an office. */
    boolean hasMember(PersonId person, LocalDate day) {
        return membersOn(day).contains(person) || person.equals(chairOn(day)) || person.equals(deputyOn(day));
    }

    /** Everybody with a seat on a day. */
    Set<PersonId> membersOn(LocalDate day) {
        return seatedOn(day).stream().map(RollMember::person).collect(toSet());
    }

    /**
     * Who belongs to a meeting on a day. Whoever is a lead in post and sits on the board besides is on the roll as a lead.
     *
     * @param leads whom the posts bring, where the roll is derived from them
     */
    Roll rollOn(LocalDate day, List<RollMember> leads) {
        return Roll.of(Stream.concat(leads.stream(), seatedOn(day).stream()).toList(), terms);
    }

    /** Who has a seat on a day; voting seats are numbered, and two who share one have its number. */
    private List<RollMember> seatedOn(LocalDate day) {
        List<String> places = new ArrayList<>();
        var roll = new ArrayList<RollMember>();
        for (Seat seat : seats) {
            if (seat.term().covers(day)) {
                if (seat.voting() && !places.contains(seat.place())) {
                    places.add(seat.place());
                }
                roll.add(new RollMember(
                        seat.person(), seat.capacity(), seat.voting() ? places.indexOf(seat.place()) + 1 : null));
            }
        }
        return roll;
    }

    @Nullable
    PersonId chairOn(LocalDate day) {
        return holderOn(chairs, day);
    }

    @Nullable
    PersonId deputyOn(LocalDate day) {
        return holderOn(deputies, day);
    }

    private static @Nullable PersonId holderOn(List<Office> offices, LocalDate day) {
        return offices.stream()
                .filter(office -> office.term().covers(day))
                .map(Office::person)
                .reduce((earlier, later) -> later)
                .orElse(null);
    }

    /**
     * While no meeting goes on, the chair decides on conflicts; on the chair's own, and where the chair may not vote on the
     * matter, the deputy does.
     *
     * @param kept whom a conflict keeps from voting on it
     */
    boolean decidesOnConflict(PersonId about, PersonId decider, Set<PersonId> kept, LocalDate day) {
        return Stream.of(Optional.ofNullable(chairOn(day)), Optional.ofNullable(deputyOn(day)))
                .flatMap(Optional::stream)
                .filter(person -> !person.equals(about) && !kept.contains(person))
                .findFirst()
                .filter(decider::equals)
                .isPresent();
    }

    /** Freezes who belongs to a meeting: whoever changes a seat at the same moment does so before or after. */
    void takeRoll(MeetingId meeting, LocalDate on) {
        apply(new BoardRollTaken(id, meeting, on));
    }

    void awaitRatification(DecisionId decision, MatterId matter, Instant since) {
        apply(new RatificationAwaited(id, decision, matter, since));
    }

    /** Hands the chair's actions that were taken before it opens to a meeting, which has to ratify them or refuse to. */
    List<RatificationAwaited> handOver(MeetingId meeting, Instant opens) {
        List<RatificationAwaited> due = awaited.values().stream()
                .filter(one -> !one.since().isAfter(opens))
                .toList();
        due.forEach(one -> apply(new RatificationHandedOver(id, one.decision(), one.matter(), meeting)));
        return due;
    }

    /** {@code floor} is the least that is asked of its quorum; null where nothing is. */
    void establish(EstablishBoard command, @Nullable QuorumFloor floor) {
        CommonRule.ALREADY_EXISTS.refuseIf(stream != null);
        mustBePossible(command.terms(), command.kind());
        mustKeep(floor, command.terms());
        apply(new BoardEstablished(
                command.board(),
                command.body(),
                command.kind(),
                command.name(),
                command.accountableTo(),
                command.terms()));
    }

    void adopt(TermsOfReference adopted, @Nullable QuorumFloor floor, LocalDate today) {
        mustBePossible(adopted, kind);
        mustKeep(floor, adopted);
        Integer stated = adopted.votingSeats();
        int filled =
                votingPlaces(new Term(today, null)).mapToInt(Set::size).max().orElse(0);
        SEATS_BELOW_FILLED.refuseIf(stated != null && stated < filled, "filled", filled, "seats", stated);
        List<Seat> voting = seats.stream()
                .filter(seat -> seat.voting() && seat.term().endsAfter(today))
                .toList();
        if (!voting.isEmpty()) {
            for (CapacityMinimum minimum : adopted.minima()) {
                long seated = voting.stream()
                        .filter(seat -> seat.capacity() == minimum.capacity())
                        .map(Seat::place)
                        .distinct()
                        .count();
                QUORUM_IMPOSSIBLE.refuseIf(seated < minimum.members(), details(minimum));
            }
        }
        apply(new TermsOfReferenceAdopted(id, adopted));
    }

    /** Gives a seat to anybody but a lead or champion: those are seated as {@link ConfirmedLead}. */
    void assign(AssignToBoard command) {
        if (isLead(command.capacity())) {
            throw IMPARTIALITY_NOT_CONFIRMED.refusal();
        }
        STRAND_WITHOUT_POST.refuseIf(command.strand() != null);
        SUPPORT_STAFF_DO_NOT_VOTE.refuseIf(command.voting() && command.capacity() == BoardCapacity.SUPPORT_STAFF);
        DERIVED_MEMBERSHIP.refuseIf(kind.hasDerivedRoll() && command.voting());
        mustHaveNoSeat(command.person(), command.term());
        mustBeShareable(command);
        giveByHand(new BoardMemberAssigned(
                id,
                command.person(),
                command.capacity(),
                command.voting(),
                command.term(),
                null,
                null,
                command.sharesWith()));
    }

    /** Gives a lead or champion a seat by hand, as one of those the terms state. */
    void assign(ConfirmedLead lead, AssignToBoard command) {
        LEADS_SHARE_POSTS.refuseIf(command.sharesWith() != null);
        giveByHand(seatOf(lead, command.voting()));
    }

    /** Gives a lead or champion the seat that comes with the post, also when no stated seat is left: it is theirs. */
    void seat(ConfirmedLead lead, boolean voting) {
        apply(seatOf(lead, voting));
    }

    private BoardMemberAssigned seatOf(ConfirmedLead lead, boolean voting) {
        DERIVED_MEMBERSHIP.refuseIf(kind.hasDerivedRoll());
        mustHaveNoSeat(lead.person(), lead.term());
        return new BoardMemberAssigned(
                id, lead.person(), lead.capacity(), voting, lead.term(), lead.strand(), lead.post(), null);
    }

    void extend(ExtendSeat command) {
        LocalDate until = command.oldUntil();
        Seat seat = lastSeat(command.person(), its -> command.strand().equals(its.strand()))
                .orElseThrow(NOT_A_MEMBER::refusal);
        SEAT_NOT_EXTENDED.refuseIf(
                !until.equals(seat.term().until()) || !command.until().isAfter(until), "until", until);
        mustHaveNoSeat(command.person(), new Term(until, command.until()));
        apply(new BoardMembershipExtended(id, command.person(), until, command.until()));
    }

    /** Ends the seat that came with a post, also one that was yet to begin. */
    void end(EndSeat command) {
        NOT_A_MEMBER.refuseIf(lastSeat(
                        command.person(),
                        seat -> command.strand().equals(seat.strand())
                                && seat.term().endsAfter(command.on()))
                .isEmpty());
        apply(new BoardMembershipEnded(id, command.person(), command.on(), null, command.strand()));
    }

    void end(EndBoardMembership command) {
        boolean belongs = Stream.<List<? extends Held<?>>>of(seats, chairs, deputies)
                .flatMap(List::stream)
                .anyMatch(held -> held.isOf(command.person()) && held.term().covers(command.on()));
        NOT_A_MEMBER.refuseIf(!belongs);
        apply(new BoardMembershipEnded(id, command.person(), command.on(), command.reason(), null));
    }

    void appointChair(AppointChair command) {
        mustHaveSeatThroughout(command.person(), command.term());
        CHAIR_ALREADY_APPOINTED.refuseIf(isTaken(chairs, command.term()));
        DEPUTY_IS_CHAIR.refuseIf(holds(deputies, command.person(), command.term()));
        apply(new ChairAppointed(id, command.person(), command.term()));
    }

    void appointDeputy(AppointDeputy command) {
        mustHaveSeatThroughout(command.person(), command.term());
        DEPUTY_IS_CHAIR.refuseIf(holds(chairs, command.person(), command.term()));
        DEPUTY_ALREADY_APPOINTED.refuseIf(isTaken(deputies, command.term()));
        apply(new DeputyAppointed(id, command.person(), command.term()));
    }

    void setCycle(SetReportingCycle command, LocalDate today) {
        BoardId to = mustBeAccountable();
        FIRST_DUE_PASSED.refuseIf(!command.firstDue().isAfter(today));
        apply(new ReportingCycleSet(
                id, to, new ReportingCycle(reports.next(today), command.months(), command.firstDue())));
    }

    void submit(SubmitReport command, LocalDate today) {
        BoardId to = mustBeAccountable();
        LocalDate due = reports.mustBeAskedFor(command.report(), today);
        reports.mustBeNew(command.report(), command.period(), today);
        REPORT_WITHOUT_DOCUMENT.refuseIf(command.documents().isEmpty());
        apply(new ReportSubmitted(
                id,
                to,
                command.report(),
                due,
                command.period(),
                today,
                command.documents(),
                command.summary(),
                command.matters()));
    }

    /** {@code closed} is the day on which the meeting at which it was received was over, if it was at one that is. */
    void receive(ReceiveReport command, @Nullable LocalDate closed, LocalDate today) {
        BoardId to = mustBeAccountable();
        LocalDate submitted = reports.mustAwaitReceipt(command.report());
        MEETING_BEFORE_REPORT.refuseIf(closed != null && closed.isBefore(submitted));
        apply(new ReportReceived(
                id, to, command.report(), today, command.meeting(), command.note(), matters(command.report())));
    }

    /** The matters that a report is about; none if there is no such report. */
    List<MatterId> matters(int report) {
        return reports.matters(report);
    }

    private BoardId mustBeAccountable() {
        return Optional.ofNullable(accountableTo).orElseThrow(NOT_ACCOUNTABLE::refusal);
    }

    static boolean isLead(BoardCapacity capacity) {
        return capacity == BoardCapacity.CLINICAL_LEAD || capacity == BoardCapacity.CLINICAL_CHAMPION;
    }

    /** A quorum may ask only for capacities that vote; on a derived roll only leads and champions do. */
    private static void mustBePossible(TermsOfReference terms, BoardKind kind) {
        SEATS_NOT_STATED.refuseIf(terms.vacanciesCount() && terms.votingSeats() == null);
        ADVISES_ONLY.refuseIf(kind.hasDerivedRoll() && terms.decisionKinds().contains(DecisionKind.DECIDE));
        for (CapacityMinimum minimum : terms.minima()) {
            boolean votes = kind.hasDerivedRoll()
                    ? isLead(minimum.capacity())
                    : minimum.capacity() != BoardCapacity.SUPPORT_STAFF;
            QUORUM_IMPOSSIBLE.refuseIf(!votes, details(minimum));
        }
    }

    private static void mustKeep(@Nullable QuorumFloor floor, TermsOfReference terms) {
        if (floor != null) {
            QUORUM_BELOW_FLOOR.refuseIf(
                    !floor.isKeptBy(terms),
                    "numerator",
                    floor.quorum().numerator(),
                    "denominator",
                    floor.quorum().denominator(),
                    "officers",
                    floor.officers(),
                    "nonOfficers",
                    floor.nonOfficers());
        }
    }

    private static @Nullable Object[] details(CapacityMinimum minimum) {
        return new @Nullable Object[] {"capacity", minimum.capacity(), "members", minimum.members()};
    }

    private void mustHaveNoSeat(PersonId person, Term term) {
        ALREADY_A_MEMBER.refuseIf(
                lastSeat(person, seat -> seat.term().overlaps(term)).isPresent());
    }

    private void mustBeShareable(AssignToBoard command) {
        PersonId sharesWith = command.sharesWith();
        if (sharesWith != null) {
            Seat other = lastSeat(sharesWith, seat -> seat.term().contains(command.term()))
                    .filter(seat -> seat.voting() && command.voting() && seat.capacity() == command.capacity())
                    .orElseThrow(NO_SEAT_TO_SHARE::refusal);
            SEAT_SHARED_ALREADY.refuseIf(seats.stream()
                    .anyMatch(seat -> seat.place().equals(other.place())
                            && !seat.isOf(sharesWith)
                            && seat.term().overlaps(command.term())));
        }
    }

    private void giveByHand(BoardMemberAssigned seat) {
        Integer stated = terms.votingSeats();
        if (seat.voting() && stated != null) {
            String place = placeOf(seat);
            SEATS_FULL.refuseIf(
                    votingPlaces(seat.term()).anyMatch(filled -> filled.size() >= stated && !filled.contains(place)),
                    "seats",
                    stated);
        }
        apply(seat);
    }

    private String placeOf(BoardMemberAssigned assigned) {
        PersonId sharesWith = assigned.sharesWith();
        return sharesWith == null
                ? assigned.place()
                : lastSeat(sharesWith, seat -> seat.term().contains(assigned.term()))
                        .orElseThrow()
                        .place();
    }

    /** The voting seats that are filled, on each day of the term on which there may be more than on the day before. */
    private Stream<Set<String>> votingPlaces(Term term) {
        return Stream.concat(Stream.of(term.from()), seats.stream().map(seat -> seat.term()
                        .from()))
                .filter(term::covers)
                .map(day -> seats.stream()
                        .filter(seat -> seat.voting() && seat.term().covers(day))
                        .map(Seat::place)
                        .collect(toSet()));
    }

    private void mustHaveSeatThroughout(PersonId person, Term term) {
        NOT_A_MEMBER.refuseIf(!kind.hasDerivedRoll() && !hasSeatThroughout(person, term));
    }

    private boolean hasSeatThroughout(PersonId person, Term term) {
        return lastSeat(person, seat -> seat.term().contains(term)).isPresent();
    }

    private Optional<Seat> lastSeat(PersonId person, Predicate<Seat> which) {
        return seats.reversed().stream()
                .filter(seat -> seat.person().equals(person))
                .filter(which)
                .findFirst();
    }

    private static boolean isTaken(List<Office> offices, Term term) {
        return offices.stream().anyMatch(office -> office.term().overlaps(term));
    }

    private static boolean holds(List<Office> offices, PersonId person, Term term) {
        return offices.stream()
                .anyMatch(office ->
                        office.person().equals(person) && office.term().overlaps(term));
    }

    @EventSourcingHandler
    void on(BoardEvent event) {
        switch (event) {
            case BoardEstablished e -> {
                stream = e.stream();
                id = e.board();
                body = e.body();
                kind = e.kind();
                accountableTo = e.accountableTo();
                terms = e.terms();
            }
            case TermsOfReferenceAdopted e -> terms = e.terms();
            case BoardRollTaken e -> {}
            case RatificationAwaited e -> awaited.put(e.decision(), e);
            case RatificationHandedOver e -> awaited.remove(e.decision());
            case BoardMemberAssigned e ->
                seats.add(new Seat(e.person(), e.capacity(), e.voting(), e.strand(), placeOf(e), e.term()));
            case BoardMembershipExtended e ->
                seats.replaceAll(seat -> seat.person().equals(e.person())
                                && e.oldUntil().equals(seat.term().until())
                        ? seat.with(new Term(seat.term().from(), e.newUntil()))
                        : seat);
            case BoardMembershipEnded e -> {
                StrandCode strand = e.strand();
                end(seats, e, seat -> strand == null || strand.equals(seat.strand()));
                end(chairs, e, office -> !hasSeatThroughout(e.person(), office.term()));
                end(deputies, e, office -> !hasSeatThroughout(e.person(), office.term()));
            }
            case ChairAppointed e -> chairs.add(new Office(e.person(), e.term()));
            case DeputyAppointed e -> deputies.add(new Office(e.person(), e.term()));
            case ReportingCycleSet e -> reports.on(e);
            case ReportSubmitted e -> reports.on(e);
            case ReportReceived e -> reports.on(e);
        }
    }

    /** What had not begun by then never does. */
    private static <T extends Held<T>> void end(List<T> held, BoardMembershipEnded event, Predicate<T> which) {
        Predicate<T> ends = which.and(its -> its.isOf(event.person()));
        held.removeIf(ends.and(its -> !its.term().from().isBefore(event.on())));
        held.replaceAll(its -> ends.test(its) && its.term().covers(event.on())
                ? its.with(its.term().endedOn(event.on()))
                : its);
    }

    /** What a person has on a board for a term. */
    private sealed interface Held<T extends Held<T>> {

        PersonId person();

        Term term();

        T with(Term term);

        default boolean isOf(PersonId other) {
            return person().equals(other);
        }
    }

    /** {@code place} is the same for two who share the seat. */
    private record Seat(
            PersonId person,
            BoardCapacity capacity,
            boolean voting,
            @Nullable StrandCode strand,
            String place,
            Term term)
            implements Held<Seat> {

        @Override
        public Seat with(Term other) {
            return new Seat(person, capacity, voting, strand, place, other);
        }
    }

    private record Office(PersonId person, Term term) implements Held<Office> {

        @Override
        public Office with(Term other) {
            return new Office(person, other);
        }
    }
}
