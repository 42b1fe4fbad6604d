package org.probity.campaign.query;

import java.util.List;
import org.probity.campaign.event.Stage;
import org.probity.campaign.query.CampaignTables.Campaign;
import org.probity.id.PersonId;
import org.probity.people.query.Asker;
import org.springframework.stereotype.Component;

/**
 * Finds what somebody may see of a campaign, by the newest rows. A nominee competes until they decline, or they could
 * read what rivals handed in and then accept.
 */
@Component
class Sights {

    private final CampaignTables tables;

    Sights(CampaignTables tables) {
        this.tables = tables;
    }

    Sight of(Asker asker, Campaign campaign) {
        PersonId person = asker.person();
        if (person == null) {
            return new Sight(asker, campaign, null, List.of(), false);
        }
        return new Sight(
                asker,
                campaign,
                tables.seats().current(campaign.id(), person).orElse(null),
                tables.scorecards().currentWhere("campaign = ? and assessor = ?", campaign.id(), person),
                tables.candidacies()
                        .current(campaign.id(), person)
                        .filter(candidacy -> candidacy.stage() != Stage.NOMINATION_DECLINED)
                        .isPresent());
    }
}
