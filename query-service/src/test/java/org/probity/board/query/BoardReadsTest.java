package org.probity.board.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.probity.query.Story.ACUTE;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.probity.board.event.BoardCapacity;
import org.probity.board.event.BoardEvent.*;
import org.probity.board.event.BoardKind;
import org.probity.board.event.Post;
import org.probity.board.event.QuorumRule;
import org.probity.board.event.TermsOfReference;
import org.probity.establishment.event.EstablishmentEvent.*;
import org.probity.event.Term;
import org.probity.id.PersonId;
import org.probity.people.event.Authority;
import org.probity.people.event.Profession;
import org.probity.policy.event.RulePacksEvent.RulePackAdopted;
import org.probity.query.ReadFixture;
import org.probity.query.ReadFixture.Somebody;
import org.probity.query.Story;
import tools.jackson.databind.JsonNode;

/** Who sits on boards, and the Clinical Advisory Group that follows from posts. */
class BoardReadsTest {

    private final ReadFixture fixture = new ReadFixture();
    private final Story story = new Story(fixture).posts();
    private final Somebody anybody = fixture.login(fixture.person(Profession.GP), Authority.CLINICIAN);
    private final PersonId member = fixture.person(Profession.GP);
    private final LocalDate today = fixture.today();

    private JsonNode board(String query) {
        return fixture.asks(anybody, "/api/boards/" + story.board.value() + query)
                .ok();
    }

    private void established() {
        fixture.given(
                new BoardEstablished(
                        story.board, story.body, BoardKind.STATUTORY_BOARD, "The board", null, Story.terms()),
                new BoardMemberAssigned(
                        story.board,
                        member,
                        BoardCapacity.NON_OFFICER,
                        true,
                        new Term(today, today.plusDays(100)),
                        null,
                        null,
                        null));
    }

    @Test
    void aBoardShowsItsMembersInForceOnTheDay() {
        established();

        JsonNode seat = board("").path("members").get(0);
        assertThat(seat.path("person").asString()).isEqualTo(member.value().toString());
        assertThat(seat.path("capacity").asString()).isEqualTo("NON_OFFICER");
        assertThat(seat.path("name").asString()).startsWith("Invented Person");
        assertThat(board("?inForceOn=" + today.plusDays(100)).path("members").size())
                .isZero();
    }

    @Test
    void theChairAppointedLastPresides() {
        established();
        fixture.given(
                new ChairAppointed(story.board, story.owner, new Term(today, null)),
                new ChairAppointed(story.board, member, new Term(today.plusDays(10), null)),
                new DeputyAppointed(story.board, story.owner, new Term(today.plusDays(10), null)));

        assertThat(board("").path("chair").path("person").asString())
                .isEqualTo(story.owner.value().toString());
        assertThat(board("").path("deputy").isNull()).isTrue();
        JsonNode later = board("?inForceOn=" + today.plusDays(10));
        assertThat(later.path("chair").path("person").asString())
                .isEqualTo(member.value().toString());
        assertThat(later.path("chair").path("voting").asBoolean()).isTrue();
        assertThat(later.path("deputy").path("person").asString())
                .isEqualTo(story.owner.value().toString());
    }

    @Test
    void whoLeavesTheBoardLeavesItsOffices() {
        established();
        fixture.given(
                new ChairAppointed(story.board, member, new Term(today, null)),
                new BoardMembershipEnded(story.board, member, today.plusDays(5), "Moves", null));

        assertThat(board("?inForceOn=" + today.plusDays(4)).path("chair").isNull())
                .isFalse();
        JsonNode after = board("?inForceOn=" + today.plusDays(5));
        assertThat(after.path("chair").isNull()).isTrue();
        assertThat(after.path("members").size()).isZero();
    }

    @Test
    void aSeatThatEndsWithItsPostLeavesTheNextSeatAndItsOffice() {
        var asLead = new Term(today, today.plusDays(10));
        var afterwards = new Term(today.plusDays(10), today.plusDays(100));
        established();
        PersonId lead = fixture.person(Profession.GP);
        fixture.given(
                new BoardMemberAssigned(
                        story.board, lead, BoardCapacity.CLINICAL_LEAD, true, asLead, ACUTE, null, null),
                new BoardMemberAssigned(
                        story.board, lead, BoardCapacity.NON_OFFICER, true, afterwards, null, null, null),
                new DeputyAppointed(story.board, lead, asLead),
                new ChairAppointed(story.board, lead, afterwards),
                new BoardMembershipEnded(story.board, lead, today.plusDays(5), null, ACUTE));

        assertThat(board("?inForceOn=" + today.plusDays(4)).path("deputy").isNull())
                .isFalse();
        JsonNode between = board("?inForceOn=" + today.plusDays(5));
        assertThat(between.path("deputy").isNull()).isTrue();
        assertThat(ReadFixture.each(between.path("members"), "person"))
                .containsExactly(member.value().toString());
        JsonNode then = board("?inForceOn=" + today.plusDays(10));
        assertThat(then.path("chair").path("person").asString())
                .isEqualTo(lead.value().toString());
        assertThat(ReadFixture.each(then.path("members"), "person"))
                .containsExactlyInAnyOrder(
                        member.value().toString(), lead.value().toString());
    }

