package org.probity.board.command;

import static java.util.stream.Collectors.toUnmodifiableSet;
import static org.axonframework.modelling.command.AggregateLifecycle.apply;
import static org.probity.board.command.DecisionRule.*;
import static org.probity.board.command.MeetingRule.*;
import static org.probity.people.event.Authority.BOARD_SECRETARY;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;
import org.probity.board.command.MeetingCommand.*;
import org.probity.board.event.BoardEvent.RatificationAwaited;
import org.probity.board.event.DecisionEvent.DecisionRecorded;
import org.probity.board.event.MeetingEvent;
import org.probity.board.event.MeetingEvent.*;
import org.probity.board.event.MinutesEvent;
import org.probity.board.event.Movement;
import org.probity.board.event.QuorumCount;
import org.probity.board.event.Roll;
import org.probity.board.event.RollMember;
import org.probity.board.event.TermsOfReference;
import org.probity.command.CommonRule;
import org.probity.command.Occasion;
import org.probity.id.BoardId;
import org.probity.id.DecisionId;
import org.probity.id.MatterId;
import org.probity.id.MeetingId;
import org.probity.id.OrganisationCode;
import org.probity.id.PersonId;
import org.probity.id.RulePackVersion;
import org.probity.interests.event.Mitigation;
import org.probity.people.event.DutyScope;

/**
 * One meeting: its agenda, its roll, who is there and who presides. Protects the frozen roll and the order of things;
 * how it decides is told by {@link Deciding}.
 */
@Aggregate
class Meeting {

    @AggregateIdentifier
    private String stream;

    private MeetingId id;
    private BoardId board;
    private OrganisationCode body;
    private Instant starts;
    private @Nullable MeetingOpened opened;
    private Presiding presiding = new Presiding(null, null);
    private boolean over;
    private @Nullable Instant decidedLast;
    private final Map<Integer, AgendaItem> items = new LinkedHashMap<>();
    private final Attendance attendance = new Attendance();
    private final Set<Integer> actions = new HashSet<>();
    private final Set<Integer> openActions = new HashSet<>();
    private final Map<DecisionId, MatterId> due = new LinkedHashMap<>();
    private final MinutesProgress minutes = new MinutesProgress();

    Meeting() {}

    void convene(ConveneMeeting command, OrganisationCode of, TermsOfReference terms, Occasion occasion) {
        CommonRule.ALREADY_EXISTS.refuseIf(stream != null);
        MEETING_IN_PAST.refuseIf(!command.starts().isAfter(occasion.now()));
        int given = clearDays(occasion.today(), command.starts());
        boolean tooShort = given < terms.noticeClearDays();
        NOTICE_TOO_SHORT.refuseIf(
                tooShort && command.shortNoticeReason() == null, "needed", terms.noticeClearDays(), "given", given);
        apply(new MeetingConvened(
                command.meeting(),
                command.board(),
                of,
                command.starts(),
                given,
                tooShort ? command.shortNoticeReason() : null));
    }

    /** Days between the day of notice and the day of the meeting, counting neither. */
    private static int clearDays(LocalDate notice, Instant starts) {
        return Math.toIntExact(ChronoUnit.DAYS.between(notice, dayOf(starts)) - 1);
    }

    private static LocalDate dayOf(Instant moment) {
        return LocalDate.ofInstant(moment, Occasion.ZONE);
    }

    /**
     * Puts a matter on the agenda, with what was decided about conflicts in it before. What the chair did under earlier
     * terms of reference comes before the board all the same.
     */
    void add(AddAgendaItem command, Matter matter, TermsOfReference terms, Occasion occasion) {
        mustNotBeOver();
        if (!due.containsValue(command.matter())) {
            matter.mustBeDelegated(terms, command.purpose());
        }
        ITEM_NUMBER_TAKEN.refuseIf(items.containsKey(command.item()), "item", command.item());
        itemOf(command.matter()).filter(item -> !item.isFinished()).ifPresent(item -> {
            throw ALREADY_ON_AGENDA.refusal("item", item.number());
        });
        apply(new AgendaItemAdded(
                id,
                command.item(),
                command.matter(),
                matter.title(),
                command.purpose(),
                command.open(),
                command.papers(),
                clearDays(occasion.today(), starts) < terms.noticeClearDays()));
        matter.recusals()
                .forEach((person, mitigation) -> stepOut(command.matter(), person, mitigation, occasion.now()));
    }

