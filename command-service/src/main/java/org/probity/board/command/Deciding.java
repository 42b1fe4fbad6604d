package org.probity.board.command;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;
import static org.probity.board.command.MeetingRule.*;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.probity.board.command.DecidingCommand.*;
import org.probity.board.event.DecisionEvent.DecisionRecorded;
import org.probity.board.event.DecisionOutcome;
import org.probity.board.event.DecisionProcedure;
import org.probity.board.event.MeetingEvent.*;
import org.probity.board.event.QuorumCount;
import org.probity.board.event.RecordedVote;
import org.probity.board.event.Resolution;
import org.probity.board.event.SteppedOut;
import org.probity.board.event.Tally;
import org.probity.board.event.VoteChoice;
import org.probity.command.Occasion;
import org.probity.id.DecisionId;
import org.probity.id.OrganisationCode;
import org.probity.id.PersonId;

/**
 * How a meeting decides one item at one moment: who is there, who may vote, whether it is quorate, and what comes of a
 * vote. Made for one command inside the meeting's aggregate; it keeps nothing.
 */
final class Deciding {

    private final Meeting meeting;
    private final MeetingOpened opened;
    private final AgendaItem item;
    private final Instant at;
    private final Set<PersonId> present;

    Deciding(Meeting meeting, int item, Instant at, Instant now) {
        this.meeting = meeting;
        this.opened = meeting.mustBeOpen();
        this.item = meeting.item(item);
        this.at = at;
        meeting.mustBeInTime(at, now);
        this.present = meeting.attendance().at(at);
    }

    /** Whether the caller is secretary of the board or its body. */
    boolean isServedBy(Occasion occasion) {
        return meeting.isServedBy(occasion);
    }

    OrganisationCode body() {
        return meeting.body();
    }

    /** Everybody of whom it must be decided whether a conflict keeps them out: who is there, and who voted. */
    Set<PersonId> concerned() {
        var concerned = new HashSet<>(present);
        concerned.addAll(item.voters());
        return concerned;
    }

    /** Those on the roll of whom the same is to be asked. */
    Set<PersonId> members() {
        var members = concerned();
        members.retainAll(meeting.members());
        return members;
    }

    void abandonVote(AbandonVote command) {
        item.mustBeVotedOn();
        apply(new VoteVoided(meeting.id(), item.number(), command.reason()));
    }

    DecisionRecorded consensus(RecordConsensus command) {
        item.mustBeUndecided();
        return decided(
                command.decision(),
                DecisionProcedure.CONSENSUS,
                command.resolution(),
                DecisionOutcome.CARRIED,
                null,
                List.of(),
                null);
    }

    /** What is decided; null while a tie waits for the casting vote. */
    @Nullable
    DecisionRecorded showOfHands(RecordShowOfHands command) {
        item.mustBeUndecided();
        mustBeQuorate();
        Map<PersonId, VoteChoice> votes = new LinkedHashMap<>();
        raise(command.inFavour(), VoteChoice.FOR, votes);
        raise(command.against(), VoteChoice.AGAINST, votes);
        raise(command.abstaining(), VoteChoice.ABSTAIN, votes);
        List<RecordedVote> recorded = votes.entrySet().stream()
                .map(vote -> new RecordedVote(vote.getKey(), vote.getValue()))
                .toList();
        return counted(
                command.decision(),
                DecisionProcedure.SHOW_OF_HANDS,
                command.resolution(),
                Tally.of(opened.roll(), votes),
                recorded);
    }

    private void raise(List<PersonId> hands, VoteChoice choice, Map<PersonId, VoteChoice> votes) {
        for (PersonId person : hands) {
            mustBeEntitled(person);
            COUNTED_TWICE.refuseIf(votes.put(person, choice) != null, "person", person.value());
        }
    }

    void openVote(OpenVote command) {
        item.mustBeUndecided();
        mustBeQuorate();
        presider();
        apply(new VoteOpened(meeting.id(), item.number(), command.decision(), command.secret(), command.resolution()));
    }

    /** Whoever may not vote is not told either whether a vote is open. */
    void cast(PersonId person, VoteChoice choice) {
        mustBeEntitled(person);
        item.ballot().mustNotBeSecret();
        apply(new VoteCast(meeting.id(), item.number(), person, choice));
    }

    /** Two who share a seat hand in one ballot. */
    void receiveBallot(PersonId person) {
        item.ballot().mustBeSecret();
        mustBeEntitled(person);
        opened.roll().holdersWith(person).forEach(holder -> item.ballot().mustNotHaveBallotOf(holder.person()));
        apply(new BallotReceived(meeting.id(), item.number(), person));
    }