    @Test
    void theClinicalAdvisoryGroupIsWhoeverIsInPostOnTheDay() {
        PersonId lead = story.incumbent(3, ACUTE, Profession.NURSE, story.endingIn(10));
        fixture.given(new IncumbentImpartialityConfirmed(
                story.establishment, lead, story.owner, 3, ACUTE, story.board, story.endingIn(10)));
        String path = "/api/clinical-advisory-group?establishment=" + story.establishment.value();

        JsonNode group = fixture.asks(anybody, path).ok().path("members");
        assertThat(ReadFixture.each(group, "person"))
                .containsExactly(lead.value().toString());
        assertThat(group.get(0).path("profession").asString()).isEqualTo("NURSE");
        assertThat(group.get(0).path("strandName").asString()).isEqualTo("Acute care");
        assertThat(group.get(0).path("impartialityConfirmed").asBoolean()).isTrue();
        assertThat(fixture.asks(anybody, path + "&inForceOn=" + today.plusDays(10))
                        .ok()
                        .path("members")
                        .size())
                .isZero();
    }

    @Test
    void anIncumbentVotesInTheClinicalAdvisoryGroupOnceTheirImpartialityIsConfirmed() {
        PersonId waiting = story.incumbent(3, ACUTE, Profession.NURSE, story.endingIn(10));
        assertThat(group().path("members").get(0).path("voting").asBoolean()).isFalse();
        assertThat(group().path("votingMembers").asInt()).isZero();

        fixture.given(new IncumbentImpartialityConfirmed(
                story.establishment, waiting, story.owner, 3, ACUTE, story.board, story.endingIn(10)));
        assertThat(group().path("members").get(0).path("voting").asBoolean()).isTrue();
        assertThat(group().path("votingMembers").asInt()).isEqualTo(1);
    }

    @Test
    void whoeverWasAppointedByCompetitionVotesInTheClinicalAdvisoryGroup() {
        PersonId lead = fixture.person(Profession.GP);
        fixture.given(
                new PostHeld(story.establishment, 4, ACUTE, lead, story.campaign, story.fromToday()),
                new PostFilled(story.establishment, 4, ACUTE, lead, story.campaign, story.fromToday(), story.board));

        assertThat(group().path("members").get(0).path("voting").asBoolean()).isTrue();
    }

    @Test
    void twoWhoShareAPostCountOnceInTheClinicalAdvisoryGroup() {
        PersonId first = story.incumbent(3, ACUTE, Profession.NURSE, story.endingIn(10));
        PersonId second = fixture.person(Profession.PHARMACIST);
        fixture.given(new IncumbentCarriedOver(
                story.establishment, 3, ACUTE, second, story.endingIn(10), "decision", "Shares", true));
        for (PersonId each : List.of(first, second)) {
            fixture.given(new IncumbentImpartialityConfirmed(
                    story.establishment, each, story.owner, 3, ACUTE, story.board, story.endingIn(10)));
        }

        assertThat(ReadFixture.each(group().path("members"), "voting")).containsExactly("true", "true");
        assertThat(group().path("votingMembers").asInt()).isEqualTo(1);
    }

    private JsonNode group() {
        return fixture.asks(anybody, "/api/clinical-advisory-group?establishment=" + story.establishment.value())
                .ok();
    }

