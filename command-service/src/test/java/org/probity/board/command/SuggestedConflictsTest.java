package org.probity.board.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.probity.board.command.MatterRule.*;
import static org.probity.command.DomainFixture.newBody;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.probity.board.command.MatterCommand.*;
import org.probity.board.event.ConflictGround;
import org.probity.board.event.DecisionKind;
import org.probity.board.event.Effect;
import org.probity.board.event.MatterEvent.*;
import org.probity.board.event.StatedEffect;
import org.probity.command.DomainFixture;
import org.probity.event.Term;
import org.probity.id.InterestId;
import org.probity.id.OrganisationCode;
import org.probity.id.PersonId;
import org.probity.interests.event.InterestCategory;
import org.probity.interests.event.InterestsEvent.InterestCeased;
import org.probity.interests.event.InterestsEvent.InterestDeclared;
import org.probity.interests.event.Mitigation;
import org.probity.interests.event.NamedBody;
import org.probity.people.event.PersonEvent.PersonAmended;
import org.probity.people.event.Profession;

class SuggestedConflictsTest extends BoardOfEight {

    private final OrganisationCode site = newBody();
    private final OrganisationCode otherSite = newBody();
    private final InterestId interest = new InterestId(UUID.randomUUID());

    @Test
    void whose_employer_gains_or_loses_is_asked_as_the_matter_comes_on_an_agenda() {
        employed(3, site);
        tabled(gains(site), loses(otherSite));

        assertThat(asked(3)).containsExactly(ConflictGround.employer(site));
        assertThat(asked(3).getFirst().proposed()).isEqualTo(Mitigation.DISCUSS_NO_VOTE);
        assertThat(asked(4)).isEmpty();
    }

    @Test
    void an_interest_of_money_or_family_proposes_to_withdraw_and_others_propose_nothing() {
        declared(3, InterestCategory.FINANCIAL, site, null);
        declared(4, InterestCategory.INDIRECT, site, null);
        declared(5, InterestCategory.NON_FINANCIAL_PROFESSIONAL, site, null);
        tabled(gains(site));

        assertThat(asked(3)).containsExactly(new ConflictGround(null, interest, Mitigation.WITHDRAW));
        assertThat(asked(4)).hasSize(1);
        assertThat(asked(5)).isEmpty();
    }

    @Test
    void a_body_without_a_code_is_known_by_its_number_or_its_name() {
        declared(3, InterestCategory.FINANCIAL, null, new NamedBody("larkspur diagnostics", null));
        declared(4, InterestCategory.FINANCIAL, null, new NamedBody("Another name", "00000001"));
        declared(5, InterestCategory.FINANCIAL, null, new NamedBody("Larkspur Diagnostics", "00000002"));
        tabled(new StatedEffect(null, new NamedBody("Larkspur Diagnostics", "00000001"), Effect.GAINS));

        assertThat(asked(3)).hasSize(1);
        assertThat(asked(4)).hasSize(1);
        assertThat(asked(5)).isEmpty();
    }

    @Test
    void what_affects_all_alike_suggests_nothing_nor_does_what_is_neutral() {
        employed(3, site);
        employed(4, otherSite);
        tabled(gains(site), gains(otherSite));
        assertThat(asked(3)).isEmpty();

        fixture.given(
                secretary,
                new RestateEffects(matter, List.of(gains(site), new StatedEffect(otherSite, null, Effect.NEUTRAL))));
        assertThat(asked(3)).hasSize(1);
        assertThat(asked(4)).isEmpty();
    }

    @Test
    void an_interest_that_ceased_counts_as_long_as_the_rule_pack_says() {
        declared(3, InterestCategory.FINANCIAL, site, null);
        declared(4, InterestCategory.FINANCIAL, otherSite, null);
        fixture.given(
                new InterestCeased(person(3), interest, fixture.today().minusMonths(7)),
                new InterestCeased(person(4), interest, fixture.today().minusMonths(5)));
        tabled(gains(site), loses(otherSite));

        assertThat(asked(3)).isEmpty();
        assertThat(asked(4)).hasSize(1);
    }

    @Test
    void who_is_on_the_roll_is_asked_as_the_meeting_opens() {
        tabled(gains(site));
        employed(3, site);
        assertThat(asked(3)).isEmpty();

        fixture.at("2026-03-10T14:30:00Z").given(secretary, open(STARTS, 8));
        assertThat(asked(3)).hasSize(1);
    }

