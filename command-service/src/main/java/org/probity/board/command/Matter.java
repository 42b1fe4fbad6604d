package org.probity.board.command;

import static java.util.stream.Collectors.toSet;
import static org.axonframework.modelling.command.AggregateLifecycle.apply;
import static org.probity.board.command.DecisionRule.*;
import static org.probity.board.command.MatterRule.*;
import static org.probity.board.command.MeetingRule.NOT_DELEGATED;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;
import org.probity.board.command.MatterCommand.*;
import org.probity.board.event.ConflictGround;
import org.probity.board.event.DecisionEvent.DecisionRecorded;
import org.probity.board.event.DecisionKind;
import org.probity.board.event.DecisionOutcome;
import org.probity.board.event.MatterEvent;
import org.probity.board.event.MatterEvent.*;
import org.probity.board.event.RecordedVote;
import org.probity.board.event.StatedEffect;
import org.probity.board.event.SteppedOut;
import org.probity.board.event.TermsOfReference;
import org.probity.command.CommonRule;
import org.probity.id.BoardId;
import org.probity.id.DecisionId;
import org.probity.id.MatterId;
import org.probity.id.MatterKind;
import org.probity.id.MeetingId;
import org.probity.id.PersonId;
import org.probity.interests.event.Mitigation;

/**
 * One matter: what it is, before which board, and whose conflicts keep them out of it. Protects that a recusal is bound
 * to the matter wherever it goes: every meeting that has it on the agenda hears of one.
 */
@Aggregate
class Matter {

    @AggregateIdentifier
    private String stream;

    private MatterId id;
    private BoardId board;
    private MatterKind kind;
    private String title;
    private List<StatedEffect> effects = List.of();
    private final Map<PersonId, Mitigation> recusals = new HashMap<>();
    private final Set<PersonId> undecided = new LinkedHashSet<>();
    private final Map<PersonId, Set<ConflictGround>> asked = new HashMap<>();
    private final Set<MeetingId> tabled = new LinkedHashSet<>();
    private final Set<BoardId> decidedBy = new HashSet<>();
    private final Set<DecisionId> actions = new LinkedHashSet<>();

    Matter() {}

    void raise(RaiseMatter command) {
        CommonRule.ALREADY_EXISTS.refuseIf(stream != null);
        apply(new MatterRaised(command.matter(), command.board(), command.kind(), command.title(), command.effects()));
    }

    void restate(RestateEffects command) {
        apply(new EffectsRestated(id, command.effects()));
    }

    void table(MeetingId meeting, int item) {
        apply(new MatterTabled(id, meeting, item));
    }

    /** Asks each of them about what they were not asked before and what no recusal of theirs covers already. */
    void suggest(Map<PersonId, List<ConflictGround>> grounds) {
        unasked(grounds).forEach((person, fresh) -> apply(new ConflictSuggested(id, person, fresh)));
    }

    /** Refuses what presupposes that everybody was asked who would be now. */
    void mustHaveAsked(Map<PersonId, List<ConflictGround>> grounds) {
        unasked(grounds).keySet().stream().findFirst().ifPresent(person -> {
            throw CONFLICT_UNDECIDED.refusal("person", person.value());
        });
    }

    private Map<PersonId, List<ConflictGround>> unasked(Map<PersonId, List<ConflictGround>> grounds) {
        var unasked = new LinkedHashMap<PersonId, List<ConflictGround>>();
        grounds.forEach((person, all) -> {
            Mitigation recusal = recusals.get(person);
            unasked.put(
                    person,
                    all.stream()
                            .filter(one -> !asked.getOrDefault(person, Set.of()).contains(one))
                            .filter(one -> recusal == null || !recusal.covers(one.proposed()))
                            .toList());
        });
        unasked.values().removeIf(List::isEmpty);
        return unasked;
    }

    void deny(DenyConflict command) {
        NO_CONFLICT_TO_DECIDE.refuseIf(!undecided.contains(command.person()));
        apply(new ConflictDenied(id, command.person(), command.explanation()));
    }

    void declare(DeclareConflict command) {
        apply(new ConflictDeclared(id, command.person(), command.interest(), command.description()));
    }

    void findNoConflict(FindNoConflict command, PersonId decider) {
        NO_CONFLICT_TO_DECIDE.refuseIf(!undecided.contains(command.person()));
        apply(new NoConflictFound(id, command.person(), command.reason(), decider));
    }

    void recuse(RecuseMember command, PersonId decider) {
        RECUSED_ALREADY.refuseIf(
                recusals.get(command.person()) == command.mitigation() && !undecided.contains(command.person()));
        apply(new MemberRecused(id, command.person(), command.mitigation(), command.reason(), decider));
    }

    void lift(LiftRecusal command, PersonId decider) {
        NOT_RECUSED.refuseIf(!recusals.containsKey(command.person()));
        apply(new RecusalLifted(id, command.person(), command.reason(), decider));
    }

    void defer(MeetingId meeting) {
        apply(new MatterDeferred(id, meeting));
    }

    void refer(MeetingId meeting, BoardId from, BoardId to) {
        mustBeBefore(from);
        REFERRED_TO_ITSELF.refuseIf(to.equals(board));
        apply(new MatterReferred(id, meeting, board, to));
    }

