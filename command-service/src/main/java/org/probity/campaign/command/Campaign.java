package org.probity.campaign.command;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;
import static org.probity.campaign.command.CampaignRule.*;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;
import org.probity.campaign.command.AppointmentCommand.DecideAppointment;
import org.probity.campaign.command.AssessmentCommand.LonglistCandidates;
import org.probity.campaign.command.AssessmentCommand.RecommendCandidates;
import org.probity.campaign.command.AssessmentCommand.ShortlistCandidates;
import org.probity.campaign.command.AssessmentCommand.SiftedOut;
import org.probity.campaign.command.CampaignCommand.CancelCampaign;
import org.probity.campaign.command.CampaignCommand.ChangeCriteria;
import org.probity.campaign.command.CampaignCommand.ExtendClosing;
import org.probity.campaign.command.CampaignCommand.GiveFeedback;
import org.probity.campaign.command.CampaignCommand.LodgeComplaint;
import org.probity.campaign.command.CampaignCommand.OpenCampaign;
import org.probity.campaign.command.CampaignCommand.PublishAdvert;
import org.probity.campaign.command.PanelCommand.AppointActingPanelChair;
import org.probity.campaign.command.PanelCommand.ConstitutePanel;
import org.probity.campaign.command.PanelCommand.ReplacePanelMember;
import org.probity.campaign.event.CampaignEvent;
import org.probity.campaign.event.CampaignEvent.*;
import org.probity.campaign.event.CampaignOutcome;
import org.probity.campaign.event.CampaignRules;
import org.probity.campaign.event.Criteria;
import org.probity.campaign.event.Criterion;
import org.probity.campaign.event.MeritPlace;
import org.probity.campaign.event.PanelCapacity;
import org.probity.campaign.event.PanelSeat;
import org.probity.campaign.event.Score;
import org.probity.campaign.event.StrandPosts;
import org.probity.command.CommonRule;
import org.probity.event.Term;
import org.probity.id.AimCode;
import org.probity.id.CampaignId;
import org.probity.id.CriterionCode;
import org.probity.id.EstablishmentId;
import org.probity.id.OrganisationCode;
import org.probity.id.PersonId;
import org.probity.id.StrandCode;
import org.probity.policy.command.PolicyRule;

/**
 * One competition: its advert, criteria and panel, whom the panel put through, the order of merit and the reserve list
 * of each strand. Candidates have streams of their own ({@link Participation}); applications never pass through here,
 * so that hundreds can arrive at once.
 *
 * <p>Commands about one candidate read the campaign without appending to it: its rules never change, criteria do not
 * after the first closing day (and nothing is scored before it), the closing day only moves on. An end of the campaign at the same moment counts from
 * the next command on.
 */
@Aggregate
public class Campaign {

    @AggregateIdentifier
    private String stream;

