package org.probity.id;

import java.util.UUID;

/** One person's part in one campaign, whatever the part is. */
public record ParticipationId(CampaignId campaign, PersonId person) {

    /** The stream of this participation. */
    public String stream() {
        return streamsOf(campaign) + person.value();
    }

    /** What the names of the streams of all participations in a campaign begin with, and no other's. */
    public static String streamsOf(CampaignId campaign) {
        return "participation/" + campaign.value() + "/";
    }

    /** Whose participation in a campaign a stream is, by its name. */
    public static PersonId personOf(CampaignId campaign, String stream) {
        return new PersonId(UUID.fromString(stream.substring(streamsOf(campaign).length())));
    }
}
