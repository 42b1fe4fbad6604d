package org.probity.audit.command;

import static java.util.stream.Collectors.toSet;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.Message;
import org.probity.audit.event.FindingSubject;
import org.probity.board.command.DecisionRule;
import org.probity.board.command.MatterRegister;
import org.probity.board.command.MatterRule;
import org.probity.board.event.BoardEvent.*;
import org.probity.board.event.DecisionEvent;
import org.probity.board.event.DecisionEvent.*;
import org.probity.board.event.MeetingEvent.*;
import org.probity.board.event.RecordedVote;
import org.probity.campaign.event.CampaignEvent.AppointmentDecided;
import org.probity.campaign.event.CampaignEvent.CampaignOpened;
import org.probity.command.UnknownSubject;
import org.probity.id.BoardId;
import org.probity.id.CampaignId;
import org.probity.id.DecisionId;
import org.probity.id.MatterId;
import org.probity.id.MeetingId;
import org.probity.id.OrganisationCode;
import org.probity.id.ParticipationId;
import org.probity.id.PersonId;
import org.springframework.stereotype.Component;

/**
 * Whose case is under review, and who was involved in it. Read from the log without a lock: who takes part at the same
 * moment does so after the finding.
 */
@Component
class Reviews {

    private final EventStore events;
    private final MatterRegister matters;

    Reviews(EventStore events, MatterRegister matters) {
        this.events = events;
        this.matters = matters;
    }

    /**
     * What a finding is about.
     *
     * @param reviewer of whom it is asked whether they take part in a campaign
     * @throws UnknownSubject if there is no such thing
     * @throws org.probity.command.RuleRefusal {@code decision-not-taken} if it is a decision that is only proposed
     */
    UnderReview of(FindingSubject subject, PersonId reviewer) {
        return Stream.of(
                        subject.decision().map(decision -> decision(decision, reviewer)),
                        subject.meeting().map(this::meeting),
                        subject.board().map(this::board),
                        subject.campaign().map(campaign -> campaign(campaign, reviewer)))
                .flatMap(found -> found.stream())
                .findFirst()
                .orElseThrow();
    }

    /** Whoever withdrew is not told either whether it was taken. */
    private UnderReview decision(DecisionId id, PersonId reviewer) {
        List<?> story = story(id.stream());
        MatterRule.WITHDRAWN_FROM_MATTER.refuseIf(story.stream()
                .map(event -> ((DecisionEvent) event).matter())
                .limit(1)
                .anyMatch(matter -> matters.isClosedTo(reviewer, matter)));
        Set<PersonId> involved = story.stream().flatMap(Reviews::whoDecided).collect(toSet());
        return story.stream()
                .flatMap(event -> switch (event) {
                    case DecisionRecorded e ->
                        Stream.of(new UnderReview(e.body(), e.board(), Set.of(e.matter()), involved));
                    case ChairsActionTaken e ->
                        Stream.of(new UnderReview(e.body(), e.board(), Set.of(e.matter()), involved));
                    default -> Stream.<UnderReview>of();
                })
                .findFirst()
                .orElseThrow(DecisionRule.DECISION_NOT_TAKEN::refusal);
    }

    private static Stream<PersonId> whoDecided(Object event) {
        return switch (event) {
            case DecisionRecorded e ->
                Stream.of(
                                Stream.of(e.presider()),
                                e.present().stream(),
                                e.votes().stream().map(RecordedVote::person))
                        .flatMap(people -> people);
            case ChairsActionTaken e -> Stream.concat(Stream.of(e.chair(), e.chiefOfficer()), e.consulted().stream());
            default -> Stream.of();
        };
    }

    private UnderReview meeting(MeetingId id) {
        List<?> story = story(id.stream());
        MeetingConvened convened = first(story, MeetingConvened.class);
        Set<PersonId> involved = new HashSet<>();
        Set<PersonId> presided = new HashSet<>();
        Set<MatterId> matters = new HashSet<>();
        for (Object event : story) {
            switch (event) {
                case AgendaItemAdded e -> matters.add(e.matter());
                case MeetingOpened e -> involved.addAll(e.present());
                case ChairTaken e -> presided.add(e.person());
                case AttendanceRecorded e -> involved.add(e.person());
                case AttendanceCorrected e -> {
                    involved.remove(e.person());
                    e.present().forEach(presence -> involved.add(e.person()));
                }
                default -> {}
            }
        }
        involved.addAll(presided);
        return new UnderReview(convened.body(), convened.board(), matters, involved);
    }

    /** Whoever ever had a seat or an office there is involved. */
    private UnderReview board(BoardId id) {
        Set<PersonId> involved = new HashSet<>();
        for (Object event : story(id.stream())) {
            switch (event) {
                case BoardMemberAssigned e -> involved.add(e.person());
                case ChairAppointed e -> involved.add(e.person());
                case DeputyAppointed e -> involved.add(e.person());
                default -> {}
            }
        }
        return new UnderReview(bodyOf(id), id, Set.of(), involved);
    }

    /** Whoever nominates, competes, sits on the panel or decides is involved. */
    private UnderReview campaign(CampaignId id, PersonId reviewer) {
        List<?> story = story(id.stream());
        Set<PersonId> involved = story.stream()
                .filter(AppointmentDecided.class::isInstance)
                .map(event -> ((AppointmentDecided) event).decidedBy())
                .collect(toSet());
        if (events.lastSequenceNumberFor(new ParticipationId(id, reviewer).stream())
                .isPresent()) {
            involved.add(reviewer);
        }
        return new UnderReview(first(story, CampaignOpened.class).body(), null, Set.of(), involved);
    }

    private OrganisationCode bodyOf(BoardId board) {
        return first(story(board.stream()), BoardEstablished.class).body();
    }

    private static <E> E first(List<?> story, Class<E> type) {
        return story.stream()
                .filter(type::isInstance)
                .map(type::cast)
                .findFirst()
                .orElseThrow();
    }

    private List<?> story(String stream) {
        List<?> story =
                events.readEvents(stream).asStream().map(Message::getPayload).toList();
        if (story.isEmpty()) {
            throw new UnknownSubject(stream);
        }
        return story;
    }
}
