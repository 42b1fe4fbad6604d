package org.probity.campaign.event;

import java.util.List;
import org.probity.id.RulePackVersion;
import org.probity.policy.event.PanelPreset;
import org.probity.policy.event.RulePack;

/**
 * The numbers a campaign opened under and keeps, with the version of the rule pack they came from. Units are in the
 * names; the minima of a panel and assessors are people, the highest score is points per criterion.
 */
public record CampaignRules(
        RulePackVersion version,
        int panelMinimum,
        int independentMinimum,
        List<PanelPreset> panelPresets,
        int assessorsPerCandidate,
        int maxScore,
        int offerLapseDays,
        int reserveMonths,
        int declarationMonths,
        int decisionMonths) {

    public CampaignRules {
        panelPresets = List.copyOf(panelPresets);
    }

    /** The numbers of this pack that govern campaigns. */
    public static CampaignRules of(RulePack pack) {
        return new CampaignRules(
                pack.version(),
                pack.panelMinimum(),
                pack.independentMinimum(),
                pack.panelPresets(),
                pack.assessorsPerCandidate(),
                pack.maxScore(),
                pack.offerLapseDays(),
                pack.reserveMonths(),
                pack.declarationMonths(),
                pack.decisionMonths());
    }
}
