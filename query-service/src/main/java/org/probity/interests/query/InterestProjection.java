package org.probity.interests.query;

import java.time.LocalDate;
import java.util.List;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.probity.id.PersonId;
import org.probity.interests.event.InterestsEvent;
import org.probity.interests.event.InterestsEvent.*;
import org.probity.interests.query.InterestTables.Declaration;
import org.probity.interests.query.InterestTables.Interest;
import org.probity.people.event.PersonEvent.PersonErased;
import org.probity.query.Projection;
import org.probity.query.Recorded;
import org.springframework.stereotype.Component;

/** Declarations of interests as rows. */
@Component
@ProcessingGroup(InterestProjection.NAME)
public class InterestProjection extends Projection {

    public static final String NAME = GROUP + "interests";

    private final InterestTables tables;

    InterestProjection(InterestTables tables) {
        this.tables = tables;
    }

    @EventHandler
    void on(InterestsEvent event, Recorded recorded) {
        long at = recorded.position();
        switch (event) {
            case InterestDeclared e -> {
                tables.interests()
                        .put(
                                at,
                                new Interest(
                                        e.person(),
                                        e.interest(),
                                        e.category(),
                                        e.organisation(),
                                        e.namedBody(),
                                        e.description(),
                                        e.arose(),
                                        e.declared(),
                                        e.inForce().from(),
                                        e.inForce().until(),
                                        e.late(),
                                        null,
                                        e.estimatedPounds()));
                declared(at, e.person(), e.declared(), false);
            }
            case NilDeclarationMade e -> declared(at, e.person(), e.on(), true);
            case DeclarationRenewed e -> declared(at, e.person(), e.on(), lastWasNil(e.person()));
            case InterestCeased e ->
                tables.interests()
                        .put(
                                at,
                                tables.interests()
                                        .current(e.person(), e.interest())
                                        .orElseThrow()
                                        .ceased(e.on()));
        }
    }

    @EventHandler
    void on(PersonErased event) {
        tables.interests().blank(Interest.PERSONAL, "person = ?", event.person());
    }

    private boolean lastWasNil(PersonId person) {
        List<Declaration> made = tables.declarations().currentWhere("person = ?", person);
        return !made.isEmpty() && made.getLast().nil();
    }

    private void declared(long at, PersonId person, LocalDate on, boolean nil) {
        tables.declarations().put(at, new Declaration(person, on, nil));
    }
}
