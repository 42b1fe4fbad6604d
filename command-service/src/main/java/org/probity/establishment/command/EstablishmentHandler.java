package org.probity.establishment.command;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Aggregate;
import org.probity.command.CommonRule;
import org.probity.command.Occasion;
import org.probity.command.Streams;
import org.probity.establishment.command.EstablishmentCommand.AddStrand;
import org.probity.establishment.command.EstablishmentCommand.CarryOverIncumbent;
import org.probity.establishment.command.EstablishmentCommand.ChangeCap;
import org.probity.establishment.command.EstablishmentCommand.ChangeStrandCap;
import org.probity.establishment.command.EstablishmentCommand.CloseStrand;
import org.probity.establishment.command.EstablishmentCommand.EstablishPosts;
import org.probity.establishment.command.EstablishmentCommand.ExtendTerm;
import org.probity.establishment.command.EstablishmentCommand.VacatePost;
import org.probity.id.BoardId;
import org.probity.id.OrganisationCode;
import org.probity.id.PersonId;
import org.probity.people.command.Competitions;
import org.probity.people.command.PeopleRegister;
import org.probity.policy.command.RulePackRegister;
import org.springframework.stereotype.Component;

/**
 * Opens the establishment for each of its commands, for officers of its body; none decides on their own post, nor on the
 * posts that they compete for.
 */
@Component
class EstablishmentHandler {

    private final Streams streams;
    private final PeopleRegister people;
    private final BoardRegister boards;
    private final RulePackRegister rulePacks;
    private final Competitions competitions;

    EstablishmentHandler(
            Streams streams,
            PeopleRegister people,
            BoardRegister boards,
            RulePackRegister rulePacks,
            Competitions competitions) {
        this.streams = streams;
        this.people = people;
        this.boards = boards;
        this.rulePacks = rulePacks;
        this.competitions = competitions;
    }

    @CommandHandler
    void handle(EstablishPosts command, Occasion occasion) {
        occasion.caller().mustServe(command.body(), occasion.today());
        people.entry(command.seniorOwner());
        streams.open(Establishment.class, command.subject()).execute(posts -> posts.establish(command));
    }

    @CommandHandler
    void handle(AddStrand command, Occasion occasion) {
        Aggregate<Establishment> opened = of(command, occasion);
        BoardId board = command.board();
        OrganisationCode bodyOfBoard = board == null ? null : boards.bodyOf(board);
        Integer cap = command.cap();
        OrganisationCode body = opened.invoke(Establishment::body);
        int posts = cap == null ? rulePacks.inForce(body, occasion.today()).strandPosts() : cap;
        opened.execute(establishment -> establishment.addStrand(command, posts, bodyOfBoard));
    }

    @CommandHandler
    void handle(ChangeStrandCap command, Occasion occasion) {
        of(command, occasion).execute(posts -> posts.changeStrandCap(command, occasion.today()));
    }

    @CommandHandler
    void handle(CloseStrand command, Occasion occasion) {
        of(command, occasion).execute(posts -> posts.closeStrand(command, occasion.today()));
    }

    @CommandHandler
    void handle(ChangeCap command, Occasion occasion) {
        of(command, occasion).execute(posts -> posts.changeCap(command, occasion.today()));
    }

    @CommandHandler
    void handle(CarryOverIncumbent command, Occasion occasion) {
        boolean inActivePractice = people.entry(command.person()).inActivePractice();
        of(command, command.person(), occasion).execute(posts -> posts.carryOver(command, inActivePractice));
    }

    @CommandHandler
    void handle(VacatePost command, Occasion occasion) {
        of(command, command.person(), occasion).execute(posts -> posts.vacate(command));
    }

    @CommandHandler
    void handle(ExtendTerm command, Occasion occasion) {
        of(command, command.person(), occasion).execute(posts -> posts.extend(command, occasion.today()));
    }

    private Aggregate<Establishment> of(EstablishmentCommand command, PersonId person, Occasion occasion) {
        Aggregate<Establishment> establishment = of(command, occasion);
        CommonRule.DECIDING_OWN_CASE.refuseIf(occasion.caller().is(person));
        return establishment;
    }

    private Aggregate<Establishment> of(EstablishmentCommand command, Occasion occasion) {
        Aggregate<Establishment> establishment = streams.existing(Establishment.class, command.subject());
        occasion.caller().mustServe(establishment.invoke(Establishment::body), occasion.today());
        competitions.mustNotCompeteFor(command.establishment(), occasion);
        return establishment;
    }
}