    @Test
    void what_was_declared_since_everybody_was_asked_is_asked_before_anything_is_decided() {
        tabled(gains(site));
        fixture.at("2026-03-10T14:30:00Z").given(secretary, open(STARTS, 8), takeChair(0));
        declared(3, InterestCategory.FINANCIAL, site, null);
        fixture.when(members.get(0), consensus())
                .thenRefused(CONFLICT_UNDECIDED, "person", person(3).value());

        fixture.when(members.get(0), new FindNoConflict(matter, person(3), "A handful of shares"))
                .then(
                        new ConflictSuggested(
                                matter, person(3), List.of(new ConflictGround(null, interest, Mitigation.WITHDRAW))),
                        new NoConflictFound(matter, person(3), "A handful of shares", person(0)));
        fixture.when(members.get(0), consensus()).thenAccepted();
    }

    @Test
    void nothing_is_decided_while_the_question_to_somebody_who_is_there_is_open() {
        employed(3, site);
        tabled(gains(site));
        fixture.at("2026-03-10T14:30:00Z")
                .given(secretary, open(STARTS, 8), takeChair(0))
                .when(members.get(0), consensus())
                .thenRefused(CONFLICT_UNDECIDED, "person", person(3).value());

        fixture.given(members.get(3), new DenyConflict(matter, person(3), "I left the trust in January"))
                .when(members.get(0), consensus())
                .thenRefused(CONFLICT_UNDECIDED, "person", person(3).value());
        fixture.given(members.get(0), new FindNoConflict(matter, person(3), "No longer employed there"))
                .when(members.get(0), consensus())
                .thenAccepted();
    }

    @Test
    void only_who_is_asked_answers_and_only_for_themselves() {
        employed(3, site);
        tabled(gains(site));

        fixture.when(members.get(4), new DenyConflict(matter, person(4), "None"))
                .thenRefused(NO_CONFLICT_TO_DECIDE);
        fixture.when(members.get(4), new DenyConflict(matter, person(3), "None"))
                .thenNotPermitted();
        fixture.when(members.get(3), new DenyConflict(matter, person(3), "None"))
                .then(new ConflictDenied(matter, person(3), "None"));
    }

    @Test
    void nobody_is_asked_twice_about_the_same_nor_about_what_a_recusal_covers() {
        employed(3, site);
        tabled(gains(site));
        fixture.given(members.get(0), recuse(3, Mitigation.WITHDRAW));
        declared(3, InterestCategory.FINANCIAL, site, null);
        fixture.at("2026-03-10T14:30:00Z").given(secretary, open(STARTS, 8));

        assertThat(asked(3)).containsExactly(ConflictGround.employer(site));
    }

    @Test
    void a_greater_ground_is_asked_about_though_a_lesser_recusal_stands() {
        employed(3, site);
        tabled(gains(site));
        fixture.given(members.get(0), recuse(3, Mitigation.DISCUSS_NO_VOTE));
        declared(3, InterestCategory.FINANCIAL, site, null);
        fixture.at("2026-03-10T14:30:00Z").given(secretary, open(STARTS, 8));

        assertThat(asked(3))
                .containsExactly(
                        ConflictGround.employer(site), new ConflictGround(null, interest, Mitigation.WITHDRAW));
    }

    private void tabled(StatedEffect... effects) {
        convened();
        fixture.given(
                secretary,
                new RaiseMatter(matter, board, SERVICE_CHANGE, "Stroke sites", List.of(effects)),
                item(1, matter, DecisionKind.DECIDE));
    }

    private static StatedEffect gains(OrganisationCode code) {
        return new StatedEffect(code, null, Effect.GAINS);
    }

    private static StatedEffect loses(OrganisationCode code) {
        return new StatedEffect(code, null, Effect.LOSES);
    }

    private List<ConflictGround> asked(int member) {
        PersonId person = person(member);
        return fixture.eventsOf(matter.stream()).stream()
                .filter(ConflictSuggested.class::isInstance)
                .map(ConflictSuggested.class::cast)
                .filter(one -> one.person().equals(person))
                .flatMap(one -> one.grounds().stream())
                .toList();
    }

    private void employed(int member, OrganisationCode employer) {
        fixture.given(new PersonAmended(person(member), null, null, Profession.NURSE, null, employer, true));
    }

    private DomainFixture declared(
            int member, InterestCategory category, @Nullable OrganisationCode code, @Nullable NamedBody body) {
        LocalDate longAgo = LocalDate.parse("2025-06-01");
        return fixture.given(new InterestDeclared(
                person(member),
                interest,
                category,
                code,
                body,
                "Told",
                longAgo,
                longAgo,
                new Term(longAgo, null),
                false,
                null));
    }
}
