package org.probity.meeting.query;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.probity.board.event.DecisionEvent.ChairsActionTaken;
import org.probity.board.event.DecisionEvent.DecisionRecorded;
import org.probity.board.event.DecisionOutcome;
import org.probity.board.event.RecordedVote;
import org.probity.board.event.Resolution;
import org.probity.board.event.Roll;
import org.probity.board.event.RollMember;
import org.probity.board.event.SteppedOut;
import org.probity.board.event.VoteChoice;
import org.probity.board.query.BoardProjection;
import org.probity.campaign.query.CampaignProjection;
import org.probity.establishment.query.EstablishmentProjection;
import org.probity.id.DecisionId;
import org.probity.id.OrganisationCode;
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
import org.probity.meeting.query.MeetingTables.Superseded;
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
     * The record of a decision that a meeting took.
     *
     * @param insider whether it is read by somebody who belongs to the board
     */
    DecisionRecord of(
            DecisionRecorded taken, Decision decision, Item item, boolean insider, MatterReader reader, View view) {
        Roll roll = meetings.meetings()
                .at(view.position(), taken.meeting())
                .map(Meeting::roll)
                .orElseThrow();
        View then = then(decision);
        List<Conflict> conflicts = conflicts(decision, then);
        Set<PersonId> concerned = new HashSet<>(taken.present());
        taken.steppedOut().stream().map(SteppedOut::person).forEach(concerned::add);
        List<PersonId> members = roll.members().stream().map(RollMember::person).toList();
        Names names = Names.of(
                people,
                view.position(),
                List.of(members, taken.present(), people(conflicts), List.of(taken.presider())));
        return new DecisionRecord(
                taken.meeting(),
                taken.item(),
                item.open(),
                taken.kind(),
                taken.procedure(),
                taken.at(),
                decision.recordedAt(),
                names.of(taken.presider()),
                told(decision, reader, view),
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
                declarations(
                        members.stream().filter(concerned::contains).toList(),
                        taken.body(),
                        taken.at(),
                        then,
                        insider,
                        names),
                taken.rulePack());
    }

    /** The record of a chair's action; {@code open} says whether the matter is taken in public. */
    ActionRecord of(
            ChairsActionTaken taken, Decision decision, boolean open, boolean insider, MatterReader reader, View view) {
        View then = then(decision);
        List<Conflict> conflicts = conflicts(decision, then);
        List<PersonId> acting = Stream.concat(
                        Stream.of(taken.chair(), taken.chiefOfficer()), taken.consulted().stream())
                .toList();
        Names names = Names.of(people, view.position(), List.of(acting, people(conflicts)));
        return new ActionRecord(
                open,
                taken.kind(),
                taken.at(),
                decision.recordedAt(),
                names.of(taken.chair()),
                names.of(taken.chiefOfficer()),
                taken.consulted().stream().map(names::of).toList(),
                taken.urgency(),
                told(decision, reader, view),
                conflicts.stream()
                        .map(one -> ConflictFound.of(one, names, insider))
                        .toList(),
                declarations(acting, taken.body(), taken.at(), then, insider, names),
                taken.rulePack());
    }

    /** What was decided; a decision that it answers is named as far as its matter is open. */
    private Resolution told(Decision decision, MatterReader reader, View view) {
        DecisionId answered = decision.answers();
        boolean closed = answered != null
                && meetings.decisions().at(view.position(), answered).stream()
                        .anyMatch(one -> reader.isWithdrawnFrom(one.matter()));
        return closed ? decision.resolution().withoutAnswer() : decision.resolution();
    }

    /** What became of a decision up to the asked moment; other decisions are named as far as their matters are open. */
    Since since(Decision decision, MatterReader reader, View view) {
        List<Decision> ratification = where("ratification->>'by' = ?", decision, reader, view);
        return new Since(
                ids(where("answers::text = ?", decision, reader, view)),
                superseded(decision, reader, view),
                ids(where("superseded->>'by' = ?", decision, reader, view)),
                decision.ratification(),
                ids(ratification.stream().filter(Decision::isRatified).toList()),
                ids(ratification.stream().filter(one -> !one.isRatified()).toList()));
    }

    /** Null also where the matter of what holds in its place is closed to the asker. */
    @Nullable
    Superseded superseded(Decision decision, MatterReader reader, View view) {
        Superseded by = decision.superseded();
        return by == null
                        || meetings.decisions().at(view.position(), by.by()).stream()
                                .anyMatch(one -> reader.isWithdrawnFrom(one.matter()))
                ? null
                : by;
    }

    private List<Decision> where(String condition, Decision decision, MatterReader reader, View view) {
        return meetings
                .decisions()
                .where(view.position(), condition, decision.id().value().toString())
                .stream()
                .filter(one -> !reader.isWithdrawnFrom(one.matter()))
                .toList();
    }

    private static List<DecisionId> ids(List<Decision> decisions) {
        return decisions.stream().map(Decision::id).toList();
    }

    private static View then(Decision decision) {
        return new View(decision.position(), decision.recordedAt());
    }

    private List<Conflict> conflicts(Decision decision, View then) {
        return matters.conflicts().where(then.position(), "matter = ?", decision.matter()).stream()
                .filter(one -> one.mitigation() != null)
                .toList();
    }

    private static List<PersonId> people(List<Conflict> conflicts) {
        return conflicts.stream().flatMap(one -> one.people().stream()).toList();
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
            List<PersonId> members, OrganisationCode body, Instant at, View then, boolean insider, Names names) {
        LocalDate day = LocalDate.ofInstant(at, View.ZONE);
        Map<PersonId, Declaration> made = declarations.byPerson(then, day);
        Map<PersonId, List<InterestFound>> inForce = interests.inForce(then, day, members, insider);
        int months = declarations.months(then, body);
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
