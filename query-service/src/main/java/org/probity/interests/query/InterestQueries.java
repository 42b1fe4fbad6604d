package org.probity.interests.query;

import static java.util.stream.Collectors.partitioningBy;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.axonframework.queryhandling.QueryHandler;
import org.jspecify.annotations.Nullable;
import org.probity.id.PersonId;
import org.probity.interests.query.InterestQuery.*;
import org.probity.interests.query.InterestTables.Declaration;
import org.probity.interests.query.InterestTables.Interest;
import org.probity.interests.query.Listings.Listing;
import org.probity.interests.query.NonResponders.Due;
import org.probity.people.event.Authority;
import org.probity.people.query.Asker;
import org.probity.people.query.Askers;
import org.probity.people.query.PeopleTables;
import org.probity.people.query.PeopleTables.Person;
import org.probity.query.NotPermitted;
import org.probity.query.PageAsked.Page;
import org.probity.query.UnknownSubject;
import org.probity.query.View;
import org.probity.query.Views;
import org.springframework.stereotype.Component;

/** Answers about declared interests. */
@Component
class InterestQueries {

    private static final Comparator<String> BY_NAME = Comparator.nullsLast(String.CASE_INSENSITIVE_ORDER);

    private static final Set<Authority> OF_A_BODY =
            Set.of(Authority.APPOINTMENTS_OFFICER, Authority.APPOINTING_AUTHORITY);

    /** Their duties may be for one board. */
    private static final Set<Authority> OF_A_BOARD = Set.of(Authority.BOARD_SECRETARY, Authority.BOARD_CHAIR);

    private final InterestTables tables;
    private final Listings listings;
    private final NonResponders nonResponders;
    private final Declarations declarations;
    private final PeopleTables people;
    private final Overseers overseers;
    private final Askers askers;
    private final Views views;

    InterestQueries(
            InterestTables tables,
            Listings listings,
            NonResponders nonResponders,
            Declarations declarations,
            PeopleTables people,
            Overseers overseers,
            Askers askers,
            Views views) {
        this.tables = tables;
        this.listings = listings;
        this.nonResponders = nonResponders;
        this.declarations = declarations;
        this.people = people;
        this.overseers = overseers;
        this.askers = askers;
        this.views = views;
    }

    @QueryHandler
    InterestsFound find(FindInterestsOf query) {
        View view = views.of(query.moment(), HeldOffices.PROJECTIONS);
        Person person = people.people()
                .at(view.position(), query.person())
                .orElseThrow(() -> new UnknownSubject(query.person().stream()));
        Asker asker = askers.of(query.actor());
        boolean all = seesAll(asker) || asker.is(person.id());
        Stream<Interest> interests = tables.interests().where(view.position(), "person = ?", person.id()).stream();
        if (!all) {
            Listing open = listings.publicNow();
            if (!open.holders().contains(person.id())) {
                throw new NotPermitted("The public register lists who holds an office.");
            }
            interests = interests.filter(open::lists);
        }
        LocalDate inForceOn = query.inForceOn();
        Declaration declaration =
                declarations.byPerson(view, day(inForceOn, view)).get(person.id());
        return new InterestsFound(
                person.id(),
                person.name(),
                declaration == null ? null : declaration.declared(),
                declaration != null && declaration.nil(),
                interests
                        .filter(one -> inForceOn == null || one.inForce().covers(inForceOn))
                        .map(one -> one.shown(all))
                        .toList(),
                view.position(),
                view.moment());
    }

    @QueryHandler
    RegisterFound find(FindRegister query) {
        View view = views.of(query.moment(), HeldOffices.PROJECTIONS);
        LocalDate day = day(query.inForceOn(), view);
        Listing listing = listings.of(view, day, query.body());
        Asker asker = askers.of(query.actor());
        Listing open = seesAll(asker) ? null : listings.publicNow();
        List<Declaration> made = declarations.byPerson(view, day).values().stream()
                .filter(one -> query.body() == null || listing.holders().contains(one.person()))
                .filter(one -> open == null
                        || asker.is(one.person())
                        || (listing.holders().contains(one.person())
                                && open.holders().contains(one.person())))
                .toList();
        Map<PersonId, Person> named = people.named(
                view.position(), made.stream().map(Declaration::person).toList());
        List<EntryFound> entries = made.stream()
                .map(one -> entry(
                        one, listing.of(one.person()), asker.is(one.person()) ? null : open, named.get(one.person())))
                .sorted(Comparator.comparing(EntryFound::name, BY_NAME)
                        .thenComparing(one -> one.person().value()))
                .toList();
        Page<EntryFound> page =
                query.page().of(entries, one -> one.person().value().toString());
        return new RegisterFound(page.items(), page.next(), day, view.position(), view.moment());
    }

    @QueryHandler
    NonRespondersFound find(FindNonResponders query) {
        if (!overseers.oversee(askers.of(query.actor()), query.body())) {
            throw new NotPermitted("Secretaries and officers of the body, and reviewers, see who has not declared.");
        }
        View view = views.of(query.moment(), HeldOffices.PROJECTIONS);
        LocalDate day = day(query.inForceOn(), view);
        List<Due> all = nonResponders.of(view, query.body(), day);
        Map<PersonId, Person> named =
                people.named(view.position(), all.stream().map(Due::person).toList());
        Map<Boolean, List<DeclarationDue>> bySoon = all.stream()
                .map(one -> new DeclarationDue(
                        one.person(), name(named.get(one.person())), one.declared(), one.due(), one.because()))
                .collect(partitioningBy(one -> one.due().isAfter(day)));
        Page<DeclarationDue> page = query.page().of(bySoon.getOrDefault(false, List.of()), one -> one.person()
                .value()
                .toString());
        return new NonRespondersFound(
                page.items(), page.next(), bySoon.getOrDefault(true, List.of()), day, view.position(), view.moment());
    }

    private static boolean seesAll(Asker asker) {
        return asker.isReviewer()
                || OF_A_BODY.stream().anyMatch(asker::servesSomeBody)
                || OF_A_BOARD.stream().anyMatch(asker::serves);
    }

    private static LocalDate day(@Nullable LocalDate inForceOn, View view) {
        return inForceOn == null ? view.today() : inForceOn;
    }

    /** {@code open} is what may be seen of it; null for all. */
    private static EntryFound entry(
            Declaration made, List<Interest> listed, @Nullable Listing open, @Nullable Person person) {
        return new EntryFound(
                made.person(),
                name(person),
                person == null ? null : person.profession(),
                made.declared(),
                made.nil(),
                listed.stream()
                        .filter(one -> open == null || open.lists(one))
                        .map(one -> one.shown(open == null))
                        .toList());
    }

    private static @Nullable String name(@Nullable Person person) {
        return person == null ? null : person.name();
    }
}
