package org.probity.board.command;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Aggregate;
import org.probity.board.command.ChairsActionCommand.*;
import org.probity.board.event.ConflictGround;
import org.probity.board.event.DecisionEvent.*;
import org.probity.board.event.DecisionKind;
import org.probity.board.event.Resolution;
import org.probity.command.Occasion;
import org.probity.command.Streams;
import org.probity.id.BoardId;
import org.probity.id.MatterId;
import org.probity.id.MeetingId;
import org.probity.id.OrganisationCode;
import org.probity.id.PersonId;
import org.probity.people.command.PeopleRegister;
import org.probity.policy.command.RulePackRegister;
import org.probity.policy.event.RulePack;
import org.springframework.stereotype.Component;

/**
 * Opens the board and the matter for what is done between meetings. A proposal is appended to the decision and binds nobody;
 * as an agenda does, it asks who sits on the board about conflicts that follow from what is known of them. The agreement asks everything anew and is appended to board, matter and decision at once: a seat that changes, a
 * recusal, a meeting that opens or an agenda at the same moment come before it or after it.
 */
@Component
class ChairsActionHandler {

    private final Streams streams;
    private final PeopleRegister people;
    private final RulePackRegister packs;
    private final SuggestedConflicts suggested;
    private final Resolutions resolutions;
    private final DecisionsTaken decisions;

    ChairsActionHandler(
            Streams streams,
            PeopleRegister people,
            RulePackRegister packs,
            SuggestedConflicts suggested,
            Resolutions resolutions,
            DecisionsTaken decisions) {
        this.streams = streams;
        this.people = people;
        this.packs = packs;
        this.suggested = suggested;
        this.resolutions = resolutions;
        this.decisions = decisions;
    }

    @CommandHandler
    void handle(ProposeChairsAction command, Occasion occasion) {
        PersonId chair = occasion.caller().asPerson();
        Opened opened = open(command.board(), command.matter());
        Aggregate<Decision> decision = streams.open(Decision.class, command.decision().stream());
        mustBePossible(opened, chair, command.resolution(), command.consulted(), occasion, action -> {});
        opened.matter().execute(it -> it.suggest(grounds(opened, it, occasion.today())));
        decision.execute(it -> it.propose(command, chair));
    }

    @CommandHandler
    void handle(WithdrawChairsAction command, Occasion occasion) {
        PersonId chair = occasion.caller().asPerson();
        decisions.mustBeOpenTo(command.decision(), chair);
        Aggregate<Matter> matter =
                streams.existing(Matter.class, decisions.proposed(command.decision()).matter().stream());
        Aggregate<Decision> decision = streams.existing(Decision.class, command.subject());
        matter.execute(it -> it.mustBeOpenTo(chair));
        decision.execute(it -> it.withdraw(chair));
    }

    @CommandHandler
    void handle(AgreeToChairsAction command, Occasion occasion) {
        PersonId officer = occasion.caller().asPerson();
        decisions.mustBeOpenTo(command.decision(), officer);
        ChairsActionProposed known = decisions.proposed(command.decision());
        Opened opened = open(known.board(), known.matter());
        Aggregate<Decision> decision = streams.existing(Decision.class, command.subject());
        ChairsActionProposed proposed = decision.invoke(Decision::proposed);
        RulePack pack = mustBePossible(
                opened,
                proposed.chair(),
                proposed.resolution(),
                proposed.consulted(),
                occasion,
                action -> action.mustBeAgreedBy(officer, proposed.chair()));
        opened.matter().execute(it -> it.mustHaveAsked(grounds(opened, it, occasion.today())));
        var taken = new ChairsActionTaken(
                proposed.decision(),
                opened.body(),
                proposed.board(),
                proposed.matter(),
                DecisionKind.DECIDE,
                proposed.resolution(),
                occasion.now(),
                proposed.urgency(),
                proposed.chair(),
                officer,
                proposed.consulted(),
                opened.matter().invoke(Matter::steppedOut),
                pack.version());
        opened.board().execute(it -> it.awaitRatification(taken.decision(), taken.matter(), taken.at()));
        opened.matter().execute(it -> it.actOn(taken.decision()));
        decision.execute(it -> it.take(taken));
    }

    /**
     * The rule pack by which it is possible.
     *
     * @param first what is asked before: whoever may not agree is told nothing of others' conflicts
     */
    private RulePack mustBePossible(
            Opened opened,
            PersonId chair,
            Resolution resolution,
            List<PersonId> consulted,
            Occasion occasion,
            Consumer<ChairsAction> first) {
        consulted.forEach(people::entry);
        RulePack pack = packs.inForce(opened.body(), occasion.today());
        opened.board().execute(board -> opened.matter().execute(matter -> {
            var action = new ChairsAction(board, matter, occasion.today());
            matter.mustBeOpenTo(occasion.caller().person());
            first.accept(action);
            action.mustBeOf(chair);
            action.mustBePossible();
            DecisionRule.MEETING_DECIDES.refuseIf(opened.meets(board.id()));
            action.mustHaveConsulted(consulted, chair, pack.chairsActionConsulted());
        }));
        resolutions.mustBePossible(opened.body(), resolution, occasion.caller().person());
        return pack;
    }

    /** From what is known of those who sit on the board. */
    private Map<PersonId, List<ConflictGround>> grounds(Opened opened, Matter matter, LocalDate day) {
        return suggested.of(opened.board().invoke(board -> board.membersOn(day)), matter.effects(), opened.body(), day);
    }

    private Opened open(BoardId before, MatterId about) {
        Aggregate<Board> board = streams.existing(Board.class, before.stream());
        Aggregate<Matter> matter = streams.existing(Matter.class, about.stream());
        List<Aggregate<Meeting>> meetings = matter.invoke(Matter::tabled).stream()
                .sorted(Comparator.comparing(MeetingId::stream))
                .map(meeting -> streams.existing(Meeting.class, meeting.stream()))
                .toList();
        return new Opened(board, matter, meetings);
    }

    private record Opened(Aggregate<Board> board, Aggregate<Matter> matter, List<Aggregate<Meeting>> meetings) {

        OrganisationCode body() {
            return board.invoke(Board::body);
        }

        /** Whether a meeting of the board is open that has the matter on its agenda. */
        boolean meets(BoardId id) {
            return meetings.stream()
                    .anyMatch(meeting ->
                            meeting.invoke(it -> it.isOpen() && it.board().equals(id)));
        }
    }
}
