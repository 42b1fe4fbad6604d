package org.probity.campaign.query;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.axonframework.eventhandling.EventHandler;
import org.jspecify.annotations.Nullable;
import org.probity.campaign.event.AssessmentStage;
import org.probity.campaign.event.CampaignEvent.ActingPanelChairAppointed;
import org.probity.campaign.event.CampaignEvent.FeedbackGiven;
import org.probity.campaign.event.ParticipationEvent;
import org.probity.campaign.event.ParticipationEvent.*;
import org.probity.campaign.event.Score;
import org.probity.campaign.event.Stage;
import org.probity.campaign.query.CampaignTables.Candidacy;
import org.probity.campaign.query.CampaignTables.Connection;
import org.probity.campaign.query.CampaignTables.Moderation;
import org.probity.campaign.query.CampaignTables.Offer;
import org.probity.campaign.query.CampaignTables.Opened;
import org.probity.campaign.query.CampaignTables.Recusal;
import org.probity.campaign.query.CampaignTables.ReservePlace;
import org.probity.campaign.query.CampaignTables.Scorecard;
import org.probity.campaign.query.CampaignTables.Seat;
import org.probity.campaign.query.CampaignTables.Step;
import org.probity.establishment.query.Impartiality;
import org.probity.id.CampaignId;
import org.probity.id.PersonId;
import org.probity.id.StrandCode;
import org.probity.people.event.PersonEvent;
import org.probity.people.event.PersonEvent.*;
import org.probity.query.Projection;
import org.probity.query.Recorded;

/** The part of {@link CampaignProjection} that follows the people in a campaign: nominees, candidates, the panel. */
abstract class Candidacies extends Projection {

    private final CampaignTables tables;

    Candidacies(CampaignTables tables) {
        this.tables = tables;
    }

    @EventHandler
    void on(ParticipationEvent event, Recorded recorded) {
        long at = recorded.position();
        switch (event) {
            case LeadNominated e -> enter(e, Stage.NOMINATED, e.strands(), e.nominator(), e.statement(), recorded);
            case AppliedForPost e -> enter(e, Stage.CANDIDATE, e.strands(), null, e.statement(), recorded);
            case NominationAccepted e -> move(e, recorded, CandidacyChange::self);
            case NominationDeclined e -> move(e, recorded, CandidacyChange::self);
            case EligibilityChecked e -> move(e, recorded, change -> change.eligible(e.eligible()));
            case EligibilityLost e -> {}
            case CandidateWithdrew e -> move(e, recorded, CandidacyChange::self);
            case CandidateLonglisted e -> move(e, recorded, CandidacyChange::self);
            case CandidateNotLonglisted e -> move(e, recorded, CandidacyChange::found);
            case CandidateShortlisted e -> move(e, recorded, CandidacyChange::self);
            case CandidateNotShortlisted e -> move(e, recorded, CandidacyChange::found);
            case InterviewRecorded e -> move(e, recorded, change -> change.interview(e.on()));
            case FoundAppointable e ->
                move(e, recorded, change -> change.found().total(e.total()));
            case FoundNotAppointable e -> move(e, recorded, CandidacyChange::found);
            case CandidateRecommended e -> move(e, recorded, change -> change.total(e.total()));
            case ImpartialityStated e -> move(e, recorded, change -> change.impartiality(Impartiality.STATED));
            case ImpartialityConfirmed e -> move(e, recorded, change -> change.impartiality(Impartiality.CONFIRMED));
            case ImpartialityWithheld e -> move(e, recorded, change -> change.impartiality(Impartiality.WITHHELD));
            case AppointmentOffered e ->
                move(
                        e,
                        recorded,
                        change -> change.offer(new Offer(
                                e.establishment(),
                                e.strand(),
                                e.slot(),
                                e.term().from(),
                                e.term().until(),
                                e.respondBy(),
                                e.fromReserve())));
            case OfferAccepted e -> move(e, recorded, CandidacyChange::self);
            case OfferDeclined e -> move(e, recorded, CandidacyChange::self);
            case OfferWithdrawn e -> move(e, recorded, CandidacyChange::self);
            case OfferLapsed e -> move(e, recorded, CandidacyChange::self);
            case PlacedOnReserve e ->
                move(e, recorded, change -> change.onReserve(new ReservePlace(e.strand(), e.order(), e.until())));
            case LeftReserve e -> move(e, recorded, change -> change.offReserve(e.strand()));
            case NotAppointed e -> move(e, recorded, CandidacyChange::self);
            case AppointmentConfirmed e -> move(e, recorded, CandidacyChange::self);
            case ScoresModerated e ->
                tables.moderations()
                        .put(
                                at,
                                new Moderation(
                                        e.campaign(), e.person(), e.stage(), e.moderated(), e.reason(), recorded.at()));
            case PanelSeatTaken e ->
                tables.seats()
                        .put(
                                at,
                                tables.seats()
                                        .current(e.campaign(), e.person())
                                        .map(seat -> seat.takenAgain(e.capacity()))
                                        .orElseGet(() -> new Seat(
                                                e.campaign(),
                                                e.person(),
                                                e.capacity(),
                                                false,
                                                false,
                                                List.of(),
                                                List.of(),
                                                List.of())));
            case PanelSeatLeft e -> seat(e, at, Seat::left);
            case PanelConnectionDisclosed e ->
                seat(
                        e,
                        at,
                        seat -> seat.with(
                                seat.recusals(),
                                and(seat.connections(), new Connection(e.candidate(), e.kind(), null)),
                                seat.opened()));
            case PanelConnectionMitigated e ->
                seat(
                        e,
                        at,
                        seat -> seat.with(
                                seat.recusals(),
                                seat.connections().stream()
                                        .map(one -> one.candidate().equals(e.candidate()) && one.kind() != null
                                                ? new Connection(one.candidate(), one.kind(), e.mitigation())
                                                : one)
                                        .toList(),
                                seat.opened()));
            case PanelMemberRecused e ->
                seat(
                        e,
                        at,
                        seat -> seat.with(
                                and(seat.recusals(), new Recusal(e.mitigation(), e.strands(), e.candidate())),
                                seat.connections(),
                                seat.opened()));
            case OthersScoresSeen e ->
                seat(
                        e,
                        at,
                        seat -> seat.with(
                                seat.recusals(),
                                seat.connections(),
                                and(seat.opened(), new Opened(e.candidate(), e.stage()))));
            case ScorecardSubmitted e ->
                score(at, e.campaign(), e.candidate(), e.stage(), e.person(), e.scores(), null, recorded);
            case ScorecardSuperseded e ->
                score(at, e.campaign(), e.candidate(), e.stage(), e.person(), e.scores(), e.reason(), recorded);
            // The other side of what another stream of the same command already said.
            case NominationMade e -> {}
            case CandidateAssessorRecused e -> {}
            case ScorecardReceived e -> {}
            case ScorecardReplaced e -> {}
        }
    }

