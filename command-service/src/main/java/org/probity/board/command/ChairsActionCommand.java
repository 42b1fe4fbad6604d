package org.probity.board.command;

import static org.probity.people.event.Authority.*;

import java.util.List;
import org.probity.board.event.Resolution;
import org.probity.command.By;
import org.probity.command.Command;
import org.probity.id.BoardId;
import org.probity.id.DecisionId;
import org.probity.id.MatterId;
import org.probity.id.PersonId;

/** How a chair and a chief officer decide together between meetings. */
public sealed interface ChairsActionCommand extends Command {

    DecisionId decision();

    @Override
    default String subject() {
        return decision().stream();
    }

    /**
     * By the chair of the board.
     *
     * @param urgency why it cannot wait for a meeting; it names nobody
     * @param consulted the non-officers whom the chair consulted
     */
    @By({BOARD_CHAIR, BOARD_MEMBER, CLINICIAN})
    record ProposeChairsAction(
            DecisionId decision,
            BoardId board,
            MatterId matter,
            Resolution resolution,
            String urgency,
            List<PersonId> consulted)
            implements ChairsActionCommand {

        /**
         * @throws IllegalArgumentException when somebody is named twice
         */
        public ProposeChairsAction {
            consulted = List.copyOf(consulted);
            if (consulted.stream().distinct().count() < consulted.size()) {
                throw new IllegalArgumentException("whoever was consulted is named once");
            }
        }

        /** While there is no decision, what is refused is closed with the matter. */
        @Override
        public String subject() {
            return matter.stream();
        }
    }

    /** By the chair who proposed it, while the chief officer has not agreed. */
    @By({BOARD_CHAIR, BOARD_MEMBER, CLINICIAN})
    record WithdrawChairsAction(DecisionId decision) implements ChairsActionCommand {}

    /** By a chief officer who sits on the board. With it the decision is taken. */
    @By({BOARD_MEMBER, CLINICIAN})
    record AgreeToChairsAction(DecisionId decision) implements ChairsActionCommand {}
}
