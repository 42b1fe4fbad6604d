package org.probity.meeting.query;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.probity.board.event.DecisionEvent.ChairsActionTaken;
import org.probity.board.event.DecisionEvent.DecisionRecorded;
import org.probity.board.event.DecisionOutcome;
import org.probity.board.event.StatedEffect;
import org.probity.board.event.SteppedOut;
import org.probity.id.BoardId;
import org.probity.id.DecisionId;
import org.probity.id.MatterId;
import org.probity.id.MeetingId;
import org.probity.id.OrganisationCode;
import org.probity.id.PersonId;
import org.probity.identity.Actor;
import org.probity.interests.event.Mitigation;
import org.probity.meeting.query.MatterTables.Matter;
import org.probity.meeting.query.MeetingTables.Decision;
import org.probity.query.View;
import org.springframework.stereotype.Component;

/** The decisions somebody had a part in, as far as an asker may read the matters. */
@Component
public class DecisionsTouched {

    private static final String BY_A_MEETING = """
            recorded->'present' @> to_jsonb(?::text) or recorded->>'presider' = ?
            or recorded->'votes' @> jsonb_build_array(jsonb_build_object('person', ?::text))""";

    private static final String BY_CHAIRS_ACTION = """
            action->>'chair' = ? or action->>'chiefOfficer' = ? or action->'consulted' @> to_jsonb(?::text)""";

    private final MeetingTables tables;
    private final MatterTables matters;
    private final MatterQueries sights;

    DecisionsTouched(MeetingTables tables, MatterTables matters, MatterQueries sights) {
        this.tables = tables;
        this.matters = matters;
        this.sights = sights;
    }

    /** What part somebody had in a decision. */
    public enum Part {
        PRESENT,
        VOTED,
        PRESIDED,
        /** Of the two who take a chair's action, the chair. */
        CHAIR,
        /** Of the two who take a chair's action, the chief officer. */
        CHIEF_OFFICER,
        CONSULTED
    }

    /** What was decided, the newest first, and how much more there is that the asker may not read. */
    public record Touched(List<DecisionTouched> decisions, int withheld) {}

    /**
     * A decision somebody had a part in.
     *
     * @param meeting null for a chair's action
     * @param steppedOut how far they were kept out of the matter all the same; null if they were not
     * @param concerned whether the matter treats differently from others what they have the interest in, as was stated
     *     when it was decided or is now
     */
    public record DecisionTouched(
            DecisionId decision,
            OrganisationCode body,
            BoardId board,
            @Nullable MeetingId meeting,
            MatterId matter,
            String title,
            DecisionOutcome outcome,
            Instant at,
            Set<Part> parts,
            @Nullable Mitigation steppedOut,
            boolean concerned) {}

    /**
     * What somebody had a part in.
     *
     * @param during whether the moment of a decision counts
     * @param bodies of whose decisions the asker is told; those of others are counted as withheld, but
     *     not those of matters that the asker withdrew from: that one was taken is closed to them as well
     * @param interest whether a stated effect is on what they have the interest in
     */
    public Touched of(
            PersonId holder,
            Predicate<Instant> during,
            Predicate<OrganisationCode> bodies,
            Predicate<StatedEffect> interest,
            Actor actor,
            View view) {
        Function<Decision, Optional<Closed>> closed = sights.decisionsClosedTo(actor, view);
        List<DecisionTouched> told = new ArrayList<>();
        int withheld = 0;
        for (Decision decision : partsIn(holder, view)) {
            if (!during.test(decision.at())) {
                continue;
            }
            Optional<Closed> why = closed.apply(decision);
            if (bodies.test(decision.body()) && why.isEmpty()) {
                told.add(touched(decision, holder, interest, view));
            } else if (!why.equals(Optional.of(Closed.WITHDRAWN))) {
                withheld++;
            }
        }
        told.sort(Comparator.comparing(DecisionTouched::at).reversed());
        return new Touched(told, withheld);
    }

    /** A decision of a board. */
    public record DecisionOfBody(DecisionId decision, MatterId matter, Instant at) {}

    /** What the boards of a body decided, at meetings and by chair's action, up to a position. */
    public List<DecisionOfBody> of(OrganisationCode body, long position) {
        return tables
                .decisions()
                .where(position, "coalesce(recorded->>'body', action->>'body') = ?", body.value())
                .stream()
                .map(one -> new DecisionOfBody(one.id(), one.matter(), one.at()))
                .toList();
    }

    private List<Decision> partsIn(PersonId holder, View view) {
        String id = holder.value().toString();
        return tables.decisions()
                .where(view.position(), "(" + BY_A_MEETING + " or " + BY_CHAIRS_ACTION + ")", id, id, id, id, id, id);
    }

    private DecisionTouched touched(Decision decision, PersonId holder, Predicate<StatedEffect> interest, View view) {
        Matter matter = matters.matters().at(view.position(), decision.matter()).orElseThrow();
        Stream<Matter> stated =
                Stream.concat(Stream.of(matter), matters.matters().at(decision.position(), decision.matter()).stream());
        return new DecisionTouched(
                decision.id(),
                decision.body(),
                decision.board(),
                decision.meeting(),
                matter.id(),
                matter.title(),
                decision.outcome(),
                decision.at(),
                parts(decision, holder),
                steppedOut(decision, holder),
                stated.anyMatch(
                        one -> StatedEffect.differential(one.effects()).stream().anyMatch(interest)));
    }

    private static Set<Part> parts(Decision decision, PersonId holder) {
        Set<Part> parts = EnumSet.noneOf(Part.class);
        DecisionRecorded recorded = decision.recorded();
        if (recorded != null) {
            add(parts, Part.PRESENT, recorded.present().contains(holder));
            add(parts, Part.VOTED, recorded.votes().stream().anyMatch(vote -> vote.person()
                    .equals(holder)));
            add(parts, Part.PRESIDED, recorded.presider().equals(holder));
        }
        ChairsActionTaken action = decision.action();
        if (action != null) {
            add(parts, Part.CHAIR, action.chair().equals(holder));
            add(parts, Part.CHIEF_OFFICER, action.chiefOfficer().equals(holder));
            add(parts, Part.CONSULTED, action.consulted().contains(holder));
        }
        return parts;
    }

    private static void add(Set<Part> parts, Part part, boolean had) {
        if (had) {
            parts.add(part);
        }
    }

    private static @Nullable Mitigation steppedOut(Decision decision, PersonId holder) {
        return decision.steppedOut().stream()
                .filter(one -> one.person().equals(holder))
                .map(SteppedOut::mitigation)
                .findFirst()
                .orElse(null);
    }
}
