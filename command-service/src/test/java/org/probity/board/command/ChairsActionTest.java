package org.probity.board.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.probity.board.command.DecisionRule.*;
import static org.probity.board.command.MatterRule.*;
import static org.probity.board.command.MeetingRule.*;
import static org.probity.command.DomainFixture.newBody;
import static org.probity.people.event.Authority.*;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.probity.board.command.ChairsActionCommand.*;
import org.probity.board.command.MatterCommand.*;
import org.probity.board.command.MeetingCommand.*;
import org.probity.board.event.BoardCapacity;
import org.probity.board.event.BoardEvent.*;
import org.probity.board.event.BoardKind;
import org.probity.board.event.ConflictGround;
import org.probity.board.event.DecisionEvent.*;
import org.probity.board.event.DecisionKind;
import org.probity.board.event.Effect;
import org.probity.board.event.MatterEvent.*;
import org.probity.board.event.QuorumRule;
import org.probity.board.event.StatedEffect;
import org.probity.board.event.SteppedOut;
import org.probity.board.event.TermsOfReference;
import org.probity.command.CommonRule;
import org.probity.command.DomainFixture.Somebody;
import org.probity.event.Term;
import org.probity.id.AimCode;
import org.probity.id.BoardId;
import org.probity.id.MatterId;
import org.probity.id.MatterKind;
import org.probity.id.OrganisationCode;
import org.probity.id.RulePackVersion;
import org.probity.interests.event.Mitigation;
import org.probity.people.event.PersonEvent.PersonAmended;
import org.probity.people.event.Profession;
import org.probity.policy.command.PolicyRule;

class ChairsActionTest extends ActingBoard {

    private final OrganisationCode site = newBody();

    @BeforeEach
    void a_matter() {
        fixture.given(secretary, raise(matter, SERVICE_CHANGE));
    }

    @Test
    void chair_and_chief_officer_decide_together_each_with_a_login_of_their_own() {
        fixture.when(chair(), propose())
                .then(new ChairsActionProposed(
                        action,
                        board,
                        matter,
                        resolution(),
                        "The site closes on Friday",
                        person(0),
                        List.of(person(2), person(3))));
        Instant noon = Instant.parse("2026-03-01T12:00:00Z");
        fixture.when(chiefOfficer(), agree())
                .then(
                        new RatificationAwaited(board, action, matter, noon),
                        new MatterActedOn(matter, board, action),
                        new ChairsActionTaken(
                                action,
                                body,
                                board,
                                matter,
                                DecisionKind.DECIDE,
                                resolution(),
                                noon,
                                "The site closes on Friday",
                                person(0),
                                person(8),
                                List.of(person(2), person(3)),
                                List.of(),
                                new RulePackVersion("probity-2")));
    }

    @Test
    void nobody_acts_in_the_chairs_place() {
        fixture.when(members.get(1), propose()).thenRefused(NOT_THE_CHAIR);
        fixture.when(chiefOfficer(), propose()).thenRefused(NOT_THE_CHAIR);
        fixture.given(new BoardMembershipEnded(board, person(0), fixture.today(), null, null))
                .when(chair(), propose())
                .thenRefused(NOT_THE_CHAIR);
    }

    @Test
    void only_a_chief_officer_on_the_board_agrees() {
        fixture.given(chair(), propose());
        fixture.when(members.get(7), agree()).thenRefused(NOT_THE_CHIEF_OFFICER);
        fixture.when(fixture.somebody(BOARD_MEMBER), agree()).thenRefused(NOT_THE_CHIEF_OFFICER);
        fixture.when(chiefOfficer(), agree()).thenAccepted();
    }

    @Test
    void a_chair_who_is_chief_officer_does_not_agree_with_themselves() {
        LocalDate today = fixture.today();
        fixture.given(
                new BoardMembershipEnded(board, person(0), today, null, null),
                new ChairAppointed(board, person(8), new Term(today, null)));
        Somebody otherLogin = fixture.withLogin(person(8), BOARD_MEMBER);
        fixture.given(chiefOfficer(), propose()).when(otherLogin, agree()).thenRefused(NOT_THE_CHIEF_OFFICER);
        fixture.when(seated(BoardCapacity.CHIEF_OFFICER), agree()).thenAccepted();
    }

