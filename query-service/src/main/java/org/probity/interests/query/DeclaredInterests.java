package org.probity.interests.query;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.probity.id.PersonId;
import org.probity.interests.query.InterestQuery.InterestFound;
import org.probity.interests.query.InterestTables.Interest;
import org.probity.interests.query.Listings.Listing;
import org.probity.query.View;
import org.springframework.stereotype.Component;

/** What people had declared, for those who judge a decision by what was known when it was taken. */
@Component
public class DeclaredInterests {

    private final InterestTables tables;
    private final Listings listings;

    DeclaredInterests(InterestTables tables, Listings listings) {
        this.tables = tables;
        this.listings = listings;
    }

    /**
     * What was in force on a day, by person.
     *
     * @param known the state in which it was known
     * @param all whether what the public register does not list is told too
     */
    public Map<PersonId, List<InterestFound>> inForce(
            View known, LocalDate day, Collection<PersonId> people, boolean all) {
        String[] ids = people.stream().map(id -> id.value().toString()).toArray(String[]::new);
        Stream<Interest> interests =
                tables.interests().where(known.position(), "person = any (?::uuid[])", (Object) ids).stream()
                        .filter(one -> one.inForce().covers(day));
        if (!all) {
            Listing open = listings.publicNow();
            interests = interests.filter(one -> open.holders().contains(one.person()) && open.lists(one));
        }
        return interests.collect(groupingBy(Interest::person, mapping(one -> one.shown(all), toList())));
    }
}
