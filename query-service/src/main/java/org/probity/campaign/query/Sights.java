package org.probity.campaign.query;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.probity.campaign.event.Stage;
import org.probity.campaign.query.CampaignTables.Campaign;
import org.probity.id.PersonId;
import org.probity.people.query.Asker;
import org.springframework.stereotype.Component;

/** Finds what somebody may see of a campaign, by the newest rows. */
@Component
class Sights {

    /** Whoever was named by another and has not said yes is no candidate: a nomination alone takes nothing away. */
    private static final Set<Stage> NOT_COMPETING = EnumSet.of(Stage.NOMINATED, Stage.NOMINATION_DECLINED);

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
                        .filter(candidacy -> !NOT_COMPETING.contains(candidacy.stage()))
                        .isPresent());
    }
}
