package org.probity.board.event;

import static java.util.stream.Collectors.joining;
import static org.probity.board.event.MinutesLines.words;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.probity.board.event.DecisionEvent.DecisionRecorded;
import org.probity.board.event.MeetingEvent.*;
import org.probity.id.AimCode;
import org.probity.id.MatterId;
import org.probity.id.PersonId;
import org.probity.interests.event.Mitigation;

/** What minutes say of one item. Once it is decided, deferred or referred, what becomes of conflicts changes nothing. */
final class MinutedItem {

    static final String CARRIED_OVER = "carried over to the next meeting";

    private final AgendaItemAdded added;
    private final Map<PersonId, Mitigation> conflicts = new TreeMap<>(MinutesLines.BY_ID);
    private final List<String> ratifications = new ArrayList<>();
    private @Nullable ChairTaken chair;
    private @Nullable CastingVoteGiven castingVote;
    private @Nullable DecisionRecorded decided;
    private @Nullable ItemDeferred deferred;
    private @Nullable ItemReferred referred;

    MinutedItem(AgendaItemAdded added) {
        this.added = added;
    }

    MatterId matter() {
        return added.matter();
    }

    boolean open() {
        return added.open();
    }

    void on(MemberSteppedOut out) {
        if (!isFinished()) {
            conflicts.put(out.person(), out.mitigation());
        }
    }

    void on(MemberSteppedIn in) {
        if (!isFinished()) {
            conflicts.remove(in.person());
        }
    }

    void on(ChairTaken taken) {
        chair = taken;
    }

    void on(CastingVoteGiven given) {
        castingVote = given;
    }

    void on(DecisionRecorded recorded) {
        decided = recorded;
    }

    void on(ItemDeferred left) {
        deferred = left;
    }

    void on(ItemReferred left) {
        referred = left;
    }

    void on(RatificationConsidered considered) {
        ratifications.add("of " + considered.decision().stream()
                + (considered.outcome() == DecisionOutcome.CARRIED ? ", given" : ", refused"));
    }

    void on(RatificationCarriedOver over) {
        ratifications.add("of " + over.decision().stream() + ", " + CARRIED_OVER);
    }

    private boolean isFinished() {
        return decided != null || deferred != null || referred != null;
    }

    void writeTitle(MinutesLines lines) {
        lines.section("ITEM " + added.item() + ". " + added.title());
    }

    /** What those read who withdrew: the outcome, once it is published. */
    void writeClosed(MinutesLines lines, boolean published) {
        lines.line("Outcome", published && decided != null ? words(decided.outcome()) : null)
                .leftOut();
    }

    void write(MinutesLines lines) {
        lines.line("Taken", added.open() ? "in public" : "in private")
                .line("Matter", added.matter().stream())
                .line("Purpose", words(added.purpose()))
                .line("Notice", added.late() ? "later than that of the meeting" : null)
                .documents("Paper", added.papers());
        if (chair != null) {
            lines.line("Presiding", chair.person().stream() + ", " + words(chair.role()) + ", from " + chair.at());
        }
        conflicts.forEach((person, mitigation) -> lines.line("Conflict", person.stream() + ", " + words(mitigation)));
        if (decided != null) {
            write(decided, lines);
        } else if (deferred != null) {
            lines.line("Outcome", "deferred").line("Reason", deferred.reason());
        } else if (referred != null) {
            lines.line("Outcome", "referred to " + referred.to().stream()).line("Reason", referred.reason());
        } else {
            lines.line("Outcome", "none so far");
        }
        ratifications.forEach(one -> lines.line("Ratification", one));
    }

    private void write(DecisionRecorded decision, MinutesLines lines) {
        Resolution resolution = decision.resolution();
        lines.line("Proposed", resolution.wording())
                .line("Rationale", resolution.rationale())
                .documents("Evidence", resolution.evidence())
                .line("Aims", resolution.aims().stream().map(AimCode::value).collect(joining(", ")))
                .line("Effective", resolution.effective());
        if (resolution.answers() != null) {
            lines.line("Answers", resolution.answers().stream());
        }
        lines.line("Outcome", words(decision.outcome()))
                .line("Decision", decision.decision().stream())
                .line("Decided", "by " + words(decision.procedure()) + " at " + decision.at())
                .line("In the chair", decision.presider().stream());
        Tally tally = decision.tally();
        if (tally != null) {
            lines.line(
                    "Votes",
                    "%s for, %s against, %s abstained, %s lost as a shared seat disagreed"
                            .formatted(tally.inFavour(), tally.against(), tally.abstained(), tally.disagreed()));
        }
        if (castingVote != null) {
            lines.line("Casting vote", castingVote.choice() == null ? "declined" : words(castingVote.choice()));
        }
        lines.people("Dissent", dissent(decision));
        write(decision.quorum(), lines);
        lines.line("Rule pack", decision.rulePack().value());
    }

    private static List<PersonId> dissent(DecisionRecorded decision) {
        VoteChoice lost = decision.outcome() == DecisionOutcome.CARRIED ? VoteChoice.AGAINST : VoteChoice.FOR;
        return decision.votes().stream()
                .filter(vote -> vote.choice() == lost)
                .map(RecordedVote::person)
                .toList();
    }

    private static void write(QuorumCount quorum, MinutesLines lines) {
        lines.line(
                "Quorum",
                "%s required of %s voting seats, %s counted"
                        .formatted(quorum.required(), quorum.votingSeats(), quorum.counted()));
        quorum.minima()
                .forEach(one -> lines.line(
                        "Quorum of " + words(one.capacity()),
                        one.required() + " required, " + one.counted() + " counted"));
        lines.people("Not counted", quorum.missing());
    }
}
