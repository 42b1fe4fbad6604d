package org.probity.interests.query;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.probity.id.InterestId;
import org.probity.id.OrganisationCode;
import org.probity.id.PersonId;
import org.probity.identity.Actor;
import org.probity.interests.event.InterestCategory;
import org.probity.interests.event.NamedBody;
import org.probity.people.event.Profession;
import org.probity.query.Answer;
import org.probity.query.Moment;
import org.probity.query.PageAsked;

/**
 * What can be asked about declared interests. The register of those who hold an office is public within the service,
 * without contact data. What others declared, what ceased longer ago and what is said of families and private lives is for
 * the person, reviewers, officers and appointing authorities of a body, and secretaries and chairs.
 */
public sealed interface InterestQuery {

    /** What one person declared, or of that what is in force on a day. The public sees of it what the register lists. */
    record FindInterestsOf(
            PersonId person, Moment moment, @Nullable LocalDate inForceOn, Actor actor) implements InterestQuery {}

    /**
     * The register of a day, of the office-holders of one body or of everybody who declared: what is in force, and what
     * ceased no longer ago than the rule pack says.
     */
    record FindRegister(
            @Nullable OrganisationCode body,
            Moment moment,
            @Nullable LocalDate inForceOn,
            PageAsked page,
            Actor actor) implements InterestQuery {}

    /** Who holds an office of a body without a declaration that is up to date: for its secretaries and officers. */
    record FindNonResponders(
            OrganisationCode body, Moment moment, @Nullable LocalDate inForceOn, PageAsked page, Actor actor)
            implements InterestQuery {}

    /** What holders of an office of a body declared late, the newest first: for its secretaries and officers. */
    record FindLateInterests(OrganisationCode body, Moment moment, PageAsked page, Actor actor)
            implements InterestQuery {}

    /** What one person declared. */
    record InterestsFound(
            PersonId person,
            @Nullable String name,
            @Nullable LocalDate declared,
            boolean nil,
            List<InterestFound> interests,
            long position,
            Instant asAt)
            implements Answer {}

    /**
     * An interest; named body, description and value are null once the person is erased, and the description of an
     * indirect or personal one also for those it is closed to.
     *
     * @param until first day on which it is not in force; null while it is
     * @param estimatedPounds what a gift or hospitality is worth, as far as known
     */
    record InterestFound(
            InterestId id,
            InterestCategory category,
            @Nullable OrganisationCode organisation,
            @Nullable NamedBody namedBody,
            @Nullable String description,
            LocalDate arose,
            LocalDate declared,
            boolean late,
            LocalDate from,
            @Nullable LocalDate until,
            @Nullable Integer estimatedPounds) {}

    /** The register, by name. */
    record RegisterFound(
            List<EntryFound> items, @Nullable String next, LocalDate inForceOn, long position, Instant asAt)
            implements Answer {}

    /** What somebody declared. */
    record EntryFound(
            PersonId person,
            @Nullable String name,
            @Nullable Profession profession,
            LocalDate declared,
            boolean nil,
            List<InterestFound> interests) {}

    /**
     * Those whose declaration is missing or out of date, the longest due first, and in full on every page those who have
     * to declare again soon: within as many days as the body's rule pack gives for declaring.
     */
    record NonRespondersFound(
            List<DeclarationDue> items,
            @Nullable String next,
            List<DeclarationDue> dueSoon,
            LocalDate inForceOn,
            long position,
            Instant asAt)
            implements Answer {}

    /**
     * A declaration that is asked of somebody.
     *
     * @param declared when they last did; null for never
     * @param due since when, or from when, they hold an office without a declaration that is up to date
     * @param because what asks for it
     */
    record DeclarationDue(
            PersonId person,
            @Nullable String name,
            @Nullable LocalDate declared,
            LocalDate due,
            List<Reason> because) {}

    /** What was declared late, the newest first. */
    record LateInterestsFound(
            List<LateInterest> items, @Nullable String next, long position, Instant asAt) implements Answer {}

    /** An interest that was declared later after it arose than the rule pack allows, and whose it is. */
    record LateInterest(PersonId person, @Nullable String name, InterestFound interest) {}

    /** What asks for a declaration: an office of the body, or a seat on a panel of it. */
    enum Reason {
        POST,
        PANEL,
        BOARD,
        DUTY
    }
}
