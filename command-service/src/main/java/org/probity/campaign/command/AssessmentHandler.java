package org.probity.campaign.command;

import static org.probity.campaign.command.CampaignRule.*;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Aggregate;
import org.probity.campaign.command.AssessmentCommand.FindAppointable;
import org.probity.campaign.command.AssessmentCommand.FindNotAppointable;
import org.probity.campaign.command.AssessmentCommand.LonglistCandidates;
import org.probity.campaign.command.AssessmentCommand.ModerateScores;
import org.probity.campaign.command.AssessmentCommand.ReadOthersScorecards;
import org.probity.campaign.command.AssessmentCommand.RecommendCandidates;
import org.probity.campaign.command.AssessmentCommand.RecordInterview;
import org.probity.campaign.command.AssessmentCommand.ShortlistCandidates;
import org.probity.campaign.command.AssessmentCommand.SiftedOut;
import org.probity.campaign.command.AssessmentCommand.SubmitScorecard;
import org.probity.campaign.command.AssessmentCommand.SupersedeScorecard;
import org.probity.campaign.event.AssessmentStage;
import org.probity.campaign.event.MeritPlace;
import org.probity.campaign.event.Score;
import org.probity.command.Occasion;
import org.probity.id.CampaignId;
import org.probity.id.PersonId;
import org.probity.id.StrandCode;
import org.springframework.stereotype.Component;

/**
 * Opens the streams for scores, lists and findings. A score is appended to the assessor's stream and, without its
 * content, to the candidate's, so whoever relies on a candidate's scores relies on the candidate's stream.
 */
@Component
class AssessmentHandler {

    private final Campaigns campaigns;

    AssessmentHandler(Campaigns campaigns) {
        this.campaigns = campaigns;
    }

    @CommandHandler
    void handle(SubmitScorecard command, Occasion occasion) {
        occasion.caller().mustBe(command.member());
        Aggregate<Campaign> campaign = campaigns.campaign(command.campaign(), occasion);
        campaign.execute(c -> c.advert().mustHaveClosed(occasion.today()));
        var both = campaigns.participations(command.campaign(), command.member(), command.candidate());
        List<StrandCode> strands = strandsOf(both, command.member(), command.candidate());
        campaign.execute(c -> c.mustBeScores(command.scores()));
        both.member(command.member(), member -> member.submit(command, strands));
        both.candidate(command.candidate(), candidate -> candidate.receiveScorecard(command.member(), command.stage()));
    }

    @CommandHandler
    void handle(SupersedeScorecard command, Occasion occasion) {
        occasion.caller().mustBe(command.member());
        Aggregate<Campaign> campaign = campaigns.campaign(command.campaign(), occasion);
        campaign.execute(Campaign::mustBeRunning);
        var both = campaigns.participations(command.campaign(), command.member(), command.candidate());
        List<StrandCode> strands = strandsOf(both, command.member(), command.candidate());
        campaign.execute(c -> c.mustBeScores(command.scores()));
        both.member(command.member(), member -> member.supersede(command, strands));
        both.candidate(command.candidate(), candidate -> candidate.replaceScorecard(command.member(), command.stage()));
    }

    /** The strands applied for, read without a lock: they stay as they are. */
    @CommandHandler
    void handle(ReadOthersScorecards command, Occasion occasion) {
        occasion.caller().mustBe(command.member());
        campaigns.campaign(command.campaign(), occasion);
        var both = campaigns.participations(command.campaign(), command.member(), command.candidate());
        List<StrandCode> strands = strandsOf(both, command.member(), command.candidate());
        both.member(command.member(), member -> member.seeOthers(command.candidate(), command.stage(), strands));
    }

    private static List<StrandCode> strandsOf(Participations both, PersonId member, PersonId candidate) {
        both.member(member, PanelMember::mustBeSeated);
        return both.ask(candidate, Candidate::strands);
    }

