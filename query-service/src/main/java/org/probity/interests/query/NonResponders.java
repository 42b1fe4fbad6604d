package org.probity.interests.query;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
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
import org.probity.interests.query.InterestTables.Declaration;
import org.probity.people.query.PeopleProjection;
import org.probity.policy.query.PolicyProjection;
import org.probity.query.View;
import org.springframework.stereotype.Component;

/**
 * Who holds a post, a seat on the panel of a campaign that is under way or a seat on a board, without a declaration of
 * interests that is up to date by the rule pack of that body.
 */
@Component
class NonResponders {

    static final String[] PROJECTIONS = {
        InterestProjection.NAME,
        EstablishmentProjection.NAME,
        CampaignProjection.NAME,
        BoardProjection.NAME,
        PeopleProjection.NAME,
        PolicyProjection.NAME
    };

    private final Declarations declarations;
    private final PostsByEstablishment posts;
    private final CampaignTables campaigns;
    private final BoardTables boards;

    NonResponders(Declarations declarations, PostsByEstablishment posts, CampaignTables campaigns, BoardTables boards) {
        this.declarations = declarations;
        this.posts = posts;
        this.campaigns = campaigns;
        this.boards = boards;
    }

    /** Holders of posts and seats on a day: their interests are public. */
    Set<PersonId> holders(View view, LocalDate day) {
        Set<PersonId> holders = new HashSet<>();
        eachHolder(view, day, (person, body, reason) -> holders.add(person));
        return holders;
    }

    /** When somebody last declared, and what asks them to. */
    record Missing(@Nullable LocalDate declared, List<Reason> because) {}

    /** Those who should have declared by a day, by default the asked one. */
    Map<PersonId, Missing> of(View view, @Nullable LocalDate inForceOn) {
        LocalDate day = inForceOn == null ? view.today() : inForceOn;
        Check check = new Check(view, day, declarations.byPerson(view, day));
        eachHolder(view, day, check);
        return check.missing;
    }

    private void eachHolder(View view, LocalDate day, Holding holding) {
        posts.all(view, day).forEach(one -> one.holders()
                .forEach(post -> holding.of(post.person(), one.establishment().body(), Reason.POST)));
        panels(view, holding);
        Map<BoardId, OrganisationCode> bodies = boards.boards().all(view.position()).stream()
                .collect(Collectors.toMap(BoardTables.Board::id, BoardTables.Board::body));
        boards.members().all(view.position()).stream()
                .filter(seat -> seat.term().covers(day))
                .forEach(seat -> holding.of(seat.person(), bodies.get(seat.board()), Reason.BOARD));
    }

    private void panels(View view, Holding holding) {
        Map<CampaignId, OrganisationCode> underWay =
                campaigns.campaigns().where(view.position(), "ended is null").stream()
                        .collect(Collectors.toMap(Campaign::id, Campaign::body));
        campaigns.seats().where(view.position(), "not has_left").stream()
                .filter(seat -> underWay.containsKey(seat.campaign()))
                .forEach(seat -> holding.of(seat.person(), underWay.get(seat.campaign()), Reason.PANEL));
    }

    /** A post or seat that somebody holds for a body. */
    private interface Holding {
        void of(PersonId person, @Nullable OrganisationCode body, Reason reason);
    }

    private final class Check implements Holding {

        private final View view;
        private final LocalDate day;
        private final Map<PersonId, Declaration> declared;
        private final Map<OrganisationCode, Integer> months = new HashMap<>();
        private final Map<PersonId, Missing> missing = new TreeMap<>(Comparator.comparing(PersonId::value));

        Check(View view, LocalDate day, Map<PersonId, Declaration> declared) {
            this.view = view;
            this.day = day;
            this.declared = declared;
        }

        @Override
        public void of(PersonId person, @Nullable OrganisationCode body, Reason reason) {
            Declaration made = declared.get(person);
            if (body == null || (made != null && made.dueOn(months(body)).isAfter(day))) {
                return;
            }
            Missing one = missing.computeIfAbsent(
                    person, key -> new Missing(made == null ? null : made.declared(), new ArrayList<>()));
            if (!one.because().contains(reason)) {
                one.because().add(reason);
            }
        }

        private int months(OrganisationCode body) {
            return months.computeIfAbsent(body, key -> declarations.months(view, key));
        }
    }
}
