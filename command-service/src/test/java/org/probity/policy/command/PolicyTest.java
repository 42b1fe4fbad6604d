package org.probity.policy.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.probity.command.DomainFixture.newBody;
import static org.probity.people.event.Authority.APPOINTMENTS_OFFICER;
import static org.probity.people.event.Authority.POLICY_OWNER;
import static org.probity.policy.command.PolicyRule.ADOPTION_NOT_DECIDED;
import static org.probity.policy.command.PolicyRule.AIMS_REQUIRED;
import static org.probity.policy.command.PolicyRule.PACK_BACKDATED;
import static org.probity.policy.command.PolicyRule.PACK_NOT_NEWER;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.probity.board.event.DecisionEvent.DecisionRecorded;
import org.probity.board.event.DecisionKind;
import org.probity.board.event.DecisionOutcome;
import org.probity.board.event.DecisionProcedure;
import org.probity.board.event.QuorumCount;
import org.probity.board.event.QuorumFloor;
import org.probity.board.event.QuorumRule;
import org.probity.board.event.Resolution;
import org.probity.command.DomainFixture;
import org.probity.command.DomainFixture.Somebody;
import org.probity.id.AimCode;
import org.probity.id.BoardId;
import org.probity.id.DecisionId;
import org.probity.id.MatterId;
import org.probity.id.MeetingId;
import org.probity.id.OrganisationCode;
import org.probity.id.RulePackVersion;
import org.probity.policy.command.PolicyCommand.AdoptAims;
import org.probity.policy.command.PolicyCommand.AdoptRulePack;
import org.probity.policy.event.Aim;
import org.probity.policy.event.AimsEvent.AimsAdopted;
import org.probity.policy.event.RulePack;
import org.probity.policy.event.RulePacksEvent.RulePackAdopted;

class PolicyTest {

    private static final Aim PATHWAYS = new Aim(new AimCode("a"), "Leads who improve pathways");
    private static final Aim CATALYSTS = new Aim(new AimCode("b"), "Clinicians as catalysts of local change");

    private final DomainFixture fixture = new DomainFixture();
    private final RulePackRegister packs = fixture.bean(RulePackRegister.class);
    private final OrganisationCode body = newBody();
    private final Somebody owner = fixture.serving(body, POLICY_OWNER);

    @Test
    void a_reserve_list_lives_12_months_and_from_30_october_2025_on_24() {
        assertThat(packs.inForce(body, LocalDate.of(2025, 10, 29)).reserveMonths())
                .isEqualTo(12);
        assertThat(packs.inForce(body, LocalDate.of(2025, 10, 30)).reserveMonths())
                .isEqualTo(24);
    }

    @Test
    void the_built_in_packs_cover_every_day() {
        assertThat(packs.builtIn(LocalDate.of(1948, 7, 5)).version()).isEqualTo(new RulePackVersion("probity-1"));
    }

    @Test
    void a_policy_owner_adopts_a_pack_for_the_body_they_serve() {
        RulePack pack = pack("inv-1", "2026-03-01");
        fixture.when(owner, adopt(pack)).then(new RulePackAdopted(body, pack, "Board paper 7", null));
    }

    @Test
    void a_pack_is_adopted_by_a_decision_of_the_body_that_was_carried() {
        DecisionId carried = decided(body, DecisionOutcome.CARRIED);
        RulePack pack = pack("inv-1", "2026-03-01");

        fixture.when(owner, adopt(pack, decided(newBody(), DecisionOutcome.CARRIED)))
                .thenRefused(ADOPTION_NOT_DECIDED);
        fixture.when(owner, adopt(pack, decided(body, DecisionOutcome.LOST))).thenRefused(ADOPTION_NOT_DECIDED);
        fixture.when(owner, adopt(pack, new DecisionId(UUID.randomUUID()))).thenUnknownSubject();
        fixture.when(owner, adopt(pack, carried)).then(new RulePackAdopted(body, pack, "Board paper 7", carried));
    }

    private AdoptRulePack adopt(RulePack pack, DecisionId by) {
        return new AdoptRulePack(body, pack, "Board paper 7", by);
    }

