package org.probity.establishment.query;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toSet;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.axonframework.queryhandling.QueryHandler;
import org.jspecify.annotations.Nullable;
import org.probity.establishment.query.EstablishmentQuery.*;
import org.probity.establishment.query.EstablishmentTables.Occupancy;
import org.probity.id.PersonId;
import org.probity.people.event.Profession;
import org.probity.people.query.Asker;
import org.probity.people.query.Askers;
import org.probity.people.query.PeopleProjection;
import org.probity.people.query.PeopleTables;
import org.probity.people.query.PeopleTables.Person;
import org.probity.query.PageAsked.Page;
import org.probity.query.UnknownSubject;
import org.probity.query.View;
import org.probity.query.Views;
import org.springframework.stereotype.Component;

/** Answers about posts. They are public within the service: people by id and profession. */
@Component
public class EstablishmentQueries {

    private final PostsByEstablishment posts;
    private final PeopleTables people;
    private final Askers askers;
    private final Views views;

    EstablishmentQueries(PostsByEstablishment posts, PeopleTables people, Askers askers, Views views) {
        this.posts = posts;
        this.people = people;
        this.askers = askers;
        this.views = views;
    }

    @QueryHandler
    EstablishmentsFound find(FindEstablishments query) {
        View view = views.of(query.moment(), EstablishmentProjection.NAME);
        Page<Posts> page = query.page()
                .of(
                        posts.all(view, query.inForceOn()),
                        one -> one.establishment().id().value().toString());
        return new EstablishmentsFound(
                page.items().stream()
                        .map(one -> new EstablishmentListed(
                                one.establishment().id(),
                                one.establishment().body(),
                                one.establishment().name(),
                                one.establishment().programme(),
                                one.establishment().posts(),
                                one.filled(),
                                one.incumbents(),
                                one.held(),
                                one.vacant()))
                        .toList(),
                page.next(),
                view.position(),
                view.moment());
    }

    @QueryHandler
    EstablishmentFound find(FindEstablishment query) {
        View view = views.of(query.moment(), EstablishmentProjection.NAME, PeopleProjection.NAME);
        Posts one = posts.of(query.establishment(), view, query.inForceOn())
                .orElseThrow(() -> new UnknownSubject(query.establishment().stream()));
        Map<PersonId, Person> named = holders(view, one);
        return new EstablishmentFound(
                one.establishment().id(),
                one.establishment().body(),
                one.establishment().name(),
                one.establishment().programme(),
                one.establishment().commitment(),
                one.establishment().seniorOwner(),
                one.establishment().posts(),
                one.filled(),
                one.incumbents(),
                one.held(),
                one.vacant(),
                strands(one, named, askers.of(query.actor())),
                professions(one, named),
                query.inForceOn(),
                view.position(),
                view.moment());
    }

    /** Who holds posts, as far as they are registered. */
    public Map<PersonId, Person> holders(View view, Posts posts) {
        return people.named(
                view.position(), posts.holders().stream().map(Occupancy::person).collect(toSet()));
    }

    /** The strands of an establishment, in the order in which they were added. */
    public static List<StrandFound> strands(Posts posts, Map<PersonId, Person> named, Asker asker) {
        boolean serves = asker.servesBody(posts.establishment().body());
        return posts.strands().stream()
                .map(strand -> {
                    Posts.Count count = posts.of(strand);
                    return new StrandFound(
                            strand.code(),
                            strand.name(),
                            strand.target(),
                            strand.cap(),
                            count.filled(),
                            count.held(),
                            count.vacant(),
                            strand.board(),
                            posts.holders(strand.code())
                                    .map(post -> holder(post, named, serves || asker.is(post.person())))
                                    .toList());
                })
                .toList();
    }

    /** How many of each profession fill posts. */
    public static Map<Profession, Long> professions(Posts posts, Map<PersonId, Person> named) {
        return posts.counted().stream()
                .map(post -> profession(post.person(), named))
                .flatMap(Stream::ofNullable)
                .collect(groupingBy(Function.identity(), TreeMap::new, counting()));
    }

    private static Holder holder(Occupancy post, Map<PersonId, Person> named, boolean open) {
        return new Holder(
                post.person(),
                profession(post.person(), named),
                post.slot(),
                post.termFrom(),
                post.termUntil(),
                post.carriedOver(),
                post.jobShare(),
                open ? post.impartiality() : null);
    }

    private static @Nullable Profession profession(PersonId person, Map<PersonId, Person> named) {
        Person found = named.get(person);
        return found == null ? null : found.profession();
    }
}
