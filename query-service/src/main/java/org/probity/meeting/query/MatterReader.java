package org.probity.meeting.query;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.probity.board.event.Roll;
import org.probity.board.query.BoardTables.Board;
import org.probity.id.BoardId;
import org.probity.id.MatterId;
import org.probity.id.PersonId;
import org.probity.people.event.Authority;
import org.probity.people.event.DutyScope;
import org.probity.people.query.Asker;

/**
 * What one asker reads of matters. Whoever withdrew from a matter reads its title, what is about themselves, and the
 * outcome once it is published, in whatever role they ask. What is taken in private is read by the board, those who
 * serve it, and reviewers.
 */
final class MatterReader {

    private final Asker asker;
    private final Set<MatterId> withdrawn;
    private final Predicate<Board> sits;
    private final Map<BoardId, Boolean> seats = new HashMap<>();

    /**
     * @param withdrawn the matters that are closed to the asker
     * @param sits whether the asker sits on a board today
     */
    MatterReader(Asker asker, Set<MatterId> withdrawn, Predicate<Board> sits) {
        this.asker = asker;
        this.withdrawn = withdrawn;
        this.sits = sits;
    }

    @Nullable
    PersonId person() {
        return asker.person();
    }

    /** Whether a reviewer asks, to whom nothing is private. */
    boolean isReviewer() {
        return asker.isReviewer();
    }

    boolean isWithdrawnFrom(MatterId matter) {
        return withdrawn.contains(matter);
    }

    /**
     * Why an asker does not read a matter; null if they do.
     *
     * @param open whether it is taken in public
     * @param insider whether the asker belongs to a board that takes it
     */
    @Nullable
    Closed closed(MatterId matter, boolean open, boolean insider) {
        if (asker.person() == null) {
            return Closed.LOGIN_UNLINKED;
        }
        if (withdrawn.contains(matter)) {
            return Closed.WITHDRAWN;
        }
        return open || insider ? null : Closed.PRIVATE;
    }

    /**
     * Whether the asker belongs to a board, or to one of its meetings, or serves it, or reviews.
     *
     * @param roll of the meeting that is asked about; null before it opened
     */
    boolean isInsider(Board board, @Nullable Roll roll) {
        PersonId person = asker.person();
        DutyScope[] scopes = {DutyScope.of(board.body()), DutyScope.of(board.id())};
        return person != null
                && (asker.isReviewer()
                        || asker.serves(Authority.BOARD_SECRETARY, scopes)
                        || asker.serves(Authority.BOARD_CHAIR, scopes)
                        || seats.computeIfAbsent(board.id(), id -> sits.test(board))
                        || (roll != null && roll.of(person).isPresent()));
    }
}
