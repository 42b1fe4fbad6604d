package org.probity.board.event;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.probity.event.Event;
import org.probity.event.Personal;
import org.probity.id.BoardId;
import org.probity.id.DecisionId;
import org.probity.id.InterestId;
import org.probity.id.MatterId;
import org.probity.id.MatterKind;
import org.probity.id.MeetingId;
import org.probity.id.PersonId;
import org.probity.interests.event.Mitigation;

/**
 * The story of one matter. What was decided about a conflict belongs to the matter and follows it: to every agenda, to
 * the board it is referred to, to whatever is done with it later.
 */
public sealed interface MatterEvent extends Event {

    MatterId matter();

    @Override
    default String stream() {
        return matter().stream();
    }

    /**
     * Whether what happened to one matter closes it to somebody, who withdrew.
     *
     * @param person null for somebody unknown, to whom nothing of the kind happened
     * @param story the events of the matter, in order
     */
    static boolean isClosedTo(@Nullable PersonId person, Stream<?> story) {
        return story.map(event -> switch (event) {
                    case MemberRecused e -> e.person().equals(person) ? e : null;
                    case RecusalLifted e -> e.person().equals(person) ? e : null;
                    default -> null;
                })
                .flatMap(Stream::ofNullable)
                .reduce((earlier, later) -> later)
                .filter(last -> last instanceof MemberRecused recused
                        && !recused.mitigation().papers())
                .isPresent();
    }

    /** The title names nobody; it stays readable to those from whom the rest of the matter is closed. */
    record MatterRaised(MatterId matter, BoardId board, MatterKind kind, String title, List<StatedEffect> effects)
            implements MatterEvent {
        public MatterRaised {
            effects = List.copyOf(effects);
        }
    }

    /** Replaces the effects as a whole. */
    record EffectsRestated(MatterId matter, List<StatedEffect> effects) implements MatterEvent {
        public EffectsRestated {
            effects = List.copyOf(effects);
        }
    }

    /** It is on the agenda of a meeting. */
    record MatterTabled(MatterId matter, MeetingId meeting, int item) implements MatterEvent {}

    /** A question to somebody: from what is known of them they may be conflicted. Whoever presides decides. */
    record ConflictSuggested(MatterId matter, PersonId person, List<ConflictGround> grounds) implements MatterEvent {
        public ConflictSuggested {
            grounds = List.copyOf(grounds);
        }
    }

    /** The answer of somebody who sees no conflict; whoever presides decides all the same. */
    record ConflictDenied(
            MatterId matter,
            PersonId person,
            @Personal @Nullable String explanation) implements MatterEvent {}

    /** {@code interest} is the declared interest it comes from, if it is one. */
    record ConflictDeclared(
            MatterId matter,
            PersonId person,
            @Nullable InterestId interest,
            @Personal @Nullable String description) implements MatterEvent {}

    /** Whoever presides found that a declared or suggested conflict is none; a recusal from before stands. */
    record NoConflictFound(
            MatterId matter,
            PersonId person,
            @Personal @Nullable String reason,
            PersonId decidedBy) implements MatterEvent {}

    /** Replaces what was decided about the person in this matter before. */
    record MemberRecused(
            MatterId matter,
            PersonId person,
            Mitigation mitigation,
            @Personal @Nullable String reason,
            PersonId decidedBy)
            implements MatterEvent {}

    record RecusalLifted(
            MatterId matter,
            PersonId person,
            @Personal @Nullable String reason,
            PersonId decidedBy) implements MatterEvent {}

    /** A meeting put it off; it stays with the board. */
    record MatterDeferred(MatterId matter, MeetingId meeting) implements MatterEvent {}

    /** It goes to another board, with everything that was decided about conflicts. */
    record MatterReferred(MatterId matter, MeetingId meeting, BoardId from, BoardId to) implements MatterEvent {}

    record MatterDecided(MatterId matter, MeetingId meeting, DecisionId decision, DecisionOutcome outcome)
            implements MatterEvent {}

    /** Chair and chief officer of the board decided it between meetings; it stays on the agendas it is on. */
    record MatterActedOn(MatterId matter, BoardId board, DecisionId decision) implements MatterEvent {}
}
