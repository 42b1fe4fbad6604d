package org.probity.campaign.command;

import static org.probity.people.event.Authority.APPOINTMENTS_OFFICER;
import static org.probity.people.event.Authority.CLINICIAN;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.probity.command.By;
import org.probity.command.Command;
import org.probity.id.CampaignId;
import org.probity.id.ParticipationId;
import org.probity.id.PersonId;
import org.probity.id.StrandCode;

/** How people become candidates and cease to be. {@code person} is the nominee or candidate. */
public sealed interface NominationCommand extends Command {

    CampaignId campaign();

    PersonId person();

    @Override
    default String subject() {
        return new ParticipationId(campaign(), person()).stream();
    }

    /** Whoever gives it is the nominator. Strands by preference. */
    @By({CLINICIAN, APPOINTMENTS_OFFICER})
    record NominateLead(
            CampaignId campaign,
            PersonId person,
            List<StrandCode> strands,
            @Nullable String statement) implements NominationCommand {}

    @By(CLINICIAN)
    record AcceptNomination(CampaignId campaign, PersonId person) implements NominationCommand {}

    @By(CLINICIAN)
    record DeclineNomination(
            CampaignId campaign, PersonId person, @Nullable String reason) implements NominationCommand {}

    /** Strands by preference. */
    @By(CLINICIAN)
    record ApplyForPost(
            CampaignId campaign,
            PersonId person,
            List<StrandCode> strands,
            @Nullable String statement) implements NominationCommand {}

    /** May be repeated when only the employer's release was lacking, and whenever something changed before an offer. */
    @By(APPOINTMENTS_OFFICER)
    record CheckEligibility(
            CampaignId campaign,
            PersonId person,
            boolean inPractice,
            boolean registered,
            boolean employerReleased,
            @Nullable String notes)
            implements NominationCommand {}

    /** By the candidate, or, with a reason, by an officer who was told so. */
    @By({CLINICIAN, APPOINTMENTS_OFFICER})
    record WithdrawCandidate(
            CampaignId campaign, PersonId person, @Nullable String reason) implements NominationCommand {}
}
