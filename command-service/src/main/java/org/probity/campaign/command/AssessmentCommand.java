package org.probity.campaign.command;

import static org.probity.people.event.Authority.PANEL_MEMBER;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.probity.campaign.event.AssessmentStage;
import org.probity.campaign.event.Score;
import org.probity.command.By;
import org.probity.command.Command;
import org.probity.id.CampaignId;
import org.probity.id.ParticipationId;
import org.probity.id.PersonId;
import org.probity.id.StrandCode;

/** Scores, lists, interviews and findings, up to the panel's recommendation. */
public sealed interface AssessmentCommand extends Command {

    CampaignId campaign();

    /** A candidate who goes no further, and why. */
    record SiftedOut(PersonId person, String reason) {}

    /** One score for each criterion. */
    @By(PANEL_MEMBER)
    record SubmitScorecard(
            CampaignId campaign, PersonId member, PersonId candidate, AssessmentStage stage, List<Score> scores)
            implements AssessmentCommand {
        @Override
        public String subject() {
            return new ParticipationId(campaign, candidate).stream();
        }
    }

    @By(PANEL_MEMBER)
    record SupersedeScorecard(
            CampaignId campaign,
            PersonId member,
            PersonId candidate,
            AssessmentStage stage,
            List<Score> scores,
            String reason)
            implements AssessmentCommand {
        @Override
        public String subject() {
            return new ParticipationId(campaign, candidate).stream();
        }
    }

    /** Opens the others' scorecards to the member, whose own is final from then on. */
    @By(PANEL_MEMBER)
    record ReadOthersScorecards(CampaignId campaign, PersonId member, PersonId candidate, AssessmentStage stage)
            implements AssessmentCommand {
        @Override
        public String subject() {
            return new ParticipationId(campaign, member).stream();
        }
    }

    @By(PANEL_MEMBER)
    record LonglistCandidates(CampaignId campaign, List<PersonId> people, List<SiftedOut> notLonglisted)
            implements AssessmentCommand {
        @Override
        public String subject() {
            return campaign.stream();
        }
    }

    @By(PANEL_MEMBER)
    record ShortlistCandidates(CampaignId campaign, List<PersonId> people, List<SiftedOut> notShortlisted)
            implements AssessmentCommand {
        @Override
        public String subject() {
            return campaign.stream();
        }
    }

    @By(PANEL_MEMBER)
    record RecordInterview(CampaignId campaign, PersonId person, LocalDate on) implements AssessmentCommand {
        @Override
        public String subject() {
            return new ParticipationId(campaign, person).stream();
        }
    }

    /** Beside the original scorecards; one score for each criterion. */
    @By(PANEL_MEMBER)
    record ModerateScores(
            CampaignId campaign, PersonId person, AssessmentStage stage, List<Score> moderated, String reason)
            implements AssessmentCommand {
        @Override
        public String subject() {
            return new ParticipationId(campaign, person).stream();
        }
    }

    /** For some of the strands the candidate applied for. The total is computed from the interview's scorecards. */
    @By(PANEL_MEMBER)
    record FindAppointable(CampaignId campaign, PersonId person, List<StrandCode> strands)
            implements AssessmentCommand {
        @Override
        public String subject() {
            return new ParticipationId(campaign, person).stream();
        }
    }

    @By(PANEL_MEMBER)
    record FindNotAppointable(CampaignId campaign, PersonId person, String reason) implements AssessmentCommand {
        @Override
        public String subject() {
            return new ParticipationId(campaign, person).stream();
        }
    }

    /**
     * {@code merit} names everyone appointable for the strand, the best first. The reason that breaks a tie is part of the
     * record of the recommendation: it argues by the criteria and names nobody.
     */
    @By(PANEL_MEMBER)
    record RecommendCandidates(
            CampaignId campaign,
            StrandCode strand,
            List<PersonId> merit,
            @Nullable String tieBreakReason) implements AssessmentCommand {
        @Override
        public String subject() {
            return campaign.stream();
        }
    }
}