    @Test
    void aBoardWhoseRollFollowsFromPostsSaysWhoItsMembersAre() {
        advisoryGroup();
        PersonId lead = fixture.person(Profession.GP);
        PersonId waiting = story.incumbent(3, ACUTE, Profession.NURSE, story.endingIn(10));
        PersonId chair = fixture.person(Profession.MANAGER);
        fixture.given(
                new PostFilled(story.establishment, 4, ACUTE, lead, story.campaign, story.fromToday(), story.board),
                new ChairAppointed(story.board, chair, story.fromToday()),
                new DeputyAppointed(story.board, lead, story.fromToday()));
        new Story(fixture).posts().incumbent(3, ACUTE, Profession.NURSE, story.endingIn(10));

        JsonNode found = board("");
        assertThat(found.path("rollDerived").asBoolean()).isTrue();
        assertThat(found.path("leads")).isEqualTo(group().path("members"));
        assertThat(ReadFixture.each(found.path("leads"), "person"))
                .containsExactlyInAnyOrder(
                        lead.value().toString(), waiting.value().toString());
        assertThat(found.path("votingSeats").path("filled").asInt())
                .isEqualTo(group().path("votingMembers").asInt())
                .isEqualTo(1);
        assertThat(found.path("chair").path("voting").asBoolean()).isFalse();
        assertThat(found.path("deputy").path("voting").asBoolean()).isTrue();
        assertThat(ReadFixture.each(board("?inForceOn=" + today.plusDays(10)).path("leads"), "person"))
                .containsExactly(lead.value().toString());
    }

    @Test
    void aBoardWithSeatsHasNoOtherMembers() {
        established();
        story.incumbent(3, ACUTE, Profession.NURSE, story.endingIn(10));

        assertThat(board("").path("rollDerived").asBoolean()).isFalse();
        assertThat(board("").path("leads").size()).isZero();
    }

    @Test
    void termsThatEndWithinNinetyDaysAreListedTheFirstFirst() {
        PersonId other = fixture.person(Profession.GP);
        established();
        fixture.given(
                assigned(other, today, today.plusDays(90)),
                assigned(fixture.person(Profession.GP), today, null),
                assigned(fixture.person(Profession.GP), today.minusDays(50), today),
                new ChairAppointed(story.board, other, new Term(today, today.plusDays(30))),
                new DeputyAppointed(story.board, member, new Term(today, today.plusDays(60))));

        JsonNode ending = board("").path("ending");
        assertThat(ReadFixture.each(ending, "what")).containsExactly("CHAIR", "DEPUTY", "SEAT");
        assertThat(ReadFixture.each(ending, "days")).containsExactly("30", "60", "90");
        assertThat(ending.get(2).path("person").asString())
                .isEqualTo(other.value().toString());
        assertThat(ending.get(2).path("name").asString()).startsWith("Invented Person");
        assertThat(ending.get(2).path("until").asString())
                .isEqualTo(today.plusDays(90).toString());
        JsonNode later = board("?inForceOn=" + today.plusDays(30)).path("ending");
        assertThat(ReadFixture.each(later, "what")).containsExactly("DEPUTY", "SEAT", "SEAT");
    }

    @Test
    void theRulePackOfTheBodySaysHowFarAheadTermsThatEndAreListed() {
        established();
        fixture.given(
                assigned(fixture.person(Profession.GP), today, today.plusDays(20)),
                assigned(fixture.person(Profession.GP), today, today.plusDays(21)),
                new RulePackAdopted(story.body, Story.pack("own-1", today, 20), "decision 2", null));

        assertThat(ReadFixture.each(board("").path("ending"), "days")).containsExactly("20");
        assertThat(board("?inForceOn=" + today.minusDays(1)).path("ending").size())
                .isEqualTo(2);
    }

    @Test
    void aTermThatTheSamePersonsNextFollowsAtOnceDoesNotEnd() {
        PersonId other = fixture.person(Profession.GP);
        established();
        fixture.given(
                assigned(other, today, today.plusDays(20)),
                assigned(other, today.plusDays(20), today.plusDays(200)),
                new ChairAppointed(story.board, other, new Term(today, today.plusDays(20))),
                new ChairAppointed(story.board, member, new Term(today.plusDays(20), today.plusDays(100))),
                new DeputyAppointed(story.board, member, new Term(today, today.plusDays(10))),
                new DeputyAppointed(story.board, member, new Term(today.plusDays(11), today.plusDays(20))));

        JsonNode ending = board("").path("ending");
        assertThat(ReadFixture.each(ending, "what")).containsExactly("DEPUTY", "CHAIR", "DEPUTY");
        assertThat(ReadFixture.each(ending, "days")).containsExactly("10", "20", "20");
    }

    @Test
    void thePostsThatADerivedRollFollowsFromEndToo() {
        advisoryGroup();
        PersonId lead = story.incumbent(3, ACUTE, Profession.NURSE, story.endingIn(10));
        PersonId carriedOver = story.incumbent(4, ACUTE, Profession.NURSE, story.endingIn(10));
        fixture.given(new IncumbentCarriedOver(
                story.establishment,
                1,
                Story.STROKE,
                carriedOver,
                new Term(today.plusDays(10), null),
                "decision 2",
                "There before",
                false));

        JsonNode ending = board("").path("ending");
        assertThat(ReadFixture.each(ending, "person"))
                .containsExactly(lead.value().toString());
        assertThat(ReadFixture.each(ending, "what")).containsExactly("POST");
    }

