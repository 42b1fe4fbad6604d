package org.probity.interests.query;

import static java.util.stream.Collectors.toSet;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Function;
import org.probity.board.query.BoardTables;
import org.probity.board.query.BoardTables.Board;
import org.probity.id.OrganisationCode;
import org.probity.id.PersonId;
import org.probity.interests.query.HeldOffices.Office;
import org.probity.people.event.Authority;
import org.probity.people.event.DutyScope;
import org.probity.people.query.Asker;
import org.probity.query.Moment;
import org.probity.query.View;
import org.probity.query.Views;
import org.springframework.stereotype.Component;

/** Who looks after the declarations of those who hold an office of a body: reviewers, its secretaries and officers. */
@Component
public class Overseers {

    private final HeldOffices offices;
    private final BoardTables boards;
    private final Views views;

    Overseers(HeldOffices offices, BoardTables boards, Views views) {
        this.offices = offices;
        this.boards = boards;
        this.views = views;
    }

    /** Whether an asker does for a body. A secretary of one board asks for the whole body. */
    public boolean oversee(Asker asker, OrganisationCode body) {
        DutyScope[] ofBoards = boards.boards().currentWhere("body = ?", body).stream()
                .map(Board::id)
                .map(DutyScope::of)
                .toArray(DutyScope[]::new);
        return asker.isReviewer()
                || asker.serves(Authority.APPOINTMENTS_OFFICER, DutyScope.of(body))
                || asker.serves(Authority.BOARD_SECRETARY, DutyScope.of(body))
                || asker.serves(Authority.BOARD_SECRETARY, ofBoards);
    }

    /** The bodies of which somebody holds an office today. */
    public Set<OrganisationCode> bodiesOf(PersonId person) {
        View now = views.of(Moment.NEWEST, HeldOffices.PROJECTIONS);
        return offices.on(now, now.today()).stream()
                .filter(office -> office.person().equals(person))
                .map(Office::body)
                .collect(toSet());
    }

    /** Whether somebody holds an office of a body on the day that is asked for, or held one on a day of their own. */
    public BiPredicate<PersonId, LocalDate> holders(OrganisationCode body, View view) {
        Map<LocalDate, Set<PersonId>> byDay = new HashMap<>();
        Function<LocalDate, Set<PersonId>> on =
                day -> byDay.computeIfAbsent(day, anew -> offices.on(view, anew).stream()
                        .filter(office -> office.body().equals(body))
                        .map(Office::person)
                        .collect(toSet()));
        return (person, day) ->
                on.apply(view.today()).contains(person) || on.apply(day).contains(person);
    }
}
