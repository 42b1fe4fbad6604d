package org.probity.event;

import java.util.List;
import org.probity.audit.event.FindingEvent;
import org.probity.audit.event.RefusalEvent;
import org.probity.audit.event.SampleEvent;
import org.probity.board.event.BoardEvent;
import org.probity.board.event.DecisionEvent;
import org.probity.board.event.MatterEvent;
import org.probity.board.event.MeetingEvent;
import org.probity.board.event.MinutesEvent;
import org.probity.campaign.event.CampaignEvent;
import org.probity.campaign.event.ParticipationEvent;
import org.probity.establishment.event.EstablishmentEvent;
import org.probity.example.event.ExampleEvent;
import org.probity.interests.event.InterestsEvent;
import org.probity.people.event.AccountEvent;
import org.probity.people.event.DutyEvent;
import org.probity.people.event.OrganisationEvent;
import org.probity.people.event.PersonEvent;
import org.probity.people.event.RegistrationClaimEvent;
import org.probity.policy.event.AimsEvent;
import org.probity.policy.event.RulePacksEvent;

/** Every family of events, one per aggregate: the single place where a new family is added. */
public final class EventFamilies {

    /** The sealed interfaces; their permitted records are the events, stored under their simple names. */
    public static final List<Class<? extends Event>> ALL = List.of(
            OrganisationEvent.class,
            PersonEvent.class,
            RegistrationClaimEvent.class,
            AccountEvent.class,
            DutyEvent.class,
            EstablishmentEvent.class,
            CampaignEvent.class,
            ParticipationEvent.class,
            InterestsEvent.class,
            BoardEvent.class,
            MatterEvent.class,
            MeetingEvent.class,
            MinutesEvent.class,
            DecisionEvent.class,
            RulePacksEvent.class,
            AimsEvent.class,
            RefusalEvent.class,
            SampleEvent.class,
            FindingEvent.class,
            ExampleEvent.class);

    private EventFamilies() {}
}