    @Test
    void an_agreement_asks_anew_what_was_asked_of_the_proposal() {
        fixture.given(chair(), propose())
                .given(chair(), recuse(3, Mitigation.DISCUSS_NO_VOTE))
                .when(chiefOfficer(), agree())
                .thenRefused(CONFLICTED_IN_MATTER, "person", person(3).value());
        fixture.when(members.get(7), agree()).thenRefused(NOT_THE_CHIEF_OFFICER);
        fixture.given(chair(), new LiftRecusal(matter, person(3), "Not any more"))
                .given(members.get(1), recuse(0, Mitigation.DISCUSS_NO_VOTE))
                .when(chiefOfficer(), agree())
                .thenRefused(CONFLICTED_IN_MATTER, "person", person(0).value());
        fixture.when(members.get(7), agree()).thenRefused(NOT_THE_CHIEF_OFFICER);
        fixture.given(members.get(1), new LiftRecusal(matter, person(0), "Not any more"))
                .given(new BoardMembershipEnded(board, person(0), fixture.today(), null, null))
                .when(chiefOfficer(), agree())
                .thenRefused(NOT_THE_CHAIR);
    }

    @Test
    void nobody_acts_who_is_conflicted_in_the_matter() {
        fixture.given(members.get(1), recuse(0, Mitigation.DISCUSS_NO_VOTE))
                .when(chair(), propose())
                .thenRefused(CONFLICTED_IN_MATTER, "person", person(0).value());
        fixture.given(members.get(1), recuse(0, Mitigation.WITHDRAW))
                .when(chair(), propose())
                .thenRefused(WITHDRAWN_FROM_MATTER);
        fixture.given(members.get(1), recuse(0, Mitigation.NOTE_ONLY)).given(chair(), propose());
        fixture.given(chair(), recuse(8, Mitigation.DISCUSS_NO_VOTE))
                .when(chiefOfficer(), agree())
                .thenRefused(CONFLICTED_IN_MATTER, "person", person(8).value());
        fixture.given(chair(), recuse(8, Mitigation.REMOVED_FROM_MATTER))
                .when(chiefOfficer(), agree())
                .thenRefused(WITHDRAWN_FROM_MATTER);
        fixture.given(chair(), new LiftRecusal(matter, person(8), "Not any more"))
                .when(chiefOfficer(), agree())
                .thenAccepted();
    }

    @Test
    void nobody_acts_whose_conflict_is_declared_and_not_decided() {
        fixture.given(chair(), new DeclareConflict(matter, person(0), null, "My practice holds the lease"))
                .when(chair(), propose())
                .thenRefused(CONFLICT_UNDECIDED, "person", person(0).value());
        fixture.given(members.get(1), new FindNoConflict(matter, person(0), "The lease has ended"))
                .given(chair(), propose())
                .given(chiefOfficer(), new DeclareConflict(matter, person(8), null, "My partner works there"))
                .when(chiefOfficer(), agree())
                .thenRefused(CONFLICT_UNDECIDED, "person", person(8).value());
    }

    @Test
    void a_proposal_asks_who_may_be_conflicted_as_an_agenda_does() {
        employed(5);
        fixture.given(secretary, affecting())
                .when(chair(), propose())
                .thenAmongOthers(new ConflictSuggested(matter, person(5), List.of(ConflictGround.employer(site))));
        fixture.when(chiefOfficer(), agree()).thenAccepted();
    }

    @Test
    void a_suggested_conflict_of_who_acts_is_decided_before_they_do() {
        employed(0);
        fixture.given(secretary, affecting())
                .given(chair(), propose())
                .when(chiefOfficer(), agree())
                .thenRefused(CONFLICT_UNDECIDED, "person", person(0).value());
        fixture.given(members.get(1), new FindNoConflict(matter, person(0), "They left last week"))
                .when(chiefOfficer(), agree())
                .thenAccepted();
    }

    @Test
    void what_nobody_was_asked_about_when_the_chair_proposed_is_asked_by_proposing_anew() {
        fixture.given(secretary, affecting()).given(chair(), propose());
        employed(4);
        fixture.when(chiefOfficer(), agree())
                .thenRefused(CONFLICT_UNDECIDED, "person", person(4).value());
        ProposeChairsAction anew = on(matter);
        fixture.given(chair(), new WithdrawChairsAction(action), anew)
                .when(chiefOfficer(), new AgreeToChairsAction(anew.decision()))
                .thenAccepted();
    }