    private BoardMemberAssigned assigned(PersonId person, LocalDate from, @Nullable LocalDate until) {
        return new BoardMemberAssigned(
                story.board, person, BoardCapacity.NON_OFFICER, true, new Term(from, until), null, null, null);
    }

    private void advisoryGroup() {
        fixture.given(new BoardEstablished(
                story.board,
                story.body,
                BoardKind.CLINICAL_ADVISORY_GROUP,
                "Clinical Advisory Group",
                null,
                Story.terms()));
    }

    @Test
    void boardsAreListedWithTheirVotingMembers() {
        established();

        assertThat(listed().path("votingMembers").asInt()).isEqualTo(1);
        assertThat(listed().path("rollDerived").asBoolean()).isFalse();
    }

    @Test
    void aClinicalAdvisoryGroupIsListedAsOneWhoseVotingMembersFollowFromPosts() {
        advisoryGroup();

        assertThat(listed().path("rollDerived").asBoolean()).isTrue();
        assertThat(listed().path("votingMembers").isNull()).isTrue();
    }

    @Test
    void twoWhoShareASeatFillOneUntilOneOfThemLeaves() {
        PersonId other = fixture.person(Profession.GP);
        var term = new Term(today.plusDays(1), today.plusDays(50));
        established();
        long before = board("").path("position").asLong();
        fixture.given(
                new BoardMemberAssigned(story.board, other, BoardCapacity.NON_OFFICER, true, term, null, null, member),
                new BoardMembershipEnded(story.board, member, today.plusDays(20), "Moves", null));

        JsonNode alone = board("");
        assertThat(alone.path("votingSeats").path("filled").asInt()).isEqualTo(1);
        assertThat(alone.path("members").get(0).path("sharesWith").isNull()).isTrue();
        JsonNode together = board("?inForceOn=" + today.plusDays(1));
        assertThat(together.path("votingSeats").path("filled").asInt()).isEqualTo(1);
        assertThat(together.path("votingSeats").path("vacant").asInt()).isEqualTo(7);
        assertThat(ReadFixture.each(together.path("members"), "sharesWith"))
                .containsExactlyInAnyOrder(
                        other.value().toString(), member.value().toString());
        assertThat(listed("&inForceOn=" + today.plusDays(1))
                        .path("votingMembers")
                        .asInt())
                .isEqualTo(1);
        JsonNode after = board("?inForceOn=" + today.plusDays(20));
        assertThat(after.path("votingSeats").path("filled").asInt()).isEqualTo(1);
        assertThat(after.path("members").get(0).path("sharesWith").isNull()).isTrue();
        assertThat(board("?atPosition=" + before + "&inForceOn=" + today.plusDays(1))
                        .path("members")
                        .size())
                .isEqualTo(1);
    }

    @Test
    void twoLeadsWhoShareAPostFillOneSeat() {
        var post = new Post(story.establishment, 3);
        PersonId first = fixture.person(Profession.GP);
        PersonId second = fixture.person(Profession.GP);
        established();
        fixture.given(
                new BoardMemberAssigned(
                        story.board, first, BoardCapacity.CLINICAL_LEAD, true, story.fromToday(), ACUTE, post, null),
                new BoardMemberAssigned(
                        story.board, second, BoardCapacity.CLINICAL_LEAD, true, story.fromToday(), ACUTE, post, null));

        assertThat(board("").path("votingSeats").path("filled").asInt()).isEqualTo(2);
        assertThat(listed().path("votingMembers").asInt()).isEqualTo(2);
    }

    @Test
    void noSeatIsVacantWhereTheTermsStateNoNumber() {
        established();
        fixture.given(new TermsOfReferenceAdopted(
                story.board,
                new TermsOfReference(List.of(), List.of(), new QuorumRule(1, 3), List.of(), false, 3, true, null)));

        assertThat(board("").path("votingSeats").path("vacant").asInt()).isZero();
    }

    private JsonNode listed() {
        return listed("");
    }

    private JsonNode listed(String query) {
        return fixture.asks(anybody, "/api/boards?limit=200" + query).ok().path("items").values().stream()
                .filter(one ->
                        one.path("id").asString().equals(story.board.value().toString()))
                .findFirst()
                .orElseThrow();
    }
}
