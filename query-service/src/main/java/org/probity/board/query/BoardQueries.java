package org.probity.board.query;

import static java.util.stream.Collectors.groupingBy;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.axonframework.queryhandling.QueryHandler;
import org.jspecify.annotations.Nullable;
import org.probity.board.query.BoardQuery.*;
import org.probity.board.query.BoardTables.Board;
import org.probity.board.query.BoardTables.Member;
import org.probity.board.query.BoardTables.Office;
import org.probity.board.query.BoardTables.Officer;
import org.probity.board.query.EndingTerms.Ending;
import org.probity.board.query.EndingTerms.Held;
import org.probity.establishment.event.Programme;
import org.probity.establishment.query.EstablishmentProjection;
import org.probity.establishment.query.EstablishmentQueries;
import org.probity.establishment.query.EstablishmentTables.Occupancy;
import org.probity.establishment.query.EstablishmentTables.Strand;
import org.probity.establishment.query.Impartiality;
import org.probity.establishment.query.Posts;
import org.probity.establishment.query.PostsByEstablishment;
import org.probity.id.BoardId;
import org.probity.id.EstablishmentId;
import org.probity.id.PersonId;
import org.probity.people.query.PeopleProjection;
import org.probity.people.query.PeopleTables;
import org.probity.people.query.PeopleTables.Person;
import org.probity.policy.query.PolicyProjection;
import org.probity.policy.query.PolicyTables;
import org.probity.query.PageAsked.Page;
import org.probity.query.UnknownSubject;
import org.probity.query.View;
import org.probity.query.Views;
import org.springframework.stereotype.Component;

/** Answers about boards. Who sits on a board is public within the service, by name. */
@Component
class BoardQueries {

    private final BoardTables tables;
    private final PeopleTables people;
    private final PostsByEstablishment posts;
    private final EstablishmentQueries establishments;
    private final PolicyTables policy;
    private final Views views;

    BoardQueries(
            BoardTables tables,
            PeopleTables people,
            PostsByEstablishment posts,
            EstablishmentQueries establishments,
            PolicyTables policy,
            Views views) {
        this.tables = tables;
        this.people = people;
        this.posts = posts;
        this.establishments = establishments;
        this.policy = policy;
        this.views = views;
    }

    @QueryHandler
    BoardsFound find(FindBoards query) {
        View view = views.of(query.moment(), BoardProjection.NAME);
        LocalDate day = day(query.inForceOn(), view);
        List<Board> all = tables.boards().where(view.position(), "true order by lower(name), id");
        Page<Board> page = query.page().of(all, one -> one.id().value().toString());
        Map<BoardId, List<Member>> members = tables.members().all(view.position()).stream()
                .filter(seat -> seat.term().covers(day))
                .collect(groupingBy(Member::board));
        return new BoardsFound(
                page.items().stream()
                        .map(one -> listed(one, members.getOrDefault(one.id(), List.of())))
                        .toList(),
                page.next(),
                view.position(),
                view.moment());
    }

    private static BoardListed listed(Board board, List<Member> members) {
        boolean derived = board.kind().hasDerivedRoll();
        return new BoardListed(
                board.id(),
                board.body(),
                board.kind(),
                board.name(),
                members.size(),
                derived ? null : filled(members),
                derived);
    }

    private static int filled(List<Member> members) {
        return (int) members.stream()
                .filter(Member::voting)
                .map(Member::place)
                .distinct()
                .count();
    }

    private static VotingSeats votingSeats(Board board, int filled) {
        Integer stated = board.terms().votingSeats();
        return new VotingSeats(filled, stated == null ? 0 : Math.max(0, stated - filled));
    }

    @QueryHandler
    BoardFound find(FindBoard query) {
        View view = views.of(
                query.moment(),
                BoardProjection.NAME,
                PeopleProjection.NAME,
                EstablishmentProjection.NAME,
                PolicyProjection.NAME);
        LocalDate day = day(query.inForceOn(), view);
        long at = view.position();
        Board board =
                tables.boards().at(at, query.board()).orElseThrow(() -> new UnknownSubject(query.board().stream()));
        List<Member> allSeats = tables.members().where(at, "board = ?", board.id());
        List<Officer> allOfficers = tables.officers().where(at, "board = ?", board.id());
        List<Posts> roll = roll(board, view, day);
        List<Member> seats =
                allSeats.stream().filter(seat -> seat.term().covers(day)).toList();
        List<Officer> officers =
                allOfficers.stream().filter(one -> one.term().covers(day)).toList();
        List<Ending> ending = EndingTerms.within(
                policy.inForce(at, board.body(), day).warningDays(),
                day,
                Stream.of(
                                allSeats.stream().map(Held::of),
                                allOfficers.stream().map(Held::of),
                                roll.stream()
                                        .flatMap(one -> posts.everOf(one, view))
                                        .map(Held::of))
                        .flatMap(held -> held)
                        .toList());
        List<LeadInPost> leads = roll.stream().flatMap(one -> leads(one, view)).toList();
        Set<PersonId> everybody = new HashSet<>();
        seats.forEach(seat -> everybody.add(seat.person()));
        officers.forEach(one -> everybody.add(one.person()));
        ending.forEach(one -> everybody.add(one.person()));
        Map<PersonId, Person> named = people.named(at, everybody);
        return new BoardFound(
                board.id(),
                board.body(),
                board.kind(),
                board.name(),
                board.accountableTo(),
                board.terms(),
                officer(Office.CHAIR, officers, seats, leads, named),
                officer(Office.DEPUTY, officers, seats, leads, named),
                votingSeats(board, board.kind().hasDerivedRoll() ? votingPosts(leads) : filled(seats)),
                seats.stream().map(seat -> member(seat, seats, named)).toList(),
                board.kind().hasDerivedRoll(),
                leads,
                ending.stream()
                        .map(one -> new TermEnding(
                                one.person(),
                                name(one.person(), named),
                                one.what(),
                                one.until(),
                                ChronoUnit.DAYS.between(day, one.until())))
                        .toList(),
                day,
                at,
                view.moment());
    }

