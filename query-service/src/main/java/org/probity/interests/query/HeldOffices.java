package org.probity.interests.query;

import static java.util.stream.Collectors.toMap;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.probity.board.query.BoardProjection;
import org.probity.board.query.BoardTables;
import org.probity.campaign.query.CampaignProjection;
import org.probity.campaign.query.CampaignTables;
import org.probity.campaign.query.CampaignTables.Campaign;
import org.probity.establishment.query.EstablishmentProjection;
import org.probity.establishment.query.PostsByEstablishment;
import org.probity.id.BoardId;
import org.probity.id.CampaignId;
import org.probity.id.OrganisationCode;
import org.probity.id.PersonId;
import org.probity.interests.query.InterestQuery.Reason;
import org.probity.people.event.Authority;
import org.probity.people.event.DutyScope;
import org.probity.people.query.PeopleProjection;
import org.probity.people.query.PeopleTables;
import org.probity.policy.query.PolicyProjection;
import org.probity.query.View;
import org.springframework.stereotype.Component;

/**
 * Who holds an office: a post, a seat on the panel of a campaign that is under way, a seat on a board or its chair, or a
 * duty. Of them a declaration of interests is asked, and the register of interests lists them.
 */
@Component
class HeldOffices {

    static final String[] PROJECTIONS = {
        InterestProjection.NAME,
        EstablishmentProjection.NAME,
        CampaignProjection.NAME,
        BoardProjection.NAME,
        PeopleProjection.NAME,
        PolicyProjection.NAME
    };

    /** These may take part, but hold an office only by a post or a seat: every applicant has such a duty. */
    private static final Set<Authority> NO_OFFICE = Set.of(Authority.CLINICIAN, Authority.PANEL_MEMBER);

    private final PostsByEstablishment posts;
    private final CampaignTables campaigns;
    private final BoardTables boards;
    private final PeopleTables people;

    HeldOffices(PostsByEstablishment posts, CampaignTables campaigns, BoardTables boards, PeopleTables people) {
        this.posts = posts;
        this.campaigns = campaigns;
        this.boards = boards;
        this.people = people;
    }

    /**
     * An office that somebody holds for a body.
     *
     * @param from its first day; of a seat on a panel that of the campaign, which is not later
     */
    record Office(PersonId person, OrganisationCode body, Reason reason, LocalDate from) {}

    /** Every office that is held on a day; seats on panels are those of campaigns under way at the asked moment. */
    List<Office> on(View view, LocalDate day) {
        Map<CampaignId, Campaign> underWay = campaigns.campaigns().where(view.position(), "ended is null").stream()
                .collect(toMap(Campaign::id, campaign -> campaign));
        Map<BoardId, OrganisationCode> bodies = boards.boards().all(view.position()).stream()
                .collect(toMap(BoardTables.Board::id, BoardTables.Board::body));
        return Stream.of(
                        posts(view, day),
                        panels(view, underWay),
                        seats(view, day, bodies),
                        duties(view, day, underWay, bodies))
                .flatMap(offices -> offices)
                .toList();
    }

    private Stream<Office> posts(View view, LocalDate day) {
        return posts.all(view, day).stream().flatMap(one -> one.holders().stream()
                .map(post -> new Office(post.person(), one.establishment().body(), Reason.POST, post.termFrom())));
    }

    private Stream<Office> panels(View view, Map<CampaignId, Campaign> underWay) {
        return campaigns.seats().where(view.position(), "not has_left").stream()
                .flatMap(seat -> Stream.ofNullable(underWay.get(seat.campaign()))
                        .map(campaign -> new Office(
                                seat.person(),
                                campaign.body(),
                                Reason.PANEL,
                                LocalDate.ofInstant(campaign.opened(), View.ZONE))));
    }

    private Stream<Office> seats(View view, LocalDate day, Map<BoardId, OrganisationCode> bodies) {
        Stream<Office> members = boards.members().all(view.position()).stream()
                .filter(seat -> seat.term().covers(day))
                .flatMap(seat -> Stream.ofNullable(bodies.get(seat.board()))
                        .map(body -> new Office(seat.person(), body, Reason.BOARD, seat.termFrom())));
        Stream<Office> officers = boards.officers().all(view.position()).stream()
                .filter(one -> one.term().covers(day))
                .flatMap(one -> Stream.ofNullable(bodies.get(one.board()))
                        .map(body -> new Office(one.person(), body, Reason.BOARD, one.termFrom())));
        return Stream.concat(members, officers);
    }

    private Stream<Office> duties(
            View view, LocalDate day, Map<CampaignId, Campaign> underWay, Map<BoardId, OrganisationCode> bodies) {
        Map<String, OrganisationCode> bySubject = new HashMap<>();
        underWay.forEach((id, campaign) -> bySubject.put(id.stream(), campaign.body()));
        bodies.forEach((id, body) -> bySubject.put(id.stream(), body));
        return people.duties().all(view.position()).stream()
                .filter(duty -> !NO_OFFICE.contains(duty.role()) && duty.term().covers(day))
                .flatMap(duty -> Stream.concat(
                                new DutyScope(duty.scope()).body().stream(),
                                Stream.ofNullable(bySubject.get(duty.scope())))
                        .map(body -> new Office(duty.person(), body, Reason.DUTY, duty.termFrom())));
    }
}
