package org.probity.board.command;

import java.time.LocalDate;
import java.util.stream.Stream;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.probity.board.command.BoardCommand.EndSeat;
import org.probity.board.command.BoardCommand.ExtendSeat;
import org.probity.board.event.BoardEvent.BoardMemberAssigned;
import org.probity.command.CommandDispatch;
import org.probity.establishment.event.EstablishmentEvent.IncumbentImpartialityWithheld;
import org.probity.establishment.event.EstablishmentEvent.PostVacated;
import org.probity.establishment.event.EstablishmentEvent.TermExtended;
import org.probity.id.BoardId;
import org.probity.id.EstablishmentId;
import org.probity.id.PersonId;
import org.probity.id.StrandCode;
import org.springframework.stereotype.Component;

/**
 * The seat that came with a post lasts as long as the post: it ends when that is vacated, and is extended with it. It
 * also ends when somebody who was confirmed impartial no longer is.
 */
@Component
@DisallowReplay
@ProcessingGroup(WhenPostIsFilledThenSeatLead.GROUP)
class WhenPostIsVacatedThenEndSeat {

    private static final String NAME = "WhenPostIsVacatedThenEndSeat";

    private final CommandDispatch commands;
    private final LeadsInPost leads;
    private final EventStore events;

    WhenPostIsVacatedThenEndSeat(CommandDispatch commands, LeadsInPost leads, EventStore events) {
        this.commands = commands;
        this.leads = leads;
        this.events = events;
    }

    @EventHandler
    void when(PostVacated vacated, EventMessage<?> message) {
        boardsWithSeat(vacated.establishment(), vacated.person(), vacated.strand())
                .forEach(board -> commands.give(
                        NAME,
                        new EndSeat(board, vacated.person(), vacated.strand(), vacated.on()),
                        message.getIdentifier()));
    }

    @EventHandler
    void when(TermExtended extended, EventMessage<?> message) {
        boardsWithSeat(extended.establishment(), extended.person(), extended.strand())
                .forEach(board -> commands.give(
                        NAME,
                        new ExtendSeat(
                                board, extended.person(), extended.strand(), extended.oldUntil(), extended.newUntil()),
                        message.getIdentifier()));
    }

    @EventHandler
    void when(IncumbentImpartialityWithheld withheld, EventMessage<?> message) {
        LocalDate on = WhenPostIsFilledThenSeatLead.dayOf(message.getTimestamp());
        for (StrandCode strand : leads.carriedOver(withheld.establishment(), withheld.person(), on)) {
            boardsWithSeat(withheld.establishment(), withheld.person(), strand)
                    .forEach(board -> commands.give(
                            NAME, new EndSeat(board, withheld.person(), strand, on), message.getIdentifier()));
        }
    }

    /** Not every holder has a seat: an incumbent who was never confirmed impartial has none. */
    private Stream<BoardId> boardsWithSeat(EstablishmentId establishment, PersonId person, StrandCode strand) {
        return leads.boardsOf(establishment, person, strand).stream().filter(board -> events.readEvents(board.stream())
                .asStream()
                .anyMatch(event -> event.getPayload() instanceof BoardMemberAssigned assigned
                        && assigned.person().equals(person)
                        && strand.equals(assigned.strand())));
    }
}
