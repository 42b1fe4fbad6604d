package org.probity.interests.event;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.probity.event.Event;
import org.probity.event.Personal;
import org.probity.event.Term;
import org.probity.id.InterestId;
import org.probity.id.OrganisationCode;
import org.probity.id.PersonId;

/** The story of what one person declared. */
public sealed interface InterestsEvent extends Event {

    PersonId person();

    @Override
    default String stream() {
        return streamOf(person());
    }

    /** The stream of what a person declared. */
    static String streamOf(PersonId person) {
        return "interests/" + person.value();
    }

    /**
     * The subject is an organisation, or, where that is null, a body without a code; of a gift or hospitality it is who
     * gave it.
     *
     * @param declared the day of the declaration by the log's clock
     * @param late whether it was declared later after it arose than the rule pack allows
     * @param estimatedPounds what a gift or hospitality is worth in whole pounds, as far as known
     */
    record InterestDeclared(
            PersonId person,
            InterestId interest,
            InterestCategory category,
            @Nullable OrganisationCode organisation,
            @Personal @Nullable NamedBody namedBody,
            @Personal @Nullable String description,
            LocalDate arose,
            LocalDate declared,
            Term inForce,
            boolean late,
            @Personal @Nullable Integer estimatedPounds)
            implements InterestsEvent {}

    /** The person has nothing to declare. */
    record NilDeclarationMade(PersonId person, LocalDate on) implements InterestsEvent {}

    /** What was declared still stands. */
    record DeclarationRenewed(PersonId person, LocalDate on) implements InterestsEvent {}

    /** It stays listed and matched for as long as the rule pack says. */
    record InterestCeased(PersonId person, InterestId interest, LocalDate on) implements InterestsEvent {}
}
