package org.probity.interests.query;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import org.axonframework.queryhandling.QueryHandler;
import org.probity.id.PersonId;
import org.probity.interests.query.InterestQuery.*;
import org.probity.interests.query.InterestTables.Interest;
import org.probity.people.query.Askers;
import org.probity.people.query.PeopleTables;
import org.probity.people.query.PeopleTables.Person;
import org.probity.query.NotPermitted;
import org.probity.query.PageAsked.Page;
import org.probity.query.View;
import org.probity.query.Views;
import org.springframework.stereotype.Component;

/** Answers what those who hold an office of a body declared late. */
@Component
class LateInterestQueries {

    private final InterestTables tables;
    private final Overseers overseers;
    private final PeopleTables people;
    private final Askers askers;
    private final Views views;

    LateInterestQueries(InterestTables tables, Overseers overseers, PeopleTables people, Askers askers, Views views) {
        this.tables = tables;
        this.overseers = overseers;
        this.people = people;
        this.askers = askers;
        this.views = views;
    }

    @QueryHandler
    LateInterestsFound find(FindLateInterests query) {
        if (!overseers.oversee(askers.of(query.actor()), query.body())) {
            throw new NotPermitted("Secretaries and officers of the body, and reviewers, see what was declared late.");
        }
        View view = views.of(query.moment(), HeldOffices.PROJECTIONS);
        BiPredicate<PersonId, LocalDate> holders = overseers.holders(query.body(), view);
        List<Interest> late = tables.interests().where(view.position(), "late").stream()
                .filter(one -> holders.test(one.person(), one.arose()) || holders.test(one.person(), one.declared()))
                .sorted(Comparator.comparing(Interest::declared).reversed().thenComparing(one -> one.id()
                        .value()))
                .toList();
        Page<Interest> page = query.page().of(late, one -> one.id().value().toString());
        Map<PersonId, Person> named = people.named(
                view.position(), page.items().stream().map(Interest::person).toList());
        return new LateInterestsFound(
                page.items().stream()
                        .map(one -> new LateInterest(
                                one.person(),
                                named.containsKey(one.person())
                                        ? named.get(one.person()).name()
                                        : null,
                                one.shown(true)))
                        .toList(),
                page.next(),
                view.position(),
                view.moment());
    }
}
