package org.probity.campaign.event;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.probity.event.Event;
import org.probity.event.Personal;
import org.probity.event.Term;
import org.probity.id.AimCode;
import org.probity.id.CampaignId;
import org.probity.id.EstablishmentId;
import org.probity.id.OrganisationCode;
import org.probity.id.PersonId;
import org.probity.id.StrandCode;

/**
 * The story of one competition: its advert, criteria, panel and lists. What happens to each candidate is in {@link
 * ParticipationEvent}. Texts here are about the campaign and must name no person, unless marked.
 */
public sealed interface CampaignEvent extends Event {

    CampaignId campaign();

    @Override
    default String stream() {
        return campaign().stream();
    }

    /** Keeps the numbers of the rule pack it opened under. */
    record CampaignOpened(
            CampaignId campaign,
            EstablishmentId establishment,
            OrganisationCode body,
            String name,
            List<StrandPosts> strands,
            String specification,
            Criteria criteria,
            Timetable timetable,
            List<AimCode> aims,
            CampaignRules rules)
            implements CampaignEvent {
        public CampaignOpened {
            strands = List.copyOf(strands);
            aims = List.copyOf(aims);
        }
    }

    record CriteriaChanged(CampaignId campaign, Criteria criteria) implements CampaignEvent {}

    /** Freezes the criteria it repeats; a change after that is a republished advert. */
    record AdvertPublished(
            CampaignId campaign, List<String> places, LocalDate closing, Criteria criteria, boolean republished)
            implements CampaignEvent {
        public AdvertPublished {
            places = List.copyOf(places);
        }
    }

    record ClosingExtended(CampaignId campaign, LocalDate closing, String reason) implements CampaignEvent {}

    /** {@code preset} is the composition of the rule pack that the panel keeps to, if it was constituted by one. */
    record PanelConstituted(
            CampaignId campaign,
            List<PanelSeat> panel,
            @Nullable String preset) implements CampaignEvent {
        public PanelConstituted {
            panel = List.copyOf(panel);
        }
    }

    record PanelMemberReplaced(
            CampaignId campaign,
            PersonId leaving,
            PanelSeat joining,
            @Personal(of = "leaving") @Nullable String reason) implements CampaignEvent {}

    record ActingPanelChairAppointed(
            CampaignId campaign,
            PersonId person,
            @Personal @Nullable String reason) implements CampaignEvent {}

    record CandidatesLonglisted(CampaignId campaign, List<PersonId> people, List<PersonId> notLonglisted)
            implements CampaignEvent {
        public CandidatesLonglisted {
            people = List.copyOf(people);
            notLonglisted = List.copyOf(notLonglisted);
        }
    }

    record CandidatesShortlisted(CampaignId campaign, List<PersonId> people, List<PersonId> notShortlisted)
            implements CampaignEvent {
        public CandidatesShortlisted {
            people = List.copyOf(people);
            notShortlisted = List.copyOf(notShortlisted);
        }
    }

    /** The merit order of one strand; a tie in it was broken for the reason given. */
    record CandidatesRecommended(
            CampaignId campaign,
            StrandCode strand,
            List<MeritPlace> merit,
            @Nullable String tieBreakReason) implements CampaignEvent {
        public CandidatesRecommended {
            merit = List.copyOf(merit);
        }
    }

    /** {@code reserve} is in the order in which it will be called; the term is that of the posts offered. */
    record AppointmentDecided(
            CampaignId campaign,
            StrandCode strand,
            List<PersonId> offers,
            List<PersonId> reserve,
            Term term,
            boolean departsFromRecommendation,
            @Nullable String reason,
            PersonId decidedBy)
            implements CampaignEvent {
        public AppointmentDecided {
            offers = List.copyOf(offers);
            reserve = List.copyOf(reserve);
        }
    }

    /** Somebody was added to the end of the reserve list of the strand. */
    record ReserveListExtended(CampaignId campaign, StrandCode strand, PersonId person, int order)
            implements CampaignEvent {}

    /** The next person on the reserve list of the strand is to be offered a post. */
    record ReserveCalled(CampaignId campaign, StrandCode strand, PersonId person) implements CampaignEvent {}

    /** A post of the strand is free and nobody is left to be called. */
    record ReserveListExhausted(CampaignId campaign, StrandCode strand) implements CampaignEvent {}

    /** A post of the strand was let go, yet none is free to be offered: the strand was closed, a cap lowered, or the term is over. */
    record ReserveNotCalled(CampaignId campaign, StrandCode strand) implements CampaignEvent {}

    record CampaignClosed(CampaignId campaign, CampaignOutcome outcome) implements CampaignEvent {}

    record CampaignCancelled(CampaignId campaign, String reason) implements CampaignEvent {}

    record ComplaintLodged(
            CampaignId campaign,
            PersonId complainant,
            @Personal(of = "complainant") @Nullable String text) implements CampaignEvent {}

    record FeedbackGiven(
            CampaignId campaign,
            PersonId person,
            @Personal @Nullable String text) implements CampaignEvent {}
}
