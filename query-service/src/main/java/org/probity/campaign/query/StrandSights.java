package org.probity.campaign.query;

import java.util.List;
import java.util.stream.Stream;
import org.probity.campaign.event.MeritPlace;
import org.probity.campaign.query.CampaignTables.CampaignStrand;
import org.probity.id.CampaignId;
import org.probity.id.PersonId;
import org.probity.id.StrandCode;
import org.probity.people.query.Asker;
import org.springframework.stereotype.Component;

/** Whether somebody may see how a campaign came out in a strand, judged by the newest state. */
@Component
public class StrandSights {

    private final CampaignTables tables;
    private final Sights sights;

    StrandSights(CampaignTables tables, Sights sights) {
        this.tables = tables;
        this.sights = sights;
    }

    /** Whether an asker sees what was recommended and decided; not while they compete, or if they are recused from it. */
    public boolean see(Asker asker, CampaignId campaign, StrandCode strand) {
        return tables.campaigns().current(campaign).stream()
                .map(found -> sights.of(asker, found))
                .anyMatch(sight -> sight.as() != Sight.As.PUBLIC && sight.sees(strand, named(campaign, strand)));
    }

    /** Whether nothing of a campaign is closed to an asker: they neither compete in it nor are recused from any of it. */
    public boolean seeAll(Asker asker, CampaignId campaign) {
        return tables.campaigns().current(campaign).stream()
                .map(found -> sights.of(asker, found))
                .anyMatch(sight -> sight.as() != Sight.As.PUBLIC && !sight.isRecused());
    }

    private List<PersonId> named(CampaignId campaign, StrandCode strand) {
        return tables.strands().current(campaign, strand).stream()
                .flatMap(StrandSights::named)
                .toList();
    }

    private static Stream<PersonId> named(CampaignStrand strand) {
        return Stream.of(
                        strand.merit().stream().map(MeritPlace::person),
                        strand.offers().stream(),
                        strand.reserve().stream())
                .flatMap(people -> people);
    }
}