    /** The posts that a derived roll follows from: those of senior clinical leads of the board's body. */
    private List<Posts> roll(Board board, View view, LocalDate day) {
        return board.kind().hasDerivedRoll()
                ? seniorClinicalLeads(view, day)
                        .filter(one -> one.establishment().body().equals(board.body()))
                        .toList()
                : List.of();
    }

    private Stream<Posts> seniorClinicalLeads(View view, LocalDate day) {
        return posts.all(view, day).stream()
                .filter(one -> one.establishment().programme() == Programme.SENIOR_CLINICAL_LEADS);
    }

    /** Of several whose terms cover the day the one appointed last. */
    private static @Nullable MemberFound officer(
            Office office,
            List<Officer> officers,
            List<Member> seats,
            List<LeadInPost> leads,
            Map<PersonId, Person> named) {
        return officers.stream()
                .filter(one -> one.office() == office)
                .reduce((earlier, later) -> later)
                .map(one -> {
                    Optional<Member> seat = seats.stream()
                            .filter(held -> held.person().equals(one.person()))
                            .findFirst();
                    return new MemberFound(
                            one.person(),
                            name(one.person(), named),
                            seat.map(Member::capacity).orElse(null),
                            seat.map(Member::voting).orElse(false)
                                    || leads.stream()
                                            .anyMatch(lead -> lead.voting()
                                                    && lead.person().equals(one.person())),
                            seat.map(Member::strand).orElse(null),
                            one.termFrom(),
                            one.termUntil(),
                            seat.map(held -> sharer(held, seats)).orElse(null));
                })
                .orElse(null);
    }

    private static MemberFound member(Member seat, List<Member> seats, Map<PersonId, Person> named) {
        return new MemberFound(
                seat.person(),
                name(seat.person(), named),
                seat.capacity(),
                seat.voting(),
                seat.strand(),
                seat.termFrom(),
                seat.termUntil(),
                sharer(seat, seats));
    }

    private static @Nullable PersonId sharer(Member seat, List<Member> seats) {
        return seats.stream()
                .filter(other ->
                        other.place().equals(seat.place()) && !other.person().equals(seat.person()))
                .map(Member::person)
                .findFirst()
                .orElse(null);
    }

    @QueryHandler
    ClinicalAdvisoryGroup find(FindClinicalAdvisoryGroup query) {
        View view = views.of(query.moment(), EstablishmentProjection.NAME, PeopleProjection.NAME);
        LocalDate day = day(query.inForceOn(), view);
        EstablishmentId establishment = query.establishment();
        Stream<Posts> asked = establishment == null
                ? seniorClinicalLeads(view, day)
                : Stream.of(posts.of(establishment, view, day)
                        .orElseThrow(() -> new UnknownSubject(establishment.stream())));
        List<LeadInPost> members = asked.flatMap(one -> leads(one, view)).toList();
        return new ClinicalAdvisoryGroup(members, votingPosts(members), day, view.position(), view.moment());
    }

    private static int votingPosts(List<LeadInPost> members) {
        return (int) members.stream()
                .filter(LeadInPost::voting)
                .map(lead -> List.of(lead.establishment(), lead.slot()))
                .distinct()
                .count();
    }

    private Stream<LeadInPost> leads(Posts one, View view) {
        Map<PersonId, Person> named = establishments.holders(view, one);
        return one.strands().stream().flatMap(strand -> one.holders(strand.code())
                .sorted(Comparator.comparing(Occupancy::slot))
                .map(post -> lead(one, strand, post, named)));
    }

    private static LeadInPost lead(Posts one, Strand strand, Occupancy post, Map<PersonId, Person> named) {
        Person person = named.get(post.person());
        boolean confirmed = post.impartiality() == Impartiality.CONFIRMED;
        return new LeadInPost(
                post.person(),
                name(post.person(), named),
                person == null ? null : person.profession(),
                one.establishment().id(),
                strand.code(),
                strand.name(),
                post.slot(),
                post.termFrom(),
                post.termUntil(),
                confirmed,
                post.votes());
    }

    private static LocalDate day(@Nullable LocalDate inForceOn, View view) {
        return inForceOn == null ? view.today() : inForceOn;
    }

    private static @Nullable String name(PersonId person, Map<PersonId, Person> named) {
        Person found = named.get(person);
        return found == null ? null : found.name();
    }
}
