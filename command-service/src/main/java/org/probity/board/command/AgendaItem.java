package org.probity.board.command;

import static org.probity.board.command.MeetingRule.*;

import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.probity.board.event.DecisionKind;
import org.probity.board.event.DecisionProcedure;
import org.probity.board.event.MeetingEvent.*;
import org.probity.board.event.RecordedVote;
import org.probity.board.event.Resolution;
import org.probity.board.event.Roll;
import org.probity.board.event.Tally;
import org.probity.board.event.VoteChoice;
import org.probity.id.DecisionId;
import org.probity.id.MatterId;
import org.probity.id.PersonId;
import org.probity.interests.event.Mitigation;

/** One item of a meeting: its matter, and how far its decision is. */
final class AgendaItem {

    private final int number;
    private final MatterId matter;
    private final DecisionKind purpose;
    private final Map<PersonId, Mitigation> mitigations = new HashMap<>();
    private final Map<PersonId, Lifted> lifted = new HashMap<>();

    private @Nullable Ballot ballot;
    private @Nullable VoteTied tied;
    private boolean finished;

    AgendaItem(AgendaItemAdded added) {
        this.number = added.item();
        this.matter = added.matter();
        this.purpose = added.purpose();
    }

    int number() {
        return number;
    }

    MatterId matter() {
        return matter;
    }

    DecisionKind purpose() {
        return purpose;
    }

    boolean isFinished() {
        return finished;
    }

    /** Refuses whatever presupposes that nothing is decided and no vote goes on. */
    void mustBeUndecided() {
        ITEM_FINISHED.refuseIf(finished);
        VOTE_OPEN.refuseIf(ballot != null || tied != null);
    }

    Ballot ballot() {
        if (ballot == null) {
            throw NO_VOTE_OPEN.refusal();
        }
        return ballot;
    }

    VoteTied tied() {
        if (tied == null) {
            throw CASTING_VOTE_NOT_DUE.refusal();
        }
        return tied;
    }

    void on(VoteOpened opened) {
        ballot = new Ballot(opened.decision(), opened.secret(), opened.resolution());
    }

    void on(VoteTied equal) {
        ballot = null;
        tied = equal;
    }

    void finish() {
        voidVote();
        finished = true;
    }

    /** What was decided about conflicts in the matter, by person; what was lifted later than a moment held then. */
    Map<PersonId, Mitigation> mitigationsAt(Instant moment) {
        var held = new HashMap<>(mitigations);
        lifted.forEach((person, one) -> {
            if (one.at().isAfter(moment)) {
                held.merge(person, one.mitigation(), (now, then) -> now.covers(then) ? now : then);
            }
        });
        return Collections.unmodifiableMap(held);
    }

    /** Whether no conflict kept somebody from voting on the item at a moment. */
    boolean mayBeVotedOnBy(PersonId person, Instant moment) {
        Mitigation mitigation = mitigationsAt(moment).get(person);
        return mitigation == null || mitigation.votesOrScores();
    }

    /** A recusal that was lifted at a moment. */
    private record Lifted(Mitigation mitigation, Instant at) {}

    /** A vote of theirs that is open is void. */
    void stepOut(PersonId person, Mitigation mitigation) {
        mitigations.put(person, mitigation);
        if (ballot != null && !mitigation.votesOrScores()) {
            ballot.votes.remove(person);
        }
    }

    /** Whether what somebody cast cannot be taken out again, because it lies in an urn or was counted. */
    boolean holdsVoteOf(PersonId person) {
        return (ballot != null && ballot.received.contains(person)) || (tied != null && mayHaveVoted(person, tied));
    }

    void voidVote() {
        ballot = null;
        tied = null;
    }

    /** Who voted in a secret ballot the count does not say. */
    private static boolean mayHaveVoted(PersonId person, VoteTied counted) {
        return counted.procedure() == DecisionProcedure.SECRET_BALLOT
                || counted.votes().stream().anyMatch(vote -> vote.person().equals(person));
    }

    /** Whether what was decided about somebody keeps them out further than another mitigation would. */
    boolean isKeptOutFurther(PersonId person, Mitigation than) {
        Mitigation recusal = mitigations.get(person);
        return recusal != null && !than.covers(recusal);
    }

    /** Every moment at which a recusal ended. */
    Stream<Instant> stepsIn() {
        return lifted.values().stream().map(Lifted::at);
    }

    void stepIn(PersonId person, Instant at) {
        Mitigation recusal = mitigations.remove(person);
        if (recusal != null) {
            lifted.put(person, new Lifted(recusal, at));
        }
    }

    /** Refuses where no vote is open or tied. */
    void mustBeVotedOn() {
        NO_VOTE_OPEN.refuseIf(ballot == null && tied == null);
    }

    /** Whoever voted in what is open or tied, as far as that is known. */
    Set<PersonId> voters() {
        var voters = new HashSet<PersonId>();
        if (ballot != null) {
            voters.addAll(ballot.votes.keySet());
            voters.addAll(ballot.received);
        }
        if (tied != null) {
            tied.votes().forEach(vote -> voters.add(vote.person()));
        }
        return voters;
    }

    /** A vote that is open. */
    static final class Ballot {

        private final DecisionId decision;
        private final boolean secret;
        private final Resolution resolution;
        private final Map<PersonId, VoteChoice> votes = new LinkedHashMap<>();
        private final Set<PersonId> received = new HashSet<>();
        private final Map<PersonId, Tally> tallies = new HashMap<>();

        private Ballot(DecisionId decision, boolean secret, Resolution resolution) {
            this.decision = decision;
            this.secret = secret;
            this.resolution = resolution;
        }

        DecisionId decision() {
            return decision;
        }

        Resolution resolution() {
            return resolution;
        }

        DecisionProcedure procedure() {
            return secret ? DecisionProcedure.SECRET_BALLOT : DecisionProcedure.BALLOT;
        }

        void mustBeSecret() {
            BALLOT_NOT_SECRET.refuseIf(!secret);
        }

        void mustNotBeSecret() {
            BALLOT_SECRET.refuseIf(secret);
        }

        void mustNotHaveBallotOf(PersonId person) {
            BALLOT_RECEIVED.refuseIf(received.contains(person));
        }

        /** Who voted how; of a secret ballot nobody. */
        List<RecordedVote> votes() {
            return votes.entrySet().stream()
                    .map(vote -> new RecordedVote(vote.getKey(), vote.getValue()))
                    .toList();
        }

        /** The result: counted here, or, of a secret ballot, by two tellers who agree. */
        Tally tally(Roll roll) {
            if (!secret) {
                return Tally.of(roll, votes);
            }
            TALLY_MISSING.refuseIf(tallies.size() < 2, "entered", tallies.size());
            TALLIES_DIFFER.refuseIf(Set.copyOf(tallies.values()).size() > 1);
            Tally counted = tallies.values().iterator().next();
            BALLOTS_MISCOUNTED.refuseIf(
                    counted.ballots() != received.size(), "received", received.size(), "counted", counted.ballots());
            return counted;
        }

        void on(VoteCast cast) {
            votes.put(cast.person(), cast.choice());
        }

        /** What was counted before another ballot came is counted anew. */
        void on(BallotReceived ballot) {
            received.add(ballot.person());
            tallies.clear();
        }

        void on(TallyEntered entered) {
            tallies.put(entered.teller(), entered.tally());
        }
    }
}
