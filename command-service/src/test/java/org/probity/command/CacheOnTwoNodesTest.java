package org.probity.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.probity.command.DomainFixture.newBody;
import static org.probity.command.DomainFixture.newPerson;

import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.probity.automation.RunningService;
import org.probity.event.Term;
import org.probity.eventstore.CommandKey;
import org.probity.id.DutyId;
import org.probity.id.OrganisationCode;
import org.probity.id.PersonId;
import org.probity.identity.Actor;
import org.probity.people.command.PeopleCommand.LiftRetentionHold;
import org.probity.people.command.PeopleCommand.PlaceRetentionHold;
import org.probity.people.command.PeopleCommand.RegisterOrganisation;
import org.probity.people.command.PeopleRule;
import org.probity.people.event.AccountEvent.AccountLinked;
import org.probity.people.event.Authority;
import org.probity.people.event.DutyEvent.DutyEnded;
import org.probity.people.event.DutyEvent.DutyGranted;
import org.probity.people.event.DutyScope;
import org.probity.people.event.OrganisationKind;
import org.probity.people.event.PersonEvent.PersonRegistered;
import org.probity.people.event.Profession;

/** Each of two nodes keeps streams in memory that the other appends to: no answer comes from what memory lacks. */
class CacheOnTwoNodesTest {

    private static final Term ALWAYS = new Term(LocalDate.EPOCH, null);

    private static RunningService node;
    private static RunningService otherNode;

    private final PersonId person = newPerson();

    @BeforeAll
    static void start() {
        node = new RunningService();
        otherNode = node.anotherNode();
    }

    @AfterAll
    static void stop() {
        otherNode.close();
        node.close();
    }

    @Test
    void what_one_node_changes_makes_no_refusal_on_the_other() {
        register(person);
        Actor officer = somebody(Authority.DATA_PROTECTION_OFFICER);
        int refusals = node.refusals().size();
        for (int i = 0; i < 20; i++) {
            assertThat(give(node, officer, new PlaceRetentionHold(person, "An inquiry")))
                    .isEqualTo("RetentionHoldPlaced");
            assertThat(give(otherNode, officer, new LiftRetentionHold(person))).isEqualTo("RetentionHoldLifted");
        }
        assertThat(node.refusals()).hasSize(refusals);
    }

    @Test
    void somebody_who_was_unknown_is_found_once_the_other_node_knows_them() {
        Actor officer = somebody(Authority.DATA_PROTECTION_OFFICER);
        var hold = new PlaceRetentionHold(person, "An inquiry");
        assertThatThrownBy(() -> give(node, officer, hold)).isInstanceOf(UnknownSubject.class);

        register(person);

        assertThat(give(node, officer, hold)).isEqualTo("RetentionHoldPlaced");
    }

    @Test
    void a_duty_counts_from_the_next_command_on_whichever_node_it_is_granted_or_ended() {
        Actor officer = somebody(Authority.APPOINTMENTS_OFFICER);
        OrganisationCode body = newBody();
        var duty = new DutyId(UUID.randomUUID());
        assertThatThrownBy(() -> give(node, officer, registration())).isInstanceOf(NotPermitted.class);

        otherNode.given(new DutyGranted(person, duty, Authority.APPOINTMENTS_OFFICER, DutyScope.of(body), ALWAYS));
        assertThat(give(node, officer, registration())).isEqualTo("OrganisationRegistered");
        assertThat(give(node, officer, registration())).isEqualTo("OrganisationRegistered");

        otherNode.given(new DutyEnded(person, duty, LocalDate.EPOCH.plusDays(1), "Left"));
        RegisterOrganisation tooLate = registration();
        assertThatThrownBy(() -> give(node, officer, tooLate)).isInstanceOf(NotPermitted.class);
        assertThat(node.eventsOf(tooLate.subject())).isEmpty();
    }

    @Test
    void a_dry_run_says_what_would_happen_now() {
        register(person);
        Actor officer = somebody(Authority.DATA_PROTECTION_OFFICER);
        var hold = new PlaceRetentionHold(person, "An inquiry");
        assertThat(give(node, officer, hold, true)).isEqualTo("RetentionHoldPlaced");

        assertThat(give(otherNode, officer, hold)).isEqualTo("RetentionHoldPlaced");
        assertThat(give(node, officer, hold, true)).isEqualTo(PeopleRule.ALREADY_HELD.code());

        assertThat(give(otherNode, officer, new LiftRetentionHold(person))).isEqualTo("RetentionHoldLifted");
        assertThat(give(node, officer, hold, true)).isEqualTo("RetentionHoldPlaced");
    }

    private static void register(PersonId person) {
        otherNode.given(new PersonRegistered(person, "A clinician", null, Profession.GP, null, null, true));
    }

    private static RegisterOrganisation registration() {
        return new RegisterOrganisation(newBody(), "A body", OrganisationKind.ACUTE, ALWAYS, true);
    }

    /** A login of the person. */
    private Actor somebody(Authority authority) {
        var actor = new Actor("https://issuer.example", UUID.randomUUID().toString(), Set.of(authority));
        node.given(new AccountLinked(actor.account(), person));
        return actor;
    }

    private static String give(RunningService on, Actor actor, Command command) {
        return give(on, actor, command, false);
    }

    /** The stable name of the event, or the code of the rule that refuses. */
    private static String give(RunningService on, Actor actor, Command command, boolean dryRun) {
        var key = new CommandKey(UUID.randomUUID(), "fingerprint");
        return switch (on.the(CommandDispatch.class).give(actor, command, key, dryRun)) {
            case Outcome.Accepted accepted -> accepted.events().getFirst().type();
            case Outcome.Refused refused -> refused.rule();
        };
    }
}
