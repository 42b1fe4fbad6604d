package org.probity.audit.query;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.function.Predicate;
import org.axonframework.queryhandling.QueryHandler;
import org.probity.audit.query.ImpactQuery.*;
import org.probity.board.query.BoardProjection;
import org.probity.campaign.query.CampaignProjection;
import org.probity.campaign.query.PanelWork;
import org.probity.campaign.query.PanelWork.Done;
import org.probity.eventstore.EventLog;
import org.probity.id.OrganisationCode;
import org.probity.id.PersonId;
import org.probity.interests.query.InterestProjection;
import org.probity.interests.query.InterestTables;
import org.probity.interests.query.InterestTables.Interest;
import org.probity.interests.query.Overseers;
import org.probity.meeting.query.DecisionsTouched;
import org.probity.meeting.query.DecisionsTouched.Touched;
import org.probity.meeting.query.MatterProjection;
import org.probity.meeting.query.MeetingProjection;
import org.probity.people.query.Asker;
import org.probity.people.query.Askers;
import org.probity.people.query.PeopleProjection;
import org.probity.people.query.PeopleTables;
import org.probity.people.query.PeopleTables.Person;
import org.probity.query.NotPermitted;
import org.probity.query.UnknownSubject;
import org.probity.query.View;
import org.probity.query.Views;
import org.springframework.stereotype.Component;

/** Answers what somebody had a part in while an interest of theirs was not known. */
@Component
class ImpactQueries {

    private static final String[] PROJECTIONS = {
        InterestProjection.NAME,
        MeetingProjection.NAME,
        MatterProjection.NAME,
        BoardProjection.NAME,
        CampaignProjection.NAME,
        PeopleProjection.NAME
    };

    private final InterestTables interests;
    private final DecisionsTouched decisions;
    private final PanelWork panels;
    private final PeopleTables people;
    private final Overseers overseers;
    private final Askers askers;
    private final EventLog log;
    private final Views views;

    ImpactQueries(
            InterestTables interests,
            DecisionsTouched decisions,
            PanelWork panels,
            PeopleTables people,
            Overseers overseers,
            Askers askers,
            EventLog log,
            Views views) {
        this.interests = interests;
        this.decisions = decisions;
        this.panels = panels;
        this.people = people;
        this.overseers = overseers;
        this.askers = askers;
        this.log = log;
        this.views = views;
    }

    @QueryHandler
    ImpactFound find(FindImpact query) {
        PersonId person = query.person();
        Asker asker = askers.of(query.actor());
        Predicate<OrganisationCode> bodies = bodies(asker, person);
        View view = views.of(query.moment(), PROJECTIONS);
        Interest interest = interests
                .interests()
                .at(view.position(), person, query.interest())
                .orElseThrow(() -> new UnknownSubject(person.stream()));
        long declared = interests.interests().since(person, query.interest()).orElseThrow();
        Instant declaredAt = log.recordedAt(declared);
        Instant arose = interest.arose().atStartOfDay(View.ZONE).toInstant();
        Touched touched = decisions.of(
                person,
                at -> !at.isBefore(arose) && !at.isAfter(declaredAt),
                bodies,
                effect -> effect.isOn(interest.organisation(), interest.namedBody()),
                query.actor(),
                view);
        Done done = panels.of(
                person,
                new PanelWork.Period(
                        arose,
                        declaredAt,
                        log.positionAt(arose.minus(1, ChronoUnit.MICROS)),
                        declared,
                        view.position()),
                bodies,
                asker);
        return new ImpactFound(
                person,
                people.people().at(view.position(), person).map(Person::name).orElse(null),
                interest.shown(true),
                declaredAt,
                touched.decisions(),
                done.scorecards(),
                done.panels(),
                touched.withheld() + done.withheld(),
                view.position(),
                view.moment());
    }

    /** Of which bodies the asker is told what the holder did for them. */
    private Predicate<OrganisationCode> bodies(Asker asker, PersonId holder) {
        if (asker.isReviewer() || asker.is(holder)) {
            return body -> true;
        }
        if (overseers.bodiesOf(holder).stream().noneMatch(body -> overseers.oversee(asker, body))) {
            throw new NotPermitted(
                    "Secretaries and officers of the body, reviewers and its holder see what an interest touched.");
        }
        return body -> overseers.oversee(asker, body);
    }
}
