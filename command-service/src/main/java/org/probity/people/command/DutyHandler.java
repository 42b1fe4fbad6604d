package org.probity.people.command;

import java.time.LocalDate;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Aggregate;
import org.probity.command.Caller;
import org.probity.command.NotPermitted;
import org.probity.command.Occasion;
import org.probity.command.Streams;
import org.probity.id.AccountId;
import org.probity.id.OrganisationCode;
import org.probity.id.PersonId;
import org.probity.people.command.PeopleCommand.EndDuty;
import org.probity.people.command.PeopleCommand.GrantDuty;
import org.probity.people.event.Authority;
import org.probity.people.event.DutyScope;
import org.springframework.stereotype.Component;

/**
 * Opens a person's duties for those who may decide on them. An officer with a duty for the body that the scope belongs
 * to decides on the duties of campaigns and boards. Those that control others, the officer's own among them, are for a
 * policy owner, without whom no body would ever have its first officer. Who competes decides on none that the
 * competition rests on.
 */
@Component
class DutyHandler {

    private final Streams streams;
    private final PeopleRegister people;
    private final OrganisationRegister organisations;
    private final DutyScopes scopes;
    private final Competitions competitions;

    DutyHandler(
            Streams streams,
            PeopleRegister people,
            OrganisationRegister organisations,
            DutyScopes scopes,
            Competitions competitions) {
        this.streams = streams;
        this.people = people;
        this.organisations = organisations;
        this.scopes = scopes;
        this.competitions = competitions;
    }

    /**
     * The account that grants is opened beside the duties, although nothing is appended to it: on one node it is thus
     * not linked at the same moment to the very person who gets the duty. Between two nodes that remains possible
     * within the milliseconds of both commands, and stands in the log.
     */
    @CommandHandler
    void handle(GrantDuty command, Occasion occasion) {
        people.entry(command.person());
        OrganisationCode body = scopes.bodyOf(command.scope());
        mustDecideOn(command.role(), body, occasion);
        PeopleRule.GRANTING_OWN_DUTY.refuseIf(isOwnAccountOf(command.person(), occasion));
        competitions.mustNotCompeteUnder(command.scope(), command.person(), occasion);
        organisations.mustNotBeClosed(
                body, later(occasion.today(), command.term().from()));
        streams.open(Duties.class, command.subject()).execute(duties -> duties.grant(command));
    }

    @CommandHandler
    void handle(EndDuty command, Occasion occasion) {
        people.entry(command.person());
        Aggregate<Duties> duties = streams.open(Duties.class, command.subject());
        Authority role = duties.invoke(it -> it.role(command.duty()));
        DutyScope scope = duties.invoke(it -> it.scope(command.duty()));
        mustDecideOn(role, scopes.bodyOf(scope), occasion);
        competitions.mustNotCompeteUnder(scope, command.person(), occasion);
        duties.execute(it -> it.end(command));
    }

    private boolean isOwnAccountOf(PersonId person, Occasion occasion) {
        AccountId account = occasion.caller().account();
        return account != null && streams.open(Account.class, account.stream()).invoke(it -> it.isOf(person));
    }

    private static void mustDecideOn(Authority role, OrganisationCode body, Occasion occasion) {
        Caller caller = occasion.caller();
        if (caller.has(Authority.POLICY_OWNER)) {
            return;
        }
        if (controlsOthers(role)) {
            throw new NotPermitted("Only a policy owner decides on this duty");
        }
        caller.mustServe(body, occasion.today());
    }

    private static boolean controlsOthers(Authority role) {
        return switch (role) {
            case PANEL_MEMBER, CLINICIAN, COMMISSIONER, BOARD_SECRETARY, BOARD_CHAIR, BOARD_MEMBER -> false;
            case APPOINTMENTS_OFFICER,
                    APPOINTING_AUTHORITY,
                    GOVERNANCE_REVIEWER,
                    DATA_PROTECTION_OFFICER,
                    POLICY_OWNER -> true;
        };
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }
}