    private DecisionId decided(OrganisationCode of, DecisionOutcome outcome) {
        var decision = new DecisionId(UUID.randomUUID());
        fixture.given(new DecisionRecorded(
                decision,
                of,
                new BoardId(UUID.randomUUID()),
                new MeetingId(UUID.randomUUID()),
                1,
                new MatterId(UUID.randomUUID()),
                DecisionKind.DECIDE,
                DecisionProcedure.SHOW_OF_HANDS,
                outcome,
                new Resolution("Adopt it", "Numbers of our own", List.of(), List.of(), fixture.today(), null),
                fixture.today().atStartOfDay(ZoneOffset.UTC).toInstant(),
                owner.person(),
                null,
                List.of(),
                null,
                List.of(),
                List.of(),
                new QuorumCount(1, 1, 1, List.of(), List.of()),
                new RulePackVersion("probity-1")));
        return decision;
    }

    @Test
    void a_policy_owner_of_another_body_may_not_adopt_a_pack() {
        fixture.when(fixture.serving(newBody(), POLICY_OWNER), adopt(pack("inv-1", "2026-03-01")))
                .thenNotPermitted();
    }

    @Test
    void an_adopted_pack_governs_its_body_from_its_first_day_on() {
        fixture.given(owner, adopt(pack("inv-1", "2026-04-01")));
        assertThat(version("2026-03-31")).isEqualTo("probity-2");
        assertThat(version("2026-04-01")).isEqualTo("inv-1");
        assertThat(packs.inForce(newBody(), LocalDate.of(2026, 4, 1)).version().value())
                .isEqualTo("probity-2");
    }

    @Test
    void of_two_packs_the_one_with_the_later_first_day_governs_and_of_the_same_day_the_one_adopted_later() {
        fixture.given(owner, adopt(pack("inv-2", "2026-06-01")), adopt(pack("inv-1", "2026-04-01")));
        assertThat(version("2026-05-31")).isEqualTo("inv-1");
        assertThat(version("2026-06-01")).isEqualTo("inv-2");
        fixture.given(owner, adopt(pack("inv-3", "2026-06-01")));
        assertThat(version("2026-06-01")).isEqualTo("inv-3");
    }

    @Test
    void a_version_names_one_set_of_numbers() {
        fixture.given(owner, adopt(pack("inv-1", "2026-04-01")))
                .when(owner, adopt(pack("inv-1", "2026-05-01")))
                .thenRefused(PACK_NOT_NEWER, "version", "inv-1");
        fixture.when(owner, adopt(pack("probity-1", "2026-05-01"))).thenRefused(PACK_NOT_NEWER, "version", "probity-1");
    }

    @Test
    void a_pack_never_applies_before_it_is_recorded() {
        fixture.when(owner, adopt(pack("inv-1", "2026-02-28")))
                .thenRefused(PACK_BACKDATED, "from", "2026-02-28", "today", "2026-03-01");
    }

    @Test
    void a_body_adopts_its_list_of_aims_as_a_whole() {
        var aims = fixture.bean(AimsRegister.class);
        assertThat(aims.aims(body)).isEmpty();
        fixture.when(owner, new AdoptAims(body, List.of(PATHWAYS)))
                .then(new AimsAdopted(body, List.of(PATHWAYS)))
                .given(fixture.serving(body, APPOINTMENTS_OFFICER), new AdoptAims(body, List.of(CATALYSTS)));
        assertThat(aims.aims(body)).containsExactly(CATALYSTS.code());
    }

    @Test
    void a_list_of_aims_has_at_least_one() {
        fixture.when(owner, new AdoptAims(body, List.of())).thenRefused(AIMS_REQUIRED);
    }

    @Test
    void each_aim_has_a_code_of_its_own() {
        assertThatThrownBy(() -> new AdoptAims(body, List.of(PATHWAYS, PATHWAYS)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void an_officer_of_another_body_may_not_adopt_aims() {
        fixture.when(fixture.serving(newBody(), APPOINTMENTS_OFFICER), new AdoptAims(body, List.of(PATHWAYS)))
                .thenNotPermitted();
    }

    private AdoptRulePack adopt(RulePack pack) {
        return new AdoptRulePack(body, pack, "Board paper 7", null);
    }

    private String version(String day) {
        return packs.inForce(body, LocalDate.parse(day)).version().value();
    }

    private static RulePack pack(String version, String from) {
        return new RulePack(
                new RulePackVersion(version),
                LocalDate.parse(from),
                3,
                1,
                List.of(),
                2,
                4,
                10,
                18,
                12,
                28,
                6,
                3,
                5,
                6,
                2,
                2,
                5,
                90,
                new QuorumFloor(new QuorumRule(1, 3), 1, 1));
    }
}
