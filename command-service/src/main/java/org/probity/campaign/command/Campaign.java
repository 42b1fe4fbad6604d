package org.probity.campaign.command;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;
import static org.probity.campaign.command.CampaignRule.*;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.spring.stereotype.Aggregate;
import org.probity.campaign.command.AssessmentCommand.LonglistCandidates;
import org.probity.campaign.command.AssessmentCommand.ShortlistCandidates;
import org.probity.campaign.command.AssessmentCommand.SiftedOut;
import org.probity.campaign.command.CampaignCommand.CancelCampaign;
import org.probity.campaign.command.CampaignCommand.GiveFeedback;
import org.probity.campaign.command.CampaignCommand.LodgeComplaint;
import org.probity.campaign.command.CampaignCommand.OpenCampaign;
import org.probity.campaign.command.PanelCommand.AppointActingPanelChair;
import org.probity.campaign.command.PanelCommand.ConstitutePanel;
import org.probity.campaign.command.PanelCommand.ReplacePanelMember;
import org.probity.campaign.event.CampaignEvent;
import org.probity.campaign.event.CampaignEvent.*;
import org.probity.campaign.event.CampaignOutcome;
import org.probity.campaign.event.CampaignRules;
import org.probity.campaign.event.Criteria;
import org.probity.campaign.event.Score;
import org.probity.campaign.event.StrandPosts;
import org.probity.command.CommonRule;
import org.probity.id.AimCode;
import org.probity.id.CampaignId;
import org.probity.id.CriterionCode;
import org.probity.id.EstablishmentId;
import org.probity.id.OrganisationCode;
import org.probity.id.PersonId;
import org.probity.id.StrandCode;
import org.probity.policy.command.PolicyRule;

/**
 * One competition: its {@link Advert}, its {@link Panel}, whom the panel put through, and the {@link StrandOutcome} of
 * each strand. Candidates have streams of their own ({@link Participation}); applications never pass through here,
 * so that hundreds can arrive at once.
 *
 * <p>Commands about one candidate read the campaign without appending to it: its rules never change, criteria do not
 * after the first closing day (and nothing is scored before it), the closing day only moves on. An end of the campaign
 * at the same moment counts from the next command on.
 */
@Aggregate
public class Campaign {

    @AggregateIdentifier
    private String stream;

    private CampaignId id;
    private EstablishmentId establishment;
    private OrganisationCode body;
    private CampaignRules rules;
    private Advert advert;
    private Panel panel;
    private final Map<StrandCode, StrandOutcome> strands = new LinkedHashMap<>();
    private final Set<PersonId> putThrough = new LinkedHashSet<>();
    private boolean over;
    private boolean cancelled;

    Campaign() {}

    CampaignId id() {
        return id;
    }

    EstablishmentId establishment() {
        return establishment;
    }

    OrganisationCode body() {
        return body;
    }

    /** The numbers it opened under. */
    CampaignRules rules() {
        return rules;
    }

    Criteria criteria() {
        return advert.criteria();
    }

    /** The advert, while the campaign is running. */
    Advert advert() {
        mustBeRunning();
        return advert;
    }

    /** The panel, also when the campaign is over: it still judges the impartiality of those on the reserve list. */
    Panel panel() {
        return panel;
    }

    /** How one of its strands comes out; the reserve list lives on after the campaign has closed. */
    StrandOutcome strand(StrandCode strand) {
        StrandOutcome outcome = strands.get(strand);
        if (outcome == null) {
            throw STRAND_NOT_IN_CAMPAIGN.refusal("strand", strand.value());
        }
        return outcome;
    }

