package org.probity.audit.query;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.axonframework.queryhandling.QueryHandler;
import org.probity.audit.event.FindingSubject;
import org.probity.audit.query.AuditSights.AuditSight;
import org.probity.audit.query.FindingQuery.*;
import org.probity.audit.query.FindingTables.Found;
import org.probity.board.query.BoardProjection;
import org.probity.board.query.BoardTables;
import org.probity.campaign.query.CampaignProjection;
import org.probity.id.OrganisationCode;
import org.probity.id.PersonId;
import org.probity.meeting.query.MatterProjection;
import org.probity.meeting.query.MeetingProjection;
import org.probity.people.event.Authority;
import org.probity.people.event.DutyScope;
import org.probity.people.query.Asker;
import org.probity.people.query.Askers;
import org.probity.people.query.PeopleProjection;
import org.probity.people.query.PeopleTables;
import org.probity.people.query.PeopleTables.Person;
import org.probity.query.Moment;
import org.probity.query.NotPermitted;
import org.probity.query.PageAsked.Page;
import org.probity.query.UnknownSubject;
import org.probity.query.View;
import org.probity.query.Views;
import org.springframework.stereotype.Component;

/** Answers about findings. */
@Component
class FindingQueries {

    private static final Set<Authority> ANSWERABLE = Set.of(Authority.BOARD_SECRETARY, Authority.BOARD_CHAIR);

    private final FindingTables tables;
    private final AuditSights sights;
    private final BoardTables boards;
    private final PeopleTables people;
    private final Askers askers;
    private final Views views;

    FindingQueries(
            FindingTables tables,
            AuditSights sights,
            BoardTables boards,
            PeopleTables people,
            Askers askers,
            Views views) {
        this.tables = tables;
        this.sights = sights;
        this.boards = boards;
        this.people = people;
        this.askers = askers;
        this.views = views;
    }

    @QueryHandler
    FindingsFound find(FindFindings query) {
        Asker asker = askers.of(query.actor());
        if (!servesSomeBoardOf(query.body(), asker)) {
            throw refused();
        }
        View view = view(query.moment());
        AuditSight sight = sights.of(query.actor(), view);
        List<Found> told = new ArrayList<>();
        int withheld = 0;
        for (Found found : tables.findings().where(view.position(), "body = ?", query.body())) {
            if (!reads(found, asker)) {
                continue;
            }
            if (isClosed(found, sight)) {
                // that something of a closed matter was reviewed is closed, too
                withheld += new FindingSubject(found.about()).campaign().isPresent() ? 1 : 0;
            } else {
                told.add(found);
            }
        }
        told.sort(Comparator.comparing(Found::recorded).reversed().thenComparing(found -> found.id()
                .value()));
        Page<Found> page = query.page().of(told, found -> found.id().value().toString());
        return new FindingsFound(listed(page.items(), view), page.next(), withheld, view.position(), view.moment());
    }

    @QueryHandler
    FindingFound find(FindFinding query) {
        View view = view(query.moment());
        Found found = tables.findings()
                .at(view.position(), query.finding())
                .orElseThrow(() -> new UnknownSubject(query.finding().stream()));
        if (!reads(found, askers.of(query.actor()))) {
            throw refused();
        }
        boolean closed = isClosed(found, sights.of(query.actor(), view));
        return new FindingFound(
                found.id(), closed ? null : listed(List.of(found), view).getFirst(), view.position(), view.moment());
    }

    private View view(Moment moment) {
        return views.of(
                moment,
                FindingProjection.NAME,
                MeetingProjection.NAME,
                MatterProjection.NAME,
                BoardProjection.NAME,
                CampaignProjection.NAME,
                PeopleProjection.NAME);
    }

    private static NotPermitted refused() {
        return new NotPermitted("Reviewers, and secretaries and chairs of the body, read findings.");
    }

    private boolean servesSomeBoardOf(OrganisationCode body, Asker asker) {
        Stream<DutyScope> ofBoards =
                boards.boards().currentWhere("body = ?", body).stream().map(board -> DutyScope.of(board.id()));
        return serves(
                asker, Stream.concat(Stream.of(DutyScope.of(body)), ofBoards).toArray(DutyScope[]::new));
    }

    private static boolean reads(Found found, Asker asker) {
        return found.board() == null
                ? serves(asker, DutyScope.of(found.body()))
                : serves(asker, DutyScope.of(found.body()), DutyScope.of(found.board()));
    }

    private static boolean serves(Asker asker, DutyScope... scopes) {
        return asker.isReviewer() || ANSWERABLE.stream().anyMatch(role -> asker.serves(role, scopes));
    }

    private static boolean isClosed(Found found, AuditSight sight) {
        var about = new FindingSubject(found.about());
        return about.decision().filter(sight::isClosed).isPresent()
                || about.meeting()
                        .filter(meeting -> sight.isClosed(meeting, null))
                        .isPresent()
                || about.campaign()
                        .filter(campaign -> sight.isClosed(campaign, null))
                        .isPresent();
    }

    private List<FindingListed> listed(List<Found> findings, View view) {
        Map<PersonId, Person> named = people.named(
                view.position(), findings.stream().map(Found::recordedBy).toList());
        return findings.stream().map(found -> listed(found, named)).toList();
    }

    private static FindingListed listed(Found found, Map<PersonId, Person> named) {
        Person reviewer = named.get(found.recordedBy());
        return new FindingListed(
                found.id(),
                found.about(),
                found.body(),
                found.board(),
                found.sample(),
                found.grade(),
                found.text(),
                found.recordedBy(),
                reviewer == null ? null : reviewer.name(),
                found.recorded(),
                found.answer(),
                found.answeredBy(),
                found.answered());
    }
}
