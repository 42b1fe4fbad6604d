package org.probity.interests.query;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.probity.id.InterestId;
import org.probity.id.OrganisationCode;
import org.probity.id.PersonId;
import org.probity.interests.query.HeldOffices.Office;
import org.probity.interests.query.InterestTables.Interest;
import org.probity.policy.event.BuiltInPacks;
import org.probity.policy.event.RulePack;
import org.probity.policy.query.PolicyTables;
import org.probity.query.Moment;
import org.probity.query.View;
import org.probity.query.Views;
import org.springframework.stereotype.Component;

/** What the register of interests lists, by the rule packs of the bodies whose offices people hold. */
@Component
class Listings {

    private final HeldOffices offices;
    private final InterestTables tables;
    private final PolicyTables policy;
    private final Views views;

    Listings(HeldOffices offices, InterestTables tables, PolicyTables policy, Views views) {
        this.offices = offices;
        this.tables = tables;
        this.policy = policy;
        this.views = views;
    }

    /** What is public: of who holds an office today what is listed today, whatever earlier state is asked for. */
    Listing publicNow() {
        View now = views.of(Moment.NEWEST, HeldOffices.PROJECTIONS);
        return of(now, now.today(), null);
    }

    /**
     * The listing of a day: an interest in force, or ceased no longer ago than the pack of one of the bodies says; the
     * built-in pack for whoever holds no office.
     *
     * @param body the only body that counts; null for all of them
     */
    Listing of(View view, LocalDate day, @Nullable OrganisationCode body) {
        Map<PersonId, Set<OrganisationCode>> holders = offices.on(view, day).stream()
                .filter(office -> body == null || body.equals(office.body()))
                .collect(groupingBy(Office::person, mapping(Office::body, toSet())));
        Map<OrganisationCode, RulePack> packs = new HashMap<>();
        Function<OrganisationCode, RulePack> pack =
                of -> packs.computeIfAbsent(of, key -> policy.inForce(view.position(), key, day));
        List<Interest> listed = tables.interests().all(view.position()).stream()
                .filter(one -> holders.containsKey(one.person())
                        ? holders.get(one.person()).stream().map(pack).anyMatch(of -> of.lists(one.inForce(), day))
                        : BuiltInPacks.inForce(day).lists(one.inForce(), day))
                .toList();
        return new Listing(
                holders.keySet(),
                listed.stream().collect(groupingBy(Interest::person)),
                listed.stream().map(Interest::id).collect(toSet()));
    }

    /**
     * Who holds an office on a day, and what is listed of everybody.
     *
     * @param interests by person, in the order of their declaration
     */
    record Listing(Set<PersonId> holders, Map<PersonId, List<Interest>> interests, Set<InterestId> ids) {

        List<Interest> of(PersonId person) {
            return interests.getOrDefault(person, List.of());
        }

        boolean lists(Interest interest) {
            return ids.contains(interest.id());
        }
    }
}