    /** A teller is there, or is the secretary. */
    void mustBeTeller(Occasion occasion) {
        NOT_PRESENT.refuseIf(!present.contains(occasion.caller().asPerson()) && !isServedBy(occasion));
    }

    void enterTally(PersonId teller, Tally tally) {
        item.ballot().mustBeSecret();
        apply(new TallyEntered(meeting.id(), item.number(), teller, tally));
    }

    /** What is decided; null while a tie waits for the casting vote. */
    @Nullable
    DecisionRecorded closeVote() {
        AgendaItem.Ballot ballot = item.ballot();
        return counted(
                ballot.decision(),
                ballot.procedure(),
                ballot.resolution(),
                ballot.tally(opened.roll()),
                ballot.votes());
    }

    /** {@code choice} is null where whoever presides declines: what was proposed is lost. */
    DecisionRecorded castingVote(PersonId presider, @Nullable VoteChoice choice) {
        VoteTied tied = item.tied();
        apply(new CastingVoteGiven(meeting.id(), item.number(), presider, choice));
        return decided(
                tied.decision(),
                tied.procedure(),
                tied.resolution(),
                choice == VoteChoice.FOR ? DecisionOutcome.CARRIED : DecisionOutcome.LOST,
                tied.tally(),
                tied.votes(),
                choice);
    }

    /** On equality the casting vote is due where the terms of reference know one; else what was proposed is lost. */
    private @Nullable DecisionRecorded counted(
            DecisionId decision,
            DecisionProcedure procedure,
            Resolution resolution,
            Tally tally,
            List<RecordedVote> votes) {
        if (tally.tied() && opened.terms().castingVote()) {
            mustBeQuorate();
            presider();
            apply(new VoteTied(meeting.id(), item.number(), decision, procedure, resolution, tally, votes, at));
            return null;
        }
        DecisionOutcome outcome = tally.carried() ? DecisionOutcome.CARRIED : DecisionOutcome.LOST;
        return decided(decision, procedure, resolution, outcome, tally, votes, null);
    }

    private DecisionRecorded decided(
            DecisionId decision,
            DecisionProcedure procedure,
            Resolution resolution,
            DecisionOutcome outcome,
            @Nullable Tally tally,
            List<RecordedVote> votes,
            @Nullable VoteChoice castingVote) {
        QuorumCount quorum = mustBeQuorate();
        PersonId presider = presider();
        apply(new ItemDecided(meeting.id(), item.number(), decision, outcome, at));
        return new DecisionRecorded(
                decision,
                meeting.body(),
                meeting.board(),
                meeting.id(),
                item.number(),
                item.matter(),
                item.purpose(),
                procedure,
                outcome,
                resolution,
                at,
                presider,
                tally,
                votes,
                castingVote,
                present.stream().sorted(Comparator.comparing(PersonId::value)).toList(),
                SteppedOut.of(item.mitigationsAt(at)),
                quorum,
                opened.rulePack());
    }

    /** Whoever presides over the item: there, and free to. */
    PersonId presider() {
        PersonId presider = meeting.presiding().over(item.number()).orElseThrow(NOBODY_PRESIDES::refusal);
        NOBODY_PRESIDES.refuseIf(!present.contains(presider));
        PRESIDER_CONFLICTED.refuseIf(!item.mayBeVotedOnBy(presider, at));
        return presider;
    }

    private QuorumCount mustBeQuorate() {
        QuorumCount quorum = QuorumCount.of(opened.terms(), opened.roll(), present, item.mitigationsAt(at));
        mustBeMet(quorum);
        return quorum;
    }

    static void mustBeMet(QuorumCount quorum) {
        INQUORATE.refuseIf(
                !quorum.met(),
                "seats",
                quorum.votingSeats(),
                "required",
                quorum.required(),
                "counted",
                quorum.counted(),
                "minima",
                quorum.minima().stream()
                        .map(one -> one.capacity() + " " + one.counted() + " of " + one.required())
                        .collect(Collectors.joining(", ")),
                "missing",
                quorum.missing().stream().map(one -> one.value().toString()).collect(Collectors.joining(" ")));
    }

    private void mustBeEntitled(PersonId person) {
        boolean entitled = present.contains(person)
                && opened.roll().of(person).filter(member -> member.votes()).isPresent()
                && item.mayBeVotedOnBy(person, at);
        NOT_ENTITLED_TO_VOTE.refuseIf(!entitled, "person", person.value());
    }
}
