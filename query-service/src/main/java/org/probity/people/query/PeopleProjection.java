package org.probity.people.query;

import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.probity.people.event.AccountEvent;
import org.probity.people.event.AccountEvent.AccountLinked;
import org.probity.people.event.DutyEvent;
import org.probity.people.event.DutyEvent.DutyEnded;
import org.probity.people.event.DutyEvent.DutyGranted;
import org.probity.people.event.OrganisationEvent;
import org.probity.people.event.OrganisationEvent.OrganisationClosed;
import org.probity.people.event.OrganisationEvent.OrganisationRegistered;
import org.probity.people.event.PersonEvent;
import org.probity.people.event.PersonEvent.*;
import org.probity.people.query.PeopleTables.Account;
import org.probity.people.query.PeopleTables.Duty;
import org.probity.people.query.PeopleTables.Organisation;
import org.probity.people.query.PeopleTables.Person;
import org.probity.query.Projection;
import org.probity.query.Recorded;
import org.springframework.stereotype.Component;

/** People, organisations, logins and duties as rows. */
@Component
@ProcessingGroup(PeopleProjection.NAME)
public class PeopleProjection extends Projection {

    public static final String NAME = GROUP + "people";

    private final PeopleTables tables;

    PeopleProjection(PeopleTables tables) {
        this.tables = tables;
    }

    @EventHandler
    void on(PersonEvent event, Recorded recorded) {
        long at = recorded.position();
        switch (event) {
            case PersonRegistered e ->
                tables.people()
                        .put(
                                at,
                                new Person(
                                        e.person(),
                                        e.name(),
                                        e.contact(),
                                        e.profession(),
                                        e.registration(),
                                        e.employer(),
                                        e.inActivePractice(),
                                        false,
                                        false));
            case PersonAmended e ->
                tables.people()
                        .put(
                                at,
                                new Person(
                                        e.person(),
                                        e.name(),
                                        e.contact(),
                                        e.profession(),
                                        e.registration(),
                                        e.employer(),
                                        e.inActivePractice(),
                                        registered(e).retentionHold(),
                                        false));
            case RetentionHoldPlaced e -> tables.people().put(at, registered(e).held(true));
            case RetentionHoldLifted e -> tables.people().put(at, registered(e).held(false));
            case PersonErased e -> {
                tables.people().blank(Person.PERSONAL, "id = ?", e.person());
                tables.people().put(at, registered(e).asErased());
                if (e.publicName() != null) {
                    tables.people().fill("name", e.publicName(), "id = ?", e.person());
                }
            }
        }
    }

    private Person registered(PersonEvent event) {
        return tables.people().current(event.person()).orElseThrow();
    }

    @EventHandler
    void on(OrganisationEvent event, Recorded recorded) {
        switch (event) {
            case OrganisationRegistered e ->
                tables.organisations()
                        .put(
                                recorded.position(),
                                new Organisation(
                                        e.code(),
                                        e.name(),
                                        e.kind(),
                                        e.term().from(),
                                        e.term().until(),
                                        e.invented()));
            case OrganisationClosed e -> {
                Organisation open = tables.organisations().current(e.code()).orElseThrow();
                tables.organisations()
                        .put(
                                recorded.position(),
                                new Organisation(
                                        open.code(),
                                        open.name(),
                                        open.kind(),
                                        open.termFrom(),
                                        e.on(),
                                        open.invented()));
            }
        }
    }

    @EventHandler
    void on(AccountEvent event, Recorded recorded) {
        switch (event) {
            case AccountLinked e -> tables.accounts().put(recorded.position(), new Account(e.account(), e.person()));
        }
    }

    @EventHandler
    void on(DutyEvent event, Recorded recorded) {
        long at = recorded.position();
        switch (event) {
            case DutyGranted e ->
                tables.duties()
                        .put(
                                at,
                                new Duty(
                                        e.person(),
                                        e.duty(),
                                        e.role(),
                                        e.scope().subject(),
                                        e.term().from(),
                                        e.term().until()));
            case DutyEnded e -> {
                Duty duty = tables.duties().current(e.person(), e.duty()).orElseThrow();
                if (duty.termFrom().isBefore(e.on())) {
                    tables.duties()
                            .put(
                                    at,
                                    new Duty(
                                            duty.person(),
                                            duty.id(),
                                            duty.role(),
                                            duty.scope(),
                                            duty.termFrom(),
                                            e.on()));
                } else {
                    tables.duties().remove(at, e.person(), e.duty());
                }
            }
        }
    }
}
