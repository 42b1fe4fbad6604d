package org.probity.audit.query;

import static org.probity.audit.query.ExceptionKind.*;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.probity.audit.event.RefusalEvent.CommandRejected;
import org.probity.audit.query.ExceptionTables.Asked;
import org.probity.audit.query.ExceptionTables.Entry;
import org.probity.board.event.DecisionEvent.*;
import org.probity.board.event.MatterEvent.*;
import org.probity.board.event.MeetingEvent.*;
import org.probity.board.event.MinutesEvent.MinutesCorrected;
import org.probity.campaign.event.CampaignEvent.AppointmentDecided;
import org.probity.event.Event;
import org.probity.id.DecisionId;
import org.probity.id.MatterId;
import org.probity.id.MeetingId;
import org.probity.id.PersonId;
import org.probity.interests.event.InterestsEvent.InterestDeclared;
import org.probity.query.Projection;
import org.probity.query.Recorded;
import org.springframework.stereotype.Component;

/**
 * What departs from the ordinary, as rows. Of each family it picks the few events that are exceptions; a family as a
 * whole it leaves to the projections that tell its story.
 */
@Component
@ProcessingGroup(ExceptionProjection.NAME)
class ExceptionProjection extends Projection {

    static final String NAME = GROUP + "exceptions";

    static final String AWAITED = "awaited";

    private static final String INQUORATE_RULE = "inquorate";

    private static final Pattern MEETING = Pattern.compile("meeting/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})");

    private final ExceptionTables tables;

    ExceptionProjection(ExceptionTables tables) {
        this.tables = tables;
    }

    @EventHandler
    void on(AppointmentDecided event, Recorded recorded) {
        if (event.departsFromRecommendation()) {
            put(entry(DEPARTURE, event, recorded, "departs-from-recommendation")
                    .because(event.reason())
                    .in(event.campaign(), event.strand()));
        }
    }

    @EventHandler
    void on(ChairsActionTaken event, Recorded recorded) {
        put(entry(CHAIRS_ACTION, event, recorded, AWAITED)
                .because(event.urgency())
                .about(event.matter(), event.decision()));
    }

    @EventHandler
    void on(DecisionRatified event, Recorded recorded) {
        considered(event.decision(), "ratified", recorded);
    }

    @EventHandler
    void on(RatificationRefused event, Recorded recorded) {
        considered(event.decision(), "refused", recorded);
    }

    @EventHandler
    void on(MeetingConvened event, Recorded recorded) {
        if (event.shortNoticeReason() != null) {
            put(entry(SHORT_NOTICE, event, recorded, "short-notice")
                    .because(event.shortNoticeReason())
                    .in(event.meeting(), null));
        }
    }

    @EventHandler
    void on(AgendaItemAdded event, Recorded recorded) {
        if (event.late()) {
            put(entry(LATE_ITEM, event, recorded, "item-added-late")
                    .in(event.meeting(), event.item())
                    .about(event.matter(), null));
        }
    }

    @EventHandler
    void on(AttendanceCorrected event, Recorded recorded) {
        put(entry(CORRECTION, event, recorded, "attendance-corrected")
                .in(event.meeting(), null)
                .about(event.person(), null));
    }

    @EventHandler
    void on(MinutesCorrected event, Recorded recorded) {
        put(entry(CORRECTION, event, recorded, "minutes-corrected")
                .because(event.reason())
                .in(event.meeting(), event.item()));
    }

    @EventHandler
    void on(InterestDeclared event, Recorded recorded) {
        if (event.late()) {
            put(entry(LATE_DECLARATION, event, recorded, "declared-late").about(event.person(), event.interest()));
        }
    }

    /** Which item of the meeting it was about a refusal does not say. */
    @EventHandler
    void on(CommandRejected event, Recorded recorded) {
        Matcher meeting = MEETING.matcher(event.subject());
        if (event.rule().equals(INQUORATE_RULE) && meeting.matches()) {
            String command =
                    event.command().replaceAll("(?<=[a-z])([A-Z])", "-$1").toLowerCase(Locale.ROOT);
            put(entry(INQUORATE, event, recorded, command)
                    .because("counted %s of %s required"
                            .formatted(
                                    event.details().getOrDefault("counted", "?"),
                                    event.details().getOrDefault("required", "?")))
                    .in(new MeetingId(UUID.fromString(meeting.group(1))), null));
        }
    }

    @EventHandler
    void on(ConflictSuggested event, Recorded recorded) {
        asked(event.matter(), event.person(), recorded, one -> one.asked(event.grounds()));
    }

    /** A recusal from before stands. */
    @EventHandler
    void on(NoConflictFound event, Recorded recorded) {
        Asked decided = asked(event.matter(), event.person(), recorded, one -> one);
        override(decided, entry(OVERRIDE, event, recorded, "no-conflict"));
    }

    @EventHandler
    void on(MemberRecused event, Recorded recorded) {
        Asked decided = asked(event.matter(), event.person(), recorded, one -> one.decided(event.mitigation()));
        override(decided, entry(OVERRIDE, event, recorded, "lesser-mitigation"));
    }

    @EventHandler
    void on(RecusalLifted event, Recorded recorded) {
        Asked decided = asked(event.matter(), event.person(), recorded, one -> one.decided(null));
        override(decided, entry(OVERRIDE, event, recorded, "recusal-lifted"));
    }

    private static Entry entry(ExceptionKind kind, Event event, Recorded recorded, String code) {
        return Entry.of(kind, recorded.position(), recorded.at(), event.stream(), code);
    }

    private void put(Entry entry) {
        tables.entries().put(entry.position(), entry);
    }

    private void considered(DecisionId decision, String as, Recorded recorded) {
        tables.entries()
                .currentWhere("kind = 'CHAIRS_ACTION' and decision = ?", decision)
                .forEach(one -> tables.entries().put(recorded.position(), one.now(as)));
    }

    private Asked asked(MatterId matter, PersonId person, Recorded recorded, UnaryOperator<Asked> how) {
        Asked known =
                tables.asked().current(matter, person).orElseGet(() -> new Asked(matter, person, List.of(), null));
        Asked changed = how.apply(known);
        tables.asked().put(recorded.position(), changed);
        return changed;
    }

    private void override(Asked decided, Entry entry) {
        if (decided.fallsShort()) {
            put(entry.about(decided.matter(), null).about(decided.person(), null));
        }
    }
}
