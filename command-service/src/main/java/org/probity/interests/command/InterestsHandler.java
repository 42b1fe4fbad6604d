package org.probity.interests.command;

import java.time.LocalDate;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Aggregate;
import org.probity.command.Occasion;
import org.probity.command.Streams;
import org.probity.interests.command.InterestsCommand.CeaseInterest;
import org.probity.interests.command.InterestsCommand.DeclareInterest;
import org.probity.interests.command.InterestsCommand.MakeNilDeclaration;
import org.probity.interests.command.InterestsCommand.RenewDeclaration;
import org.probity.people.command.OrganisationRegister;
import org.probity.people.command.PeopleRegister;
import org.probity.policy.command.RulePackRegister;
import org.springframework.stereotype.Component;

/** Opens a person's declarations for the person themselves. Nobody declares for another, and no automation does. */
@Component
class InterestsHandler {

    private final Streams streams;
    private final PeopleRegister people;
    private final OrganisationRegister organisations;
    private final RulePackRegister packs;

    InterestsHandler(
            Streams streams, PeopleRegister people, OrganisationRegister organisations, RulePackRegister packs) {
        this.streams = streams;
        this.people = people;
        this.organisations = organisations;
        this.packs = packs;
    }

    @CommandHandler
    void handle(DeclareInterest command, Occasion occasion) {
        Aggregate<Interests> interests = of(command, occasion);
        if (command.organisation() != null) {
            organisations.term(command.organisation());
        }
        interests.execute(it -> it.declare(command, occasion.today(), declareWithinDays(occasion)));
    }

    @CommandHandler
    void handle(MakeNilDeclaration command, Occasion occasion) {
        of(command, occasion).execute(interests -> interests.declareNothing(command, occasion.today()));
    }

    @CommandHandler
    void handle(RenewDeclaration command, Occasion occasion) {
        of(command, occasion).execute(interests -> interests.renew(command, occasion.today()));
    }

    @CommandHandler
    void handle(CeaseInterest command, Occasion occasion) {
        of(command, occasion).execute(interests -> interests.cease(command));
    }

    private Aggregate<Interests> of(InterestsCommand command, Occasion occasion) {
        occasion.caller().asPerson();
        occasion.caller().mustBe(command.person());
        people.entry(command.person());
        return streams.open(Interests.class, command.subject());
    }

    /**
     * A declaration is made once for all bodies. So the strictest of the bodies that the person serves sets the time,
     * and where they serve none, the built-in pack does: not the person, who could choose a patient body.
     */
    private int declareWithinDays(Occasion occasion) {
        LocalDate today = occasion.today();
        return occasion.caller().duties().stream()
                .filter(duty -> duty.term().covers(today))
                .flatMap(duty -> duty.scope().body().stream())
                .mapToInt(body -> packs.inForce(body, today).declareWithinDays())
                .min()
                .orElseGet(() -> packs.builtIn(today).declareWithinDays());
    }
}
