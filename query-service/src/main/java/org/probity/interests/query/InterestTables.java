package org.probity.interests.query;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.probity.event.Term;
import org.probity.id.InterestId;
import org.probity.id.OrganisationCode;
import org.probity.id.PersonId;
import org.probity.interests.event.InterestCategory;
import org.probity.interests.event.NamedBody;
import org.probity.interests.query.InterestQuery.InterestFound;
import org.probity.query.ReadTables;
import org.probity.query.VersionedTable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** The read tables of declared interests. */
@Component
public record InterestTables(VersionedTable<Interest> interests, VersionedTable<Declaration> declarations) {

    @Autowired
    InterestTables(ReadTables tables) {
        this(
                tables.versioned("interest", Interest.class, "person", "id"),
                tables.versioned("declaration", Declaration.class, "person", "declared"));
    }

    /**
     * A declared interest.
     *
     * @param termUntil first day on which it was not in force, if declared so
     * @param ceased day on which it ceased, as said later
     * @param estimatedPounds what a gift or hospitality is worth
     */
    public record Interest(
            PersonId person,
            InterestId id,
            InterestCategory category,
            @Nullable OrganisationCode organisation,
            @Nullable NamedBody namedBody,
            @Nullable String description,
            LocalDate arose,
            LocalDate declared,
            LocalDate termFrom,
            @Nullable LocalDate termUntil,
            boolean late,
            @Nullable LocalDate ceased,
            @Nullable Integer estimatedPounds) {

        static final List<String> PERSONAL = List.of("namedBody", "description", "estimatedPounds");

        /** What is said of these is about families and private lives. */
        private static final Set<InterestCategory> PRIVATE =
                Set.of(InterestCategory.INDIRECT, InterestCategory.NON_FINANCIAL_PERSONAL);

        /** As it is told; {@code all} to those to whom it is not closed what is said of families and private lives. */
        public InterestFound shown(boolean all) {
            return new InterestFound(
                    id,
                    category,
                    organisation,
                    namedBody,
                    all || !PRIVATE.contains(category) ? description : null,
                    arose,
                    declared,
                    late,
                    termFrom,
                    inForce().until(),
                    estimatedPounds);
        }

        /** When the interest is there: it ceases before its term would end, or never. */
        Term inForce() {
            return new Term(termFrom, ceased == null ? termUntil : ceased);
        }

        Interest ceased(LocalDate on) {
            return new Interest(
                    person,
                    id,
                    category,
                    organisation,
                    namedBody,
                    description,
                    arose,
                    declared,
                    termFrom,
                    termUntil,
                    late,
                    on,
                    estimatedPounds);
        }
    }

    /** A day on which somebody declared or renewed; {@code nil} says that there was nothing to declare. */
    public record Declaration(PersonId person, LocalDate declared, boolean nil) {

        /** First day on which the declaration is out of date. */
        public LocalDate dueOn(int months) {
            return declared.plusMonths(months).plusDays(1);
        }
    }
}