    @Test
    void at_least_two_others_who_are_no_officers_and_not_conflicted_are_consulted() {
        fixture.when(chair(), propose(List.of(2))).thenRefused(CONSULTED_TOO_FEW, "needed", 2, "consulted", 1);
        fixture.when(chair(), propose(List.of(2, 6)))
                .thenRefused(NOT_TO_BE_CONSULTED, "person", person(6).value());
        fixture.when(chair(), propose(List.of(0, 2)))
                .thenRefused(NOT_TO_BE_CONSULTED, "person", person(0).value());
        fixture.given(chair(), recuse(3, Mitigation.WITHDRAW))
                .when(chair(), propose())
                .thenRefused(CONFLICTED_IN_MATTER, "person", person(3).value());
        fixture.given(members.get(4), new DeclareConflict(matter, person(4), null, "My practice holds the lease"))
                .when(chair(), propose(List.of(2, 4)))
                .thenRefused(CONFLICT_UNDECIDED, "person", person(4).value());
        fixture.given(new BoardMembershipEnded(board, person(5), fixture.today(), null, null))
                .when(chair(), propose(List.of(2, 5)))
                .thenRefused(NOT_TO_BE_CONSULTED, "person", person(5).value());
        fixture.given(chair(), propose(List.of(1, 2)));
        assertThat(fixture.when(chiefOfficer(), agree()).thenEvents())
                .filteredOn(ChairsActionTaken.class::isInstance)
                .extracting(taken -> ((ChairsActionTaken) taken).steppedOut())
                .containsExactly(List.of(new SteppedOut(person(3), Mitigation.WITHDRAW)));
    }

    @Test
    void whoever_was_consulted_is_named_once() {
        assertThatIllegalArgumentException().isThrownBy(() -> propose(List.of(2, 2)));
    }

    @Test
    void a_chair_acts_only_on_what_is_delegated_to_the_board_and_before_it() {
        MatterId budget = new MatterId(UUID.randomUUID());
        MatterId theirs = new MatterId(UUID.randomUUID());
        BoardId other = new BoardId(UUID.randomUUID());
        fixture.given(new BoardEstablished(other, body, BoardKind.STATUTORY_BOARD, "Board", null, terms()))
                .given(
                        secretary,
                        raise(budget, new MatterKind("budget")),
                        new RaiseMatter(theirs, other, SERVICE_CHANGE, "Theirs", List.of()))
                .when(chair(), on(budget))
                .thenRefused(NOT_DELEGATED, "purpose", "DECIDE", "kind", "budget");
        fixture.when(chair(), on(theirs)).thenRefused(MATTER_NOT_BEFORE_BOARD, "board", other.value());
        fixture.when(chair(), on(matter)).thenAccepted();
    }

    @Test
    void a_board_that_decides_nothing_has_no_chair_who_does() {
        fixture.given(new TermsOfReferenceAdopted(
                        board,
                        new TermsOfReference(
                                List.of(DecisionKind.ADVISE),
                                List.of(SERVICE_CHANGE),
                                new QuorumRule(1, 3),
                                List.of(),
                                false,
                                3,
                                true,
                                null)))
                .when(chair(), propose())
                .thenRefused(NOT_DELEGATED, "purpose", "DECIDE");
    }

    @Test
    void no_action_gets_round_conflicts_that_would_leave_the_board_without_a_quorum() {
        fixture.given(chair(), propose());
        fixture.given(chair(), recuse(6, Mitigation.WITHDRAW)).given(chair(), recuse(7, Mitigation.DISCUSS_NO_VOTE));
        fixture.when(chiefOfficer(), agree())
                .thenRefused(ACTION_AVOIDS_CONFLICT, "seats", 9, "required", 3, "counted", 7);
        fixture.given(chair(), new LiftRecusal(matter, person(7), "Not any more"))
                .when(chiefOfficer(), agree())
                .thenAccepted();
    }

    @Test
    void a_conflict_that_nobody_decided_on_counts_as_one_there() {
        fixture.given(chair(), recuse(6, Mitigation.WITHDRAW))
                .given(members.get(7), new DeclareConflict(matter, person(7), null, "My partner works there"))
                .when(chair(), propose())
                .thenRefused(ACTION_AVOIDS_CONFLICT);
        fixture.given(chair(), new FindNoConflict(matter, person(7), "They do not"))
                .when(chair(), propose())
                .thenAccepted();
    }

    @Test
    void vacant_seats_alone_keep_no_chair_from_acting() {
        fixture.given(
                        new BoardMembershipEnded(board, person(6), fixture.today(), null, null),
                        new BoardMembershipEnded(board, person(7), fixture.today(), null, null))
                .given(chair(), propose())
                .given(chair(), recuse(5, Mitigation.WITHDRAW))
                .when(chiefOfficer(), agree())
                .thenRefused(ACTION_AVOIDS_CONFLICT);
        fixture.given(chair(), new LiftRecusal(matter, person(5), "Not any more"))
                .when(chiefOfficer(), agree())
                .thenAccepted();
    }

