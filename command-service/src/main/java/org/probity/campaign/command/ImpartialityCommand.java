package org.probity.campaign.command;

import static org.probity.people.event.Authority.APPOINTING_AUTHORITY;
import static org.probity.people.event.Authority.CLINICIAN;
import static org.probity.people.event.Authority.PANEL_MEMBER;

import org.jspecify.annotations.Nullable;
import org.probity.command.By;
import org.probity.command.Command;
import org.probity.id.CampaignId;
import org.probity.id.EstablishmentId;
import org.probity.id.ParticipationId;
import org.probity.id.PersonId;

/**
 * Impartiality before a post is taken up: stated by a candidate or an incumbent, judged by another. Exactly one of
 * {@code campaign} (for a candidate) and {@code establishment} (for an incumbent) is given.
 */
public sealed interface ImpartialityCommand extends Command {

    PersonId person();

    @Nullable
    CampaignId campaign();

    @Nullable
    EstablishmentId establishment();

    @Override
    default String subject() {
        CampaignId campaign = campaign();
        EstablishmentId establishment = establishment();
        if (campaign != null) {
            return new ParticipationId(campaign, person()).stream();
        }
        return establishment == null ? person().stream() : establishment.stream();
    }

    @By(CLINICIAN)
    record StateImpartiality(
            PersonId person,
            @Nullable CampaignId campaign,
            @Nullable EstablishmentId establishment,
            String statement) implements ImpartialityCommand {}

    /** Of a candidate by the panel's chair, of an incumbent by the appointing authority. */
    @By({PANEL_MEMBER, APPOINTING_AUTHORITY})
    record ConfirmImpartiality(
            PersonId person,
            @Nullable CampaignId campaign,
            @Nullable EstablishmentId establishment) implements ImpartialityCommand {}

    /** By the same people; lets go of the post that an offer holds. */
    @By({PANEL_MEMBER, APPOINTING_AUTHORITY})
    record WithholdImpartiality(
            PersonId person,
            @Nullable CampaignId campaign,
            @Nullable EstablishmentId establishment,
            String reason) implements ImpartialityCommand {}
}
