package org.probity.people.command;

import java.time.LocalDate;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Aggregate;
import org.probity.command.Caller;
import org.probity.command.Occasion;
import org.probity.command.Streams;
import org.probity.id.OrganisationCode;
import org.probity.people.command.PeopleCommand.EndDuty;
import org.probity.people.command.PeopleCommand.GrantDuty;
import org.probity.people.event.Authority;
import org.springframework.stereotype.Component;

/**
 * Opens a person's duties for those who may decide on them: an officer with a duty for the body that the scope belongs
 * to, or a policy owner, without whom no body would ever have its first officer.
 */
@Component
class DutyHandler {

    private final Streams streams;
    private final PeopleRegister people;
    private final OrganisationRegister organisations;
    private final DutyScopes scopes;

    DutyHandler(Streams streams, PeopleRegister people, OrganisationRegister organisations, DutyScopes scopes) {
        this.streams = streams;
        this.people = people;
        this.organisations = organisations;
        this.scopes = scopes;
    }

    @CommandHandler
    void handle(GrantDuty command, Occasion occasion) {
        PeopleRule.PERSON_ERASED.refuseIf(people.entry(command.person()).erased());
        OrganisationCode body = scopes.bodyOf(command.scope());
        mustDecideOn(body, occasion);
        PeopleRule.GRANTING_OWN_DUTY.refuseIf(occasion.caller().is(command.person()));
        organisations.mustNotBeClosed(
                body, later(occasion.today(), command.term().from()));
        streams.open(Duties.class, command.subject()).execute(duties -> duties.grant(command));
    }

    @CommandHandler
    void handle(EndDuty command, Occasion occasion) {
        people.entry(command.person());
        Aggregate<Duties> duties = streams.open(Duties.class, command.subject());
        mustDecideOn(scopes.bodyOf(duties.invoke(it -> it.scope(command.duty()))), occasion);
        duties.execute(it -> it.end(command));
    }

    private static void mustDecideOn(OrganisationCode body, Occasion occasion) {
        Caller caller = occasion.caller();
        if (!caller.has(Authority.POLICY_OWNER)) {
            caller.mustServe(body, occasion.today());
        }
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }
}
