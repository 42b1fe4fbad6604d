package org.probity.people.command;

import static org.probity.people.command.PeopleRule.CAMPAIGN_NOT_OVER;
import static org.probity.people.command.PeopleRule.RETENTION_NOT_OVER;
import static org.probity.people.command.PeopleRule.STILL_IN_OFFICE;

import java.time.LocalDate;
import org.probity.id.CampaignId;
import org.probity.id.PersonId;
import org.probity.policy.command.RulePackRegister;
import org.springframework.stereotype.Component;

/**
 * Why what is known about a person must still be kept. Read from the log without a lock: an office or a candidacy that
 * begins at the same moment does not undo an erasure under way, and what is personal in it can no longer be read. How long
 * candidates are kept is said by the rule pack of the campaign's body.
 */
@Component
class Retention {

    private final Competitions competitions;
    private final Offices offices;
    private final RulePackRegister packs;

    Retention(Competitions competitions, Offices offices, RulePackRegister packs) {
        this.competitions = competitions;
        this.offices = offices;
        this.packs = packs;
    }

    /**
     * Demands that nothing must be kept any more.
     *
     * @throws org.probity.command.RuleRefusal {@code still-in-office}, {@code campaign-not-over} or
     *     {@code retention-not-over}
     */
    void mustBeOver(PersonId person, LocalDate today) {
        STILL_IN_OFFICE.refuseIf(offices.of(person).stream().anyMatch(term -> term.endsAfter(today)));
        competitions.campaignsOf(person).forEach(campaign -> mustBeOver(person, campaign, today));
    }

    private void mustBeOver(PersonId person, CampaignId campaign, LocalDate today) {
        boolean competes = competitions.competes(person, campaign);
        LocalDate over = competitions.over(campaign).orElse(null);
        if (over == null) {
            CAMPAIGN_NOT_OVER.refuseIf(
                    competes || competitions.assesses(person, campaign), "campaign", campaign.value());
        } else if (competes) {
            LocalDate until = packs.inForce(competitions.body(campaign), today)
                    .candidateKeptUntil(over, competitions.onReserveUntil(person, campaign));
            RETENTION_NOT_OVER.refuseIf(today.isBefore(until), "until", until, "campaign", campaign.value());
        }
    }
}
