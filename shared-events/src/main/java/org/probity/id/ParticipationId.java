package org.probity.id;

import java.util.UUID;

/** One person's part in one campaign, whatever the part is. */
public record ParticipationId(CampaignId campaign, PersonId person) {

    /** The stream of this participation. */
    public String stream() {
        return folderOf(campaign) + "/" + person.value();
    }

    /** The folder of the streams of all participations in a campaign. */
    public static String folderOf(CampaignId campaign) {
        return "participation/" + campaign.value();
    }

    /** Whose participation in a campaign a stream is, by its name. */
    public static PersonId personOf(CampaignId campaign, String stream) {
        return new PersonId(UUID.fromString(stream.substring(folderOf(campaign).length() + 1)));
    }
}
