package org.probity.board.command;

import static org.probity.people.event.Authority.*;

import java.time.Instant;
import java.util.List;
import org.probity.board.event.Resolution;
import org.probity.board.event.Tally;
import org.probity.board.event.VoteChoice;
import org.probity.command.By;
import org.probity.command.Command;
import org.probity.id.DecisionId;
import org.probity.id.MeetingId;
import org.probity.id.PersonId;

/** The ways in which a meeting decides an item of its agenda. */
public sealed interface DecidingCommand extends Command {

    MeetingId meeting();

    int item();

    @Override
    default String subject() {
        return meeting().stream();
    }

    /** Whoever presides confirms that nobody dissents. */
    @By({BOARD_CHAIR, BOARD_MEMBER, CLINICIAN})
    record RecordConsensus(MeetingId meeting, int item, DecisionId decision, Instant at, Resolution resolution)
            implements DecidingCommand {}

    /** By the secretary or whoever presides: who raised a hand for what. */
    @By({BOARD_SECRETARY, BOARD_CHAIR, BOARD_MEMBER, CLINICIAN})
    record RecordShowOfHands(
            MeetingId meeting,
            int item,
            DecisionId decision,
            Instant at,
            Resolution resolution,
            List<PersonId> inFavour,
            List<PersonId> against,
            List<PersonId> abstaining)
            implements DecidingCommand {}

    /** By the secretary or whoever presides. */
    @By({BOARD_SECRETARY, BOARD_CHAIR, BOARD_MEMBER, CLINICIAN})
    record OpenVote(MeetingId meeting, int item, DecisionId decision, boolean secret, Resolution resolution)
            implements DecidingCommand {}

    /** A member votes, or changes their vote, while the vote is open and they are there. */
    @By({BOARD_CHAIR, BOARD_MEMBER, CLINICIAN})
    record CastVote(MeetingId meeting, int item, VoteChoice choice) implements DecidingCommand {}

    /** By the secretary: a member handed in a secret ballot. */
    @By({BOARD_SECRETARY, BOARD_CHAIR})
    record ReceiveBallot(MeetingId meeting, int item, PersonId person) implements DecidingCommand {}

    /** One of two tellers, who count the ballots each for themselves. */
    @By({BOARD_SECRETARY, BOARD_CHAIR, BOARD_MEMBER, CLINICIAN})
    record EnterTally(MeetingId meeting, int item, Tally tally) implements DecidingCommand {}

    /** By the secretary or whoever presides. */
    @By({BOARD_SECRETARY, BOARD_CHAIR, BOARD_MEMBER, CLINICIAN})
    record CloseVote(MeetingId meeting, int item) implements DecidingCommand {}

    /** By the secretary or whoever presides: a vote that is open or tied is given up, such as for want of a quorum. */
    @By({BOARD_SECRETARY, BOARD_CHAIR, BOARD_MEMBER, CLINICIAN})
    record AbandonVote(MeetingId meeting, int item, String reason) implements DecidingCommand {}

    /** Whoever presides decides on equality: for or against. */
    @By({BOARD_CHAIR, BOARD_MEMBER, CLINICIAN})
    record UseCastingVote(MeetingId meeting, int item, VoteChoice choice) implements DecidingCommand {

        /**
         * @throws IllegalArgumentException when it abstains
         */
        public UseCastingVote {
            if (choice == VoteChoice.ABSTAIN) {
                throw new IllegalArgumentException("a casting vote is for or against");
            }
        }
    }

    /** Whoever presides leaves it at equality: what was proposed is lost. */
    @By({BOARD_CHAIR, BOARD_MEMBER, CLINICIAN})
    record DeclineCastingVote(MeetingId meeting, int item) implements DecidingCommand {}
}