    @EventHandler
    void on(PersonEvent event, Recorded recorded) {
        switch (event) {
            case PersonErased e -> {
                tables.candidacies().blank(Candidacy.PERSONAL, "person = ?", e.person());
                tables.scorecards().blank(Scorecard.PERSONAL, "candidate = ?", e.person());
                tables.moderations().blank(Moderation.PERSONAL, "candidate = ?", e.person());
            }
            case PersonRegistered e -> {}
            case PersonAmended e -> {}
            case RetentionHoldPlaced e -> {}
            case RetentionHoldLifted e -> {}
        }
    }

    /** One acts at a time: whoever did before does no more. */
    final void appointActingChair(ActingPanelChairAppointed event, long at) {
        for (Seat seat : tables.seats().currentWhere("campaign = ?", event.campaign())) {
            boolean acts = seat.person().equals(event.person());
            if (acts != seat.acting()) {
                tables.seats().put(at, seat.acting(acts));
            }
        }
    }

    private void enter(
            ParticipationEvent event,
            Stage stage,
            List<StrandCode> strands,
            @Nullable PersonId nominator,
            @Nullable String statement,
            Recorded recorded) {
        tables.candidacies()
                .put(
                        recorded.position(),
                        new Candidacy(
                                event.campaign(),
                                event.person(),
                                stage,
                                List.of(new Step(stage, recorded.at())),
                                strands,
                                nominator,
                                statement,
                                null,
                                Impartiality.NOT_STATED,
                                null,
                                false,
                                null,
                                null,
                                List.of(),
                                null));
    }

    /** Of somebody who is no candidate nobody would read it. */
    void tell(FeedbackGiven event, long at) {
        String text = event.text();
        if (text != null) {
            tables.candidacies().current(event.campaign(), event.person()).ifPresent(old -> tables.candidacies()
                    .put(at, new CandidacyChange(old).told(text).done()));
        }
    }

    private void move(ParticipationEvent event, Recorded recorded, UnaryOperator<CandidacyChange> change) {
        Candidacy old =
                tables.candidacies().current(event.campaign(), event.person()).orElseThrow();
        Candidacy changed = change.apply(new CandidacyChange(old)).done();
        Stage stage = Stages.after(event, changed);
        tables.candidacies()
                .put(
                        recorded.position(),
                        new CandidacyChange(changed).at(stage, recorded.at()).done());
    }

    private void seat(ParticipationEvent event, long at, UnaryOperator<Seat> change) {
        Seat seat = tables.seats().current(event.campaign(), event.person()).orElseThrow();
        tables.seats().put(at, change.apply(seat));
    }

    private void score(
            long at,
            CampaignId campaign,
            PersonId candidate,
            AssessmentStage stage,
            PersonId assessor,
            @Nullable List<Score> scores,
            @Nullable String reason,
            Recorded recorded) {
        int before = tables.scorecards()
                .currentWhere(
                        "campaign = ? and candidate = ? and stage = ? and assessor = ?",
                        campaign,
                        candidate,
                        stage,
                        assessor)
                .size();
        tables.scorecards()
                .put(
                        at,
                        new Scorecard(campaign, candidate, stage, assessor, before + 1, scores, reason, recorded.at()));
    }

    private static <T> List<T> and(List<T> list, T one) {
        return Stream.concat(list.stream(), Stream.of(one)).toList();
    }
}
