package org.probity.board.command;

import static java.util.stream.Collectors.toSet;
import static org.probity.board.command.DecisionRule.*;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.probity.board.event.BoardCapacity;
import org.probity.board.event.DecisionKind;
import org.probity.board.event.QuorumCount;
import org.probity.board.event.Roll;
import org.probity.board.event.RollMember;
import org.probity.id.PersonId;
import org.probity.interests.event.Mitigation;

/**
 * Whether the chair of a board may act on a matter between meetings, on a day. Made for one command inside the board's and
 * the matter's aggregates; it keeps nothing.
 */
final class ChairsAction {

    private final Board board;
    private final Matter matter;
    private final LocalDate day;

    ChairsAction(Board board, Matter matter, LocalDate day) {
        this.board = board;
        this.matter = matter;
        this.day = day;
    }

    void mustBeOf(PersonId chair) {
        NOT_THE_CHAIR.refuseIf(!chair.equals(board.chairOn(day)));
        matter.mustBeFreeOfConflicts(chair);
    }

    /** Two people act: a chair who is chief officer as well needs another one. */
    void mustBeAgreedBy(PersonId officer, PersonId chair) {
        boolean isChiefOfficer = board.rollOn(day, List.of())
                .of(officer)
                .filter(member -> member.capacity() == BoardCapacity.CHIEF_OFFICER)
                .isPresent();
        NOT_THE_CHIEF_OFFICER.refuseIf(!isChiefOfficer || officer.equals(chair));
        matter.mustBeFreeOfConflicts(officer);
    }

    /** The board may decide the matter, has not done so, and could at a meeting. */
    void mustBePossible() {
        matter.mustBeBefore(board.id());
        matter.mustBeDelegated(board.terms(), DecisionKind.DECIDE);
        matter.mustNotBeDecidedBy(board.id());
        Roll roll = board.rollOn(day, List.of());
        Map<PersonId, Mitigation> conflicts = matter.conflicts();
        Set<PersonId> all = roll.members().stream().map(RollMember::person).collect(toSet());
        QuorumCount quorum = QuorumCount.of(board.terms(), roll, all, conflicts);
        ACTION_AVOIDS_CONFLICT.refuseIf(
                !quorum.met() && roll.members().stream().anyMatch(it -> conflicts.containsKey(it.person())),
                "seats",
                quorum.votingSeats(),
                "required",
                quorum.required(),
                "counted",
                quorum.counted());
    }

    void mustHaveConsulted(List<PersonId> consulted, PersonId chair, int needed) {
        Roll roll = board.rollOn(day, List.of());
        for (PersonId person : consulted) {
            boolean toBeConsulted = !person.equals(chair)
                    && roll.of(person)
                            .filter(member ->
                                    member.votes() && !member.capacity().isOfficer())
                            .isPresent();
            NOT_TO_BE_CONSULTED.refuseIf(!toBeConsulted, "person", person.value());
            matter.mustBeFreeOfConflicts(person);
        }
        CONSULTED_TOO_FEW.refuseIf(consulted.size() < needed, "needed", needed, "consulted", consulted.size());
    }
}
