package org.probity.people.command;

import org.axonframework.commandhandling.CommandHandler;
import org.probity.command.Occasion;
import org.probity.command.Streams;
import org.probity.people.command.PeopleCommand.CloseOrganisation;
import org.probity.people.command.PeopleCommand.RegisterOrganisation;
import org.springframework.stereotype.Component;

/** Opens the organisation for each of its commands. The bodies share the register, so a duty for any of them will do. */
@Component
class OrganisationHandler {

    private final Streams streams;

    OrganisationHandler(Streams streams) {
        this.streams = streams;
    }

    @CommandHandler
    void handle(RegisterOrganisation command, Occasion occasion) {
        occasion.caller().mustKeepTheRegister(occasion.today());
        streams.open(Organisation.class, command.subject()).execute(organisation -> organisation.register(command));
    }

    @CommandHandler
    void handle(CloseOrganisation command, Occasion occasion) {
        occasion.caller().mustKeepTheRegister(occasion.today());
        streams.existing(Organisation.class, command.subject()).execute(organisation -> organisation.close(command));
    }
}
