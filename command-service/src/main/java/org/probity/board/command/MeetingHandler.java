package org.probity.board.command;

import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Aggregate;
import org.jspecify.annotations.Nullable;
import org.probity.board.command.MeetingCommand.*;
import org.probity.board.event.BoardEvent.RatificationAwaited;
import org.probity.board.event.MeetingEvent.RatificationCarriedOver;
import org.probity.board.event.Roll;
import org.probity.command.NotPermitted;
import org.probity.command.Occasion;
import org.probity.command.Streams;
import org.probity.establishment.command.Establishment;
import org.probity.id.EstablishmentId;
import org.probity.id.PersonId;
import org.probity.people.command.PeopleRegister;
import org.probity.policy.command.RulePackRegister;
import org.springframework.stereotype.Component;

/** Opens the meeting, and the board and the matters it relies on, for those who serve the board or its body. */
@Component
class MeetingHandler {

    private final Streams streams;
    private final PeopleRegister people;
    private final LeadsInPost leads;
    private final RulePackRegister packs;
    private final SuggestedConflicts suggested;
    private final Agendas agendas;
    private final MatterRegister matters;
    private final DecisionsTaken decisions;

    MeetingHandler(
            Streams streams,
            PeopleRegister people,
            LeadsInPost leads,
            RulePackRegister packs,
            SuggestedConflicts suggested,
            Agendas agendas,
            MatterRegister matters,
            DecisionsTaken decisions) {
        this.streams = streams;
        this.people = people;
        this.leads = leads;
        this.packs = packs;
        this.suggested = suggested;
        this.agendas = agendas;
        this.matters = matters;
        this.decisions = decisions;
    }

    @CommandHandler
    void handle(ConveneMeeting command, Occasion occasion) {
        Aggregate<Board> board = streams.existing(Board.class, command.board().stream());
        occasion.caller().mustServe(command.board(), board.invoke(Board::body), occasion.today());
        streams.open(Meeting.class, command.subject())
                .execute(meeting ->
                        meeting.convene(command, board.invoke(Board::body), board.invoke(Board::terms), occasion));
    }

    @CommandHandler
    void handle(AddAgendaItem command, Occasion occasion) {
        Aggregate<Board> board = boardOf(command);
        Aggregate<Matter> matter = streams.existing(Matter.class, command.matter().stream());
        Aggregate<Meeting> opened = served(command, occasion);
        matter.execute(it -> {
            it.mustBeOpenTo(occasion.caller().person());
            it.mustBeBefore(opened.invoke(Meeting::board));
            opened.execute(meeting -> meeting.add(command, it, board.invoke(Board::terms), occasion));
            it.table(command.meeting(), command.item());
            Set<PersonId> members = new LinkedHashSet<>(board.invoke(b -> b.membersOn(occasion.today())));
            members.addAll(opened.invoke(Meeting::members));
            ask(it, members, board, occasion.today());
        });
    }

    /** Who takes part is asked about conflicts that follow from what is known of them. */
    private void ask(Matter matter, Collection<PersonId> members, Aggregate<Board> board, LocalDate day) {
        matter.suggest(suggested.of(members, matter.effects(), board.invoke(Board::body), day));
    }

    @CommandHandler
    void handle(SendApologies command, Occasion occasion) {
        people.entry(command.person());
        boolean own = occasion.caller().is(command.person());
        boolean belongs =
                boardOf(command).invoke(it -> it.hasDerivedRoll() || it.hasMember(command.person(), occasion.today()));
        Aggregate<Meeting> meeting =
                own ? streams.existing(Meeting.class, command.subject()) : servedBySecretary(command, occasion);
        MeetingRule.NOT_EXPECTED.refuseIf(!belongs);
        meeting.execute(it -> it.sendApologies(command.person()));
    }

    /**
     * The roll relies on the seats, or on the posts it is derived from, which are appended to as well. With it the board
     * hands over what awaits ratification.
     */
    @CommandHandler
    void handle(OpenMeeting command, Occasion occasion) {
        LocalDate day = LocalDate.ofInstant(command.at(), Occasion.ZONE);
        EstablishmentId from = command.establishment();
        Aggregate<Establishment> posts = from == null ? null : streams.existing(Establishment.class, from.stream());
        Aggregate<Board> board = boardOf(command);
        MeetingRule.ROLL_NOT_DERIVED.refuseIf(board.invoke(Board::hasDerivedRoll) != (posts != null));
        List<Aggregate<Matter>> tabled = agendas.mattersOf(command.meeting()).stream()
                .map(matter -> streams.existing(Matter.class, matter.stream()))
                .toList();
        Aggregate<Meeting> meeting = served(command, occasion);
        command.present().forEach(people::entry);
        Roll roll = board.invoke(it -> it.rollOn(day, from == null ? List.of() : leads.rollOn(day, from)));
        if (posts != null) {
            posts.execute(it ->
                    it.takeRoll(agendas.boardOf(command.meeting()), board.invoke(Board::body), command.meeting(), day));
        }
        List<RatificationAwaited> due = board.invoke(it -> {
            it.takeRoll(command.meeting(), day);
            return it.handOver(command.meeting(), command.at());
        });
        meeting.execute(it -> it.open(
                command,
                roll,
                board.invoke(Board::terms),
                packs.inForce(board.invoke(Board::body), day).version(),
                board.invoke(b -> b.chairOn(day)),
                board.invoke(b -> b.deputyOn(day)),
                due,
                occasion.now()));
        tabled.stream()
                .filter(matter -> matter.invoke(it -> it.tabled().contains(command.meeting())))
                .forEach(matter -> matter.execute(it -> ask(it, meeting.invoke(Meeting::members), board, day)));
    }

