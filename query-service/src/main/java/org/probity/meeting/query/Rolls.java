package org.probity.meeting.query;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.probity.board.event.BoardCapacity;
import org.probity.board.event.Roll;
import org.probity.board.event.RollMember;
import org.probity.board.query.BoardTables;
import org.probity.board.query.BoardTables.Board;
import org.probity.board.query.BoardTables.Member;
import org.probity.establishment.event.Programme;
import org.probity.establishment.query.EstablishmentTables.Occupancy;
import org.probity.establishment.query.Impartiality;
import org.probity.establishment.query.PostsByEstablishment;
import org.probity.id.PersonId;
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
        List<RollMember> members = new ArrayList<>();
        Set<PersonId> known = new HashSet<>();
        if (board.kind().hasDerivedRoll()) {
            leads(board, day, view)
                    .filter(post -> known.add(post.person()))
                    .map(post -> new RollMember(
                            post.person(),
                            BoardCapacity.CLINICAL_LEAD,
                            votes(post) ? seat(List.of(post.establishment(), post.slot()), places) : null))
                    .forEach(members::add);
        }
        boards.members().where(view.position(), "board = ?", board.id()).stream()
                .filter(seat -> seat.term().covers(day) && known.add(seat.person()))
                .map(seat -> member(seat, places))
                .forEach(members::add);
        Integer stated = board.terms().votingSeats();
        int filled = places.size();
        return new Roll(members, board.terms().vacanciesCount() && stated != null ? Math.max(stated, filled) : filled);
    }

    private Stream<Occupancy> leads(Board board, LocalDate day, View view) {
        return posts.all(view, day).stream()
                .filter(one -> one.establishment().programme() == Programme.SENIOR_CLINICAL_LEADS
                        && one.establishment().body().equals(board.body()))
                .flatMap(one -> one.holders().stream());
    }

    private static boolean votes(Occupancy post) {
        return !post.carriedOver() || post.impartiality() == Impartiality.CONFIRMED;
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
