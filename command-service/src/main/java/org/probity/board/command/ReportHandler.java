package org.probity.board.command;

import static org.probity.board.command.BoardRule.MEETING_OF_ANOTHER_BOARD;
import static org.probity.board.command.MeetingRule.MEETING_NOT_OPEN;

import java.time.LocalDate;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.modelling.command.Aggregate;
import org.jspecify.annotations.Nullable;
import org.probity.board.command.BoardCommand.ReceiveReport;
import org.probity.board.command.BoardCommand.SetReportingCycle;
import org.probity.board.command.BoardCommand.SubmitReport;
import org.probity.board.event.BoardEvent.BoardEstablished;
import org.probity.command.Occasion;
import org.probity.command.Streams;
import org.probity.command.UnknownSubject;
import org.probity.id.BoardId;
import org.probity.id.MeetingId;
import org.springframework.stereotype.Component;

/**
 * Opens the board that reports, alone: reports are its story. To which board it is accountable, whose board that is and
 * of which board a meeting was is read from the log without a lock, since none of it ever changes. Nor are matters
 * appended to: whoever withdraws from one at the same moment does so after this.
 */
@Component
class ReportHandler {

    private final Streams streams;
    private final Agendas agendas;
    private final MatterRegister matters;
    private final EventStore events;

    ReportHandler(Streams streams, Agendas agendas, MatterRegister matters, EventStore events) {
        this.streams = streams;
        this.agendas = agendas;
        this.matters = matters;
        this.events = events;
    }

    @CommandHandler
    void handle(SetReportingCycle command, Occasion occasion) {
        mustServe(receiverOf(command.board()), occasion);
        open(command).execute(board -> board.setCycle(command, occasion.today()));
    }

    @CommandHandler
    void handle(SubmitReport command, Occasion occasion) {
        mustServe(command.board(), occasion);
        Aggregate<Board> board = open(command);
        matters.mustBeOpenTo(occasion.caller().person(), command.matters());
        board.execute(it -> it.submit(command, occasion.today()));
    }

    @CommandHandler
    void handle(ReceiveReport command, Occasion occasion) {
        BoardId receiver = receiverOf(command.board());
        mustServe(receiver, occasion);
        LocalDate closed = closed(command.meeting(), receiver);
        Aggregate<Board> board = open(command);
        matters.mustBeOpenTo(occasion.caller().person(), board.invoke(it -> it.matters(command.report())));
        board.execute(it -> it.receive(command, closed, occasion.today()));
    }

    private Aggregate<Board> open(BoardCommand command) {
        return streams.existing(Board.class, command.subject());
    }

    /** The board that another is accountable to; the other itself if to none, which the board then refuses. */
    private BoardId receiverOf(BoardId board) {
        BoardId accountableTo = established(board).accountableTo();
        return accountableTo == null ? board : accountableTo;
    }

    private void mustServe(BoardId board, Occasion occasion) {
        occasion.caller().mustServe(board, established(board).body(), occasion.today());
    }

    private BoardEstablished established(BoardId board) {
        return events.readEvents(board.stream())
                .asStream()
                .map(event -> event.getPayload())
                .filter(BoardEstablished.class::isInstance)
                .map(BoardEstablished.class::cast)
                .findFirst()
                .orElseThrow(() -> new UnknownSubject(board.stream()));
    }

    /** The day on which a meeting of the receiving board was over; null if it is not, or there was none. */
    private @Nullable LocalDate closed(@Nullable MeetingId meeting, BoardId receiver) {
        if (meeting == null) {
            return null;
        }
        MEETING_OF_ANOTHER_BOARD.refuseIf(!agendas.boardOf(meeting).equals(receiver), "board", receiver.value());
        MEETING_NOT_OPEN.refuseIf(!agendas.wasOpened(meeting));
        return agendas.closed(meeting)
                .map(at -> LocalDate.ofInstant(at, Occasion.ZONE))
                .orElse(null);
    }
}
