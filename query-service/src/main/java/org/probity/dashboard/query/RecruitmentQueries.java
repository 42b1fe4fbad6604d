package org.probity.dashboard.query;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.axonframework.queryhandling.QueryHandler;
import org.jspecify.annotations.Nullable;
import org.probity.campaign.event.Stage;
import org.probity.campaign.query.CampaignProjection;
import org.probity.campaign.query.Progress;
import org.probity.campaign.query.ProgressByCampaign;
import org.probity.campaign.query.ProgressByCampaign.CampaignProgress;
import org.probity.dashboard.query.RecruitmentQuery.*;
import org.probity.establishment.query.EstablishmentProjection;
import org.probity.establishment.query.EstablishmentQueries;
import org.probity.establishment.query.EstablishmentTables.Establishment;
import org.probity.establishment.query.EstablishmentTables.Occupancy;
import org.probity.establishment.query.Impartiality;
import org.probity.establishment.query.Posts;
import org.probity.establishment.query.PostsByEstablishment;
import org.probity.id.PersonId;
import org.probity.interests.query.Declarations;
import org.probity.interests.query.InterestProjection;
import org.probity.interests.query.InterestTables.Declaration;
import org.probity.people.query.Asker;
import org.probity.people.query.Askers;
import org.probity.people.query.PeopleProjection;
import org.probity.people.query.PeopleTables.Person;
import org.probity.policy.query.PolicyProjection;
import org.probity.policy.query.PolicyTables;
import org.probity.query.View;
import org.probity.query.Views;
import org.springframework.stereotype.Component;

/** Recruitment at a glance, from one state of posts, campaigns, people and declarations. */
@Component
class RecruitmentQueries {

    private final PostsByEstablishment posts;
    private final EstablishmentQueries establishments;
    private final ProgressByCampaign campaigns;
    private final Declarations declarations;
    private final Askers askers;
    private final Views views;
    private final PolicyTables policy;

    RecruitmentQueries(
            PostsByEstablishment posts,
            EstablishmentQueries establishments,
            ProgressByCampaign campaigns,
            Declarations declarations,
            Askers askers,
            Views views,
            PolicyTables policy) {
        this.posts = posts;
        this.establishments = establishments;
        this.campaigns = campaigns;
        this.declarations = declarations;
        this.askers = askers;
        this.views = views;
        this.policy = policy;
    }

    @QueryHandler
    RecruitmentDashboard find(FindRecruitment query) {
        View view = views.of(
                query.moment(),
                EstablishmentProjection.NAME,
                CampaignProjection.NAME,
                PeopleProjection.NAME,
                InterestProjection.NAME,
                PolicyProjection.NAME);
        Asker asker = askers.of(query.actor());
        var progress = campaigns.all(view, asker);
        Map<PersonId, Declaration> declared = declarations.byPerson(view, view.today());
        return new RecruitmentDashboard(
                posts.all(view, null).stream()
                        .map(one -> atAGlance(
                                one, progress.getOrDefault(one.establishment().id(), List.of()), declared, asker, view))
                        .toList(),
                view.moment(),
                view.position());
    }

    private EstablishmentAtAGlance atAGlance(
            Posts one, List<CampaignProgress> progress, Map<PersonId, Declaration> declared, Asker asker, View view) {
        Establishment establishment = one.establishment();
        Map<PersonId, Person> named = establishments.holders(view, one);
        boolean serves = asker.servesBody(establishment.body());
        List<CampaignAtAGlance> shown =
                progress.stream().map(RecruitmentQueries::campaign).toList();
        return new EstablishmentAtAGlance(
                establishment.id(),
                establishment.name(),
                establishment.body(),
                establishment.programme(),
                establishment.posts(),
                one.filled(),
                one.incumbents(),
                one.held(),
                one.vacant(),
                EstablishmentQueries.strands(one, named, asker),
                EstablishmentQueries.professions(one, named),
                stages(shown),
                shown,
                expiringTerms(one, soon(one, view)),
                serves ? expiringDeclarations(one, declared, view) : List.of(),
                serves ? unconfirmed(one) : List.of());
    }

    private static CampaignAtAGlance campaign(CampaignProgress campaign) {
        Progress progress = campaign.progress();
        return new CampaignAtAGlance(
                campaign.id(),
                campaign.name(),
                progress.status(),
                progress.stages(),
                progress.daysPerStage(),
                progress.daysFromCloseToDecision(),
                progress.targetDays(),
                progress.overdue());
    }

    private static Map<Stage, Long> stages(List<CampaignAtAGlance> campaigns) {
        Map<Stage, Long> all = new TreeMap<>();
        campaigns.forEach(campaign -> campaign.stages().forEach((stage, count) -> all.merge(stage, count, Long::sum)));
        return all;
    }

    /** The last day of the warning that the body's rule pack gives. */
    private LocalDate soon(Posts one, View view) {
        int days = policy.inForce(view.position(), one.establishment().body(), one.day())
                .warningDays();
        return one.day().plusDays(days);
    }

    private static List<ExpiringTerm> expiringTerms(Posts one, LocalDate soon) {
        return one.holders().stream()
                .flatMap(post -> Stream.ofNullable(expiring(post, one.day(), soon)))
                .sorted(Comparator.comparing(ExpiringTerm::until).thenComparing(ExpiringTerm::slot))
                .toList();
    }

    private static @Nullable ExpiringTerm expiring(Occupancy post, LocalDate today, LocalDate soon) {
        LocalDate until = post.termUntil();
        if (until == null || until.isAfter(soon)) {
            return null;
        }
        return new ExpiringTerm(
                post.person(), post.strand(), post.slot(), until, ChronoUnit.DAYS.between(today, until));
    }

    private List<ExpiringDeclaration> expiringDeclarations(Posts one, Map<PersonId, Declaration> declared, View view) {
        int months = declarations.months(view, one.establishment().body());
        LocalDate soon = soon(one, view);
        return one.holders().stream()
                .map(Occupancy::person)
                .distinct()
                .map(person -> new ExpiringDeclaration(
                        person, Declarations.dueOn(declared.get(person), months).orElse(null)))
                .filter(declaration ->
                        declaration.due() == null || !declaration.due().isAfter(soon))
                .sorted(Comparator.comparing(
                        ExpiringDeclaration::due, Comparator.nullsFirst(Comparator.naturalOrder())))
                .toList();
    }

    private static List<UnconfirmedIncumbent> unconfirmed(Posts one) {
        return one.holders().stream()
                .filter(post -> post.carriedOver() && post.impartiality() != Impartiality.CONFIRMED)
                .map(post -> new UnconfirmedIncumbent(post.person(), post.strand(), waiting(post, one.day())))
                .sorted(Comparator.comparing(UnconfirmedIncumbent::days).reversed())
                .toList();
    }

    private static long waiting(Occupancy post, LocalDate today) {
        LocalDate recorded = LocalDate.ofInstant(post.recorded(), View.ZONE);
        LocalDate since = recorded.isAfter(post.termFrom()) ? recorded : post.termFrom();
        return Math.max(0, ChronoUnit.DAYS.between(since, today));
    }
}
