package org.probity.campaign.query;

import static java.util.stream.Collectors.groupingBy;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.axonframework.queryhandling.QueryHandler;
import org.jspecify.annotations.Nullable;
import org.probity.campaign.event.AssessmentStage;
import org.probity.campaign.event.MeritPlace;
import org.probity.campaign.query.CampaignQuery.*;
import org.probity.campaign.query.CampaignTables.Campaign;
import org.probity.campaign.query.CampaignTables.CampaignStrand;
import org.probity.campaign.query.CampaignTables.Candidacy;
import org.probity.campaign.query.CampaignTables.Moderation;
import org.probity.campaign.query.CampaignTables.Scorecard;
import org.probity.campaign.query.CampaignTables.Seat;
import org.probity.id.CampaignId;
import org.probity.id.PersonId;
import org.probity.people.query.Asker;
import org.probity.people.query.Askers;
import org.probity.people.query.PeopleProjection;
import org.probity.people.query.PeopleTables;
import org.probity.people.query.PeopleTables.Person;
import org.probity.query.PageAsked.Page;
import org.probity.query.UnknownSubject;
import org.probity.query.View;
import org.probity.query.Views;
import org.springframework.stereotype.Component;

/** Answers about competitions, each as far as the asker may see it. */
@Component
class CampaignQueries {

    private final CampaignTables tables;
    private final PeopleTables people;
    private final Sights sights;
    private final Askers askers;
    private final Views views;

    CampaignQueries(CampaignTables tables, PeopleTables people, Sights sights, Askers askers, Views views) {
        this.tables = tables;
        this.people = people;
        this.sights = sights;
        this.askers = askers;
        this.views = views;
    }

    @QueryHandler
    CampaignsFound find(FindCampaigns query) {
        View view = views.of(query.moment(), CampaignProjection.NAME);
        long at = view.position();
        Asker asker = askers.of(query.actor());
        String newestFirst = " order by opened desc, id";
        List<Campaign> all = query.establishment() == null
                ? tables.campaigns().where(at, "true" + newestFirst)
                : tables.campaigns().where(at, "establishment = ?" + newestFirst, query.establishment());
        Page<Campaign> page = query.page().of(all, one -> one.id().value().toString());
        Map<CampaignId, List<CampaignStrand>> strands =
                tables.strands().all(at).stream().collect(groupingBy(CampaignStrand::campaign));
        Map<CampaignId, List<Candidacy>> candidacies =
                tables.candidacies().all(at).stream().collect(groupingBy(Candidacy::campaign));
        return new CampaignsFound(
                page.items().stream()
                        .map(one -> listed(
                                one,
                                strands.getOrDefault(one.id(), List.of()),
                                sights.of(asker, one).as() == Sight.As.PUBLIC
                                        ? List.of()
                                        : candidacies.getOrDefault(one.id(), List.of()),
                                view))
                        .toList(),
                page.next(),
                at,
                view.moment());
    }

    private static CampaignListed listed(
            Campaign campaign, List<CampaignStrand> strands, List<Candidacy> candidacies, View view) {
        return new CampaignListed(
                campaign.id(),
                campaign.establishment(),
                campaign.body(),
                campaign.name(),
                CampaignStatus.of(campaign, view),
                campaign.closing(),
                strands.stream().map(CampaignStrand::strand).toList(),
                strands.stream().mapToInt(CampaignStrand::posts).sum(),
                Progress.stages(candidacies));
    }

    @QueryHandler
    CampaignFound find(FindCampaign query) {
        View view = views.of(query.moment(), CampaignProjection.NAME, PeopleProjection.NAME);
        CampaignId id = query.campaign();
        Campaign campaign =
                tables.campaigns().at(view.position(), id).orElseThrow(() -> new UnknownSubject(id.stream()));
        return new Dossier(campaign, sights.of(askers.of(query.actor()), campaign), view).answer();
    }

    /** One campaign at one position with what belongs to it, seen by one asker. */
    private final class Dossier {

        private final Campaign campaign;
        private final Sight sight;
        private final View view;
        private final List<CampaignStrand> strands;
        private final List<Candidacy> candidacies;
        private final List<Seat> seats;
        private final List<Scorecard> scorecards;
        private final List<Moderation> moderations;
        private final Map<PersonId, Candidacy> newest = new HashMap<>();
        private final Map<PersonId, Person> named;

        Dossier(Campaign campaign, Sight sight, View view) {
            this.campaign = campaign;
            this.sight = sight;
            this.view = view;
            long at = view.position();
            CampaignId id = campaign.id();
            strands = tables.strands().where(at, "campaign = ?", id);
            candidacies = tables.candidacies().where(at, "campaign = ? order by person", id);
            seats = tables.seats().where(at, "campaign = ? order by capacity, person", id);
            scorecards = tables.scorecards().where(at, "campaign = ? order by assessor, number", id);
            moderations = tables.moderations().where(at, "campaign = ?", id);
            tables.candidacies().currentWhere("campaign = ?", id).forEach(one -> newest.put(one.person(), one));
            Set<PersonId> everybody = new HashSet<>();
            candidacies.forEach(one -> everybody.add(one.person()));
            seats.forEach(one -> everybody.add(one.person()));
            named = people.named(at, everybody);
        }

