package org.probity.campaign.command;

import static org.probity.campaign.command.CampaignScene.*;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.probity.campaign.event.CampaignEvent.CampaignOpened;
import org.probity.campaign.event.CampaignEvent.CandidatesLonglisted;
import org.probity.campaign.event.CampaignEvent.CandidatesRecommended;
import org.probity.campaign.event.CampaignRules;
import org.probity.campaign.event.Criteria;
import org.probity.campaign.event.MeritPlace;
import org.probity.campaign.event.ParticipationEvent.*;
import org.probity.campaign.event.StrandPosts;
import org.probity.establishment.event.EstablishmentEvent.PostsEstablished;
import org.probity.establishment.event.EstablishmentEvent.StrandAdded;
import org.probity.establishment.event.Programme;
import org.probity.event.Event;
import org.probity.id.CampaignId;
import org.probity.id.EstablishmentId;
import org.probity.id.OrganisationCode;
import org.probity.id.PersonId;
import org.probity.id.RulePackVersion;
import org.probity.people.event.PersonEvent.PersonRegistered;
import org.probity.people.event.Profession;

/** What commands would have led to, for tests that begin late in a competition. */
final class PastEvents {

    private static final BigDecimal BEST = new BigDecimal("100.00");

    private PastEvents() {}

    static Event[] onePost(EstablishmentId establishment, OrganisationCode body, PersonId owner) {
        return new Event[] {
            new PostsEstablished(establishment, body, "Leads", Programme.SENIOR_CLINICAL_LEADS, 30, "two days", owner),
            new StrandAdded(establishment, STROKE, "Stroke", 1, 1, List.of(1), null)
        };
    }

    static Event opened(CampaignId campaign, EstablishmentId establishment, OrganisationCode body) {
        return new CampaignOpened(
                campaign,
                establishment,
                body,
                "Leads",
                List.of(new StrandPosts(STROKE, 1)),
                "One day a week",
                new Criteria(CRITERIA),
                TIMETABLE,
                List.of(AIM),
                new CampaignRules(new RulePackVersion("probity-2"), 3, 1, List.of(), 2, 4, 14, 24, 12, 3));
    }

    /** These people, registered clinicians, are recommended for stroke, the best first. */
    static Event[] recommended(CampaignId campaign, List<PersonId> merit) {
        List<MeritPlace> places = merit.stream()
                .map(person -> {
                    int rank = merit.indexOf(person) + 1;
                    return new MeritPlace(person, rank, BEST.subtract(BigDecimal.valueOf(rank)));
                })
                .toList();
        return Stream.concat(
                        Stream.of(
                                new CandidatesLonglisted(campaign, merit, List.of()),
                                new CandidatesRecommended(campaign, STROKE, places, null)),
                        places.stream().flatMap(place -> recommended(campaign, place)))
                .toArray(Event[]::new);
    }

    private static Stream<Event> recommended(CampaignId campaign, MeritPlace place) {
        PersonId person = place.person();
        return Stream.of(
                new PersonRegistered(person, "A clinician", null, Profession.GP, null, null, true),
                new AppliedForPost(campaign, person, List.of(STROKE), null),
                new EligibilityChecked(campaign, person, true, true, true, true, null),
                new CandidateLonglisted(campaign, person),
                new CandidateShortlisted(campaign, person),
                new InterviewRecorded(campaign, person, LocalDate.of(2026, 3, 22)),
                new FoundAppointable(campaign, person, List.of(STROKE), place.total()),
                new CandidateRecommended(campaign, person, STROKE, place.rank(), place.total()));
    }
}