    @CommandHandler
    void handle(LonglistCandidates command, Occasion occasion) {
        Aggregate<Campaign> campaign = chaired(command.campaign(), occasion);
        int assessors = assessors(campaign);
        campaign.execute(c -> c.longlist(command));
        var candidates = withChair(command.campaign(), occasion, everyone(command.people(), command.notLonglisted()));
        for (PersonId person : command.people()) {
            mustBeFreeToJudge(candidates, occasion, person);
            candidates.candidate(person, candidate -> candidate.longlist(assessors));
        }
        for (SiftedOut out : command.notLonglisted()) {
            mustBeFreeToJudge(candidates, occasion, out.person());
            candidates.candidate(out.person(), candidate -> candidate.doNotLonglist(out.reason(), assessors));
        }
    }

    @CommandHandler
    void handle(ShortlistCandidates command, Occasion occasion) {
        Aggregate<Campaign> campaign = chaired(command.campaign(), occasion);
        int assessors = assessors(campaign);
        campaign.execute(c -> c.shortlist(command));
        var candidates = withChair(command.campaign(), occasion, everyone(command.people(), command.notShortlisted()));
        for (PersonId person : command.people()) {
            mustBeFreeToJudge(candidates, occasion, person);
            candidates.candidate(person, candidate -> candidate.shortlist(assessors));
        }
        for (SiftedOut out : command.notShortlisted()) {
            mustBeFreeToJudge(candidates, occasion, out.person());
            candidates.candidate(out.person(), candidate -> candidate.doNotShortlist(out.reason(), assessors));
        }
    }

    @CommandHandler
    void handle(RecordInterview command, Occasion occasion) {
        chaired(command.campaign(), occasion);
        INTERVIEW_NOT_HELD.refuseIf(command.on().isAfter(occasion.today()));
        var candidates = withChair(command.campaign(), occasion, List.of(command.person()));
        mustBeFreeToJudge(candidates, occasion, command.person());
        candidates.candidate(command.person(), candidate -> candidate.recordInterview(command.on()));
    }

    @CommandHandler
    void handle(ModerateScores command, Occasion occasion) {
        Aggregate<Campaign> campaign = chaired(command.campaign(), occasion);
        campaign.execute(c -> c.mustBeScores(command.moderated()));
        var candidates = withChair(command.campaign(), occasion, List.of(command.person()));
        mustBeFreeToJudge(candidates, occasion, command.person());
        candidates.candidate(command.person(), candidate -> candidate.moderate(command, assessors(campaign)));
    }

    @CommandHandler
    void handle(FindAppointable command, Occasion occasion) {
        Aggregate<Campaign> campaign = chaired(command.campaign(), occasion);
        campaign.execute(c -> c.strandsMustBeIn(command.strands()));
        Set<PersonId> panel = campaign.invoke(c -> c.panel().ever());
        var people = withChair(
                command.campaign(),
                occasion,
                Stream.concat(panel.stream(), Stream.of(command.person())).toList());
        mustBeFreeToJudge(people, occasion, command.person());
        people.candidate(
                command.person(), candidate -> candidate.mustBeReadyForFinding(command.strands(), assessors(campaign)));
        BigDecimal total = total(campaign, command.person(), panel, people);
        people.candidate(command.person(), candidate -> candidate.findAppointable(command.strands(), total));
    }

    /**
     * Of the moderated scores if there are any, else of everybody's that count; enough must count either way. What the
     * assessors disclosed is read without a lock: a connection disclosed at the same moment counts from the next command
     * on.
     */
    private static BigDecimal total(
            Aggregate<Campaign> campaign, PersonId person, Set<PersonId> panel, Participations people) {
        List<StrandCode> strands = people.ask(person, Candidate::strands);
        List<List<Score>> counting = panel.stream()
                .map(member ->
                        people.askMember(member, m -> m.countingScores(person, AssessmentStage.INTERVIEW, strands)))
                .flatMap(Optional::stream)
                .toList();
        int minimum = assessors(campaign);
        SCORECARDS_MISSING.refuseIf(counting.size() < minimum, "scorecards", counting.size(), "minimum", minimum);
        List<Score> moderated = people.of(person).invoke(p -> p.candidate().moderatedInterview());
        List<List<Score>> scorecards = moderated != null ? List.of(moderated) : counting;
        return campaign.invoke(c -> WeightedTotal.of(c.criteria(), c.rules().maxScore(), scorecards));
    }

