package org.probity.campaign.query;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.probity.campaign.event.AssessmentStage;
import org.probity.campaign.event.CampaignRules;
import org.probity.campaign.event.ConnectionKind;
import org.probity.campaign.event.Criteria;
import org.probity.campaign.event.MeritPlace;
import org.probity.campaign.event.PanelCapacity;
import org.probity.campaign.event.Score;
import org.probity.campaign.event.Stage;
import org.probity.campaign.event.Timetable;
import org.probity.establishment.query.Impartiality;
import org.probity.id.AimCode;
import org.probity.id.CampaignId;
import org.probity.id.EstablishmentId;
import org.probity.id.OrganisationCode;
import org.probity.id.PersonId;
import org.probity.id.StrandCode;
import org.probity.interests.event.Mitigation;
import org.probity.query.ReadTables;
import org.probity.query.VersionedTable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** The read tables of competitions. */
@Component
public record CampaignTables(
        VersionedTable<Campaign> campaigns,
        VersionedTable<CampaignStrand> strands,
        VersionedTable<Candidacy> candidacies,
        VersionedTable<Seat> seats,
        VersionedTable<Scorecard> scorecards,
        VersionedTable<Moderation> moderations) {

    @Autowired
    CampaignTables(ReadTables tables) {
        this(
                tables.versioned("campaign", Campaign.class, "id"),
                tables.versioned("campaign_strand", CampaignStrand.class, "campaign", "strand"),
                tables.versioned("candidacy", Candidacy.class, "campaign", "person"),
                tables.versioned("panel_seat", Seat.class, "campaign", "person"),
                tables.versioned("scorecard", Scorecard.class, "campaign", "candidate", "stage", "assessor", "number"),
                tables.versioned("moderation", Moderation.class, "campaign", "candidate", "stage"));
    }

    /** How a campaign ended. */
    public enum Ending {
        APPOINTMENTS_MADE,
        NO_APPOINTMENT_MADE,
        CANCELLED
    }

    /**
     * A competition.
     *
     * @param closing last day of nominations: planned, then as advertised and extended
     * @param advertised when the advert was first published
     */
    public record Campaign(
            CampaignId id,
            EstablishmentId establishment,
            OrganisationCode body,
            String name,
            String specification,
            Criteria criteria,
            Timetable timetable,
            List<AimCode> aims,
            CampaignRules rules,
            Instant opened,
            List<String> places,
            LocalDate closing,
            @Nullable Instant advertised,
            @Nullable Instant ended,
            @Nullable Ending ending,
            @Nullable String endingReason) {

        Campaign with(Criteria changed) {
            return new Campaign(
                    id,
                    establishment,
                    body,
                    name,
                    specification,
                    changed,
                    timetable,
                    aims,
                    rules,
                    opened,
                    places,
                    closing,
                    advertised,
                    ended,
                    ending,
                    endingReason);
        }

        Campaign advertised(List<String> where, LocalDate until, @Nullable Instant first) {
            return new Campaign(
                    id,
                    establishment,
                    body,
                    name,
                    specification,
                    criteria,
                    timetable,
                    aims,
                    rules,
                    opened,
                    where,
                    until,
                    first,
                    ended,
                    ending,
                    endingReason);
        }

        Campaign ended(Instant when, Ending how, @Nullable String reason) {
            return new Campaign(
                    id,
                    establishment,
                    body,
                    name,
                    specification,
                    criteria,
                    timetable,
                    aims,
                    rules,
                    opened,
                    places,
                    closing,
                    advertised,
                    when,
                    how,
                    reason);
        }
    }

    /**
     * What a competition is about in one strand, and how it came out; {@code reserve} in the order of calling.
     *
     * @param firstDecided when it was decided on
     * @param decided when it was decided on again, because another post fell vacant; else the same
     */
    public record CampaignStrand(
            CampaignId campaign,
            StrandCode strand,
            int posts,
            List<MeritPlace> merit,
            @Nullable String tieBreakReason,
            List<PersonId> offers,
            List<PersonId> reserve,
            boolean departs,
            @Nullable String decisionReason,
            @Nullable PersonId decidedBy,
            @Nullable Instant firstDecided,
            @Nullable Instant decided,
            boolean reserveExhausted) {

        CampaignStrand recommended(List<MeritPlace> order, @Nullable String reason) {
            return new CampaignStrand(
                    campaign,
                    strand,
                    posts,
                    order,
                    reason,
                    offers,
                    reserve,
                    departs,
                    decisionReason,
                    decidedBy,
                    firstDecided,
                    decided,
                    reserveExhausted);
        }

        CampaignStrand withReserve(List<PersonId> changed, boolean exhausted) {
            return new CampaignStrand(
                    campaign,
                    strand,
                    posts,
                    merit,
                    tieBreakReason,
                    offers,
                    changed,
                    departs,
                    decisionReason,
                    decidedBy,
                    firstDecided,
                    decided,
                    exhausted);
        }
    }

    /** A stage that a candidacy reached, and when that was recorded. */
    public record Step(Stage stage, Instant at) {}

    /** An offer of a post; {@code respondBy} is the last day of an answer. */
    public record Offer(
            EstablishmentId establishment,
            StrandCode strand,
            int slot,
            LocalDate from,
            @Nullable LocalDate until,
            LocalDate respondBy,
            boolean fromReserve) {}

    /** A place on the reserve list of a strand; {@code until} is the first day on which it no longer counts. */
    public record ReservePlace(StrandCode strand, int order, LocalDate until) {}

    /**
     * A nominee or candidate.
     *
     * @param steps every stage so far, in order
     * @param found whether the panel has come to a finding about the candidate, at whatever stage
     * @param feedback what the candidate was told, in order; null for nothing
     */
    public record Candidacy(
            CampaignId campaign,
            PersonId person,
            Stage stage,
            List<Step> steps,
            List<StrandCode> strands,
            @Nullable PersonId nominator,
            @Nullable String statement,
            @Nullable Boolean eligible,
            Impartiality impartiality,
            @Nullable LocalDate interview,
            boolean found,
            @Nullable BigDecimal total,
            @Nullable Offer offer,
            List<ReservePlace> reserves,
            @Nullable List<String> feedback) {

        static final List<String> PERSONAL = List.of("statement", "feedback");
    }

    /** A recusal of a panel member, from strands as a whole or from one candidate. */
    public record Recusal(
            Mitigation mitigation,
            List<StrandCode> strands,
            @Nullable PersonId candidate) {}

    /** A connection of a panel member with a candidate: null kind for none; null mitigation until decided. */
    public record Connection(
            PersonId candidate,
            @Nullable ConnectionKind kind,
            @Nullable Mitigation mitigation) {}

    /** Scorecards of others that a panel member has opened. */
    public record Opened(PersonId candidate, AssessmentStage stage) {}

    /** A seat on the panel. */
    public record Seat(
            CampaignId campaign,
            PersonId person,
            PanelCapacity capacity,
            boolean acting,
            boolean hasLeft,
            List<Recusal> recusals,
            List<Connection> connections,
            List<Opened> opened) {

        /** Who leaves acts as chair no more; what they disclosed and were recused from stays. */
        Seat left() {
            return new Seat(campaign, person, capacity, false, true, recusals, connections, opened);
        }

        Seat takenAgain(PanelCapacity in) {
            return new Seat(campaign, person, in, false, false, recusals, connections, opened);
        }

        Seat acting(boolean asChair) {
            return new Seat(campaign, person, capacity, asChair, hasLeft, recusals, connections, opened);
        }

        Seat with(List<Recusal> changed, List<Connection> connected, List<Opened> seen) {
            return new Seat(campaign, person, capacity, acting, hasLeft, changed, connected, seen);
        }
    }

    /** A scorecard; {@code number} 1 is the first an assessor gave, higher ones supersede it with a reason. */
    public record Scorecard(
            CampaignId campaign,
            PersonId candidate,
            AssessmentStage stage,
            PersonId assessor,
            int number,
            @Nullable List<Score> scores,
            @Nullable String reason,
            Instant submitted) {

        static final List<String> PERSONAL = List.of("scores", "reason");
    }

    /** Moderated scores, beside the scorecards. */
    public record Moderation(
            CampaignId campaign,
            PersonId candidate,
            AssessmentStage stage,
            @Nullable List<Score> scores,
            @Nullable String reason,
            Instant moderated) {

        static final List<String> PERSONAL = List.of("scores", "reason");
    }
}
