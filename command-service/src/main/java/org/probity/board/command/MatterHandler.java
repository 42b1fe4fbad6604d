package org.probity.board.command;

import static org.probity.board.command.MatterRule.NOT_PRESIDING;

import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Aggregate;
import org.probity.board.command.MatterCommand.*;
import org.probity.command.Occasion;
import org.probity.command.Streams;
import org.probity.id.BoardId;
import org.probity.id.InterestId;
import org.probity.id.MeetingId;
import org.probity.id.OrganisationCode;
import org.probity.id.PersonId;
import org.probity.interests.command.DeclarationRegister;
import org.probity.interests.command.InterestsRule;
import org.probity.people.command.PeopleRegister;
import org.springframework.stereotype.Component;

/**
 * Opens the matter for each of its commands. What is decided about a conflict goes, in the same unit of work, to the
 * matter and to every meeting that has it on the agenda: no vote can pass it by.
 */
@Component
class MatterHandler {

    private final Streams streams;
    private final PeopleRegister people;
    private final DeclarationRegister declarations;
    private final SuggestedConflicts suggested;
    private final Agendas agendas;

    MatterHandler(
            Streams streams,
            PeopleRegister people,
            DeclarationRegister declarations,
            SuggestedConflicts suggested,
            Agendas agendas) {
        this.streams = streams;
        this.people = people;
        this.declarations = declarations;
        this.suggested = suggested;
        this.agendas = agendas;
    }

    @CommandHandler
    void handle(RaiseMatter command, Occasion occasion) {
        mustServe(command.board(), occasion);
        streams.open(Matter.class, command.subject()).execute(matter -> matter.raise(command));
    }

    /** Once it is on an agenda, those who will decide are asked anew. */
    @CommandHandler
    void handle(RestateEffects command, Occasion occasion) {
        BoardId before = agendas.boardOf(command.matter());
        mustServe(before, occasion);
        Aggregate<Board> board = streams.existing(Board.class, before.stream());
        Aggregate<Matter> matter = streams.existing(Matter.class, command.subject());
        matter.execute(it -> {
            it.mustBeBefore(before);
            it.mustBeOpenTo(occasion.caller().person());
            it.restate(command);
        });
        List<Aggregate<Meeting>> meetings = tabled(matter);
        if (!meetings.isEmpty()) {
            LocalDate today = occasion.today();
            Set<PersonId> members = new LinkedHashSet<>(board.invoke(it -> it.membersOn(today)));
            meetings.forEach(meeting -> members.addAll(meeting.invoke(Meeting::members)));
            matter.execute(it -> it.suggest(suggested.of(members, it.effects(), board.invoke(Board::body), today)));
        }
    }

    @CommandHandler
    void handle(DeclareConflict command, Occasion occasion) {
        occasion.caller().asPerson();
        occasion.caller().mustBe(command.person());
        people.entry(command.person());
        InterestId interest = command.interest();
        InterestsRule.INTEREST_UNKNOWN.refuseIf(
                interest != null && !declarations.hasDeclared(command.person(), interest));
        streams.existing(Matter.class, command.subject()).execute(matter -> matter.declare(command));
    }

    @CommandHandler
    void handle(DenyConflict command, Occasion occasion) {
        occasion.caller().asPerson();
        occasion.caller().mustBe(command.person());
        people.entry(command.person());
        streams.existing(Matter.class, command.subject()).execute(matter -> matter.deny(command));
    }

    /** Who was never asked about what is known of them is asked with it. */
    @CommandHandler
    void handle(FindNoConflict command, Occasion occasion) {
        OrganisationCode body = bodyOf(command);
        decide(
                command,
                command.person(),
                occasion,
                (matter, meetings) -> matter.execute(it -> {
                    it.suggest(suggested.of(Set.of(command.person()), it.effects(), body, occasion.today()));
                    it.findNoConflict(command, occasion.caller().asPerson());
                }));
    }

    private OrganisationCode bodyOf(MatterCommand command) {
        return streams.existing(Board.class, agendas.boardOf(command.matter()).stream())
                .invoke(Board::body);
    }

    @CommandHandler
    void handle(RecuseMember command, Occasion occasion) {
        people.entry(command.person());
        decide(command, command.person(), occasion, (matter, meetings) -> {
            matter.execute(it -> it.recuse(command, occasion.caller().asPerson()));
            meetings.forEach(meeting -> meeting.execute(
                    it -> it.stepOut(command.matter(), command.person(), command.mitigation(), occasion.now())));
        });
    }

    @CommandHandler
    void handle(LiftRecusal command, Occasion occasion) {
        decide(command, command.person(), occasion, (matter, meetings) -> {
            matter.execute(it -> it.lift(command, occasion.caller().asPerson()));
            meetings.forEach(
                    meeting -> meeting.execute(it -> it.stepIn(command.matter(), command.person(), occasion.now())));
        });
    }

    /** Whoever presides where the matter is considered now; while no meeting goes on, the board's chair or deputy. */
    private void decide(
            MatterCommand command,
            PersonId about,
            Occasion occasion,
            BiConsumer<Aggregate<Matter>, List<Aggregate<Meeting>>> decision) {
        PersonId decider = occasion.caller().asPerson();
        BoardId before = agendas.boardOf(command.matter());
        Aggregate<Board> board = streams.existing(Board.class, before.stream());
        Aggregate<Matter> matter = streams.existing(Matter.class, command.subject());
        matter.execute(it -> {
            it.mustBeBefore(before);
            it.mustBeOpenTo(decider);
        });
        List<Aggregate<Meeting>> meetings = tabled(matter);
        List<Aggregate<Meeting>> open = meetings.stream()
                .filter(meeting ->
                        meeting.invoke(it -> it.isOpen() && it.board().equals(before)))
                .toList();
        boolean decides = open.isEmpty()
                ? board.invoke(
                        it -> it.decidesOnConflict(about, decider, matter.invoke(Matter::kept), occasion.today()))
                : open.stream()
                        .anyMatch(meeting -> meeting.invoke(
                                it -> it.decidesOnConflict(command.matter(), about, decider, occasion.now())));
        NOT_PRESIDING.refuseIf(!decides);
        decision.accept(matter, meetings);
    }

    private List<Aggregate<Meeting>> tabled(Aggregate<Matter> matter) {
        return matter.invoke(Matter::tabled).stream()
                .map(MeetingId::stream)
                .sorted()
                .map(meeting -> streams.existing(Meeting.class, meeting))
                .toList();
    }

    private void mustServe(BoardId id, Occasion occasion) {
        OrganisationCode body = streams.existing(Board.class, id.stream()).invoke(Board::body);
        occasion.caller().mustServe(id, body, occasion.today());
    }
}