    @CommandHandler
    void handle(FindNotAppointable command, Occasion occasion) {
        Aggregate<Campaign> campaign = chaired(command.campaign(), occasion);
        var candidates = withChair(command.campaign(), occasion, List.of(command.person()));
        mustBeFreeToJudge(candidates, occasion, command.person());
        candidates.candidate(command.person(), candidate -> {
            candidate.mustBeReadyForFinding(List.of(), assessors(campaign));
            candidate.findNotAppointable(command.reason());
        });
    }

    /**
     * The totals are those of the scorecards that count by now, which a recusal after the finding may have changed.
     *
     * <p>Who else is appointable is read without a lock: somebody found so at the same moment is recommended by the
     * next order of merit.
     */
    @CommandHandler
    void handle(RecommendCandidates command, Occasion occasion) {
        Aggregate<Campaign> campaign = chaired(command.campaign(), occasion);
        campaign.execute(c -> c.strand(command.strand()));
        Set<PersonId> putThrough = campaign.invoke(Campaign::putThrough);
        Set<PersonId> panel = campaign.invoke(c -> c.panel().ever());
        var people = withChair(
                command.campaign(),
                occasion,
                Stream.of(putThrough, command.merit(), panel)
                        .flatMap(Collection::stream)
                        .toList());
        people.member(occasion.caller().asPerson(), chair -> chair.mustNotBeRecusedFrom(List.of(command.strand())));
        List<MeritPlace> places = new ArrayList<>();
        for (PersonId person : command.merit()) {
            int rank = places.size() + 1;
            people.member(
                    occasion.caller().asPerson(), chair -> chair.mustBeFreeToJudge(person, List.of(command.strand())));
            people.candidate(person, candidate -> candidate.mustBeForMeritOrder(command.strand()));
            places.add(new MeritPlace(person, rank, total(campaign, person, panel, people)));
        }
        long missing = people.count(
                putThrough.stream().filter(person -> !command.merit().contains(person)),
                candidate -> candidate.belongsInMeritOrder(command.strand()));
        APPOINTABLE_LEFT_OUT.refuseIf(missing > 0, "missing", missing);
        campaign.execute(c -> c.strand(command.strand()).recommend(command, places));
        for (MeritPlace place : places) {
            people.candidate(
                    place.person(), candidate -> candidate.recommend(command.strand(), place, occasion.today()));
        }
    }

    private Aggregate<Campaign> chaired(CampaignId id, Occasion occasion) {
        Aggregate<Campaign> campaign = campaigns.campaign(id, occasion);
        campaign.execute(c -> c.mustChair(occasion.caller().asPerson()));
        return campaign;
    }

    private static int assessors(Aggregate<Campaign> campaign) {
        return campaign.invoke(c -> c.rules().assessorsPerCandidate());
    }

    private static List<PersonId> everyone(List<PersonId> people, List<SiftedOut> out) {
        return Stream.concat(people.stream(), out.stream().map(SiftedOut::person))
                .toList();
    }

    private Participations withChair(CampaignId campaign, Occasion occasion, Collection<PersonId> people) {
        return campaigns.participations(
                campaign,
                Stream.concat(Stream.of(occasion.caller().asPerson()), people.stream())
                        .toList());
    }

    /**
     * What the chair disclosed, and from what they are recused, is read without a lock on the chair's stream: the same
     * person cannot disclose and judge at once, and a recusal at the same moment counts from the next command on.
     */
    private static void mustBeFreeToJudge(Participations people, Occasion occasion, PersonId candidate) {
        List<StrandCode> strands = people.ask(candidate, Candidate::strands);
        people.member(occasion.caller().asPerson(), chair -> chair.mustBeFreeToJudge(candidate, strands));
    }
}
