package org.probity.interests.query;

import static java.util.stream.Collectors.groupingBy;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.probity.id.OrganisationCode;
import org.probity.id.PersonId;
import org.probity.interests.query.HeldOffices.Office;
import org.probity.interests.query.InterestQuery.Reason;
import org.probity.interests.query.InterestTables.Declaration;
import org.probity.policy.event.RulePack;
import org.probity.policy.query.PolicyTables;
import org.probity.query.View;
import org.springframework.stereotype.Component;

/** Who holds an office of a body, and by when the body's rule pack asks them to declare their interests. */
@Component
class NonResponders {

    private final HeldOffices offices;
    private final Declarations declarations;
    private final PolicyTables policy;

    NonResponders(HeldOffices offices, Declarations declarations, PolicyTables policy) {
        this.offices = offices;
        this.declarations = declarations;
        this.policy = policy;
    }

    /**
     * A declaration that is asked of somebody.
     *
     * @param declared when they last declared; null for never
     * @param due the first day of an office without a declaration that is up to date
     */
    record Due(PersonId person, @Nullable LocalDate declared, LocalDate due, List<Reason> because) {}

    /**
     * Those whose declaration is missing or out of date on a day, or will be within as many days as the body's rule pack
     * gives for declaring; the longest due first.
     */
    List<Due> of(View view, OrganisationCode body, LocalDate day) {
        RulePack pack = policy.inForce(view.position(), body, day);
        LocalDate soon = day.plusDays(pack.declareWithinDays());
        Map<PersonId, Declaration> declared = declarations.byPerson(view, day);
        Map<PersonId, List<Office>> holders = offices.on(view, day).stream()
                .filter(office -> office.body().equals(body))
                .collect(groupingBy(Office::person));
        return holders.entrySet().stream()
                .map(one -> due(one.getValue(), declared.get(one.getKey()), pack.declarationMonths()))
                .filter(one -> !one.due().isAfter(soon))
                .sorted(Comparator.comparing(Due::due)
                        .thenComparing(one -> one.person().value()))
                .toList();
    }

    private static Due due(List<Office> held, @Nullable Declaration made, int months) {
        Office first = held.stream().min(Comparator.comparing(Office::from)).orElseThrow();
        LocalDate outOfDate = Declarations.dueOn(made, months).orElse(first.from());
        return new Due(
                first.person(),
                made == null ? null : made.declared(),
                Stream.of(outOfDate, first.from())
                        .max(Comparator.naturalOrder())
                        .orElseThrow(),
                held.stream().map(Office::reason).distinct().toList());
    }
}
