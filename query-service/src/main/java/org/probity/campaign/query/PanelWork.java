package org.probity.campaign.query;

import static java.util.stream.Collectors.toMap;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.probity.campaign.event.AssessmentStage;
import org.probity.campaign.event.PanelCapacity;
import org.probity.campaign.query.CampaignTables.Campaign;
import org.probity.campaign.query.CampaignTables.Scorecard;
import org.probity.campaign.query.CampaignTables.Seat;
import org.probity.id.CampaignId;
import org.probity.id.OrganisationCode;
import org.probity.id.PersonId;
import org.probity.people.query.Asker;
import org.springframework.stereotype.Component;

/** What somebody did on panels, as far as an asker may see it: who sits on a panel is public, who scored whom is not. */
@Component
public class PanelWork {

    private final CampaignTables tables;
    private final Sights sights;

    PanelWork(CampaignTables tables, Sights sights) {
        this.tables = tables;
        this.sights = sights;
    }

    /**
     * From when to when.
     *
     * @param first the position that the log had reached before it began
     * @param last the position at its end
     * @param asAt the last position that counts at all
     */
    public record Period(Instant from, Instant until, long first, long last, long asAt) {}

    /** What was done. */
    public record Done(List<PanelSat> panels, List<CandidateScored> scorecards, int withheld) {}

    /** A seat on the panel of a campaign. */
    public record PanelSat(CampaignId campaign, String name, OrganisationCode body, PanelCapacity capacity) {}

    /** A scorecard. */
    public record CandidateScored(
            CampaignId campaign, OrganisationCode body, PersonId candidate, AssessmentStage stage, Instant at) {}

    /**
     * What a member of panels did.
     *
     * @param bodies of whose campaigns the asker is told; what was done for others is counted as withheld
     */
    public Done of(PersonId member, Period period, Predicate<OrganisationCode> bodies, Asker asker) {
        Map<CampaignId, Campaign> campaigns =
                tables.campaigns().all(period.asAt()).stream().collect(toMap(Campaign::id, campaign -> campaign));
        List<PanelSat> panels = new ArrayList<>();
        List<CandidateScored> scored = new ArrayList<>();
        int withheld = 0;
        for (Seat seat : seats(member, period)) {
            Campaign campaign = of(campaigns, seat.campaign());
            if (bodies.test(campaign.body())) {
                panels.add(new PanelSat(campaign.id(), campaign.name(), campaign.body(), seat.capacity()));
            } else {
                withheld++;
            }
        }
        for (Scorecard card : tables.scorecards().where(period.asAt(), "assessor = ?", member)) {
            if (card.submitted().isBefore(period.from()) || card.submitted().isAfter(period.until())) {
                continue;
            }
            Campaign campaign = of(campaigns, card.campaign());
            if (bodies.test(campaign.body()) && sees(asker, campaign, card)) {
                scored.add(new CandidateScored(
                        campaign.id(), campaign.body(), card.candidate(), card.stage(), card.submitted()));
            } else {
                withheld++;
            }
        }
        return new Done(panels, scored, withheld);
    }

    /** The last of each seat they had not left. */
    private List<Seat> seats(PersonId member, Period period) {
        return List.copyOf(
                tables.seats().during(period.first(), period.last(), "person = ? and not has_left", member).stream()
                        .collect(toMap(Seat::campaign, seat -> seat, (before, last) -> last))
                        .values());
    }

    private static Campaign of(Map<CampaignId, Campaign> campaigns, CampaignId id) {
        return Optional.ofNullable(campaigns.get(id)).orElseThrow();
    }

    private boolean sees(Asker asker, Campaign campaign, Scorecard card) {
        Sight sight = sights.of(asker, campaign);
        return tables.candidacies().current(campaign.id(), card.candidate()).stream()
                .anyMatch(candidacy -> sight.sees(candidacy)
                        && sight.opensPapers(candidacy)
                        && (asker.is(card.assessor()) || sight.scoresHidden(candidacy, card.stage()) == null));
    }
}
