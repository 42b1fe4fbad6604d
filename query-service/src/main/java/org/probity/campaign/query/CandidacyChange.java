package org.probity.campaign.query;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.probity.campaign.event.Stage;
import org.probity.campaign.query.CampaignTables.Candidacy;
import org.probity.campaign.query.CampaignTables.Offer;
import org.probity.campaign.query.CampaignTables.ReservePlace;
import org.probity.campaign.query.CampaignTables.Step;
import org.probity.establishment.query.Impartiality;
import org.probity.id.StrandCode;

/** A candidacy on its way from one version to the next. */
final class CandidacyChange {

    private final Candidacy old;
    private Stage stage;
    private List<Step> steps;
    private @Nullable Boolean eligible;
    private Impartiality impartiality;
    private @Nullable LocalDate interview;
    private boolean found;
    private @Nullable BigDecimal total;
    private @Nullable Offer offer;
    private List<ReservePlace> reserves;
    private @Nullable List<String> feedback;

    CandidacyChange(Candidacy old) {
        this.old = old;
        stage = old.stage();
        steps = old.steps();
        eligible = old.eligible();
        impartiality = old.impartiality();
        interview = old.interview();
        found = old.found();
        total = old.total();
        offer = old.offer();
        reserves = old.reserves();
        feedback = old.feedback();
    }

    CandidacyChange self() {
        return this;
    }

    /** Staying at a stage is no step. */
    CandidacyChange at(Stage reached, Instant when) {
        if (reached != stage) {
            steps = Stream.concat(steps.stream(), Stream.of(new Step(reached, when)))
                    .toList();
            stage = reached;
        }
        return this;
    }

    CandidacyChange eligible(boolean answer) {
        eligible = answer;
        return this;
    }

    CandidacyChange impartiality(Impartiality reached) {
        impartiality = reached;
        return this;
    }

    CandidacyChange interview(LocalDate on) {
        interview = on;
        return this;
    }

    CandidacyChange found() {
        found = true;
        return this;
    }

    CandidacyChange total(BigDecimal weighted) {
        total = weighted;
        return this;
    }

    CandidacyChange offer(Offer made) {
        offer = made;
        return this;
    }

    CandidacyChange onReserve(ReservePlace place) {
        reserves = Stream.concat(reserves.stream(), Stream.of(place)).toList();
        return this;
    }

    CandidacyChange offReserve(StrandCode strand) {
        reserves = reserves.stream()
                .filter(place -> !place.strand().equals(strand))
                .toList();
        return this;
    }

    CandidacyChange told(String text) {
        feedback = Stream.concat(Stream.ofNullable(feedback).flatMap(List::stream), Stream.of(text))
                .toList();
        return this;
    }

    Candidacy done() {
        return new Candidacy(
                old.campaign(),
                old.person(),
                stage,
                steps,
                old.strands(),
                old.nominator(),
                old.statement(),
                eligible,
                impartiality,
                interview,
                found,
                total,
                offer,
                reserves,
                feedback);
    }
}
