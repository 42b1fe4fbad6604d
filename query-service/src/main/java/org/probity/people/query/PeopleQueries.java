package org.probity.people.query;

import static org.probity.people.event.Authority.APPOINTMENTS_OFFICER;
import static org.probity.people.event.Authority.DATA_PROTECTION_OFFICER;
import static org.probity.people.event.Authority.GOVERNANCE_REVIEWER;

import java.util.List;
import org.axonframework.queryhandling.QueryHandler;
import org.probity.people.query.PeopleQuery.*;
import org.probity.people.query.PeopleTables.Organisation;
import org.probity.people.query.PeopleTables.Person;
import org.probity.query.NotPermitted;
import org.probity.query.PageAsked.Page;
import org.probity.query.UnknownSubject;
import org.probity.query.View;
import org.probity.query.Views;
import org.springframework.stereotype.Component;

/** Answers about people. Contact data goes to officers of a body, reviewers, the data protection officer and the person. */
@Component
class PeopleQueries {

    private final PeopleTables tables;
    private final Askers askers;
    private final Views views;

    PeopleQueries(PeopleTables tables, Askers askers, Views views) {
        this.tables = tables;
        this.askers = askers;
        this.views = views;
    }

    @QueryHandler
    PersonFound find(FindPerson query) {
        View view = views.of(query.moment(), PeopleProjection.NAME);
        Person person = tables.people()
                .at(view.position(), query.person())
                .orElseThrow(() -> new UnknownSubject(query.person().stream()));
        Asker asker = askers.of(query.actor());
        boolean open = asker.is(person.id()) || mayReadContacts(asker);
        return new PersonFound(
                person.id(),
                person.name(),
                open ? person.contact() : null,
                person.profession(),
                open ? person.registration() : null,
                person.employer(),
                person.employer() == null
                        ? null
                        : tables.organisations()
                                .at(view.position(), person.employer())
                                .map(Organisation::name)
                                .orElse(null),
                person.inActivePractice(),
                open ? person.retentionHold() : null,
                person.erased(),
                open ? duties(view, person) : null,
                view.position(),
                view.moment());
    }

    private List<DutyHeld> duties(View view, Person person) {
        return tables.duties().where(view.position(), "person = ?", person.id()).stream()
                .map(duty -> new DutyHeld(duty.id(), duty.role(), duty.scope(), duty.termFrom(), duty.termUntil()))
                .toList();
    }

    @QueryHandler
    PeopleFound search(SearchPeople query) {
        Asker asker = askers.of(query.actor());
        if (!mayReadContacts(asker)) {
            throw new NotPermitted("Officers of a body and reviewers search for people.");
        }
        View view = views.of(query.moment(), PeopleProjection.NAME);
        String prefix = query.name().toLowerCase(java.util.Locale.ROOT).replaceAll("([\\\\%_])", "\\\\$1");
        List<Person> found = tables.people()
                .where(
                        view.position(),
                        "(lower(name) like ? or lower(name) like ?) order by lower(name), id",
                        prefix + "%",
                        "% " + prefix + "%");
        Page<Person> page = query.page().of(found, person -> person.id().value().toString());
        return new PeopleFound(
                page.items().stream()
                        .map(person ->
                                new PersonListed(person.id(), person.name(), person.profession(), person.employer()))
                        .toList(),
                page.next(),
                view.position(),
                view.moment());
    }

    private static boolean mayReadContacts(Asker asker) {
        return asker.servesSomeBody(APPOINTMENTS_OFFICER)
                || asker.serves(DATA_PROTECTION_OFFICER)
                || asker.serves(GOVERNANCE_REVIEWER);
    }
}
