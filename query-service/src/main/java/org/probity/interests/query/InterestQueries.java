package org.probity.interests.query;

import static java.util.stream.Collectors.groupingBy;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.axonframework.queryhandling.QueryHandler;
import org.jspecify.annotations.Nullable;
import org.probity.event.Term;
import org.probity.id.PersonId;
import org.probity.interests.event.InterestCategory;
import org.probity.interests.query.InterestQuery.*;
import org.probity.interests.query.InterestTables.Declaration;
import org.probity.interests.query.InterestTables.Interest;
import org.probity.people.event.Authority;
import org.probity.people.query.Asker;
import org.probity.people.query.Askers;
import org.probity.people.query.PeopleProjection;
import org.probity.people.query.PeopleTables;
import org.probity.people.query.PeopleTables.Person;
import org.probity.query.Moment;
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

    /** What is said of these is about families and private lives. */
    private static final Set<InterestCategory> PRIVATE =
            Set.of(InterestCategory.INDIRECT, InterestCategory.NON_FINANCIAL_PERSONAL);

    private static final Set<Authority> OF_A_BODY =
            Set.of(Authority.APPOINTMENTS_OFFICER, Authority.APPOINTING_AUTHORITY);

    /** Their duties may be for one board. */
    private static final Set<Authority> OF_A_BOARD = Set.of(Authority.BOARD_SECRETARY, Authority.BOARD_CHAIR);

    private final InterestTables tables;
    private final NonResponders nonResponders;
    private final Declarations declarations;
    private final PeopleTables people;
    private final Askers askers;
    private final Views views;

    InterestQueries(
            InterestTables tables,
            NonResponders nonResponders,
            Declarations declarations,
            PeopleTables people,
            Askers askers,
            Views views) {
        this.tables = tables;
        this.nonResponders = nonResponders;
        this.declarations = declarations;
        this.people = people;
        this.askers = askers;
        this.views = views;
    }

    @QueryHandler
    InterestsFound find(FindInterestsOf query) {
        View view = views.of(query.moment(), InterestProjection.NAME, PeopleProjection.NAME);
        Person person = people.people()
                .at(view.position(), query.person())
                .orElseThrow(() -> new UnknownSubject(query.person().stream()));
        Asker asker = askers.of(query.actor());
        boolean all = seesAll(asker) || asker.is(person.id());
        if (!all && !publicNow().contains(person.id())) {
            throw new NotPermitted("The public register lists who holds a post or a seat.");
        }
        Declaration declaration =
                declarations.byPerson(view, day(query.inForceOn(), view)).get(person.id());
        return new InterestsFound(
                person.id(),
                person.name(),
                declaration == null ? null : declaration.declared(),
                declaration != null && declaration.nil(),
                found(tables.interests().where(view.position(), "person = ?", person.id()), query.inForceOn(), all),
                view.position(),
                view.moment());
    }

    @QueryHandler
    RegisterFound find(FindRegister query) {
        View view = views.of(query.moment(), NonResponders.PROJECTIONS);
        Map<PersonId, List<Interest>> interests =
                tables.interests().all(view.position()).stream().collect(groupingBy(Interest::person));
        Collection<Declaration> made =
                declarations.byPerson(view, day(query.inForceOn(), view)).values();
        Asker asker = askers.of(query.actor());
        boolean all = seesAll(asker);
        Set<PersonId> open = all ? Set.of() : publicNow();
        var missing = nonResponders.of(view, query.inForceOn());
        Set<PersonId> everybody = new HashSet<>(missing.keySet());
        made.forEach(declaration -> everybody.add(declaration.person()));
        Map<PersonId, Person> named = people.named(view.position(), everybody);
        List<EntryFound> entries = made.stream()
                .filter(one -> all || asker.is(one.person()) || open.contains(one.person()))
                .map(one -> entry(
                        one,
                        found(
                                interests.getOrDefault(one.person(), List.of()),
                                query.inForceOn(),
                                all || asker.is(one.person())),
                        named.get(one.person())))
                .sorted(Comparator.comparing(EntryFound::name, BY_NAME)
                        .thenComparing(one -> one.person().value()))
                .toList();
        Page<EntryFound> page =
                query.page().of(entries, one -> one.person().value().toString());
        return new RegisterFound(
                page.items(),
                page.next(),
                missing.entrySet().stream()
                        .filter(one -> all)
                        .map(one -> new NonResponder(
                                one.getKey(),
                                name(named.get(one.getKey())),
                                one.getValue().declared(),
                                one.getValue().because()))
                        .sorted(Comparator.comparing(NonResponder::name, BY_NAME)
                                .thenComparing(one -> one.person().value()))
                        .toList(),
                view.position(),
                view.moment());
    }

    private static boolean seesAll(Asker asker) {
        return asker.isReviewer()
                || OF_A_BODY.stream().anyMatch(asker::servesSomeBody)
                || OF_A_BOARD.stream().anyMatch(asker::serves);
    }

    /** Whose interests are public: whoever holds a post or a seat today, whatever earlier state is asked for. */
    private Set<PersonId> publicNow() {
        View now = views.of(Moment.NEWEST, NonResponders.PROJECTIONS);
        return nonResponders.holders(now, now.today());
    }

    private static LocalDate day(@Nullable LocalDate inForceOn, View view) {
        return inForceOn == null ? view.today() : inForceOn;
    }

    private static EntryFound entry(Declaration made, List<InterestFound> interests, @Nullable Person person) {
        return new EntryFound(
                made.person(),
                name(person),
                person == null ? null : person.profession(),
                made.declared(),
                made.nil(),
                interests);
    }

    private static List<InterestFound> found(List<Interest> interests, @Nullable LocalDate inForceOn, boolean all) {
        return interests.stream()
                .filter(one -> inForceOn == null || isInForce(one, inForceOn))
                .map(one -> new InterestFound(
                        one.id(),
                        one.category(),
                        one.organisation(),
                        one.namedBody(),
                        all || !PRIVATE.contains(one.category()) ? one.description() : null,
                        one.arose(),
                        one.declared(),
                        one.late(),
                        one.termFrom(),
                        end(one)))
                .toList();
    }

    private static boolean isInForce(Interest interest, LocalDate day) {
        LocalDate end = end(interest);
        return (end == null || interest.termFrom().isBefore(end)) && new Term(interest.termFrom(), end).covers(day);
    }

    private static @Nullable LocalDate end(Interest interest) {
        return Stream.<@Nullable LocalDate>of(interest.termUntil(), interest.ceased())
                .flatMap(Stream::ofNullable)
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    private static @Nullable String name(@Nullable Person person) {
        return person == null ? null : person.name();
    }
}
