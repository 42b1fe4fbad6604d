package org.probity.board.query;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.probity.board.query.BoardQuery.EndingOf;
import org.probity.board.query.BoardTables.Member;
import org.probity.board.query.BoardTables.Office;
import org.probity.board.query.BoardTables.Officer;
import org.probity.establishment.query.EstablishmentTables.Occupancy;
import org.probity.event.Term;
import org.probity.id.PersonId;

/** Terms on a board that end soon and that the same person's next one does not follow. */
final class EndingTerms {

    private EndingTerms() {}

    /** What somebody has on a board, and when. */
    record Held(PersonId person, EndingOf what, Term term) {

        static Held of(Member seat) {
            return new Held(seat.person(), EndingOf.SEAT, seat.term());
        }

        static Held of(Officer officer) {
            return new Held(
                    officer.person(),
                    officer.office() == Office.CHAIR ? EndingOf.CHAIR : EndingOf.DEPUTY,
                    officer.term());
        }

        static Held of(Occupancy post) {
            return new Held(post.person(), EndingOf.POST, post.term());
        }

        boolean isFollowedBy(Held other) {
            LocalDate until = term.until();
            return until != null && other.person.equals(person) && other.what == what && other.term.covers(until);
        }
    }

    /** That it ends; {@code until} is the first day without them. */
    record Ending(PersonId person, EndingOf what, LocalDate until) {}

    /**
     * Those that end after a day and no more than some days later, the first first.
     *
     * @param all all terms, whenever they are
     */
    static List<Ending> within(int days, LocalDate day, List<Held> all) {
        LocalDate last = day.plusDays(days);
        return all.stream()
                .filter(one -> all.stream().noneMatch(one::isFollowedBy))
                .flatMap(one ->
                        Stream.ofNullable(one.term().until()).map(until -> new Ending(one.person(), one.what(), until)))
                .filter(one -> one.until().isAfter(day) && !one.until().isAfter(last))
                .sorted(Comparator.comparing(Ending::until)
                        .thenComparing(Ending::what)
                        .thenComparing(one -> one.person().value()))
                .toList();
    }
}
