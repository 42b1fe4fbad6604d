package org.probity.campaign.command;

import static org.probity.people.event.Authority.APPOINTING_AUTHORITY;
import static org.probity.people.event.Authority.APPOINTMENTS_OFFICER;
import static org.probity.people.event.Authority.PANEL_MEMBER;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.probity.campaign.event.ConnectionKind;
import org.probity.campaign.event.PanelSeat;
import org.probity.command.By;
import org.probity.command.Command;
import org.probity.id.CampaignId;
import org.probity.id.ParticipationId;
import org.probity.id.PersonId;
import org.probity.id.StrandCode;
import org.probity.interests.event.Mitigation;
import org.probity.policy.event.PanelPreset;

/** Who assesses the candidates, how they are connected with them, and who steps aside. */
public sealed interface PanelCommand extends Command {

    CampaignId campaign();

    @Override
    default String subject() {
        return campaign().stream();
    }

    /** {@code preset} names a composition of the campaign's rule pack, which the panel then keeps to. */
    @By(APPOINTMENTS_OFFICER)
    record ConstitutePanel(
            CampaignId campaign,
            List<PanelSeat> seats,
            @Nullable String preset) implements PanelCommand {

        /**
         * @throws IllegalArgumentException when the preset is named as none can be: a refusal would repeat the text
         */
        public ConstitutePanel {
            if (preset != null) {
                PanelPreset.mustBeName(preset);
            }
        }
    }

    /**
     * Says how the member is connected with a candidate.
     *
     * @param kind absent if there is no connection
     */
    @By(PANEL_MEMBER)
    record DisclosePanelConnection(
            CampaignId campaign,
            PersonId member,
            PersonId candidate,
            @Nullable ConnectionKind kind,
            @Nullable String description)
            implements PanelCommand {
        @Override
        public String subject() {
            return new ParticipationId(campaign, member).stream();
        }
    }

    /**
     * By the panel's chair; for the chair's own connection by the acting chair or the appointing authority. A mitigation
     * under which the member does not score takes them off every merit list the candidate may be on, because ranking is
     * comparative.
     *
     * @param narrowingReason why such a member may still score the candidate's rivals; absent if they may not
     */
    @By({PANEL_MEMBER, APPOINTING_AUTHORITY})
    record MitigatePanelConnection(
            CampaignId campaign,
            PersonId member,
            PersonId candidate,
            Mitigation mitigation,
            String background,
            String discussion,
            String outcome,
            @Nullable String narrowingReason)
            implements PanelCommand {
        @Override
        public String subject() {
            return new ParticipationId(campaign, member).stream();
        }
    }

    /**
     * Takes a member off the merit lists of strands as a whole, by the chair or an officer.
     *
     * @param strands the merit lists
     * @param onlyCandidate narrows it to one candidate, which needs a reason; then no strands are named
     */
    @By({PANEL_MEMBER, APPOINTMENTS_OFFICER})
    record RecusePanelMember(
            CampaignId campaign,
            PersonId member,
            Mitigation mitigation,
            List<StrandCode> strands,
            @Nullable PersonId onlyCandidate,
            @Nullable String reason)
            implements PanelCommand {
        @Override
        public String subject() {
            return new ParticipationId(campaign, member).stream();
        }
    }

    /** By the chair or an officer. */
    @By({PANEL_MEMBER, APPOINTMENTS_OFFICER})
    record ReplacePanelMember(CampaignId campaign, PersonId leaving, PanelSeat joining, String reason)
            implements PanelCommand {}

    /** A member who chairs where the chair cannot. By the chair or an officer. */
    @By({PANEL_MEMBER, APPOINTMENTS_OFFICER})
    record AppointActingPanelChair(CampaignId campaign, PersonId person, String reason) implements PanelCommand {}
}
