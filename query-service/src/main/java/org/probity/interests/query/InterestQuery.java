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
 * What can be asked about declared interests. The register of those who hold a post or a seat is public within the
 * service, without contact data. What others declared, what is said of families and private lives, and who has not declared
 * is for the person, reviewers, officers and appointing authorities of a body, and secretaries and chairs.
 */
public sealed interface InterestQuery {

    /** What one person declared, ceased interests included. */
    record FindInterestsOf(
            PersonId person, Moment moment, @Nullable LocalDate inForceOn, Actor actor) implements InterestQuery {}

    /** The register: everybody who declared or should have. */
    record FindRegister(Moment moment, @Nullable LocalDate inForceOn, PageAsked page, Actor actor)
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
     * An interest; subject and description are null once the person is erased, and the description of an indirect or
     * personal one also for those it is closed to.
     *
     * @param until first day on which it is not in force; null while it is
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
            @Nullable LocalDate until) {}

    /**
     * The register, by name, with those whose declaration is missing or out of date in full on every page, for those to
     * whom that is open.
     */
    record RegisterFound(
            List<EntryFound> items,
            @Nullable String next,
            List<NonResponder> nonResponders,
            long position,
            Instant asAt)
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
     * Somebody who should have declared.
     *
     * @param declared when they last did; null for never
     * @param because what asks for it: a post, a seat on a panel or on a board
     */
    record NonResponder(
            PersonId person,
            @Nullable String name,
            @Nullable LocalDate declared,
            List<Reason> because) {}

    /** What asks for a declaration. */
    enum Reason {
        POST,
        PANEL,
        BOARD
    }
}
