package org.probity.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** Names a campaign: one competition for posts. */
public record CampaignId(@JsonValue UUID value) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public CampaignId {}

    /** The stream of this campaign. */
    public String stream() {
        return "campaign/" + value;
    }
}
