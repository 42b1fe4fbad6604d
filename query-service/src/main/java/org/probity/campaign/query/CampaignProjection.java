package org.probity.campaign.query;

import java.util.List;
import java.util.stream.Stream;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.probity.campaign.event.CampaignEvent;
import org.probity.campaign.event.CampaignEvent.*;
import org.probity.campaign.query.CampaignTables.Campaign;
import org.probity.campaign.query.CampaignTables.CampaignStrand;
import org.probity.campaign.query.CampaignTables.Ending;
import org.probity.id.PersonId;
import org.probity.id.StrandCode;
import org.probity.query.Recorded;
import org.springframework.stereotype.Component;

/** Competitions, their strands and how they came out, as rows; nominees, candidates and the panel are {@link Candidacies}'. */
@Component
@ProcessingGroup(CampaignProjection.NAME)
public class CampaignProjection extends Candidacies {

    public static final String NAME = GROUP + "campaign";

    private final CampaignTables tables;

    CampaignProjection(CampaignTables tables) {
        super(tables);
        this.tables = tables;
    }

    @EventHandler
    void on(CampaignEvent event, Recorded recorded) {
        long at = recorded.position();
        switch (event) {
            case CampaignOpened e -> open(e, recorded);
            case CriteriaChanged e -> tables.campaigns().put(at, campaign(e).with(e.criteria()));
            case AdvertPublished e -> {
                Campaign old = campaign(e).with(e.criteria());
                tables.campaigns()
                        .put(
                                at,
                                old.advertised(
                                        e.places(),
                                        e.closing(),
                                        old.advertised() == null ? recorded.at() : old.advertised()));
            }
            case ClosingExtended e -> {
                Campaign old = campaign(e);
                tables.campaigns().put(at, old.advertised(old.places(), e.closing(), old.advertised()));
            }
            case CandidatesRecommended e ->
                tables.strands().put(at, strand(e, e.strand()).recommended(e.merit(), e.tieBreakReason()));
            case AppointmentDecided e -> {
                CampaignStrand old = strand(e, e.strand());
                tables.strands()
                        .put(
                                at,
                                new CampaignStrand(
                                        old.campaign(),
                                        old.strand(),
                                        old.posts(),
                                        old.merit(),
                                        old.tieBreakReason(),
                                        joined(old.offers(), e.offers()),
                                        joined(without(without(old.reserve(), e.offers()), e.reserve()), e.reserve()),
                                        e.departsFromRecommendation(),
                                        e.reason(),
                                        e.decidedBy(),
                                        old.firstDecided() == null ? recorded.at() : old.firstDecided(),
                                        recorded.at(),
                                        false));
            }
            case ReserveCalled e -> {
                CampaignStrand old = strand(e, e.strand());
                tables.strands()
                        .put(at, old.withReserve(without(old.reserve(), List.of(e.person())), old.reserveExhausted()));
            }
            case ReserveListExtended e -> {
                CampaignStrand old = strand(e, e.strand());
                List<PersonId> added = List.of(e.person());
                tables.strands().put(at, old.withReserve(joined(without(old.reserve(), added), added), false));
            }
            case ReserveListExhausted e -> {
                CampaignStrand old = strand(e, e.strand());
                tables.strands().put(at, old.withReserve(List.of(), true));
            }
            case CampaignClosed e ->
                tables.campaigns()
                        .put(
                                at,
                                campaign(e)
                                        .ended(
                                                recorded.at(),
                                                switch (e.outcome()) {
                                                    case APPOINTMENTS_MADE -> Ending.APPOINTMENTS_MADE;
                                                    case NO_APPOINTMENT_MADE -> Ending.NO_APPOINTMENT_MADE;
                                                },
                                                null));
            case CampaignCancelled e ->
                tables.campaigns().put(at, campaign(e).ended(recorded.at(), Ending.CANCELLED, e.reason()));
            case ActingPanelChairAppointed e -> appointActingChair(e, at);
            // Whom these concern says so in the stream of their own participation.
            case PanelConstituted e -> {}
            case PanelMemberReplaced e -> {}
            case CandidatesLonglisted e -> {}
            case CandidatesShortlisted e -> {}
            // Read from the log by those who may; no list is kept of them.
            case ComplaintLodged e -> {}
            case FeedbackGiven e -> tell(e, at);
            // Nothing is left to do: there is no post to offer.
            case ReserveNotCalled e -> {}
        }
    }

    private void open(CampaignOpened e, Recorded recorded) {
        tables.campaigns()
                .put(
                        recorded.position(),
                        new Campaign(
                                e.campaign(),
                                e.establishment(),
                                e.body(),
                                e.name(),
                                e.specification(),
                                e.criteria(),
                                e.timetable(),
                                e.aims(),
                                e.rules(),
                                recorded.at(),
                                List.of(),
                                e.timetable().closing(),
                                null,
                                null,
                                null,
                                null));
        e.strands().forEach(strand -> tables.strands()
                .put(
                        recorded.position(),
                        new CampaignStrand(
                                e.campaign(),
                                strand.strand(),
                                strand.posts(),
                                List.of(),
                                null,
                                List.of(),
                                List.of(),
                                false,
                                null,
                                null,
                                null,
                                null,
                                false)));
    }

    private Campaign campaign(CampaignEvent event) {
        return tables.campaigns().current(event.campaign()).orElseThrow();
    }

    private CampaignStrand strand(CampaignEvent event, StrandCode strand) {
        return tables.strands().current(event.campaign(), strand).orElseThrow();
    }

    private static List<PersonId> without(List<PersonId> people, List<PersonId> gone) {
        return people.stream().filter(person -> !gone.contains(person)).toList();
    }

    private static List<PersonId> joined(List<PersonId> one, List<PersonId> other) {
        return Stream.concat(one.stream(), other.stream()).distinct().toList();
    }
}
