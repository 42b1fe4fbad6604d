package org.probity.meeting.query;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.probity.board.event.BoardCapacity;
import org.probity.board.event.Roll;
import org.probity.board.event.RollMember;
import org.probity.board.query.BoardTables;
import org.probity.board.query.BoardTables.Board;
import org.probity.board.query.BoardTables.Member;
import org.probity.establishment.query.EstablishmentTables.Occupancy;
import org.probity.establishment.query.PostsByEstablishment;
import org.probity.query.View;
import org.springframework.stereotype.Component;

/** Who would be on the roll of a meeting that opened on a day. */
@Component
class Rolls {

    private final BoardTables boards;
    private final PostsByEstablishment posts;

    Rolls(BoardTables boards, PostsByEstablishment posts) {
        this.boards = boards;
        this.posts = posts;
    }

    /** Whoever has a seat on the day, and where the roll is derived from posts, whoever is a lead in post. */
    Roll on(Board board, LocalDate day, View view) {
        List<Object> places = new ArrayList<>();
        Stream<RollMember> leads = board.kind().hasDerivedRoll()
                ? posts.leads(board.body(), view, day).map(post -> lead(post, places))
                : Stream.empty();
        Stream<RollMember> seated = boards.members().where(view.position(), "board = ?", board.id()).stream()
                .filter(seat -> seat.term().covers(day))
                .map(seat -> member(seat, places));
        return Roll.of(Stream.concat(leads, seated).toList(), board.terms());
    }

    private static RollMember lead(Occupancy post, List<Object> places) {
        return new RollMember(
                post.person(),
                BoardCapacity.CLINICAL_LEAD,
                post.votes() ? seat(List.of(post.establishment(), post.slot()), places) : null);
    }

    private static RollMember member(Member seat, List<Object> places) {
        return new RollMember(seat.person(), seat.capacity(), seat.voting() ? seat(seat.place(), places) : null);
    }

    /** The number of a seat: two who share one have its place. */
    private static @Nullable Integer seat(Object place, List<Object> places) {
        int known = places.indexOf(place);
        if (known < 0) {
            places.add(place);
            return places.size();
        }
        return known + 1;
    }
}
