package org.probity.people.event;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Optional;
import java.util.regex.Pattern;
import org.probity.id.BoardId;
import org.probity.id.CampaignId;
import org.probity.id.OrganisationCode;

/** What a duty is for: the stream id of an organisation, a campaign or a board. */
public record DutyScope(@JsonValue String subject) {
    private static final Pattern FORMAT = Pattern.compile(
            "organisation/[A-Z0-9]{3,10}|(campaign|board)/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

    /**
     * @throws IllegalArgumentException when the subject is no stream id of an organisation, campaign or board
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public DutyScope {
        if (!FORMAT.matcher(subject).matches()) {
            throw new IllegalArgumentException(
                    "a duty is for organisation/<code>, campaign/<uuid> or board/<uuid>, written in lower case");
        }
    }

    public static DutyScope of(OrganisationCode body) {
        return new DutyScope(body.stream());
    }

    public static DutyScope of(CampaignId campaign) {
        return new DutyScope(campaign.stream());
    }

    public static DutyScope of(BoardId board) {
        return new DutyScope(board.stream());
    }

    /** The body, if the duty is for a body as a whole. */
    public Optional<OrganisationCode> body() {
        return subject.startsWith("organisation/")
                ? Optional.of(new OrganisationCode(subject.substring("organisation/".length())))
                : Optional.empty();
    }
}
