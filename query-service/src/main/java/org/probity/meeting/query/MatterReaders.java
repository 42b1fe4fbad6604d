package org.probity.meeting.query;

import java.util.Set;
import org.probity.board.query.BoardProjection;
import org.probity.board.query.BoardTables;
import org.probity.board.query.BoardTables.Board;
import org.probity.establishment.query.EstablishmentProjection;
import org.probity.establishment.query.PostsByEstablishment;
import org.probity.id.PersonId;
import org.probity.identity.Actor;
import org.probity.people.query.Asker;
import org.probity.people.query.Askers;
import org.probity.query.Moment;
import org.probity.query.View;
import org.probity.query.Views;
import org.springframework.stereotype.Component;

/** Finds what an asker may read of matters: by today's seats and recusals, whatever earlier state is asked for. */
@Component
class MatterReaders {

    private final Askers askers;
    private final Withdrawals withdrawals;
    private final BoardTables boards;
    private final PostsByEstablishment posts;
    private final Views views;

    MatterReaders(Askers askers, Withdrawals withdrawals, BoardTables boards, PostsByEstablishment posts, Views views) {
        this.askers = askers;
        this.withdrawals = withdrawals;
        this.boards = boards;
        this.posts = posts;
        this.views = views;
    }

    MatterReader of(Actor actor) {
        Asker asker = askers.of(actor);
        PersonId person = asker.person();
        return person == null
                ? new MatterReader(asker, Set.of(), board -> false)
                : new MatterReader(asker, withdrawals.of(person), board -> sits(person, board));
    }

    /** Whoever holds a seat or an office, and of a board whose roll is derived whoever is a lead in post. */
    private boolean sits(PersonId person, Board board) {
        View now = views.of(Moment.NEWEST, BoardProjection.NAME, EstablishmentProjection.NAME);
        String theirs = "board = ? and person = ?";
        return boards.members().currentWhere(theirs, board.id(), person).stream()
                        .anyMatch(seat -> seat.term().covers(now.today()))
                || boards.officers().currentWhere(theirs, board.id(), person).stream()
                        .anyMatch(office -> office.term().covers(now.today()))
                || (board.kind().hasDerivedRoll()
                        && posts.leads(board.body(), now, now.today())
                                .anyMatch(post -> post.person().equals(person)));
    }
}
