package org.probity.audit.query;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.probity.board.query.BoardTables;
import org.probity.board.query.BoardTables.Board;
import org.probity.campaign.query.CampaignTables;
import org.probity.campaign.query.CampaignTables.Campaign;
import org.probity.campaign.query.StrandSights;
import org.probity.id.BoardId;
import org.probity.id.CampaignId;
import org.probity.id.DecisionId;
import org.probity.id.MatterId;
import org.probity.id.MeetingId;
import org.probity.id.OrganisationCode;
import org.probity.id.StrandCode;
import org.probity.identity.Actor;
import org.probity.meeting.query.Closed;
import org.probity.meeting.query.MatterQueries;
import org.probity.meeting.query.MatterTables;
import org.probity.meeting.query.MatterTables.Matter;
import org.probity.meeting.query.MeetingTables;
import org.probity.meeting.query.MeetingTables.Item;
import org.probity.meeting.query.MeetingTables.Meeting;
import org.probity.people.query.Asker;
import org.probity.people.query.Askers;
import org.probity.query.View;
import org.springframework.stereotype.Component;

/** Of which body something under review is, what it is called, and whether it is closed to who asks. */
@Component
class AuditSights {

    private final CampaignTables campaigns;
    private final StrandSights strands;
    private final MeetingTables meetings;
    private final MatterTables matters;
    private final MatterQueries matterSights;
    private final BoardTables boards;
    private final Askers askers;

    AuditSights(
            CampaignTables campaigns,
            StrandSights strands,
            MeetingTables meetings,
            MatterTables matters,
            MatterQueries matterSights,
            BoardTables boards,
            Askers askers) {
        this.campaigns = campaigns;
        this.strands = strands;
        this.meetings = meetings;
        this.matters = matters;
        this.matterSights = matterSights;
        this.boards = boards;
        this.askers = askers;
    }

    /** What one asker may see of one state. */
    AuditSight of(Actor actor, View view) {
        return new AuditSight(askers.of(actor), matterSights.closedTo(actor, List.of(), view), view);
    }

    /** What one asker may see; what was found out once is kept. */
    final class AuditSight {

        private final Asker asker;
        private final Function<MatterId, Optional<Closed>> closed;
        private final View view;
        private final Map<CampaignId, Optional<Campaign>> knownCampaigns = new HashMap<>();
        private final Map<MeetingId, Optional<Meeting>> knownMeetings = new HashMap<>();
        private final Map<MatterId, Optional<Matter>> knownMatters = new HashMap<>();
        private final Map<BoardId, Optional<Board>> knownBoards = new HashMap<>();
        private final Map<MeetingId, List<Item>> agendas = new HashMap<>();

        private AuditSight(Asker asker, Function<MatterId, Optional<Closed>> closed, View view) {
            this.asker = asker;
            this.closed = closed;
            this.view = view;
        }

        Asker asker() {
            return asker;
        }

        Optional<Campaign> campaign(CampaignId id) {
            return knownCampaigns.computeIfAbsent(
                    id, anew -> campaigns.campaigns().at(view.position(), anew));
        }

        Optional<Meeting> meeting(MeetingId id) {
            return knownMeetings.computeIfAbsent(id, anew -> meetings.meetings().at(view.position(), anew));
        }

        Optional<Matter> matter(MatterId id) {
            return knownMatters.computeIfAbsent(id, anew -> matters.matters().at(view.position(), anew));
        }

        Optional<OrganisationCode> bodyOf(BoardId board) {
            return knownBoards
                    .computeIfAbsent(board, anew -> boards.boards().at(view.position(), anew))
                    .map(Board::body);
        }

        boolean isClosed(MatterId matter) {
            return closed.apply(matter).isPresent();
        }

        /** A decision, taken or only proposed; what cannot be found is closed. */
        boolean isClosed(DecisionId decision) {
            return meetings.decisions()
                    .at(view.position(), decision)
                    .map(found -> isClosed(found.matter()))
                    .orElse(true);
        }

        /** A strand of a campaign, or where it is null the whole campaign. */
        boolean isClosed(CampaignId campaign, @Nullable StrandCode strand) {
            return strand == null ? !strands.seeAll(asker, campaign) : !strands.see(asker, campaign, strand);
        }

        /** An item of a meeting; the whole meeting is closed if it is null and any item of it is. */
        boolean isClosed(MeetingId meeting, @Nullable Integer item) {
            return agendas
                    .computeIfAbsent(meeting, anew -> meetings.items().where(view.position(), "meeting = ?", anew))
                    .stream()
                    .filter(one -> item == null || item == one.item())
                    .anyMatch(one -> isClosed(one.matter()));
        }
    }
}
