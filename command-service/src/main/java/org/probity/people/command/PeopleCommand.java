package org.probity.people.command;

import static org.probity.people.event.Authority.APPOINTMENTS_OFFICER;
import static org.probity.people.event.Authority.DATA_PROTECTION_OFFICER;
import static org.probity.people.event.Authority.POLICY_OWNER;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.probity.command.By;
import org.probity.command.Command;
import org.probity.event.Term;
import org.probity.id.AccountId;
import org.probity.id.DutyId;
import org.probity.id.OrganisationCode;
import org.probity.id.PersonId;
import org.probity.people.event.Authority;
import org.probity.people.event.DutyEvent;
import org.probity.people.event.DutyScope;
import org.probity.people.event.OrganisationKind;
import org.probity.people.event.Profession;
import org.probity.people.event.Registration;

/** What can be done about organisations, people, their accounts and their duties. */
public sealed interface PeopleCommand extends Command {

    /** Invented organisations belong to examples. */
    @By({APPOINTMENTS_OFFICER, POLICY_OWNER})
    record RegisterOrganisation(OrganisationCode code, String name, OrganisationKind kind, Term term, boolean invented)
            implements PeopleCommand {
        @Override
        public String subject() {
            return code.stream();
        }
    }

    /** {@code on} is the first day without the organisation. */
    @By({APPOINTMENTS_OFFICER, POLICY_OWNER})
    record CloseOrganisation(OrganisationCode code, LocalDate on) implements PeopleCommand {
        @Override
        public String subject() {
            return code.stream();
        }
    }

    @By({APPOINTMENTS_OFFICER, POLICY_OWNER})
    record RegisterPerson(
            PersonId person,
            String name,
            @Nullable String contact,
            Profession profession,
            @Nullable Registration registration,
            @Nullable OrganisationCode employer,
            boolean inActivePractice)
            implements PeopleCommand {
        @Override
        public String subject() {
            return person.stream();
        }
    }

    /** The full new state: what is left out is no longer known. Nobody amends their own entry. */
    @By({APPOINTMENTS_OFFICER, POLICY_OWNER})
    record AmendPerson(
            PersonId person,
            String name,
            @Nullable String contact,
            Profession profession,
            @Nullable Registration registration,
            @Nullable OrganisationCode employer,
            boolean inActivePractice)
            implements PeopleCommand {
        @Override
        public String subject() {
            return person.stream();
        }
    }

    /**
     * Whoever logs in with the account acts as this person from now on. Nobody links the account they act with.
     *
     * @param issuer who issues the tokens, their claim {@code iss}
     * @param login what the issuer calls the account, the claim {@code sub}
     */
    @By({APPOINTMENTS_OFFICER, POLICY_OWNER})
    record LinkAccount(PersonId person, String issuer, String login) implements PeopleCommand {

        /** The account in the log's terms, which name neither issuer nor login. */
        public AccountId account() {
            return AccountId.of(issuer, login);
        }

        @Override
        public String subject() {
            return account().stream();
        }
    }

    /**
     * A policy owner grants the duties that control others, a body's first officer among them; its officers grant those
     * of campaigns and boards.
     */
    @By({POLICY_OWNER, APPOINTMENTS_OFFICER})
    record GrantDuty(PersonId person, DutyId duty, Authority role, DutyScope scope, Term term)
            implements PeopleCommand {
        @Override
        public String subject() {
            return DutyEvent.streamOf(person);
        }
    }

    /** {@code on} is the first day without the duty; no later than its own first day, it never had effect. */
    @By({POLICY_OWNER, APPOINTMENTS_OFFICER})
    record EndDuty(PersonId person, DutyId duty, LocalDate on, String reason) implements PeopleCommand {
        @Override
        public String subject() {
            return DutyEvent.streamOf(person);
        }
    }

    /**
     * What is known about the person is erased, for good. Ids and decisions stay, and so does the name of whoever held a
     * post or sat on a board, where it stands in public decisions.
     */
    @By(DATA_PROTECTION_OFFICER)
    record ErasePerson(PersonId person) implements PeopleCommand {
        @Override
        public String subject() {
            return person.stream();
        }
    }

    @By(DATA_PROTECTION_OFFICER)
    record PlaceRetentionHold(PersonId person, String reason) implements PeopleCommand {
        @Override
        public String subject() {
            return person.stream();
        }
    }

    @By(DATA_PROTECTION_OFFICER)
    record LiftRetentionHold(PersonId person) implements PeopleCommand {
        @Override
        public String subject() {
            return person.stream();
        }
    }
}
