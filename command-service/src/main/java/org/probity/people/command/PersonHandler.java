package org.probity.people.command;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Aggregate;
import org.jspecify.annotations.Nullable;
import org.probity.command.CommonRule;
import org.probity.command.Occasion;
import org.probity.command.Streams;
import org.probity.id.OrganisationCode;
import org.probity.people.command.PeopleCommand.AmendPerson;
import org.probity.people.command.PeopleCommand.ErasePerson;
import org.probity.people.command.PeopleCommand.LiftRetentionHold;
import org.probity.people.command.PeopleCommand.LinkAccount;
import org.probity.people.command.PeopleCommand.PlaceRetentionHold;
import org.probity.people.command.PeopleCommand.RegisterPerson;
import org.probity.people.event.DutyEvent;
import org.springframework.stereotype.Component;

/**
 * Opens the person for each of its commands, together with the claim to a registration number: both are appended to at
 * once, so of two people who come with one number at the same moment one is refused. The bodies share the register, so
 * a duty for any of them will do.
 */
@Component
class PersonHandler {

    private final Streams streams;
    private final RegistrationClaims claims;
    private final PeopleRegister people;
    private final OrganisationRegister organisations;
    private final DutiesGranted grants;
    private final Competitions competitions;
    private final Retention retention;
    private final Offices offices;

    PersonHandler(
            Streams streams,
            RegistrationClaims claims,
            PeopleRegister people,
            OrganisationRegister organisations,
            DutiesGranted grants,
            Competitions competitions,
            Retention retention,
            Offices offices) {
        this.streams = streams;
        this.claims = claims;
        this.people = people;
        this.organisations = organisations;
        this.grants = grants;
        this.competitions = competitions;
        this.retention = retention;
        this.offices = offices;
    }

    @CommandHandler
    void handle(RegisterPerson command, Occasion occasion) {
        occasion.caller().mustKeepTheRegister(occasion.today());
        employerMustBeKnown(command.employer());
        Aggregate<Person> person = streams.open(Person.class, command.subject());
        RegistrationChange number = claims.change(command.person(), null, command.registration());
        person.execute(it -> it.register(command));
        number.complete();
    }

    @CommandHandler
    void handle(AmendPerson command, Occasion occasion) {
        occasion.caller().mustKeepTheRegister(occasion.today());
        CommonRule.DECIDING_OWN_CASE.refuseIf(occasion.caller().is(command.person()));
        competitions.mustNotCompeteWith(command.person(), occasion);
        employerMustBeKnown(command.employer());
        Aggregate<Person> person = streams.existing(Person.class, command.subject());
        RegistrationChange number =
                claims.change(command.person(), person.invoke(Person::registration), command.registration());
        person.execute(it -> it.amend(command));
        number.complete();
    }

    /** What the account granted before is read with the account open, which {@link DutyHandler} opens too. */
    @CommandHandler
    void handle(LinkAccount command, Occasion occasion) {
        occasion.caller().mustKeepTheRegister(occasion.today());
        PeopleRule.LINKING_OWN_ACCOUNT.refuseIf(
                command.account().equals(occasion.caller().account()));
        people.entry(command.person());
        Aggregate<Account> account = streams.open(Account.class, command.subject());
        PeopleRule.GRANTING_OWN_DUTY.refuseIf(grants.has(command.account(), command.person()));
        account.execute(it -> it.link(command));
    }

    /** An account that is linked, or a candidacy that begins, at the same moment holds nothing that can be read. */
    @CommandHandler
    void handle(ErasePerson command, Occasion occasion) {
        CommonRule.DECIDING_OWN_CASE.refuseIf(occasion.caller().is(command.person()));
        Aggregate<Person> person = streams.existing(Person.class, command.subject());
        RegistrationChange number = claims.change(command.person(), person.invoke(Person::registration), null);
        boolean onDuty = streams.open(Duties.class, DutyEvent.streamOf(command.person()))
                .invoke(duties -> duties.lastBeyond(occasion.today()));
        PeopleRule.DUTY_IN_FORCE.refuseIf(onDuty);
        retention.mustBeOver(command.person(), occasion.today());
        boolean heldOffice = !offices.of(command.person()).isEmpty();
        person.execute(it -> it.erase(command, heldOffice));
        number.complete();
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
