package org.probity.campaign.query;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.probity.campaign.event.AssessmentStage;
import org.probity.campaign.event.Criterion;
import org.probity.campaign.event.MeritPlace;
import org.probity.campaign.event.PanelCapacity;
import org.probity.campaign.event.Score;
import org.probity.campaign.event.Stage;
import org.probity.campaign.event.Timetable;
import org.probity.campaign.query.CampaignTables.Connection;
import org.probity.campaign.query.CampaignTables.Ending;
import org.probity.campaign.query.CampaignTables.Offer;
import org.probity.campaign.query.CampaignTables.Recusal;
import org.probity.campaign.query.CampaignTables.ReservePlace;
import org.probity.campaign.query.CampaignTables.Step;
import org.probity.establishment.query.Impartiality;
import org.probity.id.AimCode;
import org.probity.id.CampaignId;
import org.probity.id.EstablishmentId;
import org.probity.id.OrganisationCode;
import org.probity.id.PersonId;
import org.probity.id.RulePackVersion;
import org.probity.id.StrandCode;
import org.probity.identity.Actor;
import org.probity.people.event.Profession;
import org.probity.query.Answer;
import org.probity.query.Moment;
import org.probity.query.PageAsked;

/** What can be asked about competitions. */
public sealed interface CampaignQuery {

    /** All campaigns, or those of one establishment. */
    record FindCampaigns(@Nullable EstablishmentId establishment, Actor actor, Moment moment, PageAsked page)
            implements CampaignQuery {}

    /** One campaign, as far as the actor may see it. */
    record FindCampaign(CampaignId campaign, Actor actor, Moment moment) implements CampaignQuery {}

    /** Campaigns, the one opened last first. */
    record CampaignsFound(
            List<CampaignListed> items, @Nullable String next, long position, Instant asAt) implements Answer {}

    /** A campaign in a list; {@code stages} is empty to those who may not see candidates. */
    record CampaignListed(
            CampaignId id,
            EstablishmentId establishment,
            OrganisationCode body,
            String name,
            CampaignStatus status,
            LocalDate closing,
            List<StrandCode> strands,
            int posts,
            Map<Stage, Long> stages) {}

    /**
     * A campaign. What the asker may not see is absent or empty, and {@code seenAs} says why: the public sees the advert
     * and the panel, a candidate their own participation too.
     */
    record CampaignFound(
            CampaignId id,
            EstablishmentId establishment,
            OrganisationCode body,
            String name,
            String specification,
            List<Criterion> criteria,
            Timetable timetable,
            List<AimCode> aims,
            RulePackVersion rulePack,
            List<String> places,
            Instant opened,
            @Nullable Instant advertised,
            LocalDate closing,
            @Nullable Ending ending,
            @Nullable String endingReason,
            Progress progress,
            String seenAs,
            List<StrandOfCampaign> strands,
            List<PanelMember> panel,
            List<CandidateFound> candidates,
            long position,
            Instant asAt)
            implements Answer {}

    /**
     * What a campaign is about in one strand. The merit order is empty until there is one and while scores of anyone in
     * it are hidden from the asker.
     */
    record StrandOfCampaign(
            StrandCode strand,
            int posts,
            List<MeritPlace> merit,
            @Nullable String tieBreakReason,
            @Nullable DecisionOfStrand decision) {}

    /** What the appointing authority decided; {@code reserve} in the order of calling. */
    record DecisionOfStrand(
            List<PersonId> offers,
            List<PersonId> reserve,
            boolean departsFromRecommendation,
            @Nullable String reason,
            @Nullable PersonId decidedBy,
            Instant decided,
            boolean reserveExhausted) {}

    /** A member of the panel; recusals and connections only to those who see candidates. */
    record PanelMember(
            PersonId person,
            @Nullable String name,
            PanelCapacity capacity,
            boolean actingChair,
            boolean left,
            List<Recusal> recusals,
            List<Connection> connections) {}

    /**
     * A nominee or candidate with the way they have come. To a member of the panel whose connection with them is not
     * settled only who they are, where they work and the strands: the rest is null or empty.
     *
     * @param feedback what the candidate was told; empty to the panel
     * @param connectionNotSettled whether the asker, a member of the panel, is to disclose first, or awaits what follows
     */
    record CandidateFound(
            PersonId person,
            @Nullable String name,
            @Nullable Profession profession,
            @Nullable OrganisationCode employer,
            List<StrandCode> strands,
            boolean connectionNotSettled,
            @Nullable Stage stage,
            List<Step> steps,
            @Nullable PersonId nominator,
            @Nullable String statement,
            @Nullable Boolean eligible,
            @Nullable Impartiality impartiality,
            @Nullable LocalDate interview,
            @Nullable BigDecimal total,
            @Nullable Offer offer,
            List<ReservePlace> reserves,
            List<String> feedback,
            List<Assessment> assessments) {}

    /**
     * What a candidate was given at one stage of assessment.
     *
     * @param received how many assessors have submitted a scorecard
     * @param hidden why scores of others are not shown; null if they are
     */
    record Assessment(
            AssessmentStage stage,
            int received,
            Sight.@Nullable ScoresHidden hidden,
            List<ScorecardFound> scorecards,
            @Nullable List<Score> moderated,
            @Nullable String moderationReason) {}

    /** A scorecard; superseded ones stay beside what replaced them. Scores are null once the candidate is erased. */
    record ScorecardFound(
            PersonId assessor,
            int number,
            boolean superseded,
            @Nullable List<Score> scores,
            @Nullable String reason,
            Instant submitted) {}
}
