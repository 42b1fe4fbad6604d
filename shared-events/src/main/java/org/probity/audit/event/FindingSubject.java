package org.probity.audit.event;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.probity.id.BoardId;
import org.probity.id.CampaignId;
import org.probity.id.DecisionId;
import org.probity.id.MeetingId;

/** What a finding is about: the stream of a decision, a meeting, a board or a campaign. */
public record FindingSubject(@JsonValue String stream) {
    private static final Pattern FORMAT = Pattern.compile(
            "(decision|meeting|board|campaign)/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

    /**
     * @throws IllegalArgumentException when it is no such stream
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public FindingSubject {
        if (!FORMAT.matcher(stream).matches()) {
            throw new IllegalArgumentException(
                    "a finding is about decision/<uuid>, meeting/<uuid>, board/<uuid> or campaign/<uuid>, in lower case");
        }
    }

    /** The decision, if it is about one. */
    public Optional<DecisionId> decision() {
        return id("decision").map(DecisionId::new);
    }

    /** The meeting, if it is about one. */
    public Optional<MeetingId> meeting() {
        return id("meeting").map(MeetingId::new);
    }

    /** The board, if it is about one. */
    public Optional<BoardId> board() {
        return id("board").map(BoardId::new);
    }

    /** The campaign, if it is about one. */
    public Optional<CampaignId> campaign() {
        return id("campaign").map(CampaignId::new);
    }

    private Optional<UUID> id(String kind) {
        return stream.startsWith(kind + "/")
                ? Optional.of(UUID.fromString(stream.substring(kind.length() + 1)))
                : Optional.empty();
    }
}
