package org.probity.id;

/** One person's part in one campaign, whatever the part is. */
public record ParticipationId(CampaignId campaign, PersonId person) {

    /** The stream of this participation. */
    public String stream() {
        return "participation/" + campaign.value() + "/" + person.value();
    }
}
