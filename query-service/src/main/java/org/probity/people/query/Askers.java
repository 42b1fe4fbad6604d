package org.probity.people.query;

import java.time.LocalDate;
import java.util.List;
import org.probity.eventstore.LogClock;
import org.probity.id.PersonId;
import org.probity.identity.Actor;
import org.probity.people.query.PeopleTables.Account;
import org.probity.query.View;
import org.springframework.stereotype.Component;

/** Finds the person and the duties behind a token. */
@Component
public class Askers {

    private final PeopleTables tables;
    private final LogClock clock;

    Askers(PeopleTables tables, LogClock clock) {
        this.tables = tables;
        this.clock = clock;
    }

    /** Who asks, as the newest rows say. */
    public Asker of(Actor actor) {
        PersonId person =
                tables.accounts().current(actor.account()).map(Account::person).orElse(null);
        return new Asker(
                actor.authorities(),
                person,
                person == null ? List.of() : tables.duties().currentWhere("person = ?", person),
                LocalDate.ofInstant(clock.instant(), View.ZONE));
    }
}
