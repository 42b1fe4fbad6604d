package org.probity.board.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.probity.board.command.DecisionRule.*;
import static org.probity.board.command.MatterRule.*;
import static org.probity.command.DomainFixture.newBody;
import static org.probity.people.event.Authority.*;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.probity.board.command.DecisionCommand.*;
import org.probity.board.command.MatterCommand.*;
import org.probity.board.command.MeetingCommand.*;
import org.probity.board.event.BoardEvent.*;
import org.probity.board.event.BoardKind;
import org.probity.board.event.DecisionEvent.*;
import org.probity.board.event.DecisionKind;
import org.probity.board.event.DecisionOutcome;
import org.probity.board.event.DecisionProcedure;
import org.probity.board.event.QuorumCount;
import org.probity.board.event.SteppedOut;
import org.probity.command.DomainFixture.Somebody;
import org.probity.id.BoardId;
import org.probity.id.DecisionId;
import org.probity.id.MatterId;
import org.probity.id.PersonId;
import org.probity.id.RulePackVersion;
import org.probity.interests.event.Mitigation;
import org.probity.people.event.PersonEvent.PersonRegistered;
import org.probity.people.event.Profession;

class SupersedingTest extends ActingBoard {

    private final DecisionId later = newDecision();
    private final MatterId another = new MatterId(UUID.randomUUID());
    private final BoardId superior = new BoardId(UUID.randomUUID());
    private final BoardId stranger = new BoardId(UUID.randomUUID());
    private final BoardId subordinate = new BoardId(UUID.randomUUID());

    @BeforeEach
    void a_board_that_is_accountable_to_another() {
        fixture.given(
                        new BoardEstablished(superior, body, BoardKind.STATUTORY_BOARD, "Board", null, terms()),
                        new BoardEstablished(stranger, body, BoardKind.STATUTORY_BOARD, "Another", null, terms()),
                        new BoardEstablished(
                                subordinate,
                                body,
                                BoardKind.CLINICAL_REFERENCE_CORE_GROUP,
                                "Core group",
                                superior,
                                terms()))
                .given(secretary, raise(matter, SERVICE_CHANGE), raise(another, SERVICE_CHANGE));
    }

    @Test
    void a_later_decision_of_the_same_board_holds_in_place_of_the_earlier() {
        given(decided(decision, board, matter, 1), decided(later, board, matter, 2));
        fixture.when(secretary, supersede())
                .then(
                        new DecisionSuperseded(decision, matter, later, "A third site opens"),
                        new EarlierDecisionSuperseded(later, matter, decision));
    }

    @Test
    void a_meeting_undoes_what_it_refused_to_ratify_by_a_decision_of_its_own() {
        openAfterActionOnRaised(8);
        fixture.given(secretary, answering(1, action, List.of(0), List.of(1, 2)), refuse())
                .given(
                        secretary,
                        item(2, matter, DecisionKind.DECIDE),
                        answering(2, later, null, List.of(1, 2), List.of(0)))
                .when(secretary, new SupersedeDecision(action, later, "The site stays open"))
                .thenAmongOthers(new DecisionSuperseded(action, matter, later, "The site stays open"));
    }

    @Test
    void a_decision_is_superseded_once() {
        DecisionId third = newDecision();
        given(decided(decision, board, matter, 1), decided(later, board, matter, 2), decided(third, board, matter, 3));
        fixture.given(secretary, supersede())
                .when(secretary, supersede())
                .thenRefused(SUPERSEDED_ALREADY, "by", later.value());
        fixture.when(secretary, new SupersedeDecision(decision, third, "Once more"))
                .thenRefused(SUPERSEDED_ALREADY, "by", later.value());
        fixture.when(secretary, new SupersedeDecision(later, third, "Once more"))
                .thenAccepted();
    }

    @Test
    void what_is_superseded_itself_supersedes_nothing() {
        DecisionId third = newDecision();
        given(decided(decision, board, matter, 1), decided(later, board, matter, 2), decided(third, board, matter, 3));
        fixture.given(secretary, new SupersedeDecision(later, third, "A third site opens"))
                .when(secretary, supersede())
                .thenRefused(SUPERSEDED_ITSELF, "by", third.value());
        fixture.when(secretary, new SupersedeDecision(decision, third, "A third site opens"))
                .thenAccepted();
    }