    void sendApologies(PersonId person) {
        mustNotBeOver();
        apply(new ApologiesSent(id, person));
    }

    void open(
            OpenMeeting command,
            Roll roll,
            TermsOfReference terms,
            RulePackVersion pack,
            @Nullable PersonId chair,
            @Nullable PersonId deputy,
            List<RatificationAwaited> awaited,
            Instant now) {
        mustNotBeOver();
        MEETING_ALREADY_OPEN.refuseIf(opened != null);
        BEFORE_ANNOUNCED_START.refuseIf(command.at().isBefore(starts), "starts", starts);
        TIME_OUT_OF_ORDER.refuseIf(command.at().isAfter(now), "earliest", starts, "latest", now);
        apply(new MeetingOpened(id, board, command.at(), roll, terms, pack, chair, deputy, command.present()));
        awaited.forEach(one -> apply(new RatificationFellDue(id, one.matter(), one.decision())));
    }

    void takeChair(TakeChair command, Instant now) {
        MeetingOpened meeting = mustBeOpen();
        mustBeInTime(command.at(), now);
        Integer number = command.item();
        AgendaItem item = number == null ? null : item(number);
        NOT_PRESENT.refuseIf(!attendance.isThere(command.person(), command.at()));
        PRESIDER_CONFLICTED.refuseIf(item != null && !item.mayBeVotedOnBy(command.person(), command.at()));
        apply(new ChairTaken(
                id,
                command.person(),
                presiding.roleOf(
                        command.person(),
                        meeting.roll(),
                        person -> attendance.isThere(person, command.at())
                                && (item == null || item.mayBeVotedOnBy(person, command.at()))),
                number,
                command.at()));
    }

    void record(RecordAttendance command, Instant now) {
        mustBeOpen();
        mustBeInTime(command.at(), now);
        attendance.mustBePossible(command.person(), command.movement(), command.at());
        apply(new AttendanceRecorded(id, command.person(), command.movement(), command.at()));
    }

    void correct(CorrectAttendance command, Instant now) {
        minutes.mustNotBeApproved();
        MeetingOpened meeting = opened();
        Instant earliest = meeting.at();
        for (var presence : command.present()) {
            Instant until = presence.until() == null ? presence.from() : presence.until();
            TIME_OUT_OF_ORDER.refuseIf(
                    presence.from().isBefore(earliest) || until.isAfter(now), "earliest", earliest, "latest", now);
            earliest = until;
        }
        apply(new AttendanceCorrected(id, command.person(), command.present(), command.reason()));
    }

    /** A vote that holds what they cast is void as a whole, and is opened anew. A lesser recusal ends the one before. */
    void stepOut(MatterId matter, PersonId person, Mitigation mitigation, Instant now) {
        if (itemOf(matter)
                .filter(item -> item.isKeptOutFurther(person, mitigation))
                .isPresent()) {
            stepIn(matter, person, now);
        }
        apply(new MemberSteppedOut(id, matter, person, mitigation));
        itemOf(matter)
                .filter(item -> !mitigation.votesOrScores() && item.holdsVoteOf(person))
                .ifPresent(item -> apply(new VoteVoided(id, item.number(), null)));
    }

    void stepIn(MatterId matter, PersonId person, Instant now) {
        apply(new MemberSteppedIn(id, matter, person, now));
    }

    void defer(DeferItem command) {
        mustNotBeOver();
        item(command.item()).mustBeUndecided();
        apply(new ItemDeferred(id, command.item(), command.reason()));
    }

    void refer(ReferMatter command) {
        mustBeOpen();
        item(command.item()).mustBeUndecided();
        apply(new ItemReferred(id, command.item(), command.to(), command.reason()));
    }

    void raise(RaiseAction command) {
        mustBeOpen();
        ACTION_NUMBER_TAKEN.refuseIf(actions.contains(command.action()), "action", command.action());
        Integer item = command.item();
        if (item != null) {
            item(item);
        }
        apply(new ActionRaised(id, command.action(), item, command.owner(), command.task(), command.due()));
    }

    void complete(CompleteAction command) {
        NO_SUCH_ACTION.refuseIf(!openActions.contains(command.action()));
        apply(new ActionCompleted(id, command.action(), command.on()));
    }

