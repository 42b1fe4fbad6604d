package org.probity.people.query;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.probity.event.Term;
import org.probity.id.AccountId;
import org.probity.id.DutyId;
import org.probity.id.OrganisationCode;
import org.probity.id.PersonId;
import org.probity.people.event.Authority;
import org.probity.people.event.OrganisationKind;
import org.probity.people.event.Profession;
import org.probity.people.event.Registration;
import org.probity.query.ReadTables;
import org.probity.query.VersionedTable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** The read tables of people. Personal columns are null once the person is erased. */
@Component
public record PeopleTables(
        VersionedTable<Person> people,
        VersionedTable<Organisation> organisations,
        VersionedTable<Account> accounts,
        VersionedTable<Duty> duties) {

    @Autowired
    PeopleTables(ReadTables tables) {
        this(
                tables.versioned("person", Person.class, "id"),
                tables.versioned("organisation", Organisation.class, "code"),
                tables.versioned("account", Account.class, "id"),
                tables.versioned("duty", Duty.class, "person", "id"));
    }

    /** The people with these ids at a position, as far as they are registered. */
    public Map<PersonId, Person> named(long position, Collection<PersonId> ids) {
        String[] values = ids.stream().map(id -> id.value().toString()).toArray(String[]::new);
        return people.where(position, "id = any (?::uuid[])", (Object) values).stream()
                .collect(Collectors.toMap(Person::id, Function.identity()));
    }

    /** A person. */
    public record Person(
            PersonId id,
            @Nullable String name,
            @Nullable String contact,
            Profession profession,
            @Nullable Registration registration,
            @Nullable OrganisationCode employer,
            boolean inActivePractice,
            boolean retentionHold,
            boolean erased) {

        static final List<String> PERSONAL = List.of("name", "contact", "registration");

        Person held(boolean hold) {
            return new Person(id, name, contact, profession, registration, employer, inActivePractice, hold, erased);
        }

        Person asErased() {
            return new Person(id, null, null, profession, null, employer, inActivePractice, retentionHold, true);
        }
    }

    /** An organisation; {@code termUntil} is the first day on which it is closed. */
    public record Organisation(
            OrganisationCode code,
            String name,
            OrganisationKind kind,
            LocalDate termFrom,
            @Nullable LocalDate termUntil,
            boolean invented) {}

    /** A login and the person behind it. */
    public record Account(AccountId id, PersonId person) {}

    /** A role for the stream of a body, campaign or board. */
    public record Duty(
            PersonId person,
            DutyId id,
            Authority role,
            String scope,
            LocalDate termFrom,
            @Nullable LocalDate termUntil) {

        /** When it is in force. */
        public Term term() {
            return new Term(termFrom, termUntil);
        }
    }
}
