package org.probity.campaign.command;

import static org.probity.people.event.Authority.APPOINTMENTS_OFFICER;
import static org.probity.people.event.Authority.CLINICIAN;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.probity.campaign.event.Criterion;
import org.probity.campaign.event.StrandPosts;
import org.probity.campaign.event.Timetable;
import org.probity.command.By;
import org.probity.command.Command;
import org.probity.id.AimCode;
import org.probity.id.CampaignId;
import org.probity.id.EstablishmentId;
import org.probity.id.PersonId;

/** What can be done with a competition as a whole. */
public sealed interface CampaignCommand extends Command {

    CampaignId campaign();

    @Override
    default String subject() {
        return campaign().stream();
    }

    /** {@code aims} are of the list of the establishment's body; the criteria's weights sum to 100. */
    @By(APPOINTMENTS_OFFICER)
    record OpenCampaign(
            CampaignId campaign,
            EstablishmentId establishment,
            String name,
            List<StrandPosts> strands,
            String specification,
            List<Criterion> criteria,
            Timetable timetable,
            List<AimCode> aims)
            implements CampaignCommand {}

    /** Replaces the criteria as a whole, before the advert. */
    @By(APPOINTMENTS_OFFICER)
    record ChangeCriteria(CampaignId campaign, List<Criterion> criteria) implements CampaignCommand {}

    /**
     * Publishes the advert, or, once it is out, publishes it again with a later closing day.
     *
     * @param closing the last day on which nominations and applications are taken
     * @param criteria what they are now; absent for those the campaign has
     */
    @By(APPOINTMENTS_OFFICER)
    record PublishAdvert(
            CampaignId campaign,
            List<String> places,
            LocalDate closing,
            @Nullable List<Criterion> criteria) implements CampaignCommand {}

    @By(APPOINTMENTS_OFFICER)
    record ExtendClosing(CampaignId campaign, LocalDate closing, String reason) implements CampaignCommand {}

    /**
     * Closes the campaign, with or without an appointment made.
     *
     * @param notAppointed candidates to whom no offer is made after all
     */
    @By(APPOINTMENTS_OFFICER)
    record CloseCampaign(CampaignId campaign, List<PersonId> notAppointed) implements CampaignCommand {}

    /** Ends the campaign without its purpose: open offers and the reserve list end with it, appointments stay. */
    @By(APPOINTMENTS_OFFICER)
    record CancelCampaign(CampaignId campaign, String reason) implements CampaignCommand {}

    /** Clinicians complain for themselves; an officer enters what came by another way. */
    @By({APPOINTMENTS_OFFICER, CLINICIAN})
    record LodgeComplaint(CampaignId campaign, PersonId complainant, String text) implements CampaignCommand {}

    /** What a candidate is told about how they did. */
    @By(APPOINTMENTS_OFFICER)
    record GiveFeedback(CampaignId campaign, PersonId person, String text) implements CampaignCommand {}
}