    /** Refuses unless a decision fell due here and the other is this meeting's answer to it. */
    void mustHaveToRatify(DecisionId decision, DecisionRecorded by) {
        MatterId matter = due.get(decision);
        RATIFICATION_NOT_DUE.refuseIf(matter == null);
        RATIFIES_NOTHING.refuseIf(!by.meeting().equals(id)
                || !by.matter().equals(matter)
                || !decision.equals(by.resolution().answers()));
    }

    void consider(DecisionId decision, DecisionRecorded by) {
        apply(new RatificationConsidered(id, by.matter(), decision, by.decision(), by.outcome()));
    }

    /**
     * Closes. What has to be ratified and cannot be, since there is no quorum for it, is carried over.
     *
     * @param closed whether a matter is closed to the caller, who is then not told what became of it
     */
    List<RatificationCarriedOver> close(CloseMeeting command, Predicate<MatterId> closed, Instant now) {
        mustBeOpen();
        mustBeInTime(command.at(), now);
        TIME_OUT_OF_ORDER.refuseIf(
                decidedLast != null && command.at().isBefore(decidedLast), "earliest", decidedLast, "latest", now);
        List<Integer> undecided = items.values().stream()
                .filter(item -> !item.isFinished())
                .map(AgendaItem::number)
                .toList();
        ITEMS_UNDECIDED.refuseIf(
                !undecided.isEmpty(),
                "items",
                undecided.stream()
                        .filter(number -> !closed.test(item(number).matter()))
                        .map(String::valueOf)
                        .collect(Collectors.joining(" ")));
        List<DecisionId> neglected = due.entrySet().stream()
                .filter(one -> wasQuorate(one.getValue(), now))
                .map(Map.Entry::getKey)
                .toList();
        RATIFICATION_NOT_CONSIDERED.refuseIf(
                !neglected.isEmpty(),
                "decisions",
                neglected.stream()
                        .filter(one -> Optional.ofNullable(due.get(one))
                                .filter(closed.negate())
                                .isPresent())
                        .map(one -> one.value().toString())
                        .collect(Collectors.joining(" ")));
        List<RatificationCarriedOver> back = due.entrySet().stream()
                .map(one -> new RatificationCarriedOver(id, one.getValue(), one.getKey()))
                .toList();
        back.forEach(one -> apply(one));
        apply(new MeetingClosed(id, command.at()));
        return back;
    }

    /** Whether the meeting was quorate for a matter at any moment: a quorum begins as somebody comes or steps in. */
    private boolean wasQuorate(MatterId matter, Instant now) {
        Stream<Instant> stepsIn = itemOf(matter).stream().flatMap(AgendaItem::stepsIn);
        return Stream.of(Stream.of(now), attendance.arrivals(), stepsIn)
                .flatMap(moments -> moments)
                .anyMatch(moment -> isQuorate(matter, moment));
    }

    private boolean isQuorate(MatterId matter, Instant at) {
        MeetingOpened meeting = opened();
        Map<PersonId, Mitigation> mitigations =
                itemOf(matter).map(item -> item.mitigationsAt(at)).orElse(Map.of());
        return QuorumCount.of(meeting.terms(), meeting.roll(), attendance.at(at), mitigations)
                .met();
    }

    /** Whether the caller is secretary of the board or its body. */
    boolean isServedBy(Occasion occasion) {
        return occasion.caller().servesAs(BOARD_SECRETARY, DutyScope.of(board), occasion.today())
                || occasion.caller().servesAs(BOARD_SECRETARY, DutyScope.of(body), occasion.today());
    }

    MeetingId id() {
        return id;
    }

    BoardId board() {
        return board;
    }

    OrganisationCode body() {
        return body;
    }

    Attendance attendance() {
        return attendance;
    }

    Presiding presiding() {
        return presiding;
    }

    MinutesProgress minutes() {
        return minutes;
    }

    /** Everybody on the roll; nobody before it opened. */
    Set<PersonId> members() {
        return opened == null
                ? Set.of()
                : opened.roll().members().stream().map(RollMember::person).collect(toUnmodifiableSet());
    }

    boolean isOpen() {
        return opened != null && !over;
    }

    /** What the meeting opened with; refuses one that did not open or is over. */
    MeetingOpened mustBeOpen() {
        mustNotBeOver();
        return opened();
    }

