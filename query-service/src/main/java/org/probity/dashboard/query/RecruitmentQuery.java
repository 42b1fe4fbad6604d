package org.probity.dashboard.query;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.probity.campaign.event.Stage;
import org.probity.campaign.query.CampaignStatus;
import org.probity.establishment.event.Programme;
import org.probity.establishment.query.EstablishmentQuery.StrandFound;
import org.probity.id.CampaignId;
import org.probity.id.EstablishmentId;
import org.probity.id.OrganisationCode;
import org.probity.id.PersonId;
import org.probity.id.StrandCode;
import org.probity.identity.Actor;
import org.probity.people.event.Profession;
import org.probity.query.Answer;
import org.probity.query.Moment;

/** What can be asked about recruitment at a glance. */
public sealed interface RecruitmentQuery {

    /** Every establishment with its campaigns. */
    record FindRecruitment(Actor actor, Moment moment) implements RecruitmentQuery {}

    /**
     * Recruitment, by the names of establishments. Counts and days of candidates are empty to whoever sees none
     * in that campaign; who declares late or is not confirmed is for those who serve the body, and reviewers.
     */
    record RecruitmentDashboard(List<EstablishmentAtAGlance> establishments, Instant asAt, long position)
            implements Answer {}

    /**
     * An establishment: how many posts are filled, held and vacant, and how its campaigns are doing.
     *
     * @param filled posts with a holder, incumbents among them, from the confirmation on until the term ends
     * @param stages nominees and candidates of all its campaigns by stage
     * @param expiringTerms terms that end soon, the first first
     * @param expiringDeclarations holders whose declaration of interests ends soon or is out of date
     * @param unconfirmedIncumbents incumbents whose impartiality is not confirmed, the longest first
     */
    record EstablishmentAtAGlance(
            EstablishmentId id,
            String name,
            OrganisationCode body,
            Programme programme,
            int posts,
            int filled,
            int incumbents,
            int held,
            int vacant,
            List<StrandFound> strands,
            Map<Profession, Long> professions,
            Map<Stage, Long> stages,
            List<CampaignAtAGlance> campaigns,
            List<ExpiringTerm> expiringTerms,
            List<ExpiringDeclaration> expiringDeclarations,
            List<UnconfirmedIncumbent> unconfirmedIncumbents) {}

    /**
     * A campaign.
     *
     * @param daysPerStage median days in each stage, {@code ADVERT} being the time from advert to closing
     * @param daysFromCloseToDecision up to the first decision on the last strand, or to the asked moment while one is undecided
     */
    record CampaignAtAGlance(
            CampaignId id,
            String name,
            CampaignStatus status,
            Map<Stage, Long> stages,
            Map<String, Double> daysPerStage,
            @Nullable Long daysFromCloseToDecision,
            long targetDays,
            boolean overdue) {}

    /** A term that ends soon; {@code until} is the first day without the holder. */
    record ExpiringTerm(PersonId person, StrandCode strand, int slot, LocalDate until, long days) {}

    /** A declaration that is out of date from {@code due} on; null if there was never one. */
    record ExpiringDeclaration(PersonId person, @Nullable LocalDate due) {}

    /** Days since the incumbent was carried over or the term began, whichever came later. */
    record UnconfirmedIncumbent(PersonId person, StrandCode strand, long days) {}
}
