package org.probity.establishment.query;

import static java.util.stream.Collectors.groupingBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.probity.establishment.event.Programme;
import org.probity.establishment.query.EstablishmentTables.Establishment;
import org.probity.establishment.query.EstablishmentTables.Hold;
import org.probity.establishment.query.EstablishmentTables.Occupancy;
import org.probity.establishment.query.EstablishmentTables.Strand;
import org.probity.id.EstablishmentId;
import org.probity.id.OrganisationCode;
import org.probity.query.View;
import org.springframework.stereotype.Component;

/** Reads the posts of one or all establishments from one state. */
@Component
public class PostsByEstablishment {

    private final EstablishmentTables tables;

    PostsByEstablishment(EstablishmentTables tables) {
        this.tables = tables;
    }

    /**
     * The posts of all establishments, by name.
     *
     * @param inForceOn the day on which they are to be in force; null for the asked moment
     */
    public List<Posts> all(View view, @Nullable LocalDate inForceOn) {
        long at = view.position();
        Map<EstablishmentId, List<Strand>> strands =
                tables.strands().all(at).stream().collect(groupingBy(Strand::establishment));
        Map<EstablishmentId, List<Occupancy>> holders =
                tables.occupancies().all(at).stream().collect(groupingBy(Occupancy::establishment));
        Map<EstablishmentId, List<Hold>> holds =
                tables.holds().all(at).stream().collect(groupingBy(Hold::establishment));
        return tables.establishments().where(at, "true order by lower(name), id").stream()
                .map(one -> posts(
                        one,
                        strands.getOrDefault(one.id(), List.of()),
                        holders.getOrDefault(one.id(), List.of()),
                        holds.getOrDefault(one.id(), List.of()),
                        view,
                        inForceOn))
                .toList();
    }

    /** Who is a senior clinical lead in post for a body on a day. */
    public Stream<Occupancy> leads(OrganisationCode body, View view, LocalDate day) {
        return all(view, day).stream()
                .filter(one -> one.establishment().programme() == Programme.SENIOR_CLINICAL_LEADS
                        && one.establishment().body().equals(body))
                .flatMap(one -> one.holders().stream());
    }

    /** The posts of one establishment, if it exists. */
    public Optional<Posts> of(EstablishmentId id, View view, @Nullable LocalDate inForceOn) {
        long at = view.position();
        return tables.establishments()
                .at(at, id)
                .map(one -> posts(
                        one,
                        tables.strands().where(at, "establishment = ?", id),
                        tables.occupancies().where(at, "establishment = ?", id),
                        tables.holds().where(at, "establishment = ?", id),
                        view,
                        inForceOn));
    }

    /** Every term for which somebody fills a post of an establishment, those that are over and those to come too. */
    public Stream<Occupancy> everOf(Posts posts, View view) {
        return tables
                .occupancies()
                .where(
                        view.position(),
                        "establishment = ?",
                        posts.establishment().id())
                .stream();
    }

    private static Posts posts(
            Establishment establishment,
            List<Strand> strands,
            List<Occupancy> holders,
            List<Hold> holds,
            View view,
            @Nullable LocalDate inForceOn) {
        return inForceOn == null
                ? Posts.taken(establishment, strands, holders, holds, view.today())
                : Posts.inForce(establishment, strands, holders, holds, inForceOn);
    }
}
