package org.probity.people.query;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.probity.id.DutyId;
import org.probity.id.OrganisationCode;
import org.probity.id.PersonId;
import org.probity.identity.Actor;
import org.probity.people.event.Authority;
import org.probity.people.event.Profession;
import org.probity.people.event.Registration;
import org.probity.query.Answer;
import org.probity.query.Moment;
import org.probity.query.PageAsked;

/** What can be asked about people. */
public sealed interface PeopleQuery {

    /** One person. */
    record FindPerson(PersonId person, Actor actor, Moment moment) implements PeopleQuery {}

    /** People whose name, or one of its words, begins with a text; officers only. */
    record SearchPeople(String name, Actor actor, Moment moment, PageAsked page) implements PeopleQuery {}

    /**
     * A person. Contact, registration, retention hold and duties are null to those who may not see them, and name, contact
     * and registration once the person is erased.
     */
    record PersonFound(
            PersonId id,
            @Nullable String name,
            @Nullable String contact,
            Profession profession,
            @Nullable Registration registration,
            @Nullable OrganisationCode employer,
            @Nullable String employerName,
            boolean inActivePractice,
            @Nullable Boolean retentionHold,
            boolean erased,
            @Nullable List<DutyHeld> duties,
            long position,
            Instant asAt)
            implements Answer {}

    /** A role for a body, campaign or board; {@code until} is the first day without it. */
    record DutyHeld(
            DutyId id,
            Authority role,
            String scope,
            LocalDate from,
            @Nullable LocalDate until) {}

    /** People by name. */
    record PeopleFound(List<PersonListed> items, @Nullable String next, long position, Instant asAt)
            implements Answer {}

    /** A person in a list. */
    record PersonListed(
            PersonId id,
            @Nullable String name,
            Profession profession,
            @Nullable OrganisationCode employer) {}
}
