package org.probity.interests.query;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.probity.id.OrganisationCode;
import org.probity.id.PersonId;
import org.probity.interests.query.InterestTables.Declaration;
import org.probity.policy.query.PolicyTables;
import org.probity.query.View;
import org.springframework.stereotype.Component;

/** Until when declarations of interests are up to date, by the rule pack of the body that relies on them. */
@Component
public class Declarations {

    private final InterestTables tables;
    private final PolicyTables policy;

    Declarations(InterestTables tables, PolicyTables policy) {
        this.tables = tables;
        this.policy = policy;
    }

    /** The last declaration of everybody that was made by a day, by person. */
    public Map<PersonId, Declaration> byPerson(View view, LocalDate day) {
        return tables.declarations().where(view.position(), "declared <= ?", day).stream()
                .collect(Collectors.toMap(
                        Declaration::person,
                        Function.identity(),
                        BinaryOperator.maxBy(Comparator.comparing(Declaration::declared))));
    }

    /** How many months a declaration stays up to date for a body. */
    public int months(View view, OrganisationCode body) {
        return policy.inForce(view.position(), body, view.today()).declarationMonths();
    }

    /** The first day on which a declaration is out of date; empty if there is none. */
    public static Optional<LocalDate> dueOn(@Nullable Declaration declaration, int months) {
        return Optional.ofNullable(declaration).map(made -> made.dueOn(months));
    }
}
