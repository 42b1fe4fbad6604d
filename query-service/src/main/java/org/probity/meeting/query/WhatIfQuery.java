package org.probity.meeting.query;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.probity.board.event.QuorumFloor;
import org.probity.board.event.QuorumRule;
import org.probity.id.BoardId;
import org.probity.id.DecisionId;
import org.probity.id.OrganisationCode;
import org.probity.id.RulePackVersion;
import org.probity.identity.Actor;
import org.probity.policy.event.RulePack;
import org.probity.query.Answer;
import org.probity.query.Moment;
import org.probity.query.PageAsked;

/** What can be asked about decisions as they would have been under other rules. Nothing is written. */
public sealed interface WhatIfQuery {

    /**
     * Which decisions of a body's boards would have been refused under another rule pack. For reviewers, the owners of the
     * body's policy and its secretaries.
     *
     * @param version a pack that is built in or that the body adopted; null for the one in force
     * @param changed numbers that are to differ from it
     */
    record FindWhatIf(
            OrganisationCode body,
            @Nullable RulePackVersion version,
            Numbers changed,
            Moment moment,
            PageAsked page,
            Actor actor)
            implements WhatIfQuery {}

    /** Numbers of a pack that decide about meetings; null for what stays as the pack has it. */
    record Numbers(
            @Nullable QuorumRule statutoryQuorum,
            @Nullable Integer officers,
            @Nullable Integer nonOfficers,
            @Nullable Integer noticeClearDays,
            @Nullable Integer chairsActionConsulted) {

        NumbersApplied appliedTo(RulePack pack) {
            QuorumFloor floor = pack.statutoryQuorum();
            return new NumbersApplied(
                    new QuorumFloor(
                            statutoryQuorum == null ? floor.quorum() : statutoryQuorum,
                            officers == null ? floor.officers() : officers,
                            nonOfficers == null ? floor.nonOfficers() : nonOfficers),
                    noticeClearDays,
                    chairsActionConsulted == null ? pack.chairsActionConsulted() : chairsActionConsulted);
        }
    }

    /**
     * What would have been.
     *
     * @param pack the numbers that were applied
     * @param examined how many decisions were counted anew
     * @param withheld how many were not, because they were taken in private; matters that the asker withdrew from are not
     *     counted, since that one was decided is closed to them as well
     * @param items those that would have been refused, the newest first
     */
    record WhatIfFound(
            OrganisationCode body,
            RulePackVersion version,
            NumbersApplied pack,
            int examined,
            int withheld,
            List<WouldBeRefused> items,
            @Nullable String next,
            long position,
            Instant asAt)
            implements Answer {}

    /**
     * The numbers that decisions were held against.
     *
     * @param noticeClearDays null where the notice is not asked about: terms of reference say how long it is
     */
    record NumbersApplied(
            QuorumFloor statutoryQuorum, @Nullable Integer noticeClearDays, int chairsActionConsulted) {}

    /** A decision that would have been refused; {@code title} is that of its matter. */
    record WouldBeRefused(
            DecisionId decision,
            BoardId board,
            String boardName,
            String title,
            Instant at,
            List<RuleBroken> refusals) {}

    /** The rule that would have refused it, with its numbers. */
    record RuleBroken(String rule, Map<String, Integer> details) {}
}