    /** Everybody who was ever offered a post, or is listed to be offered one. */
    Set<PersonId> offeredOrReserve() {
        return strands.values().stream()
                .flatMap(StrandOutcome::offeredOrReserve)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Who was longlisted and not sifted out at the shortlist. Their outcome may stand on their own streams only. */
    Set<PersonId> putThrough() {
        return Set.copyOf(putThrough);
    }

    void open(
            OpenCampaign command,
            OrganisationCode forBody,
            Map<StrandCode, Integer> free,
            int freeInAll,
            Set<AimCode> aims,
            CampaignRules underRules) {
        CommonRule.ALREADY_EXISTS.refuseIf(stream != null);
        List<StrandCode> asked =
                command.strands().stream().map(StrandPosts::strand).toList();
        STRANDS_MISSING.refuseIf(asked.isEmpty() || Set.copyOf(asked).size() < asked.size());
        int left = freeInAll;
        for (StrandPosts wanted : command.strands()) {
            int available = Math.min(free.getOrDefault(wanted.strand(), 0), left);
            NO_VACANCY.refuseIf(
                    available < wanted.posts(),
                    "strand",
                    wanted.strand().value(),
                    "free",
                    available,
                    "posts",
                    wanted.posts());
            left -= wanted.posts();
        }
        Criteria checked = Advert.checked(command.criteria());
        TIMETABLE_OUT_OF_ORDER.refuseIf(!command.timetable().inOrder());
        PolicyRule.AIMS_REQUIRED.refuseIf(command.aims().isEmpty());
        command.aims().forEach(aim -> PolicyRule.AIM_UNKNOWN.refuseIf(!aims.contains(aim), "aim", aim.value()));
        apply(new CampaignOpened(
                command.campaign(),
                command.establishment(),
                forBody,
                command.name(),
                command.strands(),
                command.specification(),
                checked,
                command.timetable(),
                command.aims(),
                underRules));
    }

    void mustBeRunning() {
        CAMPAIGN_OVER.refuseIf(over);
    }

    /** Demands that posts can still be offered: the reserve list lives on after the campaign has closed. */
    void mustNotBeCancelled() {
        CAMPAIGN_OVER.refuseIf(cancelled);
    }

    void strandsMustBeIn(List<StrandCode> named) {
        STRANDS_MISSING.refuseIf(named.isEmpty() || Set.copyOf(named).size() < named.size());
        named.forEach(this::strand);
    }

    void mustChair(PersonId person) {
        mustBeRunning();
        NOT_PANEL_CHAIR.refuseIf(!panel.isChair(person));
    }

    /** Demands a complete scorecard: one score within range for each criterion. */
    void mustBeScores(List<Score> scores) {
        Set<CriterionCode> known = criteria().codes();
        for (Score score : scores) {
            CRITERION_UNKNOWN.refuseIf(
                    !known.contains(score.criterion()),
                    "criterion",
                    score.criterion().value());
            SCORE_OUT_OF_RANGE.refuseIf(
                    score.points() < 0 || score.points() > rules.maxScore(), "max", rules.maxScore());
        }
        Set<CriterionCode> scored = scores.stream().map(Score::criterion).collect(Collectors.toSet());
        CRITERION_REPEATED.refuseIf(scored.size() < scores.size());
        SCORECARD_INCOMPLETE.refuseIf(scored.size() < known.size());
    }

    void constitutePanel(ConstitutePanel command) {
        mustBeRunning();
        panel.constitute(command);
    }

    void replacePanelMember(ReplacePanelMember command) {
        mustBeRunning();
        panel.replace(command);
    }

    void appointActingChair(AppointActingPanelChair command) {
        mustBeRunning();
        panel.appointActingChair(command);
    }

    void longlist(LonglistCandidates command) {
        List<PersonId> out = people(command.notLonglisted());
        mustBeList(Stream.concat(command.people().stream(), out.stream()).toList());
        apply(new CandidatesLonglisted(id, command.people(), out));
    }

    void shortlist(ShortlistCandidates command) {
        List<PersonId> out = people(command.notShortlisted());
        mustBeList(Stream.concat(command.people().stream(), out.stream()).toList());
        apply(new CandidatesShortlisted(id, command.people(), out));
    }

    void close(CampaignOutcome outcome) {
        mustBeRunning();
        apply(new CampaignClosed(id, outcome));
    }

    void cancel(CancelCampaign command) {
        mustBeRunning();
        apply(new CampaignCancelled(id, command.reason()));
    }

    void complain(LodgeComplaint command) {
        apply(new ComplaintLodged(id, command.complainant(), command.text()));
    }

    void giveFeedback(GiveFeedback command) {
        apply(new FeedbackGiven(id, command.person(), command.text()));
    }

    private static List<PersonId> people(List<SiftedOut> sifted) {
        return sifted.stream().map(SiftedOut::person).toList();
    }

    /** Demands that somebody is named, and nobody twice. */
    static void mustBeList(Collection<PersonId> people) {
        NOBODY_NAMED.refuseIf(people.isEmpty());
        mustBeNamedOnce(people);
    }

    static void mustBeNamedOnce(Collection<PersonId> people) {
        PERSON_REPEATED.refuseIf(people.stream().distinct().count() < people.size());
    }

    @EventSourcingHandler
    void on(CampaignEvent event) {
        switch (event) {
            case CampaignOpened e -> {
                stream = e.stream();
                id = e.campaign();
                establishment = e.establishment();
                body = e.body();
                rules = e.rules();
                advert = new Advert(id, e.criteria());
                panel = new Panel(id, rules);
                e.strands().forEach(posts -> strands.put(posts.strand(), new StrandOutcome(id, posts.strand())));
            }
            case CriteriaChanged e -> advert.on(e);
            case AdvertPublished e -> advert.on(e);
            case ClosingExtended e -> advert.on(e);
            case PanelConstituted e -> panel.on(e);
            case PanelMemberReplaced e -> panel.on(e);
            case ActingPanelChairAppointed e -> panel.on(e);
            case CandidatesLonglisted e -> {
                advert.on(e);
                putThrough.addAll(e.people());
            }
            case CandidatesShortlisted e -> e.notShortlisted().forEach(putThrough::remove);
            case CandidatesRecommended e -> strand(e.strand()).on(e);
            case AppointmentDecided e -> strand(e.strand()).on(e);
            case ReserveListExtended e -> strand(e.strand()).on(e);
            case ReserveCalled e -> strand(e.strand()).on(e);
            case ReserveListExhausted e -> strand(e.strand()).on(e);
            case ReserveNotCalled e -> {}
            case CampaignClosed e -> over = true;
            case CampaignCancelled e -> {
                over = true;
                cancelled = true;
                strands.values().forEach(strand -> strand.on(e));
            }
            case ComplaintLodged e -> {}
            case FeedbackGiven e -> {}
        }
    }
}