        CampaignFound answer() {
            Progress progress = Progress.of(campaign, strands, candidacies, view);
            boolean closed = sight.as() == Sight.As.PUBLIC;
            return new CampaignFound(
                    campaign.id(),
                    campaign.establishment(),
                    campaign.body(),
                    campaign.name(),
                    campaign.specification(),
                    campaign.criteria().all(),
                    campaign.timetable(),
                    campaign.aims(),
                    campaign.rules().version(),
                    campaign.places(),
                    campaign.opened(),
                    campaign.advertised(),
                    campaign.closing(),
                    campaign.ending(),
                    closed ? null : campaign.endingReason(),
                    closed ? progress.ofTheCampaignOnly() : progress,
                    sight.as().name(),
                    strands.stream().map(this::strand).toList(),
                    seats.stream().map(this::panelMember).toList(),
                    candidacies.stream()
                            .filter(sight::sees)
                            .map(this::candidate)
                            .toList(),
                    view.position(),
                    view.moment());
        }

        private StrandOfCampaign strand(CampaignStrand strand) {
            if (sight.as() == Sight.As.PUBLIC || !sight.sees(strand.strand(), named(strand))) {
                return new StrandOfCampaign(strand.strand(), strand.posts(), List.of(), null, null);
            }
            boolean hidden = strand.merit().stream()
                    .map(place -> newest.get(place.person()))
                    .anyMatch(one -> one == null || sight.scoresHidden(one, AssessmentStage.INTERVIEW) != null);
            return new StrandOfCampaign(
                    strand.strand(),
                    strand.posts(),
                    hidden ? List.of() : strand.merit(),
                    hidden ? null : strand.tieBreakReason(),
                    decision(strand));
        }

        private static List<PersonId> named(CampaignStrand strand) {
            return Stream.concat(
                            strand.merit().stream().map(MeritPlace::person),
                            Stream.concat(strand.offers().stream(), strand.reserve().stream()))
                    .toList();
        }

        private static @Nullable DecisionOfStrand decision(CampaignStrand strand) {
            return strand.decided() == null
                    ? null
                    : new DecisionOfStrand(
                            strand.offers(),
                            strand.reserve(),
                            strand.departs(),
                            strand.decisionReason(),
                            strand.decidedBy(),
                            strand.decided(),
                            strand.reserveExhausted());
        }

        private PanelMember panelMember(Seat seat) {
            boolean own = sight.asker().is(seat.person());
            boolean closed = sight.as() == Sight.As.PUBLIC && !own;
            return new PanelMember(
                    seat.person(),
                    name(seat.person()),
                    seat.capacity(),
                    seat.acting(),
                    seat.hasLeft(),
                    closed
                            ? List.of()
                            : seat.recusals().stream()
                                    .filter(one -> own || one.candidate() == null || isOpen(one.candidate()))
                                    .toList(),
                    closed
                            ? List.of()
                            : seat.connections().stream()
                                    .filter(one -> own || isOpen(one.candidate()))
                                    .toList());
        }

        private boolean isOpen(PersonId candidate) {
            Candidacy found = newest.get(candidate);
            return found != null && sight.sees(found);
        }

        private CandidateFound candidate(Candidacy one) {
            Person person = named.get(one.person());
            boolean open = sight.opensPapers(one);
            return new CandidateFound(
                    one.person(),
                    name(one.person()),
                    person == null ? null : person.profession(),
                    person == null ? null : person.employer(),
                    one.strands(),
                    !open,
                    open ? one.stage() : null,
                    open ? one.steps() : List.of(),
                    open ? one.nominator() : null,
                    open ? one.statement() : null,
                    open ? one.eligible() : null,
                    open ? one.impartiality() : null,
                    open ? one.interview() : null,
                    hidden(one, AssessmentStage.INTERVIEW) == null ? one.total() : null,
                    open ? one.offer() : null,
                    open ? one.reserves() : List.of(),
                    feedback(one),
                    !open || sight.asker().is(one.person())
                            ? List.of()
                            : Stream.of(AssessmentStage.values())
                                    .map(stage -> assessment(one, stage))
                                    .toList());
        }

        /** The panel is done with whoever is told something. */
        private List<String> feedback(Candidacy one) {
            List<String> told = one.feedback();
            return told == null
                            || (sight.as() == Sight.As.PANEL && !sight.asker().is(one.person()))
                    ? List.of()
                    : told;
        }

        /** By the newest state of the candidacy: what may be seen now may be seen of earlier states too. */
        private Sight.@Nullable ScoresHidden hidden(Candidacy one, AssessmentStage stage) {
            return sight.scoresHidden(newest.getOrDefault(one.person(), one), stage);
        }

        private Assessment assessment(Candidacy one, AssessmentStage stage) {
            Sight.ScoresHidden hidden = hidden(one, stage);
            List<Scorecard> all = scorecards.stream()
                    .filter(card -> card.candidate().equals(one.person()) && card.stage() == stage)
                    .toList();
            Moderation moderation = moderations.stream()
                    .filter(moderated -> moderated.candidate().equals(one.person()) && moderated.stage() == stage)
                    .filter(moderated -> hidden == null)
                    .findFirst()
                    .orElse(null);
            return new Assessment(
                    stage,
                    (int) all.stream().map(Scorecard::assessor).distinct().count(),
                    hidden,
                    all.stream()
                            .filter(card -> hidden == null || sight.asker().is(card.assessor()))
                            .map(card -> scorecard(card, all))
                            .toList(),
                    moderation == null ? null : moderation.scores(),
                    moderation == null ? null : moderation.reason());
        }

        private static ScorecardFound scorecard(Scorecard card, List<Scorecard> all) {
            boolean superseded = all.stream()
                    .anyMatch(other -> other.assessor().equals(card.assessor()) && other.number() > card.number());
            return new ScorecardFound(
                    card.assessor(), card.number(), superseded, card.scores(), card.reason(), card.submitted());
        }

        private @Nullable String name(PersonId person) {
            Person found = named.get(person);
            return found == null ? null : found.name();
        }
    }
}
