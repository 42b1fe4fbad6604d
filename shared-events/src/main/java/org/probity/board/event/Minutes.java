package org.probity.board.event;

import static org.probity.board.event.MinutesLines.words;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.probity.board.event.DecisionEvent.DecisionRecorded;
import org.probity.board.event.MeetingEvent.*;
import org.probity.board.event.MinutesEvent.*;
import org.probity.event.Event;
import org.probity.id.DecisionId;
import org.probity.id.MatterId;
import org.probity.id.MeetingId;

/**
 * The minutes of a meeting: nobody writes them, they are computed from what happened.
 *
 * <p>Invariant: the same events give the same bytes, wherever and whenever they are computed. So what is said depends on
 * the events alone; people and boards are written by their ids, since a name can be amended or erased; and a text that
 * was circulated once never takes another form. What comes after the approval changes nothing.
 */
public final class Minutes {

    private final Predicate<MatterId> closed;
    private final Map<Integer, MinutedItem> items = new TreeMap<>();
    private final Map<MatterId, MinutedItem> latest = new HashMap<>();
    private final MinutedAttendance attendance = new MinutedAttendance();
    private final List<ChairTaken> chairs = new ArrayList<>();
    private final List<RatificationCarriedOver> carriedOver = new ArrayList<>();
    private final Map<Integer, ActionRaised> actions = new TreeMap<>();
    private final List<MeetingId> earlierApproved = new ArrayList<>();
    private final Map<Integer, MinutesCorrected> corrections = new TreeMap<>();
    private @Nullable MeetingConvened convened;
    private @Nullable MeetingOpened opened;
    private @Nullable MeetingClosed over;
    private boolean approved;

    private Minutes(Predicate<MatterId> closed) {
        this.closed = closed;
    }

    /**
     * Computes them.
     *
     * @param events of the stream of the meeting, from its notice on, in order
     * @param decisions finds what was decided
     */
    public static Minutes of(List<? extends Event> events, Function<DecisionId, DecisionRecorded> decisions) {
        return of(events, decisions, matter -> false);
    }

    /**
     * Computes them for somebody from whom matters are closed.
     *
     * @param closed whether a matter is
     */
    public static Minutes of(
            List<? extends Event> events,
            Function<DecisionId, DecisionRecorded> decisions,
            Predicate<MatterId> closed) {
        var minutes = new Minutes(closed);
        for (Event event : events) {
            if (minutes.approved) {
                break;
            }
            if (event instanceof MeetingEvent happened) {
                minutes.on(happened, decisions);
            } else if (event instanceof MinutesEvent happened) {
                minutes.on(happened);
            }
        }
        return minutes;
    }

    private void on(MeetingEvent event, Function<DecisionId, DecisionRecorded> decisions) {
        switch (event) {
            case MeetingConvened e -> convened = e;
            case AgendaItemAdded e -> {
                var item = new MinutedItem(e);
                items.put(e.item(), item);
                latest.put(e.matter(), item);
            }
            case ApologiesSent e -> attendance.on(e);
            case MeetingOpened e -> {
                opened = e;
                attendance.on(e);
            }
            case ChairTaken e -> {
                if (e.item() == null) {
                    chairs.add(e);
                } else {
                    item(e.item()).on(e);
                }
            }
            case AttendanceRecorded e -> attendance.on(e);
            case AttendanceCorrected e -> attendance.on(e);
            case MemberSteppedOut e -> itemOf(e.matter()).ifPresent(item -> item.on(e));
            case MemberSteppedIn e -> itemOf(e.matter()).ifPresent(item -> item.on(e));
            case VoteOpened e -> {}
            case VoteCast e -> {}
            case BallotReceived e -> {}
            case TallyEntered e -> {}
            case VoteTied e -> {}
            case VoteVoided e -> {}
            case CastingVoteGiven e -> item(e.item()).on(e);
            case ItemDecided e -> item(e.item()).on(decisions.apply(e.decision()));
            case ItemDeferred e -> item(e.item()).on(e);
            case ItemReferred e -> item(e.item()).on(e);
            case ActionRaised e -> actions.put(e.action(), e);
            case ActionCompleted e -> {}
            case RatificationFellDue e -> {}
            case RatificationConsidered e -> itemOf(e.matter()).ifPresent(item -> item.on(e));
            case RatificationCarriedOver e ->
                itemOf(e.matter()).ifPresentOrElse(item -> item.on(e), () -> carriedOver.add(e));
            case MeetingClosed e -> over = e;
        }
    }

