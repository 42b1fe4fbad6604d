package org.probity.meeting.query;

import java.util.function.UnaryOperator;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.probity.board.event.MatterEvent;
import org.probity.board.event.MatterEvent.*;
import org.probity.id.MatterId;
import org.probity.id.PersonId;
import org.probity.meeting.query.MatterTables.Conflict;
import org.probity.meeting.query.MatterTables.Matter;
import org.probity.people.event.PersonEvent.PersonErased;
import org.probity.query.Projection;
import org.probity.query.Recorded;
import org.springframework.stereotype.Component;

/** Matters and the conflicts in them as rows; where a matter was considered is told by the meetings. */
@Component
@ProcessingGroup(MatterProjection.NAME)
public class MatterProjection extends Projection {

    public static final String NAME = GROUP + "matter";

    private final MatterTables tables;

    MatterProjection(MatterTables tables) {
        this.tables = tables;
    }

    @EventHandler
    void on(MatterEvent event, Recorded recorded) {
        long at = recorded.position();
        switch (event) {
            case MatterRaised e ->
                tables.matters()
                        .put(at, new Matter(e.matter(), e.board(), e.kind(), e.title(), e.effects(), recorded.at()));
            case EffectsRestated e -> matter(at, e.matter(), matter -> matter.withEffects(e.effects()));
            case MatterTabled e -> {}
            case ConflictSuggested e -> conflict(at, e.matter(), e.person(), one -> one.asked(e.grounds()));
            case ConflictDenied e -> conflict(at, e.matter(), e.person(), one -> one.denied(e.explanation()));
            case ConflictDeclared e ->
                conflict(at, e.matter(), e.person(), one -> one.declared(e.interest(), e.description(), recorded.at()));
            case NoConflictFound e ->
                conflict(at, e.matter(), e.person(), one -> one.found(e.reason(), e.decidedBy(), recorded.at()));
            case MemberRecused e ->
                conflict(
                        at,
                        e.matter(),
                        e.person(),
                        one -> one.decided(e.mitigation(), e.reason(), e.decidedBy(), recorded.at()));
            case RecusalLifted e ->
                conflict(
                        at, e.matter(), e.person(), one -> one.decided(null, e.reason(), e.decidedBy(), recorded.at()));
            case MatterDeferred e -> {}
            case MatterReferred e -> matter(at, e.matter(), matter -> matter.before(e.to()));
            case MatterDecided e -> {}
            case MatterActedOn e -> {}
        }
    }

    @EventHandler
    void on(PersonErased event) {
        tables.conflicts().blank(Conflict.PERSONAL, "person = ?", event.person());
    }

    private void matter(long at, MatterId id, UnaryOperator<Matter> how) {
        tables.matters().put(at, how.apply(tables.matters().current(id).orElseThrow()));
    }

    private void conflict(long at, MatterId matter, PersonId person, UnaryOperator<Conflict> how) {
        Conflict known = tables.conflicts().current(matter, person).orElseGet(() -> Conflict.none(matter, person));
        tables.conflicts().put(at, how.apply(known));
    }
}
