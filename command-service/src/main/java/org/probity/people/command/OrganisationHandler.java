package org.probity.people.command;

import org.axonframework.commandhandling.CommandHandler;
import org.probity.command.Streams;
import org.probity.people.command.PeopleCommand.CloseOrganisation;
import org.probity.people.command.PeopleCommand.RegisterOrganisation;
import org.springframework.stereotype.Component;

/** Opens the organisation for each of its commands. The bodies share the register, so no duty for one is asked. */
@Component
class OrganisationHandler {

    private final Streams streams;

    OrganisationHandler(Streams streams) {
        this.streams = streams;
    }

    @CommandHandler
    void handle(RegisterOrganisation command) {
        streams.open(Organisation.class, command.subject()).execute(organisation -> organisation.register(command));
    }

    @CommandHandler
    void handle(CloseOrganisation command) {
        streams.existing(Organisation.class, command.subject()).execute(organisation -> organisation.close(command));
    }
}
