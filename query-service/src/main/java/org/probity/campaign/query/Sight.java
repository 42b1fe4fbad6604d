package org.probity.campaign.query;

import static org.probity.people.event.Authority.APPOINTING_AUTHORITY;
import static org.probity.people.event.Authority.APPOINTMENTS_OFFICER;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.probity.campaign.event.AssessmentStage;
import org.probity.campaign.query.CampaignTables.Campaign;
import org.probity.campaign.query.CampaignTables.Candidacy;
import org.probity.campaign.query.CampaignTables.Connection;
import org.probity.campaign.query.CampaignTables.Opened;
import org.probity.campaign.query.CampaignTables.Recusal;
import org.probity.campaign.query.CampaignTables.Scorecard;
import org.probity.campaign.query.CampaignTables.Seat;
import org.probity.id.PersonId;
import org.probity.id.StrandCode;
import org.probity.people.event.DutyScope;
import org.probity.people.query.Asker;

/**
 * What somebody may see of a campaign beyond its public part.
 *
 * <p>Invariant: papers stay closed to a member of the panel until their connection with the candidate is settled. Scores
 * of others stay hidden from a member of the panel, the chair too and whatever else they are, while they could still
 * change their own: until their own scorecard for that candidate and stage is in, and until they have opened the others'
 * (which makes it final) or the candidate has gone past that stage (which does too). A recusal that closes the papers
 * closes the candidates it is about under every authority. All of this is judged by the newest state, whatever earlier
 * one is asked for.
 *
 * @param seat the asker's seat on the panel, be it left; null without one
 * @param own the asker's scorecards in this campaign
 * @param competes whether the asker is, or was, a candidate in it, and so sees no more of it than any other
 */
record Sight(Asker asker, Campaign campaign, @Nullable Seat seat, List<Scorecard> own, boolean competes) {

    /** As what somebody sees the campaign. */
    enum As {
        REVIEWER,
        PANEL,
        OFFICER,
        PUBLIC
    }

    /** Why scores are not shown. */
    enum ScoresHidden {
        /** The asker has not said how they are connected with the candidate, or it is not decided what follows. */
        CONNECTION_NOT_SETTLED,
        /** The asker's own scorecard is not in. */
        OWN_SCORECARD_MISSING,
        /** It is in and could still change; opening the others' makes it final. */
        OTHERS_NOT_OPENED,
        /** The panel has come to no finding. */
        NO_FINDING,
        /** Scores are between the panel and those who decide and review. */
        NOT_FOR_YOU
    }

    As as() {
        if (competes) {
            return As.PUBLIC;
        }
        if (seat != null && !seat.hasLeft()) {
            return As.PANEL;
        }
        if (asker.isReviewer()) {
            return As.REVIEWER;
        }
        DutyScope[] scopes = {DutyScope.of(campaign.body()), DutyScope.of(campaign.id())};
        boolean officer = asker.serves(APPOINTMENTS_OFFICER, scopes) || asker.serves(APPOINTING_AUTHORITY, scopes);
        return officer ? As.OFFICER : As.PUBLIC;
    }

    /** Whether a candidacy is shown at all. */
    boolean sees(Candidacy candidacy) {
        return asker.is(candidacy.person())
                || (as() != As.PUBLIC && !isClosed(candidacy.person(), candidacy.strands()));
    }

    /**
     * Whether what a candidate handed in and what came of it is shown, and not only who competes. A member of the panel
     * has said first how they are connected with the candidate, and if they are, it has been decided what follows.
     */
    boolean opensPapers(Candidacy candidacy) {
        if (seat == null || as() != As.PANEL || asker.is(candidacy.person())) {
            return true;
        }
        List<Connection> disclosed = seat.connections().stream()
                .filter(one -> one.candidate().equals(candidacy.person()))
                .toList();
        return disclosed.stream().anyMatch(one -> one.mitigation() != null)
                || (!disclosed.isEmpty() && disclosed.stream().allMatch(one -> one.kind() == null));
    }

    /**
     * Whether what the panel and the authority did in a strand is shown; once published it is.
     *
     * @param named the candidates it names
     */
    boolean sees(StrandCode strand, Collection<PersonId> named) {
        return campaign.ending() != null
                || (as() != As.PUBLIC
                        && closing()
                                .noneMatch(recusal -> recusal.strands().contains(strand)
                                        || named.stream().anyMatch(one -> one.equals(recusal.candidate()))));
    }

    /** Whether the asker has, or had, a part in it that closes something of it to them: a seat or a candidacy. */
    boolean takesPart() {
        return competes || seat != null;
    }

    /** Whether some of it is closed to the asker by a recusal. */
    boolean isRecused() {
        return closing().findAny().isPresent();
    }

    private boolean isClosed(PersonId candidate, List<StrandCode> strands) {
        return closing()
                .anyMatch(recusal -> candidate.equals(recusal.candidate())
                        || strands.stream().anyMatch(recusal.strands()::contains));
    }

    private Stream<Recusal> closing() {
        return seat == null
                ? Stream.of()
                : seat.recusals().stream()
                        .filter(recusal -> !recusal.mitigation().papers());
    }

    /** Why the scores of others, and what follows from them, are hidden; null if they are not. */
    @Nullable
    ScoresHidden scoresHidden(Candidacy candidacy, AssessmentStage assessed) {
        if (asker.is(candidacy.person()) || isClosed(candidacy.person(), candidacy.strands())) {
            return ScoresHidden.NOT_FOR_YOU;
        }
        return switch (as()) {
            case REVIEWER -> null;
            case OFFICER -> candidacy.found() ? null : ScoresHidden.NO_FINDING;
            case PUBLIC -> ScoresHidden.NOT_FOR_YOU;
            case PANEL -> hiddenFromPanel(candidacy, assessed);
        };
    }

    private @Nullable ScoresHidden hiddenFromPanel(Candidacy candidacy, AssessmentStage assessed) {
        if (!opensPapers(candidacy)) {
            return ScoresHidden.CONNECTION_NOT_SETTLED;
        }
        PersonId candidate = candidacy.person();
        boolean ownIsIn = own.stream().anyMatch(card -> card.candidate().equals(candidate) && card.stage() == assessed);
        if (!ownIsIn) {
            return ScoresHidden.OWN_SCORECARD_MISSING;
        }
        boolean isFinal = Stages.isScored(assessed, candidacy)
                || Objects.requireNonNull(seat).opened().contains(new Opened(candidate, assessed));
        return isFinal ? null : ScoresHidden.OTHERS_NOT_OPENED;
    }
}
