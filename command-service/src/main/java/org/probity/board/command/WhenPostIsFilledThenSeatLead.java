package org.probity.board.command;

import java.time.Instant;
import java.time.LocalDate;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;
import org.jspecify.annotations.Nullable;
import org.probity.board.command.BoardCommand.SeatLead;
import org.probity.command.CommandDispatch;
import org.probity.command.Occasion;
import org.probity.establishment.event.EstablishmentEvent;
import org.probity.establishment.event.EstablishmentEvent.IncumbentImpartialityConfirmed;
import org.probity.establishment.event.EstablishmentEvent.PostFilled;
import org.probity.event.Term;
import org.probity.id.BoardId;
import org.probity.id.PersonId;
import org.probity.id.StrandCode;
import org.springframework.stereotype.Component;

/**
 * A lead takes the seat mapped to their strand when appointed and confirmed impartial: from the day that is recorded,
 * or the day the post begins if that is later. Shares its group with {@link WhenPostIsVacatedThenEndSeat}, so that a
 * seat is given before it is taken away.
 */
@Component
@DisallowReplay
@ProcessingGroup(WhenPostIsFilledThenSeatLead.GROUP)
class WhenPostIsFilledThenSeatLead {

    static final String GROUP = "automation.board-seats";
    private static final String NAME = "WhenPostIsFilledThenSeatLead";

    private final CommandDispatch commands;

    WhenPostIsFilledThenSeatLead(CommandDispatch commands) {
        this.commands = commands;
    }

    @EventHandler
    void when(PostFilled filled, EventMessage<?> message) {
        seat(filled, filled.board(), filled.person(), filled.strand(), filled.term(), message);
    }

    @EventHandler
    void when(IncumbentImpartialityConfirmed confirmed, EventMessage<?> message) {
        seat(confirmed, confirmed.board(), confirmed.person(), confirmed.strand(), confirmed.term(), message);
    }

    private void seat(
            EstablishmentEvent event,
            @Nullable BoardId board,
            PersonId person,
            StrandCode strand,
            Term inPost,
            EventMessage<?> message) {
        LocalDate recorded = dayOf(message.getTimestamp());
        LocalDate from = inPost.from().isBefore(recorded) ? recorded : inPost.from();
        LocalDate until = inPost.until();
        if (board != null && (until == null || from.isBefore(until))) {
            commands.give(
                    NAME,
                    new SeatLead(board, person, event.establishment(), strand, new Term(from, until)),
                    message.getIdentifier());
        }
    }

    static LocalDate dayOf(Instant recorded) {
        return LocalDate.ofInstant(recorded, Occasion.ZONE);
    }
}
