package org.probity.campaign.query;

import static java.util.stream.Collectors.toMap;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.probity.audit.event.FindingEvent.FindingAnswered;
import org.probity.audit.event.FindingEvent.FindingRecorded;
import org.probity.audit.event.RefusalEvent.CommandRejected;
import org.probity.campaign.event.AssessmentStage;
import org.probity.campaign.event.CampaignEvent.*;
import org.probity.campaign.event.ParticipationEvent.*;
import org.probity.campaign.query.CampaignTables.Candidacy;
import org.probity.establishment.event.EstablishmentEvent.HoldReleased;
import org.probity.establishment.event.EstablishmentEvent.PostHeld;
import org.probity.eventstore.EventLog;
import org.probity.eventstore.StoredEvent;
import org.probity.id.CampaignId;
import org.probity.id.ParticipationId;
import org.probity.id.PersonId;
import org.probity.id.StrandCode;
import org.probity.people.query.Asker;
import org.probity.people.query.PeopleProjection;
import org.probity.query.Moment;
import org.probity.query.Views;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What somebody may read of campaigns in the log.
 *
 * <p>Invariant: the log opens nothing that {@link Sight} closes to whoever takes part. A candidate reads there only the
 * own participation; a member of the panel nothing that names a candidate who is closed to them, nor a judgement that is
 * hidden. Sight follows the log at a distance: what it has not reached yet is closed to whoever takes part, and so is
 * everything of others while it lags behind the own participation, where a recusal would stand.
 */
@Component
public class LogSights {

    private static final String ID = "[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}";
    private static final Pattern ANY_ID = Pattern.compile(ID);
    private static final Pattern SUBJECT =
            Pattern.compile("(?:campaign/(%s))|(?:participation/(%s)/(%s))".formatted(ID, ID, ID));

    /** What is said in the sift. */
    private static final Set<String> OF_THE_SIFT =
            names(Stream.of(CandidateNotLonglisted.class, CandidateNotShortlisted.class));

    /** What is said after the interview. */
    private static final Set<String> OF_THE_INTERVIEW = names(Stream.of(
            FoundAppointable.class,
            FoundNotAppointable.class,
            CandidateRecommended.class,
            CandidatesRecommended.class));

    /** What says itself which stage of assessment it is of. */
    private static final Set<String> OF_EITHER =
            names(Stream.of(ScorecardSubmitted.class, ScorecardSuperseded.class, ScoresModerated.class));

    /** What the story of the posts says of a candidate before they are in post. */
    private static final Set<String> OF_HELD_POSTS = names(Stream.of(PostHeld.class, HoldReleased.class));

    /** What reviewers say of a campaign in a stream of its own. */
    private static final Set<String> FINDINGS = names(Stream.of(FindingRecorded.class, FindingAnswered.class));

    private final CampaignTables tables;
    private final Sights sights;
    private final EventLog log;
    private final Views views;

    LogSights(CampaignTables tables, Sights sights, EventLog log, Views views) {
        this.tables = tables;
        this.sights = sights;
        this.log = log;
        this.views = views;
    }

    private static Set<String> names(Stream<Class<?>> events) {
        return events.map(Class::getSimpleName).collect(Collectors.toUnmodifiableSet());
    }

    /**
     * Which events are withheld from somebody: all about campaigns from a login that is linked to nobody; a refused
     * command or a finding like what it was about, a held post like the candidacy it is held for.
     */
    public Predicate<StoredEvent> withheldFrom(Asker asker) {
        PersonId person = asker.person();
        if (person == null) {
            return event -> Line.of(event) != null;
        }
        long reached = views.of(Moment.NEWEST, CampaignProjection.NAME, PeopleProjection.NAME)
                .position();
        Map<CampaignId, Predicate<Line>> byCampaign = new HashMap<>();
        return event -> {
            Line line = Line.of(event);
            return line != null
                    && byCampaign
                            .computeIfAbsent(line.campaign(), campaign -> withheld(asker, person, campaign, reached))
                            .test(line);
        };
    }

