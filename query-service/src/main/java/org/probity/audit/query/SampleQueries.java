package org.probity.audit.query;

import static java.util.stream.Collectors.toMap;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.axonframework.queryhandling.QueryHandler;
import org.probity.audit.event.SampleSelection;
import org.probity.audit.query.AuditSights.AuditSight;
import org.probity.audit.query.FindingTables.Drawn;
import org.probity.audit.query.SampleQuery.*;
import org.probity.board.query.BoardProjection;
import org.probity.campaign.query.AppointmentDecisions;
import org.probity.campaign.query.CampaignProjection;
import org.probity.campaign.query.CampaignTables.Campaign;
import org.probity.meeting.query.DecisionsTouched;
import org.probity.meeting.query.MatterProjection;
import org.probity.meeting.query.MatterTables.Matter;
import org.probity.meeting.query.MeetingProjection;
import org.probity.people.query.Askers;
import org.probity.people.query.PeopleProjection;
import org.probity.query.NotPermitted;
import org.probity.query.UnknownSubject;
import org.probity.query.View;
import org.probity.query.Views;
import org.springframework.stereotype.Component;

/** Answers which decisions a sample selects. */
@Component
class SampleQueries {

    private final FindingTables tables;
    private final DecisionsTouched decisions;
    private final AppointmentDecisions appointments;
    private final AuditSights sights;
    private final Askers askers;
    private final Views views;

    SampleQueries(
            FindingTables tables,
            DecisionsTouched decisions,
            AppointmentDecisions appointments,
            AuditSights sights,
            Askers askers,
            Views views) {
        this.tables = tables;
        this.decisions = decisions;
        this.appointments = appointments;
        this.sights = sights;
        this.askers = askers;
        this.views = views;
    }

    /**
     * A decision to draw from.
     *
     * @param known whether it is told that there is such a decision: not to whoever withdrew from its matter
     * @param closed whether what it is about is closed to the asker
     * @param title looked up for what is selected
     */
    private record Candidate(
            String name, String subject, Instant at, boolean known, boolean closed, Supplier<Optional<String>> title) {}

    @QueryHandler
    SampleFound find(FindSample query) {
        if (!askers.of(query.actor()).isReviewer()) {
            throw new NotPermitted("Reviewers read samples.");
        }
        View view = views.of(
                query.moment(),
                FindingProjection.NAME,
                MeetingProjection.NAME,
                MatterProjection.NAME,
                BoardProjection.NAME,
                CampaignProjection.NAME,
                PeopleProjection.NAME);
        Drawn drawn = tables.samples()
                .at(view.position(), query.sample())
                .orElseThrow(() -> new UnknownSubject(query.sample().stream()));
        AuditSight sight = sights.of(query.actor(), view);
        Map<String, Candidate> all = Stream.concat(ofBoards(drawn, sight), onAppointments(drawn, sight))
                .filter(one -> drawn.period().covers(LocalDate.ofInstant(one.at(), View.ZONE)))
                .collect(toMap(Candidate::name, Function.identity()));
        List<Candidate> selected = SampleSelection.of(drawn.seed(), drawn.size(), all.keySet()).stream()
                .map(name -> Optional.ofNullable(all.get(name)).orElseThrow())
                .toList();
        List<DecisionSampled> told = selected.stream()
                .filter(one -> !one.closed())
                .flatMap(one -> sampled(one).stream())
                .toList();
        return new SampleFound(
                drawn.id(),
                drawn.body(),
                drawn.period(),
                drawn.size(),
                drawn.seed(),
                drawn.drawnAt(),
                drawn.drawnBy(),
                (int) all.values().stream().filter(Candidate::known).count(),
                told,
                (int) selected.stream()
                        .filter(one -> one.known() && one.closed())
                        .count(),
                view.position(),
                view.moment());
    }

    private static Optional<DecisionSampled> sampled(Candidate one) {
        return one.title().get().map(title -> new DecisionSampled(one.name(), one.subject(), one.at(), title));
    }

    private Stream<Candidate> ofBoards(Drawn drawn, AuditSight sight) {
        return decisions.of(drawn.body(), drawn.drawnAt()).stream().map(one -> {
            String stream = one.decision().stream();
            boolean closed = sight.isClosed(one.matter());
            return new Candidate(stream, stream, one.at(), !closed, closed, () -> sight.matter(one.matter())
                    .map(Matter::title));
        });
    }

    private Stream<Candidate> onAppointments(Drawn drawn, AuditSight sight) {
        return appointments.of(drawn.body(), drawn.drawnAt()).stream()
                .map(one -> new Candidate(
                        SampleSelection.appointment(one.campaign(), one.strand(), one.number()),
                        one.campaign().stream(),
                        one.at(),
                        true,
                        sight.isClosed(one.campaign(), one.strand()),
                        () -> sight.campaign(one.campaign()).map(Campaign::name)));
    }
}