    @Test
    void what_supersedes_is_later() {
        given(decided(decision, board, matter, 1), decided(later, board, matter, 1));
        fixture.when(secretary, supersede()).thenRefused(NOT_LATER);
        fixture.when(secretary, new SupersedeDecision(decision, decision, "By itself"))
                .thenRefused(NOT_LATER);
    }

    @Test
    void what_supersedes_was_carried_at_a_meeting() {
        given(
                decided(decision, board, matter, 1),
                decided(later, board, matter, 2, DecisionKind.DECIDE, DecisionOutcome.LOST, List.of(), List.of()));
        fixture.when(secretary, supersede()).thenRefused(NOT_CARRIED);
        MatterId urgent = new MatterId(UUID.randomUUID());
        fixture.given(secretary, raise(urgent, SERVICE_CHANGE))
                .given(
                        chair(),
                        new ChairsActionCommand.ProposeChairsAction(
                                action, board, urgent, resolution(), "It cannot wait", people(List.of(2, 3))))
                .when(secretary, new SupersedeDecision(decision, action, "Now"))
                .thenRefused(NOT_CARRIED);
        fixture.given(chiefOfficer(), agree())
                .when(secretary, new SupersedeDecision(decision, action, "Now"))
                .thenRefused(NOT_CARRIED);
    }

    @Test
    void what_is_only_proposed_is_not_superseded() {
        fixture.given(chair(), propose());
        given(decided(later, board, matter, 2));
        fixture.when(secretary, new SupersedeDecision(action, later, "Now")).thenRefused(DECISION_NOT_TAKEN);
        fixture.when(secretary, new SupersedeDecision(newDecision(), later, "Now"))
                .thenUnknownSubject();
        fixture.when(secretary, new SupersedeDecision(later, newDecision(), "Now"))
                .thenUnknownSubject();
    }

    @Test
    void advice_supersedes_no_decision_but_a_decision_supersedes_advice() {
        given(
                decided(decision, board, matter, 1),
                decided(later, board, matter, 2, DecisionKind.ADVISE, DecisionOutcome.CARRIED, List.of(), List.of()));
        fixture.when(secretary, supersede()).thenRefused(KIND_DIFFERS, "kind", "DECIDE");
        DecisionId third = newDecision();
        given(decided(third, board, matter, 3));
        fixture.when(secretary, new SupersedeDecision(later, third, "Decided now"))
                .thenAccepted();
    }

    @Test
    void a_board_is_overruled_only_by_the_one_it_is_accountable_to() {
        DecisionId theirs = newDecision();
        DecisionId strangers = newDecision();
        DecisionId superiors = newDecision();
        DecisionId last = newDecision();
        given(
                decided(theirs, subordinate, matter, 1),
                decided(strangers, stranger, matter, 2),
                decided(superiors, superior, matter, 2),
                decided(last, subordinate, matter, 3));
        fixture.when(secretary, new SupersedeDecision(theirs, strangers, "We know better"))
                .thenRefused(NOT_ACCOUNTABLE_TO_BOARD);
        fixture.when(secretary, new SupersedeDecision(superiors, last, "We know better"))
                .thenRefused(NOT_ACCOUNTABLE_TO_BOARD);
        fixture.when(secretary, new SupersedeDecision(theirs, superiors, "We know better"))
                .thenAccepted();
    }

    @Test
    void a_secretary_of_another_body_supersedes_nothing() {
        given(decided(decision, board, matter, 1), decided(later, board, matter, 2));
        fixture.when(fixture.serving(newBody(), BOARD_SECRETARY), supersede()).thenNotPermitted();
    }

