package org.probity.campaign.query;

import org.probity.campaign.query.CampaignTables.Campaign;
import org.probity.campaign.query.CampaignTables.Ending;
import org.probity.query.View;

/** Where a campaign stands as a whole. */
public enum CampaignStatus {
    /** Opened and not advertised. */
    OPENED,
    /** Advertised; nominations are taken up to the closing day. */
    ADVERTISED,
    /** After the closing day. */
    ASSESSING,
    CLOSED,
    CANCELLED;

    static CampaignStatus of(Campaign campaign, View view) {
        if (campaign.ending() != null) {
            return campaign.ending() == Ending.CANCELLED ? CANCELLED : CLOSED;
        }
        if (campaign.advertised() == null) {
            return OPENED;
        }
        return view.today().isAfter(campaign.closing()) ? ASSESSING : ADVERTISED;
    }
}