    @Test
    void what_the_board_decided_no_chair_decides_anew() {
        convened()
                .given(secretary, item(1, matter, DecisionKind.DECIDE))
                .at("2026-03-10T14:30:00Z")
                .given(secretary, open(STARTS, 8), takeChair(0))
                .given(secretary, hands(List.of(0), List.of(1, 2), List.of()))
                .when(chair(), propose())
                .thenRefused(BOARD_DECIDED);
    }

    @Test
    void a_chair_acts_once_on_a_matter() {
        fixture.given(chair(), propose());
        var again = new ProposeChairsAction(
                newDecision(), board, matter, resolution(), "It cannot wait either", people(List.of(2, 3)));
        fixture.given(chair(), again).given(chiefOfficer(), agree());
        fixture.when(chiefOfficer(), new AgreeToChairsAction(again.decision())).thenRefused(BOARD_DECIDED);
        fixture.when(chiefOfficer(), agree()).thenRefused(ACTION_NOT_PROPOSED);
    }

    @Test
    void a_meeting_that_is_open_decides_its_items_itself() {
        fixture.given(chair(), propose());
        convened()
                .given(secretary, item(1, matter, DecisionKind.DECIDE))
                .at("2026-03-10T14:30:00Z")
                .given(secretary, open(STARTS, 8), takeChair(0))
                .when(chiefOfficer(), agree())
                .thenRefused(MEETING_DECIDES);
        fixture.given(secretary, new DeferItem(meeting, 1, "Papers are missing"))
                .when(chiefOfficer(), agree())
                .thenAccepted();
    }

    @Test
    void a_matter_on_the_agenda_of_a_meeting_to_come_may_be_too_urgent_for_it() {
        convened()
                .given(secretary, item(1, matter, DecisionKind.DECIDE))
                .given(chair(), propose())
                .when(chiefOfficer(), agree())
                .thenAccepted();
    }

    @Test
    void a_chair_who_thinks_better_of_it_withdraws_the_proposal() {
        fixture.given(chair(), propose())
                .when(members.get(1), new WithdrawChairsAction(action))
                .thenRefused(NOT_THE_CHAIR);
        fixture.when(chair(), new WithdrawChairsAction(action)).then(new ChairsActionWithdrawn(action, matter));
        fixture.when(chair(), new WithdrawChairsAction(action)).thenRefused(ACTION_NOT_PROPOSED);
        fixture.when(chiefOfficer(), agree()).thenRefused(ACTION_NOT_PROPOSED);
    }

    @Test
    void who_withdrew_from_the_matter_does_not_withdraw_the_proposal_either() {
        fixture.given(chair(), propose())
                .given(members.get(1), recuse(0, Mitigation.WITHDRAW))
                .when(chair(), new WithdrawChairsAction(action))
                .thenRefused(WITHDRAWN_FROM_MATTER);
    }

    @Test
    void an_action_serves_an_aim_of_the_body() {
        fixture.when(
                        chair(),
                        new ProposeChairsAction(
                                action,
                                board,
                                matter,
                                resolution(List.of(new AimCode("growth"))),
                                "The site closes on Friday",
                                people(List.of(2, 3))))
                .thenRefused(PolicyRule.AIM_UNKNOWN, "aim", "growth");
    }

    @Test
    void a_decision_is_proposed_once_and_no_meeting_takes_one_that_is_proposed() {
        fixture.given(chair(), propose()).when(chair(), propose()).thenRefused(CommonRule.ALREADY_EXISTS);
        convened()
                .given(secretary, item(1, matter, DecisionKind.DECIDE))
                .at("2026-03-10T14:30:00Z")
                .given(secretary, open(STARTS, 8), takeChair(0))
                .when(secretary, answering(1, action, null, List.of(0), List.of()))
                .thenRefused(CommonRule.ALREADY_EXISTS);
        fixture.when(secretary, answering(1, action, List.of(0), List.of())).thenRefused(DECISION_NOT_TAKEN);
    }

    private void employed(int member) {
        fixture.given(new PersonAmended(person(member), null, null, Profession.NURSE, null, site, true));
    }

    private RestateEffects affecting() {
        return new RestateEffects(
                matter,
                List.of(new StatedEffect(site, null, Effect.GAINS), new StatedEffect(newBody(), null, Effect.LOSES)));
    }

    private ProposeChairsAction on(MatterId which) {
        return new ProposeChairsAction(
                newDecision(), board, which, resolution(), "The site closes on Friday", people(List.of(2, 3)));
    }
}
