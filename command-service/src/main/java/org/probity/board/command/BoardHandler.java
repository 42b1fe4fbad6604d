package org.probity.board.command;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.modelling.command.Aggregate;
import org.jspecify.annotations.Nullable;
import org.probity.board.command.BoardCommand.AdoptTermsOfReference;
import org.probity.board.command.BoardCommand.AppointChair;
import org.probity.board.command.BoardCommand.AppointDeputy;
import org.probity.board.command.BoardCommand.AssignToBoard;
import org.probity.board.command.BoardCommand.EndBoardMembership;
import org.probity.board.command.BoardCommand.EndSeat;
import org.probity.board.command.BoardCommand.EstablishBoard;
import org.probity.board.command.BoardCommand.ExtendSeat;
import org.probity.board.command.BoardCommand.SeatLead;
import org.probity.board.command.LeadsInPost.ConfirmedLead;
import org.probity.board.event.BoardCapacity;
import org.probity.board.event.BoardKind;
import org.probity.board.event.QuorumFloor;
import org.probity.command.CommonRule;
import org.probity.command.Occasion;
import org.probity.command.Streams;
import org.probity.command.UnknownSubject;
import org.probity.establishment.command.Establishment;
import org.probity.establishment.command.EstablishmentRule;
import org.probity.id.BoardId;
import org.probity.id.EstablishmentId;
import org.probity.id.OrganisationCode;
import org.probity.id.PersonId;
import org.probity.id.StrandCode;
import org.probity.people.command.PeopleRegister;
import org.probity.policy.command.RulePackRegister;
import org.springframework.stereotype.Component;

/** Opens the board for each of its commands, for those who serve it or its body; none gives themselves a seat or office. */
@Component
class BoardHandler {

    private final Streams streams;
    private final PeopleRegister people;
    private final LeadsInPost leads;
    private final RulePackRegister packs;
    private final EventStore events;

    BoardHandler(Streams streams, PeopleRegister people, LeadsInPost leads, RulePackRegister packs, EventStore events) {
        this.streams = streams;
        this.people = people;
        this.leads = leads;
        this.packs = packs;
        this.events = events;
    }

    @CommandHandler
    void handle(EstablishBoard command, Occasion occasion) {
        occasion.caller().mustServe(command.body(), occasion.today());
        BoardId accountableTo = command.accountableTo();
        if (accountableTo != null
                && events.lastSequenceNumberFor(accountableTo.stream()).isEmpty()) {
            throw new UnknownSubject(accountableTo.stream());
        }
        QuorumFloor floor = floor(command.kind(), command.body(), occasion);
        streams.open(Board.class, command.subject()).execute(board -> board.establish(command, floor));
    }

    @CommandHandler
    void handle(AdoptTermsOfReference command, Occasion occasion) {
        Aggregate<Board> opened = of(command, occasion);
        QuorumFloor floor = floor(opened.invoke(Board::kind), opened.invoke(Board::body), occasion);
        opened.execute(board -> board.adopt(command.terms(), floor, occasion.today()));
    }

    private @Nullable QuorumFloor floor(BoardKind kind, OrganisationCode body, Occasion occasion) {
        return kind == BoardKind.STATUTORY_BOARD
                ? packs.inForce(body, occasion.today()).statutoryQuorum()
                : null;
    }

    /** A lead's seat relies on the post, which is appended to as well: it cannot be vacated at the same moment. */
    @CommandHandler
    void handle(AssignToBoard command, Occasion occasion) {
        people.entry(command.person());
        EstablishmentId establishment = command.establishment();
        StrandCode strand = command.strand();
        if (establishment == null || strand == null || !Board.isLead(command.capacity())) {
            of(command, command.person(), occasion).execute(board -> board.assign(command));
            return;
        }
        Aggregate<Establishment> posts = streams.existing(Establishment.class, establishment.stream());
        Aggregate<Board> opened = of(command, command.person(), occasion);
        ConfirmedLead lead = leads.throughout(command.term(), establishment, command.person(), strand)
                .filter(found -> found.capacity() == command.capacity())
                .orElseThrow(EstablishmentRule.IMPARTIALITY_NOT_CONFIRMED::refusal);
        posts.execute(it -> it.seatLead(command.board(), command.person(), strand, command.term()));
        opened.execute(board -> board.assign(lead, command));
    }

    @CommandHandler
    void handle(EndBoardMembership command, Occasion occasion) {
        of(command, occasion).execute(board -> board.end(command));
    }

    @CommandHandler
    void handle(AppointChair command, Occasion occasion) {
        people.entry(command.person());
        of(command, command.person(), occasion).execute(board -> board.appointChair(command));
    }

    @CommandHandler
    void handle(AppointDeputy command, Occasion occasion) {
        people.entry(command.person());
        of(command, command.person(), occasion).execute(board -> board.appointDeputy(command));
    }

    @CommandHandler
    void handle(SeatLead command, Occasion occasion) {
        ConfirmedLead lead = leads.from(command.term(), command.establishment(), command.person(), command.strand())
                .orElseThrow(EstablishmentRule.IMPARTIALITY_NOT_CONFIRMED::refusal);
        of(command, occasion).execute(board -> board.seat(lead, lead.capacity() != BoardCapacity.MEMBER));
    }

    @CommandHandler
    void handle(ExtendSeat command, Occasion occasion) {
        of(command, occasion).execute(board -> board.extend(command));
    }

    @CommandHandler
    void handle(EndSeat command, Occasion occasion) {
        of(command, occasion).execute(board -> board.end(command));
    }

    private Aggregate<Board> of(BoardCommand command, PersonId person, Occasion occasion) {
        Aggregate<Board> board = of(command, occasion);
        CommonRule.DECIDING_OWN_CASE.refuseIf(occasion.caller().is(person));
        return board;
    }

    private Aggregate<Board> of(BoardCommand command, Occasion occasion) {
        Aggregate<Board> board = streams.existing(Board.class, command.subject());
        occasion.caller().mustServe(command.board(), board.invoke(Board::body), occasion.today());
        return board;
    }
}