    private void on(MinutesEvent event) {
        switch (event) {
            case MinutesCirculated e -> {}
            case MinutesCorrected e -> corrections.put(e.correction(), e);
            case MinutesApproved e -> approved = true;
            case EarlierMinutesApproved e -> earlierApproved.add(e.of());
        }
    }

    private MinutedItem item(int number) {
        return Optional.ofNullable(items.get(number))
                .orElseThrow(() -> new IllegalArgumentException("the agenda has no item " + number));
    }

    /** The item a matter is; of a matter that came up again once it was finished, the last one. */
    private Optional<MinutedItem> itemOf(MatterId matter) {
        return Optional.ofNullable(latest.get(matter));
    }

    /** What everybody may read once it is approved: all but private items. */
    public MinutesText publicText() {
        var lines = new MinutesLines();
        writeHeading(lines, "MINUTES");
        lines.section("ATTENDANCE");
        if (opened != null) {
            int seats = opened.roll().votingSeats();
            lines.line("Voting seats", seats)
                    .line("Quorum", opened.terms().quorum().required(seats));
        }
        attendance.write(lines, opened == null ? null : opened.roll());
        chairs.forEach(chair ->
                lines.line("Presiding", chair.person().stream() + ", " + words(chair.role()) + ", from " + chair.at()));
        earlierApproved.forEach(of -> lines.line("Approved", "the minutes of " + of.stream()));
        items.forEach((number, item) -> {
            if (item.open()) {
                write(item, lines);
            } else {
                lines.section("ITEM " + number).line("Taken", "in private");
            }
        });
        carriedOver.forEach(one -> {
            lines.section("RATIFICATION");
            if (closed.test(one.matter())) {
                lines.leftOut();
            } else {
                lines.line("Of", one.decision().stream()).line("Outcome", MinutedItem.CARRIED_OVER);
            }
        });
        writeWhatFollows(lines, true);
        return lines.text();
    }

    /** What is told of private items; empty where there are none. */
    public Optional<MinutesText> privateText() {
        if (items.values().stream().allMatch(MinutedItem::open)) {
            return Optional.empty();
        }
        var lines = new MinutesLines();
        writeHeading(lines, "MINUTES OF WHAT IS TAKEN IN PRIVATE");
        items.values().stream().filter(item -> !item.open()).forEach(item -> write(item, lines));
        writeWhatFollows(lines, false);
        return Optional.of(lines.text());
    }

    private void writeHeading(MinutesLines lines, String title) {
        MeetingConvened notice = Optional.ofNullable(convened)
                .orElseThrow(() -> new IllegalArgumentException("there are no minutes of what was not convened"));
        lines.section(title)
                .line("Board", notice.board().stream())
                .line("Body", notice.body().value())
                .line("Meeting", notice.meeting().stream())
                .line("Convened for", notice.starts())
                .line("Notice in clear days", notice.clearDays())
                .line("Short notice", notice.shortNoticeReason())
                .line("Opened", opened == null ? "not so far" : opened.at())
                .line("Closed", over == null ? "not so far" : over.at())
                .line("Times", "UTC");
    }

    private void write(MinutedItem item, MinutesLines lines) {
        item.writeTitle(lines);
        if (closed.test(item.matter())) {
            item.writeClosed(lines, item.open() && over != null);
        } else {
            item.write(lines);
        }
    }

    /** Actions and corrections that arose from what was taken in public, or in private. */
    private void writeWhatFollows(MinutesLines lines, boolean open) {
        actions.values().stream().filter(one -> isTaken(one.item(), open)).forEach(one -> {
            lines.section("ACTION " + one.action()).line("Arose from item", one.item());
            if (isClosed(one.item())) {
                lines.leftOut();
            } else {
                lines.line("Task", one.task())
                        .line("Owner", one.owner().stream())
                        .line("Due", one.due());
            }
        });
        corrections.values().stream().filter(one -> isTaken(one.item(), open)).forEach(one -> {
            lines.section("CORRECTION " + one.correction()).line("Of item", one.item());
            if (isClosed(one.item())) {
                lines.leftOut();
            } else {
                lines.line("Reads", one.wording()).line("Reason", one.reason());
            }
        });
    }

    /** What is about no item is taken in public. */
    private boolean isTaken(@Nullable Integer item, boolean open) {
        return (item == null || item(item).open()) == open;
    }

    private boolean isClosed(@Nullable Integer item) {
        return item != null && closed.test(item(item).matter());
    }
}