    private CampaignId id;
    private EstablishmentId establishment;
    private OrganisationCode body;
    private CampaignRules rules;
    private Criteria criteria;
    private final Set<StrandCode> strands = new LinkedHashSet<>();
    private @Nullable LocalDate firstClosing;
    private @Nullable LocalDate closing;
    private boolean longlisted;
    private boolean over;
    private boolean cancelled;
    private final Map<PersonId, PanelCapacity> panel = new HashMap<>();
    private final Set<PersonId> everOnPanel = new HashSet<>();
    private @Nullable PersonId actingChair;
    private final Set<PersonId> putThrough = new LinkedHashSet<>();
    private final Map<StrandCode, List<MeritPlace>> merit = new HashMap<>();
    private final Map<StrandCode, Term> decided = new HashMap<>();
    private final Map<StrandCode, List<PersonId>> reserve = new HashMap<>();
    private final Set<PersonId> offered = new LinkedHashSet<>();

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
        return criteria;
    }

    /** Everybody who sits or sat on the panel. */
    Set<PersonId> everOnPanel() {
        return Set.copyOf(everOnPanel);
    }

    /** Who was longlisted and not sifted out at the shortlist. Their outcome may stand on their own streams only. */
    Set<PersonId> putThrough() {
        return Set.copyOf(putThrough);
    }

    /** Everybody who was ever offered a post, or is listed to be offered one. */
    Set<PersonId> offeredOrReserve() {
        return Stream.concat(offered.stream(), reserve.values().stream().flatMap(List::stream))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The merit order of a strand, the best first. */
    List<PersonId> meritOf(StrandCode strand) {
        strandMustBeIn(strand);
        List<MeritPlace> places = merit.getOrDefault(strand, List.of());
        NO_RECOMMENDATION.refuseIf(places.isEmpty());
        return places.stream().map(MeritPlace::person).toList();
    }

    /** Who is to be called next, in order; some may have left the list on their own streams. */
    List<PersonId> reserveOf(StrandCode strand) {
        strandMustBeIn(strand);
        return List.copyOf(reserve.getOrDefault(strand, List.of()));
    }

    /** The rest of the term that was decided for a strand; absent when nothing is left of it. */
    @Nullable
    Term termFrom(StrandCode strand, LocalDate day) {
        Term term = decided.get(strand);
        if (term == null) {
            throw NO_DECISION.refusal();
        }
        LocalDate from = day.isAfter(term.from()) ? day : term.from();
        return term.until() == null || from.isBefore(term.until()) ? new Term(from, term.until()) : null;
    }

    void open(
            OpenCampaign command,
            OrganisationCode forBody,
            Map<StrandCode, Integer> free,
            Set<AimCode> aims,
            CampaignRules underRules) {
        CommonRule.ALREADY_EXISTS.refuseIf(stream != null);
        List<StrandCode> asked =
                command.strands().stream().map(StrandPosts::strand).toList();
        STRANDS_MISSING.refuseIf(asked.isEmpty() || Set.copyOf(asked).size() < asked.size());
        for (StrandPosts wanted : command.strands()) {
            int available = free.getOrDefault(wanted.strand(), 0);
            NO_VACANCY.refuseIf(
                    available < wanted.posts(),
                    "strand",
                    wanted.strand().value(),
                    "free",
                    available,
                    "posts",
                    wanted.posts());
        }
        Criteria checked = checked(command.criteria());
        TIMETABLE_OUT_OF_ORDER.refuseIf(!command.timetable().inOrder());
        PolicyRule.AIMS_REQUIRED.refuseIf(command.aims().isEmpty());
        command.aims().forEach(aim -> AIM_UNKNOWN.refuseIf(!aims.contains(aim), "aim", aim.value()));
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

    void changeCriteria(ChangeCriteria command) {
        mustBeRunning();
        CRITERIA_FROZEN.refuseIf(closing != null);
        apply(new CriteriaChanged(id, checked(command.criteria())));
    }

    void publishAdvert(PublishAdvert command, LocalDate today) {
        mustBeRunning();
        ADVERT_WITHOUT_PLACE.refuseIf(command.places().isEmpty());
        Criteria advertised = command.criteria() == null ? criteria : checked(command.criteria());
        boolean republished = closing != null;
        if (closing != null) {
            ALREADY_LONGLISTED.refuseIf(longlisted);
            CRITERIA_FROZEN.refuseIf(
                    !advertised.equals(criteria) && firstClosing != null && today.isAfter(firstClosing));
        }
        mustBeLater(command.closing(), today);
        apply(new AdvertPublished(id, command.places(), command.closing(), advertised, republished));
    }

    void extendClosing(ExtendClosing command, LocalDate today) {
        mustBeRunning();
        NOT_ADVERTISED.refuseIf(closing == null);
        ALREADY_LONGLISTED.refuseIf(longlisted);
        mustBeLater(command.closing(), today);
        apply(new ClosingExtended(id, command.closing(), command.reason()));
    }

    private void mustBeLater(LocalDate day, LocalDate today) {
        LocalDate than = closing == null || closing.isBefore(today) ? today : closing;
        CLOSING_NOT_LATER.refuseIf(!day.isAfter(than), "than", than);
    }

    /** Demands that nominations and applications are taken on the day. */
    void mustTakeNominations(LocalDate today) {
        mustBeRunning();
        NOMINATIONS_CLOSED.refuseIf(closing == null || today.isAfter(closing));
    }

    /** Demands that scoring may begin: until nominations are closed, criteria can still change. */
    void mustHaveClosedNominations(LocalDate today) {
        mustBeRunning();
        STAGE_NOT_REACHED.refuseIf(closing == null || !today.isAfter(closing), "stage", "NOMINATIONS_OPEN");
    }

    void mustBeRunning() {
        CAMPAIGN_OVER.refuseIf(over);
    }

    /** Demands that posts can still be offered: the reserve list lives on after the campaign has closed. */
    void mustNotBeCancelled() {
        CAMPAIGN_OVER.refuseIf(cancelled);
    }

    void strandMustBeIn(StrandCode strand) {
        STRAND_NOT_IN_CAMPAIGN.refuseIf(!strands.contains(strand), "strand", strand.value());
    }

    void strandsMustBeIn(List<StrandCode> named) {
        STRANDS_MISSING.refuseIf(named.isEmpty() || Set.copyOf(named).size() < named.size());
        named.forEach(this::strandMustBeIn);
    }

    boolean isChair(PersonId person) {
        return panel.get(person) == PanelCapacity.CHAIR || person.equals(actingChair);
    }

    void mustChair(PersonId person) {
        mustBeRunning();
        NOT_PANEL_CHAIR.refuseIf(!isChair(person));
    }

    void constitutePanel(ConstitutePanel command) {
        mustBeRunning();
        PANEL_ALREADY_CONSTITUTED.refuseIf(!panel.isEmpty());
        mustBePanel(command.seats());
        apply(new PanelConstituted(id, command.seats()));
    }

    void replacePanelMember(ReplacePanelMember command) {
        mustBeRunning();
        NOT_ON_PANEL.refuseIf(!panel.containsKey(command.leaving()));
        List<PanelSeat> seats = new ArrayList<>();
        panel.forEach((person, capacity) -> {
            if (!person.equals(command.leaving())) {
                seats.add(new PanelSeat(person, capacity));
            }
        });
        seats.add(command.joining());
        mustBePanel(seats);
        apply(new PanelMemberReplaced(id, command.leaving(), command.joining(), command.reason()));
    }

    void appointActingChair(AppointActingPanelChair command) {
        mustBeRunning();
        NOT_ON_PANEL.refuseIf(!panel.containsKey(command.person()));
        apply(new ActingPanelChairAppointed(id, command.person(), command.reason()));
    }

    private void mustBePanel(List<PanelSeat> seats) {
        mustBeNamedOnce(seats.stream().map(PanelSeat::person).toList());
        PANEL_TOO_SMALL.refuseIf(
                seats.size() < rules.panelMinimum(), "members", seats.size(), "minimum", rules.panelMinimum());
        NO_CHAIR.refuseIf(count(seats, PanelCapacity.CHAIR) != 1);
        long independent = count(seats, PanelCapacity.INDEPENDENT);
        NO_INDEPENDENT_MEMBER.refuseIf(
                independent < rules.independentMinimum(),
                "members",
                independent,
                "minimum",
                rules.independentMinimum());
    }

    private static long count(List<PanelSeat> seats, PanelCapacity capacity) {
        return seats.stream().filter(seat -> seat.capacity() == capacity).count();
    }

    /** Demands a complete scorecard: one score within range for each criterion. */
    void mustBeScores(List<Score> scores) {
        Set<CriterionCode> known = criteria.codes();
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

    void longlist(LonglistCandidates command) {
        List<PersonId> out = people(command.notLonglisted());
        mustBeNamedOnce(Stream.concat(command.people().stream(), out.stream()).toList());
        apply(new CandidatesLonglisted(id, null, command.people(), out));
    }

    void shortlist(ShortlistCandidates command) {
        List<PersonId> out = people(command.notShortlisted());
        mustBeNamedOnce(Stream.concat(command.people().stream(), out.stream()).toList());
        apply(new CandidatesShortlisted(id, null, command.people(), out));
    }

    /** {@code places} in the order of the command, which must be that of the totals. */
    void recommend(RecommendCandidates command, List<MeritPlace> places) {
        mustBeNamedOnce(command.merit());
        for (int i = 1; i < places.size(); i++) {
            int order = places.get(i - 1).total().compareTo(places.get(i).total());
            NOT_IN_MERIT_ORDER.refuseIf(order < 0);
            TIE_NOT_BROKEN.refuseIf(order == 0 && command.tieBreakReason() == null);
        }
        apply(new CandidatesRecommended(id, command.strand(), places, command.tieBreakReason()));
    }

    /**
     * Decides on a strand. Offers depart from the recommendation unless they go to the best who are still available,
     * and the reserve is who comes next.
     *
     * @param available who of the order of merit can still be offered a post, the best first
     */
    void decide(DecideAppointment command, PersonId decider, List<PersonId> available) {
        DECIDER_ON_PANEL.refuseIf(everOnPanel.contains(decider));
        mustBeNamedOnce(Stream.concat(command.offers().stream(), command.reserve().stream())
                .toList());
        int offers = command.offers().size();
        int named = offers + command.reserve().size();
        boolean departs = command.offers().isEmpty()
                || named > available.size()
                || !Set.copyOf(command.offers()).equals(Set.copyOf(available.subList(0, offers)))
                || !command.reserve().equals(available.subList(offers, named));
        REASON_REQUIRED.refuseIf(departs && command.reason() == null);
        apply(new AppointmentDecided(
                id,
                command.strand(),
                command.offers(),
                command.reserve(),
                command.term(),
                departs,
                command.reason(),
                decider));
    }

    /** The next place on the reserve list of a strand, 1 being the first. */
    int nextReserve(StrandCode strand) {
        return reserve.getOrDefault(strand, List.of()).size() + 1;
    }

    void extendReserve(StrandCode strand, PersonId person) {
        mustBeRunning();
        strandMustBeIn(strand);
        NO_DECISION.refuseIf(!decided.containsKey(strand));
        apply(new ReserveListExtended(id, strand, person, nextReserve(strand)));
    }

    void callReserve(StrandCode strand, PersonId person) {
        apply(new ReserveCalled(id, strand, person));
    }

    void exhaustReserve(StrandCode strand) {
        apply(new ReserveListExhausted(id, strand));
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

    private static Criteria checked(List<Criterion> criteria) {
        CRITERIA_MISSING.refuseIf(criteria.isEmpty());
        CRITERION_REPEATED.refuseIf(
                criteria.stream().map(Criterion::code).distinct().count() < criteria.size());
        int sum = criteria.stream().mapToInt(Criterion::weight).sum();
        WEIGHTS_NOT_100.refuseIf(sum != 100, "sum", sum);
        return new Criteria(criteria);
    }

    private static List<PersonId> people(List<SiftedOut> sifted) {
        return sifted.stream().map(SiftedOut::person).toList();
    }

    private static void mustBeNamedOnce(Collection<PersonId> people) {
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
                criteria = e.criteria();
                e.strands().forEach(posts -> strands.add(posts.strand()));
            }
            case CriteriaChanged e -> criteria = e.criteria();
            case AdvertPublished e -> {
                firstClosing = firstClosing == null ? e.closing() : firstClosing;
                closing = e.closing();
                criteria = e.criteria();
            }
            case ClosingExtended e -> closing = e.closing();
            case PanelConstituted e -> e.panel().forEach(this::seat);
            case PanelMemberReplaced e -> {
                panel.remove(e.leaving());
                actingChair = e.leaving().equals(actingChair) ? null : actingChair;
                seat(e.joining());
            }
            case ActingPanelChairAppointed e -> actingChair = e.person();
            case CandidatesLonglisted e -> {
                longlisted = true;
                putThrough.addAll(e.people());
            }
            case CandidatesShortlisted e -> e.notShortlisted().forEach(putThrough::remove);
            case CandidatesRecommended e -> merit.put(e.strand(), e.merit());
            case AppointmentDecided e -> {
                decided.put(e.strand(), e.term());
                e.offers().forEach(person -> offered(e.strand(), person));
                e.reserve().forEach(person -> reserved(e.strand(), person));
            }
            case ReserveListExtended e -> reserved(e.strand(), e.person());
            case ReserveCalled e -> offered(e.strand(), e.person());
            case ReserveListExhausted e -> reserve.remove(e.strand());
            case CampaignClosed e -> over = true;
            case CampaignCancelled e -> {
                over = true;
                cancelled = true;
                reserve.clear();
            }
            case ComplaintLodged e -> {}
            case FeedbackGiven e -> {}
        }
    }

    private void seat(PanelSeat seat) {
        panel.put(seat.person(), seat.capacity());
        everOnPanel.add(seat.person());
    }

    private void offered(StrandCode strand, PersonId person) {
        offered.add(person);
        reserve.getOrDefault(strand, new ArrayList<>()).remove(person);
    }

    private void reserved(StrandCode strand, PersonId person) {
        reserve.computeIfAbsent(strand, key -> new ArrayList<>()).add(person);
    }
}