    void decide(MeetingId meeting, DecisionId decision, DecisionOutcome outcome) {
        apply(new MatterDecided(id, meeting, decision, outcome));
    }

    void actOn(DecisionId decision) {
        apply(new MatterActedOn(id, board, decision));
    }

    /** Refuses whoever withdrew, whatever else they are. */
    void mustBeOpenTo(@Nullable PersonId person) {
        Mitigation mitigation = person == null ? null : recusals.get(person);
        WITHDRAWN_FROM_MATTER.refuseIf(mitigation != null && !mitigation.papers());
    }

    void mustBeBefore(BoardId asked) {
        MATTER_NOT_BEFORE_BOARD.refuseIf(!asked.equals(board), "board", board.value());
    }

    void mustBeDelegated(TermsOfReference terms, DecisionKind purpose) {
        NOT_DELEGATED.refuseIf(!terms.delegate(purpose, kind), "purpose", purpose, "kind", kind.value());
    }

    /** Refuses what only a meeting of a board may do once the board has decided, whatever it decided. */
    void mustNotBeDecidedBy(BoardId asked) {
        BOARD_DECIDED.refuseIf(decidedBy.contains(asked));
    }

    /** Refuses whoever may not vote on it, or whose conflict is not decided yet. */
    void mustBeFreeOfConflicts(PersonId person) {
        mustHaveDecidedConflictsOf(Set.of(person));
        CONFLICTED_IN_MATTER.refuseIf(keepsFromVoting(person), "person", person.value());
    }

    /** Refuses a decision on another matter in which somebody took part whom this one keeps from voting. */
    void mustHaveKeptOut(DecisionRecorded other) {
        Set<PersonId> keptOut = other.steppedOut().stream()
                .filter(one -> !one.mitigation().votesOrScores())
                .map(SteppedOut::person)
                .collect(toSet());
        Stream.concat(other.present().stream(), other.votes().stream().map(RecordedVote::person))
                .filter(person -> keepsFromVoting(person) && !keptOut.contains(person))
                .findFirst()
                .ifPresent(person -> {
                    throw CONFLICTED_TOOK_PART.refusal("person", person.value());
                });
    }

    private boolean isWithdrawn(PersonId person) {
        Mitigation mitigation = recusals.get(person);
        return mitigation != null && !mitigation.papers();
    }

    private boolean keepsFromVoting(PersonId person) {
        Mitigation mitigation = recusals.get(person);
        return mitigation != null && !mitigation.votesOrScores();
    }

    /** Refuses a decision while it is open whether somebody who is there may take part in it. */
    void mustHaveDecidedConflictsOf(Set<PersonId> present) {
        undecided.stream()
                .filter(present::contains)
                .filter(person -> !isWithdrawn(person))
                .findFirst()
                .ifPresent(person -> {
                    throw CONFLICT_UNDECIDED.refusal("person", person.value());
                });
    }

    List<StatedEffect> effects() {
        return effects;
    }

    String title() {
        return title;
    }

    /** The meetings that have it on the agenda and have not finished with it. */
    Set<MeetingId> tabled() {
        return Set.copyOf(tabled);
    }

    Map<PersonId, Mitigation> recusals() {
        return Map.copyOf(recusals);
    }

    /** Whom a conflict keeps from voting. */
    Set<PersonId> kept() {
        return recusals.keySet().stream().filter(this::keepsFromVoting).collect(toSet());
    }

    /** The recusals, and as if they withdrew those whose declared or suggested conflict is not decided yet. */
    Map<PersonId, Mitigation> conflicts() {
        var conflicts = new HashMap<>(recusals);
        undecided.forEach(person -> conflicts.put(person, Mitigation.WITHDRAW));
        return conflicts;
    }

    List<SteppedOut> steppedOut() {
        return SteppedOut.of(recusals);
    }

    /** What chairs decided on it between meetings. */
    Set<DecisionId> actions() {
        return Set.copyOf(actions);
    }

    @EventSourcingHandler
    void on(MatterEvent event) {
        switch (event) {
            case MatterRaised e -> {
                stream = e.stream();
                id = e.matter();
                board = e.board();
                kind = e.kind();
                title = e.title();
                effects = e.effects();
            }
            case EffectsRestated e -> effects = e.effects();
            case MatterTabled e -> tabled.add(e.meeting());
            case ConflictSuggested e -> {
                undecided.add(e.person());
                asked.computeIfAbsent(e.person(), anew -> new HashSet<>()).addAll(e.grounds());
            }
            case ConflictDenied e -> {}
            case ConflictDeclared e -> undecided.add(e.person());
            case NoConflictFound e -> undecided.remove(e.person());
            case MemberRecused e -> {
                undecided.remove(e.person());
                recusals.put(e.person(), e.mitigation());
            }
            case RecusalLifted e -> recusals.remove(e.person());
            case MatterDeferred e -> tabled.remove(e.meeting());
            case MatterReferred e -> {
                tabled.remove(e.meeting());
                board = e.to();
            }
            case MatterDecided e -> {
                tabled.remove(e.meeting());
                decidedBy.add(board);
            }
            case MatterActedOn e -> {
                decidedBy.add(e.board());
                actions.add(e.decision());
            }
        }
    }
}
