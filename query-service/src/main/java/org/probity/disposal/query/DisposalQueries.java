package org.probity.disposal.query;

import static java.util.stream.Collectors.toMap;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.axonframework.queryhandling.QueryHandler;
import org.probity.board.query.BoardProjection;
import org.probity.board.query.BoardTables;
import org.probity.campaign.event.Stage;
import org.probity.campaign.query.CampaignProjection;
import org.probity.campaign.query.CampaignTables;
import org.probity.campaign.query.CampaignTables.Campaign;
import org.probity.campaign.query.CampaignTables.Candidacy;
import org.probity.campaign.query.CampaignTables.ReservePlace;
import org.probity.disposal.query.DisposalQuery.Due;
import org.probity.disposal.query.DisposalQuery.DueForDisposal;
import org.probity.disposal.query.DisposalQuery.FindDueForDisposal;
import org.probity.establishment.query.EstablishmentProjection;
import org.probity.establishment.query.EstablishmentTables;
import org.probity.id.CampaignId;
import org.probity.id.OrganisationCode;
import org.probity.id.PersonId;
import org.probity.people.event.Authority;
import org.probity.people.query.Asker;
import org.probity.people.query.Askers;
import org.probity.people.query.PeopleProjection;
import org.probity.people.query.PeopleTables;
import org.probity.people.query.PeopleTables.Person;
import org.probity.policy.event.RulePack;
import org.probity.policy.query.PolicyProjection;
import org.probity.policy.query.PolicyTables;
import org.probity.query.NotPermitted;
import org.probity.query.PageAsked.Page;
import org.probity.query.View;
import org.probity.query.Views;
import org.springframework.stereotype.Component;

/** Former candidates whose retention is over, by the rules that would refuse to erase them. */
@Component
class DisposalQueries {

    private final PeopleTables people;
    private final CampaignTables campaigns;
    private final EstablishmentTables posts;
    private final BoardTables boards;
    private final PolicyTables policy;
    private final Askers askers;
    private final Views views;

    DisposalQueries(
            PeopleTables people,
            CampaignTables campaigns,
            EstablishmentTables posts,
            BoardTables boards,
            PolicyTables policy,
            Askers askers,
            Views views) {
        this.people = people;
        this.campaigns = campaigns;
        this.posts = posts;
        this.boards = boards;
        this.policy = policy;
        this.askers = askers;
        this.views = views;
    }

    @QueryHandler
    DueForDisposal due(FindDueForDisposal query) {
        Asker asker = askers.of(query.actor());
        if (!asker.serves(Authority.DATA_PROTECTION_OFFICER) && !asker.isReviewer()) {
            throw new NotPermitted("The data protection officer and reviewers see who is due for disposal.");
        }
        View view = views.of(
                query.moment(),
                PeopleProjection.NAME,
                CampaignProjection.NAME,
                EstablishmentProjection.NAME,
                BoardProjection.NAME,
                PolicyProjection.NAME);
        Map<PersonId, LocalDate> over = retentionOver(view);
        over.keySet().removeAll(stillNeeded(view));
        List<Due> due = people.named(view.position(), over.keySet()).values().stream()
                .filter(person -> !person.erased() && !person.retentionHold())
                .map(person -> due(person, over))
                .sorted(Comparator.comparing(Due::since)
                        .thenComparing(one -> one.person().value()))
                .toList();
        Page<Due> page = query.page().of(due, one -> one.person().value().toString());
        return new DueForDisposal(page.items(), page.next(), view.position(), view.moment());
    }

    private static Due due(Person person, Map<PersonId, LocalDate> over) {
        return new Due(person.id(), person.name(), over.getOrDefault(person.id(), LocalDate.MIN));
    }

    /** The candidates whose campaigns are all over for long enough, and since when. */
    private Map<PersonId, LocalDate> retentionOver(View view) {
        Map<CampaignId, Campaign> all =
                campaigns.campaigns().all(view.position()).stream().collect(toMap(Campaign::id, campaign -> campaign));
        Map<OrganisationCode, RulePack> packs = new HashMap<>();
        Map<PersonId, LocalDate> until = new HashMap<>();
        for (Candidacy candidacy : campaigns.candidacies().all(view.position())) {
            Campaign campaign = all.get(candidacy.campaign());
            if (campaign != null && candidacy.stage() != Stage.NOMINATION_DECLINED) {
                RulePack pack = packs.computeIfAbsent(
                        campaign.body(), body -> policy.inForce(view.position(), body, view.today()));
                until.merge(candidacy.person(), keptUntil(candidacy, campaign, pack), DisposalQueries::later);
            }
        }
        until.values().removeIf(view.today()::isBefore);
        return until;
    }

    private static LocalDate keptUntil(Candidacy candidacy, Campaign campaign, RulePack pack) {
        if (campaign.ended() == null) {
            return LocalDate.MAX;
        }
        return pack.candidateKeptUntil(
                LocalDate.ofInstant(campaign.ended(), View.ZONE),
                candidacy.reserves().stream().map(ReservePlace::until).toList());
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    /** Who holds an office or a duty, now or later, or sits on the panel of a campaign that is under way. */
    private Set<PersonId> stillNeeded(View view) {
        long at = view.position();
        LocalDate today = view.today();
        Set<PersonId> needed = new HashSet<>();
        posts.occupancies().all(at).stream()
                .filter(post -> post.term().endsAfter(today))
                .forEach(post -> needed.add(post.person()));
        boards.members().all(at).stream()
                .filter(seat -> seat.term().endsAfter(today))
                .forEach(seat -> needed.add(seat.person()));
        boards.officers().all(at).stream()
                .filter(office -> office.term().endsAfter(today))
                .forEach(office -> needed.add(office.person()));
        people.duties().all(at).stream()
                .filter(duty -> duty.term().endsAfter(today))
                .forEach(duty -> needed.add(duty.person()));
        Set<CampaignId> underWay = new HashSet<>();
        campaigns.campaigns().where(at, "ended is null").forEach(campaign -> underWay.add(campaign.id()));
        campaigns.seats().all(at).stream()
                .filter(seat -> !seat.hasLeft() && underWay.contains(seat.campaign()))
                .forEach(seat -> needed.add(seat.person()));
        return needed;
    }
}