    @Test
    void who_withdrew_from_either_matter_supersedes_nothing() {
        Somebody both = fixture.serving(body, BOARD_SECRETARY);
        fixture.given(new PersonRegistered(both.person(), null, null, Profession.NURSE, null, null, true));
        given(decided(decision, board, matter, 1), decided(later, board, another, 2));
        fixture.given(chair(), new RecuseMember(another, both.person(), Mitigation.WITHDRAW, "Owns a site"))
                .when(both, supersede())
                .thenRefused(WITHDRAWN_FROM_MATTER);
        fixture.given(
                        chair(),
                        new LiftRecusal(another, both.person(), "Sold it"),
                        new RecuseMember(matter, both.person(), Mitigation.WITHDRAW, "Owns a site"))
                .when(both, supersede())
                .thenRefused(WITHDRAWN_FROM_MATTER);
        fixture.given(chair(), new LiftRecusal(matter, both.person(), "Sold it"))
                .when(both, supersede())
                .thenAccepted();
    }

    @Test
    void no_recusal_is_got_round_by_deciding_another_matter_in_its_place() {
        DecisionId fair = newDecision();
        fixture.given(chair(), recuse(3, Mitigation.DISCUSS_NO_VOTE));
        given(
                decided(decision, board, matter, 1),
                decided(
                        later,
                        board,
                        another,
                        2,
                        DecisionKind.DECIDE,
                        DecisionOutcome.CARRIED,
                        people(List.of(0, 3)),
                        List.of()),
                decided(
                        fair,
                        board,
                        another,
                        3,
                        DecisionKind.DECIDE,
                        DecisionOutcome.CARRIED,
                        people(List.of(0, 3)),
                        List.of(new SteppedOut(person(3), Mitigation.WITHDRAW))));
        fixture.when(secretary, supersede())
                .thenRefused(CONFLICTED_TOOK_PART, "person", person(3).value());
        fixture.when(secretary, new SupersedeDecision(decision, fair, "A third site opens"))
                .thenAccepted();
    }

    @Test
    void of_two_that_supersede_a_decision_at_the_same_moment_one_does() throws Exception {
        DecisionId third = newDecision();
        given(decided(decision, board, matter, 1), decided(later, board, matter, 2), decided(third, board, matter, 3));
        var other = new SupersedeDecision(decision, third, "Once more");
        assertThat(together(secretary, supersede(), secretary, other))
                .containsExactlyInAnyOrder(null, SUPERSEDED_ALREADY.code());
        assertThat(fixture.eventsOf(decision.stream()))
                .filteredOn(DecisionSuperseded.class::isInstance)
                .hasSize(1);
    }

    @Test
    void what_is_superseded_at_the_same_moment_supersedes_nothing() throws Exception {
        DecisionId third = newDecision();
        given(decided(decision, board, matter, 1), decided(later, board, matter, 2), decided(third, board, matter, 3));
        var superseding = new SupersedeDecision(later, third, "Once more");
        List<@Nullable String> refused = together(secretary, supersede(), secretary, superseding);
        assertThat(refused.getLast()).isNull();
        assertThat(refused.getFirst()).isIn(null, SUPERSEDED_ITSELF.code());
        assertThat(fixture.eventsOf(later.stream()).getLast()).isInstanceOf(DecisionSuperseded.class);
    }

    private SupersedeDecision supersede() {
        return new SupersedeDecision(decision, later, "A third site opens");
    }

    private void given(DecisionRecorded... decided) {
        fixture.given(decided);
    }

    private DecisionRecorded decided(DecisionId which, BoardId by, MatterId about, int day) {
        return decided(
                which, by, about, day, DecisionKind.DECIDE, DecisionOutcome.CARRIED, List.of(person(0)), List.of());
    }

    private DecisionRecorded decided(
            DecisionId which,
            BoardId by,
            MatterId about,
            int day,
            DecisionKind kind,
            DecisionOutcome outcome,
            List<PersonId> present,
            List<SteppedOut> steppedOut) {
        return new DecisionRecorded(
                which,
                body,
                by,
                meeting,
                1,
                about,
                kind,
                DecisionProcedure.CONSENSUS,
                outcome,
                resolution(),
                Instant.parse("2026-02-0" + (day + 1) + "T12:00:00Z"),
                person(0),
                null,
                List.of(),
                null,
                present,
                steppedOut,
                new QuorumCount(9, 3, 8, List.of(), List.of()),
                new RulePackVersion("probity-2"));
    }
}
