package org.probity.meeting.query;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.probity.board.event.DecisionEvent.DecisionRecorded;
import org.probity.board.event.DecisionOutcome;
import org.probity.board.event.RecordedVote;
import org.probity.board.event.Roll;
import org.probity.board.event.RollMember;
import org.probity.board.event.SteppedOut;
import org.probity.board.event.VoteChoice;
import org.probity.board.query.BoardProjection;
import org.probity.campaign.query.CampaignProjection;
import org.probity.establishment.query.EstablishmentProjection;
import org.probity.id.PersonId;
import org.probity.interests.query.Declarations;
import org.probity.interests.query.DeclaredInterests;
import org.probity.interests.query.InterestProjection;
import org.probity.interests.query.InterestQuery.InterestFound;
import org.probity.interests.query.InterestTables.Declaration;
import org.probity.meeting.query.DecisionQuery.*;
import org.probity.meeting.query.MatterTables.Conflict;
import org.probity.meeting.query.MeetingTables.Decision;
import org.probity.meeting.query.MeetingTables.Item;
import org.probity.meeting.query.MeetingTables.Meeting;
import org.probity.people.query.PeopleProjection;
import org.probity.people.query.PeopleTables;
import org.probity.policy.query.PolicyProjection;
import org.probity.query.View;
import org.springframework.stereotype.Component;

/**
 * Writes the record of a decision. Conflicts and declarations are told as they were known when the log recorded the
 * decision: what came to light later is no part of it.
 */
@Component
class DecisionRecords {

    static final String[] PROJECTIONS = {
        MeetingProjection.NAME,
        MatterProjection.NAME,
        BoardProjection.NAME,
        PeopleProjection.NAME,
        InterestProjection.NAME,
        EstablishmentProjection.NAME,
        CampaignProjection.NAME,
        PolicyProjection.NAME
    };

    private final MeetingTables meetings;
    private final MatterTables matters;
    private final PeopleTables people;
    private final DeclaredInterests interests;
    private final Declarations declarations;

    DecisionRecords(
            MeetingTables meetings,
            MatterTables matters,
            PeopleTables people,
            DeclaredInterests interests,
            Declarations declarations) {
        this.meetings = meetings;
        this.matters = matters;
        this.people = people;
        this.interests = interests;
        this.declarations = declarations;
    }

    /**
     * The record.
     *
     * @param insider whether it is read by somebody who belongs to the board
     */
    DecisionRecord of(Decision decision, Item item, boolean insider, View view) {
        DecisionRecorded taken = decision.recorded();
        Roll roll = meetings.meetings()
                .at(view.position(), decision.meeting())
                .map(Meeting::roll)
                .orElseThrow();
        View then = new View(decision.position(), decision.recordedAt());
        List<Conflict> conflicts = matters.conflicts().where(then.position(), "matter = ?", decision.matter()).stream()
                .filter(one -> one.mitigation() != null)
                .toList();
        Names names = names(taken, roll, conflicts, view);
        return new DecisionRecord(
                taken.meeting(),
                taken.item(),
                item.open(),
                taken.kind(),
                taken.procedure(),
                taken.at(),
                decision.recordedAt(),
                names.of(taken.presider()),
                taken.resolution().wording(),
                taken.resolution().rationale(),
                taken.resolution().evidence(),
                taken.resolution().aims(),
                taken.resolution().effective(),
                decision.answers(),
                meetings.decisions().where(view.position(), "answers = ?", decision.id()).stream()
                        .map(Decision::id)
                        .toList(),
                taken.tally(),
                taken.votes().stream()
                        .map(vote -> new VoteFound(vote.person(), names.name(vote.person()), vote.choice()))
                        .toList(),
                taken.castingVote(),
                dissent(taken).map(names::of).toList(),
                taken.present().stream()
                        .map(person -> present(person, roll, names))
                        .toList(),
                conflicts.stream()
                        .map(one -> ConflictFound.of(one, names, insider))
                        .toList(),
                QuorumFound.of(taken.quorum(), names),
                declarations(taken, roll, then, insider, names),
                taken.rulePack());
    }

    private Names names(DecisionRecorded taken, Roll roll, List<Conflict> conflicts, View view) {
        return Names.of(
                people,
                view.position(),
                List.of(
                        taken.present(),
                        taken.votes().stream().map(RecordedVote::person).toList(),
                        roll.members().stream().map(RollMember::person).toList(),
                        conflicts.stream().map(Conflict::person).toList(),
                        conflicts.stream()
                                .flatMap(one -> Stream.ofNullable(one.decidedBy()))
                                .toList(),
                        List.of(taken.presider())));
    }

    private static Stream<PersonId> dissent(DecisionRecorded taken) {
        VoteChoice lost = taken.outcome() == DecisionOutcome.CARRIED ? VoteChoice.AGAINST : VoteChoice.FOR;
        return taken.votes().stream().filter(vote -> vote.choice() == lost).map(RecordedVote::person);
    }

    private static PresentFound present(PersonId person, Roll roll, Names names) {
        Optional<RollMember> member = roll.of(person);
        return new PresentFound(
                person,
                names.name(person),
                member.map(RollMember::capacity).orElse(null),
                member.map(RollMember::votes).orElse(false));
    }

    private List<DeclarationFound> declarations(
            DecisionRecorded taken, Roll roll, View then, boolean insider, Names names) {
        LocalDate day = LocalDate.ofInstant(taken.at(), View.ZONE);
        Set<PersonId> asked = new HashSet<>(taken.present());
        taken.steppedOut().stream().map(SteppedOut::person).forEach(asked::add);
        List<PersonId> members = roll.members().stream()
                .map(RollMember::person)
                .filter(asked::contains)
                .toList();
        Map<PersonId, Declaration> made = declarations.byPerson(then, day);
        Map<PersonId, List<InterestFound>> inForce = interests.inForce(then, day, members, insider);
        int months = declarations.months(then, taken.body());
        return members.stream()
                .map(person -> declaration(
                        names.of(person), made.get(person), months, day, inForce.getOrDefault(person, List.of())))
                .toList();
    }

    private static DeclarationFound declaration(
            Named person, @Nullable Declaration made, int months, LocalDate day, List<InterestFound> interests) {
        return new DeclarationFound(
                person.person(),
                person.name(),
                made == null ? null : made.declared(),
                made != null && day.isBefore(made.dueOn(months)),
                made != null && made.nil(),
                interests);
    }
}