    private Predicate<Line> withheld(Asker asker, PersonId person, CampaignId id, long reached) {
        if (!log.ofSubjectAfter(new ParticipationId(id, person).stream(), reached, 1)
                .isEmpty()) {
            return line -> !line.isOf(person);
        }
        Sight sight = tables.campaigns()
                .current(id)
                .map(campaign -> sights.of(asker, campaign))
                .filter(Sight::takesPart)
                .orElse(null);
        if (sight == null) {
            return line -> false;
        }
        Map<PersonId, Candidacy> candidacies = tables.candidacies().currentWhere("campaign = ?", id).stream()
                .collect(toMap(Candidacy::person, Function.identity()));
        return line -> isWithheld(line, person, sight, candidacies, reached);
    }

    private static boolean isWithheld(
            Line line, PersonId person, Sight sight, Map<PersonId, Candidacy> candidacies, long reached) {
        AssessmentStage judged = line.judges();
        List<Candidacy> named =
                line.named().map(candidacies::get).flatMap(Stream::ofNullable).toList();
        if (line.isOf(person)) {
            return judged != null && named.stream().anyMatch(one -> one.person().equals(person));
        }
        if (sight.competes() || line.event().position() > reached || line.isRefusalOfAnother()) {
            return true;
        }
        if (line.isFinding() && sight.isRecused()) {
            return true;
        }
        if (judged != null && named.stream().anyMatch(one -> sight.scoresHidden(one, judged) != null)) {
            return true;
        }
        StrandCode strand = line.strandOfCampaign();
        return (strand == null || judged != null)
                ? !named.stream().allMatch(one -> sight.sees(one) && sight.opensPapers(one))
                : !sight.sees(strand, named.stream().map(Candidacy::person).toList());
    }

    /**
     * An event about a campaign, or a refusal.
     *
     * @param whose whose participation it is about; null if about the campaign itself
     */
    private record Line(
            StoredEvent event,
            CampaignId campaign,
            @Nullable PersonId whose) {

        static @Nullable Line of(StoredEvent event) {
            if (OF_HELD_POSTS.contains(event.type())) {
                JsonNode held = JsonMapper.shared().readTree(event.payload());
                return new Line(
                        event,
                        new CampaignId(UUID.fromString(held.path("campaign").asString())),
                        person(held.path("person").asString()));
            }
            Matcher about = SUBJECT.matcher(isRefusal(event) || isFinding(event) ? event.payload() : event.subject());
            if (!about.find()) {
                return null;
            }
            return about.group(1) == null
                    ? new Line(event, new CampaignId(UUID.fromString(about.group(2))), person(about.group(3)))
                    : new Line(event, new CampaignId(UUID.fromString(about.group(1))), null);
        }

        private static boolean isRefusal(StoredEvent event) {
            return event.type().equals(CommandRejected.class.getSimpleName());
        }

        private static boolean isFinding(StoredEvent event) {
            return FINDINGS.contains(event.type());
        }

        boolean isFinding() {
            return isFinding(event);
        }

        private static PersonId person(String id) {
            return new PersonId(UUID.fromString(id));
        }

        boolean isOf(PersonId person) {
            return person.equals(whose);
        }

        boolean isRefusalOfAnother() {
            return whose != null && isRefusal(event);
        }

        /** Everybody it is about or names, and ids of other things. */
        Stream<PersonId> named() {
            return Stream.concat(
                            Stream.ofNullable(whose),
                            ANY_ID.matcher(event.payload())
                                    .results()
                                    .map(MatchResult::group)
                                    .map(Line::person))
                    .distinct();
        }

        /** Of which stage of assessment it is a judgement; null if it is none. */
        @Nullable
        AssessmentStage judges() {
            if (OF_EITHER.contains(event.type())) {
                return AssessmentStage.valueOf(payload().path("stage").asString());
            }
            return OF_THE_SIFT.contains(event.type())
                    ? AssessmentStage.SIFT
                    : OF_THE_INTERVIEW.contains(event.type()) ? AssessmentStage.INTERVIEW : null;
        }

        /** The one strand that the campaign's own story is told of here. */
        @Nullable
        StrandCode strandOfCampaign() {
            JsonNode strand = payload().path("strand");
            return whose == null && strand.isString() ? new StrandCode(strand.asString()) : null;
        }

        private JsonNode payload() {
            return JsonMapper.shared().readTree(event.payload());
        }
    }
}
