package org.probity.people.command;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Aggregate;
import org.jspecify.annotations.Nullable;
import org.probity.command.Streams;
import org.probity.id.OrganisationCode;
import org.probity.people.command.PeopleCommand.AmendPerson;
import org.probity.people.command.PeopleCommand.LiftRetentionHold;
import org.probity.people.command.PeopleCommand.LinkAccount;
import org.probity.people.command.PeopleCommand.PlaceRetentionHold;
import org.probity.people.command.PeopleCommand.RegisterPerson;
import org.springframework.stereotype.Component;

/**
 * Opens the person for each of its commands, together with the claim to a registration number: both are appended to at
 * once, so of two people who come with one number at the same moment one is refused. The bodies share the register, so
 * no duty for one is asked.
 */
@Component
class PersonHandler {

    private final Streams streams;
    private final RegistrationClaims claims;
    private final PeopleRegister people;
    private final OrganisationRegister organisations;

    PersonHandler(
            Streams streams, RegistrationClaims claims, PeopleRegister people, OrganisationRegister organisations) {
        this.streams = streams;
        this.claims = claims;
        this.people = people;
        this.organisations = organisations;
    }

    @CommandHandler
    void handle(RegisterPerson command) {
        employerMustBeKnown(command.employer());
        Aggregate<Person> person = streams.open(Person.class, command.subject());
        RegistrationChange number = claims.change(command.person(), null, command.registration());
        person.execute(it -> it.register(command));
        number.complete();
    }

    @CommandHandler
    void handle(AmendPerson command) {
        employerMustBeKnown(command.employer());
        Aggregate<Person> person = streams.existing(Person.class, command.subject());
        RegistrationChange number =
                claims.change(command.person(), person.invoke(Person::registration), command.registration());
        person.execute(it -> it.amend(command));
        number.complete();
    }

    @CommandHandler
    void handle(LinkAccount command) {
        PeopleRule.PERSON_ERASED.refuseIf(people.entry(command.person()).erased());
        streams.open(Account.class, command.subject()).execute(account -> account.link(command));
    }

    @CommandHandler
    void handle(PlaceRetentionHold command) {
        streams.existing(Person.class, command.subject()).execute(person -> person.placeHold(command));
    }

    @CommandHandler
    void handle(LiftRetentionHold command) {
        streams.existing(Person.class, command.subject()).execute(person -> person.liftHold(command));
    }

    private void employerMustBeKnown(@Nullable OrganisationCode employer) {
        if (employer != null) {
            organisations.term(employer);
        }
    }
}