    @CommandHandler
    void handle(TakeChair command, Occasion occasion) {
        about(command, command.item(), occasion).execute(meeting -> meeting.takeChair(command, occasion.now()));
    }

    @CommandHandler
    void handle(RecordAttendance command, Occasion occasion) {
        people.entry(command.person());
        served(command, occasion).execute(meeting -> meeting.record(command, occasion.now()));
    }

    @CommandHandler
    void handle(CorrectAttendance command, Occasion occasion) {
        people.entry(command.person());
        served(command, occasion).execute(meeting -> meeting.correct(command, occasion.now()));
    }

    @CommandHandler
    void handle(DeferItem command, Occasion occasion) {
        withMatter(command, command.item(), occasion, matter -> matter.defer(command.meeting()))
                .execute(meeting -> meeting.defer(command));
    }

    /** Decisions are read only: what was once considered for ratification stays so. */
    @CommandHandler
    void handle(ReferMatter command, Occasion occasion) {
        streams.existing(Board.class, command.to().stream());
        withMatter(command, command.item(), occasion, matter -> {
                    matter.actions()
                            .forEach(decision -> DecisionRule.RATIFICATION_AWAITED.refuseIf(
                                    !decisions.isConsidered(decision), "decision", decision.value()));
                    matter.refer(command.meeting(), agendas.boardOf(command.meeting()), command.to());
                })
                .execute(meeting -> meeting.refer(command));
    }

    @CommandHandler
    void handle(RaiseAction command, Occasion occasion) {
        people.entry(command.owner());
        about(command, command.item(), occasion).execute(it -> it.raise(command));
    }

    @CommandHandler
    void handle(CompleteAction command, Occasion occasion) {
        Integer item = agendas.itemOfAction(command.meeting(), command.action()).orElse(null);
        about(command, item, occasion).execute(meeting -> meeting.complete(command));
    }

    /** What has to be ratified and cannot be for want of a quorum goes back to the board, for its next meeting. */
    @CommandHandler
    void handle(CloseMeeting command, Occasion occasion) {
        Aggregate<Board> board = boardOf(command);
        List<RatificationCarriedOver> back = served(command, occasion)
                .invoke(meeting -> meeting.close(
                        command, matter -> matters.isClosedTo(occasion.caller().person(), matter), occasion.now()));
        board.execute(it -> back.forEach(one -> it.awaitRatification(one.decision(), one.matter(), command.at())));
    }

    /** The meeting, for what is about an item, or, where that is null, about none. */
    private Aggregate<Meeting> about(MeetingCommand command, @Nullable Integer item, Occasion occasion) {
        return item == null ? served(command, occasion) : withMatter(command, item, occasion, matter -> {});
    }

    /** Who withdrew from the matter of an item does nothing with it, in whatever role. */
    private Aggregate<Meeting> withMatter(MeetingCommand command, int item, Occasion occasion, Consumer<Matter> then) {
        Aggregate<Matter> matter = streams.existing(Matter.class, agendas.matterOf(command.meeting(), item).stream());
        Aggregate<Meeting> meeting = served(command, occasion);
        matter.execute(it -> {
            it.mustBeOpenTo(occasion.caller().person());
            then.accept(it);
        });
        return meeting;
    }

    private Aggregate<Board> boardOf(MeetingCommand command) {
        return streams.existing(Board.class, agendas.boardOf(command.meeting()).stream());
    }

    private Aggregate<Meeting> served(MeetingCommand command, Occasion occasion) {
        Aggregate<Meeting> meeting = streams.existing(Meeting.class, command.subject());
        occasion.caller().mustServe(meeting.invoke(Meeting::board), meeting.invoke(Meeting::body), occasion.today());
        return meeting;
    }

    /** For a command that members may give for themselves, and only the secretary for others. */
    private Aggregate<Meeting> servedBySecretary(MeetingCommand command, Occasion occasion) {
        Aggregate<Meeting> meeting = streams.existing(Meeting.class, command.subject());
        if (!meeting.invoke(it -> it.isServedBy(occasion))) {
            throw new NotPermitted("Only the secretary of the board may do this for others");
        }
        return meeting;
    }
}