    private MeetingOpened opened() {
        if (opened == null) {
            throw MEETING_NOT_OPEN.refusal();
        }
        return opened;
    }

    private void mustNotBeOver() {
        MEETING_OVER.refuseIf(over);
    }

    void mustBeInTime(Instant at, Instant now) {
        Instant earliest = opened().at();
        TIME_OUT_OF_ORDER.refuseIf(at.isBefore(earliest) || at.isAfter(now), "earliest", earliest, "latest", now);
    }

    AgendaItem item(int number) {
        return Optional.ofNullable(items.get(number)).orElseThrow(NO_SUCH_ITEM::refusal);
    }

    /** The item a matter is; of a matter that came up again once it was finished, the last one. */
    Optional<AgendaItem> itemOf(MatterId matter) {
        return items.values().stream()
                .filter(item -> item.matter().equals(matter))
                .reduce((earlier, later) -> later);
    }

    /**
     * Whether somebody decides on another's conflict: whoever presides over the item, or, where that is the presider's
     * own or the presider is conflicted already, the deputy; where no deputy is free to, any member who may preside.
     * Refuses while nobody presides who is there.
     */
    boolean decidesOnConflict(MatterId matter, PersonId about, PersonId decider, Instant now) {
        AgendaItem item = itemOf(matter).orElseThrow(NO_SUCH_ITEM::refusal);
        PersonId presider = presiding.over(item.number()).orElseThrow(NOBODY_PRESIDES::refusal);
        NOBODY_PRESIDES.refuseIf(!attendance.isThere(presider, now));
        Predicate<PersonId> free =
                person -> !person.equals(about) && attendance.isThere(person, now) && item.mayBeVotedOnBy(person, now);
        return free.test(decider)
                && Stream.concat(Stream.of(presider), presiding.deputy().stream())
                        .filter(free)
                        .findFirst()
                        .map(decider::equals)
                        .orElseGet(() -> mayPreside(decider));
    }

    private boolean mayPreside(PersonId person) {
        return opened().roll()
                .of(person)
                .filter(member -> !member.capacity().isOfficer())
                .isPresent();
    }

    @EventSourcingHandler
    void on(MeetingEvent event) {
        switch (event) {
            case MeetingConvened e -> {
                stream = e.stream();
                id = e.meeting();
                board = e.board();
                body = e.body();
                starts = e.starts();
            }
            case AgendaItemAdded e -> items.put(e.item(), new AgendaItem(e));
            case ApologiesSent e -> {}
            case MeetingOpened e -> {
                opened = e;
                presiding = new Presiding(e.chair(), e.deputy());
                e.present().forEach(person -> attendance.on(person, Movement.ARRIVED, e.at()));
            }
            case ChairTaken e -> presiding.on(e);
            case AttendanceRecorded e -> attendance.on(e.person(), e.movement(), e.at());
            case AttendanceCorrected e -> attendance.on(e.person(), e.present());
            case MemberSteppedOut e -> itemOf(e.matter()).ifPresent(item -> item.stepOut(e.person(), e.mitigation()));
            case MemberSteppedIn e -> itemOf(e.matter()).ifPresent(item -> item.stepIn(e.person(), e.at()));
            case VoteOpened e -> item(e.item()).on(e);
            case VoteCast e -> item(e.item()).ballot().on(e);
            case BallotReceived e -> item(e.item()).ballot().on(e);
            case TallyEntered e -> item(e.item()).ballot().on(e);
            case VoteTied e -> item(e.item()).on(e);
            case VoteVoided e -> item(e.item()).voidVote();
            case CastingVoteGiven e -> {}
            case ItemDecided e -> {
                item(e.item()).finish();
                decidedLast = decidedLast == null || e.at().isAfter(decidedLast) ? e.at() : decidedLast;
            }
            case ItemDeferred e -> item(e.item()).finish();
            case ItemReferred e -> item(e.item()).finish();
            case ActionRaised e -> {
                actions.add(e.action());
                openActions.add(e.action());
            }
            case ActionCompleted e -> openActions.remove(e.action());
            case RatificationFellDue e -> due.put(e.decision(), e.matter());
            case RatificationConsidered e -> due.remove(e.decision());
            case RatificationCarriedOver e -> due.remove(e.decision());
            case MeetingClosed e -> over = true;
        }
    }

    @EventSourcingHandler
    void on(MinutesEvent event) {
        minutes.on(event);
    }
}
